"""Which rows of a page are headers of indicator tables, and where headings stand once more."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from functools import lru_cache

from jxbook.form.table import COMPARED, LABELS, SCORED
from jxbook.recognition.header import LONGEST_HEADING, Header, read_header
from jxbook.recognition.headings import known_heading
from jxbook.recognition.parted import is_parted
from jxbook.workbook.labelled_sheet import LabelledSheet

_LABELS = frozenset(LABELS)
_FEWEST_TWICE = 6
"""Headings of a row in which two forms begin, three of each."""
_MOST_HEADINGS = 128
"""Headings of a table, several times those of the widest."""
_WORDS = tuple("指标 值 得分 分值 权重 完成 实际 年度 评分 自评 一级 二级 三级".split())
"""What headings speak of."""


def headers_of(sheet: LabelledSheet) -> Iterator[Header]:
    """Every row of headings over indicators, from the top of the page."""
    done = 0
    for row, texts in sheet.labels.items():
        if row <= done or not _may_be(texts.values()) or not _one_is_sure(sheet, row):
            continue
        one, two = read_header(sheet, row, row), read_header(sheet, row, row + 1)
        more = _says_more(two, one) and _says_more(two, read_header(sheet, row + 1, row + 1))
        found = two if more or _parts_headings(sheet, two, one) else one
        if found and _is_header(found):
            done = found.bottom
            yield found


def score_headers_of(sheet: LabelledSheet, left_out: Container[int]) -> Iterator[Header]:
    """Rows of headings over scores that follow from no target: 评价内容, 分值, 自评分; `left_out` are rows that are none."""
    for row, texts in sheet.labels.items():
        if row not in left_out and _may_be(texts.values()) and (found := read_header(sheet, row, row)):
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
    return len(text) <= LONGEST_HEADING and known_heading(text) is not None


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


def begins_again(sheet: LabelledSheet) -> int | None:
    """The column in which a second form begins, beside the first one: a row of headings that starts once more."""
    for texts in sheet.labels.values():
        if len(texts) < _FEWEST_TWICE or not _may_be(texts.values()):
            continue
        groups, values = set[str](), set[str]()
        start = 0
        for column, text in texts.items():
            meaning = known_heading(text) if len(text) <= LONGEST_HEADING else None
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
    texts, own = sheet.labels.get(row), sheet.labels.get(header.top)
    if not texts or not own:
        return False
    return all(own[column] == texts.get(column) for column in header.columns.values() if column in own)
