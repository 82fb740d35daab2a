"""JX124 像是指标的行没有计入自评表"""

from __future__ import annotations

from collections.abc import Callable

import pytest

HEADINGS = "另表1 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n"


def test_rows_of_another_sheet_are_named_with_their_sheet(find_all: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    found = find_all(
        HEADINGS
        + "另表2 | 产出指标 | 数量指标 | 培训居民 | ≥50人 | 50人 | 10 | 10\n另表4 | 产出指标 | 数量指标 | 印发手册 | ≥9本 | 9本 | 5 | 5"
    )
    [one] = [one for one in found if one.code == "JX124"]
    assert "另表第2行、第4行像是指标（“培训居民”等）" in one.what
    assert str(one.cell) == "另表!C2"


@pytest.mark.parametrize(
    "row",
    [
        "产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15",
        "产出指标 | 数量指标 | 培训居民 | | | 10 | 10",
        "产出指标 | 数量指标 | 培训居民 | ≥50人 | 50人 | |",
    ],
    ids=["a row of the form once more", "nothing filled in", "no points"],
)
def test_a_table_that_repeats_or_explains_is_fine(find: Callable[..., list[str]], row: str) -> None:
    assert find("JX124", f"{HEADINGS}另表2 | {row}") == []
