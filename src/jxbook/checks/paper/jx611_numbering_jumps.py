"""JX611 标题或条目的编号不连续

查什么
    手工输入的编号（一、（一）1.（1））有没有跳号、重号或倒序。由 Word 自动生成的编号不查。

为什么
    多半是漏写一节，或删改后没有重排，会被要求核对。

示例
    会报：一、基本情况｜正文。｜三、评价结论｜正文。
    会报：一、基本情况｜（一）项目概况｜正文。｜（二）绩效目标｜正文。｜（二）组织管理｜正文。
    不报：一、基本情况｜（一）项目概况｜正文。｜（二）绩效目标｜正文。｜二、评价结论｜（一）总体情况｜正文。
    不报：六、有关建议｜1.加强培训。｜2.2021年度继续实施。｜七、无

怎么改
    补上漏写的一节，或按顺序重排编号。编号可以直接改。

依据
    实践：取自公开报告中的实例
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.prose import Label, Rank, Series


def check(reading: Reading) -> Iterator[Flaw]:
    series = {rank: Series() for rank in Rank}
    before: dict[Rank, Label] = {}
    for one in reading.paragraphs:
        label = one.label
        if label is None:
            if (
                not one.text.strip().endswith(("。", "；", "：", "，"))
                and len(one.text) < _TITLE
                and "报告" in one.text
            ):
                for each in series.values():
                    each.clear()  # another paper begins
            continue
        for rank in Rank:
            if rank > label.rank:
                series[rank].clear()
        last = series[label.rank].take(label.number)
        known = before.get(label.rank)
        before[label.rank] = label
        if not last or label.made or one.generated or known is None or known.made:
            continue
        how = "重复" if label.number == last else "跳号" if label.number > last else "倒序"
        yield warning(
            reading.part(one).at(0, len(label.text.rstrip())),
            f"编号{how}：{quote(known.text.strip())}之后是{quote(label.text.strip())}（{quote(one.text)}）",
            f"可能漏写一节，或删改后没有重排；{grounds.PRUDENT}",
            "请补上漏写的部分，或按顺序重排编号",
        )


_TITLE = 40
