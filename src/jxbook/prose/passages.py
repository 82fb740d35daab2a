"""Finding in a passage what it says of an amount of money or of a thing."""

from __future__ import annotations

from decimal import Decimal

from jxbook.prose.clauses import Clause, sentences
from jxbook.prose.figure import FigureKind
from jxbook.prose.figures import figures
from jxbook.prose.likeness import NAMED, shared_run, speaks_of


def clause_holding(text: str, amount: Decimal) -> Clause | None:
    """The first sentence or half-sentence that states this amount, in 元, in any unit of money."""
    if "元" not in text:
        return None
    return next((one for one in sentences(text) if "元" in one.text and _states(one.text, amount)), None)


def _states(clause: str, amount: Decimal) -> bool:
    return any(
        figure.kind is FigureKind.MONEY and not figure.rough and figure.amount == amount
        for figure in figures(clause)
    )


def without_amount(clause: str, amount: Decimal, name: str = "") -> str:
    """A clause without that amount, and without the name it begins with: 信息平台尾款62万元因验收推迟 → 尾款因验收推迟."""
    for one in reversed(figures(clause)):
        if one.kind is FigureKind.MONEY and one.amount == amount:
            clause = clause[: one.start] + clause[one.end :]
    run = shared_run(name, clause) if name else ""
    return clause.removeprefix(run) if len(run) >= NAMED else clause


def about(text: str, name: str) -> tuple[Clause, ...]:
    """The sentences of a passage that speak of the thing of this name."""
    return tuple(one for one in sentences(text) if speaks_of(one.text, name))
