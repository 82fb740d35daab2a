"""JX408 得分率明显高于执行率"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from jxbook.policy import Policy

SPENT = "6 | | 年度资金总额 | 10 | 10 | {} | 10 | | "


@pytest.mark.parametrize(("spent", "cells"), [("8", ["G6"]), ("9.4", ["G6"]), ("9.5", []), ("10", [])])
def test_a_score_far_above_the_rate_is_found(
    find: Callable[..., list[str]], ruled: Callable[..., Policy], spent: str, cells: list[str]
) -> None:
    """9.4 of 10: 99.4 points against 94 %; 9.5 of 10: 99.5 against 95 %, 4.5 above."""
    policy = ruled(**{"execution.gap_warning": Decimal(5)})
    assert find("JX408", SPENT.format(spent), policy=policy) == cells


def test_a_policy_without_such_a_limit_does_not_ask(find: Callable[..., list[str]]) -> None:
    assert find("JX408", SPENT.format("1")) == []
