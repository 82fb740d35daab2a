"""指标性质, 指标值 and 度量单位 in columns of their own, joined to one text: the one statement for entries and formulas."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.form.direction import target_sign
from jxbook.form.entry import NO_ENTRY, Entry
from jxbook.form.table import QUALITATIVE
from jxbook.formulas.contents import FormulaError, Value, content_of, text
from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.none import is_none
from jxbook.formulas.worksheet import AND, FIND, IF, ISNUMBER, LEN, NOT, OR, RIGHT, SUBSTITUTE, TRIM

_NONE = "无"


def joined_target(target: Expression, nature: Expression, unit: Expression) -> Expression:
    """≥ | 200 | 人次 → ≥200人次. A target that is missing, 无 or an error stays what it is."""
    ends_with_unit = RIGHT(_half(target), LEN(_half(unit))).equals(_half(unit))
    sign = IF(nature.equals(QUALITATIVE), "", nature)
    tail = IF(OR(is_none(unit), ends_with_unit), "", unit)
    return IF(OR(target.equals(""), is_none(target)), target & "", sign & target & tail)


def joined_actual(actual: Expression, unit: Expression) -> Expression:
    """300 | 人次 → 300人次; a text that does not end in a digit stays what it is.

    So does one under %: 96, 96% and 0.96 are the same there, which only the bare number can tell. Nothing is put
    behind what is not joined, so that a number stays a number.
    """
    digit = ISNUMBER(FIND(RIGHT(TRIM(actual)), "0123456789０１２３４５６７８９"))
    counted = AND(actual.differs(""), digit, NOT(is_none(unit)), _half(unit).differs("%"))
    return IF(counted, actual & unit, actual)


def _half(cell: Expression) -> Expression:
    return SUBSTITUTE(cell, "％", "%")


_VALUE, _SIGN, _UNIT = map(Reference, ("value", "sign", "unit"))
_TARGET, _ACTUAL = joined_target(_VALUE, _SIGN, _UNIT), joined_actual(_VALUE, _UNIT)


def with_joined(row: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries that are joined of those of a row, by field: the target's and the actual's, and 指标值 alone as
    `value`."""
    value, unit = row.get("target", NO_ENTRY), row.get("unit", NO_ENTRY)
    nature, direction = row.get("nature", NO_ENTRY), row.get("direction", NO_ENTRY)
    sign = target_sign(nature.text, direction.text, value.text)
    actual = row.get("actual", NO_ENTRY)
    return {
        "value": value,
        "target": _joined(_TARGET, value, unit, sign),
        "actual": _joined(_ACTUAL, actual, unit),
    }


def without_unit(actual: str, unit: str) -> str:
    """300人次 → 300 where 度量单位 has a column of its own, so that reading adds the unit again; else as it is."""
    bare = actual.removesuffix(unit)
    return bare if _evaluated(_ACTUAL, bare, unit) == actual else actual


def _joined(formula: Expression, entry: Entry, unit: Entry, sign: str = "") -> Entry:
    """An entry as a formula joins it; the very entry where nothing is added."""
    seen = content_of(_NONE if entry.none else entry.text)
    found = _evaluated(formula, seen, _NONE if unit.none else unit.text, sign)
    if found == seen or isinstance(found, FormulaError):
        return entry
    return Entry(text(found), entry.cell, unknown=entry.unknown, computed=entry.computed)


def _evaluated(formula: Expression, value: Value, unit: str, sign: str = "") -> Value:
    return formula.over({_VALUE.name: value, _UNIT.name: unit, _SIGN.name: sign})
