"""What the amounts of a money block are in: the form says it once, and some of its headings otherwise."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.form import Entry, bare_amount
from jxbook.pattern import pattern
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_UNIT = pattern(r"(?:\(|单位:)(万元|元|亿元)(?:\)|\Z)")


def unit_above(sheet: LabelledSheet, header: int) -> str:
    """The unit of the form, which stands in a bracket or behind 单位 above the indicator table; 万元 where none does."""
    units = (unit_in(text) for _, _, text in sheet.texts_from(1, header))
    return next((unit for unit in units if unit), "万元")


def unit_in(text: str) -> str:
    """The unit that a heading names, 全年预算数（元）; "" where it names none."""
    match = _UNIT.search(fold(text)) if "元" in text else None
    return match[1] if match else ""


def in_own_unit(sheet: LabelledSheet, row: int, column: int, entry: Entry, unit: str) -> Entry:
    """An amount under, or beside, a heading at this place, with the heading's unit behind it where that is not the form's. A
    heading over several columns says so for each of them."""
    cell = sheet.raw.cells.get((row, column))
    heading = cell.value if cell is not None and isinstance(cell.value, str) else ""
    return in_unit_of(heading if unit_in(heading) else _heading_over(sheet, row, column), entry, unit)


def _heading_over(sheet: LabelledSheet, row: int, column: int) -> str:
    """The heading in the row above that is over several columns, this one among them: 预算执行情况（元）."""
    for left in sheet.rows.get(row - 1, ()):
        if left <= column <= sheet.end(row - 1, left) and sheet.end(row - 1, left) > left:
            return sheet.entry(row - 1, left).text
    return ""


def in_unit_of(heading: str, entry: Entry, unit: str) -> Entry:
    """An amount of a heading, 全年预算数（元）, with the unit that it names where that is not the form's `unit`."""
    own = unit_in(heading)
    if own in ("", unit) or bare_amount(entry) is None:
        return entry
    return replace(entry, raw=f"{entry.text}{own}", number_format="General")
