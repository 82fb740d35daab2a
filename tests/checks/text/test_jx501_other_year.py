"""JX501 文字里出现了以前的年份"""

from __future__ import annotations

from collections.abc import Callable


def test_last_year_in_a_text_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX501", "素材2 | 项目概况 | 补充 | 2023年，组织居民开展了系列活动。") == ["报告素材!C2"]


def test_last_year_in_a_reason_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX501", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 沿用2023年10月的安排"
    ) == ["I13"]


def test_a_date_of_last_year_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX501", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | 2023-11-30 | 10 | 10 | 无") == ["F15"]


def test_the_year_of_the_form_and_later_ones_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX501", "素材2 | 项目概况 | 补充 | 2024年实施，2025年3月验收。") == []


def test_titles_numbers_and_spans_are_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX501",
            "素材2 | 项目概况 | 补充 | 按照《2023年工作方案》（京社委发[2019]97号）和财预〔2020〕10号，2023-2025年连续实施，较2023年增加2场，使用2023年底结转资金。",
        )
        == []
    )
