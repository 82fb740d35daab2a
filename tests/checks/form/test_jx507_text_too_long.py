"""JX507 文字超过字数上限"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from jxbook.form import Entry
from jxbook.place import CellRef
from jxbook.policy import Policy

BOX = CellRef("自评表", 30, 2)
LIMITS: dict[str, object] = {
    "layout.boxes": (("评价结论", Decimal(10)), ("其他", Decimal(0))),
    "layout.text_limits": (("未完成原因分析及改进措施", Decimal(6)), ("预期目标", Decimal(20))),
}


@pytest.mark.parametrize(
    ("text", "cells"),
    [("一二三四五六七八九十", []), ("一二三四五\n 六七八九十", []), ("一二三四五六七八九十一", ["B30"])],
    ids=["at the limit", "spaces do not count", "one too many"],
)
def test_a_box_is_measured(
    find: Callable[..., list[str]], ruled: Callable[..., Policy], text: str, cells: list[str]
) -> None:
    boxes = {"评价结论": Entry(text, BOX), "其他": Entry("长" * 500, BOX)}
    assert find("JX507", policy=ruled(**LIMITS), boxes=boxes) == cells


def test_reasons_and_goals_have_limits_too_however_the_heading_is_worded(
    find: Callable[..., list[str]], ruled: Callable[..., Policy]
) -> None:
    table = """
        11 | | 举办活动20场，服务居民200人次，提高社区参与度 | | | | 举办21场，服务210人次
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 多办了一场公益演出
    """
    assert find("JX507", table, policy=ruled(**LIMITS)) == ["B11", "I13"]


def test_a_box_goes_by_its_own_limit_alone(
    find: Callable[..., list[str]], ruled: Callable[..., Policy]
) -> None:
    limits = {"layout.boxes": (("评价结论", Decimal(0)),), "layout.text_limits": (("评价结论", Decimal(1)),)}
    assert find("JX507", policy=ruled(**limits), boxes={"评价结论": Entry("两字", BOX)}) == []


def test_without_limits_nothing_is_too_long(find: Callable[..., list[str]]) -> None:
    assert find("JX507", boxes={"评价结论": Entry("长" * 5000, BOX)}) == []
