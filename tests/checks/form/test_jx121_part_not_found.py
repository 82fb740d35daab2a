"""JX121 表中没有找到应有的部分"""

from __future__ import annotations

from collections.abc import Callable


def test_money_that_is_not_found_is_an_error_and_no_blank(find_all: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    found = find_all("5 | 钱 | | 甲 | 乙 | 丙 | 丁 | 戊 | 己")
    assert [one.severity for one in found if one.code == "JX121"] == ["error"]
    assert not any(one.code == "JX103" for one in found)


def test_a_goal_that_the_form_has_no_box_for_is_noted_once(find_all: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    found = find_all("10 | 其他\n11 | 其他")
    assert [(one.severity, one.what) for one in found if one.code == "JX121"] == [
        ("note", "表中没有找到年度总体目标")
    ]
    assert not any(one.code == "JX104" for one in found)


def test_a_whole_form_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX121") == []
