"""The fingerprint of a policy: every value that worksheet formulas are compiled from counts, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.native.layer import layer_of
from jxbook.native.words import words_of
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.policy.fingerprint import counts, fingerprint, policy_in
from jxbook.template.layout import Layout
from jxbook.template.money_formulas import MoneyFormulas
from jxbook.template.row_formulas import RowFormulas
from jxbook.template.total_formulas import TotalFormulas

MOF = "mof-2020-10"


class Noted(dict):  # type: ignore[type-arg]
    """The rules of a policy, and which of them were asked for."""

    def __init__(self, rules: object) -> None:
        super().__init__(rules)  # type: ignore[call-overload]
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> object:
        self.asked.add(key)
        return super().__getitem__(key)


@pytest.mark.parametrize("name", policy_ids())
def test_every_value_that_a_formula_is_made_from_counts(name: str) -> None:
    policy = load_policy(name)
    layout, rules = Layout.of(policy), Noted(policy.rules)
    noted = replace(policy, rules=rules)
    layer_of(noted, words_of(noted), split=False)
    if layout.scored:
        total = TotalFormulas(layout, noted)
        total.total()
        total.grade()
    money = MoneyFormulas(layout, noted)
    money.rate()
    if "points" in layout.funding:
        money.execution()
    rows = RowFormulas(layout, noted)
    rows.earned(layout.first)
    rows.key_points_actual(layout.first)
    assert rules.asked, "nothing was asked for"
    assert [key for key in rules.asked if not key.startswith("layout.") and not counts(key)] == []


def changed(policy: Policy, key: str, value: object) -> Policy:
    return replace(policy, rules={**policy.rules, key: replace(policy.rules[key], value=value)})


def test_it_differs_once_a_value_does_by_which_points_come_about() -> None:
    policy = load_policy(MOF)
    assert fingerprint(policy) == fingerprint(load_policy(MOF))
    for key, value in (
        ("grades.places", Decimal(0)),
        ("rounding.places", Decimal(1)),
        ("yes_no.method", "x"),
    ):
        assert fingerprint(changed(policy, key, value)) != fingerprint(policy)
    assert len({fingerprint(load_policy(name)) for name in policy_ids()}) == len(policy_ids())


def test_it_stays_where_only_what_is_printed_changes_or_how_a_number_is_written() -> None:
    policy = load_policy(MOF)
    for key, value in (("layout.title", "另一个标题"), ("rounding.places", Decimal("2.0"))):
        assert fingerprint(changed(policy, key, value)) == fingerprint(policy)


def test_it_tells_the_policy() -> None:
    assert policy_in(fingerprint(load_policy(MOF))) == MOF
    assert policy_in("") == ""
