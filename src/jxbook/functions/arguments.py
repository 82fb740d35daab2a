"""What a spreadsheet hands over to a function, read: areas, labels, policies, years, amounts, and a whole row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from jxbook.form import NO_ENTRY, Entry, Indicator, amount
from jxbook.form.direction import without_sign
from jxbook.form.in_one_text import TARGET, parted
from jxbook.form.table import LABELS, LEVELS
from jxbook.policy import DEFAULT_POLICY, Policy, load_policy
from jxbook.recognition.levels import level_label, path_of, without_serial
from jxbook.recognition.years import year_of
from jxbook.scoring import IndicatorScore, score_indicator
from jxbook.values import Raw, as_number, read_actual, read_target, shown

Labels = Raw | Sequence[Raw] | Sequence[Sequence[Raw]]
Numbers = Labels
FunctionValue = str | float
_ROWS = (list, tuple)
_AREAS = (*_ROWS, Sequence)
"""A list is known for one at once."""


def cells_of(values: Numbers) -> list[Raw]:
    """The cells of an area, row by row."""
    if isinstance(values, str) or not isinstance(values, Sequence):
        return [values]
    return [cell for row in values for cell in cells_of(row)]


def scored_row(
    target: Raw,
    actual: Raw,
    points: Raw,
    indicator: Labels,
    policy: Raw,
    year: Raw,
    score: Raw = None,
    reason: Raw = None,
) -> IndicatorScore:
    """A row scored, from what its cells hand over; a target may be one text for several cells."""
    level1, level2, name = map(Entry, nearest_labels(indicator))
    scored = NO_ENTRY if score is None else Entry(score)
    why = NO_ENTRY if reason is None else Entry(reason)
    if apart := parted(target, TARGET):
        entries = {field: Entry(text) for field, text in apart.items()}
        entries["target"] = without_sign(entries["target"], apart["nature"])
        entries |= {"level1": level1, "level2": level2, "name": name, "actual": Entry(actual)}
        one = Indicator.of({**entries, "points": Entry(points), "earned": scored, "reason": why})
    else:
        one = Indicator(
            level1,
            level2,
            name,
            Entry(target),
            Entry(actual),
            Entry(points),
            scored,
            why,
            target_value=read_target(target),
            actual_value=read_actual(actual),
        )
    return score_indicator(one, policy_of_cell(policy), year_of_cell(year))


def nearest_labels(area: Labels) -> tuple[str, str, str]:
    """The 一级 and 二级指标 that hold for the last row of an area, blank cells filled from above, and its own
    三级指标 where the area has a third column. A text may hold all three, as a form prints them: 产出指标（50分）|数量指标|.
    """
    if printed := parted(_text_in(area), LABELS):
        found = {one: level_label(Entry(printed[one]))[0] for one in LEVELS}
        found["name"] = without_serial(Entry(printed["name"]))
        if found["level1"].blank or found["level2"].blank:
            found |= path_of(found["name"])
        return found["level1"].text, found["level2"].text, found["name"].text
    if isinstance(area, str) or not isinstance(area, _AREAS):
        return "", shown(area), ""
    level1 = level2 = ""
    rows: list[Sequence[Raw]] = [row if isinstance(row, _ROWS) else [cast(Raw, row)] for row in area]
    if len(rows) == 2 and rows[0] is not area[0] and rows[1] is not area[1]:
        rows = [[*rows[0], *rows[1]]]  # one row of two cells, handed over flat
    for row in filter(any, rows):  # most rows of a merged area are blank: each cell hands over all above it
        texts = [shown(value) for value in row]
        if len(texts) == 1:
            level2 = texts[0] or level2
        elif texts[0]:
            level1, level2 = texts[0], texts[1]
        else:
            level2 = texts[1] or level2
    last = rows[-1] if rows else ()
    return level1, level2, shown(last[2]) if len(last) > 2 and any(last) else ""


def _text_in(area: Labels) -> object:
    """The text that is handed over alone, be it as an area of one cell, as LibreOffice does."""
    row = area[0] if isinstance(area, _ROWS) and len(area) == 1 else None
    return row[0] if isinstance(row, _ROWS) and len(row) == 1 else area


def policy_of_cell(policy: Raw) -> Policy:
    """The policy that a cell names, the national one for a blank cell. Raises Refusal."""
    return load_policy(shown(policy) or DEFAULT_POLICY)


def year_of_cell(year: Raw) -> int | None:
    """The year in a cell: 2024 or "2024年"; None where it holds none."""
    number = as_number(year)
    if number is None and isinstance(year, str):
        return year_of(Entry(year), Entry(year))
    return int(number) if number is not None and 1900 <= number <= 2999 else None


def amount_of_cell(value: Raw, policy: Policy) -> Decimal | None:
    """The amount in a cell, in the unit of the policy's form."""
    return amount(Entry(value), policy.word("layout.money_unit"))


def shown_number(value: Decimal | None) -> FunctionValue:
    """A number as a cell shows it, "" for none."""
    return "" if value is None else float(value)
