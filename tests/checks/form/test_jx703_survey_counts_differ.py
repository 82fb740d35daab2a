"""JX703 问卷份数对不上"""

from __future__ import annotations

from collections.abc import Callable


def test_more_returned_than_sent_is_found(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX703", survey(sent="90")) == ["满意度问卷!D1"]


def test_answers_that_are_not_as_many_as_were_returned_are_found(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    assert find("JX703", survey(count="71")) == ["满意度问卷!B4"]


def test_figures_that_agree_are_fine(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX703", survey()) == []


def test_while_it_is_not_known_how_many_were_returned_nothing_is_said(
    find: Callable[..., list[str]],
    survey: Callable[..., str],
) -> None:
    assert find("JX703", survey(returned="")) == []
