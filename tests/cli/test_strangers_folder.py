"""Promise 6: a command given in a stranger's folder runs nothing of what lies there.

The folder holds a trap under the name of every module that Python, jxbook or a package could ask for, and under
the name of every program that jxbook starts. Whatever is run leaves a mark.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import jxbook
from jxbook.cli import main
from jxbook.cli.parser import build_parser

HOME = Path(jxbook.__file__).parent
LAUNCHER = "import sys\nfrom jxbook.cli import main\nsys.exit(main())\n"
"""What the command `jxbook` is: pip writes these lines into Scripts or bin."""

COMMANDS: dict[str, list[list[str]]] = {
    "demo": [["demo", "-o", "样例"], ["demo", "--list"]],
    "new": [
        ["new", "-o", "新.xlsx"],
        ["new", "--policy", "beijing-2020-2146", "-o", "新.xlsm"],
        ["new", "--from", "表.xls", "-o", "明年.xlsx"],
        ["new", "--like", "表.xlsx", "-o", "照着做.xlsm"],
    ],
    "import": [["import", "表.xls", "-o", "来.xlsx"]],
    "score": [["score", "表.xls"], ["score", "表.xlsx", "--json"], ["score", "表.xlsx", "--write"]],
    "check": [["check", "表.xls"], ["check", "表.xlsx", "--json"]],
    "report": [["report", "表.xls", "-o", "报告.docx"], ["report", "表.xlsx", "-o", "报告.html"]],
    "policy": [["policy"], ["policy", "mof-2020-10"]],
    "policy new": [["policy", "new", "本单位.toml"], ["policy", "new", "本单位.xlsx"]],
    "policy outline": [["policy", "outline", "提纲.txt"]],
    "policy add": [["policy", "add", "我局.toml"]],
    "policy remove": [["policy", "add", "我局.toml"], ["policy", "remove", "我局"]],
    "rule": [["rule"], ["rule", "JX203"]],
    "renew": [["renew", "表.xlsm"]],
    "install": [["install"], ["install", "--libreoffice", "--profile", "配置"]],
    "doctor": [["doctor", "表.xlsm"]],
    "bundle": [["bundle", "-o", "包"]],
    "batch": [
        ["batch", ".", "-o", "汇总.xlsx", "--reports", "报告", "--returns", "退回", "--notice", "通报.docx"]
    ],
    "recheck": [["recheck", "--help"]],
    "recheck draw": [["batch", ".", "-o", "汇总.xlsx"], ["recheck", "draw", "汇总.xlsx", "-n", "1"]],
    "recheck paper": [["recheck", "paper", "表.xls", "-o", "底稿.xlsx"]],
    "recheck compare": [["recheck", "compare", "表.xlsx", "表.xls"]],
}
"""Every command, in the ways that bring it to all it does."""
LATE = (
    "json",
    "tomllib",
    "decimal",
    "zipfile",
    "zlib",
    "argparse",
    "shutil",
    "subprocess",
    "tempfile",
    "csv",
)
"""What jxbook or a package of its own asks for only when it runs."""
PROGRAMS = tuple(
    "soffice python python3 py pip open cmd git gcc uname zenity kdialog notify-send xdg-open".split()
)


def test_every_command_is_tried_here() -> None:
    (subcommands,) = (one.choices for one in build_parser()._actions if one.dest == "command")
    assert set(COMMANDS) == set(subcommands)


def names() -> set[str]:
    """Every name under which a module could be asked for."""
    late = {"sitecustomize", "usercustomize", "pip", "xlrd", "pkg_resources", "jxbook"}
    return {
        name for name in {*sys.stdlib_module_names, *packages_distributions(), *late} if name.isidentifier()
    }


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A module that tells that it was run, and where it tells so."""
    marks = tmp_path_factory.mktemp("marks")
    return f"import os\nos.close(os.open(os.path.join({str(marks)!r}, __name__), os.O_CREAT))\n", marks


@pytest.fixture(scope="module")
def seed(  # type: ignore[no-untyped-def]
    tmp_path_factory: pytest.TempPathFactory, trap: tuple[str, Path], convert, sunhe: Path
) -> Path:
    """The stranger's folder as it came, with workbooks of all kinds in it."""
    code, marks = trap
    folder = tmp_path_factory.mktemp("别人的文件夹")
    shutil.copy(sunhe, folder / "表.xlsx")
    shutil.copy(convert(sunhe, "xls"), folder / "表.xls")
    assert main(["new", "-o", str(folder / "表.xlsm")]) == 0
    assert main(["policy", "new", str(folder / "我局.toml")]) == 0
    for name in names():
        if name in ("encodings", "lxml", "pip", "importlib", "collections"):
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(code)
            (folder / name / "__main__.py").write_text(code)
        else:
            (folder / f"{name}.py").write_text(code)
    for name in PROGRAMS:
        script = folder / f"{name}.bat" if os.name == "nt" else folder / name
        if not script.exists():
            script.write_text(f"#!/bin/sh\n: > '{marks}/program {name}'\nexit 1\n")
            script.chmod(0o755)
    return folder


