"""What `jxbook check` shows together, be it of a form or of a report."""

from __future__ import annotations

import argparse

from jxbook.assess import Assessed, assess
from jxbook.dataclass import dataclass
from jxbook.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """What is shown together: a form of a file, or the text of a report. `name` is the form's in the file, `title`
    its project, `by` the policy and why."""

    name: str
    title: str
    by: str
    findings: tuple[Finding, ...]


def part_of(name: str, assessed: Assessed, options: argparse.Namespace) -> CheckedPart:
    """What is found in a form, and against the approved targets where they are given."""
    findings = assessed.findings
    if options.approved is not None:
        from jxbook.checks.approved import against_approved

        approved = assess(options.approved)
        findings = (*findings, *against_approved(assessed.form, approved.form, assessed.policy))
    return CheckedPart(name, assessed.form.project.name.text, assessed.by, findings)
