"""One form → the cells of a blank template: what was filled in finds its place in another workbook.

The source may be a sample, a foreign file or last year's workbook: only what its entries say counts,
not where they stood. Nothing is dropped in silence: `Carried.lost` lists what found no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, NO_RECORDS, Entry, Form, FundingRow, Indicator, Records, amount, yuan_in
from jxbook.form.facts import RECEIVED
from jxbook.form.labels import REPLACES, label
from jxbook.form.table import heading_of
from jxbook.making.transfer.carrier import Carried, Carrier, NewValue
from jxbook.making.transfer.labelled import head_of, lines_of, money_label
from jxbook.making.transfer.rows import PlacedRow, place_rows, rows_of
from jxbook.making.transfer.split import bare_actual, number_or_text, split_target
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.policy.for_form import without_execution
from jxbook.scoring.key_points import by_indicator, points_of
from jxbook.values import fold
from jxbook.workbook.grid import Grid
from jxbook.workbook.names import PASSAGE_WIDTH
from jxbook.workbook.records import FIELDS, TooFewRows, record_changes, records_in_unit

_LAST_YEAR, _MODE = "上年实际完成值", "写入方式"


class NoPlace(ValueError):
    """The new workbook has no place for an entry."""


def transfer(
    source: Form, blank: Form, grid: Grid, policy: Policy, last_year: Sequence[Entry] = ()
) -> Carried:
    """Carry every entry of `source` into `blank`, whose cells are those of `grid`.

    Cells that hold a formula are left to it: what the source states there is computed anew. `last_year` are
    entries for the column 上年实际完成值, one for each of the source's indicators.
    """
    carrier = Carrier(grid)
    _carry_head(carrier, source, blank)
    _carry_money(carrier, source, blank)
    if blank.funding.points.cell is not None and without_execution(policy, source):
        carrier.write(blank.funding.points.cell, Decimal(0))
    _carry_goals(carrier, source, blank)
    placed = _carry_indicators(carrier, source, blank, policy)
    _carry_last_year(carrier, source, placed, grid, last_year)
    for text, entry in source.boxes.items():
        carrier.put(text, entry, blank.boxes.get(text) or blank.project.facts.get(text))
    _carry_passages(carrier, source, blank, grid)
    factor = _factor(source.funding.unit, blank.funding.unit)
    _carry_records(carrier, records_in_unit(source.records, factor), grid)
    return carrier.carried


# The head and the money


def _carry_head(carrier: Carrier, source: Form, blank: Form) -> None:
    if source.year is not None and blank.year_entry.cell is not None:
        carrier.write(blank.year_entry.cell, Decimal(source.year))
        carrier.note(
            source.title_year if source.year_entry.blank else source.year_entry, blank.year_entry.cell
        )
    places = lines_of(blank)
    factor = _factor(source.funding.unit, blank.funding.unit)
    for text, entry in (*head_of(source).items(), *source.project.facts.items()):
        value = _amount(entry, source.funding.unit, factor) if text == RECEIVED else None
        carrier.put(text, entry, places.get(text), value)


def _carry_money(carrier: Carrier, source: Form, blank: Form) -> None:
    money, places = source.funding, list(blank.funding.parts)
    _carry_amounts(carrier, money.total, blank.funding.total)
    for row in money.parts:
        place = next((one for one in places if money_label(one) == money_label(row)), None)
        if place is not None:
            places = [one for one in places if one is not place]
        _carry_amounts(carrier, row, place or FundingRow(row.label, unit=row.unit))
    for row in money.further:  # our form asks for the parts of the whole alone
        _carry_amounts(carrier, row, FundingRow(row.label, unit=row.unit))
    carrier.put("预算执行率的分值", money.points, blank.funding.points, _numeral(money.points))


def _carry_amounts(carrier: Carrier, row: FundingRow, place: FundingRow) -> None:
    """Amounts in the new form's money unit; what is no amount goes over as it is."""
    factor = _factor(row.unit, place.unit)
    for name, entry, target in (
        ("年初预算数", row.initial_budget, place.initial_budget),
        ("全年预算数", row.budget, place.budget),
        ("全年执行数", row.spent, place.spent),
    ):
        carrier.put(f"{row.label}：{name}", entry, target, _amount(entry, row.unit, factor))


