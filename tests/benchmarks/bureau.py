"""What a bureau's run costs: a folder of generated forms, each read, scored, checked, with its report, and rolled up.

    python tests/benchmarks/bureau.py [COUNT]    1,000 forms by default; 10,000 by hand

The forms are patched from the drawings of other offices' layouts and from the samples; a tenth are Word documents, a
tenth old .xls (where LibreOffice is there to make one; their reader is kept alive), one in fifty is damaged. On all
cores, in one run:

- jxbook: the command itself, a first run, a second when nothing changed, a third when one file did; the most memory
  that each process took.
- floor:  python-calamine reads all sheets of an .xlsx, a compiled Jinja2 template renders a report of the same size,
  in as many processes; nothing is scored, checked or rolled up.
- usual:  openpyxl reads, docxtpl renders, on a share of the same files.

Ratios are of seconds of the processors, as other work on the machine tells on the clock. It tells on the processors as
well, so both yardsticks are taken in rounds around the three runs, by processes that are warm, and their median counts.
"""

from __future__ import annotations

import compileall
import io
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import cache
from itertools import chain, cycle, islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "layouts"))

import drawn
import pipeline
import psutil

import jxbook
from jxbook.assess import assess
from jxbook.children import workers
from jxbook.document import render
from jxbook.making.sample import write_workbook
from jxbook.package import open_zip
from jxbook.recognition import open_form
from jxbook.report import compose
from jxbook.samples import load_sample, sample_names
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import changed_package

COUNT = 1000
FLOOR_ROUNDS, FLOOR_FILES = 8, 160
USUAL_ROUNDS, USUAL_FILES = 2, 24
"""Rounds of a yardstick before, between and after the runs, and files in each: a round takes a quarter of a second or
two, and on a busy machine two of them differ by a fifth, so that only the median of many is steady."""
_CORES = os.cpu_count() or 1


class Run(NamedTuple):
    """Seconds of a run by the clock and by all of its processors, and the most memory (MB) of the command itself and
    of the largest of its workers."""

    seconds: float
    used: float
    parent: float
    worker: float


def bases(folder: Path) -> dict[str, list[tuple[bytes, str]]]:
    """The forms that all others are patched from, by their ending, with the name of their project."""
    found: dict[str, list[tuple[bytes, str]]] = {".xlsx": [], ".docx": [], ".xls": []}
    for name in drawn.names():
        path = drawn.write(name, folder)
        found[path.suffix].append((path.read_bytes(), _project(name)))
    for name in sample_names():
        path = folder / f"{name}.xlsx"
        write_workbook(load_sample(name), path)
        found[".xlsx"].append((path.read_bytes(), ""))
    if soffice := shutil.which("soffice"):
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", "xls", "--outdir", str(folder / "old")]
        subprocess.run(
            [*command, str(folder / "m08_cost.xlsx")], check=True, capture_output=True, timeout=120
        )
        found[".xls"].append(((folder / "old/m08_cost.xls").read_bytes(), ""))
    return found


def _project(name: str) -> str:
    """What stands behind 项目名称 in a drawing."""
    rows = drawn.read(name)[1]
    return next((row[at + 1] for row in rows for at, one in enumerate(row[:-1]) if one == "项目名称"), "")


def generate(folder: Path, count: int) -> None:
    """Write `count` forms into folders of twenty, as departments hand them in; the same every time."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as home:
        found = bases(Path(home))
    for at in range(count):
        draw = chance.random()
        kind = (
            ".docx" if draw < 0.1 and found[".docx"] else ".xls" if draw < 0.2 and found[".xls"] else ".xlsx"
        )
        data, project = found[kind][at % len(found[kind])]
        data = _PATCH[kind](data, project, at)
        if chance.random() < 0.02:
            data = data[: len(data) // 2]
        path = folder / f"{at // 20:03}部门/{at}{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _patched_book(data: bytes, _: str, at: int) -> bytes:
    cells = _cells(data)
    changes = [Change(cell, f"第{at}号{text}") for cell, text in cells]
    return changed_package(open_zip(data, "表.xlsx"), tuple(changes))


@cache
def _cells(data: bytes) -> list:  # type: ignore[type-arg]
    """The cell of the project's name, where the form has one."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        name = open_form(Path(file.name)).project.name
    return [(name.cell, name.text)] if name.cell and name.text else []


