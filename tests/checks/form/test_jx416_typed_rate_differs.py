"""JX416 到位率、节约率与金额不符"""

from __future__ import annotations

import pytest
from examples import found_in

RECEIVED = "三级指标：活动验收合格率｜三级指标改为：资金到位率｜实际完成值：{}"
SAVED = "三级指标：活动验收合格率｜三级指标改为：成本节约率｜年度指标值：≥1%｜实际完成值：{}"
COSTS = "成本效益：成本项目 场地费，计划数量 20，计划单位成本 0.3，实际数量 20，实际单位成本 {}"


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (f"实际到位资金：9.65｜{RECEIVED.format('96.5%')}", False),
        (f"实际到位资金：9.65｜{RECEIVED.format('97%')}", False),  # rounded to what is printed
        (f"实际到位资金：9.65｜{RECEIVED.format('96%')}", True),
        (RECEIVED.format("96%"), False),  # what was received is not known
        (f"{SAVED.format('33.3%')}｜{COSTS.format('0.2')}", False),
        (f"{SAVED.format('33%')}｜{COSTS.format('0.25')}", True),
        (f"{SAVED.format('33%')}｜{COSTS.format('空')}", False),
    ],
)
def test_a_rate_is_held_to_its_amounts(example: str, found: bool) -> None:
    assert ("JX416" in {one.code for one in found_in(example)}) is found
