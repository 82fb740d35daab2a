"""A workbook as a grid → its form, scoring and findings: what every host does when a button is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jxbook.finding import Finding, Refusal, Severity
from jxbook.form import Form
from jxbook.policy import Policy, load_policy
from jxbook.recognition import recognise
from jxbook.scoring import Scoring, score
from jxbook.scoring.key_points import with_key_points
from jxbook.workbook.grid import Grid


@dataclass(frozen=True, slots=True)
class Assessed:
    """A form with all that follows from it."""

    form: Form
    policy: Policy
    scoring: Scoring
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.findings)


def assess(grid: Grid, place: str) -> Assessed:
    """Recognise, score and check; `place` is the workbook's name, for messages. Raises Refusal."""
    from jxbook.checks import check

    form = recognise(grid, place)
    policy = policy_of(form, place)
    form = with_key_points(form, policy)
    scoring = score(form, policy)
    return Assessed(form, policy, scoring, check(form, policy, scoring))


def summary(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in one line."""
    counts = {one: sum(finding.severity is one for finding in findings) for one in Severity}
    return "、".join(f"{one.label}{count}项" for one, count in counts.items())


def policy_of(form: Form, place: str, beside: Path | None = None) -> Policy:
    """The policy that the workbook names; `beside` is the folder it lies in, where that is known.

    Raises Refusal JX920 with its cell, JX921 and JX928 as `load_policy`.
    """
    try:
        return load_policy(form.policy_id, beside)
    except Refusal as refusal:
        found, cell = refusal.finding, form.policy_entry.cell
        if found.code != "JX920" or cell is None:
            raise
        what = f"没有“{form.policy_id}”这个评价政策"
        fix = "请改正该单元格；是本单位的政策，请把它的文件放在同一文件夹，或用 jxbook policy add 登记"
        raise Refusal(found.code, f"{place}：{cell}", what, found.why, fix) from None
