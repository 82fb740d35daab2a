"""Promise 5: of two who write one file at one time never both succeed in silence, whatever they write."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from drawn_files import document, form_rows, paragraph, table, workbook

import jxbook.atomic
from handed_in import hand_in
from jxbook.cli import main
from jxbook.recognition import open_form
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked as POSIX does")

Race = Callable[..., dict[int, int]]
COMMANDS = {
    "report": ("report 表{}.xlsx -o 出.docx", "JX925"),
    "import": ("import 表{}.xlsx -o 出.xlsx", "JX925"),
    "new": ("new -o 出.xlsx", "JX925"),
    "new --like": ("new --like 表{}.xlsx -o 出.xlsx", "JX925"),
    "new --from": ("new --from 表{}.xlsx --year 2025 -o 出.xlsx", "JX925"),
    "annotate": ("check 报告{}.docx --annotate 出.docx", "JX925"),
    "recheck paper": ("recheck paper 表{}.xlsx -o 出.xlsx", "JX925"),
    "merge": ("batch 夹{} --merge -o 出.xlsx", "JX925"),
    "policy new": ("policy new 出.toml", "JX925"),
    "policy outline": ("policy outline 出.txt", "JX925"),
    "policy add": ("policy add 夹{}/本市.toml", "JX915"),
    "policy add again": ("policy add 夹{}/旧.toml", "JX915"),
    "handbook": ("rule --handbook 出.docx", "JX925"),
    "score --write": ("score 样.xlsx --write", "JX915"),
    "batch": ("batch 夹{} -o 出.xlsx --jobs 1", "JX986"),
}
"""What two do, each with its own file, and what one of them is told."""
MOST_SECONDS = 60


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of every kind for each of the two."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JXBOOK_POLICIES", str(tmp_path / "政策"))
    for turn in (1, 2):
        form = form_rows()
        (tmp_path / f"表{turn}.xlsx").write_bytes(workbook([[f"河道保洁第{turn}期"], *form]))
        (tmp_path / f"报告{turn}.docx").write_bytes(
            document(paragraph("一、项目概况"), table([["甲", turn]]))
        )
        hand_in(tmp_path / f"夹{turn}" / "甲.xlsx", project=f"修桥{turn}")
        hand_in(tmp_path / f"夹{turn}" / "乙.xlsx", project=f"修桥{turn}")
    return tmp_path


@pytest.fixture
def race(home: Path) -> Race:
    """race(command): two processes go through it until each is about to write, and then both write."""

    def run(command: str) -> dict[int, int]:
        fork = multiprocessing.get_context("fork")
        start = fork.Barrier(2)
        both = {
            turn: fork.Process(target=_together, args=(command.format(turn).split(), start, home / str(turn)))
            for turn in (1, 2)
        }
        for one in both.values():
            one.start()
        for one in both.values():
            one.join(MOST_SECONDS)
        return {turn: one.exitcode or 0 for turn, one in both.items()}

    return run


def _together(arguments: list[str], start: Barrier, said: Path) -> None:
    """A command that waits for the other one where it has made sure that nothing stands in its way."""
    sweep = jxbook.atomic._sweep

    def wait(folder: Path) -> None:
        if not start.broken and start.n_waiting < 2:
            try:
                start.wait(5)
            except Exception:
                start.abort()
        sweep(folder)

    jxbook.atomic._sweep = wait  # type: ignore[assignment]
    with said.open("w") as told, redirect_stdout(told), redirect_stderr(told):
        status = main(arguments)
    os._exit(status)


@pytest.mark.parametrize(
    "name",
    [
        one if one in ("policy add", "score --write") else pytest.param(one, marks=pytest.mark.long)
        for one in COMMANDS
    ],
)
def test_one_of_two_is_told(home: Path, race: Race, name: str) -> None:
    command, code = COMMANDS[name]
    if name == "score --write":
        main("import 表1.xlsx -o 样.xlsx".split())
        actual = open_form(home / "样.xlsx").indicators[0].actual.cell
        assert actual is not None
        write_changes(home / "样.xlsx", [Change(actual, "10段")])
    if name.startswith("policy add"):
        for turn in (1, 2):
            main(f"policy new 夹{turn}/{command.rpartition('/')[2]}".split())
            made = home / command.format(turn).split()[-1]
            made.write_text(f"# 第{turn}份\n{made.read_text('utf-8')}", "utf-8")
    if name == "policy add again":
        main(["policy", "new", "旧.toml"])
        main(["policy", "add", "旧.toml"])
    ended = race(command)
    told = [(home / str(turn)).read_text("utf-8") for turn in ended]
    assert sum(status in (0, 1) for status in ended.values()) == 1, (ended, told)
    assert any(code in text for text in told), told
    assert not [*home.rglob(".~jxbook-*")]


def _count_up(path: Path, times: int) -> None:
    """Add to the number in a file, and once more where somebody else did meanwhile."""
    from jxbook.finding import Refusal

    for _ in range(times):
        while True:
            read = path.read_bytes()
            try:
                jxbook.atomic.replace_file(path, str(int(read) + 1).encode(), read, flushed=False)
                break
            except Refusal as refusal:
                assert refusal.finding.code in ("JX915", "JX911"), refusal
    os._exit(0)


@pytest.mark.long
def test_nothing_that_was_written_on_what_was_read_is_lost(tmp_path: Path) -> None:
    times = 2_000
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"0")
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_count_up, args=(path, times)) for _ in range(3)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(MOST_SECONDS)
    assert Counter(one.exitcode for one in writers) == {0: 3}
    assert path.read_bytes() == str(3 * times).encode()
    assert [*tmp_path.iterdir()] == [path]
