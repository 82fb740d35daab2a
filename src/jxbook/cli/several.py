"""One command on several files: a line for each as soon as it is done, and one bad file stops none of the others."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jxbook.cli import REFUSED
from jxbook.cli.show import error_json, print_json
from jxbook.finding import Refusal
from jxbook.refusals.commands import wrong_call


class Answer(NamedTuple):
    """What came of one file: the exit status, what is told of it in a line, and the same for a program."""

    status: int
    told: str
    data: Sequence[Any] = ()


def run_each(options: argparse.Namespace, one: Callable[[argparse.Namespace], Answer]) -> int:
    """Run `one` on each of `options.files`; the worst exit status. A refusal is the line of its file."""
    worst, as_json = 0, getattr(options, "json", False)
    every: list[Any] = []
    for file in options.files:
        answer = _answer(options, file, one)
        worst = max(worst, answer.status)
        every += answer.data
        if not as_json:
            print(f"{file}：{answer.told}")
    if as_json:
        print_json(every)
    return worst


def _answer(options: argparse.Namespace, file: Path, one: Callable[[argparse.Namespace], Answer]) -> Answer:
    try:
        return one(argparse.Namespace(**{**vars(options), "file": file}))
    except Refusal as refusal:
        if refusal.finding.code == wrong_call.code:  # about the command, not about the file
            raise
        return Answer(REFUSED, str(refusal), [error_json(refusal, file)])
