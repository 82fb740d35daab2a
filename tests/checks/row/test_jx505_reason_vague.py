"""JX505 偏差原因过于笼统"""

from __future__ import annotations

from collections.abc import Callable


def test_a_catchword_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX505", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 管理不到位"
    ) == ["I13"]


def test_a_word_or_two_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX505", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场地原因") == [
        "I13"
    ]


def test_what_points_to_the_row_above_is_as_plain_as_that(find: Callable[..., list[str]]) -> None:
    for reason in ("同上", "同上。", "原因同上"):
        row = f"13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | {reason}"
        assert find("JX505", row) == []


def test_a_real_reason_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX505",
            "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 9月至10月场地维修，4场活动未能举办，下年提前落实备用场地",
        )
        == []
    )


def test_full_points_need_no_reason(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX505", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 已完成任务") == []
    )
