"""`jxbook import`: a foreign 自评表 becomes our workbook, with an account of every cell."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE, FOUND
from jxbook.cli.forms import forms_of, path_for
from jxbook.cli.report import refuse_existing
from jxbook.cli.show import print_json

if TYPE_CHECKING:
    from pathlib import Path

    from jxbook.making.account import AccountLine
    from jxbook.making.importing import Imported

_MOST_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Import every form of a file; exit 1 when a cell was not understood, or is to be looked at."""
    from jxbook.cli.new import as_workbook, require_workbook_name
    from jxbook.making.account import Outcome, counts
    from jxbook.making.account_sheet import with_account
    from jxbook.making.importing import brought

    require_workbook_name(options.output)
    refuse_existing(options.output)
    found = forms_of(options)
    paths = [path_for(options.output, name, len(found)) for name, _ in found]
    for path in paths:
        refuse_existing(path)
    made = [brought(assessed) for _, assessed in found]
    for path, one in zip(paths, made, strict=True):
        replace_file(path, as_workbook(with_account(one.data, one.lines, options.file.name), path))
    if options.json:
        print_json([_as_json(line) for one in made for line in one.lines])
    else:
        for path, one in zip(paths, made, strict=True):
            _print_brought(one, path, options.file.name)
    count = [counts(one.lines) for one in made]
    return FOUND if any(one[Outcome.CHECK] or one[Outcome.UNKNOWN] for one in count) else FINE


def _print_brought(brought: Imported, path: Path, name: str) -> None:
    from jxbook.making.account import Outcome, counts
    from jxbook.making.account_sheet import NAME

    source, count = brought.assessed.source, counts(brought.lines)
    print(f"已导入：{path}")
    print(f"来源：{name}（{source.kind.value}，{brought.assessed.form.sheet}）")
    print(f"评价政策：{brought.assessed.by}")
    _print_lines([line for line in brought.lines if line.state in (Outcome.CHECK, Outcome.UNKNOWN)])
    if source.texts:
        print(f"表格以外另有{len(source.texts)}段文字，没有导入；需要写进报告的，请抄入“报告素材”。")
    known = count[Outcome.MOVED] + count[Outcome.COMPUTED]
    print(
        f"导入结果：认出{known}项（另有表头标签{count[Outcome.LABEL]}格），未认出{count[Outcome.UNKNOWN]}项，"
        f"需要核对{count[Outcome.CHECK]}项。逐格的去向见工作表“{NAME}”。"
    )


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
