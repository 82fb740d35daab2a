"""The formulas of the sheets beside the form. Where their cells stand is known by whoever prints or evaluates them.

A cell is named by the field of its column, and `rows_of` it are the entries of that column.
"""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.function import named
from jxbook.formulas.worksheet import (
    AND,
    COUNT,
    COUNTA,
    IF,
    IFERROR,
    ISNUMBER,
    MIN,
    OR,
    ROUND,
    SUM,
    SUMPRODUCT,
)
from jxbook.scoring import UNCLEAR
from jxbook.scoring.given import any_not_given
from jxbook.scoring.satisfaction import answered_in_all, returned_of_sent, satisfied_in_all

MONEY_PLACES, RATE_PLACES = 6, 4
"""Decimal places of an amount of money and of a ratio, as these sheets reckon them."""
_ROWS = " rows"


def rows_of(field: str) -> Reference:
    """The entries of a column, as an area."""
    return Reference(field + _ROWS)


def column_of(name: str) -> str:
    """The field whose `rows_of` has this name; "" where it is a single cell's."""
    return name.removesuffix(_ROWS) if name.endswith(_ROWS) else ""


def sum_of(field: str) -> Expression:
    """A column added up, "" while it is empty."""
    rows = rows_of(field)
    return IF(COUNT(rows).equals(0), "", ROUND(SUM(rows), MONEY_PLACES))


def product_of(first: str, second: str) -> Expression:
    """Two cells of a row multiplied, "" while one is missing."""
    one, two = Reference(first), Reference(second)
    return IF(AND(ISNUMBER(one), ISNUMBER(two)), ROUND(one * two, MONEY_PLACES), "")


# 成本效益

_PLANNED, _ACTUAL, _SAVED = Reference("planned"), Reference("actual"), Reference("saved")
_DIFFERENCE = ROUND(_PLANNED - _ACTUAL, MONEY_PLACES)
SAVED = IF(AND(ISNUMBER(_PLANNED), ISNUMBER(_ACTUAL)), _DIFFERENCE, "")
SAVED_IN_ALL = IF(
    AND(
        COUNT(rows_of("saved")) > 0,
        COUNT(rows_of("saved")).equals(COUNT(rows_of("planned"))),
        COUNT(rows_of("saved")).equals(COUNT(rows_of("actual"))),
    ),
    _DIFFERENCE,
    "",
)
"""Blank where an item has only one of its costs: the two sums are of different things then."""
SAVED_RATE = IF(ISNUMBER(_SAVED), IF(_PLANNED > 0, ROUND(_SAVED / _PLANNED, RATE_PLACES), ""), "")

# 评委评分

SCORES, POLICY, FULL = "scores", "policy", "full"
"""Further names in MEAN: the scores of a row, the policy's id, and the points of all indicators together."""
_SCORES, _POINTS = Reference(SCORES), Reference("points")
_OUT_OF_BOUNDS = any_not_given(_SCORES, IF(ISNUMBER(_POINTS), _POINTS, Reference(FULL)))
MEAN = IF(
    COUNTA(_SCORES).equals(0),
    "",
    IF(_OUT_OF_BOUNDS, UNCLEAR, IFERROR(named("JX_REVIEW")(_SCORES, Reference(POLICY)), UNCLEAR)),
)
"""Where JX_REVIEW cannot be had a person has to look."""

# 满意度问卷

COUNTS, OWN, WEIGHTS, ANSWERS = "counts", "own", "weights", "answers"
"""Names of areas: counts of answers, what stands in the row itself, 计入比例, and the headings of the answers."""
_SENT, _RETURNED = Reference("sent"), Reference("returned")
_COUNTS, _WEIGHTS = Reference(COUNTS), Reference(WEIGHTS)
RETURN_RATE = IF(
    AND(ISNUMBER(_SENT), ISNUMBER(_RETURNED)), IF(_SENT > 0, returned_of_sent(_SENT, _RETURNED), ""), ""
)
ANSWERED = IF(OR(COUNT(_COUNTS).equals(0), MIN(_COUNTS) < 0), "", SUM(_COUNTS))
_UNUSABLE = OR(
    COUNT(_COUNTS).equals(0),
    COUNTA(_COUNTS) > COUNT(_COUNTS),
    COUNT(_WEIGHTS) < COUNTA(Reference(ANSWERS)),
    MIN(_COUNTS, _WEIGHTS) < 0,
)
_OWN = Reference(OWN)
_UNWEIGHTED = SUMPRODUCT(_OWN.differs("") * _WEIGHTS.equals("")) > 0
_SHARE = satisfied_in_all(_OWN, _WEIGHTS) / answered_in_all(_OWN)
_RECKONED = IF(_UNWEIGHTED, UNCLEAR, IF(answered_in_all(_OWN) > 0, _SHARE, ""))
SATISFACTION = IF(_UNUSABLE, "", IFERROR(named("JX_SATISFACTION")(_OWN, _WEIGHTS), _RECKONED))
"""Blank until every count is a number and every answer has its weight."""
