"""`jxbook check`: findings with cell, or section and paragraph, what, why, what to do."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jxbook.assess import Assessed, summary
from jxbook.cli import FINE, FOUND
from jxbook.cli.checked import CheckedPart, part_of
from jxbook.cli.forms import fitted, form_to_write, forms_of
from jxbook.cli.several import Answer
from jxbook.cli.show import file_json, finding_json, print_findings, print_json
from jxbook.finding import Finding, Severity
from jxbook.papers import SUFFIXES
from jxbook.refusals.commands import needs_a_report, not_for_several, report_is_not_written_to
from jxbook.workbook.names import FINDINGS


def run(options: argparse.Namespace) -> int:
    """Check every form of a file, and the text of a report; exit 1 when there is a finding of severity 错误."""
    found = _checked(options)
    if options.json:
        print_json(_as_json(found, options.file))
    else:
        for part in found:
            if len(found) > 1:
                print(f"【{part.name}】{part.title}")
            print(f"评价政策：{part.by}\n")
            print_findings(part.findings)
        if len(found) > 1:
            print(f"\n合计：{summary([one for part in found for one in part.findings])}")
        if options.write:
            print(f"已写入 {options.file} 的“{FINDINGS}”。")
    return _status(found)


def answer(options: argparse.Namespace) -> Answer:
    """The same for one file of several: how much was found, in a line."""
    for name in ("form", "annotate"):
        if getattr(options, name) is not None:
            raise not_for_several("jxbook check", f"--{name}")
    found = _checked(options)
    told = "；".join(f"{f'【{one.name}】' if len(found) > 1 else ''}{summary(one.findings)}" for one in found)
    told += f"。已写入“{FINDINGS}”" if options.write else ""
    return Answer(_status(found), told, _as_json(found, options.file))


def _checked(options: argparse.Namespace) -> list[CheckedPart]:
    """What is found in a file. A Word document is form and report at once; --sheet asks for one form alone.

    With --write it is put onto 校验结果, as the button does.
    """
    if options.file.suffix.lower() in SUFFIXES and options.sheet is None:
        if options.write:
            raise report_is_not_written_to("jxbook check")
        from jxbook.cli.check_report import parts_of

        return parts_of(options)
    if options.form is not None or options.annotate is not None:
        option = "--form" if options.form is not None else "--annotate"
        raise needs_a_report("jxbook check", option)
    forms = form_to_write(options) if options.write else forms_of(options)
    found = [part_of(name, assessed, options) for name, assessed in forms]
    if options.write:
        for (_, assessed), part in zip(forms, found, strict=True):
            _write(options.file, assessed, part.findings)
    return found


def _write(file: Path, assessed: Assessed, findings: tuple[Finding, ...]) -> None:
    from datetime import datetime

    from jxbook.result_sheet import result_changes, status
    from jxbook.workbook.patch import write_changes

    source = assessed.source
    said = status(findings, assessed.by, datetime.now())
    results = result_changes(source.grid, source.name, findings, said)
    write_changes(file, (*results, *fitted(assessed)), read=source.data)


def _status(found: list[CheckedPart]) -> int:
    every = (one for part in found for one in part.findings)
    return FOUND if any(one.severity is Severity.ERROR for one in every) else FINE


def _as_json(found: list[CheckedPart], file: Path) -> list[dict[str, Any]]:
    return [
        {**finding_json(one), **file_json(file), "project": part.title}
        for part in found
        for one in part.findings
    ]