@pytest.fixture
def folder(tmp_path: Path, seed: Path, trap: tuple[str, Path]) -> Path:
    """A copy of the stranger's folder in which nothing has been run yet."""
    for mark in trap[1].iterdir():
        mark.unlink()
    return Path(shutil.copytree(seed, tmp_path / "别人的文件夹"))


def run_there(
    folder: Path, start: list[str], arguments: list[str], **more: str
) -> subprocess.CompletedProcess[bytes]:
    """A command with the stranger's folder as the current one; pip is kept from the net."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    own = {"HOME": str(home), "APPDATA": str(home), "JXBOOK_POLICIES": str(home / "政策")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = kept | own | {"PIP_NO_INDEX": "1", "PYTHONIOENCODING": "utf-8"} | more
    return subprocess.run([*start, *arguments], cwd=folder, env=environment, capture_output=True, timeout=120)


def without(folder: Path, names: set[str]) -> None:
    """Take traps away that Python itself would run before jxbook has a say."""
    for name in names:
        (folder / f"{name}.py").unlink(missing_ok=True)
        shutil.rmtree(folder / name, ignore_errors=True)


def of_jxbook(folder: Path) -> list[str]:
    """How a user starts the command `jxbook`, which lies in a folder of its own."""
    script = folder.parent / "Scripts" / "jxbook"
    script.parent.mkdir(exist_ok=True)
    script.write_text(f"import sys\nsys.path.append({str(HOME.parent)!r})\n{LAUNCHER}")
    return [sys.executable, str(script)]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_that_lies_in_the_folder_is_run(command: str, folder: Path, trap: tuple[str, Path]) -> None:
    for arguments in COMMANDS[command]:
        ran = run_there(folder, of_jxbook(folder), arguments)
        assert sorted(mark.name for mark in trap[1].iterdir()) == [], arguments
        assert b"JX999" not in ran.stderr
        if command != "bundle" and "--like" not in arguments:  # 表.xlsx is ours already
            assert ran.returncode in (0, 1), ran.stderr.decode("utf-8")


@pytest.mark.parametrize("start", [["-I", "-m", "jxbook"], ["-P", "-m", "jxbook"]], ids=" ".join)
def test_nor_by_python_that_is_told_to_be_safe(
    start: list[str], folder: Path, trap: tuple[str, Path]
) -> None:
    ran = run_there(folder, [sys.executable, *start], ["score", "表.xls"])
    assert sorted(mark.name for mark in trap[1].iterdir()) == []
    assert ran.returncode == 0, ran.stderr.decode("utf-8")


@pytest.mark.parametrize(
    "arguments", [["score", "表.xls"], ["bundle", "-o", "包"], ["report", "表.xlsx", "-o", "甲.docx"]]
)
def test_python_m_jxbook_takes_nothing_from_the_folder_once_it_runs(
    arguments: list[str], folder: Path, trap: tuple[str, Path]
) -> None:
    """Plain `python -m` looks into the folder before jxbook can forbid it; what jxbook loads later is safe."""
    without(folder, {"jxbook", *sys.stdlib_module_names} - set(LATE))
    run_there(folder, [sys.executable, "-m", "jxbook"], arguments)
    assert sorted(mark.name for mark in trap[1].iterdir()) == []


@pytest.mark.parametrize("empty", [".", os.pathsep, f"{os.pathsep}/nowhere"])
def test_children_do_not_inherit_a_search_path_that_leads_into_the_folder(
    empty: str, folder: Path, trap: tuple[str, Path]
) -> None:
    """PYTHONPATH is the user's own business for the command itself, but not for what the command starts."""
    code = (
        "import sys; sys.path[:] = [one for one in sys.path if one]\n"
        "from jxbook.children import run_python\n"
        "print(run_python('jxbook.foreign.old_excel_child').stdout, run_python('pip', ['--version']).returncode)"
    )
    without(folder, names() - {"json", "pip", "xlrd"})
    ran = run_there(folder, [sys.executable, "-c", code], [], PYTHONPATH=empty)
    assert ran.stdout.strip().endswith(b"0"), ran.stderr.decode()
    assert sorted(mark.name for mark in trap[1].iterdir()) == []


def test_no_other_module_starts_a_program() -> None:
    """All that starts something is in jxbook.children, where the rules of this page are kept."""
    starters = {"subprocess", "multiprocessing", "concurrent.futures.process", "pty", "asyncio.subprocess"}
    calls = {"system", "popen", "startfile", "fork", "forkpty", "posix_spawn", "posix_spawnp"}
    found = []
    for path in sorted(HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                names = [str(node.module)] if names != ["TimeoutExpired"] else []
            at_os = (
                isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
            )
            starts = at_os and (node.attr in calls or node.attr.startswith(("exec", "spawn")))
            pool = isinstance(node, ast.Name) and node.id == "ProcessPoolExecutor"
            if starters & set(names) or starts or pool:
                found.append(path.relative_to(HOME).as_posix())
    assert set(found) == {"children.py"}
