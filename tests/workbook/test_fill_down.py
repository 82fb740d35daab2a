"""A formula dragged down, as a spreadsheet program drags it."""

from __future__ import annotations

import pytest

from jxbook.workbook.fill_down import shifted


@pytest.mark.parametrize(
    ("formula", "below"),
    [
        ("E13*2", "E15*2"),
        ("JX_SCORE(E13,F13,G13,$B$13:D13,$A$1)", "JX_SCORE(E15,F15,G15,$B$13:D15,$A$1)"),
        ("IF(E13=\"E13\",基本信息!$C$4,'A1 表'!B2)", "IF(E15=\"E13\",基本信息!$C$4,'A1 表'!B4)"),
        ("LOG10(A1)+Jx_MadeFor1", "LOG10(A3)+Jx_MadeFor1"),
        ("$基本信息.$C$4+$B13+AB$7", "$基本信息.$C$4+$B15+AB$7"),
        ("评委评分!$B$4:$K$40", "评委评分!$B$4:$K$40"),
    ],
)
def test_relative_rows_move_and_nothing_else(formula: str, below: str) -> None:
    assert shifted(formula, 2) == below
