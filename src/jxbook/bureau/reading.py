"""One file → what came of it: its submissions, or why it could not be read. This is what a worker runs."""

from __future__ import annotations

import faulthandler
import gc
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TextIO

from jxbook.assess import Assessed, assess_all, source_in
from jxbook.bureau.report_names import ReportName
from jxbook.bureau.submitted import submission_of
from jxbook.bureau.tasks import FileReading, FileTask, remark_of
from jxbook.checks.submission import Remark
from jxbook.dataclass import replace
from jxbook.finding import Refusal
from jxbook.foreign import ForeignKind
from jxbook.foreign.old_excel import keep_reader
from jxbook.package.file import read_bounded
from jxbook.package.limits import MAX_FILE
from jxbook.refusals.last_resort import failed_in_command
from jxbook.refusals.reading import Excess, missing, too_much, unreadable

SECONDS = 120
"""How long a call may take before its worker is given up and its files are tried one by one: an honest one takes a
hundredth of a second."""
GARBAGE = 50_000
"""As on the command line: objects between two searches for garbage."""


def read_all(tasks: Sequence[FileTask]) -> list[FileReading]:
    """Several files, one after the other: what one call of a worker does. Files that take too long end the worker."""
    if gc.get_threshold()[0] < GARBAGE:
        gc.set_threshold(GARBAGE)
    keep_reader()
    faulthandler.dump_traceback_later(SECONDS, exit=True, file=_nowhere())
    try:
        return [read(task) for task in tasks]
    finally:
        faulthandler.cancel_dump_traceback_later()  # waits for its thread, which is why it is not asked for each file


@cache
def _nowhere() -> TextIO:
    return Path(os.devnull).open("w")


def read(task: FileTask) -> FileReading:
    """One file through the one door, and its report. Whatever is wrong with the file ends up in the answer."""
    ours = False
    try:
        source = source_in(_bytes(task.path), Path(task.name).name, _folder(task.path))
        ours = source.kind is ForeignKind.DOCX and bool(source.grid.made_for)
        found = list(assess_all(source, task.policy))
        submissions = tuple(submission_of(one, task.name, name) for name, one in found)
        reading = FileReading(task.path, task.name, submissions, ours=ours)
        return reading if ours or task.report is None else _with_reports(reading, task, task.report, found)
    except Refusal as refusal:
        return FileReading(task.path, task.name, (), remark_of(refusal.finding), ours=ours)
    except Exception as error:  # whatever we overlooked is a row, and the run goes on
        return FileReading(task.path, task.name, (), remark_of(failed_in_command(error).finding))


def _with_reports(
    reading: FileReading, task: FileTask, report: ReportName, found: Sequence[tuple[str, Assessed]]
) -> FileReading:
    """With its reports. One that cannot be saved, as somebody has it open, is told, and the form counts all the same."""
    from jxbook.bureau.saving import no_room, save, unwritten
    from jxbook.document import render
    from jxbook.report import compose

    written: list[tuple[str, str]] = []
    left: Remark | None = None
    for path, (_, one) in zip(report.of_forms([name for name, _ in found]), found, strict=True):
        paper = render(compose(one.form, one.policy, one.scoring, one.findings))
        try:
            written.append(save(path, paper, task.written, flushed=False))
        except Refusal as refusal:
            if no_room(refusal):
                return replace(reading, stopped=True)
            left = unwritten(path, refusal)
    return replace(reading, reports=tuple(written), unwritten=left)


def _folder(path: str) -> Path | None:
    return None if "://" in path else Path(path).parent


def _bytes(path: str) -> bytes:
    if "://" not in path:
        return read_bounded(Path(path))
    import fsspec  # type: ignore[import-untyped]

    name = path.rpartition("/")[2]
    try:
        with fsspec.open(path, "rb") as file:
            data: bytes = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise missing(name) from None
    except (OSError, ValueError, ImportError) as error:
        raise unreadable(name) from error
    if len(data) > MAX_FILE:
        raise too_much(name, Excess.FILE, MAX_FILE // 1_000_000)
    return data
