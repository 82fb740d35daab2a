"""A policy's value ↔ the text of a cell, one statement for both ways.

A list reads 甲、乙; pairs and rows read 90：优；80：良. Any of the usual separators is taken when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from jxbook.pattern import pattern
from jxbook.policy import KEYS
from jxbook.policy.keys import PolicyValue, worded
from jxbook.values import plain

YES, NO = "是", "否"
_NUMBER, _TEXT = "number", "text"
_OF_ROWS: Mapping[str, tuple[str, ...]] = {
    "execution.steps": (_NUMBER, _NUMBER),
    "satisfaction.steps": (_NUMBER, _NUMBER),
    "grades.bands": (_NUMBER, _TEXT),
    "layout.boxes": (_TEXT, _NUMBER),
    "layout.text_limits": (_TEXT, _NUMBER),
    "layout.head_rows": (_TEXT,),
    "report.advice": (_TEXT, _TEXT, _TEXT),
    "checks.rules": (_TEXT, _TEXT, _TEXT),
}
"""What the parts of each row are, for the values that are lists of rows; one part means as many as there are."""
_OF_NUMBERS = ("satisfaction.weights", "qualitative.full", "qualitative.partial", "qualitative.failed")
_NOTHING = "（无）"
_SEPARATES_ROWS, _SEPARATES_PARTS, _SEPARATES_WORDS = "；", "：", "、"
_ROWS, _PARTS, _WORDS = pattern(r"[；;\n]+"), pattern(r"[：:]"), pattern(r"[、，,；;\n]+")


def shown(key: str, value: PolicyValue) -> str | Decimal:
    """A value as its cell shows it: a number as one, everything else as a text that `parsed` takes back."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        return worded(key, value)
    if key in _OF_ROWS:
        between = _SEPARATES_WORDS if len(_OF_ROWS[key]) == 1 else _SEPARATES_PARTS
        rows = (between.join(map(_part, row)) for row in value)
        return _SEPARATES_ROWS.join(rows) or _NOTHING
    return _SEPARATES_WORDS.join(map(_part, value)) or _NOTHING


def choices(key: str) -> tuple[str, ...]:
    """What a drop-down offers for a key; () where there is none."""
    one = KEYS[key]
    if one.type is bool:
        return (YES, NO)
    return tuple(worded(key, word) for word in one.choices)


def how(key: str) -> str:
    """How the value of a key is written in a cell, for the one who fills it in."""
    if options := choices(key):
        return "从下拉框里选一个：" + "、".join(options)
    if KEYS[key].type is Decimal:
        return "数"
    if KEYS[key].type is str:
        return "文字"
    if key in _OF_ROWS:
        return f"每行之间用“；”，行内用“{'、' if len(_OF_ROWS[key]) == 1 else '：'}”隔开；没有的写{_NOTHING}"
    return f"各个之间用“、”隔开；没有的写{_NOTHING}"


def asked(key: str) -> str:
    """What to do about a cell that holds no value of a key."""
    if choices(key):
        return f"请{how(key)}"
    if KEYS[key].type is Decimal:
        return "请写一个允许的数"
    return "请写一行文字" if KEYS[key].type is str else f"请这样写：{how(key)}"


def parsed(key: str, text: str | Decimal) -> PolicyValue | None:
    """The value that a cell holds, None where it is none of this key; whether it is allowed is not looked at."""
    one = KEYS[key]
    if one.type is Decimal:
        return _number(text)
    text = text if isinstance(text, str) else plain(text)
    text = text.strip()
    if one.type is bool:
        return {YES: True, NO: False}.get(text)
    if one.choices:
        return next((word for word in one.choices if text in (word, worded(key, word))), None)
    if one.type is str:
        return text
    if text == _NOTHING:
        return ()
    if key in _OF_ROWS:
        return _rows(_OF_ROWS[key], text)
    words = tuple(part.strip() for part in _WORDS.split(text) if part.strip())
    return _all(_number(word) for word in words) if key in _OF_NUMBERS else words


def _rows(kinds: tuple[str, ...], text: str) -> PolicyValue | None:
    rows = []
    for line in filter(None, map(str.strip, _ROWS.split(text))):
        if len(kinds) == 1:
            row: PolicyValue | None = tuple(part.strip() for part in _WORDS.split(line) if part.strip())
        else:
            parts = _PARTS.split(line, maxsplit=len(kinds) - 1)
            row = _all(
                _number(part) if kind == _NUMBER else part.strip()
                for kind, part in zip(kinds, parts, strict=False)
            )
            row = row if row is not None and len(parts) == len(kinds) else None
        if row is None:
            return None
        rows.append(row)
    return tuple(rows)


def _all(parts: Iterable[Decimal | str | None]) -> tuple[Decimal | str, ...] | None:
    found = tuple(parts)
    return None if None in found else tuple(one for one in found if one is not None)


def _number(text: str | Decimal) -> Decimal | None:
    if isinstance(text, Decimal):
        return text
    try:
        number = Decimal(text.strip().removesuffix("%").removesuffix("分"))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 20 else None


def _part(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)
