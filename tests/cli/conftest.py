"""The command line as a function, in this process or in one of its own, and workbooks to run it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

import jxbook as package
from jxbook.cli import main
from jxbook.form import Entry, Form
from jxbook.recognition import open_form
from jxbook.samples import load_sample
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


class Ran(NamedTuple):
    """What a command left behind: its exit status, and what it wrote."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output that is read by a program is not wrapped, whatever terminal the tests were started from."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def jxbook(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """jxbook("score", file) runs a command in this process."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as left:  # --help and --version
            status = int(left.code or 0)
        return Ran(status, *capsys.readouterr())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """process("score", file) runs `python -m jxbook` as a user does; a warning would be an error."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
        source = str(Path(package.__file__).parents[1])
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "jxbook", *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"} | environment,
            timeout=60,
        )

    return run


@pytest.fixture
def mine(sunhe: Path, tmp_path: Path) -> Path:
    """A copy of the sample's workbook, to be changed at will."""
    return Path(shutil.copy(sunhe, tmp_path / "自评表.xlsx"))


@pytest.fixture
def stale(tmp_path: Path, type_sample: Callable[..., Path]) -> Path:
    """The sample as staff save it without our functions: its formula cells hold what the blank form held."""
    return type_sample(template_path(load_sample("sunhe-2024").policy), tmp_path / "填好未计分.xlsx")


@pytest.fixture
def type_into() -> Callable[..., Path]:
    """type_into(file, {"项目数": {"actual": "2个"}}) types into indicator rows, found by their names."""

    def typed(path: Path, rows: Mapping[str, Mapping[str, object]]) -> Path:
        form = open_form(path)
        write_changes(
            path,
            [
                Change(_cell(form, name, field), value)  # type: ignore[arg-type]
                for name, fields in rows.items()
                for field, value in fields.items()
            ],
        )
        return path

    return typed


def _cell(form: Form, name: str, field: str) -> object:
    entry: Entry = next(getattr(one, field) for one in form.indicators if one.name.text == name)
    return entry.cell


@pytest.fixture
def faultless(mine: Path, type_into: Callable[..., Path]) -> Path:
    """The sample with its five defects put right."""
    type_into(
        mine,
        {
            "完成时间": {"actual": "11月"},
            "参与活动人次": {"reason": "活动受欢迎，来的人比预计的多；下一年度按300人次设定指标值"},
            "参与公众满意度": {"actual": "96%"},
        },
    )
    form = open_form(mine)
    misplaced = next(one.level1.cell for one in form.indicators if one.level1.text == "经济效益指标")
    dated = next(one.text for one in form.passages if one.section == "项目预期目标完成情况")
    write_changes(
        mine, [Change(misplaced, "效益指标"), Change(dated.cell, dated.text.replace("2023年", "2024年"))]
    )
    return mine


@pytest.fixture(scope="session")
def remade() -> Callable[..., Path]:
    """remade(source, target, {part: new bytes, or a function of the old ones}) → target."""

    def made(source: Path, target: Path, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> Path:
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = parts.get(name, old.read(name))
                new.writestr(name, part if isinstance(part, bytes) else part(old.read(name)))
        return target

    return made


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, bytes | None]]:
    """Everything in a folder: path → bytes. Compared before and after, it shows what a command touched."""

    def of(folder: Path) -> dict[str, bytes | None]:
        return {
            str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))
        }

    return of
