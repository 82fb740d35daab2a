"""`jxbook check`: findings with cell, what, why, what to do."""

from __future__ import annotations

import argparse

from jxbook.checks import check
from jxbook.cli import FINE, FOUND
from jxbook.cli.opened import open_scored
from jxbook.cli.show import finding_json, print_findings, print_json
from jxbook.finding import Refusal, Severity


def run(options: argparse.Namespace) -> int:
    """Check a file; exit 1 when there is a finding of severity 错误, or a figure of a report that does not agree."""
    if options.form is not None:
        return _check_report(options)
    opened = open_scored(options.file, options.policy)
    findings = check(opened.form, opened.policy, opened.scoring)
    if options.json:
        print_json([finding_json(one) for one in findings])
    else:
        print_findings(findings)
    return FOUND if any(one.severity is Severity.ERROR for one in findings) else FINE


def _check_report(options: argparse.Namespace) -> int:
    """The figures of a Word report against the form it was made from."""
    from jxbook.report import compose
    from jxbook.report.verify import disagreements

    try:
        report = options.file.read_bytes()
    except OSError as error:
        raise Refusal(
            "JX606",
            options.file.name,
            "报告不能读取",
            "该位置没有这个文件，或者没有读取权限",
            "请核对文件名后重试",
        ) from error
    opened = open_scored(options.form, options.policy)
    document = compose(opened.form, opened.policy, opened.scoring)
    found = disagreements(report, document, options.file.name)
    if options.json:
        print_json([{"way": one.way.value, **{key: getattr(one, key) for key in _SHOWN}} for one in found])
    elif found:
        print("\n".join(map(str, found)))
        print(f"报告与自评表有{len(found)}处数字不一致。")
    else:
        print("报告的数字与自评表一致。")
    return FOUND if found else FINE


_SHOWN = ("report", "form", "name", "where", "section", "sentence", "bookmark")
