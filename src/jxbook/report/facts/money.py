"""The money block in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.form import Form, FundingRow
from jxbook.report.facts.words import figure
from jxbook.scoring import Scoring, percent
from jxbook.values import plain


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money with its budget and what was spent of it, each "" where it is not filled in."""

    label: str
    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class FundsFacts:
    """The money, as texts in `unit`. `known` is False while budget or spending is missing;
    what is there of them is given all the same.

    `scored` says whether the 执行率 has points; `points` and `earned` are to be printed only if it has.
    """

    known: bool
    unit: str
    scored: bool
    points: str
    earned: str
    rate: str
    initial: str = ""
    budget: str = ""
    spent: str = ""
    adjustment: str = ""
    increased: bool = False
    left: str = ""
    overrun: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def adjusted(self) -> bool:
        """Was the budget changed during the year?"""
        return bool(self.adjustment)

    @property
    def all_spent(self) -> bool:
        """Was the budget spent to the last yuan?"""
        return self.known and not self.left and not self.overrun


def funds_facts(form: Form, scoring: Scoring, *, scored: bool = True) -> FundsFacts:
    """The money block with what follows from it; `scored`: the form has points at all."""
    execution, total = scoring.execution, form.funding.total
    points, unit = plain(execution.points), form.funding.unit
    counts = scored and execution.points != 0
    initial, budget, spent = total.initial_amount, total.budget_amount, total.spent_amount
    if execution.rate is None or budget is None or spent is None:
        stated = figure(initial), figure(budget), figure(spent)
        return FundsFacts(False, unit, counts, points, "", "", *stated)
    change = Decimal(0) if initial is None else budget - initial
    return FundsFacts(
        True,
        unit,
        counts,
        points,
        figure(execution.earned),
        percent(execution.rate, int(scoring.policy.number("execution.rate_places"))),
        figure(initial),
        plain(budget),
        plain(spent),
        plain(abs(change)) if change else "",
        change > 0,
        plain(budget - spent) if budget > spent else "",
        plain(spent - budget) if spent > budget else "",
        tuple(source for row in form.funding.parts if (source := _source(row))),
    )


def _source(row: FundingRow) -> Source | None:
    budget, spent = row.budget_amount, row.spent_amount
    return Source(row.label, figure(budget), figure(spent)) if budget or spent else None
