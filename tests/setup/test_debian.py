"""The bundle for Linux on this Debian: a user without rights and without network has all that is promised."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starting import started

from jxbook.setup.bundle import bundle
from jxbook.setup.local import this_machine
from jxbook.setup.pip import run_pip
from jxbook.setup.wheels import LINUX, TargetPython
from jxbook.workbook.reader import read_grid

pwd = pytest.importorskip("pwd", reason="a Linux of its own")

NEEDED = ("useradd", "userdel", "setpriv", "unshare", "mount")
SYSTEM_PYTHON = Path("/usr/bin/python3.11")
NAMES = ("a&b^c %U $(id).xlsx", "第二 份 100%.xlsx")


def missing() -> str:
    """Why these tests cannot run here."""
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"):
        return "只在 x86-64、arm64 的 Linux 上"
    if os.geteuid() != 0:
        return "要新建用户、断开网络，须以 root 运行"
    absent = [one for one in NEEDED if shutil.which(one) is None]
    if absent:
        return f"没有 {'、'.join(absent)}"
    if not SYSTEM_PYTHON.exists():
        return f"没有 {SYSTEM_PYTHON}"
    if subprocess.run([SYSTEM_PYTHON, "-I", "-c", "import ensurepip"], capture_output=True).returncode:
        return "没有 python3-venv"
    cut = subprocess.run(["unshare", "-n", "true"], capture_output=True)
    return "不允许断开网络（unshare -n）" if cut.returncode else ""


pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]


@dataclass(frozen=True, slots=True)
class Clerk:
    """A user of this computer who has no rights, and no network whatever he runs."""

    name: str
    home: Path

    @property
    def place(self) -> Path:
        return self.home / ".local/share/jxbook"

    @property
    def bundle(self) -> Path:
        return self.home / "下载/安装 包 (1)"

    def command(self, words: list[str]) -> list[str]:
        environment = [f"HOME={self.home}", "LANG=C.UTF-8"]
        as_user = ["setpriv", f"--reuid={self.name}", f"--regid={self.name}", "--init-groups"]
        return ["unshare", "-n", *as_user, "env", "-i", *environment, *words]

    def run(self, *words: str) -> tuple[int, str]:
        """Run something as this user, in his own folder."""
        ran = subprocess.run(
            self.command(list(words)), cwd=self.home, capture_output=True, encoding="utf-8", timeout=400
        )
        return ran.returncode, ran.stdout + ran.stderr

    def install(self, *options: str) -> tuple[int, str]:
        return self.run("sh", str(self.bundle / "install.sh"), *options)

    def versions(self) -> list[Path]:
        return sorted(self.place.glob("app.*"))

    def works(self) -> bool:
        """What is installed scores."""
        return self.run(str(self.place / "venv/bin/jxbook"), "score", str(self.home / "表.xlsx"))[0] == 0


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `jxbook bundle --linux` makes."""
    folder = tmp_path_factory.mktemp("bundle") / "包"
    list(bundle(folder, [TargetPython("3.11", one) for one in LINUX], this_machine(), run_pip))
    return folder


@pytest.fixture
def clerk(bundled: Path, sunhe: Path) -> Iterator[Clerk]:
    """A new user with the bundle in his downloads, a desktop, and two filled forms."""
    base = Path(tempfile.mkdtemp(prefix="jxbook-user-"))
    base.chmod(0o755)
    made = Clerk(f"jxbook{os.getpid()}", base / "王 五")
    subprocess.run(["useradd", "--create-home", "--home-dir", str(made.home), made.name], check=True)
    try:
        shutil.copytree(bundled, made.bundle)
        (made.home / "桌面").mkdir()
        for name in (*NAMES, "表.xlsx"):
            shutil.copy(sunhe, made.home / name)
        owner = pwd.getpwnam(made.name)
        for path in [made.home, *made.home.rglob("*")]:
            os.chown(path, owner.pw_uid, owner.pw_gid)
        yield made
    finally:
        subprocess.run(["userdel", made.name], check=True)
        shutil.rmtree(base, ignore_errors=True)


def test_every_wheel_of_either_processor_is_there_and_fits_an_old_system(bundled: Path) -> None:
    names = {path.name for path in (bundled / "wheels").iterdir()}
    for machine in ("x86_64", "aarch64"):
        wanted = (bundled / f"requirements-{machine}.txt").read_text("ascii").split("\n")
        pins = [line.partition("==")[0] for line in wanted if line]
        assert {"jxbook", "lxml", "markupsafe", "xlwings"} <= set(pins)
        for name in pins:
            fit = [
                one
                for one in names
                if one.lower().startswith(f"{name.replace('-', '_')}-")
                and one.endswith((f"{machine}.whl", "any.whl"))
            ]
            assert fit, (machine, name)
    assert not [one for one in names if "-win" in one or "musl" in one]


