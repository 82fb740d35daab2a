"""install.cmd and `jxbook install` on Windows' own cmd.exe, pip and venv: what a clerk has afterwards."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PureWindowsPath

import pytest
from archive import NAME, embeddable, put_tar
from clerks import SCORE, Clerk
from wine import PYTHON, Ran

import making
from jxbook.setup.bundle import bundle
from jxbook.setup.kit import install_cmd
from jxbook.setup.local import this_machine
from jxbook.setup.pip import PipOutcome, run_pip
from jxbook.setup.wheels import TargetPython
from jxbook.workbook.reader import read_grid

TARGET = TargetPython("3.11", "win_amd64")


def from_the_cache(arguments: list[str]) -> PipOutcome:
    """pip that fetches the very wheels of this Windows, so that nothing is fetched twice."""
    more = [f"--find-links={making.cache_folder() / 'downloads' / 'wheels'}", "--no-index"]
    return run_pip([*arguments, *more] if arguments[0] == "download" else arguments)


@pytest.fixture(scope="session")
def bundled(windows: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `jxbook bundle` makes."""
    folder = tmp_path_factory.mktemp("bundle") / "安装包"
    list(bundle(folder, [TARGET], this_machine(), from_the_cache))
    return folder


@dataclass(frozen=True, slots=True)
class Installing:
    """A user with an unpacked bundle, and install.cmd run for him."""

    clerk: Clerk
    folder: PureWindowsPath
    with_python: bool = True

    def __call__(self, *options: str, seconds: int = 400) -> Ran:
        """Run install.cmd as a double click does, its variables set from within; the Python is the one of all."""
        windows, local = self.clerk.windows, self.clerk.home / "AppData" / "Local"
        python = windows.here(local / "Programs" / "Python")
        if self.with_python and not python.exists():
            python.parent.mkdir(parents=True)
            python.symlink_to(windows.here(PYTHON).parent)
        lines = [f'@set "{name}={value}"' for name, value in self.clerk.variables.items()]
        lines.append(
            f'@"{self.folder}\\install.cmd" {" ".join(options)}'
        )  # not by call: Wine's loses the exit status
        script = windows.here(self.folder / "run.cmd")
        script.write_bytes("\r\n".join(lines).encode("gbk"))
        return windows.run("cmd.exe", "/c", windows.there(script), seconds=seconds)


@pytest.fixture
def installing(new_clerk: Callable[[str], Clerk], desk: Path) -> Callable[[str, Path], Installing]:
    """An unpacked bundle of a user by name."""

    def make(name: str, source: Path) -> Installing:
        clerk = new_clerk(name)
        shutil.copytree(source, desk / "安装包 解压")
        return Installing(clerk, clerk.windows.there(desk / "安装包 解压"))

    return make


def test_from_the_bundle_to_a_cell(
    bundled: Path, installing: Callable[[str, Path], Installing], book: PureWindowsPath
) -> None:
    """One long test, because each step needs the one before: install, doctor, a cell, again, remove."""
    install = installing("赵六", bundled)
    clerk = install.clerk
    ran = install()
    assert ran.status == 0 and "安装完成" in ran.output, ran.output
    assert "检查结果：没有问题" in ran.output
    assert clerk.excel(SCORE, book=book).values == [15.0]
    with zipfile.ZipFile(next((bundled / "wheels").glob("jxbook-*.whl"))) as wheel:
        assert "jxbook/excel/server.py" in wheel.namelist()
    assert (clerk.place / "venv/Lib/site-packages/jxbook/excel/server.py").is_file()

    folder = clerk.windows.here(clerk.home / "Desktop" / "绩效评价")
    assert {path.name for path in folder.iterdir()} == {"空表", "校验.lnk", "得分写入.lnk", "生成报告.lnk"}

    (clerk.place / "venv" / "mark").touch()
    ran = install("/quiet")
    assert (ran.status, ran.output) == (0, "")
    assert "安装完成" in (clerk.place / "install.log").read_text("gbk")
    assert not (clerk.place / "venv" / "mark").exists() and not (clerk.place / "venv.old").exists()

    damaged = next(clerk.windows.here(install.folder / "wheels").glob("markupsafe-*.whl"))
    with zipfile.ZipFile(damaged, "a") as wheel:
        wheel.writestr("markupsafe/stranger.py", "")
    ran = install("/quiet")
    assert ran.status == 1
    assert "原来装好的没有改动" in (clerk.place / "install.log").read_text("gbk")
    assert clerk.excel(SCORE, book=book).values == [15.0]

    assert install("/remove", "/quiet").status == 0
    assert not (clerk.place / "venv").exists() and (folder / "空表").is_dir()


