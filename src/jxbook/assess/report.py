"""A report through the same door: its text, the forms in it, the form beside it → one list of findings."""

from __future__ import annotations

from pathlib import Path

from jxbook.assess import Assessed, assess_all
from jxbook.assess.choice import told
from jxbook.assess.guess import of_texts
from jxbook.assess.source import Source
from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Refusal
from jxbook.foreign import ForeignKind
from jxbook.papers import Paper, open_paper
from jxbook.policy import Policy, load_policy
from jxbook.refusals.forms import no_form


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report with what was found in its text. `forms` are those that stand in the report itself, by the names of
    their tables; `policy` is that of its form, or the one its text names."""

    paper: Paper
    forms: tuple[tuple[str, Assessed], ...]
    policy: Policy
    why: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def by(self) -> str:
        """The policy and why it was taken, as every host shows it."""
        return told(self.policy, self.why)


def review(path: Path, policy: str | Path | None = None, beside: Assessed | None = None) -> Reviewed:
    """Read a report and the forms in it, and check its text; `beside` is the form that it was written from.

    Raises Refusal as `open_paper`, and as choosing a policy does (JX920, JX921, JX928).
    """
    from jxbook.checks import check_paper
    from jxbook.checks.case import Case

    paper = open_paper(path)
    forms = tuple(_forms(paper, path, policy))
    main = beside or next((one for _, one in forms), None)
    if main is not None:
        chosen, why = main.policy, main.why
    elif policy is not None:
        chosen, why = load_policy(policy), f"由使用者指定：{policy}"
    else:
        chosen, why = of_texts(paper.texts)
    case = None if main is None else Case(main.form, main.policy, main.scoring)
    title = main.form.project.name.text if main is not None else ""
    own = {name for name, _ in forms} | {form.form.sheet for _, form in forms}
    tables = tuple(one for one in paper.tables if one.name not in own)
    return Reviewed(paper, forms, chosen, why, title, check_paper(paper.paragraphs, chosen, case, tables))


def _forms(paper: Paper, path: Path, policy: str | Path | None) -> list[tuple[str, Assessed]]:
    """The forms in the tables of a report; a report without one is none the worse."""
    from jxbook.checks.project import years_of

    source = Source(paper.grid, paper.name, path.absolute().parent, paper.texts, ForeignKind.DOCX)
    try:
        return list(assess_all(source, policy, years_of(paper.texts, None).year))
    except Refusal as refusal:
        if refusal.finding.code != no_form.code:
            raise
        return []
