"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jxbook.assess import Assessed, assess, summary
from jxbook.cli import FINE, FOUND
from jxbook.cli.forms import forms_of
from jxbook.cli.several import Answer
from jxbook.cli.show import file_json, finding_json, print_findings, print_json
from jxbook.finding import Finding, Severity
from jxbook.refusals.commands import not_for_several
from jxbook.refusals.reports import report_unreadable

_SHOWN = ("report", "form", "name", "where", "section", "sentence", "bookmark")


def run(options: argparse.Namespace) -> int:
    """Check every form of a file; exit 1 when there is a finding of severity 错误, or a figure of a report that
    does not agree with its form."""
    if options.form is not None:
        return _check_report(options)
    found = _checked(options)
    if options.json:
        print_json(_as_json(found, options.file))
    else:
        for name, assessed, findings in found:
            if len(found) > 1:
                print(f"【{name}】{assessed.form.project.name.text}")
            print(f"评价政策：{assessed.by}\n")
            print_findings(findings)
    return _status(found)


def answer(options: argparse.Namespace) -> Answer:
    """The same for one file of several: how much was found, in a line."""
    if options.form is not None:
        raise not_for_several("jxbook check", "--form")
    found = _checked(options)
    told = "；".join(
        f"{f'【{name}】' if len(found) > 1 else ''}{summary(findings)}" for name, _, findings in found
    )
    return Answer(_status(found), told, _as_json(found, options.file))


Checked = list[tuple[str, Assessed, tuple[Finding, ...]]]
"""Each form of a file by its name there, with what was found in it."""


def _checked(options: argparse.Namespace) -> Checked:
    return [(name, assessed, _findings(assessed, options)) for name, assessed in forms_of(options)]


def _status(found: Checked) -> int:
    every = (one for _, _, findings in found for one in findings)
    return FOUND if any(one.severity is Severity.ERROR for one in every) else FINE


def _as_json(found: Checked, file: Path) -> list[dict[str, Any]]:
    return [
        {**finding_json(one), **file_json(file), "project": assessed.form.project.name.text}
        for _, assessed, findings in found
        for one in findings
    ]


def _findings(assessed: Assessed, options: argparse.Namespace) -> tuple[Finding, ...]:
    """What is found in a form, and against the approved targets where they are given."""
    if options.approved is None:
        return assessed.findings
    from jxbook.checks.approved import against_approved

    approved = assess(options.approved)
    return (*assessed.findings, *against_approved(assessed.form, approved.form, assessed.policy))


def _check_report(options: argparse.Namespace) -> int:
    """The figures of a Word report against the form it was made from."""
    from jxbook.report import compose
    from jxbook.slip.verify import disagreements

    try:
        report = options.file.read_bytes()
    except OSError as error:
        raise report_unreadable(options.file.name) from error
    assessed = assess(options.form, options.policy)
    document = compose(assessed.form, assessed.policy, assessed.scoring)
    found = disagreements(report, document, options.file.name)
    if options.json:
        print_json([{"way": one.way.value, **{key: getattr(one, key) for key in _SHOWN}} for one in found])
    elif found:
        print("\n".join(map(str, found)))
        print(f"报告与自评表有{len(found)}处数字不一致。")
    else:
        print("报告的数字与自评表一致。")
    return FOUND if found else FINE
