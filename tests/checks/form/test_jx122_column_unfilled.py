"""JX122 一栏全都没有填写"""

from __future__ import annotations

from collections.abc import Callable

from faultless import FAULTLESS

ROWS = [
    line.split("|")
    for line in FAULTLESS.splitlines()
    if line[:2].strip().isdigit() and 13 <= int(line[:2]) <= 19
]


def without(*columns: int, rows: int = len(ROWS)) -> str:
    """The rows of the table, the first ones with some columns blank."""
    return "\n".join(
        "|".join("" if turn < rows and at in columns else cell for at, cell in enumerate(row))
        for turn, row in enumerate(ROWS)
    )


def test_what_no_row_has_is_one_finding(find: Callable[..., list[str]]) -> None:
    assert find("JX122", without(7)) == ["G13"]
    assert find("JX102", without(7)) == []


def test_each_such_column_is_told(find: Callable[..., list[str]]) -> None:
    assert find("JX122", without(6, 7)) == ["F13", "G13"]
    assert find("JX102", without(6, 7)) == []


def test_what_some_rows_have_is_told_of_the_others(find: Callable[..., list[str]]) -> None:
    assert find("JX122", without(7, rows=6)) == []
    assert len(find("JX102", without(7, rows=6))) == 6
