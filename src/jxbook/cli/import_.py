"""`jxbook import`: a foreign 自评表 becomes our workbook, with an account of every cell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE, FOUND
from jxbook.cli.forms import forms_of, path_for
from jxbook.cli.output import made_folder, refuse_existing, stem_of, with_ending
from jxbook.cli.several import Answer
from jxbook.cli.show import file_json, print_json
from jxbook.refusals.commands import one_name_for_several, where_to

if TYPE_CHECKING:
    from pathlib import Path

    from jxbook.making.account.line import AccountLine
    from jxbook.making.importing import Imported

_MOST_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Import every form of a file; exit 1 when a cell was not understood, or is to be looked at."""
    if options.output is None and options.out_dir is None:
        raise where_to("jxbook import")
    status, lines = FINE, []
    for one, path in _made(options):
        status = max(status, _status(one))
        if options.json:
            lines += [_as_json(line) for line in one.lines]
        else:
            _print_brought(one, path, options.file.name)
    if options.json:
        print_json(lines)
    return status


def answer(options: argparse.Namespace) -> Answer:
    """The same for one file of several, all into one folder."""
    if options.output is not None:
        raise one_name_for_several("jxbook import")
    if options.out_dir is None:
        raise where_to("jxbook import")
    status, told, data = FINE, [], []
    for one, path in _made(options):
        status = max(status, _status(one))
        told.append(f"已导入 {path}，{_counted(one)}")
        data += [{**file_json(options.file), **_as_json(line)} for line in one.lines]
    return Answer(status, "；".join(told), data)


def _made(options: argparse.Namespace) -> Iterator[tuple[Imported, Path]]:
    """Each form with its workbook, which is written before the next is made: there may be hundreds."""
    from jxbook.cli.new import as_workbook, require_workbook_name
    from jxbook.making.account.sheet import with_account
    from jxbook.making.importing import brought

    output = options.output or options.file.with_name(stem_of(options.file))
    if options.out_dir is not None:
        output = made_folder(options.out_dir) / output.name
    output = with_ending(output, ".xlsx") if options.output else output.with_name(f"{output.name}.xlsx")
    require_workbook_name(output)
    refuse_existing(output, force=options.force, source=options.file)
    found = forms_of(options)
    paths = [path_for(output, name, len(found)) for name, _ in found]
    for path in paths:
        refuse_existing(path, force=options.force, source=options.file)
    for path, (_, assessed) in zip(paths, found, strict=True):
        one = brought(assessed)
        data = as_workbook(with_account(one.data, one.lines, options.file.name), path)
        replace_file(path, data, new=not options.force)
        yield one, path


def _status(made: Imported) -> int:
    from jxbook.making.account.line import Outcome, counts

    count = counts(made.lines)
    return FOUND if count[Outcome.CHECK] or count[Outcome.UNKNOWN] else FINE


def _counted(brought: Imported) -> str:
    """How much was understood."""
    from jxbook.making.account.line import Outcome, counts

    count = counts(brought.lines)
    known = count[Outcome.MOVED] + count[Outcome.COMPUTED]
    others = f"、另有{count[Outcome.OTHER_FORM]}张自评表" if count[Outcome.OTHER_FORM] else ""
    return (
        f"认出{known}项（另有表头标签{count[Outcome.LABEL]}格{others}），未认出{count[Outcome.UNKNOWN]}项，"
        f"需要核对{count[Outcome.CHECK]}项"
    )


def _print_brought(brought: Imported, path: Path, name: str) -> None:
    from jxbook.making.account.line import Outcome
    from jxbook.making.account.sheet import NAME

    source = brought.assessed.source
    print(f"已导入：{path}")
    print(f"来源：{name}（{source.kind.value}，{brought.assessed.form.sheet}）")
    print(f"评价政策：{brought.assessed.by}")
    _print_lines([line for line in brought.lines if line.state in (Outcome.CHECK, Outcome.UNKNOWN)])
    if source.texts:
        print(f"表格以外另有{len(source.texts)}段文字，没有导入；需要写进报告的，请抄入“报告素材”。")
    print(f"导入结果：{_counted(brought)}。逐格的去向见工作表“{NAME}”。")


def _print_lines(lines: Sequence[AccountLine]) -> None:
    """What a person has to look at, the first of it."""
    for line in lines[:_MOST_SHOWN]:
        text = " ".join(line.text.split())
        shown = text if len(text) <= 40 else f"{text[:40]}……"
        print(f"{line.state.value} [{line.where}] {shown} — {line.note}")
    if len(lines) > _MOST_SHOWN:
        print(f"……另有{len(lines) - _MOST_SHOWN}项")


def _as_json(line: AccountLine) -> dict[str, str]:
    return {
        "where": line.where,
        "text": line.text,
        "state": line.state.value,
        "target": line.target,
        "note": line.note,
    }
