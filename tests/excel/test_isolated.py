"""Excel's current folder is often that of a workbook of others; the Python that xlwings starts takes nothing from it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from jxbook.excel import sources
from jxbook.excel.sources import xlwings_module
from jxbook.finding import Refusal

STARTS = re.findall(r'" (-[^"]*-c )""(.*)$', xlwings_module(), re.MULTILINE)


def test_both_ways_to_start_python_are_isolated() -> None:
    assert [options for options, _ in STARTS] == ["-I -B -c ", "-I -B -c "]
    assert len(re.findall(r"\bpython\w*\W+-\w", xlwings_module())) == 0


def test_windows_own_shell_is_started_by_its_full_path() -> None:
    started = re.findall(r"^(?!\s*').*cmd\.exe.*$", xlwings_module(), re.MULTILINE)
    assert len(started) == 3
    assert all(r'Environ("SystemRoot") & "\System32\cmd.exe ' in line for line in started)


@pytest.mark.parametrize(("options", "command"), STARTS, ids=["button", "functions"])
def test_nothing_of_the_current_folder_is_imported(options: str, command: str, tmp_path: Path) -> None:
    """The command as VBA puts it together, with the settings of our workbooks."""
    for name in ("xlwings", "jxbook", "json", "os", "re"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('trap')")
    settings = r"False;C:\\甲\\表.xlsm;C:\\甲\\表.xlsm;;;;"
    code = command.replace(r'\""" & PYTHONPATH & "\""', f'"{settings}"').replace(
        '" & LicenseKeyEnvString & "', ""
    )
    code = re.sub(r"import xlwings; xlwings\.serve.*|\" & PythonCommand.*", "", code)
    told = "import json, re, jxbook, xlwings; print([p for p in sys.path if not os.path.isabs(p)], jxbook.__file__)"
    ran = subprocess.run(
        [sys.executable, *options.split(), f"{code}{told}"], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("[] ") and str(tmp_path) not in ran.stdout


def test_an_xlwings_that_starts_python_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "xlwings_source", lambda name: "Sub Nothing()\nEnd Sub\n")
    with pytest.raises(Refusal, match="JX945"):
        xlwings_module()
