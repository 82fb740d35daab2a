"""总分 follows from one statement, which is both the workbook's formula and the program's reckoning."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.formulas.expression import Reference
from jxbook.scoring.given import is_in_bounds
from jxbook.scoring.grade import graded as graded_by
from jxbook.scoring.total_formula import counts_for, is_graded, rounded_total, total_points
from ruled import ruled

RESCALED = ruled(not_applicable__method="rescaled")
KEPT = ruled(not_applicable__method="excluded")


@pytest.mark.parametrize(
    ("added", "weight", "dropped", "total"),
    [
        ("72", "80", 1, ("90", True)),
        ("72", "80", 0, ("72", False)),  # nothing was dropped: 分值 are simply too few
        ("72", "0", 1, ("72", False)),
        ("90", "100", 1, ("90", False)),
        ("110", "120", 1, ("110", False)),
        ("66.666666666666666666666667", "100", 0, ("66.67", False)),
        ("23.33", "30", 2, ("77.77", True)),
    ],
)
def test_a_sum_is_converted_only_where_rows_were_dropped(
    added: str, weight: str, dropped: int, total: tuple[str, bool]
) -> None:
    points, converted = total_points(Decimal(added), Decimal(weight), dropped, RESCALED)
    assert (points, converted) == (Decimal(total[0]), total[1])
    assert total_points(Decimal(added), Decimal(weight), dropped, KEPT)[1] is False


def test_the_formula_is_the_same_statement() -> None:
    added, weight, dropped = map(Reference, ("A1", "B1", "C1"))
    assert rounded_total(added, KEPT, weight, dropped).text() == "ROUND(A1,2)"
    assert rounded_total(added, RESCALED, weight, dropped).text() == (
        "IF(AND(C1>0,B1>0,B1<100),ROUND(ROUND(ROUND(A1,12)*100/(B1),12),2),ROUND(ROUND(A1,12),2))"
    )


@pytest.mark.parametrize(
    ("stated", "holds"), [("0", True), ("86.53", True), ("100", True), ("100.01", False), ("-1", False)]
)
def test_a_stated_total_lies_between_nothing_and_the_whole(stated: str, holds: bool) -> None:
    assert is_in_bounds(Decimal(stated), KEPT.number("weights.total")) is holds


@pytest.mark.parametrize(
    ("total", "weight", "graded"),
    [
        ("86.53", "100", True),
        ("100", "100", True),
        ("90", "110", False),  # more 分值 than the full total
        ("100.01", "100", False),  # more points than the full total
        ("99", "100.0000000000001", True),  # thirds that were added up
    ],
)
def test_with_more_than_the_full_total_there_is_nothing_to_be_graded(
    total: str, weight: str, graded: bool
) -> None:
    assert is_graded(Decimal(total), Decimal(weight), KEPT) is graded


def test_a_grade_is_the_same_statement() -> None:
    assert graded_by(Reference("A1"), KEPT).text() == (
        'IF(ROUND(A1,2)>=90,"优",IF(ROUND(A1,2)>=80,"良",IF(ROUND(A1,2)>=60,"中","差")))'
    )


@pytest.mark.parametrize(
    ("earned", "points", "counts"), [("4", "5", "4"), ("7", "5", "5"), ("-1", "5", "0"), ("3", "0", "0")]
)
def test_a_score_without_a_target_counts_within_its_points(earned: str, points: str, counts: str) -> None:
    assert counts_for(Decimal(earned), Decimal(points)) == Decimal(counts)
