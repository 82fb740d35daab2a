"""install.sh of the bundle for Linux: what it refuses, before anything is installed."""

import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jxbook.setup.kit import install_sh, read_me
from jxbook.setup.wheels import LINUX, TargetPython, Wheel

TARGET = TargetPython("3.11", LINUX[0])
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="只在 Linux 上")


@pytest.fixture
def folder(tmp_path) -> Path:
    """An unpacked bundle with nothing in it that could be installed."""
    place = tmp_path / "安装 包 (1)"
    (place / "wheels").mkdir(parents=True)
    (place / "wheels/jxbook-0.1.0-py3-none-any.whl").touch()
    (place / f"requirements-{platform.machine()}.txt").touch()
    (place / "install.sh").write_bytes(install_sh(TARGET))
    return place


@pytest.fixture
def run(folder, tmp_path):
    """Run it as a user with a home of his own; status and output."""
    home = tmp_path / "家 目录"
    home.mkdir()

    def install(*options: str, **variables: str) -> tuple[int, str]:
        environment = {"HOME": str(home), "LANG": "C.UTF-8", **variables}
        command = ["sh", str(folder / "install.sh"), *options]
        ran = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert ran.stderr == ""
        return ran.returncode, ran.stdout

    install.place = home / ".local/share/jxbook"
    return install


def left(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()} - {"install.log", "install.lock"}


def test_where_no_python_fits_it_says_what_to_fetch(folder, run):
    (folder / "install.sh").write_bytes(install_sh(TargetPython("3.99", LINUX[0])))
    status, said = run()
    assert status == 3
    assert f"cpython-3.99.数字+日期-{platform.machine()}-unknown-linux-gnu-install_only.tar.gz" in said
    assert left(run.place) == set()
    assert (run.place / "install.log").read_text("utf-8") == said


def test_a_python_in_the_folder_that_cannot_be_unpacked_or_does_not_fit(folder, run):
    (folder / "install.sh").write_bytes(install_sh(TargetPython("3.99", LINUX[0])))
    name = f"cpython-3.99.1+20260101-{platform.machine()}-unknown-linux-gnu-install_only.tar.gz"
    (folder / name).write_bytes(b"half of a download")
    status, said = run()
    assert status == 1 and "安装没有完成" in said and left(run.place) == set()

    bin_folder = folder.parent / "python/bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python3.99").symlink_to(sys.executable)
    subprocess.run(["tar", "-czf", str(folder / name), "-C", str(folder.parent), "python"], check=True)
    status, said = run()
    assert status == 3 and f"不能用： {platform.python_version()}" in said


def test_another_processor(folder, run):
    (folder / f"requirements-{platform.machine()}.txt").unlink()
    status, said = run()
    assert status == 1 and f"没有供这种处理器（{platform.machine()}）用的组件" in said
    assert left(run.place) == set()


def test_an_archive_that_was_not_unpacked(folder, run):
    shutil.rmtree(folder / "wheels")
    assert run() == (1, "没有找到安装文件。请先把压缩包完整解压，再运行解压后的 install.sh。\n")


@pytest.mark.parametrize(
    ("options", "variables", "said"),
    [
        ((), {"SUDO_USER": "wang"}, "请不要用 sudo"),
        ((), {"HOME": "/没有"}, "不存在或不能写入"),
        (("-h",), {}, "写法："),
    ],
)
def test_what_it_refuses(run, options, variables, said):
    status, told = run(*options, **variables)
    assert status == 1 and said in told


def test_what_others_have_put_there_is_left_alone(run):
    own = run.place / "venv/bin/python"
    own.parent.mkdir(parents=True)
    own.touch()
    for options in ((), ("--remove",)):
        status, said = run(*options)
        assert status == 1 and "不是安装包装的" in said and own.exists()


def test_one_at_a_time(run):
    run.place.mkdir(parents=True)
    with (run.place / "install.lock").open("w") as lock:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
        status, said = run()
    assert status == 4 and "另一个安装还在进行" in said


def test_removing_where_nothing_is(run):
    status, said = run("--remove")
    assert status == 0 and said.endswith("卸载完成。\n") and left(run.place) == set()


def test_promise_6_nothing_else_that_lies_in_the_folder_is_run(folder, run):
    for name in ("python3", "tar", "flock", "uname", "tee", "dirname", "mktemp"):
        (folder / name).write_text("#!/bin/sh\n: > ran\n")
        (folder / name).chmod(0o755)
    for name in ("sys", "venv", "ensurepip", "pip", "jxbook"):
        (folder / f"{name}.py").write_text("open('ran', 'w')\n")
    run(PATH=f".:{folder}:/usr/bin:/bin", PYTHONPATH=str(folder))
    assert not list(folder.parent.rglob("ran"))
    starts = [line for line in install_sh(TARGET).decode().splitlines() if re.search(r"\s-[mc] '?\w", line)]
    assert len(starts) >= 8 and all(" -I -m " in line or " -I -c " in line for line in starts)


def test_what_it_takes_is_checked_by_hash_and_never_fetched():
    [pip] = [line for line in install_sh(TARGET).decode().splitlines() if " -m pip " in line]
    assert "--no-index" in pip and "--require-hashes" in pip and "--isolated" in pip


def test_the_texts_are_filled_in_and_end_their_lines_as_linux_does():
    wheels = [Wheel(Path("lxml.whl"), "lxml", "6.1.3", ())]
    told = read_me(TARGET, {"mof-2020-10.xlsx": "财政部项目支出绩效自评"}, wheels).decode("utf-8")
    assert "    mof-2020-10.xlsx：财政部项目支出绩效自评\n" in told and "  lxml 6.1.3\n" in told
    for text in (told, install_sh(TARGET).decode()):
        assert "\r" not in text and not re.findall(r"@[A-Z]+@", text)
