"""JX612 同级编号写法不一

查什么
    同一标题下、同一级的编号，有的写“1.”有的写“1、”，有的用全角括号有的用半角括号，（1）后面接着（二）。由 Word 自动生成的编号不查。

为什么
    同级编号应当写法一致，不一致会被要求统一。

示例
    会报：一、评价结论｜1.人员到位。｜2、资金到位。
    会报：一、基本情况｜（一）项目概况｜正文。｜(二)绩效目标｜正文。
    不报：一、评价结论｜1.人员到位。｜2.资金到位。

怎么改
    统一为一种写法，可以直接改：“一、”“（一）”“1.”“（1）”。

依据
    实践：公文中层次序数的通行写法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.prose import Label, Rank, ReadParagraph


def check(reading: Reading) -> Iterator[Flaw]:
    first: dict[tuple[object, ...], Label] = {}
    told: set[tuple[object, ...]] = set()
    last: Label | None = None
    before: Label | None = None
    for one in reading.paragraphs:
        label = one.label
        if label is not None:
            before, last = last, label
        if label is not None and before is not None and not (label.made or before.made or one.generated):
            yield from _strayed(reading, one, label, before)
        if label is None or label.made or one.generated or label.rank is Rank.CIRCLED:
            continue
        place = (label.rank, *(each for each in one.path if each[0] < label.rank))
        known = first.setdefault(place, label)
        if label.number == 1:
            first[place] = label
        elif known.shape != label.shape and place not in told:
            told.add(place)
            yield note(
                reading.part(one).at(0, len(label.text.rstrip())),
                f"同级编号写法不一：前面写{quote(known.text.strip())}，这里写{quote(label.text.strip())}",
                f"同级编号应当写法一致；{grounds.PRUDENT}",
                "请统一为一种写法",
            )


def _strayed(reading: Reading, one: ReadParagraph, label: Label, before: Label) -> Iterator[Flaw]:
    """（二） right behind （1）: the same count, in the bracket of the other kind."""
    goes_on = label.number == before.number + 1 > 1
    changed = (before.rank, label.rank) == (Rank.PARENTHESISED, Rank.BRACKETED)
    if goes_on and changed and not _counted(reading, one):
        yield note(
            reading.part(one).at(0, len(label.text.rstrip())),
            f"{quote(before.text.strip())}之后写{quote(label.text.strip())}，编号的写法变了",
            f"同级编号应当写法一致；{grounds.PRUDENT}",
            "请统一为一种写法",
        )


def _counted(reading: Reading, one: ReadParagraph) -> bool:
    """Has a （一） stood before it under the same part?"""
    part = one.path[:1]
    return any(
        each.label is not None
        and each.label.rank is Rank.BRACKETED
        and each.number < one.number
        and each.path[:1] == part
        for each in reading.paragraphs
    )
