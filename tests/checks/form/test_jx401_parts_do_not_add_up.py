"""JX401 各项资金之和不等于年度资金总额"""

from __future__ import annotations

from collections.abc import Callable


def test_parts_that_do_not_add_up_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX401", "7 | | 其中：当年财政拨款 | 8 | 7 | 8 | — | — | —") == ["D6"]


def test_each_column_is_looked_at(find: Callable[..., list[str]]) -> None:
    assert find("JX401", "7 | | 其中：当年财政拨款 | 9 | 8 | 7 | — | — | —") == ["C6", "E6"]


def test_a_column_without_parts_is_fine(find: Callable[..., list[str]]) -> None:
    table = """
        7 | | 其中：当年财政拨款 | | 8 | 8
        8 | | 上年结转资金 | | 2 | 2
        9 | | 其他资金 | | — | —
    """
    assert find("JX401", table) == []
