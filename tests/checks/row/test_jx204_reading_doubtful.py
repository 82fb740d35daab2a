"""JX204 填写的值可能有两种理解"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding, Severity


def test_a_month_without_its_unit_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX204", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | 11 | 10 | 10 | 无") == ["F15"]


def test_a_target_with_a_rough_word_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX204", "13 | | 产出指标 | 数量指标 | 举办活动场次 | 20场左右 | 20场 | 15 | 15 | 无") == [
        "E13"
    ]


def test_a_tier_without_a_percentage_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX204",
        "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 部分达成 | 10 | 7 | 场地维修，9月至10月停办4场，下年提前落实备用场地",
    ) == ["F18"]


@pytest.mark.parametrize("actual", ["长期开展服务", "已完成"])
def test_words_that_repeat_the_target_and_name_no_tier_are_found(
    find_all: Callable[..., tuple[Finding, ...]], actual: str
) -> None:
    found = find_all(f"18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | {actual} | 10 | 10 | 无")
    [one] = [one for one in found if one.code == "JX204"]
    assert one.severity is Severity.WARNING
    assert "没有写明档次和依据，暂按“达成年度指标”100%计" in one.what


def test_values_with_their_units_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX204") == []


STATED = "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | {} | 10 | {} | 场地维修，9月至10月停办4场，下年提前落实备用场地"


def test_the_points_that_were_stated_inside_the_tier_are_told_and_no_share_that_was_not_taken(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    found = find_all(STATED.format("部分达成", 7.5))
    assert [one.what for one in found if one.code == "JX204"] == [
        "“志愿服务队伍”的填写不够明确：没有写明比例，按填写的得分7.5分计"
    ]
    [copied] = [one for one in find_all(STATED.format("长期开展服务", 8)) if one.code == "JX204"]
    assert copied.what.endswith("没有写明档次和依据，按填写的得分8分计")


def test_a_value_that_cannot_be_compared_has_no_reading_to_doubt(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    table = "18 | | | 可持续影响指标 | 志愿服务队伍 | 有所提升 | 基本达到预期 | 10 | 10 | 无"
    assert [one.code for one in find_all(table) if one.code in ("JX202", "JX204")] == ["JX202"]
