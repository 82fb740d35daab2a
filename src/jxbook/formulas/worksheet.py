"""The worksheet functions that our formulas use, each by its name in a cell: what it does stands here once.

Only what every spreadsheet has since Excel 2007, and of it what our formulas need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from jxbook.formulas.contents import (
    Content,
    FormulaError,
    Value,
    compared,
    content_of,
    number,
    one,
    rounded,
    text,
    truth,
)
from jxbook.formulas.expression import Contents, Expression, each
from jxbook.formulas.function import attempt, lazy, of_all, of_any, of_areas, of_cells

_CRITERIA = ("<>", "<=", ">=", "<", ">", "=")
_THOUSANDS = "#,##0.00"
_ONE = Decimal(1)
_HALF_WIDTH = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


# Logic


@lazy
def IF(sheet: Contents, condition: Expression, then: Expression, otherwise: Expression) -> Content:
    return (then if truth(one(condition.value(sheet))) else otherwise).value(sheet)


@lazy
def IFERROR(sheet: Contents, wanted: Expression, otherwise: Expression) -> Content:
    """Of an area each cell that is an error is the other."""
    found = attempt(wanted, sheet)
    if isinstance(found, tuple) and any(isinstance(cell, FormulaError) for cell in found):
        other = one(otherwise.value(sheet))
        return tuple(other if isinstance(cell, FormulaError) else cell for cell in found)
    return otherwise.value(sheet) if isinstance(found, FormulaError) else found


@lazy
def AND(sheet: Contents, *conditions: Expression) -> Content:
    """All conditions are looked at, so that an error in any is one."""
    met = [truth(one(condition.value(sheet))) for condition in conditions]
    return all(met)


@lazy
def OR(sheet: Contents, *conditions: Expression) -> Content:
    """As AND."""
    met = [truth(one(condition.value(sheet))) for condition in conditions]
    return any(met)


@of_cells
def NOT(condition: Value) -> Value:
    return not truth(condition)


@of_any
def ISNUMBER(cell: Value) -> Value:
    return isinstance(cell, Decimal)


@of_any
def ISERROR(cell: Value) -> Value:
    return isinstance(cell, FormulaError)


@of_any
def ISLOGICAL(cell: Value) -> Value:
    return isinstance(cell, bool)


@lazy
def NA(sheet: Contents) -> Content:
    """The error of what is not to be had."""
    raise FormulaError("#N/A")


@lazy
def CHOOSE(sheet: Contents, place: Expression, *choices: Expression) -> Content:
    """The choice at a place, from 1."""
    at = int(number(one(place.value(sheet))))
    if not 1 <= at <= len(choices):
        raise FormulaError("#VALUE!")
    return choices[at - 1].value(sheet)


# Sums and counts: texts, blanks and truths are left out, an error is one of the sum


@of_all
def SUM(cells: list[Value]) -> Value:
    return sum(_numbers(cells), Decimal(0))


@of_all
def MIN(cells: list[Value]) -> Value:
    return min(_numbers(cells), default=Decimal(0))


@of_all
def MAX(cells: list[Value]) -> Value:
    return max(_numbers(cells), default=Decimal(0))


@of_all
def COUNT(cells: list[Value]) -> Value:
    """How many numbers; an error is none."""
    return Decimal(sum(isinstance(cell, Decimal) for cell in cells))


@of_all
def COUNTA(cells: list[Value]) -> Value:
    """How many cells that are not blank, an empty text and an error among them."""
    return Decimal(sum(cell is not None for cell in cells))


@of_areas
def SUMPRODUCT(*areas: Content) -> Content:
    """The sum of the products; unlike in a product written with *, what is no number is 0."""
    multiplied: Content = Decimal(1)
    for area in areas:
        cells = area if isinstance(area, tuple) else (area,)
        factors = tuple(cell if isinstance(cell, Decimal | FormulaError) else Decimal(0) for cell in cells)
        multiplied = each(lambda left, right: number(left) * number(right), multiplied, factors)
    return sum(map(number, multiplied if isinstance(multiplied, tuple) else (multiplied,)), Decimal(0))


@of_areas
def SUMIFS(summed: Content, *conditions: Content) -> Content:
    """The sum of the cells whose neighbours meet all criteria; there are no wildcards."""
    return sum(
        _numbers(cell for cell, met in zip(_area(summed), _met(conditions), strict=True) if met), Decimal(0)
    )


@of_areas
def COUNTIFS(*conditions: Content) -> Content:
    return Decimal(sum(_met(conditions)))


# Looking up


@of_areas
def INDEX(area: Content, place: Content) -> Content:
    """The cell at a place of one column, from 1."""
    cells, at = _area(area), int(number(one(place)))
    if not 1 <= at <= len(cells):
        raise FormulaError("#REF!")
    return cells[at - 1]


@of_areas
def MATCH(wanted: Content, area: Content, exactly: Content) -> Content:
    """Where a number or a text stands first, from 1."""
    key = _sought(wanted)
    if number(one(exactly)) != 0:
        raise NotImplementedError("MATCH looks for an exact match here")
    for place, cell in enumerate(_area(area), 1):
        if type(cell) is type(key) and compared(cell, key) == 0:
            return Decimal(place)
    raise FormulaError("#N/A")


@of_areas
def ROWS(area: Content) -> Content:
    """The length of one column."""
    return Decimal(len(_area(area)))


# Numbers and texts


@of_cells
def ROUND(amount: Value, places: Value) -> Value:
    return rounded(number(amount), int(number(places)))


@of_cells
def MOD(amount: Value, by: Value) -> Value:
    """What is left of an amount from 0 that is parted."""
    if number(by) <= 0 or number(amount) < 0:
        raise NotImplementedError("MOD parts what is not negative here")
    return number(amount) % number(by)


@of_cells
def N(cell: Value) -> Value:
    """A number as it is; a text is 0."""
    if isinstance(cell, FormulaError):
        raise cell
    return Decimal(cell) if isinstance(cell, bool | Decimal) else Decimal(0)


@of_cells
def VALUE(said: Value) -> Value:
    """The number that a text is."""
    return number(said)


@of_cells
def DATE(year: Value, month: Value, day: Value) -> Value:
    """The number of a day; the 13th month is the next year's first."""
    years, months = divmod(int(number(month)) - 1, 12)
    return content_of(date(int(number(year)) + years, months + 1, int(number(day))))


