"""How much room a form needs in a new workbook, where the template that the policy suggests has too little."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.dataclass import replace
from jxbook.form import Form, Records
from jxbook.form.table import heading_of
from jxbook.making.transfer.labelled import head_of, lines_of, money_label
from jxbook.making.transfer.rows import PlacedRow, all_have_places, blocks, place_rows, rows_of
from jxbook.policy import Policy
from jxbook.policy.columns import columns_of
from jxbook.scoring.key_points import by_indicator, points_of
from jxbook.template.capacity import Capacity
from jxbook.workbook.names import SURVEY, WHEN_WANTED
from jxbook.workbook.records import FIELDS, ROWS


def capacity_for(source: Form, blank: Form, policy: Policy) -> Capacity:
    """The room that `source` needs; AS_SUGGESTED where `blank`, the policy's own template, has it all."""
    rows = rows_of(source, policy)
    placed = place_rows(rows, blank, policy)
    fits = all_have_places(placed, source.policy_id == policy.id) and not _hidden(placed, source.records)
    places = lines_of(blank)
    facts, boxes = (
        [text for text, entry in said.items() if not entry.blank or entry.unknown]
        for said in (source.project.facts, source.boxes)
    )
    missing = [text for text in (*head_of(source), *facts) if text not in places]
    return Capacity(
        () if fits else tuple(blocks(rows)),
        _money_rows(source, blank),
        (*missing, *(text for text in boxes if text not in blank.boxes)),
        _further_columns(source, policy),
        _record_rows(source.records),
    )


def _hidden(placed: Sequence[PlacedRow], records: Records) -> bool:
    """Would a target that the template suggests stand where 评价要点 have to be counted?"""
    points = by_indicator(records.key_points)
    return any(
        points_of(row.source, points) is not None
        and points_of(replace(row.source, target=place.target), points) is None
        for row, place in placed
        if place is not None
    )


def missing_sections(source: Form, blank: Form) -> tuple[str, ...]:
    """The sections that `source` has text for and 报告素材 of `blank` has no row for."""
    known = {one.section for one in blank.places}
    return tuple(dict.fromkeys(one.section for one in source.passages if one.section not in known))


def _money_rows(source: Form, blank: Form) -> tuple[str, ...]:
    """The money rows that the source needs, in its order; empty where the blank form has them."""
    there = [money_label(row) for row in blank.funding.parts]
    for row in source.funding.parts:
        if money_label(row) not in there:
            return tuple(part.label for part in source.funding.parts)
        there.remove(money_label(row))
    return ()


def _further_columns(source: Form, policy: Policy) -> tuple[str, ...]:
    """The columns of the source in which anything stands and which the policy does not print."""
    printed = columns_of(policy)
    said = (field for one in source.indicators for field, entry in one.further.items() if not entry.blank)
    return tuple(heading_of(field) for field in dict.fromkeys(said) if field not in printed)


def _record_rows(records: Records) -> dict[str, int]:
    """The rows of the sheets that need more than they open with, or are hidden until they are wanted."""
    needed = {sheet: len(getattr(records, field)) for sheet, field in FIELDS.items() if sheet != SURVEY}
    needed[SURVEY] = len(records.survey.questions)
    opened = {sheet: max(count, ROWS.get(sheet, 0)) for sheet, count in needed.items() if count}
    return {
        sheet: count for sheet, count in opened.items() if sheet in WHEN_WANTED or count > ROWS.get(sheet, 0)
    }
