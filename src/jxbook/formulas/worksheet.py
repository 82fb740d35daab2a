"""The worksheet functions that our formulas use, each by its name in a cell: what it does stands here once.

Only what every spreadsheet has since Excel 2007. Functions of our own are `named`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from jxbook.formulas.contents import (
    Content,
    Fault,
    Value,
    as_decimal,
    compared,
    content_of,
    number,
    one,
    rounded,
    text,
    truth,
)
from jxbook.formulas.expression import Call, Cell, Expression, Function, Operand, Sheet, each, expression

_CRITERIA = ("<>", "<=", ">=", "<", ">", "=")
_THOUSANDS = "#,##0.00"


def _lazy(function: Callable[..., Content]) -> Function:
    """A function of expressions, which evaluates those that it needs."""
    return Function(function.__name__, lambda sheet, arguments: function(sheet, *arguments))


def _of_cells(function: Callable[..., Value]) -> Function:
    """A function of single cells; over an area it is taken cell by cell."""
    return Function(
        function.__name__, lambda sheet, arguments: each(function, *(a.value(sheet) for a in arguments))
    )


def _of_any(function: Callable[..., Value]) -> Function:
    """As `_of_cells`, for a function that an error is a cell like others to."""
    return Function(
        function.__name__, lambda sheet, arguments: each(function, *(attempt(a, sheet) for a in arguments))
    )


def _of_areas(function: Callable[..., Content]) -> Function:
    """A function of areas and cells as they are."""
    return Function(
        function.__name__, lambda sheet, arguments: function(*(a.value(sheet) for a in arguments))
    )


def _of_all(function: Callable[[list[Value]], Value]) -> Function:
    """A function of all cells of its arguments; a text that is no cell's has to be a number."""

    def run(sheet: Sheet, arguments: tuple[Expression, ...]) -> Value:
        cells: list[Value] = []
        for argument in arguments:
            content = argument.value(sheet)
            if isinstance(content, tuple):
                cells.extend(content)
            else:
                cells.append(content if isinstance(argument, Cell) else number(content))
        return function(cells)

    return Function(function.__name__, run)


def named(name: str) -> Function:
    """A function of one's own, which `Sheet.functions` knows; what it raises as ValueError is #VALUE! in a cell."""

    def run(sheet: Sheet, arguments: tuple[Expression, ...]) -> Content:
        contents = [argument.value(sheet) for argument in arguments]
        for content in contents:
            for cell in content if isinstance(content, tuple) else (content,):
                if isinstance(cell, Fault):
                    raise cell
        if name not in sheet.functions:
            raise Fault("#NAME?")
        try:
            answer = sheet.functions[name](*contents)
        except ValueError as error:
            raise Fault("#VALUE!") from error
        return as_decimal(answer) if isinstance(answer, float | Decimal) else str(answer)

    return Function(name, run)


def bracketed(operand: Operand) -> Call:
    """An operand in brackets, which it does not need."""
    return Call(_BRACKETS, (expression(operand),))


def attempt(argument: Expression, sheet: Sheet) -> Content:
    """What an argument comes to, an error as a value."""
    try:
        return argument.value(sheet)
    except Fault as fault:
        return fault


_BRACKETS = Function("", lambda sheet, arguments: arguments[0].value(sheet))


# Logic


@_lazy
def IF(sheet: Sheet, condition: Expression, then: Expression, otherwise: Expression) -> Content:
    return (then if truth(one(condition.value(sheet))) else otherwise).value(sheet)


@_lazy
def IFERROR(sheet: Sheet, wanted: Expression, otherwise: Expression) -> Content:
    found = attempt(wanted, sheet)
    return otherwise.value(sheet) if isinstance(found, Fault) else found


@_lazy
def AND(sheet: Sheet, *conditions: Expression) -> Content:
    """All conditions are looked at, so that an error in any is one."""
    met = [truth(one(condition.value(sheet))) for condition in conditions]
    return all(met)


@_lazy
def OR(sheet: Sheet, *conditions: Expression) -> Content:
    """As AND."""
    met = [truth(one(condition.value(sheet))) for condition in conditions]
    return any(met)


@_of_cells
def NOT(condition: Value) -> Value:
    return not truth(condition)


@_of_any
def ISNUMBER(cell: Value) -> Value:
    return isinstance(cell, Decimal)


