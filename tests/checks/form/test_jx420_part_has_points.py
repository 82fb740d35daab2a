"""JX420 资金明细行重复填写了分值"""

from __future__ import annotations

from collections.abc import Callable


def test_points_beside_a_part_of_the_money_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX420", "7 | | 其中：当年财政拨款 | 8 | 8 | 8 | 10 | 100% | 10") == ["F7"]


def test_a_dash_or_a_nought_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX420", "7 | | 其中：当年财政拨款 | 8 | 8 | 8 | — | 100% | 0") == []
