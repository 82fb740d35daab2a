"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse

from jxbook.assess import assess
from jxbook.cli import FINE, FOUND
from jxbook.cli.show import finding_json, print_findings, print_json


def run(options: argparse.Namespace) -> int:
    """Check a file; exit 1 when there is a finding of severity 错误."""
    assessed = assess(options.file, options.policy)
    if options.json:
        print_json([finding_json(one) for one in assessed.findings])
    else:
        print(f"评价政策：{assessed.by}\n")
        print_findings(assessed.findings)
    return FOUND if assessed.errors else FINE
