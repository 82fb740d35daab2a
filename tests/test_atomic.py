"""replace_file: all of the new bytes or all of the old ones, and nothing beside."""

import os
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from jxbook import atomic
from jxbook.atomic import replace_file, replace_read
from jxbook.finding import Refusal


@pytest.mark.parametrize("new", [False, True])
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path, new: bool) -> None:
    path = tmp_path / "报告.docx"
    replace_file(path, b"new", new=new)
    assert path.read_bytes() == b"new"
    (tmp_path / "ordinary").touch()
    assert path.stat().st_mode == (tmp_path / "ordinary").stat().st_mode
    assert {p.name for p in tmp_path.iterdir()} == {"报告.docx", "ordinary"}


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError("in use"), "JX911"), (OSError("disk"), "JX914"), (KeyboardInterrupt(), "")],
)
def test_when_the_move_fails_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: str
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Refusal if code else KeyboardInterrupt) as caught:
        replace_file(path, b"new")
    if code:
        assert isinstance(caught.value, Refusal)
        assert caught.value.finding.code == code
        assert caught.value.finding.place == "form.xlsx"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


if sys.platform == "win32":  # elsewhere an open file can be replaced

    def test_a_file_that_a_virus_scanner_has_open_for_a_moment_is_replaced(tmp_path: Path) -> None:
        path = tmp_path / "表.xlsx"
        path.write_bytes(b"old")
        held = path.open("rb")
        threading.Timer(0.2, held.close).start()
        replace_file(path, b"new")
        assert path.read_bytes() == b"new"


def test_when_the_disk_is_full_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="JX914"):
        replace_file(tmp_path / "form.xlsx", b"new")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["missing/form.xlsx", "nul\0.xlsx", "a" * 300 + "/x"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="JX914"):
        replace_file(tmp_path / name, b"new")


def test_promise_5_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"read")
    replace_file(path, b"mine", b"read")
    assert path.read_bytes() == b"mine"
    path.write_bytes(b"theirs")
    with pytest.raises(Refusal, match="JX915"):
        replace_file(path, b"mine again", b"mine")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["form.xlsx"]


class TestTwoWriters:
    """Without --force nothing is written over, also what came up while we worked."""

    def test_a_new_file_is_refused_where_one_is(self, tmp_path: Path) -> None:
        path = tmp_path / "报告.docx"
        replace_file(path, b"first", new=True)
        with pytest.raises(Refusal, match="JX925"):
            replace_file(path, b"second", new=True)
        assert path.read_bytes() == b"first"
        assert list(tmp_path.iterdir()) == [path]

    def test_also_on_a_disk_that_knows_no_links(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unknown(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", unknown)
        self.test_a_new_file_is_refused_where_one_is(tmp_path)

    def test_of_many_at_one_time_one_succeeds(self, tmp_path: Path) -> None:
        path = tmp_path / "报告.docx"
        start = threading.Barrier(8)

        def write(turn: int) -> int | None:
            start.wait()
            try:
                replace_file(path, bytes([turn]) * 100_000, new=True)
            except Refusal as refusal:
                assert refusal.finding.code == "JX925"
                return None
            return turn

        for _ in range(5):
            with ThreadPoolExecutor(8) as pool:
                [winner] = [turn for turn in pool.map(write, range(8)) if turn is not None]
            assert path.read_bytes() == bytes([winner]) * 100_000
            path.unlink()

    def test_what_was_written_upon_what_was_read_is_never_lost(self, tmp_path: Path) -> None:
        path = tmp_path / "form.xlsx"
        path.write_bytes(b"0")

        def count_up(_: int) -> None:
            written = False
            while not written:
                with suppress(PermissionError):  # while it is replaced, on Windows
                    read = path.read_bytes()
                    try:
                        replace_file(path, str(int(read) + 1).encode(), read, flushed=False)
                        written = True
                    except Refusal as refusal:
                        assert refusal.finding.code == "JX915" or sys.platform == "win32"

        with ThreadPoolExecutor(3) as pool:
            [*pool.map(count_up, range(24))]
        assert path.read_bytes() == b"24"
        assert [*tmp_path.iterdir()] == [path]

    def test_a_file_that_is_new_or_gone_is_not_what_was_read(self, tmp_path: Path) -> None:
        path = tmp_path / "本市.toml"
        replace_read(path, b"first", None)
        with pytest.raises(Refusal, match="JX915"):
            replace_read(path, b"second", None)
        replace_read(path, b"second", b"first")
        assert path.read_bytes() == b"second"

    def test_who_waits_too_long_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "form.xlsx"
        path.write_bytes(b"old")
        monkeypatch.setattr(atomic, "_WAITS", 2)
        with atomic._alone_with(path), pytest.raises(Refusal, match="JX911"):
            replace_file(path, b"new", b"old")
        assert path.read_bytes() == b"old"


def test_a_read_only_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(Refusal, match=r"JX911.*只读"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of POSIX")
def test_what_replaces_a_private_file_is_private_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o600)
    seen = []

    def look(_: int) -> None:
        seen.extend(one.stat().st_mode & 0o777 for one in tmp_path.iterdir())

    monkeypatch.setattr(os, "fsync", look)
    replace_file(path, b"new")
    assert seen == [0o600, 0o600]


_KILLED = """
import sys
from pathlib import Path
from jxbook import atomic
from jxbook.atomic import replace_file, replace_read
path, turn = Path(sys.argv[1]), 0
print(flush=True)
while True:
    turn += 1
    replace_file(path, bytes([turn % 251]) * 400_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal")
@pytest.mark.parametrize("times", [4, pytest.param(60, marks=pytest.mark.long)])
def test_promise_5_a_process_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path, times: int) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"\0" * 400_000)
    chance = random.Random(times)
    for _ in range(times):
        killed = subprocess.Popen(
            [sys.executable, "-c", _KILLED, str(path)],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        with killed:
            assert killed.stdout is not None
            killed.stdout.readline()
            time.sleep(chance.random() / 20)
            killed.kill()
        data = path.read_bytes()
        assert len(data) == 400_000 and len(set(data)) == 1
    (tmp_path / ".~jxbook-left").write_bytes(b"half a file")
    swept = [sys.executable, "-c", f"{_KILLED.partition('while')[0]}replace_file(path, b'whole')"]
    subprocess.run(
        [*swept, str(path)], check=True, capture_output=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"whole", [path])
