"""`jxbook report`: the 绩效评价报告 as a file, and the 核对单 beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from jxbook.assess import Assessed
from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.forms import forms_of, path_for
from jxbook.document import FORMATS, render
from jxbook.finding import Refusal
from jxbook.package.file import read_bounded
from jxbook.refusals.reading import missing, too_large, unreadable
from jxbook.refusals.reports import reference_damaged, reference_too_large, reference_unreadable
from jxbook.refusals.writing import already_there, not_a_report_format
from jxbook.slip import products, slip_name


def run(options: argparse.Namespace) -> int:
    """Write the report; an existing file is never written over."""
    kind = options.format or options.output.suffix.lstrip(".").lower() or "docx"
    if kind not in FORMATS:
        raise not_a_report_format(options.output.name, FORMATS)
    refuse_existing(options.output)
    found = forms_of(options)
    reference = _read_reference(options.reference)
    paths = [path_for(options.output, name, len(found)) for name, _ in found]
    slips = [path.with_name(slip_name(path.name)) for path in paths]
    for path in (*paths, *(() if options.no_slip else slips)):
        refuse_existing(path)
    for path, slip, (_, assessed) in zip(paths, slips, found, strict=True):
        made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings)
        replace_file(path, render(made.report, kind, reference))
        print(f"已生成报告：{path}\n评价政策：{assessed.by}")
        if not options.no_slip:
            replace_file(slip, render(made.slip, kind))
            print(f"已生成核对单：{slip}（内部使用，不随报告报送）")
        if made.told:
            print(made.told)
        print_errors(assessed, options.file)
    return FINE


def refuse_existing(path: Path) -> None:
    """Raise Refusal JX925 where a file stands in the way."""
    if path.exists():
        raise already_there(path.name)


def print_errors(assessed: Assessed, file: Path) -> None:
    """Say that a report stands on a form that would be sent back."""
    if assessed.errors:
        print(
            f"自评表有{assessed.errors}项错误，报告是按现有内容写的，建议改正后重新生成。查看：jxbook check {file}"
        )


def _read_reference(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return read_bounded(path)
    except Refusal as error:
        code = error.finding.code
        if code in (missing.code, unreadable.code):
            raise reference_unreadable(path.name or str(path)) from error
        raise (reference_too_large if code == too_large.code else reference_damaged)() from error
