"""`jxbook import`: a foreign 自评表 becomes our workbook, with an account of every cell."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jxbook.atomic import replace_file
from jxbook.cli import FINE, FOUND
from jxbook.cli.report import refuse_existing
from jxbook.cli.show import print_json

if TYPE_CHECKING:
    from jxbook.making.account import Line

_MOST_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Import a file; exit 1 when a cell was not understood, or is to be looked at."""
    from jxbook.cli.new import as_workbook, require_workbook_name
    from jxbook.making.account import State, counts
    from jxbook.making.account_sheet import NAME, with_account
    from jxbook.making.importing import bring

    require_workbook_name(options.output)
    refuse_existing(options.output)
    brought = bring(options.file, options.policy)
    data = with_account(brought.data, brought.lines, options.file.name)
    replace_file(options.output, as_workbook(data, options.output))
    count = counts(brought.lines)
    if options.json:
        print_json([_as_json(line) for line in brought.lines])
    else:
        source = brought.assessed.source
        print(f"已导入：{options.output}")
        print(f"来源：{options.file.name}（{source.kind.value}，{brought.assessed.form.sheet}）")
        print(f"评价政策：{brought.assessed.by}")
        _print_lines([line for line in brought.lines if line.state in (State.CHECK, State.UNKNOWN)])
        if source.texts:
            print(f"表格以外另有{len(source.texts)}段文字，没有导入；需要写进报告的，请抄入“报告素材”。")
        known = count[State.MOVED] + count[State.COMPUTED]
        print(
            f"导入结果：认出{known}项（另有表头标签{count[State.LABEL]}格），未认出{count[State.UNKNOWN]}项，"
            f"需要核对{count[State.CHECK]}项。逐格的去向见工作表“{NAME}”。"
        )
    return FOUND if count[State.CHECK] or count[State.UNKNOWN] else FINE


def _print_lines(lines: Sequence[Line]) -> None:
    """What a person has to look at, the first of it."""
    for line in lines[:_MOST_SHOWN]:
        text = " ".join(line.text.split())
        shown = text if len(text) <= 40 else f"{text[:40]}……"
        print(f"{line.state.value} [{line.where}] {shown} — {line.note}")
    if len(lines) > _MOST_SHOWN:
        print(f"……另有{len(lines) - _MOST_SHOWN}项")


def _as_json(line: Line) -> dict[str, str]:
    return {
        "where": line.where,
        "text": line.text,
        "state": line.state.value,
        "target": line.target,
        "note": line.note,
    }