@pytest.fixture
def archive(clerk: Clerk, tmp_path: Path) -> Iterator[Path]:
    """python.org's archive, and a Windows that can unpack it."""
    tar = put_tar(clerk.windows)
    yield embeddable(clerk.windows, tmp_path)
    tar.unlink()


def test_with_python_orgs_archive_beside_it_no_other_python_is_needed(
    bundled: Path, archive: Path, installing: Callable[[str, Path], Installing], book: PureWindowsPath
) -> None:
    """The archive becomes the place that workbooks look in; nothing is asked, nothing stays beside it."""
    install = replace(installing("吴九", bundled), with_python=False)
    clerk = install.clerk
    shutil.copy(archive, clerk.windows.here(install.folder))
    ran = install("/quiet")
    log = (clerk.place / "install.log").read_text("gbk")
    assert (ran.status, "检查结果：没有问题" in log) == (0, True), log
    assert f"解开 {NAME}.zip" in log
    assert clerk.excel(SCORE, book=book).values == [15.0]
    assert {path.name for path in clerk.place.iterdir()} == {"venv", "install.log"}
    assert install("/remove", "/quiet").status == 0
    assert not (clerk.place / "venv").exists()


def test_an_archive_that_cannot_be_unpacked_is_named_and_its_folder_serves(
    tmp_path: Path, archive: Path, installing: Callable[[str, Path], Installing]
) -> None:
    """Before Windows 10 of 2018 there is no tar.exe; Explorer unpacks as well."""
    install = replace(installing("郑十", small_bundle(tmp_path / "包", "")), with_python=False)
    folder = install.clerk.windows.here(install.folder)
    (folder / f"{NAME}.zip").write_bytes(archive.read_bytes()[:100_000])
    install("/quiet")
    log = (install.clerk.place / "install.log").read_text("gbk")
    assert f"解不开 {NAME}.zip" in log and "全部解压缩" in log
    shutil.unpack_archive(archive, folder / NAME)
    ran = install("/quiet")
    log = (install.clerk.place / "install.log").read_text("gbk")
    assert (ran.status, f"使用文件夹 {NAME}" in log) == (0, True), log
    assert (install.clerk.place / "venv/Lib/site-packages/jxbook").is_dir()


