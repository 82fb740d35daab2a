"""A worker that dies takes no file with it but the one that killed it, here and on a cluster."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import deadly
import pytest

from handed_in import hand_in
from jxbook.bureau import batch as room
from jxbook.bureau import pools
from jxbook.bureau.executors import readings
from jxbook.bureau.pools import Processes
from jxbook.bureau.tasks import FileReading, FileTask
from jxbook.finding import Refusal


def tasks(folder: Path, *names: str) -> list[FileTask]:
    return [FileTask(str(hand_in(folder / name)), name) for name in names]


def test_a_file_that_kills_its_worker_is_a_row_and_the_rest_goes_on(tmp_path: Path) -> None:
    asked = tasks(tmp_path, *(f"{at}.xlsx" for at in range(10)), "杀.xlsx", "挂.xlsx")
    with Processes(2) as pool:
        found = {one.name: one for one in readings(asked, pool, deadly.read_or_die)}
    assert found.keys() == {one.name for one in asked}
    refused = {name: one.refusal.code for name, one in found.items() if one.refusal}
    assert refused == {"杀.xlsx": "JX982", "挂.xlsx": "JX982"}


def test_a_worker_that_somebody_kills_loses_nothing(tmp_path: Path) -> None:
    """As when the system runs out of memory and takes whichever process it likes."""
    asked = tasks(tmp_path, *(f"{at}.xlsx" for at in range(12)))
    with Processes(2) as pool:
        found: list[FileReading] = []
        for one in readings(asked, pool, deadly.read_slowly):
            if not found:
                executor = pool._executor
                assert executor is not None
                os.kill(next(iter(executor._processes)), signal.SIGKILL)
            found.append(one)
    assert {one.name for one in found if one.submissions} == {one.name for one in asked}
    assert len(found) == len(asked)


def test_where_no_worker_lives_it_is_said_once_and_soon(tmp_path: Path) -> None:
    asked = tasks(tmp_path, *(f"{at}.xlsx" for at in range(40)))
    with Processes(2) as pool, pytest.raises(Refusal) as told:
        list(readings(asked, pool, deadly.die))
    assert told.value.finding.code == "JX982" and told.value.finding.what == "读取文件的进程不能启动"


def test_nothing_in_the_current_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of ours starts where the forms lie, and Python looks for modules there first unless it is told not to."""
    for name in ("struct", "jxbook", "multiprocessing", "random", "xlrd"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nraise SystemExit")
    monkeypatch.chdir(tmp_path)
    asked = tasks(tmp_path, "一.xlsx", "二.xlsx")
    with Processes(1) as pool:
        assert [bool(one.submissions) for one in readings(asked, pool)] == [True, True]
    assert not (tmp_path / "ran").exists()


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_one_clear_message(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "_SECONDS", 1)
    order = room.Order((str(folder),), tmp_path / "汇总.xlsx", cluster="tcp://127.0.0.1:9")
    with pytest.raises(Refusal) as told:
        room.run(order)
    assert told.value.finding.code == "JX983"


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
class TestOnARealCluster:
    """Dask's own scheduler and two workers, each a process."""

    @pytest.fixture
    def cluster(self):  # type: ignore[no-untyped-def]
        from distributed import LocalCluster

        with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster:
            yield cluster

    def test_one_of_two_workers_is_killed_and_nothing_is_lost(self, cluster, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        home = tmp_path / "表"
        for at in range(120):
            hand_in(home / f"{at}.xlsx", project=f"项目{at}")
        (home / "坏.xlsx").write_bytes(b"PK\3\4")
        order = room.Order((str(home),), tmp_path / "汇总.xlsx", cluster=cluster.scheduler_address)
        victim = next(iter(cluster.workers.values())).pid

        def killing(coming, _):  # type: ignore[no-untyped-def]
            for count, one in enumerate(coming):
                if count == 3:
                    os.kill(victim, signal.SIGKILL)
                yield one

        done = room.run(order, killing)
        assert (done.files, done.forms, done.unread) == (121, 120, 1)

    def test_its_answers_are_those_of_one_machine(self, cluster, folder: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        from handed_in import sheet

        room.run(room.Order((str(folder),), tmp_path / "一.xlsx", cluster=cluster.scheduler_address))
        room.run(room.Order((str(folder),), tmp_path / "二.xlsx", jobs=2))
        for name in ("项目", "指标", "问题", "未读"):
            assert sheet(tmp_path / "一.xlsx", name) == sheet(tmp_path / "二.xlsx", name)

    def test_a_url_is_read_as_a_folder(self, cluster, folder: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        order = room.Order((f"file://{folder}",), tmp_path / "汇总.xlsx", cluster=cluster.scheduler_address)
        done = room.run(order)
        assert (done.forms, done.unread) == (3, 1)
        assert room.run(order).again == 4

    def test_a_cluster_that_goes_away_is_said_and_what_was_finished_is_kept(
        self, cluster, tmp_path: Path
    ) -> None:  # type: ignore[no-untyped-def]
        home = tmp_path / "表"
        for at in range(200):
            hand_in(home / f"{at}.xlsx", project=f"项目{at}")
        order = room.Order((str(home),), tmp_path / "汇总.xlsx", cluster=cluster.scheduler_address)

        def gone(coming, _):  # type: ignore[no-untyped-def]
            for count, one in enumerate(coming):
                if count == 20:
                    threading.Thread(target=cluster.close).start()
                    time.sleep(2)
                yield one

        with pytest.raises(Refusal) as told:
            room.run(order, gone)
        assert told.value.finding.code == "JX983"
        again = room.run(room.Order((str(home),), order.output, jobs=2))
        assert again.again >= 20 and again.forms == 200
