"""JX120 表中有没认出的栏目"""

from __future__ import annotations

from collections.abc import Callable

HEADER = "12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | {} | {} | {} | 得分 | 偏差原因分析及改进措施"


def test_an_unknown_heading_over_a_column_that_is_needed_is_an_error(find: Callable[..., list[str]]) -> None:
    assert find("JX120", HEADER.format("年度指标值", "完工数", "分值")) == ["F12"]


def test_the_heading_and_the_nearest_known_one_are_named(find_all: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    [one] = [one for one in find_all(HEADER.format("年度指标值", "完工数值", "分值")) if one.code == "JX120"]
    assert one.what.startswith("没有找到“实际完成值”一栏；第12行像表头，不认得“完工数值”，最接近的是“")


def test_points_without_a_heading_are_an_error(find: Callable[..., list[str]]) -> None:
    assert find("JX120", HEADER.format("年度指标值", "实际完成值", "")) == ["G12"]


def test_a_further_column_beside_all_that_is_needed_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX120", HEADER.format("年度指标值", "实际完成值", "分值") + " | 备注") == []


def test_a_likely_heading_is_read_and_noted(find_all: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    found = find_all(HEADER.format("年度指际值", "实际完成值", "分值"))
    assert [(str(one.cell), one.severity) for one in found if one.code == "JX120"] == [("自评表!E12", "note")]
    assert not any(one.code == "JX102" for one in found)
