"""The rows above the indicator table whose labels speak of money spent: the header of the money block, in one row or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from jxbook.form import Entry
from jxbook.recognition.headings import heading_year, money_heading, speaks_of_spending
from jxbook.recognition.money_beside import is_amount
from jxbook.recognition.money_line import AMOUNTS
from jxbook.workbook.cellvalues import LAST_COLUMN
from jxbook.workbook.labelled_sheet import LabelledSheet

_SUMS = frozenset({"合计", "小计", "总计"})
_SUMMED = frozenset({*AMOUNTS, "change"})
_WHEN = frozenset("年初 期初 批复 调整后 追加后 最终 全年 年度".split())
"""What says of a heading above it, 预算数, which budget is meant."""
_MONEY = "预算", "资金", "指标"


def money_headers(sheet: LabelledSheet, header: int) -> Iterator[tuple[int, Mapping[int, str]]]:
    """Rows of labels above the table that speak of money spent, as column → heading; two of them together where the
    lower one parts headings of the upper: 年初 and 调整后预算 under 预算数, 预算数 and 执行数 under 2024年."""
    before, above, spends_above = 0, dict[int, str](), False
    for row, texts in sheet.labels.items():
        if row >= header:
            return
        if _is_parted(sheet, row, texts):
            before, above, spends_above = row, texts, any(map(speaks_of_spending, texts.values()))
            continue
        spends, together = any(map(speaks_of_spending, texts.values())), before == row - 1
        if spends or (spends_above and together):
            together = together and not any(is_amount(sheet.entry(row, one)) for one in sheet.rows[row])
            yield row, _under(sheet, before, above, texts) if together else texts
        before, above, spends_above = row, texts, spends


def _is_parted(sheet: LabelledSheet, row: int, texts: Mapping[int, str]) -> bool:
    """Does the row below part a heading of this one that speaks of a change: 调增 and 调减 under 预算调整?"""
    below = sheet.labels.get(row + 1, {})
    return any(
        money_heading(text) == "change"
        and any(
            column <= one <= (end := sheet.end(row, column))
            and (end > column or money_heading(part) == "change")
            for one, part in below.items()
        )
        for column, text in texts.items()
    )


def _under(
    sheet: LabelledSheet, row: int, above: Mapping[int, str], texts: Mapping[int, str]
) -> dict[int, str]:
    """The headings of two rows: those of the lower one, each behind the year above it, and where the lower one parts
    headings of the upper `row`, those that go down beside them."""
    above = {one: text for one, text in above.items() if not text.endswith("表")}
    years = {one for one, text in above.items() if heading_year(text)}
    ends = {
        one: max(sheet.end(row, one), behind - 1 if one in years else one)
        for one, behind in pairwise([*above, LAST_COLUMN + 1])
    }
    covering = {column: next((one for one in above if one <= column <= ends[one]), 0) for column in texts}
    for column in texts:  # 预算数 stands above 年初 and 全年 though its cells are not merged
        if not covering[column] and texts[column] in _WHEN:
            covering[column] = max((one for one in above if one < column), default=0)
    found = {
        column: f"{heading_year(above[over])}年{text}" if (over := covering[column]) in years else text
        for column, text in texts.items()
    }
    for column, text in texts.items():
        upper = above[covering[column]] if covering[column] else ""
        if text in _SUMS and money_heading(upper) in _SUMMED:
            found[column] = upper  # 小计 of 中央 and 地方 under 全年预算数, of 调增 and 调减 under 预算调整
        elif text in _WHEN and any(word in upper for word in _MONEY):
            found[column] = f"{text}预算数"
    if any(money_heading(text) for text in found.values()):
        beside = above.keys() - covering.values()
        found |= {one: above[one] for one in beside if money_heading(above[one])}
    return found


def printed_heading(sheet: LabelledSheet, row: int, column: int) -> Entry:
    """The heading of a column of the block, of which `row` is the last row of the header, as it is printed."""
    own = sheet.entry(row, column)
    return sheet.entry(row - 1, column) if own.blank else own
