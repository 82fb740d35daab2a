"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE, FOUND
from jxbook.cli.forms import forms_of
from jxbook.cli.show import finding_json, print_findings, print_json


def run(options: argparse.Namespace) -> int:
    """Check every form of a file; exit 1 when there is a finding of severity 错误."""
    found = forms_of(options)
    if options.json:
        print_json([finding_json(one) for _, assessed in found for one in assessed.findings])
    else:
        for name, assessed in found:
            if len(found) > 1:
                print(f"【{name}】{assessed.form.project.name.text}")
            print(f"评价政策：{assessed.by}\n")
            print_findings(assessed.findings)
    return FOUND if any(assessed.errors for _, assessed in found) else FINE
