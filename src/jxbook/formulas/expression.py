"""A worksheet formula as data: it prints itself, and it says what its cell shows. So the two cannot drift.

Expressions are put together with Python's operators (`&` joins texts, `equals` and `differs` compare) and the
functions of `worksheet`. Cells go by a name of one's own, which `text` places on a sheet and `value` looks up:
an address, a defined name or another formula, as the caller has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import repeat
from math import inf, isfinite
from operator import add, mul, sub
from typing import TypeAlias

from jxbook.dataclass import dataclass, field
from jxbook.formulas.contents import Content, FormulaError, Value, as_decimal, compared, number, one, text
from jxbook.values import plain

Operand: TypeAlias = "Expression | str | int | Decimal | bool"
_HERE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Contents:
    """What an expression is evaluated over: the contents of the cells it names, and functions of one's own."""

    content: Callable[[str], Content]
    functions: Mapping[str, Callable[..., object]] = field(default_factory=dict)


def _joining(sign: str) -> Callable[[Expression, Operand], Expression]:
    """The method that puts a sign between two operands."""
    return lambda left, right: Operation(sign, left, expression(right))


class Expression:
    """A formula or a part of one."""

    __slots__ = ()

    @property
    def binds(self) -> int:
        """How firmly it holds together as an operand; see _SIGNS."""
        return 9

    def text(self, places: Mapping[str, str] = _HERE) -> str:
        """The formula, without "=". `places` says where named cells stand; others are where their name says."""
        raise NotImplementedError

    def value(self, sheet: Contents) -> Content:
        """What it comes to over these cells. Raises Fault."""
        raise NotImplementedError

    def shown(self, sheet: Contents) -> Value:
        """What a cell with this formula shows; an error is a value here, a blank cell 0."""
        try:
            shown = one(self.value(sheet))
        except FormulaError as fault:
            return fault
        return Decimal(0) if shown is None else shown

    def over(self, cells: Mapping[str, Content]) -> Value:
        """What a cell with this formula shows over cells with these contents, by their names."""
        return self.shown(Contents(cells.__getitem__))

    equals = _joining("=")
    differs = _joining("<>")
    __add__ = _joining("+")
    __sub__ = _joining("-")
    __mul__ = _joining("*")
    __truediv__ = _joining("/")
    __and__ = _joining("&")
    __lt__ = _joining("<")
    __le__ = _joining("<=")
    __gt__ = _joining(">")
    __ge__ = _joining(">=")

    def __rand__(self, text: str) -> Expression:
        return Operation("&", expression(text), self)


def expression(operand: Operand) -> Expression:
    """An operand as an expression: a text or a number is a constant."""
    if isinstance(operand, Expression):
        return operand
    return Constant(operand if isinstance(operand, str | bool) else Decimal(operand))


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A text, a number or a truth."""

    content: str | Decimal | bool

    def text(self, places: Mapping[str, str] = _HERE) -> str:
        if isinstance(self.content, bool):
            return "TRUE" if self.content else "FALSE"
        if isinstance(self.content, str):
            return '"' + self.content.replace('"', '""') + '"'
        return plain(self.content)

    def value(self, sheet: Contents) -> Content:
        return self.content


@dataclass(frozen=True, slots=True)
class Reference(Expression):
    """A cell or an area, by a name of one's own or by its address."""

    name: str

    def text(self, places: Mapping[str, str] = _HERE) -> str:
        return places.get(self.name, self.name)

    def value(self, sheet: Contents) -> Content:
        return sheet.content(self.name)


@dataclass(frozen=True, slots=True)
class Operation(Expression):
    """Two operands with a sign between them. Areas are taken cell by cell."""

    sign: str
    left: Expression
    right: Expression

    @property
    def binds(self) -> int:
        return _SIGNS[self.sign][0]

    def text(self, places: Mapping[str, str] = _HERE) -> str:
        left, right = self.left.text(places), self.right.text(places)
        if self.left.binds < self.binds:
            left = f"({left})"
        if self.right.binds <= self.binds:
            right = f"({right})"
        return f"{left}{self.sign}{right}"

    def value(self, sheet: Contents) -> Content:
        operate, left, right = _SIGNS[self.sign][1], self.left.value(sheet), self.right.value(sheet)
        if isinstance(left, tuple) or isinstance(right, tuple):
            return each(operate, left, right)
        return operate(left, right)


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """A function with its arguments."""

    function: WorksheetFunction
    arguments: tuple[Expression, ...]

    def text(self, places: Mapping[str, str] = _HERE) -> str:
        return f"{self.function.name}({','.join(argument.text(places) for argument in self.arguments)})"

    def value(self, sheet: Contents) -> Content:
        return self.function.run(sheet, self.arguments)


Evaluate = Callable[[Contents, tuple[Expression, ...]], Content]


@dataclass(frozen=True, slots=True)
class WorksheetFunction:
    """A function by its name in a formula, and what it does with its arguments. Calling it makes an expression."""

    name: str
    run: Evaluate

    def __call__(self, *arguments: Operand) -> Call:
        return Call(self, tuple(map(expression, arguments)))


def each(function: Callable[..., Value], *contents: Content) -> Content:
    """A function of single cells, of every cell where it gets areas; a cell that fails is an error there."""
    areas = [content for content in contents if isinstance(content, tuple)]
    if not areas:
        return function(*contents)
    size = max(map(len, areas))
    if any(len(area) not in (1, size) for area in areas):
        raise FormulaError("#VALUE!")
    columns = [
        content if isinstance(content, tuple) and len(content) == size else repeat(one(content), size)
        for content in contents
    ]
    found: list[Value] = []
    for cells in zip(*columns, strict=True):
        try:
            found.append(function(*cells))
        except FormulaError as fault:
            fault.__traceback__ = None  # as a value it holds no frames
            found.append(fault)
    return tuple(found)


def _reckoned(operate: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Value, Value], Value]:
    return lambda left, right: operate(number(left), number(right))


def _divided(left: Decimal, right: Decimal) -> Decimal:
    """As a spreadsheet divides, so that a share has the digits that it has there; exactly what no spreadsheet holds."""
    if not right:
        raise FormulaError("#DIV/0!")
    divisor = float(right)
    quotient = float(left) / divisor if divisor else inf
    return as_decimal(quotient) if isfinite(quotient) else left / right


def _joined(left: Value, right: Value) -> Value:
    return text(left) + text(right)


_SIGNS: Mapping[str, tuple[int, Callable[[Value, Value], Value]]] = {
    "=": (1, lambda left, right: compared(left, right) == 0),
    "<>": (1, lambda left, right: compared(left, right) != 0),
    "<": (1, lambda left, right: compared(left, right) < 0),
    "<=": (1, lambda left, right: compared(left, right) <= 0),
    ">": (1, lambda left, right: compared(left, right) > 0),
    ">=": (1, lambda left, right: compared(left, right) >= 0),
    "&": (2, _joined),
    "+": (3, _reckoned(add)),
    "-": (3, _reckoned(sub)),
    "*": (4, _reckoned(mul)),
    "/": (4, _reckoned(_divided)),
}
"""Sign → how firmly it binds, and what it does."""
