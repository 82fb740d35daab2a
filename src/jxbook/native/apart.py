"""指标性质, 指标值 and 度量单位 in columns of their own, joined as `Indicator.read` joins them."""

from __future__ import annotations

from jxbook.form import QUALITATIVE
from jxbook.formulas.expression import Expression
from jxbook.formulas.none import is_none
from jxbook.formulas.worksheet import AND, FIND, IF, ISNUMBER, LEN, NOT, OR, RIGHT, SUBSTITUTE, TRIM


def joined(
    target: Expression, actual: Expression, nature: Expression, unit: Expression
) -> tuple[Expression, Expression]:
    """年度指标值 and 实际完成值 as they are scored."""
    half, own = (SUBSTITUTE(cell, "％", "%") for cell in (target, unit))
    sign = IF(nature.equals(QUALITATIVE), "", nature)
    tail = IF(OR(is_none(unit), RIGHT(half, LEN(own)).equals(own)), "", unit)
    whole = IF(OR(target.equals(""), is_none(target)), target & "", sign & target & tail)
    digit = ISNUMBER(FIND(RIGHT(TRIM(actual)), "0123456789０１２３４５６７８９"))
    counted = AND(actual.differs(""), digit, NOT(is_none(unit)), own.differs("%"))
    # no & where nothing is joined: a number stays a number, 0.96 under % one of 96%
    return whole, IF(counted, actual & unit, actual)
