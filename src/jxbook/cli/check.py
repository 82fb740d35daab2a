"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse

from jxbook.checks import check
from jxbook.cli import FINE, FOUND
from jxbook.cli.opened import open_scored
from jxbook.cli.show import finding_json, print_findings, print_json
from jxbook.finding import Severity


def run(options: argparse.Namespace) -> int:
    """Check a file; exit 1 when there is a finding of severity 错误."""
    opened = open_scored(options.file, options.policy)
    findings = check(opened.form, opened.policy, opened.scoring)
    if options.json:
        print_json([finding_json(one) for one in findings])
    else:
        print_findings(findings)
    return FOUND if any(one.severity is Severity.ERROR for one in findings) else FINE
