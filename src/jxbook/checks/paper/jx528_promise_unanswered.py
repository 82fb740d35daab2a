"""JX528 目标里的数没有回应

查什么
    绩效目标一节写明数量的目标（开展活动17次、解决问题40个），后面各节有没有写完成了多少：单位相同，数相同或说的是同一件事。

为什么
    目标与完成情况对不上，看不出完成得怎样。

示例
    会报：一、基本情况｜（一）项目绩效目标｜开展17次社区文化活动，解决40个突出问题。｜二、项目产出｜组织了丰富多彩的活动。
    不报：一、基本情况｜（一）项目绩效目标｜开展17次社区文化活动。｜二、项目产出｜全年开展社区文化活动18次。

怎么改
    对照目标里的每个数，写明实际完成了多少。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括项目总体绩效目标完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, listed
from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose import Figure, FigureKind, clauses, figures

_GOALS = pattern(r"绩效目标|总体目标|阶段性目标|年度目标|具体目标")
_NOT_GOALS = pattern(r"完成情况|实现情况|分析|评价")
_LINE = pattern(r"\A(?:总体目标|阶段性目标|年度目标)\s*[：:]")
_IDLE = frozenset({"年", "周", "天", "个月", "岁", "分", "分钟", "元", "小时", "期", "批", "届"})
_NAMED = pattern(r"[“‘][^”’，。]{0,6}\Z")  # “15分钟养老服务圈” is a name
_COMMON = frozenset("完成开展个次场达到实际全年的了不少于")


def check(reading: Reading) -> Iterator[Flaw]:
    goals = [one for one in reading.passages if _is_goal(one)]
    rest = [one for one in reading.passages if not _is_goal(one)]
    if (
        not goals
        or not rest
        or (reading.case is not None and reading.case.rows and any(one.table for one in reading.paragraphs))
    ):
        return  # a form answers target by target
    told = _told(rest)
    for part in goals:
        open_ = [(one, words) for one, words in _counts(part) if not _answered(one, words, told)]
        if open_:
            first, last = open_[0][0], open_[-1][0]
            yield note(
                part.at(first.start, last.end),
                f"目标里的{listed(around(part.text, one.start, one.end) for one, _ in open_[:3])}，后面没有写完成了多少",
                grounds.GOALS.cite(reading.policy),
                "请对照目标里的每个数，写明实际完成了多少",
            )


def _is_goal(part: TextPart) -> bool:
    if _LINE.match(part.text):
        return True
    titles = [title for _, _, title in part.paragraph.path]
    return any(_GOALS.search(title) and not _NOT_GOALS.search(title) for title in titles[-2:])


def _counts(part: TextPart) -> Iterator[tuple[Figure, str]]:
    for clause in clauses(part.text):
        if any(one.isdigit() for one in clause.text):
            for one in figures(clause.text):
                if (
                    one.kind is FigureKind.COUNT
                    and one.base not in _IDLE
                    and not one.spoken
                    and "/" not in one.unit
                    and not _NAMED.search(clause.text, 0, one.start)
                ):
                    moved = Figure(
                        one.kind,
                        one.text,
                        one.start + clause.start,
                        one.end + clause.start,
                        one.number,
                        one.unit,
                    )
                    yield moved, clause.text


@dataclass(frozen=True, slots=True)
class _SaidInUnit:
    """What the rest of a report says in one unit: the numbers, and the pairs of characters beside them."""

    values: set[Decimal]
    pairs: set[str]


def _told(rest: Iterable[TextPart]) -> dict[str, _SaidInUnit]:
    """Unit → what is said in it."""
    found: dict[str, _SaidInUnit] = {}
    for part in rest:
        for one, words in _counts(part):
            held = found.setdefault(_unit(one), _SaidInUnit(set(), set()))
            if one.value is not None:
                held.values.add(one.value)
            held.pairs.update(_pairs(words))
    return found


def _answered(goal: Figure, words: str, told: Mapping[str, _SaidInUnit]) -> bool:
    held = told.get(_unit(goal))
    return held is not None and (goal.value in held.values or not held.pairs.isdisjoint(_pairs(words)))


def _unit(one: Figure) -> str:
    return one.base.replace("次", "场")


def _pairs(words: str) -> Iterator[str]:
    bare = "".join(one for one in words if "一" <= one <= "龥" and one not in _COMMON)
    return ("".join(pair) for pair in pairwise(bare))
