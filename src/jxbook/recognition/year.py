"""The year of a form, in whatever way it is written above the table: （2024年度）, 评价年度：2024, 二〇二四年度, in the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from jxbook.form import NO_ENTRY, Entry
from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.place import CAPTIONS
from jxbook.recognition.head import project_row
from jxbook.recognition.headings import money_heading
from jxbook.recognition.years import YEAR, is_year, may_name_year, year_of
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_WHOLE_YEAR = pattern(rf"\(?{YEAR}年0?1月(?:0?1日)?[-—–~～至到]+(?:\1年)?12月(?:31日)?\)?\Z")
"""（2023年1月—12月）."""
_LINE = pattern(rf"\(?(?:{YEAR})?年度?\)?(?:(?:金额|货币|计量)?单位:[亿万千百]?元)?\Z")
"""A line of the year alone, filled in or not."""
_TITLE = pattern(
    rf"\(?{YEAR}年度?\)?.*(?:自评表|绩效)"
    rf"|\(?(?:FY)?{YEAR}(?![\d./年月-]).{{,40}}(?:自评|评价|评分|打分)表|.{{,40}}(?:自评|评价|评分|打分)表\(?{YEAR}\)?\Z"
    rf"|.{{,40}}{YEAR}年.{{,40}}绩效(?:自评|评价)的?报告\Z"
    rf"|.{{,40}}{YEAR}年.{{,40}}(?:自评|评价|评分|打分)表|.{{,40}}(?:自评|评价|评分|打分)表.{{,9}}{YEAR}年"
)
_SAID = pattern(rf".{{,60}}(?:(?:年度|年份):{YEAR}|(?<!\d){YEAR}年度)")


def read_title_year(sheet: LabelledSheet, header: int, head: Iterable[Entry]) -> Entry:
    """The line （2024年度） above the form, a title or a label with its year, else such a line that is not filled in.

    What is an entry of the `head`, as the name of the project, is no title.
    """
    taken = {entry.cell for entry in head if not entry.blank}
    lines = (one for one in _lines(sheet, header) if one.cell not in taken)
    unfilled: Entry | None = None
    for one in chain(_labelled(sheet, header), lines, _anywhere(sheet, header)):
        if year_of(NO_ENTRY, one):
            return one
        unfilled = unfilled or one
    return unfilled or NO_ENTRY


def _labelled(sheet: LabelledSheet, header: int) -> Iterator[Entry]:
    """评价年度：2024 in one cell, or with the year beside its label."""
    for row in sheet.rows_from(1, header):
        for pairs in sheet.stated.get(row, {}).values():
            yield from (entry for text, entry in pairs.items() if text in known.YEAR_LABELS)
        texts = sheet.labels.get(row, {})
        if known.YEAR_LABELS.isdisjoint(texts.values()):
            continue
        years = [sheet.beside(row, column) for column, text in texts.items() if text in known.YEAR_LABELS]
        if _years_of(sheet, row) == 1:
            yield from (one for one in years if is_year(fold(one.text)))


def _lines(sheet: LabelledSheet, header: int) -> Iterator[Entry]:
    """Lines of the year alone and titles. Below the head of the form 2023年 alone is one of several years of money."""
    head = project_row(sheet, 0, header)
    for row in sheet.rows_from(1, header):
        money = sum(money_heading(text) is not None for text in sheet.labels.get(row, {}).values()) > 1
        alone = (head is None or row <= head) and not money and _years_of(sheet, row) < 2
        for column in sheet.rows[row]:
            text = fold(sheet.text(row, column))
            bare = len(sheet.rows[row]) == 1 and is_year(text)
            captions = sheet.raw.of_word and column >= CAPTIONS
            if ((alone or captions) and (bare or _is_line(text))) or _is_title(text):
                yield sheet.entry(row, column)


def _is_line(text: str) -> bool:
    """Is a text a line of the year alone, or of the months of a whole one?"""
    return _LINE.match(text) is not None or ("月" in text and _WHOLE_YEAR.match(text) is not None)


def _is_title(text: str) -> bool:
    """Is a text a title that names its year?"""
    return may_name_year(text) and _TITLE.match(text) is not None and _LINE.match(text) is None


def _anywhere(sheet: LabelledSheet, header: int) -> Iterator[Entry]:
    """What else stands above the head and speaks of a year: 填报单位：某局 2024年度."""
    head = project_row(sheet, 0, header) or header
    places = [(row, column) for row in sheet.rows_from(1, head) for column in sheet.rows[row]]
    if sheet.raw.of_word and not places:  # what stands before the table is beside its first row
        places = [(head, column) for column in sheet.rows[head] if column >= CAPTIONS]
    for one in (sheet.entry(*place) for place in places):
        if isinstance(one.raw, str) and _SAID.match(fold(one.raw)):
            yield one


def _years_of(sheet: LabelledSheet, row: int) -> int:
    """How many cells of a row are years and nothing else."""
    return sum(is_year(fold(sheet.text(row, column))) for column in sheet.rows[row])
