"""What one workbook costs, from file to report, as a ratio to two yardsticks measured in the same run.

    python tests/benchmarks

- jxbook: read + recognise + choose the policy + score + check + compose + render to .docx, in one process,
  everything imported. `with slip` writes the 核对单 too.
- floor:  python-calamine reads the sheets that jxbook reads, one compiled Jinja2 template renders the same
  document.xml from texts that are ready, the constant parts are deflated once. It neither scores nor checks nor
  composes.
- usual:  openpyxl reads all cells, docxtpl renders the same document from texts that are ready.

The workbook is `sunhe-2024.xlsx`, 61 kB: the filled form of `jxbook demo` at commit 59d7796. It is kept as a file, so
that figures of different days are of the same work.
"""

from __future__ import annotations

import gc
import io
import itertools
import re
import statistics
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import docxtpl
import jinja2
import openpyxl
import python_calamine

from jxbook.assess import assess
from jxbook.cli import GARBAGE
from jxbook.document import render
from jxbook.form import Entry, Form
from jxbook.recognition import open_form
from jxbook.report import compose
from jxbook.slip import products
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

FROZEN = Path(__file__).with_name("sunhe-2024.xlsx")

_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
BLOCKS, BLOCK = 6, 20


class Each:
    """The workbooks in turn: no pipeline reads the same form twice in a row."""

    def __init__(self, workbooks: list[Path]) -> None:
        self.workbooks = itertools.cycle(workbooks)

    def __call__(self, run: Callable[[Path], bytes]) -> Callable[[], bytes]:
        workbooks = self.workbooks
        return lambda: run(next(workbooks))


def ours(workbook: Path) -> bytes:
    """The whole way of the data, through the door that every host goes through."""
    found = assess(workbook)
    assert found.findings
    return render(compose(found.form, found.policy, found.scoring, found.findings))


def with_slip(workbook: Path) -> bytes:
    """What `jxbook report` makes where nothing else is said: the 核对单 beside the report."""
    found = assess(workbook)
    made = products(found.form, found.policy, found.scoring, found.findings)
    return render(made.report) + render(made.slip)


def floor_of(report: bytes, *, every_sheet: bool = False) -> Callable[[Path], bytes]:
    """The bare floor on the same work: every text of the report is a field of the template.

    It reads the sheets of `FROZEN` that jxbook reads, or every sheet of whatever workbook it is given.
    """
    source, texts = _template(report)
    template = jinja2.Environment(autoescape=True).from_string(source)
    parts = _parts(report)
    constant = [(name, data, _deflate(data)) for name, data in parts.items() if name != "word/document.xml"]
    sheets = [sheet.name for sheet in read_grid(FROZEN).sheets if sheet.asks]

    def run(workbook: Path) -> bytes:
        book = python_calamine.CalamineWorkbook.from_path(str(workbook))
        for name in book.sheet_names if every_sheet else sheets:
            book.get_sheet_by_name(name).to_python()
        body = template.render(t=texts).encode()
        return _zip([*constant, ("word/document.xml", body, _deflate(body))])

    return run


def usual_of(report: bytes) -> Callable[[Path], bytes]:
    """The usual pipeline on the same work."""
    source, texts = _template(report)
    template = io.BytesIO()
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in _parts(report).items():
            package.writestr(name, source.encode() if name == "word/document.xml" else data)

    def run(workbook: Path) -> bytes:
        book = openpyxl.load_workbook(workbook, data_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                tuple(row)
        document = docxtpl.DocxTemplate(io.BytesIO(template.getvalue()))
        document.render({"t": texts}, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return run


def _template(report: bytes) -> tuple[str, list[str]]:
    texts: list[str] = []

    def field(match: re.Match[str]) -> str:
        texts.append(match[2].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        return f"{match[1]}{{{{ t[{len(texts) - 1}] }}}}{match[3]}"

    return _TEXT.sub(field, _parts(report)["word/document.xml"].decode()), texts


def _parts(report: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _zip(parts: list[tuple[str, bytes, bytes]]) -> bytes:
    out, directory = bytearray(), bytearray()
    for name, data, packed in parts:
        head = b"".join(
            number.to_bytes(size, "little")
            for number, size in (
                (20, 2), (0, 2), (8, 2), (0, 4), (zlib.crc32(data), 4), (len(packed), 4), (len(data), 4), (len(name), 2), (0, 2)
            )
        )  # fmt: skip
        directory += b"PK\1\2\x14\0" + head + bytes(10) + len(out).to_bytes(4, "little") + name.encode()
        out += b"PK\3\4" + head + name.encode() + packed
    count = len(parts).to_bytes(2, "little") * 2
    end = b"PK\5\6" + bytes(4) + count + len(directory).to_bytes(4, "little") + len(out).to_bytes(4, "little")
    return bytes(out + directory + end + bytes(2))


def write_workbooks(folder: Path) -> Iterator[Path]:
    """Different forms on the same template, as a bureau receives them: other entries, other scores."""
    form = open_form(FROZEN)
    for number in range(1, 41):
        path = folder / f"{number}.xlsx"
        write_changes(FROZEN, list(_changes(form, number)), path)
        yield path


def _changes(form: Form, number: int) -> Iterator[Change]:
    def put(entry: Entry, text: str) -> Change:
        assert entry.cell is not None
        return Change(entry.cell, text)

    yield put(form.project.name, f"第{number}社区治理项目")
    for row in form.indicators:
        if "人次" in row.target.text:
            yield put(row.name, f"{row.name.text}{number}")
            yield put(row.actual, f"{180 + number}人次")
    for passage in form.passages:
        yield put(passage.text, f"{passage.text.text}（第{number}份）")


def measure(runs: dict[str, Callable[[], bytes]]) -> dict[str, float]:
    """Median seconds of each, of the processor: a busy machine interrupts long work more often than short. They take turns by blocks, so that a drifting machine drifts for all, and each
    works as it does over many workbooks, without the litter of the one before."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(BLOCKS):
        for name, run in runs.items():
            gc.collect()
            run()
            for _ in range(BLOCK):
                start = time.process_time()
                run()
                times[name].append(time.process_time() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def ratios(medians: dict[str, float]) -> dict[str, float]:
    """How many times the floor jxbook takes, and the usual way jxbook."""
    return {
        "jxbook / floor": medians["jxbook"] / medians["floor"],
        "with slip / floor": medians["with slip"] / medians["floor"],
        "usual / jxbook": medians["usual"] / medians["jxbook"],
    }


def medians() -> dict[str, float]:
    """Seconds for one workbook."""
    gc.set_threshold(GARBAGE)  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        workbooks = list(write_workbooks(Path(folder)))
        report = ours(workbooks[0])
        pipelines = {
            "jxbook": ours,
            "with slip": with_slip,
            "floor": floor_of(report),
            "usual": usual_of(report),
        }
        runs = {name: Each(workbooks)(run) for name, run in pipelines.items()}
        for name in ("floor", "usual"):
            assert _parts(runs[name]()).keys() == _parts(report).keys(), name
        return measure(runs)


def main() -> int:
    """Print the ratios."""
    found = medians()
    print("one workbook: read + score + check + report, medians of the same run")
    for name, seconds in found.items():
        print(f"  {name:<10}{seconds * 1000:8.2f} ms")
    ratio = ratios(found)
    print(f"  jxbook / floor    {ratio['jxbook / floor']:6.2f}   (aim: at most 3)")
    print(f"  with slip / floor {ratio['with slip / floor']:6.2f}")
    print(f"  usual / jxbook    {ratio['usual / jxbook']:6.2f}   (aim: at least 15)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
