"""JX613 标题下没有内容

查什么
    标题下面一个字也没有、紧接着就是下一个标题，而同级的其他标题下写有内容的。

为什么
    多半是漏写，会被退回补写。

示例
    会报：一、指标分析｜（一）项目决策情况｜立项依据充分。｜（二）项目过程情况｜（三）项目产出情况｜完成培训12期。
    不报：一、指标分析｜（一）项目决策情况｜立项依据充分。｜（二）项目过程情况｜【表】｜（三）项目产出情况｜完成培训12期。
    不报：一、评价过程｜1.数据填报和采集。｜2.社会调查。｜3.撰写报告。

怎么改
    补写内容；确实没有的写“无”。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.prose import Rank, ReadParagraph, is_signature

_HEADING = pattern(
    r"(?:情况|分析|问题|建议|目标|结论|概况|过程|做法|原则|方法|标准|背景|内容|措施|调查|指标|原因|效益|产出|决策|满意度|管理|评价|目的|范围|对象|依据|来源|经验)\Z"
)
_ITEM = pattern(r"\A\s*\d[^。；]*[。；]\s*\Z|其[他它]")  # 9.其他来源。 is an item of a list
_LONGEST = 24


def check(reading: Reading) -> Iterator[Flaw]:
    every = reading.paragraphs
    empty: list[ReadParagraph] = []
    filled: set[tuple[object, ...]] = set()
    for at, one in enumerate(every):
        if not one.title or one.rank is None or one.rank > Rank.ARABIC or len(one.title) > _LONGEST:
            continue
        following = every[at + 1] if at + 1 < len(every) else None
        ends = (
            following is None
            or is_signature(every[at + 1 : at + 3])
            or (following.rank is not None and following.rank <= one.rank and not following.table)
        )
        if one.own.strip("。：: 　") or not ends:
            filled.add((one.rank, one.path[:-1]))
        elif _HEADING.search(one.title) and not (one.rank > Rank.CHINESE and _ITEM.search(one.text)):
            empty.append(one)
    for one in empty:
        if (one.rank, one.path[:-1]) in filled:
            yield warning(
                reading.part(one).at(),
                f"标题{quote(one.text.strip())}下面没有内容",
                f"同级的其他标题下都写有内容，可能漏写；{grounds.COMPLETE.cite(reading.policy)}",
                "请补写内容；确实没有的写“无”",
            )