def _factor(own: str, unit: str) -> Decimal:
    """What an amount in its `own` money unit is multiplied by to be in `unit`."""
    return yuan_in(own) / yuan_in(unit)


def _amount(entry: Entry, unit: str, factor: Decimal) -> NewValue | None:
    """An amount in the new unit; a numeral that was typed as text becomes the number it is."""
    number = amount(entry, unit)
    if number is None:
        return None
    return _numeral(entry) if factor == 1 else number * factor


def _numeral(entry: Entry) -> NewValue | None:
    """ "1,000.50" as the number it is; None for what is a number already, or more than digits."""
    return number_or_text(fold(entry.text).replace(",", "")) if isinstance(entry.raw, str) else None


# The goals and the indicator table


def _carry_goals(carrier: Carrier, source: Form, blank: Form) -> None:
    """Goal by goal; goals beyond the last place share it, each on lines of its own."""
    last = len(blank.goals) - 1
    for turn, place in enumerate(blank.goals):
        goals = source.goals[turn : None if turn == last else turn + 1]
        for name, target, entries in (
            ("预期目标", place.expected, [one.expected for one in goals]),
            ("实际完成情况", place.achieved, [one.achieved for one in goals]),
            ("年度目标的权重", place.weight, [one.weight for one in goals]),
        ):
            _put_together(carrier, name, [one for one in entries if not one.blank or one.unknown], target)


def _put_together(carrier: Carrier, name: str, entries: list[Entry], target: Entry, width: float = 0) -> None:
    """Entries that share a place, each on lines of its own."""
    together = "\n".join(one.text for one in entries) if len(entries) > 1 else None
    for one in entries:
        carrier.put(name, one, target, together, width=width)


def _carry_indicators(carrier: Carrier, source: Form, blank: Form, policy: Policy) -> list[PlacedRow]:
    """Row by row; the rows with their places."""
    placed = place_rows(rows_of(source, policy), blank, policy)
    points = by_indicator(source.records.key_points)
    unused = {id(one): one for one in blank.indicators}
    relabelled: dict[CellRef, str] = {}
    for row, place in placed:
        if place is None and not row.wanted:
            continue
        one = place or Indicator.read()
        unused.pop(id(place), None)
        _carry_row(carrier, row.source, one, typed=points_of(row.source, points) is None)
        if source.policy_id == policy.id:
            for said, entry, text in (
                (row.source.level1, one.level1, row.level1),
                (row.source.level2, one.level2, row.level2),
            ):
                if entry.cell and text and fold(entry.text) != text and relabelled.get(entry.cell) != text:
                    relabelled[entry.cell] = text
                    carrier.put("指标名称", said, entry, text)
    for one in unused.values():
        for entry in (one.name, one.target, one.actual, one.points, one.reason, one.nature, one.unit):
            carrier.clear(entry)
    return placed


def _carry_last_year(
    carrier: Carrier, source: Form, placed: list[PlacedRow], grid: Grid, last_year: Sequence[Entry]
) -> None:
    """Last year's actuals beside the page, each in the row of its indicator."""
    actuals = {id(one): entry for one, entry in zip(source.indicators, last_year, strict=False)}
    headed = _headed(grid, _LAST_YEAR) if actuals else {}
    for row, place in placed:
        entry = actuals.get(id(row.source), NO_ENTRY)
        if place is None or place.actual.cell is None or entry.blank or entry.none:
            continue
        beside = _cell_under(headed, place.actual.cell)
        carrier.put(f"{row.source.title}：上年实际完成值", entry, Entry(cell=beside))


