"""The header of an indicator table: one row of headings or two, and which column holds what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import pairwise

from jxbook.dataclass import dataclass, field
from jxbook.form.indicator import LAST_YEAR
from jxbook.form.labels import BLOCK_LABELS
from jxbook.form.table import COMPARED, LABELS, LEVELS, SCORED
from jxbook.recognition.headings import (
    LOOSE_NAMES,
    LOOSE_SCORES,
    LOOSE_VALUES,
    Meaning,
    heading_year,
    indicator_heading,
    is_of_several_years,
    known_heading,
    of_others,
)
from jxbook.recognition.parted import printed
from jxbook.workbook.labelled_sheet import LabelledSheet

_BESIDE = 4
"""How far right of the last known column a further one may stand."""
_SERIALS = frozenset({"序号", "编号"})
_LABELS = frozenset(LABELS)
_FEWEST_BESIDE = 3
"""Known headings beside one that may be the label of a block as well."""
_FEWEST_LOOSE = 2
LONGEST_HEADING = 24
"""Characters of a heading; what is longer is prose."""


@dataclass(frozen=True, slots=True)
class Header:
    """Rows `top` to `bottom` hold the headings. `columns` is field → column, further ones by their heading.

    `texts` is column → heading as a label, `guessed` are the headings that are merely like a known one.
    """

    top: int
    bottom: int
    columns: Mapping[str, int]
    texts: Mapping[int, str]
    guessed: Mapping[str, Meaning] = field(default_factory=dict)
    further: tuple[str, ...] = ()
    placed: Mapping[str, int] = field(default_factory=dict)
    """Columns that are known by what stands in them alone: they have no heading, or a number for one."""
    weights: Mapping[str, int] = field(default_factory=dict)
    """Level → the column beside it that gives the points of its label: 一级指标 | 权重 | 二级指标 | 权重 | 三级指标."""

    @property
    def compares(self) -> bool:
        """There are columns for both target and actual."""
        return self.columns.keys() >= COMPARED

    @property
    def levelled(self) -> bool:
        """There is a column for 一级 or 二级指标."""
        return bool(self.columns.keys() & {*LEVELS})

    @property
    def left(self) -> int:
        """The first column of the table."""
        return min(self.columns[one] for one in _LABELS if one in self.columns)

    @property
    def right(self) -> int:
        """The last column of the printed table."""
        return max(
            printed(column) for name, column in self.columns.items() if name not in ("verdict", "last_year")
        )


def read_header(sheet: LabelledSheet, top: int, bottom: int) -> Header | None:
    """The header that one row or two make, None where they hold no headings over indicators."""
    texts = _joined(sheet, top, bottom) if bottom > top else dict(sheet.labels.get(top, {}))
    if not texts:
        return None
    read = [
        (column, meaning)
        for column, text in texts.items()
        if len(text) <= LONGEST_HEADING and text not in BLOCK_LABELS and (meaning := indicator_heading(text))
    ]
    read = _of_one_year(texts, read)
    if LOOSE_NAMES.isdisjoint(texts.values()) and _LABELS.isdisjoint(one.field for _, one in read):
        return None  # most rows that speak of figures are of money or of a table beside the form
    read.sort(
        key=lambda one: (not one[1].sure, not one[1].listed, is_of_several_years(texts[one[0]]), one[0])
    )
    columns: dict[str, int] = {}
    for column, meaning in read:
        if meaning.field in _LABELS:
            columns.setdefault(meaning.field, column)
    if "name" not in columns and (loose := _loose_name(texts, columns, read)):
        columns["name"] = loose
    if not columns:
        return None
    if "name" not in columns and "level2" in columns:
        columns["name"] = columns.pop("level2")  # a form of two levels: the lower one names the indicators
    first = max(columns.values())
    sure = [(column, one) for column, one in read if column > first and texts[column] not in LOOSE_SCORES]
    for column, meaning in sure:
        columns.setdefault(meaning.field, column)
    for column in sorted(texts):
        if column > first and texts[column] in LOOSE_SCORES and columns.keys() & COMPARED:
            columns.setdefault("earned" if "points" in columns else "points", column)
    for name, words in LOOSE_VALUES.items():
        loose_at = next((one for one in sorted(texts) if one > first and texts[one] in words), None)
        enough = len(columns.keys() & (COMPARED | SCORED)) >= _FEWEST_LOOSE
        if loose_at and enough and loose_at not in columns.values():
            columns.setdefault(name, loose_at)
    taken = {column: field for field, column in columns.items()}
    weights = _weights(columns, {column for column, one in read if one.field == "points"})
    guessed = {texts[column]: one for column, one in read if not one.sure and taken.get(column) == one.field}
    further = {
        text: column for text, column in _further(texts, columns).items() if column not in weights.values()
    }
    held = columns | further | _last_year(texts, columns)
    return Header(top, bottom, held, texts, guessed, tuple(further), weights=weights)


def _of_one_year(texts: Mapping[int, str], read: list[tuple[int, Meaning]]) -> list[tuple[int, Meaning]]:
    """Of headings that name several years those of the last one that has both values, and those that name none: 2022年完成值
    is nothing beside 2023年指标值 and 2023年完成值."""
    years = {column: year for column, _ in read if (year := heading_year(texts[column]))}
    if len(set(years.values())) < 2:
        return read
    each = [
        {years[column] for column, one in read if column in years and one.field == field}
        for field in COMPARED
    ]
    both = set.intersection(*each) or set.union(*each)
    return [one for one in read if years.get(one[0], max(both, default=0)) == max(both, default=0)]


def _weights(columns: Mapping[str, int], points: Collection[int]) -> dict[str, int]:
    """Of the columns headed 分值 those right of a level and left of the next one."""
    levels = sorted((column, name) for name, column in columns.items() if name in _LABELS)
    between = ((name, range(column + 1, right)) for (column, name), (right, _) in pairwise(levels))
    found = ((name, next((one for one in sorted(points) if one in place), 0)) for name, place in between)
    return {name: column for name, column in found if column}


def _loose_name(
    texts: Mapping[int, str], groups: Mapping[str, int], read: Collection[tuple[int, Meaning]]
) -> int | None:
    """The column whose heading, 绩效指标 or 指标, is over the names, for want of another one, where all else is known."""
    if len(read) < _FEWEST_BESIDE:
        return None
    left = max(groups.values(), default=0)
    measured = {one.field for _, one in read if one.sure} & (COMPARED | SCORED | {"reason"})
    if len(measured) < _FEWEST_BESIDE or not measured & COMPARED:
        return None
    return next((column for column, text in texts.items() if column > left and text in LOOSE_NAMES), None)


def _joined(sheet: LabelledSheet, top: int, bottom: int) -> dict[int, str]:
    """Column → the heading that two rows make together, {} where the second is no row of headings.

    A heading over several columns holds for each of them; under one of its own nothing stands.
    """
    upper, lower = sheet.labels.get(top, {}), sheet.labels.get(bottom, {})
    cells = sheet.raw.cells
    if not lower or any(isinstance(cells[bottom, one].value, Decimal) for one in sheet.rows[bottom]):
        return {}
    texts = dict(upper)
    for column, text in upper.items():
        beneath = [one for one in lower if column <= one <= sheet.end(top, column)]
        meaning = indicator_heading(text)
        if beneath == [column] and meaning and meaning.listed and not indicator_heading(text + lower[column]):
            return {}
        texts |= dict.fromkeys(beneath, text)
    return texts | {column: _of_two(texts.get(column, ""), text) for column, text in lower.items()}


def _of_two(above: str, text: str) -> str:
    """The heading that 年度 over 指标值 makes; 年初目标 under 完成情况 stays what it is, and 得分 under 复核 is no 得分."""
    own = known_heading(text)
    ways = [(way, meaning) for way in (above + text, text + above) if (meaning := indicator_heading(way))]
    found = next((way for way, meaning in ways if own is None or meaning.field == own.field), None)
    if found is None and own is not None and not of_others(above):
        return text
    return found or above + text


def _last_year(texts: Mapping[int, str], columns: Mapping[str, int]) -> dict[str, int]:
    """The column of a workbook of ours beside the printed page that says what was reached the year before."""
    beside = columns.get("verdict", max(columns.values()))
    found = [column for column, text in texts.items() if text == LAST_YEAR[0] and column > beside]
    return {"last_year": found[0]} if found and "verdict" in columns else {}


def _further(texts: Mapping[int, str], columns: Mapping[str, int]) -> dict[str, int]:
    """The columns whose headings are not known: 数据来源, 备注 … What is beside the printed page is none."""
    left, last = min(columns[one] for one in _LABELS if one in columns), max(columns.values())
    verdict = columns.get("verdict", last + _BESIDE)
    found: dict[str, int] = {}
    for column, text in texts.items():
        inside = left < column < verdict and (column < last or text not in BLOCK_LABELS)
        if inside and column not in columns.values() and text not in columns and text not in _SERIALS:
            found.setdefault(text, column)
    return found
