"""What jxbook starts, it starts safely: isolated, by its full path, away from the current folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from subprocess import TimeoutExpired

import pytest

from jxbook import children
from jxbook.children import HOME, module_folders, program, run_python

PROBE = """\
import json, os, sys
print(json.dumps([sys.flags.isolated, os.getcwd(), sys.argv[1:], sys.stdin.read(), sys.path, dict(os.environ)]))
"""


@pytest.fixture
def probe(tmp_path, monkeypatch):
    """A module on this Python's path that tells how it was started, and a stranger's folder to start it from."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own/jx_probe.py").write_text(PROBE)
    stranger = tmp_path / "别人"
    stranger.mkdir()
    monkeypatch.syspath_prepend(str(tmp_path / "own"))
    monkeypatch.chdir(stranger)
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP"):
        monkeypatch.setenv(name, str(stranger))
    return stranger


def test_a_child_is_isolated_and_stands_in_the_folder_of_python(probe, monkeypatch):
    monkeypatch.setattr(sys, "path", ["", str(probe), *sys.path])
    ran = run_python("jx_probe", ["甲", "-x"], data=b"in")
    isolated, folder, arguments, given, path, environment = json.loads(ran.stdout)
    assert isolated == 1
    assert Path(folder).samefile(Path(sys.executable).parent)
    assert (arguments, given) == (["甲", "-x"], "in")
    assert str(probe) not in path and "" not in path and HOME in path
    assert not {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP"} & environment.keys()


def test_a_child_is_stopped_when_its_time_is_up(probe):
    (probe.parent / "own/jx_slow.py").write_text("import time; time.sleep(30)")
    with pytest.raises(TimeoutExpired):
        run_python("jx_slow", seconds=0.5)


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by a signal")
def test_a_worker_ends_with_the_process_that_started_it(tmp_path):
    """Also where that was killed; thousands of batches would else leave thousands of them."""
    (tmp_path / "begins.py").write_text(
        "import os, time\nfrom jxbook.children import start_workers, workers\n"
        "if __name__ == '__main__':\n    pool = workers(1)\n    start_workers(pool)\n"
        "    print(pool.submit(os.getpid).result(), flush=True)\n    time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, tmp_path / "begins.py"], stdout=subprocess.PIPE)
    worker = int(process.stdout.readline())
    os.kill(worker, 0)
    process.kill()
    process.communicate()
    last = time.monotonic() + 10
    with pytest.raises(ProcessLookupError):
        while time.monotonic() < last:
            os.kill(worker, 0)
            time.sleep(0.01)


def test_a_python_that_does_not_know_where_it_lies_starts_nothing(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(OSError):
        run_python("jx_probe")


def test_the_current_folder_is_kept_only_where_jxbook_itself_lies(monkeypatch):
    monkeypatch.setattr(sys, "path", [HOME, "", "beside"])
    monkeypatch.chdir(HOME)
    assert module_folders() == [HOME]


@pytest.mark.skipif(os.name == "nt", reason="a program is made as a script")
def test_a_program_is_looked_for_on_the_path_but_never_in_the_current_folder(probe, tmp_path, monkeypatch):
    for folder in (probe, tmp_path / "own"):
        (folder / "soffice").write_text("#!/bin/sh\n")
        (folder / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(probe)]))
    assert program("soffice") is None
    monkeypatch.setenv("PATH", os.pathsep.join([str(probe), str(tmp_path / "own")]))
    assert program("soffice") == tmp_path / "own/soffice"


def test_what_windows_finds_in_the_current_folder_is_not_taken(probe, monkeypatch):
    """There, `shutil.which` looks in the current folder first, whatever path it is given."""
    monkeypatch.setattr(shutil, "which", lambda name, path: str(Path.cwd() / "soffice.exe"))
    assert children.program("soffice") is None
