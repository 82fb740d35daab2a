"""A run: folders → the store → the papers. What is finished stays in the store, whatever happens after."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from jxbook import __version__
from jxbook.bureau.executors import readings
from jxbook.bureau.lock import alone, refuse_open
from jxbook.bureau.mark import refuse_foreign
from jxbook.bureau.order import Order, home_of
from jxbook.bureau.pools import Cluster, Processes
from jxbook.bureau.report_names import ReportName, report_names
from jxbook.bureau.roster import Roster, read_roster
from jxbook.bureau.saving import make_folder, whole
from jxbook.bureau.stamp import stamps
from jxbook.bureau.store import Known, Store, clean, path_key
from jxbook.bureau.tasks import FileReading, FileTask
from jxbook.bureau.walk import FoundFile, Walked, walk
from jxbook.checks.submission import Remark
from jxbook.dataclass import dataclass
from jxbook.refusals.bureau import interrupted, no_files, stopped_by_disk

__all__ = ["Done", "Order", "Progress", "run"]

_OFTEN = 2.0
"""Seconds between two transactions of the store: so much work is done again at most."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a run came to. `again` is how many files did not have to be read, `passed` how many are
    papers of ours whose form came itself; `papers` what was written, `unwritten` why some reports were not."""

    files: int
    again: int
    forms: int
    faulty: int
    unread: int
    passed: int
    papers: tuple[Path, ...]
    unwritten: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Progress:
    """The counts that a run shows while it goes on."""

    good: int = 0
    faulty: int = 0
    unread: int = 0

    def add(self, reading: FileReading) -> None:
        """Count a file: with an error in a form, without, or not read."""
        if reading.refusal is not None and not reading.ours:
            self.unread += 1
        elif any(one.count("错误") for one in reading.submissions):
            self.faulty += 1
        else:
            self.good += 1


Watch = Callable[[Iterable[FileReading], int], Iterable[FileReading]]
"""Shows how far a run is: the readings as they come, and how many there will be."""


def run(order: Order, watch: Watch = lambda coming, _: coming) -> Done:
    """Do it. Raises Refusal JX980 to JX989, JX914 and JX911; what was finished by then is in the store."""
    for paper in order.files:
        refuse_open(paper)
    refuse_foreign(order.output)
    roster = read_roster(order.expected) if order.expected else None
    walked = walk(order.folders, order.own)
    if not walked.files:
        raise no_files("、".join(order.folders))
    for folder in filter(None, (order.reports, order.returns)):
        make_folder(folder)
    with alone(order.output), Store(*home_of(order.output, order.store)) as store:
        try:
            return _run(order, store, walked, roster, watch)
        except KeyboardInterrupt:
            raise interrupted(order.output.name, store.finished) from None


def _run(order: Order, store: Store, walked: Walked, roster: Roster | None, watch: Watch) -> Done:
    stamp = dict(zip((one.path for one in walked.files), stamps(walked.files, order.policy), strict=True))
    if order.fresh:
        store.doubt()
    before = store.known()
    tasks = _tasks(order, walked.files, stamp, before)
    unwritten = _read(order, store, tasks, stamp, watch) if tasks else ()
    store.drop(before.keys() - {path_key(one.path) for one in walked.files})
    basis = _basis(order, store, stamp, walked.others, roster)
    made = store.made
    papers: tuple[Path, ...] = ()
    if made.get("") != basis or not _all_there(order, made):
        from jxbook.bureau.writing import write_papers  # loaded only where something has changed

        papers, left = write_papers(order, store, walked.others, roster, basis)
        unwritten += left
        made = store.made
    forms, faulty, unread, passed = json.loads(made["counts"])
    files = len(walked.files)
    return Done(files, files - len(tasks), forms, faulty, unread, passed, papers, unwritten)


def _all_there(order: Order, made: Mapping[str, str]) -> bool:
    """Does all still lie where the last run has written it?"""
    returns = (path for path in made if f"{path}#" in made) if order.returns else ()
    return all(map(whole, (*order.files, *returns)))


def _tasks(
    order: Order, files: Iterable[FoundFile], stamp: Mapping[str, str], known: Mapping[str, Known]
) -> list[FileTask]:
    """What is to be done with each file, without those that the store knows already and where nothing has changed."""
    reports = {} if order.reports is None else report_names(files, order.reports)
    held = {path: digest for was in known.values() for path, digest in was.reports} if reports else {}
    tasks = []
    for one in files:
        was, report = known.get(path_key(one.path)), reports.get(one.path)
        if was is not None and _is_done(was, one, stamp[one.path], report):
            continue
        written = [digest for _, digest in was.reports] if was is not None else []
        written += [held[report.path]] if report is not None and report.path in held else []
        tasks.append(FileTask(one.path, one.name, order.policy, report, tuple(written)))
    return tasks


def _is_done(was: Known, one: FoundFile, stamp: str, report: ReportName | None) -> bool:
    """Has nothing changed since the last run, and does the report lie where it is to lie?"""
    if was.stamp != stamp or was.name != clean(one.name):
        return False
    paths = [path for path, _ in was.reports]
    return report is None or (
        bool(was.refused or paths) and all(whole(path) and report.is_of_form(Path(path)) for path in paths)
    )


def _read(
    order: Order, store: Store, tasks: list[FileTask], stamp: Mapping[str, str], watch: Watch
) -> tuple[Remark, ...]:
    """Read files into the store; why some reports could not be written. However it ends, what has come in by then is
    kept."""
    waiting: list[FileReading] = []
    unwritten: list[Remark] = []
    last = time.monotonic()
    pool: AbstractContextManager[Processes | Cluster] = (
        Cluster(order.cluster)
        if order.cluster
        else Processes(min(max(1, order.jobs or os.cpu_count() or 1), len(tasks)))
    )
    with pool as workers:
        try:
            for reading in watch(readings(tasks, workers), len(tasks)):
                if reading.stopped:
                    raise stopped_by_disk(reading.name, store.finished + len(waiting))
                waiting.append(reading)
                if reading.unwritten is not None:
                    unwritten.append(reading.unwritten)
                if time.monotonic() - last > _OFTEN:
                    store.put(waiting, stamp)
                    waiting, last = [], time.monotonic()
        finally:
            store.put(waiting, stamp)
    return tuple(unwritten)


def _basis(
    order: Order, store: Store, stamp: Mapping[str, str], others: Mapping[str, int], roster: Roster | None
) -> str:
    """What the papers are made from, in short."""
    parts = (
        __version__,
        sorted(stamp.items()),
        sorted(others.items()),
        roster,
        order.deadline,
        [str(one) for one in order.asked_for],
        sorted(store.reviews().items()),
    )
    return hashlib.blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
