"""JX225 把日常管理要求写成了绩效指标"""

from __future__ import annotations

import pytest
from examples import found_in


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("项目管理制度健全性", True),
        ("专项资金使用合规率", True),
        ("工程档案资料完整率", True),
        ("专款专用率", True),
        ("垃圾分类制度知晓率", False),
        ("安全生产培训合格率", False),
        ("群众档案建档数量", False),
        ("长效管护机制建立村数", False),
    ],
)
def test_what_every_project_must_do_is_no_result(name: str, found: bool) -> None:
    said = {one.code for one in found_in(f"三级指标：活动验收合格率｜三级指标改为：{name}")}
    assert ("JX225" in said) is found


def test_in_an_evaluation_the_process_has_such_indicators() -> None:
    example = "评价政策：mof-2020-10-evaluation｜三级指标：活动验收合格率｜三级指标改为：管理制度健全性"
    assert "JX225" not in {one.code for one in found_in(example)}


def test_under_management_it_has_its_place() -> None:
    example = "三级指标：举办活动场次｜一级指标：管理｜二级指标：业务管理｜三级指标改为：管理制度健全性"
    assert "JX225" not in {one.code for one in found_in(example)}
