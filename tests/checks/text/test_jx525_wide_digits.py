"""JX525: full-width digits are told once for a form, with the cells, and each at its place in a report."""

from __future__ import annotations

from collections.abc import Callable

from jxbook.finding import Finding


def test_a_form_is_told_once_with_all_its_cells(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    text = "素材2 | 项目概况 | 补充 | 培训１２期，覆盖３个街道。\n素材3 | 组织管理 | 补充 | 走访４５户。"
    [told] = [one for one in find_all(text) if one.code == "JX525"]
    assert str(told.cell) == "报告素材!C2"
    assert "“１２”等3处（报告素材!C2、报告素材!C3）" in told.what


def test_a_report_is_told_place_by_place(in_text: Callable[[str, str], list[str]]) -> None:
    assert {"１２", "３"} <= set(in_text("JX525", "全年培训１２期，覆盖３个街道。"))
