"""What follows from costs, sub-projects and evidence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.form import NO_ENTRY, CostItem, Entry, SubProject
from jxbook.scoring.records import by_kind, cost_of, covers_all, is_missing, sum_of, supports, total_cost


def entry(text: str) -> Entry:
    number = text.replace(".", "", 1).isdecimal()
    return Entry(Decimal(text) if number else text or None)


def cost(row: str) -> CostItem:
    """Planned quantity, planned unit cost, quantity, unit cost."""
    planned_quantity, planned_cost, quantity, unit_cost = (entry(one.strip()) for one in row.split("|"))
    return CostItem(Entry("场地费"), NO_ENTRY, planned_quantity, planned_cost, quantity, unit_cost, NO_ENTRY)


def decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@pytest.mark.parametrize(
    ("row", "planned", "actual", "saved", "rate"),
    [
        ("20 | 0.2 | 21 | 0.19", "4", "3.99", "0.01", "0.0025"),
        ("20 | 2000元 | 21 | 0.19", "4", "3.99", "0.01", "0.0025"),
        ("1000 | 0.0012 | 1200 | 0.0013", "1.2", "1.56", "-0.36", "-0.3"),
        ("20 | 0.2 | | ", "4", "", "", ""),
        ("20 | 一般 | 20 | 0.2", "", "4", "", ""),
        ("0 | 0.2 | 1 | 0.2", "0", "0.2", "-0.2", ""),
    ],
)
def test_what_an_item_cost_and_saved(row: str, planned: str, actual: str, saved: str, rate: str) -> None:
    found = cost_of(cost(row), "万元")
    assert [found.planned, found.actual, found.saved, found.rate] == [
        decimal(one) for one in (planned, actual, saved, rate)
    ]


def test_the_sum_compares_only_what_can_be_compared() -> None:
    whole = [cost("20 | 0.2 | 21 | 0.19"), cost("10 | 0.1 | 10 | 0.1")]
    both = total_cost(whole, "万元")
    assert (both.planned, both.actual, both.saved, both.rate) == (
        Decimal(5),
        Decimal("4.99"),
        Decimal("0.01"),
        Decimal("0.002"),
    )
    half = total_cost([*whole, cost("1 | 1 | | ")], "万元")
    assert (half.planned, half.saved, half.rate) == (Decimal(6), None, None)
    assert total_cost([], "万元").planned is None


def sub(row: str) -> SubProject:
    kind, count, budget, spent = (entry(one.strip()) for one in row.split("|"))
    return SubProject(Entry("某项"), kind, count, budget, spent, NO_ENTRY, NO_ENTRY)


def test_sub_projects_are_summed_by_kind_in_the_order_of_the_table() -> None:
    rows = [sub("环境类 | 2 | 3 | 2.5"), sub("文化类 | | 20000元 | 1.2"), sub("环境类 | 1 | | ")]
    assert [(one.kind, one.count, one.budget, one.spent) for one in by_kind(rows, "万元")] == [
        ("环境类", 3, Decimal(3), Decimal("2.5")),
        ("文化类", 1, Decimal(2), Decimal("1.2")),
    ]
    together = sum_of(rows, "万元")
    assert (together.count, together.budget, together.spent) == (4, Decimal(5), Decimal("3.7"))
    assert sum_of([], "万元").budget is None


@pytest.mark.parametrize(
    ("named", "name", "yes"),
    [
        ("参加活动人次", "参加活动人次", True),
        ("参加活动人次、居民满意度", "居民满意度", True),
        (" 居民 满意度 ", "居民满意度", True),
        ("参加活动人数", "参加活动人次", False),
        ("参加活动人次", "", False),
        ("", "居民满意度", False),
    ],
)
def test_a_paper_supports_the_indicators_that_it_names(named: str, name: str, yes: bool) -> None:
    assert supports(Entry(named or None), name) is yes


def test_a_paper_may_be_for_all_of_them() -> None:
    assert covers_all(Entry("全部指标"))
    assert not covers_all(Entry("参加活动人次"))


@pytest.mark.parametrize(
    ("said", "missing"),
    [("有", False), ("", False), ("无", True), ("否", True), ("缺", True), ("×", True), ("待 补 充", True)],
)
def test_a_paper_is_missing_only_if_it_is_said_to_be(said: str, missing: bool) -> None:
    assert is_missing(Entry(said or None)) is missing