def _patched_word(data: bytes, project: str, at: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml" and project:
                part = part.replace(f">{project}<".encode(), f">第{at}号{project}<".encode())
            new.writestr(name, part)
    return out.getvalue()


_PATCH: dict[str, Callable[[bytes, str, int], bytes]] = {
    ".xlsx": _patched_book,
    ".docx": _patched_word,
    ".xls": lambda data, _, at: data,
}


def run(folder: Path, output: Path, *more: str) -> Run:
    """The command, with the memory of its processes as seen thirty times a second."""
    command = [sys.executable, "-m", "jxbook", "batch", str(folder), "-o", str(output)]
    begun = time.monotonic()
    process = subprocess.Popen(
        [*command, "--reports", str(output.parent / "报告"), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    most = [0.0, 0.0]
    used: dict[int, float] = {}
    watching = threading.Thread(target=_watch, args=(process.pid, most, used))
    watching.start()
    said = process.communicate()[0].decode()
    seconds = time.monotonic() - begun
    watching.join()
    assert process.returncode in (0, 1), said
    return Run(seconds, sum(used.values()), *most)


def _watch(pid: int, most: list[float], used: dict[int, float]) -> None:
    """Look at a process and all below it until it ends."""
    while True:
        try:
            parent = psutil.Process(pid)
            if parent.status() == psutil.STATUS_ZOMBIE:
                return
            for at, one in enumerate((parent, *parent.children(recursive=True))):
                most[at > 0] = max(most[at > 0], one.memory_info().rss / 1e6)
                times = one.cpu_times()
                used[one.pid] = times.user + times.system
        except psutil.Error:
            if not psutil.pid_exists(pid):
                return
        time.sleep(0.03)


def floor(path: Path) -> float:
    """Read all sheets and render a report: seconds of the processor."""
    return _timed(_yardsticks()[0], path)


def usual(path: Path) -> float:
    """Read all cells with openpyxl and render a report with docxtpl."""
    return _timed(_yardsticks()[1], path)


def _timed(work: Callable[[Path], bytes], path: Path) -> float:
    begun = time.process_time()
    work(path)
    return time.process_time() - begun


@cache
def _yardsticks() -> tuple[Callable[[Path], bytes], Callable[[Path], bytes]]:
    """Both with the report of one of the drawings, a form of usual size."""
    with tempfile.TemporaryDirectory() as home:
        report = _report(drawn.write("m08_cost", Path(home)))
    return pipeline.floor_of(report, every_sheet=True), pipeline.usual_of(report)


def _report(path: Path) -> bytes:
    one = assess(path)
    return render(compose(one.form, one.policy, one.scoring, one.findings))


def per_file(pool: Executor, work: Callable[[Path], float], files: Sequence[Path]) -> float:
    """Seconds of the processor for each file, in as many processes as the command has."""
    return sum(pool.map(work, files, chunksize=4)) / len(files)


def yardsticks(pool: Executor, books: Sequence[Path]) -> tuple[list[float], list[float]]:
    """What a file takes `floor`, and what it takes `usual`, in each round: always the same files."""
    of_floor, of_usual = (list(islice(cycle(books), count)) for count in (FLOOR_FILES, USUAL_FILES))
    return (
        [per_file(pool, floor, of_floor) for _ in range(FLOOR_ROUNDS)],
        [per_file(pool, usual, of_usual) for _ in range(USUAL_ROUNDS)],
    )


def measure(count: int) -> dict[str, float]:
    """All figures of one run."""
    compileall.compile_dir(Path(jxbook.__file__).parent, quiet=1)  # as an installer does
    with tempfile.TemporaryDirectory() as home:
        folder, output = Path(home) / "自评表", Path(home) / "结果/汇总.xlsx"
        output.parent.mkdir()
        generate(folder, count)
        books = sorted(path for path in folder.rglob("*.xlsx") if zipfile.is_zipfile(path))
        with workers(_CORES) as pool:
            yardsticks(pool, books)  # until they are warm
            seen = [yardsticks(pool, books)]
            first = run(folder, output)
            seen.append(yardsticks(pool, books))
            again = run(folder, output)
            changed = books[0]
            changed.write_bytes(_patched_book(changed.read_bytes(), "", count))
            one = run(folder, output)
            seen.append(yardsticks(pool, books))
        of_floor, of_usual = (statistics.median(chain(*rounds)) for rounds in zip(*seen, strict=True))
        return {
            "seconds": first.seconds,
            "used": first.used,
            "per file": first.used / count,
            "parent": first.parent,
            "worker": first.worker,
            "first / again": first.used / again.used,
            "first / one changed": first.used / one.used,
            "floor": of_floor,
            "usual": of_usual,
        }


def main(count: int) -> int:
    """Print the figures and the ratios."""
    found = measure(count)
    print(f"a bureau's run: {count} forms with their reports, {_CORES} processes")
    print(
        f"  jxbook {found['seconds']:8.1f} s, {count / found['seconds'] * 60:.0f} files a minute; {found['used']:.1f} s of "
        f"the processors, {count / found['used'] * 60 * _CORES:.0f} files a minute on {_CORES} idle ones"
    )
    print(
        f"  memory {found['parent']:8.0f} MB the command, {found['worker']:.0f} MB the largest worker (aim: below 1000)"
    )
    print(f"  jxbook / floor      {found['per file'] / found['floor']:6.2f}   (aim: at most 2.5)")
    print(f"  usual / jxbook      {found['usual'] / found['per file']:6.2f}   (aim: at least 20)")
    print(f"  first / again       {found['first / again']:6.2f}   (aim: at least 20)")
    print(f"  first / one changed {found['first / one changed']:6.2f}   (aim: at least 8)")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))