def _headed(grid: Grid, heading: str) -> dict[str, int]:
    """Sheet → its first column with this heading."""
    found: dict[str, int] = {}
    for sheet in grid.sheets:
        columns = (column for (_, column), one in sheet.cells.items() if label(one.value) == heading)
        if (first := next(columns, None)) is not None:
            found[sheet.name] = first
    return found


def _cell_under(headed: Mapping[str, int], cell: CellRef) -> CellRef | None:
    """The cell in this row in the column of its sheet that is headed so."""
    column = headed.get(cell.sheet)
    return None if column is None else CellRef(cell.sheet, cell.row, column, cell.of_word)


def _carry_row(carrier: Carrier, one: Indicator, place: Indicator, *, typed: bool) -> None:
    """One row: what the template suggests there makes way. `typed` target and actual take a formula's place.

    Others are left to it: they are counted from 评价要点.
    """
    title = one.title
    for entry, target in ((one.name, place.name), (one.points, place.points), (one.target, place.target)):
        if entry.blank:
            carrier.clear(target)
    carrier.put(f"{title}：三级指标", one.name, place.name)
    carrier.put(f"{title}：分值", one.points, place.points, _numeral(one.points))
    if place.earned.cell is not None:
        carrier.put(f"{title}：得分", one.earned, place.earned, _numeral(one.earned))
    carrier.put(f"{title}：偏差原因", one.reason, place.reason)
    for field, entry in one.further.items():
        carrier.put(f"{title}：{heading_of(field)}", entry, place.further.get(field))
    if place.nature.cell is None:
        carrier.put(f"{title}：年度指标值", one.target, place.target, over=typed)
        carrier.put(f"{title}：实际完成值", one.actual, place.actual, over=typed)
        for part in (one.nature, one.direction, one.unit):  # they are in the target's text
            if not part.blank and place.target.cell is not None:
                carrier.note(part, place.target.cell)
        return
    nature, value, unit = split_target(one) if typed else ("", one.target.text, "")
    carrier.put(f"{title}：年度指标值", one.target, place.value, value, over=typed)
    for text, said, target in ((nature, one.nature, place.nature), (unit, one.unit, place.unit)):
        if text and target.cell is not None:
            carrier.write(target.cell, text)
            carrier.note(said, target.cell)
        else:
            carrier.clear(target)
    if nature and place.nature.cell is not None and not one.direction.blank:
        carrier.note(one.direction, place.nature.cell)
    carrier.put(f"{title}：实际完成值", one.actual, place.actual, bare_actual(one, unit), over=typed)


# 报告素材 and the sheets beside the form


def _carry_passages(carrier: Carrier, source: Form, blank: Form, grid: Grid) -> None:
    places = {one.section: one.text for one in blank.places}
    for section in dict.fromkeys(one.section for one in source.passages):
        passages = [one for one in source.passages if one.section == section]
        place = places.get(section, Entry())
        _put_together(carrier, f"报告素材：{section}", [one.text for one in passages], place, PASSAGE_WIDTH)
        if place.cell is None or not any(one.replaces for one in passages):
            continue
        mode = _cell_under(_headed(grid, _MODE), place.cell)
        if mode is not None:
            carrier.write(mode, REPLACES)


def _carry_records(carrier: Carrier, records: Records, grid: Grid) -> None:
    """Each sheet for itself, so that one without room leaves the others their entries."""
    for sheet, field in FIELDS.items():
        kept: dict[str, Any] = {field: getattr(records, field)}
        own = replace(NO_RECORDS, **kept)
        entries = [one for one in _entries(own) if not one.blank]
        try:
            carrier.put_all(entries, record_changes(own, grid))
        except TooFewRows:
            for entry in entries:
                carrier.put(sheet, entry, None)


def _entries(record: object) -> Iterator[Entry]:
    """All entries inside a record."""
    if isinstance(record, Entry):
        yield record
    elif isinstance(record, tuple):
        for one in record:
            yield from _entries(one)
    elif is_dataclass(record):
        for one in fields(record):
            yield from _entries(getattr(record, one.name))
