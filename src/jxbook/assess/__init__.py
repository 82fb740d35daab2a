"""The only door: a file, or the grid of an open document → its form, policy and why, scoring, findings.

Every host and command goes through `assess`, so that the same file gets the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jxbook.assess.choice import choose
from jxbook.assess.source import Source, open_source
from jxbook.finding import Finding, Severity
from jxbook.form import Form
from jxbook.policy import Policy
from jxbook.scoring import Scoring, score
from jxbook.workbook.recognise import recognise

__all__ = ["Assessed", "Source", "assess", "open_source", "summary"]


@dataclass(frozen=True)  # without slots: the findings are kept once somebody has asked for them
class Assessed:
    """A form with all that follows from it. `why` says in a Chinese sentence how the policy was chosen."""

    source: Source
    policy: Policy
    why: str
    scoring: Scoring

    @property
    def form(self) -> Form:
        """The form as it was scored, 评价要点 taken in."""
        return self.scoring.form

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found in the form."""
        from jxbook.checks import check

        return check(self.form, self.policy, self.scoring)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.findings)

    @property
    def by(self) -> str:
        """The policy and why it was taken, as every host shows it."""
        one = self.policy.identity
        return f"{one.name}（{one.number}）。{self.why}"


def assess(source: Path | Source, policy: str | Path | None = None) -> Assessed:
    """Open, recognise, choose the policy, score; findings follow on demand.

    `policy`, a name or a file, overrules what the form names. Raises Refusal: as reading does (JX901 to JX910,
    JX932, JX933), as recognising does (JX930, JX931), as choosing the policy does (JX920, JX921, JX928).
    """
    if isinstance(source, Path):
        source = open_source(source)
    chosen = choose(source, recognise(source.grid, source.name), policy)
    return Assessed(source, chosen.policy, chosen.why, score(chosen.form, chosen.policy))


def summary(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in one line."""
    counts = {one: sum(finding.severity is one for finding in findings) for one in Severity}
    return "、".join(f"{one.label}{count}项" for one, count in counts.items())
