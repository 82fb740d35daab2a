"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse

from jxbook.assess import Assessed, assess
from jxbook.cli import FINE, FOUND
from jxbook.cli.forms import forms_of
from jxbook.cli.show import finding_json, print_findings, print_json
from jxbook.finding import Finding, Severity


def run(options: argparse.Namespace) -> int:
    """Check every form of a file; exit 1 when there is a finding of severity 错误."""
    found = [(name, assessed, _findings(assessed, options)) for name, assessed in forms_of(options)]
    if options.json:
        print_json([finding_json(one) for _, _, findings in found for one in findings])
    else:
        for name, assessed, findings in found:
            if len(found) > 1:
                print(f"【{name}】{assessed.form.project.name.text}")
            print(f"评价政策：{assessed.by}\n")
            print_findings(findings)
    every = [one for _, _, findings in found for one in findings]
    return FOUND if any(one.severity is Severity.ERROR for one in every) else FINE


def _findings(assessed: Assessed, options: argparse.Namespace) -> tuple[Finding, ...]:
    """What is found in a form, and against the approved targets where they are given."""
    if options.approved is None:
        return assessed.findings
    from jxbook.checks.approved import against_approved

    approved = assess(options.approved)
    return (*assessed.findings, *against_approved(assessed.form, approved.form, assessed.policy))
