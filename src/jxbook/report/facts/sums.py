"""What the rows add up to, by 一级指标 and by part of the analysis; the grades in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.policy import Mark, Policy
from jxbook.policy.tree import PARTS
from jxbook.report.facts.rows import RowFacts
from jxbook.scoring import Scoring, State, half_up
from jxbook.scoring.rounding import points_of
from jxbook.values import fold, plain

_GUARD = 6
"""Places to which 分值 are added up: thirds of them make a whole again."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A 一级指标 with the points and the score of its rows."""

    name: str
    points: str
    earned: str


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A part of the analysis (决策, 过程, 产出, 效益) with its rows."""

    name: str
    rows: tuple[RowFacts, ...]
    weights: tuple[Weight, ...]


def weights(scoring: Scoring) -> tuple[Weight, ...]:
    """The 一级指标 in the order of the policy's tree, each with the points and the score of the rows that apply; empty ones left out."""
    tree = scoring.policy.tree
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for row in scoring.indicators:
        if row.score.state is State.NOT_APPLICABLE:
            continue
        one = row.indicator
        place = tree.locate(one.level1.text, one.level2.text)
        name = place[0].name if place else fold(one.level1.text) or "其他指标"
        points, earned = sums.get(name, (Decimal(0), Decimal(0)))
        sums[name] = (points + (row.points or 0), earned + (row.score.exact or 0))
    order = [level1.name for level1 in tree.level1]
    names = sorted(sums, key=lambda name: order.index(name) if name in order else len(order))
    return tuple(
        Weight(name, plain(half_up(sums[name][0], _GUARD)), plain(points_of(sums[name][1], scoring.policy)))
        for name in names
        if sums[name][0]
    )


def parts(policy: Policy, rows: tuple[RowFacts, ...], weights: tuple[Weight, ...]) -> tuple[PartFacts, ...]:
    """The parts of the analysis that have rows, in their order."""
    part_of = {level1.name: level1.part for level1 in policy.tree.level1}
    found = []
    for name in PARTS:
        own = tuple(row for row in rows if row.part == name)
        if own:
            sums = tuple(weight for weight in weights if part_of.get(weight.name) == name)
            found.append(PartFacts(name, own, sums))
    return tuple(found)


def points_together(scoring: Scoring) -> Decimal:
    """The 分值 of all rows, as they stand in the form, and of the 执行率 together."""
    rows = (row.points for row in scoring.indicators if row.points)
    return half_up(sum(rows, start=scoring.execution.points), _GUARD).normalize()


def dropped_points(scoring: Scoring) -> Decimal:
    """The 分值 of the rows that do not apply: they are in the form, but not in the total."""
    rows = (row for row in scoring.indicators if row.score.state is State.NOT_APPLICABLE)
    return sum((row.points for row in rows if row.points), start=Decimal(0))


def bands(policy: Policy) -> str:
    """The grades in words: "90（含）—100分为优，80（含）—90分为良，…，60分以下为差"."""
    rows = policy.values("grades.bands")
    upper = [policy.number("weights.total"), *(bound for bound, _ in rows[:-1])]
    said = [
        f"{plain(low)}（含）—{plain(high)}分为{word}"
        for (low, word), high in zip(rows[:-1], upper, strict=False)
    ]
    return "，".join([*said, f"{plain(upper[-1])}分以下为{rows[-1][1]}"])


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
