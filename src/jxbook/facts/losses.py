"""The deduction ledger: every point lost, the most first."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.money import Funds
from jxbook.facts.sourced import Sourced


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost by an indicator, or by the 执行率 (`row` is None)."""

    name: str
    points: Sourced
    lost: Sourced
    row: IndicatorFacts | None = None


def losses_facts(rows: tuple[IndicatorFacts, ...], funds: Funds) -> tuple[Loss, ...]:
    """All that lost points, by points lost, ties in the order of the form."""
    found = []
    if funds.lost is not None and funds.points is not None:
        found.append(Loss("预算执行率", funds.points, funds.lost))
    for row in rows:
        if row.lost is not None and row.points is not None:
            found.append(Loss(row.name, row.points, row.lost, row))
    return tuple(sorted(found, key=lambda one: -one.lost.number))
