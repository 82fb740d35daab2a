"""JX705 佐证材料尚未具备"""

from __future__ import annotations

from collections.abc import Callable

PAPERS = """
    佐证材料1 | 序号 | 材料名称 | 类型 | 对应三级指标 | 是否具备 | 文件位置
    佐证材料2 | 1 | 签到表 | 原始凭证 | {} | {} |
"""


def test_a_paper_that_is_not_there_is_found(find: Callable[..., list[str]]) -> None:
    for said in ("待补", "无", "缺", "×"):
        assert find("JX705", PAPERS.format("参加活动人次", said)) == ["佐证材料!E2"]


def test_one_that_is_there_or_not_told_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX705", PAPERS.format("参加活动人次", "有")) == []
    assert find("JX705", PAPERS.format("参加活动人次", "")) == []
