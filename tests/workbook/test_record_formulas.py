"""What the formulas of 成本效益 and 子项目 show for what stands in a row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.formulas.contents import Content, Value, content_of
from jxbook.formulas.expression import Contents, Expression
from jxbook.workbook.records.formulas import SAVED, SAVED_IN_ALL, SAVED_RATE, product_of, sum_of

Cells = dict[str, Content]


def shown(formula: Expression, cells: Cells) -> Value:
    return formula.shown(Contents(cells.__getitem__, {}))


def typed(text: str) -> Value:
    number = text.replace(".", "", 1).isdecimal()
    return content_of(Decimal(text) if number else text or None)


def cost(row: str) -> Cells:
    """Planned quantity, planned unit cost, quantity, unit cost, and what follows from them."""
    fields = ("planned_quantity", "planned_cost", "quantity", "cost")
    cells: Cells = dict(zip(fields, (typed(one.strip()) for one in row.split("|")), strict=True))
    cells["planned"] = shown(product_of("planned_quantity", "planned_cost"), cells)
    cells["actual"] = shown(product_of("quantity", "cost"), cells)
    cells["saved"] = shown(SAVED, cells)
    cells["rate"] = shown(SAVED_RATE, cells)
    return cells


def in_all(*rows: Cells) -> Cells:
    """The row 合计 below these rows."""
    cells: Cells = {
        f"{field} rows": tuple(row[field] for row in rows) for field in ("planned", "actual", "saved")
    }
    cells["planned"], cells["actual"] = shown(sum_of("planned"), cells), shown(sum_of("actual"), cells)
    cells["saved"] = shown(SAVED_IN_ALL, cells)
    cells["rate"] = shown(SAVED_RATE, cells)
    return cells


def decimal(text: str) -> Value:
    return Decimal(text) if text else ""


@pytest.mark.parametrize(
    ("row", "planned", "actual", "saved", "rate"),
    [
        ("20 | 0.2 | 21 | 0.19", "4", "3.99", "0.01", "0.0025"),
        ("1000 | 0.0012 | 1200 | 0.0013", "1.2", "1.56", "-0.36", "-0.3"),
        ("20 | 0.2 | | ", "4", "", "", ""),
        ("20 | 一般 | 20 | 0.2", "", "4", "", ""),
        ("0 | 0.2 | 1 | 0.2", "0", "0.2", "-0.2", ""),
    ],
)
def test_what_an_item_cost_and_saved(row: str, planned: str, actual: str, saved: str, rate: str) -> None:
    cells = cost(row)
    assert [cells[one] for one in ("planned", "actual", "saved", "rate")] == [
        decimal(one) for one in (planned, actual, saved, rate)
    ]


def test_the_sum_compares_only_what_can_be_compared() -> None:
    whole = [cost("20 | 0.2 | 21 | 0.19"), cost("10 | 0.1 | 10 | 0.1")]
    both = in_all(*whole)
    assert [both[one] for one in ("planned", "actual", "saved", "rate")] == [
        Decimal(5),
        Decimal("4.99"),
        Decimal("0.01"),
        Decimal("0.002"),
    ]
    half = in_all(*whole, cost("1 | 1 | | "))
    assert [half[one] for one in ("planned", "saved", "rate")] == [Decimal(6), "", ""]
    assert in_all()["planned"] == ""


def test_money_of_sub_projects_is_summed_without_blanks() -> None:
    cells: Cells = {
        "budget rows": (Decimal(3), Decimal(2), None),
        "spent rows": (Decimal("2.5"), Decimal("1.2"), None),
    }
    assert [shown(sum_of(one), cells) for one in ("budget", "spent")] == [Decimal(5), Decimal("3.7")]
    assert shown(sum_of("budget"), {"budget rows": ()}) == ""