@_of_any
def ISERROR(cell: Value) -> Value:
    return isinstance(cell, Fault)


# Sums and counts: texts, blanks and truths are left out, an error is one of the sum


@_of_all
def SUM(cells: list[Value]) -> Value:
    return sum(_numbers(cells), Decimal(0))


@_of_all
def MIN(cells: list[Value]) -> Value:
    return min(_numbers(cells), default=Decimal(0))


@_of_all
def MAX(cells: list[Value]) -> Value:
    return max(_numbers(cells), default=Decimal(0))


@_of_all
def COUNT(cells: list[Value]) -> Value:
    """How many numbers; an error is none."""
    return Decimal(sum(isinstance(cell, Decimal) for cell in cells))


@_of_all
def COUNTA(cells: list[Value]) -> Value:
    """How many cells that are not blank, an empty text and an error among them."""
    return Decimal(sum(cell is not None for cell in cells))


@_of_areas
def SUMPRODUCT(*areas: Content) -> Content:
    """The sum of the products; unlike in a product written with *, what is no number is 0."""
    multiplied: Content = Decimal(1)
    for area in areas:
        cells = area if isinstance(area, tuple) else (area,)
        factors = tuple(cell if isinstance(cell, Decimal | Fault) else Decimal(0) for cell in cells)
        multiplied = each(lambda left, right: number(left) * number(right), multiplied, factors)
    return sum(map(number, multiplied if isinstance(multiplied, tuple) else (multiplied,)), Decimal(0))


@_of_areas
def SUMIFS(summed: Content, *conditions: Content) -> Content:
    """The sum of the cells whose neighbours meet all criteria; there are no wildcards."""
    return sum(
        _numbers(cell for cell, met in zip(_area(summed), _met(conditions), strict=True) if met), Decimal(0)
    )


@_of_areas
def COUNTIFS(*conditions: Content) -> Content:
    return Decimal(sum(_met(conditions)))


# Looking up


@_of_areas
def INDEX(area: Content, place: Content) -> Content:
    """The cell at a place of one column, from 1."""
    cells, at = _area(area), int(number(one(place)))
    if not 1 <= at <= len(cells):
        raise Fault("#REF!")
    return cells[at - 1]


@_of_areas
def MATCH(wanted: Content, area: Content, exactly: Content) -> Content:
    """Where a number or a text stands first, from 1."""
    key = _sought(wanted)
    if number(one(exactly)) != 0:
        raise NotImplementedError("MATCH looks for an exact match here")
    for place, cell in enumerate(_area(area), 1):
        if type(cell) is type(key) and compared(cell, key) == 0:
            return Decimal(place)
    raise Fault("#N/A")


@_of_areas
def ROWS(area: Content) -> Content:
    """The length of one column."""
    return Decimal(len(_area(area)))


# Numbers and texts


@_of_cells
def ROUND(amount: Value, places: Value) -> Value:
    return rounded(number(amount), int(number(places)))


@_of_cells
def TEXT(amount: Value, pattern: Value) -> Value:
    """A number as #,##0.00."""
    if pattern != _THOUSANDS:
        raise NotImplementedError(f"no format {pattern}")
    return amount if isinstance(amount, str) else f"{rounded(number(amount), 2):,f}"


@_of_cells
def LEN(said: Value) -> Value:
    return Decimal(len(text(said)))


@_of_cells
def LEFT(said: Value, count: Value) -> Value:
    return text(said)[: int(number(count))]


@_of_cells
def FIND(wanted: Value, said: Value) -> Value:
    """Where one text stands in another, from 1; case counts."""
    place = text(said).find(text(wanted))
    if place < 0:
        raise Fault("#VALUE!")
    return Decimal(place + 1)


@_of_cells
def CHAR(code: Value) -> Value:
    return chr(int(number(code)))


def _area(content: Content) -> tuple[Value, ...]:
    return content if isinstance(content, tuple) else (content,)


def _numbers(cells: Iterable[Value]) -> Iterable[Decimal]:
    for cell in cells:
        if isinstance(cell, Fault):
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
    """What is looked for: a blank cell is 0. Raises Fault for an error."""
    key = one(content)
    if isinstance(key, Fault):
        raise key
    return Decimal(0) if key is None else key


def _typed(said: str) -> Value:
    try:
        return number(said)
    except Fault:
        return content_of(said)
