"""The workbook with macros, empty and filled in."""

from pathlib import Path

import pytest

from jxbook.excel import journal
from jxbook.excel.assemble import assemble
from jxbook.templates import template_path


@pytest.fixture(scope="session")
def xlsm(tmp_path_factory) -> Path:
    """The assembled workbook of the national rules. Tests that change it copy it first."""
    path = tmp_path_factory.mktemp("xlsm") / "自评表.xlsm"
    path.write_bytes(assemble(template_path("mof-2020-10").read_bytes()))
    return path


@pytest.fixture(autouse=True)
def failures(tmp_path, monkeypatch) -> Path:
    """The journal of failures, apart from that of whoever runs the tests."""
    path = tmp_path / "journal" / "excel.log"
    monkeypatch.setattr(journal, "journal_path", lambda: path)
    return path
