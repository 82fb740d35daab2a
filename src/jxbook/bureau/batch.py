"""A run: folders → the store → the papers. What is finished stays in the store, whatever happens after."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from jxbook import __version__
from jxbook.bureau.alone import alone, refuse_open
from jxbook.bureau.executors import readings
from jxbook.bureau.figures import figures
from jxbook.bureau.notice import notice
from jxbook.bureau.papers import save
from jxbook.bureau.pools import Cluster, Processes
from jxbook.bureau.reading import FileReading, FileTask
from jxbook.bureau.returns import returns, write_returns
from jxbook.bureau.rollup import MARK, rollup
from jxbook.bureau.roster import Roster, read_roster
from jxbook.bureau.stamp import stamps
from jxbook.bureau.store import Known, Store, clean, path_key
from jxbook.bureau.walk import FoundFile, walk
from jxbook.bureau.whole import Whole, whole
from jxbook.dataclass import dataclass
from jxbook.document import render
from jxbook.refusals.bureau import no_files, no_run, not_our_rollup, stopped_by_disk

_OFTEN = 2.0
"""Seconds between two transactions of the store: so much work is done again at most."""
_LONGEST = 100_000
"""Bytes of a workbook's properties."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do. `folders` are paths or URLs; what is None is not wanted."""

    folders: tuple[str, ...]
    output: Path
    reports: Path | None = None
    returns: Path | None = None
    notice: Path | None = None
    expected: Path | None = None
    deadline: str = ""
    policy: str | Path | None = None
    jobs: int | None = None
    cluster: str = ""
    store: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a run came to. `again` is how many files did not have to be read; `papers` what was written."""

    files: int
    again: int
    forms: int
    faulty: int
    unread: int
    papers: tuple[Path, ...]


@dataclass(slots=True)
class Progress:
    """The counts that a run shows while it goes on."""

    good: int = 0
    faulty: int = 0
    unread: int = 0

    def add(self, reading: FileReading) -> None:
        """Count a file: with an error in a form, without, or not read."""
        if reading.refusal is not None:
            self.unread += 1
        elif any(one.count("错误") for one in reading.submissions):
            self.faulty += 1
        else:
            self.good += 1


Watch = Callable[[Iterable[FileReading], int], Iterable[FileReading]]
"""Shows how far a run is: the readings as they come, and how many there will be."""


def run(order: Order, watch: Watch = lambda coming, _: coming) -> Done:
    """Do it. Raises Refusal JX980 to JX989, JX914 and JX911; what was finished by then is in the store."""
    refuse_open(order.output)
    _refuse_foreign(order.output)
    with alone(order.output), Store(*_home(order.output, order.store)) as store:
        roster = read_roster(order.expected) if order.expected else None
        walked = walk(order.folders, _own(order))
        if not walked.files:
            raise no_files("、".join(order.folders))
        stamp = dict(zip((one.path for one in walked.files), stamps(walked.files, order.policy), strict=True))
        known = {} if order.fresh else store.known()
        tasks = [
            task for one in walked.files if (task := _task(order, one, stamp[one.path], known)) is not None
        ]
        gone = store.known().keys() - {path_key(one.path) for one in walked.files}
        if tasks:
            _read(order, store, tasks, stamp, watch)
        store.drop(gone)
        return _write(order, store, len(walked.files), len(tasks), stamp, walked.others, roster)


def _own(order: Order) -> list[Path]:
    """What a run writes itself, which it does not read."""
    wanted = (order.output, order.reports, order.returns, order.notice, order.expected)
    return [one for one in wanted if one is not None]


def _task(order: Order, one: FoundFile, stamp: str, known: Mapping[str, Known]) -> FileTask | None:
    """What is to be done with a file; None where the store knows it already and nothing has changed."""
    was = known.get(path_key(one.path))
    report = "" if order.reports is None else str(order.reports / Path(one.name).with_suffix(".docx"))
    written = tuple(digest for _, digest in was.reports) if was else ()
    if was and was.stamp == stamp and was.name == clean(one.name):
        there = not report or (
            (was.refused or was.reports) and all(Path(path).exists() for path, _ in was.reports)
        )
        if there:
            return None
    return FileTask(one.path, one.name, order.policy, report, written)


def _read(order: Order, store: Store, tasks: list[FileTask], stamp: Mapping[str, str], watch: Watch) -> None:
    """Read files into the store. However it ends, what has come in by then is kept."""
    waiting: list[FileReading] = []
    last = time.monotonic()
    pool: AbstractContextManager[Processes | Cluster] = (
        Cluster(order.cluster)
        if order.cluster
        else Processes(min(order.jobs or os.cpu_count() or 1, len(tasks)))
    )
    with pool as workers:
        try:
            for reading in watch(readings(tasks, workers), len(tasks)):
                if reading.stopped:
                    raise stopped_by_disk(reading.name, store.finished + len(waiting))
                waiting.append(reading)
                if time.monotonic() - last > _OFTEN:
                    store.put(waiting, stamp)
                    waiting, last = [], time.monotonic()
        finally:
            store.put(waiting, stamp)


def _write(
    order: Order,
    store: Store,
    files: int,
    read: int,
    stamp: Mapping[str, str],
    others: Mapping[str, int],
    roster: Roster | None,
) -> Done:
    """The papers, if anything that they are made from has changed."""
    wanted = [one for one in (order.output, order.notice) if one is not None]
    basis = _basis(order, store, stamp, others, roster)
    made = store.made
    if made.get("") == basis and all(one.exists() for one in wanted):
        forms, faulty, unread = json.loads(made["counts"])
        return Done(files, files - read, forms, faulty, unread, ())
    now = datetime.now()
    told = whole(store, others, roster)
    numbers = figures(told)
    refuse_open(order.output)
    folder = order.output.absolute().parent
    written = [save(order.output, rollup(told, numbers, folder, now), made.values())]
    if order.notice:
        paper = render(notice(told, numbers, order.deadline))
        written.append(save(order.notice, paper, made.values()))
    said = dict(write_returns(returns(told, order.deadline), order.returns, made)) if order.returns else {}
    faulty = sum(one.count("错误") > 0 for one in told.once)
    forms, unread = len(told.forms), len(told.unread)
    store.keep_made(
        {
            **said,
            **dict(written),
            "": basis,
            "counts": json.dumps([forms, faulty, unread]),
            "others": json.dumps(dict(others)),
            "expected": str(order.expected.absolute()) if order.expected else "",
        }
    )
    papers = (*(Path(path) for path, _ in written), *((order.returns,) if order.returns else ()))
    return Done(files, files - read, forms, faulty, unread, papers)


def store_of(output: Path, url: str) -> Store:
    """The store of a roll-up that there is. Raises Refusal JX991 where there is none, JX984."""
    home, book = _home(output, url)
    if isinstance(home, Path) and not home.is_file():
        raise no_run(output.name)
    return Store(home, book)


def _home(output: Path, url: str) -> tuple[str | Path, str]:
    """Where the store of a roll-up is, and by what name it knows the roll-up."""
    return url or output.with_suffix(".sqlite"), os.path.realpath(output)


def last_run(output: Path, store: Store) -> Whole:
    """What the last run of a roll-up came to. Raises Refusal JX991 where the store has none."""
    made = store.made
    if not made:
        raise no_run(output.name)
    expected = Path(made.get("expected", ""))
    roster = read_roster(expected) if made.get("expected") and expected.is_file() else None
    return whole(store, json.loads(made.get("others", "{}")), roster)


def write_again(output: Path, store: Store) -> None:
    """Write a roll-up anew from its store alone, as after a re-check. Raises Refusal JX985, JX986, JX991, JX911, JX914."""
    refuse_open(output)
    with alone(output):
        told = last_run(output, store)
        made = store.made
        data = rollup(told, figures(told), output.absolute().parent, datetime.now())
        path, digest = save(output, data, made.values())
        store.keep_made({**made, path: digest})


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
        [str(one) for one in (order.notice, order.returns)],
        sorted(store.reviews().items()),
    )
    return hashlib.blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def _refuse_foreign(output: Path) -> None:
    """Raise Refusal JX987 where something stands at `output` that no run wrote."""
    from zipfile import BadZipFile, ZipFile

    if not output.exists():
        return
    try:
        with ZipFile(output) as book, book.open("docProps/core.xml") as properties:
            if MARK.encode() in properties.read(_LONGEST):
                return
    except (OSError, KeyError, ValueError, BadZipFile):
        pass  # whatever it is, it is not ours
    raise not_our_rollup(output.name)