def test_from_the_bundle_to_a_report(clerk: Clerk) -> None:
    """One long test, because each step needs the one before: install, drop, doctor, upgrade, damage, remove."""
    status, said = clerk.install()
    assert status == 0 and "安装完成" in said and "检查结果：没有问题" in said, said
    assert (clerk.place / "install.log").read_text("utf-8") == said

    files = [str(clerk.home / name) for name in NAMES]
    desk = clerk.home / "桌面/绩效评价"
    status, said = clerk.run(*started((desk / "校验.desktop").read_bytes(), files))
    assert status == 1 and "JX203" in said, said
    for file in files:
        sheet = next(one for one in read_grid(Path(file)).sheets if one.name == "校验结果")
        assert "JX203" in {cell.value for cell in sheet.cells.values()}
        assert Path(file).owner() == clerk.name
    assert clerk.run(*started((desk / "得分写入.desktop").read_bytes(), files[:1]))[0] == 0
    assert "总分：100" in clerk.run(str(clerk.place / "venv/bin/jxbook"), "score", files[0])[1]
    menu = clerk.home / ".local/share/applications/jxbook-report.desktop"
    assert clerk.run(*started(menu.read_bytes(), files))[0] in (0, 1)
    for file in files:
        assert Path(file).with_name(f"{Path(file).stem}_绩效评价报告.docx").is_file()

    [old] = clerk.versions()
    status, said = clerk.install()
    assert status == 0, said
    [new] = clerk.versions()
    assert new != old and clerk.works()

    damaged = next((clerk.bundle / "wheels").glob(f"markupsafe-*{platform.machine()}.whl"))
    with zipfile.ZipFile(damaged, "a") as wheel:
        wheel.writestr("markupsafe/stranger.py", "")
    status, said = clerk.install()
    assert status == 1 and "原来装好的没有改动" in said
    assert clerk.versions() == [new] and clerk.works()

    status, said = clerk.install("--remove")
    assert status == 0 and "卸载完成" in said, said
    assert {path.name for path in clerk.place.iterdir()} <= {"install.log"}
    assert not list(clerk.home.rglob("*.desktop")) and (desk / "空表").is_dir()
    assert "jxbook" not in "".join(path.read_text() for path in clerk.home.glob(".config/mimeapps.list"))


def test_killed_in_the_middle_the_old_one_works_and_the_next_run_cleans_up(clerk: Clerk) -> None:
    assert clerk.install()[0] == 0
    old = clerk.versions()
    words = clerk.command(["sh", str(clerk.bundle / "install.sh")])
    process = subprocess.Popen(words, cwd=clerk.home, start_new_session=True, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 300
    while time.monotonic() < until:
        half = [one for one in clerk.versions() if one not in old]
        if half and list(half[0].glob("venv/lib/*/site-packages/lxml")):
            break
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert len(clerk.versions()) == 2 and clerk.works()
    assert clerk.install()[0] == 0
    assert len(clerk.versions()) == 1 and clerk.versions() != old and clerk.works()


def test_on_a_full_disk_the_old_one_stays(clerk: Clerk) -> None:
    (clerk.home / ".local/share/jxbook").mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=110m,mode=777", "none", clerk.place], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("不允许挂载 tmpfs")
    try:
        owner = pwd.getpwnam(clerk.name)
        for path in (clerk.home / ".local", clerk.home / ".local/share"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
        status, said = clerk.install()
        assert status == 0, said
        old = clerk.versions()
        status, said = clerk.install()
        assert status == 1 and "磁盘已满" in said and "原来装好的没有改动" in said, said
        assert clerk.versions() == old and clerk.works()
    finally:
        subprocess.run(["umount", "-l", clerk.place], check=True)


def test_a_python_that_the_administrator_puts_beside_it_is_taken_first(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "python/bin").mkdir(parents=True)
    (tmp_path / "python/bin/python3.11").symlink_to(SYSTEM_PYTHON)
    name = f"cpython-3.11.9+20260101-{platform.machine()}-unknown-linux-gnu-install_only.tar.gz"
    subprocess.run(["tar", "-czf", str(clerk.bundle / name), "-C", str(tmp_path), "python"], check=True)
    status, said = clerk.install()
    assert status == 0, said
    [made] = clerk.versions()
    assert f"{made}/python/bin/python3.11" in said
    assert f"home = {made}/python/bin" in (made / "venv/pyvenv.cfg").read_text()
    assert clerk.works()
