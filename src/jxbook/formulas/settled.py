"""What of a formula hangs on cells that stay as they are, worked out once for all the rows that it is evaluated for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from jxbook.dataclass import dataclass
from jxbook.formulas.contents import Content, FormulaError
from jxbook.formulas.expression import Call, Constant, Contents, Expression, Operation, Reference


@dataclass(frozen=True, slots=True)
class _Settled(Expression):
    """A part that is known; it is evaluated, never printed."""

    content: Content

    def value(self, sheet: Contents) -> Content:
        return self.content


def settled(formula: Expression, cells: Mapping[str, Content]) -> Expression:
    """A formula with the same value as this one wherever these cells hold this, to be evaluated many times."""
    return _settled(formula, cells)[0]


def _settled(one: Expression, cells: Mapping[str, Content]) -> tuple[Expression, bool]:
    """A part settled as far as it can be, and whether it hangs on these cells alone."""
    if isinstance(one, Reference):  # stays, as some functions take a cell otherwise than a value
        return one, one.name in cells
    if not isinstance(one, Operation | Call):
        return one, isinstance(one, Constant)
    parts = (one.left, one.right) if isinstance(one, Operation) else one.arguments
    found = [_settled(part, cells) for part in parts]
    if found and all(fixed for _, fixed in found):
        with suppress(FormulaError):  # an error comes out where the formula meets it, if it does
            return _Settled(one.value(Contents(cells.__getitem__))), True
    made = [part for part, _ in found]
    if all(new is old for new, old in zip(made, parts, strict=True)):
        return one, False
    return Operation(one.sign, *made) if isinstance(one, Operation) else Call(
        one.function, tuple(made)
    ), False
