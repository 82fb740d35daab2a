"""How a function takes its arguments: as expressions, cell by cell, as areas, or all cells in a row.

`named` makes those that are done elsewhere: the JX_ functions.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jxbook.formulas.contents import Content, FormulaError, Value, as_decimal, number
from jxbook.formulas.expression import (
    Call,
    Contents,
    Expression,
    Operand,
    Reference,
    WorksheetFunction,
    each,
    expression,
)


def lazy(function: Callable[..., Content]) -> WorksheetFunction:
    """A function of expressions, which evaluates those that it needs."""
    return WorksheetFunction(function.__name__, lambda sheet, arguments: function(sheet, *arguments))


def of_cells(function: Callable[..., Value]) -> WorksheetFunction:
    """A function of single cells; over an area it is taken cell by cell."""
    return WorksheetFunction(
        function.__name__, lambda sheet, arguments: each(function, *(a.value(sheet) for a in arguments))
    )


def of_any(function: Callable[..., Value]) -> WorksheetFunction:
    """As `of_cells`, for a function that an error is a cell like others to."""
    return WorksheetFunction(
        function.__name__, lambda sheet, arguments: each(function, *(attempt(a, sheet) for a in arguments))
    )


def of_areas(function: Callable[..., Content]) -> WorksheetFunction:
    """A function of areas and cells as they are."""
    return WorksheetFunction(
        function.__name__, lambda sheet, arguments: function(*(a.value(sheet) for a in arguments))
    )


def of_all(function: Callable[[list[Value]], Value]) -> WorksheetFunction:
    """A function of all cells of its arguments; a text that is no cell's has to be a number."""

    def run(sheet: Contents, arguments: tuple[Expression, ...]) -> Value:
        cells: list[Value] = []
        for argument in arguments:
            content = argument.value(sheet)
            if isinstance(content, tuple):
                cells.extend(content)
            else:
                cells.append(content if isinstance(argument, Reference) else number(content))
        return function(cells)

    return WorksheetFunction(function.__name__, run)


def named(name: str) -> WorksheetFunction:
    """A function that `Contents.functions` does, or that is only printed; a ValueError of it is #VALUE! in a cell."""

    def run(sheet: Contents, arguments: tuple[Expression, ...]) -> Content:
        contents = [argument.value(sheet) for argument in arguments]
        for content in contents:
            for cell in content if isinstance(content, tuple) else (content,):
                if isinstance(cell, FormulaError):
                    raise cell
        if name not in sheet.functions:
            raise FormulaError("#NAME?")
        try:
            answer = sheet.functions[name](*contents)
        except ValueError as error:
            raise FormulaError("#VALUE!") from error
        return as_decimal(answer) if isinstance(answer, float | Decimal) else str(answer)

    return WorksheetFunction(name, run)


def bracketed(operand: Operand) -> Call:
    """An operand in brackets, which it does not need."""
    return Call(_BRACKETS, (expression(operand),))


def attempt(argument: Expression, sheet: Contents) -> Content:
    """What an argument comes to, an error as a value."""
    try:
        return argument.value(sheet)
    except FormulaError as fault:
        return fault


_BRACKETS = WorksheetFunction("", lambda sheet, arguments: arguments[0].value(sheet))
