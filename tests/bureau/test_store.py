"""The store: whole after a kill, the same on SQLite and PostgreSQL, and one message where there is none."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handed_in import hand_in, sheet
from jxbook.bureau import batch as room
from jxbook.bureau.store import Store
from jxbook.bureau.tasks import FileReading
from jxbook.finding import Refusal

_TURNS = 10
Batch = Callable[..., tuple[int, str, str]]


def test_a_project_of_a_year_has_one_row_whatever_was_read_how_often(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    hand_in(folder / "交通局/修路.xlsx", actual=10)
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    with sqlite3.connect(tmp_path / "汇总.sqlite") as store:
        rows = store.execute("SELECT project, year, total FROM jxbook_projects ORDER BY project").fetchall()
    assert rows == [("修桥项目", 2024, 100), ("修渠项目", 2024, 96), ("修路项目", 2024, 99)]


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://nobody:secret@127.0.0.1:9/none", "nonsense", "mysql://x/y"]
)
def test_a_store_that_does_not_answer_is_one_message_without_its_password(
    folder: Path, tmp_path: Path, batch: Batch, url: str
) -> None:
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx", "--store", url)
    assert status == 2 and complaint.startswith("JX984") and complaint.count("\n") == 1
    assert "secret" not in complaint


def test_a_damaged_store_is_one_message(folder: Path, tmp_path: Path, batch: Batch) -> None:
    (tmp_path / "汇总.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 30)
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx")
    assert status == 2 and complaint.startswith("JX984")


def test_a_store_whose_texts_are_spoilt_is_one_message(folder: Path, tmp_path: Path, batch: Batch) -> None:
    store = tmp_path / "汇总.sqlite"
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    store.write_bytes(
        store.read_bytes().replace(b"CREATE TABLE jxbook_projects", b"CREATE \xe7ABLE jxbook_projects")
    )
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx")
    assert status == 2 and complaint.startswith("JX984")


SPOILT = [
    ("files", "content", "x"),
    ("files", "content", "null"),
    ("files", "content", "[]"),
    ("files", "content", "[null, [[1, 2]], false]"),
    ("files", "content", "[" * 100_000),
    ("files", "content", b"\xff"),
    ("files", "content", '[["JX904", "错误", "", "", 5, ""], [], false]'),
    ("files", "reports", '{"a": 1}'),
    ("files", "name", b"x"),
    ("books", "made", "[]"),
    ("books", "made", '{"": "1"}'),
    ("books", "made", '{"counts": "[1, 2]", "others": "{}"}'),
    ("books", "made", '{"counts": "[1, 2, 3, 4]", "others": "{}", "expected": 5}'),
]


@pytest.mark.parametrize(("table", "column", "text"), SPOILT)
def test_a_store_in_which_something_else_stands_is_one_message(
    tmp_path: Path, table: str, column: str, text: str | bytes
) -> None:
    """It lies beside the roll-up, where anyone may have put it."""
    kept = FileReading("/表.xlsx", "表.xlsx")
    with Store(tmp_path / "汇总.sqlite", "汇总.xlsx") as store:
        store.put([kept], {kept.path: "1"})
        store.keep_made({})
        with sqlite3.connect(tmp_path / "汇总.sqlite") as connection:
            connection.execute(f"UPDATE jxbook_{table} SET {column} = ?", (text,))
        with pytest.raises(Refusal) as refused:
            assert store.made == {}
            list(store.readings())
    assert refused.value.finding.code == "JX984"


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_killed_at_any_moment_the_rollup_and_the_store_are_whole(tmp_path: Path) -> None:
    """Killed again and again, at ever later moments; in between the old roll-up or the new one is there, readable."""
    home, output = tmp_path / "表", tmp_path / "汇总.xlsx"
    for at in range(60):
        hand_in(home / f"{at}.xlsx", project=f"项目{at}")
    command = [sys.executable, "-m", "jxbook", "batch", str(home), "-o", str(output), "--jobs", "1"]
    begun = time.monotonic()
    subprocess.run(command, capture_output=True, cwd=tmp_path)
    whole = time.monotonic() - begun
    for turn in range(_TURNS):
        hand_in(home / "0.xlsx", project="项目0", actual=turn % 10 + 1)
        process = subprocess.Popen(
            [*command, "--fresh"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=tmp_path,
        )
        time.sleep(1.1 * whole * (turn + 1) / _TURNS)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert len(sheet(output, "项目")) == 60
    assert subprocess.run(command, capture_output=True, cwd=tmp_path).returncode in (0, 1)
    assert len(sheet(output, "项目")) == 60
    left = sorted(path.name for path in tmp_path.iterdir() if "jxbook" in path.name)
    assert len(left) <= _TURNS, left


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of our own in a temporary folder, on the loopback, as a user without rights."""
    found = (
        sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if Path("/usr/lib/postgresql").is_dir()
        else []
    )
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    programs, as_user = found[-1].parent, []
    home = Path("/tmp") / f"jxbook-postgres-{os.getpid()}"
    home.mkdir(mode=0o700)
    if os.geteuid() == 0:
        if not shutil.which("runuser"):
            pytest.skip("PostgreSQL does not run as root, and there is no runuser")
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(home, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: object) -> None:
        subprocess.run([*as_user, *map(str, command)], check=True, capture_output=True, cwd=home, timeout=60)

    data = home / "data"
    try:
        run(
            programs / "initdb",
            "-D",
            data,
            "-U",
            "jxbook",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        run(programs / "pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "start")
        yield f"postgresql+psycopg://jxbook@127.0.0.1:{port}/postgres"
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.long
class TestOnPostgres:
    """What an SQLite file does, a bureau's database does as well."""

    def test_nothing_is_read_twice_and_years_are_compared(self, postgres: str, tmp_path: Path) -> None:
        for year in (2023, 2024):
            home = tmp_path / str(year)
            hand_in(home / "修路.xlsx", year=year)
            hand_in(home / "修桥.xlsx", year=year, project="修桥 项目")
            (home / "坏.xlsx").write_bytes(b"PK")
            order = room.Order((str(home),), tmp_path / f"{year}.xlsx", store=postgres, jobs=2)
            assert room.run(order).again == 0
            assert room.run(order).again == 3
        import openpyxl

        book = openpyxl.load_workbook(tmp_path / "2024.xlsx", data_only=True)["总览"]
        assert {"2023年", "2024年"} <= {row[0] for row in book.iter_rows(values_only=True)}

    def test_what_was_finished_is_kept_when_it_goes_away(self, postgres: str, tmp_path: Path) -> None:
        """A wrong port in the middle of a run: one message, and the next run goes on."""
        home = tmp_path / "表"
        for at in range(6):
            hand_in(home / f"{at}.xlsx", project=f"项目{at}")
        order = room.Order((str(home),), tmp_path / "汇总.xlsx", store=postgres, jobs=2)

        def broken(coming, _):  # type: ignore[no-untyped-def]
            for count, one in enumerate(coming):
                if count == 3:
                    raise KeyboardInterrupt
                yield one

        with pytest.raises(Refusal, match=r"JX988.*读完的3份"):
            room.run(order, broken)
        assert room.run(order).again == 3

    def test_a_name_of_any_length_and_kind_is_kept(self, postgres: str, tmp_path: Path) -> None:
        hand_in(tmp_path / "表/修路.xlsx", project="修" * 3000, implementer="公路站" * 300)
        order = room.Order((str(tmp_path / "表"),), tmp_path / "汇总.xlsx", store=postgres, jobs=2)
        assert room.run(order).forms == 1 and room.run(order).again == 1


def test_a_disk_that_fills_up_is_told_apart_from_a_store_that_is_gone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import OperationalError

    from jxbook.bureau import store

    def full(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr(store, "_replace", full)
    with pytest.raises(Refusal) as told:
        room.run(room.Order((str(folder),), tmp_path / "汇总.xlsx", jobs=2))
    assert told.value.finding.code == "JX988"
