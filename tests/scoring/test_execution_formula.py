"""执行率 and its points follow from one statement, which is both the workbook's formula and the program's reckoning."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from jxbook.formulas.expression import Reference
from jxbook.policy import Policy
from jxbook.scoring import score_execution
from jxbook.scoring.execution_formula import (
    blocks,
    execution_points,
    execution_rate,
    points_by_ratio,
    rate,
)
from ruled import ruled

BY_ITEM, BY_TOTAL = ruled(rounding__of="item"), ruled(rounding__of="total")
STEPS = tuple((Decimal(low), Decimal(share)) for low, share in ((100, 100), (80, 70), (0, 0)))
BY_STEPS = ruled(execution__method="steps", execution__steps=STEPS)
A, B, C = map(Reference, ("A1", "B1", "C1"))


def test_the_formulas_are_the_same_statement() -> None:
    amounts = "AND(ISNUMBER(A1),ISNUMBER(B1),N(A1)>0,N(B1)>=0)"
    assert rate(A, B, BY_ITEM).text() == f'IF({amounts},ROUND(ROUND(B1/A1,11),4),"")'
    assert points_by_ratio(A, B, C, BY_ITEM).text() == "MIN(C1,ROUND(ROUND(C1*B1/A1,11),2))"
    assert points_by_ratio(A, B, C, BY_TOTAL).text() == "MIN(C1,C1*B1/A1)"


@pytest.mark.parametrize(
    ("budget", "spent", "found"),
    [
        ("100", "97.696", "0.9770"),
        ("3", "1", "0.3333"),
        ("20000", "12345", "0.6173"),  # half up
        ("0", "1", None),
        ("-5", "1", None),
        ("5", "-1", None),
        (None, "1", None),
        ("5", None, None),
    ],
)
def test_a_rate_is_rounded_and_needs_both_amounts(
    budget: str | None, spent: str | None, found: str | None
) -> None:
    amounts = (None if one is None else Decimal(one) for one in (budget, spent))
    assert execution_rate(*amounts, BY_ITEM) == (None if found is None else Decimal(found))


def test_what_it_earns_is_a_share_of_its_points_rounded_as_the_policy_says() -> None:
    third = Decimal(3), Decimal(1), Decimal(10)
    assert execution_points(*third, None, BY_ITEM) == Decimal("3.33")
    assert round(execution_points(*third, None, BY_TOTAL), 6) == Decimal("3.333333")
    assert execution_points(*third, Decimal("0.7"), BY_ITEM) == 7
    assert execution_points(Decimal(1), Decimal(2), Decimal(10), None, BY_ITEM) == 10


def test_it_is_blocked_from_what_cannot_be_true() -> None:
    most = BY_ITEM.number("execution.block_above")
    assert not blocks(Decimal(100), most, BY_ITEM)
    assert blocks(Decimal(100), most + Decimal("0.01"), BY_ITEM)


ODD = [
    *map(Decimal, ("0", "1e-399", "1e-320", "-1e399", "9.99e399", "123456789012345678901234567890.5")),
    None,
]


@pytest.mark.parametrize("policy", [BY_ITEM, BY_TOTAL, BY_STEPS], ids=["item", "total", "steps"])
def test_amounts_beyond_any_spreadsheet_end_in_no_error(policy: Policy) -> None:
    for budget, spent, points in product(ODD, repeat=3):
        assert score_execution(budget, spent, points, policy).explanation
