"""A form from anywhere → a workbook of ours that holds it, every formula cell showing its value."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from jxbook.dataclass import dataclass, replace
from jxbook.finding import Refusal
from jxbook.form import Entry, Form
from jxbook.functions.cached import cached_values
from jxbook.making import MOST_ROWS
from jxbook.making.printed import fitted_rows
from jxbook.making.transfer import Carried, NoPlace, capacity_for, missing_sections, transfer
from jxbook.package import open_zip
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.refusals.forms import too_many_rows
from jxbook.scoring import Scoring, score
from jxbook.template.capacity import AS_SUGGESTED
from jxbook.templates import build, template_path
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.patch import changed_package
from jxbook.workbook.reader import read_package

_NAME = "自评表.xlsx"


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook's bytes, the account of what was carried into it, and how it scores what stands there now."""

    data: bytes
    carried: Carried
    scoring: Scoring


def filled_workbook(source: Form, policy: Policy) -> bytes:
    """The policy's workbook with the entries of `source`. Raises NoPlace for an entry that it cannot take."""
    filled = fill_workbook(source, policy)
    for one in filled.carried.lost:
        raise NoPlace(f"{one.label}：{one.entry.text}")
    return filled.data


def fill_workbook(source: Form, policy: Policy, last_year: Sequence[Entry] = ()) -> Filled:
    """As `filled_workbook`, but what found no place is told in `carried.lost`.

    `last_year` holds the actual of each of the source's indicators in the year before, for the column
    上年实际完成值 beside the printed page. Raises Refusal JX934 for a form with more rows than MOST_ROWS.
    """
    data = suggested_template(policy)
    grid, form = _read(data)
    capacity = replace(capacity_for(source, form, policy), last_year=bool(last_year))
    more = missing_sections(source, form)
    rows = sum(block.rows for block in capacity.blocks) + sum(capacity.records.values()) + len(capacity.facts)
    if rows + len(capacity.money) + len(more) > MOST_ROWS:
        raise too_many_rows(rows, MOST_ROWS, False)
    if capacity != AS_SUGGESTED or more:
        data = build(policy, capacity, more)
        grid, form = _read(data)
    carried = transfer(source, form, grid, policy, last_year)
    data = changed(data, carried.changes)
    grid, form = _read(data)
    package = open_zip(data, _NAME)
    scoring = score(form, policy)
    values = (*cached_values(scoring, grid), *fitted_rows(package, grid, form))
    return Filled(changed_package(package, values), carried, scoring)


def suggested_template(policy: Policy) -> bytes:
    """The policy's workbook with the rows it suggests: the shipped one, or one built for a policy of one's own."""
    if policy.id in policy_ids() and load_policy(policy.id) == policy:
        with suppress(Refusal):  # a template that is missing can be built
            return template_path(policy.id).read_bytes()
    return build(policy)


def changed(data: bytes, changes: tuple[Change, ...]) -> bytes:
    """A workbook's bytes with changes put in."""
    return changed_package(open_zip(data, _NAME), changes)


def _read(data: bytes) -> tuple[Grid, Form]:
    grid = read_package(open_zip(data, _NAME))
    return grid, recognise(grid, _NAME)
