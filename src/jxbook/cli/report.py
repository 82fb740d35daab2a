"""`jxbook report`: the 绩效评价报告 as a file, and the 核对单 beside it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from jxbook.assess import Assessed
from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.forms import forms_of, path_for
from jxbook.cli.output import made_folder, refuse_existing, stem_of, with_ending
from jxbook.cli.several import Answer
from jxbook.cli.show import file_json
from jxbook.document import FORMATS, render
from jxbook.finding import Refusal
from jxbook.package.file import read_bounded
from jxbook.refusals.commands import one_name_for_several, where_to
from jxbook.refusals.reading import missing, not_read, too_large, unreadable
from jxbook.refusals.reports import (
    reference_damaged,
    reference_of_other_kind,
    reference_too_large,
    reference_unreadable,
)
from jxbook.refusals.writing import not_a_report_format
from jxbook.report.outline import read_outline
from jxbook.slip import products, slip_name


def run(options: argparse.Namespace) -> int:
    """Write the report; an existing file is written over only when told to."""
    if options.output is None and options.out_dir is None:
        raise where_to("jxbook report")
    for made in _written(options):
        print(f"已生成报告：{made.path}\n评价政策：{made.assessed.by}")
        if made.slip:
            print(f"已生成核对单：{made.slip}（内部使用，不随报告报送）")
        if made.told:
            print(made.told)
        print_errors(made.assessed, options.file)
    return FINE


def answer(options: argparse.Namespace) -> Answer:
    """The same for one file of several, all into one folder."""
    if options.output is not None:
        raise one_name_for_several("jxbook report")
    if options.out_dir is None:
        raise where_to("jxbook report")
    written = _written(options)
    told = "；".join(f"已生成报告 {one.path}{_doubt(one.assessed)}" for one in written)
    data = [
        {**file_json(options.file), "report": str(one.path), "slip": str(one.slip or "")} for one in written
    ]
    return Answer(FINE, told, data)


class Written(NamedTuple):
    """A report that was written, and the 核对单 where one was asked for; `told` says how much is left to fill in."""

    path: Path
    slip: Path | None
    told: str
    assessed: Assessed


def _written(options: argparse.Namespace) -> list[Written]:
    output = _output(options)
    kind = options.format or output.suffix.lstrip(".").lower()
    if kind not in FORMATS:
        raise not_a_report_format(output.name, FORMATS)
    refuse_existing(output, force=options.force, source=options.file)
    found = forms_of(options)
    reference = _read_reference(options.reference)
    outline = read_outline(options.outline) if options.outline else None
    paths = [path_for(output, name, len(found)) for name, _ in found]
    slips = [None if options.no_slip else path.with_name(slip_name(path.name)) for path in paths]
    for path in (*paths, *slips):
        if path:
            refuse_existing(path, force=options.force, source=options.file)
    written = []
    for path, slip, (_, assessed) in zip(paths, slips, found, strict=True):
        made = products(assessed.form, assessed.policy, assessed.scoring, assessed.findings, outline)
        replace_file(path, render(made.report, kind, reference), new=not options.force)
        if slip:
            replace_file(slip, render(made.slip, kind), new=not options.force)
        written.append(Written(path, slip, made.told(slip=slip is not None), assessed))
    return written


def _output(options: argparse.Namespace) -> Path:
    """The file to write, with its ending: as typed, or beside others in --out-dir under the form's name."""
    ending = f".{options.format or 'docx'}"
    if options.output is not None:
        name: Path = with_ending(options.output, ending)
        return name if options.out_dir is None else made_folder(options.out_dir) / name.name
    return made_folder(options.out_dir) / f"{stem_of(options.file)}_绩效评价报告{ending}"


def _doubt(assessed: Assessed) -> str:
    return f"（自评表有{assessed.errors}项错误）" if assessed.errors else ""


def print_errors(assessed: Assessed, file: Path) -> None:
    """Say that a report stands on a form that would be sent back."""
    if assessed.errors:
        print(
            f"自评表有{assessed.errors}项错误，报告是按现有内容写的，建议改正后重新生成。查看：jxbook check {file}"
        )


_IS = "这是"
"""How it is said what a file is that is not read."""


def _read_reference(path: Path | None) -> bytes | None:
    """The bytes of a Word document. Raises Refusal JX601 for any other file, which says what that is."""
    from jxbook.foreign import ForeignKind
    from jxbook.foreign.kinds import readable_kind
    from jxbook.package import open_zip
    from jxbook.workbook.file_kind import workbook_part

    if path is None:
        return None
    try:
        data = read_bounded(path)
        kind = readable_kind(data, path.name)
    except Refusal as error:
        code = error.finding.code
        if code in (missing.code, unreadable.code):
            raise reference_unreadable(path.name or str(path)) from error
        what = error.finding.what
        if code == not_read.code and what.startswith(_IS):
            raise reference_of_other_kind(path.name, what.removeprefix(_IS)) from error
        raise (reference_too_large if code == too_large.code else reference_damaged)() from error
    if kind is not ForeignKind.DOCX and (kind is ForeignKind.XLS or workbook_part(open_zip(data, path.name))):
        raise reference_of_other_kind(path.name, kind.value)
    return data
