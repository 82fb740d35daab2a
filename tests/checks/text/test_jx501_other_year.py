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


def test_a_title_gives_the_year_of_a_report(in_text: Callable[[str, str], list[str]]) -> None:
    later = "2025年降配云主机，2025年完成系统对接，2025年签订合同。"
    assert in_text("JX501", f"2024年数字政府平台运维项目绩效自评报告｜2024年完成运维46次。｜{later}") == []
    assert in_text("JX501", f"2024年数字政府平台运维项目绩效自评报告｜2023年完成运维46次。｜{later}") != []


def test_the_close_of_accounts_is_that_of_the_year(in_text: Callable[[str, str], list[str]]) -> None:
    title = "某区2024年度公路建设专项资金绩效评价报告"
    assert in_text("JX501", f"{title}｜截至2023年12月31日，实际支付7214.50万元。") != []
    assert in_text("JX501", f"{title}｜截至2024年12月31日，实际支付7214.50万元。") == []
    assert in_text("JX501", f"{title}｜截至2023年底，全区农村公路通车里程2418.6公里。") == []
    assert in_text("JX501", f"{title}｜截至2023年12月31日，历年累计支付7214.50万元。") == []
