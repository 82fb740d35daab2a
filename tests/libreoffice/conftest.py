"""A running LibreOffice with a profile of its own, driven over UNO."""

import json
import os
import shutil
import subprocess
import uuid
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from recomputing import SETTINGS

from jxbook.libreoffice.profile import install, needed_paths

DRIVER = Path(__file__).with_name("driver.py")


def python_with_uno():
    """The Python that can talk to LibreOffice; it need not be the one that runs the tests."""
    for program in ("/usr/bin/python3", shutil.which("python3")):
        if program and not subprocess.run([program, "-c", "import uno"], capture_output=True).returncode:
            return program
    return None


class Driver:
    """Calls of driver.py as methods: office.open(path), office.cell(sheet, address) …"""

    def __init__(self, process):
        self._process = process

    def __getattr__(self, name):
        def call(*arguments):
            request = [str(one) if isinstance(one, Path) else one for one in arguments]
            self._process.stdin.write(json.dumps([name, *request]) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            assert line, f"LibreOffice died at {name}{arguments}"
            found = json.loads(line)
            assert "failed" not in found, found["failed"]
            return found["answer"]

        return call


def plain_environment():
    """As on a desktop: an activated venv of another Python would keep LibreOffice's own from starting."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    folders = kept.get("PATH", "").split(os.pathsep)
    kept["PATH"] = os.pathsep.join(one for one in folders if not (Path(one).parent / "pyvenv.cfg").exists())
    return kept


@pytest.fixture(scope="session")
def start():
    """start(profile): a context in which LibreOffice runs with this profile, started in a folder."""
    program, python = shutil.which("soffice"), python_with_uno()
    missing = "LibreOffice" if program is None else "python3-uno" if python is None else None
    if missing:
        pytest.skip(f"{missing} is not installed")

    @contextmanager
    def run(profile, folder=None, **environment):
        pipe = f"jx{uuid.uuid4().hex}"
        options = ["--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        soffice = subprocess.Popen(
            [program, f"-env:UserInstallation={profile.as_uri()}", *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=folder,
            env=plain_environment() | environment,
        )
        driver = subprocess.Popen(
            [python, DRIVER, pipe, *map(str, needed_paths())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1"},
        )

        def stop():
            for process in (driver, soffice):
                if process.poll() is None:
                    os.killpg(process.pid, 9) if process is soffice else process.kill()

        guard = Timer(400, stop)  # a dialog that nobody can answer must not hold the tests up
        guard.start()
        try:
            office = Driver(driver)
            yield office
            office.quit()
            soffice.wait(20)
        finally:
            guard.cancel()
            stop()
            for stream in (driver.stdin, driver.stdout):
                stream.close()
            driver.wait()
            soffice.wait()

    return run


@pytest.fixture(scope="module")
def office(start, tmp_path_factory):
    """LibreOffice with jxbook, in a profile that had a setting before."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user/registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    install(profile)
    with start(profile) as running:
        yield running
