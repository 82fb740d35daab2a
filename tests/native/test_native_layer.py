"""The layer reckoned row by row: what stands in a row counts, whatever stood in the rows above."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.formulas.contents import Value
from jxbook.native.layer import EntryValues, Reckoning, layer_of
from jxbook.native.words import words_of
from jxbook.policy import load_policy


def row(target: Value, actual: Value) -> EntryValues:
    return {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "接待人数",
        "target": target,
        "actual": actual,
        "points": Decimal(10),
    }


@pytest.mark.parametrize(("first", "then"), [(Decimal(1), True), (Decimal(0), False)])
def test_a_tick_below_equal_rows_of_numbers_is_no_number(first: Value, then: Value) -> None:
    policy = load_policy("mof-2020-10")
    layer = layer_of(policy, words_of(policy), split=False)
    reckoning, alone = (Reckoning(layer, policy.id, Decimal(2024)) for _ in range(2))
    for _ in range(3):
        reckoning.next(row(Decimal(1), first))
    assert reckoning.next(row(Decimal(1), then))["earned"] == alone.next(row(Decimal(1), then))["earned"]
