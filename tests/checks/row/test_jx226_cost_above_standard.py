"""JX226 成本指标值高于支出标准"""

from __future__ import annotations

import pytest
from examples import found_in

COST = "三级指标：每场活动成本｜年度指标值：{}｜支出标准：{}"


def missed(pieces: str) -> int:
    """How often it is found."""
    return sum(one.code == "JX226" for one in found_in(pieces))


@pytest.mark.parametrize(
    ("target", "standard", "found"),
    [
        ("≤5000元", "4500元", 1),
        ("≤0.5万元", "4500元", 1),
        ("≤5000元/场", "≤4500元/场", 1),
        ("4000-5000元", "4500元", 1),
        ("≤5000元", "0.5万元", 0),
        ("≤5000元", "450元/人", 0),  # another measure
        ("≤5000元", "财行〔2016〕214号", 0),
        ("≤5000元", "空", 0),
        ("≥5000元", "4500元", 0),  # JX220 is about that
        ("成本可控", "4500元", 0),
    ],
)
def test_a_target_above_the_standard_of_the_same_measure_is_found(
    target: str, standard: str, found: int
) -> None:
    assert missed(COST.format(target, standard)) == found


def test_what_is_no_cost_has_no_standard() -> None:
    assert missed("三级指标：举办活动场次｜支出标准：10场") == 0
