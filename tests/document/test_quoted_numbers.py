"""A user's text with its numbers marked: each that states something, none that only counts items."""

from __future__ import annotations

import pytest

from jxbook.document.marks import parted, quoted


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1.改造1200户；2.建亭60座", ["1200", "60"]),
        ("1、改造1200户", ["1200"]),
        ("支出1.5万元", ["1.5"]),
        ("第3、5号楼", ["3", "5"]),
    ],
)
def test_the_number_of_an_item_is_no_figure_to_tick_off(text: str, figures: list[str]) -> None:
    _, marked = parted(quoted(text, "项目总体情况", "报告素材!B4"))
    assert [figure for _, _, figure, _ in marked] == figures
