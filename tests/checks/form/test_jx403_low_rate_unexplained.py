"""JX403 执行率偏低，没有说明原因"""

from __future__ import annotations

from collections.abc import Callable


def test_a_low_rate_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX403", "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 8") == ["G6"]


def test_a_text_about_it_settles_it(find: Callable[..., list[str]]) -> None:
    table = """
        6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 8
        素材2 | 项目概况 | 补充 | 尾款待验收后支付，执行率偏低，下年提前组织验收。
    """
    assert find("JX403", table) == []


def test_a_high_rate_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX403", "6 | | 年度资金总额 | 10 | 10 | 9 | 10 | 90% | 9") == []


def test_why_nothing_was_spent_settles_it(find: Callable[..., list[str]]) -> None:
    table = """
        6 | | 年度资金总额 | 10 | 10 | 0 | 10 | 0% | 0
        素材2 | 项目概况 | 补充 | 因采购投诉处理，招标推迟到2025年2月，全年没有支出。
    """
    assert find("JX403", table) == []
