"""Numbers as people write them: 1,234.5, 三, 一百二十, 百分之九十; and what a computer adds to them taken off."""

from __future__ import annotations

from decimal import Context, Decimal

from jxbook.pattern import pattern

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
CHINESE_DIGIT = "[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]"
CHINESE = f"{CHINESE_DIGIT}+"

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    **{digit: number for number, digit in enumerate("壹贰叁肆伍陆柒捌玖", start=1)},
}
_POWERS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
NUMERALS = frozenset({*_DIGITS, *_POWERS})
"""The characters of a Chinese number."""
_ARABIC = pattern(rf"(?:{ARABIC})\Z")
_CHINESE = pattern(rf"{CHINESE}\Z")
_SPOKEN = pattern(
    r"[百千佰仟][一二两三四五六七八九壹贰叁肆伍陆柒捌玖]\Z"
)  # 一百五 is 150 when spoken, 105 to a careless reader
_EITHER_OF_TWO = 2
"""Digits that are no number: 八九 are eight or nine, while 三六五 and 二〇二四 are spelled out."""
_NOUGHTS = frozenset("零〇")
_LONGEST = 30
_DIGITS_KEPT, _DIGITS_HELD, _FEN = 12, 15, 6
_ROOM = Context(prec=1000)
_CLEAN = 8
"""Characters of a number that has six decimals at most, and so no noise."""


def settled(number: Decimal) -> Decimal:
    """A number without the noise of binary sums: 3.3000000000000003, which is 1.1+2.2 in a cell, is 3.3.

    It keeps 12 digits, and as many more as six decimals need, the fen of an amount in 万元; beyond 15 digits a
    spreadsheet holds nothing. RunResult digits all stay. Every door reads its numbers through this.
    """
    text = str(number)
    if len(text) <= _CLEAN and "E" not in text:
        return number
    lead = number.adjusted()
    places = max(0, min(_DIGITS_HELD - 1 - lead, max(_DIGITS_KEPT - 1 - lead, _FEN)))
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= places:
        return number
    return number.quantize(Decimal(1).scaleb(-places, _ROOM), context=_ROOM).normalize(_ROOM)


def read_number(text: str) -> Decimal | None:
    """The number that a folded text wholly is, or None. At most 30 digits are read as a number."""
    if _ARABIC.match(text):
        return in_digits(text)
    if len(text) <= _LONGEST and _CHINESE.match(text):
        return _read_chinese(text)
    return None


def in_digits(text: str) -> Decimal | None:
    """The number that a text is which fits ARABIC; None where it has too many digits."""
    digits = text.replace(",", "")
    return settled(Decimal(digits)) if len(digits.lstrip("0.")) <= _LONGEST else None


def _read_chinese(text: str) -> Decimal | None:
    if not any(character in _POWERS for character in text):
        if len(text) == _EITHER_OF_TWO and not _NOUGHTS & {*text}:
            return None
        return Decimal("".join(str(_DIGITS[character]) for character in text))
    if _SPOKEN.search(text):
        return None
    total, digit, ceiling = 0, None, 10_000
    for character in text:
        if character in _POWERS:
            power = _POWERS[character]
            if power >= ceiling:
                return None
            total += (1 if digit is None or (digit == 0 and power == 10) else digit) * power
            digit, ceiling = None, power
        elif digit:
            return None  # 十二三, 七八十: about so many
        else:
            digit = _DIGITS[character]
    return Decimal(total + (digit or 0))


def in_chinese(number: int) -> str:
    """A count as it is written: 10 → 十, 21 → 二十一, 101 → 一百零一; beyond 9999, which nobody reads so, in digits."""
    if not 0 < number < 10_000:
        return "〇" if number == 0 else str(number)
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + "一二三四五六七八九"[digit - 1] + unit
        gap = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
