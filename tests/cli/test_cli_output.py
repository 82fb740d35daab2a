"""What a command says reaches its reader, or the command says that it did not: a full disk is no fault inside."""

from __future__ import annotations

import contextlib
import errno
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jxbook.cli import main

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


@pytest.fixture
def to_a_full_disk(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """to_a_full_disk("score", file): exit status and complaint of a command whose answer goes to a full disk."""

    def run(*arguments: object) -> tuple[int, str]:
        with FULL.open("w") as full, contextlib.suppress(OSError), contextlib.redirect_stdout(full):
            status = main([str(one) for one in arguments])
        return status, capsys.readouterr().err

    return run


@needs_full
@pytest.mark.parametrize(
    "words",
    ["--help", "--version", "report --help", "rule", "rule JX101", "policy", "score {}", "score {} --json", "score {} {}",
     "check {}", "check {} --json", "report {} -o 报告.docx", "new -o 新.xlsx"],
)  # fmt: skip
def test_an_answer_that_cannot_be_written_is_told_in_one_line(
    to_a_full_disk: Callable[..., tuple[int, str]],
    sunhe: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, complaint = to_a_full_disk(*words.replace("{}", str(sunhe)).split())
    assert status == 2
    assert complaint.startswith("JX914 [jxbook] 结果没有能够输出") and complaint.count("\n") == 1


@pytest.mark.parametrize("words", ["--help", "score {}"])
def test_so_is_one_that_was_sent_nowhere(
    sunhe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """`jxbook score 表.xlsx >&-`: Python has no stream at all then."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(words.replace("{}", str(sunhe)).split()) == 2
    assert capsys.readouterr().err.startswith("JX914 [jxbook] 结果没有能够输出")


@needs_full
def test_nothing_is_said_of_it_by_python(sunhe: Path) -> None:
    with FULL.open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "jxbook", "score", sunhe], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert ran.returncode == 2 and ran.stderr.decode().count("\n") == 1


@needs_full
def test_a_complaint_that_cannot_be_written_changes_no_exit_status() -> None:
    with FULL.open("w") as full:
        ran = subprocess.run([sys.executable, "-m", "jxbook", "score", "没有.xlsx"], stderr=full, timeout=60)
    assert ran.returncode == 2


class Broken(io.StringIO):
    """A stream whose reader has gone away, as Windows says it."""

    def write(self, _: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_reader_that_goes_away_is_no_error_on_windows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("jxbook.cli.streams._READER_GONE", (errno.EPIPE, errno.EINVAL))
    with contextlib.redirect_stdout(Broken()):
        status = main(["policy"])
    assert (status, capsys.readouterr().err) == (0, "")


def test_both_streams_are_left_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout, sys.stderr
    main(["policy"])
    assert (sys.stdout, sys.stderr) == before
