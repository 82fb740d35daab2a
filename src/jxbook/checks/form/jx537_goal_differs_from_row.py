"""JX537 总体目标里的数与指标表不一致

查什么
    年度总体目标里写明了三级指标名称和数的（危桥改造18座），“预期目标”与该指标的年度指标值、
    “实际完成情况”与它的实际完成值是否一致，按文字所写的小数位比较。单位相同的才比较；同一名称写了几处的、
    约数、写明“计划”“其中”“截至×月”“上年”“三年”的，不比较。

为什么
    同一件事在总体目标和指标表里是两个数，评审时不知道该信哪一个。

示例
    会报：实际完成情况：全年举办活动25场，居民反映较好｜三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：21场
    会报：预期目标：举办活动30场以上｜三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：21场
    不报：实际完成情况：计划举办活动20场，实际举办21场｜三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：21场

怎么改
    核对验收、统计等原始资料，把写错的一处改正。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.dataclass import dataclass
from jxbook.form import Entry, Indicator
from jxbook.pattern import pattern
from jxbook.prose import Figure, FigureKind, figures, opening
from jxbook.values import Kind, fold
from jxbook.values.units import Unit, read_unit

_KINDS = (FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MONEY)
_MEASURE = pattern(r"(?:总?(?:数量?|长度|里程|面积|规模|个数|次数|场次|条数|套数|座数|人数|户数|亩数))\Z")
"""What a name counts by: of 危桥改造数量 a text says 危桥改造18座."""
_VERBS = "(?:新建|建设|完成|新增|实施|开展|举办|购置|维修|修建|计划)"
_DOING, _DONE = pattern(rf"\A{_VERBS}"), pattern(rf"{_VERBS}\Z")
_SHORTEST, _NEAR, _QUOTED = 3, 60, 20
_BEFORE_NAME = pattern(
    r"(?:\A|[^一-龥]|完成|实施|开展|组织|举办|建设|新建|配套|全年|年度|本年|当年|今年|共计?|累计|实际|已经?|年|月|底|和|及|与|并|其他|了)\Z"
)
"""What a name stands behind that is not longer than we know: of 受益贫困人口 another row may tell than of 人口."""
_FILLING = pattern(r"(?:已|共计?|实际|累计|完成|任务|总?数量?|了){0,6}\s?\Z")
_NOT_THE_WHOLE = pattern(
    r"计划|目标|原定|原计划|拟|应|其中|截至(?:20\d\d年)?[1-9]月|截至(?:20\d\d年)?1[01]月|上半年|季度|上年|去年|同期|中期|前期|[一二三四五]期|每|分别|各"
    r"|[二三四五两]年|十[三四五]五|总体|未|剩余|其余|尚|仍|超|增|减|达标|比"
)
_AT_LEAST = pattern(r"\s?(?:以上|以下|以内)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as a goal may repeat it: the core words of its name, how it is printed, its numbers and their unit."""

    name: str
    core: str
    shown: str
    numbers: tuple[Decimal, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure of a goal with its unit as the values know it."""

    figure: Figure
    unit: Unit

    @property
    def value(self) -> Decimal:
        """The number in base units."""
        return (self.figure.number or Decimal(0)) * self.unit.factor


def check(case: Case) -> Iterator[Flaw]:
    if not any(figures(text) for _, goal in case.goals for text in (goal.expected.text, goal.achieved.text)):
        return
    rows = [row.indicator for row in case.rows]
    targets = [one for row in rows if (one := _target(row)) is not None]
    actuals = [one for row in rows if (one := _actual(row)) is not None]
    for title, goal in case.goals:
        for name, entry, known, said in (
            ("预期目标", goal.expected, targets, "年度指标值"),
            ("实际完成情况", goal.achieved, actuals, "实际完成值"),
        ):
            for row, told in _contradicted(entry, known):
                yield warning(
                    entry,
                    f"{title}{name}写有{_said(entry.text, told)}，"
                    f"指标表中{quote(row.name)}的{said}是{quote(row.shown)}",
                    f"总体目标与指标表的数应当一致；{grounds.TRUE.cite(case.policy)}",
                    "请核对原始资料，把写错的一处改正",
                )


def _said(text: str, one: Figure) -> str:
    """The clause up to the figure, or what of it can be quoted."""
    return quote(text[max(opening(text, one.start), one.end - _QUOTED) : one.end])


def _target(row: Indicator) -> _Row | None:
    value = row.target_value
    numbers = tuple(one for one in (value.low, value.high) if one is not None)
    if value.kind is not Kind.NUMBER or not numbers or value.change is not None or value.doubts:
        return None
    return _Row(row.name.text, _core(row.name.text), row.target.text, numbers, value.unit)


def _actual(row: Indicator) -> _Row | None:
    value = row.actual_value
    plain = value.kind is Kind.NUMBER and not value.bound and value.change is None and not value.doubts
    if not plain or value.number is None:
        return None
    return _Row(row.name.text, _core(row.name.text), row.actual.text, (value.number,), value.unit)


def _core(name: str) -> str:
    """What of a name a text repeats."""
    bare = fold(name)
    return _MEASURE.sub("", bare) or bare


def _contradicted(entry: Entry, rows: list[_Row]) -> Iterator[tuple[_Row, Figure]]:
    """The rows of which a goal tells one number, and another one than they have."""
    text = entry.text
    every = [
        _Said(one, unit) for one in figures(text) if one.kind in _KINDS and (unit := read_unit(one.unit))
    ]
    standing = {(one.unit.dimension, one.value) for one in every}
    named: dict[int, list[_Said]] = {}
    known = _by_name(rows)
    lengths = sorted({len(name) for name in known})
    for one in every:
        for at in {known[name] for name in _names(text, one.figure, known, lengths)}:
            if rows[at].unit.dimension == one.unit.dimension:
                named.setdefault(at, []).append(one)
    for at, told in named.items():
        row = rows[at]
        if len(told) > 1 or _agrees(told[0], row) or not _settled(text, told[0].figure):
            continue
        if any((row.unit.dimension, number * row.unit.factor) in standing for number in row.numbers):
            continue  # the number stands there; the other one is that of a part, or of a plan
        if (
            sum(
                row.unit.dimension == other.unit.dimension and _overlap(row.core, other.core)
                for other in rows
            )
            == 1
        ):
            yield row, told[0].figure  # else nobody knows which of them is meant


def _by_name(rows: list[_Row]) -> dict[str, int]:
    """The rows by what a text may call them, with and without what is done: 新建机耕路, 机耕路. A name that several
    bear says of none of them."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for name in {row.core, _DOING.sub("", row.core)}:
            if row.unit.dimension and _SHORTEST <= len(name) <= _NEAR:
                found.setdefault(name, []).append(at)
    return {name: at for name, (at, *others) in found.items() if not others}


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _agrees(one: _Said, row: _Row) -> bool:
    step = one.figure.step / one.figure.scale * one.unit.factor
    return any(
        abs(one.value - number * row.unit.factor) * 2 <= step or one.figure.number == number
        for number in row.numbers
    )


def _settled(text: str, one: Figure) -> bool:
    """Is it said to be this number, of the whole year?"""
    exact = one.exact or one.bound or _AT_LEAST.match(text, one.end) is not None
    return exact and not _NOT_THE_WHOLE.search(text[opening(text, one.start) : one.start])


def _names(text: str, one: Figure, known: Collection[str], lengths: Sequence[int]) -> Iterator[str]:
    """The names that stand before a figure, or around it: 新建机耕路3公里, 新建3公里机耕路."""
    before = text[max(0, one.start - _NEAR) : one.start]
    if doing := _DONE.search(before):
        for length in lengths:
            if (name := text[one.end : one.end + length]) in known and doing[0] + name in known:
                yield name
    if filling := _FILLING.search(before):
        before = before[: filling.start()]
    for length in lengths:
        if (name := before[-length:]) in known and _BEFORE_NAME.search(before[:-length]):
            yield name
