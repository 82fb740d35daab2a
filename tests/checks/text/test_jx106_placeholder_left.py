"""JX106 留有提示文字或占位符"""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_a_printed_name_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "13 | | 产出指标 | 数量指标 | 指标1： | ≥20场 | 21场 | 15 | 15 | 无") == ["D13"]


def test_an_instruction_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "11 | | （说明项目的总体目标，100字以内） | | | | 全年举办活动21场") == ["B11"]


def test_crosses_in_a_target_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥XX场 | 21场 | 15 | 15 | 无") == ["E13"]


def test_a_lone_star_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | *") == ["I13"]


def test_dots_on_a_line_of_their_own_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "素材2 | 项目概况 | 补充 | ……") == ["报告素材!C2"]


def test_crosses_in_a_text_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "素材2 | 项目概况 | 补充 | 本项目由××单位实施") == ["报告素材!C2"]


def test_an_ellipsis_and_remarks_in_prose_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX106", "素材2 | 项目概况 | 补充 | 开展了培训、交流……等活动（含线上）。") == []


def test_remarks_in_brackets_are_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX106",
            "13 | | 产出指标 | 数量指标 | 举办活动场次（含线上） | ≥20场 | 21场（含线上） | 15 | 15 | 无",
        )
        == []
    )


@pytest.mark.parametrize("mark", ["（尚需核实）", "（须确认）", "（需补充材料）", "（待完善）"])
def test_a_note_to_oneself_is_found_with_no_other_mark_in_the_text(
    find: Callable[..., list[str]], mark: str
) -> None:
    assert find("JX106", f"素材2 | 项目概况 | 补充 | 全年举办活动二十一场{mark}，居民反映好") == [
        "报告素材!C2"
    ]
