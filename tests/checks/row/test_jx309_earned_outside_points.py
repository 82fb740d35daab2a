"""JX309 得分超出分值或小于0"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.scoring import UNCLEAR, UNFINISHED


def test_a_score_above_its_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX309", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 16 | 无") == ["H13"]


def test_a_negative_score_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX309", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | -1 | 无") == ["H13"]


def test_words_for_a_score_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX309", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 满分 | 无") == [
        "H13"
    ]


def test_a_score_not_filled_in_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX309", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | — | 无") == []


@pytest.mark.parametrize("word", [UNCLEAR, UNFINISHED])
def test_what_we_ourselves_print_for_want_of_a_score_is_fine(
    find: Callable[..., list[str]], word: str
) -> None:
    """As the table of a report has it; what is missing is told by its own rule."""
    row = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | | 15 | {} | 无"
    assert find("JX309", row.format(word)) == []
