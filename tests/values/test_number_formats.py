"""What a number format prints around a number is a part of what a person reads in the cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.values import Sign, read_actual, read_target, shown


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        ("500", '0"人次"', "500人次"),
        ("80", '"≥"0"吨"', "≥80吨"),
        ("1234.5", '#,##0.00"万元"_);', "1234.5万元"),
        ("12", '"≤"#,##0', "≤12"),
        ("0.95", '"≥"0.0%', "≥95%"),
        ("0.95", "0%", "95%"),
        ("7", "General", "7"),
        ("7", '[红色]"缺"0', "7"),
    ],
)
def test_a_number_is_shown_as_its_cell_shows_it(number: str, number_format: str, text: str) -> None:
    assert shown(Decimal(number), number_format) == text


def test_a_sign_and_a_unit_of_the_format_count() -> None:
    target = read_target(Decimal(80), '"≥"0"吨"')
    assert (target.sign, target.low, target.unit.name) == (Sign.AT_LEAST, 80, "吨")
    assert read_actual(Decimal(72), '0"吨"').unit.name == "吨"
    assert read_target(Decimal(80), "0").unit.name == ""
