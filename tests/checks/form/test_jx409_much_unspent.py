"""JX409 未支出的资金较多"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from jxbook.policy import Policy

SPENT = "6 | | 年度资金总额 | 10 | 10 | {} | 10 | | "


@pytest.mark.parametrize(("spent", "cells"), [("7.9", ["E6"]), ("8", []), ("10", []), ("12", [])])
def test_much_money_left_is_found(
    find: Callable[..., list[str]], ruled: Callable[..., Policy], spent: str, cells: list[str]
) -> None:
    policy = ruled(**{"execution.unspent_warning": Decimal(20)})
    assert find("JX409", SPENT.format(spent), policy=policy) == cells


def test_saying_where_it_went_settles_it(
    find: Callable[..., list[str]], ruled: Callable[..., Policy]
) -> None:
    table = SPENT.format("7") + "\n素材2 | 资金投入和使用情况 | 补充 | 结余3万元已交回财政。"
    assert find("JX409", table, policy=ruled(**{"execution.unspent_warning": Decimal(20)})) == []


def test_a_policy_without_such_a_limit_does_not_ask(find: Callable[..., list[str]]) -> None:
    assert find("JX409", SPENT.format("1")) == []
