"""JX220 指标性质与指标方向矛盾"""

from __future__ import annotations

from collections.abc import Callable

import pytest

HEADER = "12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 年度指标值 | 实际完成值 | 计量单位 | 分值 | 得分 | 偏差原因分析及改进措施"
ROW = "13 | | 产出指标 | 数量指标 | 举办活动场次 | {} | {} | 20 | 21 | 场 | 15 | 15 | 无"


@pytest.mark.parametrize(
    ("nature", "direction"), [("正向", "小于等于"), ("反向指标", "大于等于"), ("反向", "不低于")]
)
def test_a_direction_that_contradicts_is_found(
    find: Callable[..., list[str]], nature: str, direction: str
) -> None:
    assert find("JX220", f"{HEADER}\n{ROW.format(nature, direction)}") == ["F13"]


@pytest.mark.parametrize(
    ("nature", "direction"), [("正向", "大于等于"), ("反向", "≤"), ("正向", "等于"), ("定量", "≤")]
)
def test_one_that_agrees_or_says_nothing_is_fine(
    find: Callable[..., list[str]], nature: str, direction: str
) -> None:
    assert find("JX220", f"{HEADER}\n{ROW.format(nature, direction)}") == []
