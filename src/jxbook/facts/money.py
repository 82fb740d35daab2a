"""The money block: every amount in 万元, with what follows from it."""

from __future__ import annotations

from jxbook.dataclass import cached_property, dataclass
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import one_line
from jxbook.form import Entry, Form, FundingRow, amount, in_wan, yuan_in
from jxbook.form.facts import RECEIVED
from jxbook.policy import Policy
from jxbook.scoring import Scoring
from jxbook.scoring.funds import rate_too_low, received_of

UNIT = "万元"
"""The unit of money in every sentence and every table of a report, whatever the form's."""
YUAN = yuan_in(UNIT)
"""元 in one of them."""
_PLACES = 6


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class FundSource:
    """A source of money, each amount None where it is not filled in."""

    label: str
    initial: Sourced | None
    budget: Sourced | None
    spent: Sourced | None

    @cached_property
    def left(self) -> Sourced | None:
        """What of the budget was not spent."""
        return None if self.budget is None or self.spent is None else self.budget - self.spent


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Funds:
    """The money of a project. `rate` is the 执行率 as a ratio, None while it cannot be reckoned or cannot be true:
    then what was spent is `doubtful`.

    `counts`: the 执行率 has points; `places` are the decimals it is printed with. `proportional`: its points
    follow the rate, so that a part of the money left carries a part of the points lost. `divisor` is what the
    rate is reckoned on, where it is not the budget. `low`: the rate is below the one from which the policy asks for
    no reason.
    """

    whole: FundSource
    sources: tuple[FundSource, ...]
    rate: Sourced | None
    points: Sourced | None
    earned: Sourced | None
    places: int
    counts: bool
    proportional: bool
    divisor: Sourced | None = None
    doubtful: bool = False
    low: bool = False

    @property
    def known(self) -> bool:
        """Are budget and spending filled in?"""
        return self.whole.budget is not None and self.whole.spent is not None

    @cached_property
    def left(self) -> Sourced | None:
        """What was not spent; None where unknown or nothing."""
        left = self.whole.left
        return left if left is not None and left.number > 0 else None

    @cached_property
    def overrun(self) -> Sourced | None:
        """What was spent beyond the budget."""
        left = self.whole.left
        if left is None or left.number >= 0 or self.whole.spent is None or self.whole.budget is None:
            return None
        return self.whole.spent - self.whole.budget

    @cached_property
    def change(self) -> Sourced | None:
        """全年预算数 − 年初预算数; None where unknown or nothing."""
        initial, budget = self.whole.initial, self.whole.budget
        if initial is None or budget is None or initial.number == budget.number:
            return None
        return budget - initial

    @cached_property
    def lost(self) -> Sourced | None:
        """The points that the 执行率 lost; None where it lost none."""
        if not self.counts or self.points is None or self.earned is None:
            return None
        lost = self.points - self.earned
        return lost if lost.number > 0 else None


def is_on_money(section: str) -> bool:
    """Is a section of 报告素材 the one on money, under whatever heading of a policy's own?"""
    return "资金" in section


def in_units(entry: Entry, form: Form, name: str) -> Sourced | None:
    """An entry of the form's money in 万元, None where it is no amount."""
    number = amount(entry, form.funding.unit)
    if number is None:
        return None
    return Sourced(in_wan(number, form.funding.unit), name, place_of(entry)).rounded(_PLACES)


def funds_facts(form: Form, scoring: Scoring) -> Funds:
    """The money block with what follows from it."""
    policy, execution = scoring.policy, scoring.execution
    whole = _source(form.funding.total, form, "")
    sources = tuple(
        source for row in form.funding.parts if _any(source := _source(row, form, one_line(Entry(row.label))))
    )
    divisor = _divisor(form, policy)
    base = divisor or whole.budget
    rate = None
    if (
        execution.rate is not None
        and not execution.blocked
        and base is not None
        and whole.spent is not None
        and base.number
    ):
        rate = whole.spent / base
        rate = Sourced(execution.rate, rate.name, rate.where)
    counts = not policy.pointless and execution.points != 0
    return Funds(
        whole,
        sources,
        rate,
        Sourced(execution.points, "预算执行率分值", place_of(form.funding.points) or policy.called)
        if counts
        else None,
        Sourced(execution.earned, "预算执行率得分", place_of(form.funding.earned))
        if counts and execution.earned is not None
        else None,
        int(policy.number("execution.rate_places")),
        counts,
        policy.word("execution.method") == "ratio",
        divisor,
        execution.blocked,
        rate is not None and rate_too_low(execution, policy),
    )


def _divisor(form: Form, policy: Policy) -> Sourced | None:
    received = received_of(form, policy)
    return None if received is None else in_units(received, form, RECEIVED)


def _source(row: FundingRow, form: Form, label: str) -> FundSource:
    named = f"{label}的" if label else ""
    return FundSource(
        label,
        in_units(row.initial_budget, form, f"{named}年初预算数"),
        in_units(row.budget, form, f"{named}全年预算数"),
        in_units(row.spent, form, f"{named}全年执行数"),
    )


def _any(source: FundSource) -> bool:
    return bool(source.budget) or bool(source.spent)
