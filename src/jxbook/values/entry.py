"""The text and the plain number behind a raw cell value, shared by the readers of targets and actuals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from jxbook.pattern import pattern
from jxbook.values.fold import plain
from jxbook.values.kinds import Raw
from jxbook.values.numerals import settled
from jxbook.values.units import NO_UNIT, PERCENT, Unit

NONE_WORDS = frozenset({"无", "-", "--", "---", "/", "//", "\\", "不适用", "无此项", "无此指标"})
YES = "达标|合格|通过验收|验收通过|符合要求"
"""What says that a requirement is met; behind 未, 没 or 不 that it is not."""
_YES_WORDS = tuple(YES.split("|"))
_BEFORE_YES = "质量|验收|检验|检测|水质|考核|审核|评审"
_YES = pattern(rf"(?:全部|全面|均|已|都|{_BEFORE_YES})*(?:{YES})\Z")
_NO = pattern(rf"(?:{_BEFORE_YES}|均|都|尚)*(?:未|没有?|不)(?:{YES})\Z")
_CLEAN = 8
"""Characters of a number that has six decimals at most and no noise to be settled."""
_EXACT = 1e15
"""Below this a whole number in a cell is exactly what it shows."""
_LITERAL = pattern(r'"[^"]*"|\\.')
_AROUND = pattern(r'(?:"([^",，]{1,8})")?[#0,]*[#0](?:\.[#0]+)?%?(?:"([^",，]{1,8})")?(?:_.)?\Z')
_ERROR = pattern(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)\Z")


def as_number(raw: Raw) -> Decimal | None:
    """A cell's number, `settled`, or None where the value is no finite number. Booleans are no numbers."""
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < _EXACT:
        return Decimal(int(raw))
    if raw is None or isinstance(raw, (str, bool)) or not isinstance(raw, (Decimal, int, float)):
        return None
    try:
        text = repr(raw) if isinstance(raw, float) else ""
        if text and len(text) <= _CLEAN and text[-1].isdigit() and "e" not in text:
            return Decimal(text)  # too short to carry noise
        number = Decimal(text) if text else Decimal(raw)
    except InvalidOperation:  # pragma: no cover - a numeric subclass with a repr of its own
        return None
    return settled(number) if number.is_finite() and abs(number.adjusted()) < 400 else None


def read_yes(folded: str) -> bool | None:
    """是, 达标 and 合格 say yes, 否, 未达标 and 不合格 say no; None for any other text."""
    if folded in ("是", "否"):
        return folded == "是"
    if not folded.endswith(_YES_WORDS):
        return None
    if _YES.match(folded):
        return True
    return False if _NO.match(folded) else None


@lru_cache(maxsize=256)
def is_percent_format(number_format: str) -> bool:
    """Does Excel show a number in this format as a percentage?"""
    return "%" in _LITERAL.sub("", number_format)


def is_error(text: str) -> bool:
    """Is this what a cell shows whose formula failed, such as "#REF!"?"""
    return text.startswith("#") and _ERROR.match(text) is not None


@lru_cache(maxsize=256)
def printed_around(number_format: str) -> tuple[str, str]:
    """What a number format prints before and behind the number, 0"人次" or "≥"0"天"; ("", "") for any other format."""
    found = _AROUND.match(number_format.partition(";")[0]) if '"' in number_format else None
    return (found[1] or "", found[2] or "") if found else ("", "")


def as_quantity(raw: Raw, number_format: str) -> tuple[Decimal, Unit] | None:
    """The number that a cell holds, in percent where its format shows it so; None where it holds none, or where the format
    prints words around it, which are to be read with it."""
    number = as_number(raw)
    if number is None or any(printed_around(number_format)):
        return None
    return (number * 100, PERCENT) if is_percent_format(number_format) else (number, NO_UNIT)


def shown(raw: Raw, number_format: str = "General") -> str:
    """What a person sees in the cell: 1 formatted "0%" → "100%", 500 formatted 0"人次" → "500人次", a date →
    "2024-11-30", blank → ""."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw.strip()
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, date):
        return f"{raw.year:04d}-{raw.month:02d}-{raw.day:02d}"
    number = as_number(raw)
    if number is None:
        # str() of an int refuses more than 4300 digits, str() of a Decimal does not
        return str(Decimal(raw) if isinstance(raw, int) else raw)
    before, behind = printed_around(number_format)
    return (
        f"{before}{plain(number * 100)}%"
        if is_percent_format(number_format)
        else f"{before}{plain(number)}{behind}"
    )
