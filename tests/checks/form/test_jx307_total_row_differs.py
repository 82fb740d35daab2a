"""JX307 总分行与各行合计不符"""

from __future__ import annotations

from collections.abc import Callable

from jxbook.finding import Finding


def test_a_total_that_is_no_sum_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | | 100 | 99 | 优") == ["H20"]


def test_an_empty_sum_beside_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | | 0 | 0 | 优") == ["G20", "H20"]


def test_without_scores_the_total_is_compared_with_the_reckoned_one(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 |  | 无
        20 | 总分 | | | | | | 100 | 85 | 优
    """
    assert find("JX307", table) == ["H20"]


def test_a_sum_is_fine(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场地维修停办4场，下年提前落实备用场地
        20 | 总分 | | | | | | 100 | 97 | 优
    """
    assert find("JX307", table) == []


def test_an_unfilled_total_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | |  |  |") == []


def remedy(found: tuple[Finding, ...]) -> str:
    [one] = [one for one in found if one.code == "JX307"]
    return one.fix


def test_a_sum_of_points_that_are_wrong_themselves_is_not_told_to_be_written_down(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 15 | 场地维修停办4场，下年提前落实备用场地
        20 | 总分 | | | | | | 100 | 98 | 优
    """
    assert remedy(find_all(table)) == "请先改正得分有误的行；按政策计算的总分是97"
    right = table.replace("15 | 15 |", "15 | 12 |")
    assert remedy(find_all(right)) == "请把它改为97，或检查上面各行"


def test_a_sum_of_too_many_points_is_no_total(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 25 | 25 | 无
        20 | 总分 | | | | | | 100 | 100 | 优
    """
    assert remedy(find_all(table)) == "请先调整各指标的分值，使合计等于100分，再重新合计总分"


def test_a_sum_with_a_row_that_cannot_be_scored_is_no_total(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 已完成 | 15 | 15 | 无
        20 | 总分 | | | | | | 100 | 99 | 优
    """
    assert remedy(find_all(table)) == "请先补齐各行、改正得分，再重新合计总分"
