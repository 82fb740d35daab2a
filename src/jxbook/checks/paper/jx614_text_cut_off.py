"""JX614 正文没有写完

查什么
    一段话以逗号、顿号、左括号或“的”“和”一类的字结束，后面就是标题或落款，或者全文这样结束。

为什么
    多半是复制时截断，或没有写完。

示例
    会报：一、基本情况｜项目由县教育局负责实施，覆盖12个乡镇，｜二、评价结论｜正文。
    会报：一、评价结论｜项目达到预期目标，但仍存在宣传不够、
    不报：一、基本情况｜项目由县教育局负责实施，｜覆盖12个乡镇。｜二、评价结论｜正文。

怎么改
    补写完整。

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
from jxbook.prose import is_signature

_OPEN = ("，", "、", "（", "“", "：“")
_BOUND = pattern(
    r"(?<!目)的\Z|以及\Z|[，、][^，、]{1,8}和\Z|将\Z|，(?:但|由于|因|对于|按照|根据|为了|包括|但在|并在|且在)[一-龥]{0,4}\Z"
)  # no sentence ends so
_SHORTEST, _SHOWN = 12, 16


def check(reading: Reading) -> Iterator[Flaw]:
    texts = [one for one in reading.paragraphs if one.text.strip() or one.table]
    for at, one in enumerate(texts):
        following = texts[at + 1] if at + 1 < len(texts) else None
        if one.table or len(one.text) < _SHORTEST:
            continue
        if not one.text.rstrip().endswith(_OPEN) and (
            not _BOUND.search(one.text.rstrip()) or not one.own.strip() or "，" not in one.text
        ):
            continue  # what ends with 的 may be a heading, or a line of a list
        if (
            following is None
            or (following.title and not following.table)
            or is_signature(texts[at + 1 : at + 3])
        ):
            end = len(one.text.rstrip())
            yield warning(
                reading.part(one).at(max(0, end - _SHOWN), end),
                f"这一段没有写完：{quote(one.text[max(0, end - _SHOWN) : end])}",
                f"多半是复制时截断；{grounds.COMPLETE.cite(reading.policy)}",
                "请补写完整",
            )
