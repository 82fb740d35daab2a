"""JX116 缺少这类项目应设的指标"""

from __future__ import annotations

import pytest
from examples import found_in

NO_COST = "三级指标：每场活动成本｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无"


@pytest.mark.parametrize(
    ("kind", "missed"),
    [
        ("项目类别：大型修缮", 1),
        ("项目类型：设备购置", 1),
        ("项目类型：延续项目", 0),
        ("项目类型：延续项目｜项目属性：工程类", 1),
        ("项目类型：信息化建设", 0),  # asks for quality alone, which is there
    ],
)
def test_only_what_is_built_repaired_or_bought_needs_a_cost(kind: str, missed: int) -> None:
    found = [one for one in found_in(f"{kind}｜{NO_COST}") if one.code == "JX116"]
    assert len(found) == missed


NO_LASTING = "项目类型：设备购置｜三级指标：志愿服务队伍｜三级指标改为：{}｜年度指标值：{}"


@pytest.mark.parametrize(
    ("name", "target", "second", "missed"),
    [
        ("设备使用率", "≥90%", "社会效益指标", 1),
        ("设备使用率", "≥90%", "可持续影响指标", 0),
        ("设备使用年限", "≥10年", "社会效益指标", 0),
        ("保障办公", "2年内无故障", "社会效益指标", 0),
    ],
)
def test_what_lasts_says_what_it_is_good_for_in_later_years(
    name: str, target: str, second: str, missed: int
) -> None:
    pieces = f"{NO_LASTING.format(name, target)}｜二级指标：{second}"
    assert sum(one.code == "JX116" for one in found_in(pieces)) == missed
