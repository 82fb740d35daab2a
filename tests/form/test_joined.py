"""A target in three columns is one: so the form reads it, and so the cells of a workbook put it together."""

from __future__ import annotations

import formualizer
import pytest

from jxbook.form import Entry, Indicator, without_unit
from jxbook.form.joined import joined_actual, joined_target
from jxbook.formulas.expression import Reference

# 指标性质 | 指标值 | 度量单位 | 完成值 → target and actual as scored
JOINED = [
    ("≥", "200", "人次", "300", "≥200人次", "300人次"),
    ("≥", "200人次", "人次", "300人次", "≥200人次", "300人次"),
    ("≥", "85%", "％", "88%", "≥85%", "88%"),  # one sign in two widths
    ("≥", "95", "%", "0.96", "≥95%", "0.96"),  # what it is of 95%, the bare number tells
    ("≤", "100", "m²", "90m²", "≤100m²", "90m²"),  # ² is no digit
    ("≥", "5KG", "kg", "6", "≥5KG", "6kg"),  # a spreadsheet takes the two for the same unit
    ("定性", "有效提升", "无", "达成年度指标", "有效提升", "达成年度指标"),
    ("≥", "无", "人次", "", "无", ""),
    ("=", "3", "", "3", "=3", "3"),
    ("", "", "个", "5", "", "5个"),
]
TABLE = pytest.mark.parametrize(("nature", "value", "unit", "actual", "target", "read"), JOINED)


@TABLE
def test_a_target_in_three_columns_is_one(
    nature: str, value: str, unit: str, actual: str, target: str, read: str
) -> None:
    level, apart = Entry("产出指标"), {"nature": Entry(nature), "unit": Entry(unit)}
    one = Indicator.read(level, level, level, Entry(value), Entry(actual), Entry(10), **apart)
    assert (one.target.text, one.actual.text) == (target, read)


@TABLE
def test_a_spreadsheet_joins_them_alike(
    nature: str, value: str, unit: str, actual: str, target: str, read: str
) -> None:
    book = formualizer.Workbook()
    book.add_sheet("S")
    for column, entry in enumerate((nature, value, unit, actual), 1):
        book.set_value("S", 1, column, entry)
    sign, wanted, own, reached = map(Reference, ("A1", "B1", "C1", "D1"))
    book.set_formula("S", 1, 5, f"={joined_target(wanted, sign, own).text()}")
    book.set_formula("S", 1, 6, f"={joined_actual(reached, own).text()}")
    assert (book.evaluate_cell("S", 1, 5), book.evaluate_cell("S", 1, 6)) == (target, read)


def test_an_error_is_not_joined() -> None:
    level, apart = Entry("产出指标"), {"nature": Entry("≥"), "unit": Entry("人次")}
    one = Indicator.read(level, level, level, Entry("#REF!"), Entry("#N/A"), Entry(10), **apart)
    assert (one.target.text, one.actual.text) == ("#REF!", "#N/A")


@pytest.mark.parametrize(
    ("actual", "unit", "bare"),
    [
        ("300人次", "人次", "300"),
        ("300", "人次", "300"),
        ("96%", "%", "96%"),
        ("很多人次", "人次", "很多人次"),
    ],
)
def test_a_unit_is_taken_off_that_reading_puts_on_again(actual: str, unit: str, bare: str) -> None:
    assert without_unit(actual, unit) == bare
