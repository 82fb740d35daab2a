"""JX320 标签上的分值与各行不符"""

from __future__ import annotations

from collections.abc import Callable

ROW = "13 | | {} | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无"


def test_a_label_that_promises_other_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX320", ROW.format("产出指标（40分）")) == ["B13"]


def test_a_label_that_promises_what_its_rows_have_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX320", ROW.format("产出指标（50分）")) == find("JX206", ROW.format("产出指标（50分）")) == []
    )


def test_a_label_without_points_promises_nothing(find: Callable[..., list[str]]) -> None:
    assert find("JX320") == []