@of_cells
def TEXT(amount: Value, pattern: Value) -> Value:
    """A number as #,##0.00."""
    if pattern != _THOUSANDS:
        raise NotImplementedError(f"no format {pattern}")
    return amount if isinstance(amount, str) else f"{rounded(number(amount), 2):,f}"


@of_cells
def LEN(said: Value) -> Value:
    return Decimal(len(text(said)))


@of_cells
def LEFT(said: Value, count: Value) -> Value:
    return text(said)[: int(number(count))]


@of_cells
def RIGHT(said: Value, count: Value = _ONE) -> Value:
    last = int(number(count))
    return text(said)[-last:] if last else ""


@of_cells
def MID(said: Value, first: Value, count: Value) -> Value:
    """So many characters from a place on, which counts from 1."""
    begin = int(number(first)) - 1
    if begin < 0 or number(count) < 0:
        raise FormulaError("#VALUE!")
    return text(said)[begin : begin + int(number(count))]


@of_cells
def EXACT(one_text: Value, other: Value) -> Value:
    """Are two texts the same? Unlike for =, case counts."""
    return text(one_text) == text(other)


@of_cells
def CLEAN(said: Value) -> Value:
    """Without the characters below the space, such as line breaks."""
    return "".join(character for character in text(said) if character >= " ")


@of_cells
def ASC(said: Value) -> Value:
    """Half-width letters, digits, signs and spaces for full-width ones; every other character stays here."""
    return text(said).translate(_HALF_WIDTH)


@of_cells
def TRIM(said: Value) -> Value:
    """Without spaces at both ends, and with one between words."""
    return " ".join(word for word in text(said).split(" ") if word)


@of_cells
def SUBSTITUTE(said: Value, old: Value, new: Value) -> Value:
    return text(said).replace(text(old), text(new)) if text(old) else text(said)


@of_cells
def FIND(wanted: Value, said: Value) -> Value:
    """Where one text stands in another, from 1; case counts."""
    place = text(said).find(text(wanted))
    if place < 0:
        raise FormulaError("#VALUE!")
    return Decimal(place + 1)


@of_cells
def CHAR(code: Value) -> Value:
    return chr(int(number(code)))


def _area(content: Content) -> tuple[Value, ...]:
    return content if isinstance(content, tuple) else (content,)


def _numbers(cells: Iterable[Value]) -> Iterable[Decimal]:
    for cell in cells:
        if isinstance(cell, FormulaError):
            raise cell
        if isinstance(cell, Decimal):
            yield cell


def _met(conditions: tuple[Content, ...]) -> list[bool]:
    """Place by place, whether each area meets the criterion behind it."""
    pairs = list(zip(conditions[::2], conditions[1::2], strict=True))
    tests = [(_area(area), _criterion(one(said))) for area, said in pairs]
    return [
        all(test(cell) for (_, test), cell in zip(tests, cells, strict=True))
        for cells in zip(*(area for area, _ in tests), strict=True)
    ]


def _criterion(said: Value) -> Callable[[Value], bool]:
    """5 and "=5" mean a number, ">=5" numbers, "<>无" everything but this text."""
    sign, wanted = "=", _sought(said)
    if isinstance(said, str):
        sign = next((one for one in _CRITERIA if said.startswith(one)), "")
        wanted, sign = _typed(said.removeprefix(sign)), sign or "="

    def test(cell: Value) -> bool:
        alike = type(cell) is type(wanted)
        if not alike:
            return sign == "<>"
        order = compared(cell, wanted)
        return {"=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0}.get(
            sign, order <= 0 if sign == "<=" else order >= 0
        )

    return test


def _sought(content: Content) -> Value:
    """What is looked for: a blank cell is 0. Raises FormulaError for an error."""
    key = one(content)
    if isinstance(key, FormulaError):
        raise key
    return Decimal(0) if key is None else key


def _typed(said: str) -> Value:
    try:
        return number(said)
    except FormulaError:
        return content_of(said)
