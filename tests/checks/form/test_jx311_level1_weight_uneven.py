"""JX311 一级指标的分值不合规定"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from jxbook.finding import Finding, Severity
from jxbook.policy import Mark, Policy

UNEVEN = """
    13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 17 | 17 | 无
    17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 210人次 | 18 | 18 | 无
"""
RULES: dict[str, object] = {"weights.level1_step": Decimal(5), "weights.level1_least": Decimal(15)}


def test_an_uneven_and_a_small_weight_are_found(
    find_all: Callable[..., tuple[Finding, ...]], ruled: Callable[..., Policy]
) -> None:
    found = [one for one in find_all(UNEVEN, policy=ruled(**RULES)) if one.code == "JX311"]
    assert [one.what for one in found] == [
        "产出指标52分、效益指标28分，应为5的整倍数",
        "满意度指标10分，应不低于15分",
    ]


@pytest.mark.parametrize(
    ("mark", "severity"), [(Mark.PRACTICE, Severity.WARNING), (Mark.OFFICIAL, Severity.ERROR)]
)
def test_what_was_read_in_a_text_is_an_error(
    find_all: Callable[..., tuple[Finding, ...]], ruled: Callable[..., Policy], mark: Mark, severity: Severity
) -> None:
    found = find_all(UNEVEN, policy=ruled(mark=mark, **RULES))
    assert {one.severity for one in found if one.code == "JX311"} == {severity}


def test_a_policy_without_such_a_rule_does_not_ask(find: Callable[..., list[str]]) -> None:
    assert find("JX311", UNEVEN) == []


def test_even_weights_are_fine(find: Callable[..., list[str]], ruled: Callable[..., Policy]) -> None:
    assert find("JX311", policy=ruled(**{"weights.level1_step": Decimal(5)})) == []
