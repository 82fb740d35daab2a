"""The header of an indicator table: one row of headings or two, and which column holds what."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
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
from jxbook.recognition.parted import is_parted, printed
from jxbook.workbook.labelled_sheet import LabelledSheet

_BESIDE = 4
"""How far right of the last known column a further one may stand."""
_SERIALS = frozenset({"序号", "编号"})
_LABELS = frozenset(LABELS)
_FEWEST_BESIDE = 3
"""Known headings beside one that may be the label of a block as well."""
_FEWEST_LOOSE = 2
_LONGEST = 24
"""A heading is no longer; what is is prose."""
_MOST_HEADINGS = 128
"""Headings of a table, several times those of the widest."""
_WORDS = tuple("指标 值 得分 分值 权重 完成 实际 年度 评分 自评 一级 二级 三级".split())
"""What headings speak of."""


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


def headers_of(sheet: LabelledSheet) -> Iterator[Header]:
    """Every row of headings over indicators, from the top of the page."""
    done = 0
    for row, texts in sheet.labels.items():
        if row <= done or not _may_be(texts.values()) or not _one_is_sure(sheet, row):
            continue
        one, two = _read(sheet, row, row), _read(sheet, row, row + 1)
        more = _says_more(two, one) and _says_more(two, _read(sheet, row + 1, row + 1))
        found = two if more or _parts_headings(sheet, two, one) else one
        if found and _is_header(found):
            done = found.bottom
            yield found


def score_headers_of(sheet: LabelledSheet, left_out: Container[int]) -> Iterator[Header]:
    """Rows of headings over scores that follow from no target: 评价内容, 分值, 自评分; `left_out` are rows that are none."""
    for row, texts in sheet.labels.items():
        if row not in left_out and _may_be(texts.values()) and (found := _read(sheet, row, row)):
            fields = found.columns.keys()
            if fields >= SCORED | {"name"} and not fields & COMPARED and "level1" not in fields:
                yield found


def _may_be(texts: Collection[str]) -> bool:
    """A quick look: do two labels of a row speak of what headings speak of, and is it a row that can be printed?"""
    return 2 <= len(texts) <= _MOST_HEADINGS and sum(map(_speaks, texts)) >= 2


def _one_is_sure(sheet: LabelledSheet, row: int) -> bool:
    """Is a label of a row a heading by its own words, or with what stands under it? To find out which headings all of
    them are merely like takes twenty times as long."""
    upper, lower = sheet.labels[row], sheet.labels.get(row + 1, {})
    if any(map(_is_sure, upper.values())) or any(map(_is_sure, lower.values())):
        return True
    for column, text in lower.items():
        above = max((one for one in upper if one <= column), default=None)
        if above is not None and (_is_sure(upper[above] + text) or _is_sure(text + upper[above])):
            return True
    return False


def _is_sure(text: str) -> bool:
    return len(text) <= _LONGEST and known_heading(text) is not None


@lru_cache(maxsize=2048)  # every form prints the same labels
def _speaks(text: str) -> bool:
    return any(word in text for word in _WORDS)


def _says_more(two: Header | None, one: Header | None) -> bool:
    """Do two rows together have more known headings than the first alone?"""
    if two is None or not _is_header(two):
        return False
    known = len(two.columns.keys() - set(two.further))
    return one is None or known > len(one.columns.keys() - set(one.further))


def _parts_headings(sheet: LabelledSheet, two: Header | None, one: Header | None) -> bool:
    """Does the second row part headings of the first that are over several columns, and hold nothing else: 上半年, 下半年 and
    全年 under 完成情况?"""
    if two is None or one is None or not two.columns.keys() >= one.columns.keys() - set(one.further):
        return False
    upper, lower = sheet.labels[one.top], sheet.labels.get(two.bottom, {})
    wide = [(column, end) for column in upper if (end := sheet.end(one.top, column)) > column]
    return len(lower) == len(sheet.rows.get(two.bottom, ())) > 0 and all(
        any(left <= column <= end for left, end in wide) for column in lower
    )


def _is_header(found: Header) -> bool:
    """Is there something to be measured, and something that says how far it was reached?"""
    fields = found.columns.keys() - set(found.further)
    if not fields & _LABELS or len(fields) < 3:
        return False
    if fields & COMPARED and fields & {"name", "level2"}:
        return len(fields & (COMPARED | SCORED | {"reason"})) >= 2
    return "level1" in fields and "name" in fields and "earned" in fields


def _read(sheet: LabelledSheet, top: int, bottom: int) -> Header | None:
    texts = _joined(sheet, top, bottom) if bottom > top else dict(sheet.labels.get(top, {}))
    if not texts:
        return None
    read = [
        (column, meaning)
        for column, text in texts.items()
        if len(text) <= _LONGEST and text not in BLOCK_LABELS and (meaning := indicator_heading(text))
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


def begins_again(sheet: LabelledSheet) -> int | None:
    """The column in which a second form begins, beside the first one: a row of headings that starts once more."""
    for texts in sheet.labels.values():
        if len(texts) < 2 * _FEWEST_BESIDE or not _may_be(texts.values()):
            continue
        groups, values = set[str](), set[str]()
        start = 0
        for column, text in texts.items():
            meaning = known_heading(text) if len(text) <= _LONGEST else None
            if meaning is None:
                continue
            if meaning.field in _LABELS:
                if meaning.field in groups and len(values) > 1 and not start:
                    start, values = column, set()
                groups.add(meaning.field)
            elif meaning.field in COMPARED | SCORED:
                values.add(meaning.field)
        if start and len(values) > 1 and not is_parted(start):
            return start
    return None


def repeats(sheet: LabelledSheet, header: Header, row: int) -> bool:
    """Does a row hold the headings of a header once more?"""
    texts = sheet.labels.get(row)
    if not texts:
        return False
    own = sheet.labels[header.top]
    return all(own[column] == texts.get(column) for column in header.columns.values() if column in own)
