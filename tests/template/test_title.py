"""The line under the title shows the year as it was typed."""

from decimal import Decimal

import pytest

from jxbook.template.title import TITLE_YEAR, title_year


@pytest.mark.parametrize(
    ("typed", "shown"),
    [(Decimal(2024), "（2024年度）"), (None, "（        年度）"), ("2024年", "（2024年年度）")],
)
def test_it_shows_what_a_spreadsheet_would(typed: Decimal | str | None, shown: str) -> None:
    assert title_year(typed) == shown


def test_it_is_one_formula() -> None:
    assert TITLE_YEAR.text({"year": "C5"}) == '"（"&IF(C5="","        ",C5)&"年度）"'
