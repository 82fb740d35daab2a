"""JX115 项目编码不像编码"""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROW = "3 | 项目名称 | 社区文化活动项目 | 项目编码 | {}"


@pytest.mark.parametrize(
    "code",
    [
        "暂无编号",
        "社区文化活动项目",
        "13800000000",
        "12",
        "00000000",
        "11010524T00000295876",
        "1101052T000002958766",
    ],
)
def test_what_is_no_code_is_found(find: Callable[..., list[str]], code: str) -> None:
    assert find("JX115", ROW.format(code)) == ["D3"]


@pytest.mark.parametrize(
    "code", ["", "无", "11010524T000002958766", "XM-2024-015", "2024001", "310117202400012"]
)
def test_a_code_or_none_is_fine(find: Callable[..., list[str]], code: str) -> None:
    assert find("JX115", ROW.format(code)) == []
