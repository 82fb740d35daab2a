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
