"""The only door: a file, or the grid of an open document → its form, policy and why, scoring, findings.

Every host and command goes through `assess`, so that the same file gets the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jxbook.assess.choice import choose, told
from jxbook.assess.guess import FileWords
from jxbook.assess.source import Source, open_source, source_in
from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.finding import Finding, Severity
from jxbook.form import Form
from jxbook.policy import Policy
from jxbook.policy.for_form import for_form
from jxbook.recognition import read_form
from jxbook.scoring import Scoring, score

__all__ = ["Assessed", "Source", "assess", "assess_all", "open_source", "source_in", "summary"]


@dataclass(frozen=True)  # without slots: the findings are kept once somebody has asked for them
class Assessed:
    """A form with all that follows from it. `why` says in a Chinese sentence how the policy was chosen.

    `policy` is the chosen one as it holds for this form, which may have less than it asks for; `whole` is the chosen
    one as it stands.
    """

    source: Source
    policy: Policy
    why: str
    scoring: Scoring
    whole: Policy

    @property
    def form(self) -> Form:
        """The form as it was scored, 评价要点 taken in."""
        return self.scoring.form

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found in the form."""
        from jxbook.checks import check

        return check(self.form, self.policy, self.scoring, self.source.texts)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.findings)

    @property
    def by(self) -> str:
        """The policy and why it was taken, as every host shows it."""
        return told(self.policy, self.why)


def assess(source: Path | Source, policy: str | Path | None = None, form: str | None = None) -> Assessed:
    """Open, recognise, choose the policy, score; findings follow on demand.

    `policy`, a name or a file, overrules what the form names; `form` says which form of a file is meant that holds
    several, by its sheet (of a Word document 表1, 表2 …). Raises Refusal: as reading does (JX901 to JX910,
    JX932, JX933), as recognising does (JX930, JX931), as choosing the policy does (JX920, JX921, JX928).
    """
    from jxbook.recognition import recognise

    if isinstance(source, Path):
        source = open_source(source)
    return _assessed(source, recognise(source.grid, source.name, form, source.front), policy)


def assess_all(
    source: Path | Source, policy: str | Path | None = None, year: int | None = None
) -> Iterator[tuple[str, Assessed]]:
    """Every form of a file with its name there, in the file's order; one at least. Raises Refusal as `assess`.

    `year` is that of the report in which the forms stand, for one that names none itself.
    """
    if isinstance(source, Path):
        source = open_source(source)
    if not source.places:
        from jxbook.recognition import recognise

        recognise(source.grid, source.name)  # says what is missing
    words = FileWords(source)
    for place in source.places:
        form = read_form(source.grid, place)
        if form.year is None and year is not None:
            form = replace(form, year=year)
        yield place.name, _assessed(source, form, policy, words)


def _assessed(
    source: Source, form: Form, policy: str | Path | None, words: FileWords | None = None
) -> Assessed:
    chosen = choose(source, form, policy, words)
    fit = for_form(chosen.policy, chosen.form)
    return Assessed(source, fit, chosen.why, score(chosen.form, fit), chosen.policy)


def summary(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in one line."""
    counts = {one: sum(finding.severity is one for finding in findings) for one in Severity}
    return "、".join(f"{one.label}{count}项" for one, count in counts.items())
