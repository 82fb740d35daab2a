"""What the rows add up to, by 一级指标."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import Sourced, total
from jxbook.policy import Mark, Policy
from jxbook.scoring import Scoring, State, half_up

_GUARD = 6
"""Places to which 分值 are added up: thirds of them make a whole again."""


@dataclass(frozen=True, slots=True)
class Group:
    """A 一级指标 with its rows, their points and what they earned; `earned` None while a row has none."""

    name: str
    rows: tuple[IndicatorFacts, ...]
    points: Sourced
    earned: Sourced | None


def groups_of(rows: tuple[IndicatorFacts, ...], policy: Policy) -> tuple[Group, ...]:
    """The 一级指标 in the order of the policy's tree, with the rows that apply; those without points left out.

    One that the tree does not have, as 成本指标, stands behind the one before it in the form.
    """
    groups: dict[str, list[IndicatorFacts]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    order = [level1.name for level1 in policy.tree.level1]
    places: dict[str, int] = {}
    for name in groups:
        places[name] = order.index(name) if name in order else max(places.values(), default=len(order))
    names = sorted(groups, key=places.__getitem__)
    return tuple(group for name in names if (group := _group(name, tuple(groups[name]))) is not None)


def _group(name: str, rows: tuple[IndicatorFacts, ...]) -> Group | None:
    points = total((row.points for row in rows if row.points is not None), f"{name}分值合计")
    if points is None or not points.number:
        return None
    earned = None
    if all(row.earned is not None for row in rows):
        earned = total((row.earned for row in rows if row.earned is not None), f"{name}得分合计")
    return Group(name, rows, points, earned)


def all_points(scoring: Scoring) -> Decimal:
    """The 分值 of all rows, as they stand in the form, and of the 执行率 together."""
    rows = (row.points for row in scoring.indicators if row.points)
    return half_up(sum(rows, start=scoring.execution.points), _GUARD).normalize()


def unofficial_bases(scoring: Scoring) -> tuple[str, ...]:
    """The 依据 that this scoring really used and that no document lays down, each with its mark and once."""
    counted = (State.SCORED, State.NOT_APPLICABLE)
    rows = () if scoring.policy.pointless else scoring.indicators
    used = [
        *((scoring.execution.basis, *scoring.execution.also) if scoring.execution.points else ()),
        *(
            basis
            for row in rows
            if row.score.state in counted
            for basis in (row.score.basis, *row.score.also)
        ),
    ]
    official = {rule.cited for rule in scoring.policy.rules.values() if rule.mark is Mark.OFFICIAL}
    return tuple(dict.fromkeys(basis for basis in used if basis and basis not in official))
