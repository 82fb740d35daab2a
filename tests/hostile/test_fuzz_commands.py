"""A fuzz run over every command that reads a stranger's file: a result or one JX9 line, soon, and nothing half made."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType

import pytest
from drawn_files import document as word_document
from drawn_files import form_rows, paragraph, table, workbook
from spoiling import spoilt
from test_fuzz import at_random

from jxbook.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a hanging command is stopped as POSIX does")

MOST_SECONDS = 8
"""Of processor time, in a process that keeps what it has loaded."""
FORM_COMMANDS = ["score {}", "check {}", "score {} --json", "check {} --json", "report {} -o 出.docx", "report {} -o 出.md",
                 "import {} -o 出.xlsx", "new --from {} --year 2031 -o 出.xlsx", "recheck paper {} -o 出.xlsx",
                 "recheck compare {} 好.xlsx", "recheck compare 好.xlsx {}", "check 好.xlsx --approved {}"]  # fmt: skip
BOOK_COMMANDS = [
    *FORM_COMMANDS, "score {} --write", "check {} --write", "new --like {} -o 出.xlsx", "renew {}", "doctor {}",
    "policy {}", "batch 夹 -o 出.xlsx --jobs 1 --reports 报告 --returns 退回", "batch 夹 --merge -o 出.xlsx",
]  # fmt: skip
COMMANDS: Mapping[str, list[str]] = {
    "表.xlsx": BOOK_COMMANDS,
    "样.xlsx": BOOK_COMMANDS,
    "表.xlsm": ["score {}", "renew {}", "doctor {}", "check {} --write"],
    "表.docx": [*FORM_COMMANDS, "check {} --annotate 出.docx", "report 好.xlsx -o 出.docx --reference {}"],
    "报告.docx": ["check {}", "check {} --form 好.xlsx", "check {} --annotate 出.docx", "check {} --form 好.xlsx --annotate 出.docx",
                  "report 好.xlsx -o 出.docx --reference {}", "score {}"],
    "报告.md": ["check {}", "check {} --form 好.xlsx"],
    "提纲.txt": ["report 好.xlsx -o 出.docx --outline {}", "check {}"],
    "政策.toml": ["policy {}", "policy add {}", "new --policy {} -o 出.xlsx", "score 好.xlsx --policy {}", "report 好.xlsx -o 出.docx --policy {}"],
    "政策.xlsx": ["policy {}", "policy add {}", "score {}"],
    "清单.xlsx": ["batch 好的 -o 出.xlsx --jobs 1 --expected {} --notice 出.docx"],
    "汇总.xlsx": ["recheck draw {} -n 1 --seed 1", "recheck compare 好.xlsx 底稿.xlsx --rollup {}", "score {}"],
    "汇总.sqlite": ["batch 好的 -o 汇总.xlsx --jobs 1", "recheck draw 汇总.xlsx -n 1 --seed 1", "recheck compare 好.xlsx 底稿.xlsx --rollup 汇总.xlsx"],
    "底稿.xlsx": ["recheck compare 好.xlsx {}", "recheck compare 好.xlsx {} --rollup 汇总.xlsx", "score {}"],
    "表.xls": FORM_COMMANDS,
}  # fmt: skip
"""File → what is done with it, spoilt."""


class Hangs(BaseException):
    """Raised inside a command that takes too long, so that a traceback shows where."""


def command(arguments: list[str]) -> tuple[int, str]:
    """The exit status of a command in this process, and all it said. Raises Hangs."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Hangs

    said = io.StringIO()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        with redirect_stdout(said), redirect_stderr(said):
            status = main(arguments)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return status, said.getvalue()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a file of every kind, none of them spoilt."""
    home = tmp_path_factory.mktemp("好")
    before = Path.cwd()
    os.chdir(home)
    try:
        (home / "好.xlsx").write_bytes(workbook(form_rows()))
        (home / "表.xlsx").write_bytes(workbook(form_rows()))
        (home / "表.docx").write_bytes(
            word_document(paragraph("附件1"), table([[*row, *[""] * (8 - len(row))] for row in form_rows()]))
        )
        (home / "好的").mkdir()
        shutil.copy(home / "好.xlsx", home / "好的")
        shutil.copy(home / "表.docx", home / "好的")
        made = ["new -o 表.xlsm", "import 好.xlsx -o 样.xlsx", "report 好.xlsx -o 报告.docx", "report 好.xlsx -o 报告.md",
                "policy outline 提纲.txt", "policy new 政策.toml", "policy new 政策.xlsx", "batch 好的 -o 汇总.xlsx --jobs 1",
                "recheck paper 好.xlsx -o 底稿.xlsx"]  # fmt: skip
        for one in made:
            assert command(one.split())[0] in (0, 1), one
        (home / "清单.xlsx").write_bytes(
            workbook([["项目名称", "主管部门"], ["河道保洁项目", "某市水务局"], ["修桥项目", "某市交通局"]])
        )
        yield home
    finally:
        os.chdir(before)


@pytest.fixture
def spoil(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, random.Random], None]:
    """spoil(name, chance): a command upon a spoilt file ends within bounds and says why, and leaves nothing half."""
    monkeypatch.setenv("JXBOOK_POLICIES", str(tmp_path / "政策"))

    def run(name: str, chance: random.Random) -> None:
        home = tmp_path / "夹子"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(whole, home)
        monkeypatch.chdir(home)
        data = (
            workbook(at_random(chance))
            if name == "表.xlsx" and chance.random() < 0.2
            else (home / name).read_bytes()
        )
        data = spoilt(data, chance)
        (home / name).write_bytes(data)
        if chance.random() < 0.3 or name.endswith("sqlite"):
            (home / "出.xlsx").unlink(missing_ok=True)
        (home / "夹").mkdir()
        (home / "夹" / name).write_bytes(data)
        words = chance.choice(COMMANDS[name]).format(name)
        kept = os.environ.get("JXBOOK_FUZZ")
        if kept:
            (Path(kept) / name).write_bytes(data)
            (Path(kept) / "command").write_text(words)
        status, said = command(words.split())
        assert status in (0, 1, 2) and "JX999" not in said and "Traceback" not in said, (words, said[-600:])
        if status == 2:
            assert said.strip().partition("\n")[0].startswith("JX") or "\nJX" in said, (words, said[-600:])
        assert not [one.name for one in home.rglob(".~jxbook-*")], words

    return run


@pytest.mark.long
@pytest.mark.parametrize("turns", [6, pytest.param(400, marks=pytest.mark.by_hand)])
@pytest.mark.parametrize("name", [one for one in COMMANDS if not one.endswith(".xls")])
def test_spoilt_files(spoil: Callable[[str, random.Random], None], name: str, turns: int) -> None:
    for turn in range(turns):
        spoil(name, random.Random(f"{turns} {name} {turn}"))


@pytest.mark.long
@pytest.mark.parametrize("turns", [10, pytest.param(400, marks=pytest.mark.by_hand)])
def test_spoilt_old_workbooks(  # type: ignore[no-untyped-def]
    spoil: Callable[[str, random.Random], None], whole: Path, convert, turns: int
) -> None:
    if not (whole / "表.xls").exists():
        shutil.copy(convert(whole / "好.xlsx", "xls"), whole / "表.xls")
    for turn in range(turns):
        spoil("表.xls", random.Random(f"{turns} 表.xls {turn}"))
