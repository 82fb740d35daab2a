"""Promise 5: a command that is killed, or finds the disk full, leaves the old file or the new one, and says so."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from drawn_files import form_rows, workbook

from handed_in import hand_in

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="limits and signals are of POSIX"),
]

COMMANDS: Mapping[str, tuple[list[str], list[str]]] = {
    "report": (["report", "表.xlsx", "-o", "出.docx", "--force"], ["出.docx", "出_核对单.docx"]),
    "import": (["import", "表.xlsx", "-o", "出.xlsx", "--force"], ["出.xlsx"]),
    "write": (["score", "样.xlsx", "--write"], ["样.xlsx"]),
    "policy add": (["policy", "add", "本市.toml"], ["政策/本市.toml"]),
    "batch": (["batch", "夹", "-o", "汇总.xlsx", "--jobs", "1", "--reports", "报告", "--fresh"], ["汇总.xlsx", "报告"]),
}  # fmt: skip
"""What is done, and the files that it makes."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder in which each of the commands has been run once."""
    (tmp_path / "表.xlsx").write_bytes(workbook(form_rows()))
    hand_in(tmp_path / "夹" / "甲.xlsx")
    hand_in(tmp_path / "夹" / "乙.xlsx", project="修桥项目")
    for arguments in (["import", "表.xlsx", "-o", "样.xlsx"], ["policy", "new", "本市.toml"]):
        assert ended(tmp_path, arguments)[0] in (0, 1)
    for arguments, made in COMMANDS.values():
        assert ended(tmp_path, arguments)[0] in (0, 1), arguments
        assert all((tmp_path / one).exists() for one in made), arguments
    return tmp_path


def command(home: Path, arguments: list[str], most: int = 0) -> subprocess.Popen[str]:
    """The command in a process group of its own. No file of it may become larger than `most` bytes, where that is given."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n" if most else ""
    code = f"import sys\n{limit}from jxbook.cli import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-I", "-c", code, *arguments],
        cwd=home,
        env=os.environ | {"JXBOOK_POLICIES": str(home / "政策"), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def ended(home: Path, arguments: list[str], most: int = 0) -> tuple[int, str]:
    """The exit status of the command, and what it complained of."""
    with command(home, arguments, most) as process:
        return process.wait(), process.stderr.read() if process.stderr else ""


def files(home: Path, made: list[str]) -> list[Path]:
    """The files that a command makes, those in its folders too."""
    found = [home / one for one in made]
    return [one for path in found for one in (path.rglob("*.*") if path.is_dir() else [path])]


def is_whole(path: Path) -> bool:
    """Can a file be read to its end?"""
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    return path.read_text("utf-8").rstrip().endswith(("]", '"', "}"))


def left_over(home: Path) -> list[Path]:
    return [*home.rglob(".~jxbook-*")]


@pytest.mark.parametrize("turns", [4, pytest.param(25, marks=pytest.mark.by_hand)])
@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_moment_each_file_is_whole(home: Path, name: str, turns: int) -> None:
    arguments, made = COMMANDS[name]
    begun = time.monotonic()
    ended(home, arguments)
    lasting = time.monotonic() - begun
    chance = random.Random(turns)
    for _ in range(turns):
        with command(home, arguments) as process:
            time.sleep(lasting * chance.uniform(0.5, 1.1))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        assert [
            one.name for one in files(home, made) if "jxbook-" not in one.name and not is_whole(one)
        ] == []
    assert ended(home, arguments)[0] in (0, 1)
    assert all(is_whole(one) for one in files(home, made))
    assert left_over(home) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_on_a_full_disk_the_old_files_stay(home: Path, name: str) -> None:
    """No file may become larger than two kilobytes: what is written then fails as it does where the disk is full."""
    arguments, made = COMMANDS[name]
    before = {one: one.read_bytes() for one in files(home, made)}
    status, complaint = ended(home, arguments, 2_000)
    assert status == 2, complaint
    lines = [line for line in complaint.splitlines() if line.startswith("JX")]
    assert len(lines) == 1 and "Traceback" not in complaint and "JX999" not in complaint, complaint
    assert {one: one.read_bytes() for one in files(home, made)} == before
    assert left_over(home) == []