def small_bundle(folder: Path, main: str) -> Path:
    """A bundle whose jxbook does nothing but `main`."""
    (folder / "wheels").mkdir(parents=True)
    path = folder / "wheels" / "jxbook-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("jxbook/__init__.py", "")
        wheel.writestr("jxbook/__main__.py", f"import os, sys\n{main}\n")
        about = "jxbook-0.1.0.dist-info/"
        wheel.writestr(about + "METADATA", "Metadata-Version: 2.1\nName: jxbook\nVersion: 0.1.0\n")
        wheel.writestr(about + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(about + "RECORD", "")
    digest = sha256(path.read_bytes()).hexdigest()
    (folder / "requirements.txt").write_text(f"jxbook==0.1.0 --hash=sha256:{digest}\n", "ascii")
    pip = next((making.cache_folder() / "downloads" / "wheels").glob("pip-*.whl"))
    shutil.copy(pip, folder / "wheels")
    (folder / "install.cmd").write_bytes(install_cmd(TARGET, pip.name, sha256(pip.read_bytes()).hexdigest()))
    return folder


def test_a_core_that_crashes_is_noticed(
    tmp_path: Path, installing: Callable[[str, Path], Installing]
) -> None:
    """As with a DLL that a virus scanner spoiled: an access violation, whose exit status is negative."""
    crash = "if sys.argv[1] == 'doctor': os._exit(-0x3FFFFFFB)"
    ran = installing("孙七", small_bundle(tmp_path / "包", crash))()
    assert "安装完成" not in ran.output
    assert (ran.status, "检查没有做完" in ran.output) == (2, True), ran.output


def test_without_a_python_it_says_which_one_to_fetch(
    tmp_path: Path, installing: Callable[[str, Path], Installing]
) -> None:
    install = installing("周八", small_bundle(tmp_path / "包", ""))
    script = install.clerk.windows.here(install.folder / "install.cmd")
    script.write_bytes(install_cmd(TargetPython("3.14", "win_amd64"), "pip.whl", ""))
    ran = install("/quiet")
    told = (install.clerk.place / "install.log").read_text("gbk")
    assert ran.status == 3
    assert "没有64位的 Python 3.14" in told and "python.org" in told


def test_a_python_of_32_bits_and_one_of_the_store_are_told_as_such(
    tmp_path: Path, archive: Path, installing: Callable[[str, Path], Installing]
) -> None:
    """There is none here, so that one says of itself that it is: what install.cmd asks is the Python itself."""
    install = replace(installing("钱一", small_bundle(tmp_path / "包", "")), with_python=False)
    folder = install.clerk.windows.here(install.folder)
    shutil.unpack_archive(archive, folder / NAME)
    with (folder / NAME / "python311._pth").open("a") as paths:
        paths.write("import site\n")
    (folder / NAME / "sitecustomize.py").write_text(
        "import sys; sys.maxsize = 2**31 - 1; sys.base_prefix += r'\\WindowsApps'"
    )
    ran = install("/quiet")
    log = (install.clerk.place / "install.log").read_text("gbk")
    assert ran.status == 3, log
    assert "不能用： 3.11.9 32位 微软应用商店版" in log
    assert (
        "没有64位的 Python 3.11（微软应用商店里的 Python 不能用）" in log and "python-3.11.9-amd64.exe" in log
    )


def test_a_folder_and_a_user_whose_names_the_code_page_lacks(
    tmp_path: Path, new_clerk: Callable[[str], Clerk], clerk: Clerk
) -> None:
    """It is installed all the same, or it is said what to do: never half of it, and no success that is none."""
    other = new_clerk("李䶮二")
    home = other.windows.here(other.home) / "安装包䶮"
    small_bundle(home, "if sys.argv[1] == 'doctor': print('here', sys.prefix.isascii())")
    variables = {**other.variables, "JXBOOK_PLACE": str(other.windows.there(home / "install.cmd"))}
    local = other.windows.here(other.home) / "AppData/Local/Programs"
    local.mkdir(parents=True, exist_ok=True)
    (local / "Python").symlink_to(other.windows.here(PYTHON).parent)
    code = (
        f"import os, subprocess, sys; os.environ.update({variables!a}); "
        "sys.exit(subprocess.run(['cmd.exe', '/c', os.environ['JXBOOK_PLACE'], '/quiet']).returncode)"
    )
    ran = other.windows.python("-c", code, seconds=200)
    log = (other.place / "install.log").read_text("gbk", "replace")
    installed = (other.place / "venv/Lib/site-packages/jxbook").is_dir()
    assert (ran.status == 0) is ("安装完成" in log) is installed, log


def dropped(clerk: Clerk, target: Path, file: PureWindowsPath) -> Ran:
    """What Explorer does with a file dropped on a shortcut: the program, its arguments, the path, quoted only where
    it has a blank."""
    code = (
        "import os, subprocess, sys, pythoncom; from win32com.shell import shell; "
        "link = pythoncom.CoCreateInstance(shell.CLSID_ShellLink, None, 1, shell.IID_IShellLink); "
        f"link.QueryInterface(pythoncom.IID_IPersistFile).Load({str(clerk.windows.there(target))!a}); "
        "program, arguments = link.GetPath(0)[0], link.GetArguments(); "
        f"path = {str(file)!a}; path = f'\"{{path}}\"' if ' ' in path else path; "
        "print(program, arguments); "
        "sys.exit(subprocess.run(f'\"{program}\" {arguments} {path}', timeout=100).returncode)"
    )
    return clerk._run(code, 200)


@pytest.mark.parametrize("name", ["a&b^c.xlsx", "乙 a&b%PATH%.xlsx"])
def test_a_file_dropped_on_a_target_is_worked_on_whatever_it_is_called(
    clerk: Clerk, desk: Path, sunhe: Path, name: str
) -> None:
    folder = clerk.windows.here(clerk.home / "Desktop" / "绩效评价")
    file = desk / name
    shutil.copy(sunhe, file)
    before = file.read_bytes()
    ran = dropped(clerk, folder / "得分写入.lnk", clerk.windows.there(file))
    assert "pythonw.exe -I -m jxbook.cli.dropped score" in ran.output
    assert ran.status == 0, ran.output
    assert read_grid(file)
    assert dropped(clerk, folder / "生成报告.lnk", clerk.windows.there(file)).status in (0, 1)
    assert [path.suffix for path in desk.glob(f"{file.stem}_*")].count(".docx") == 2
    assert dropped(clerk, folder / "校验.lnk", clerk.windows.there(file)).status == 1
    [told] = (clerk.place / "结果").glob("校验 *.txt")
    assert "错误" in told.read_text("utf-8-sig")
    told.unlink()
    assert before
    assert {path.name for path in desk.iterdir()} == {name, *(path.name for path in desk.glob("*.docx"))}


def test_trusting_a_folder_is_written_where_excel_looks(clerk: Clerk, desk: Path) -> None:
    status, said = clerk.jxbook("install", "--trust", clerk.windows.there(desk))
    assert status == 0 and "受信任位置" in said
    key = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\jxbook"
    assert str(clerk.windows.there(desk)) in clerk.windows.run("reg.exe", "query", key, "/v", "Path").output
