"""A sample's facts → the cells of a blank template that they belong into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jxbook.form import Entry, Form, FundingRow, Indicator
from jxbook.policy import Policy
from jxbook.samples import Sample
from jxbook.values import fold
from jxbook.values.entry import NONE_WORDS
from jxbook.workbook.grid import Change
from jxbook.workbook.template.fit import height
from jxbook.workbook.template.names import PASSAGE_WIDTH


class NoPlace(ValueError):
    """The form has no place for a fact."""


def fill(form: Form, policy: Policy, sample: Sample) -> tuple[Change, ...]:
    """The changes that put a sample into a blank form. Raises NoPlace for a fact that the form cannot take."""
    return tuple(_changes(form, policy, sample))


def _changes(form: Form, policy: Policy, sample: Sample) -> Iterator[Change]:
    yield _put(form.year_entry, Decimal(sample.year))
    yield from _head(form, sample)
    rows = {row.label: row for row in (form.funding.total, *form.funding.parts)}
    for label, amounts in sample.funding.items():
        yield from _amounts(rows[label], amounts)
    yield _put(form.goal.expected, sample.expected)
    yield _put(form.goal.achieved, sample.achieved)
    yield from _indicators(form, policy, sample)
    places = {one.section: one.text for one in form.places}
    for section, text in sample.passages.items():
        if section not in places:
            raise NoPlace(section)
        yield replace(_put(places[section], text), height=height(text, PASSAGE_WIDTH))


def _head(form: Form, sample: Sample) -> Iterator[Change]:
    project = form.project
    places = {
        "项目名称": project.name,
        "项目编码": project.code,
        "主管部门": project.supervisor,
        "实施单位": project.implementer,
        **project.facts,
    }
    for label, text in sample.project.items():
        if label not in places:
            raise NoPlace(label)
        yield _put(places[label], text)


def _amounts(row: FundingRow, amounts: tuple[Decimal, ...]) -> Iterator[Change]:
    for entry, amount in zip((row.initial_budget, row.budget, row.spent), amounts, strict=True):
        yield _put(entry, amount)


def _indicators(form: Form, policy: Policy, sample: Sample) -> Iterator[Change]:
    free: defaultdict[str, list[Indicator]] = defaultdict(list)
    for one in form.indicators:
        free[_level2(policy, one.level2.text)].append(one)
    for fact in sample.indicators:
        rows = free[_level2(policy, fact.level2)]
        if not rows and fold(fact.name) in NONE_WORDS:
            continue
        if not rows:
            raise NoPlace(f"{fact.level2}：{fact.name}")
        row = rows.pop(0)
        if row.level1.text != fact.level1 and policy.id == sample.policy:  # a label the unit wrote wrongly
            yield _put(row.level1, fact.level1)
        yield _put(row.name, fact.name)
        yield _put(row.target, fact.target)
        yield _put(row.actual, fact.actual)
        yield _put(row.points, fact.points)
        yield _put(row.reason, fact.reason)


def _level2(policy: Policy, label: str) -> str:
    found = policy.tree.find_level2(label)
    return found[1].name if found else label


def _put(entry: Entry, value: str | Decimal) -> Change:
    if entry.cell is None:
        raise NoPlace(str(value))
    return Change(entry.cell, value)
