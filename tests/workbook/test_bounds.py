"""Promise 6: how much a grid may hold, whatever it was read from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.finding import Refusal
from jxbook.workbook.bounds import MAX_PROSE, require_bounded
from jxbook.workbook.grid import Cell, Sheet


def sheet(*values: str | Decimal) -> Sheet:
    return Sheet("自评表", {(row, 1): Cell(value) for row, value in enumerate(values, 1)})


def test_a_form_filled_to_the_brim_is_read() -> None:
    require_bounded([sheet(*["甲" * 32_767] * 14), sheet(Decimal(1))], "表.xlsx")


def test_long_texts_are_counted_over_all_sheets() -> None:
    half = sheet("甲" * (MAX_PROSE // 2 + 1))
    require_bounded([half], "表.xlsx")
    with pytest.raises(Refusal, match=r"JX907.*文字合计超过150万字"):
        require_bounded([half, half], "表.xlsx")


def test_labels_are_not_counted() -> None:
    require_bounded([sheet(*["年度指标值" * 10] * 100_000)], "表.xlsx")
