"""Promise 1: one file through every door gets the same policy, reason, total, findings and report.

LibreOffice's doors stand in tests/libreoffice/test_libreoffice_doors.py.
"""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import formualizer
import pytest

import jxbook
from door_cases import CASES, OURS, OWN, Case, own_policy
from jxbook.assess import Assessed, assess
from jxbook.cli import main
from jxbook.document import render
from jxbook.functions.registry import FUNCTIONS
from jxbook.report import compose
from jxbook.result_sheet import finding_rows
from memory_book import MemoryBook

NOON = datetime(2026, 11, 21, 12, 0)


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    for name in ("登记", "工作簿"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("JXBOOK_POLICIES", str(tmp_path / "登记"))
    made: Case = request.param(tmp_path / "工作簿", tmp_path / "登记")
    return made


every = pytest.mark.parametrize("case", CASES, ids=lambda one: one.__name__, indirect=True)
ours = pytest.mark.parametrize("case", OURS, ids=lambda one: one.__name__, indirect=True)


def report_of(assessed: Assessed) -> bytes:
    return render(compose(assessed.form, assessed.policy, assessed.scoring, assessed.findings))


@every
def test_the_python_call(case: Case) -> None:
    assessed = assess(case.path)
    assert assessed.policy.id == case.policy == assessed.form.policy_id
    assert case.why in assessed.why
    assert assessed.scoring.total is not None


@every
def test_the_command_line(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assessed = assess(case.path)
    assert main(["score", str(case.path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["policy"], said["policy_why"]) == (assessed.policy.id, assessed.why)
    assert Decimal(str(said["total"])) == assessed.scoring.total
    main(["check", str(case.path), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["cell"], one["what"]) for one in found] == [
        (one.code, one.cell.address if one.cell else None, one.what) for one in assessed.findings
    ]
    for command in ("score", "check"):
        main([command, str(case.path)])
        assert f"评价政策：{assessed.by}\n" in capsys.readouterr().out
    assert main(["report", str(case.path), "-o", str(tmp_path / "报告.docx")]) == 0
    assert f"评价政策：{assessed.by}\n" in capsys.readouterr().out
    assert (tmp_path / "报告.docx").read_bytes() == report_of(assessed)


@every
def test_an_open_excel_workbook(case: Case) -> None:
    from jxbook.excel.buttons.reading import book_source

    live, filed = assess(book_source(MemoryBook(case.path))), assess(case.path)
    assert (live.policy.id, live.why, live.scoring.total) == (filed.policy.id, filed.why, filed.scoring.total)
    assert live.findings == filed.findings
    assert report_of(live) == report_of(filed)


@ours
def test_excels_buttons(case: Case) -> None:
    from jxbook.desk import check, make_report
    from jxbook.excel.buttons.workbook import OpenWorkbook

    assessed = assess(case.path)
    book = MemoryBook(case.path)
    host = OpenWorkbook(book, lambda _: None)
    check(host, NOON)
    listed = book.sheet("校验结果").range("A5:H504").value
    rows = [tuple("" if value is None else value for value in row) for row in listed if row[0] is not None]
    assert [row[2:] for row in rows] == [row[2:] for row in finding_rows(assessed.findings)]
    assert f"评价政策：{assessed.by}。" in str(book.sheet("校验结果").range("A2").value)
    book.app.answers = ["yes"]
    assert make_report(host, NOON).endswith(f"评价政策：{assessed.by}。")
    (written,) = (one for one in case.path.parent.glob("*.docx") if "核对单" not in one.name)
    assert written.read_bytes() == report_of(assessed)


@ours
def test_the_cells_of_the_workbook(case: Case) -> None:
    assessed = assess(case.path)
    book = formualizer.load_workbook(str(case.path))
    for function in FUNCTIONS:
        most = len(function.arguments)
        book.register_function(function.name, function.call, min_args=function.least, max_args=most)
    book.evaluate_all()

    def shown(cell: object) -> object:
        return book.evaluate_cell(cell.sheet, cell.row, cell.column)  # type: ignore[attr-defined]

    form, scoring = assessed.form, assessed.scoring
    first = scoring.indicators[0]
    if case.in_cells:
        assert Decimal(repr(shown(form.total.cell))) == scoring.total
        assert shown(form.grade.cell) == scoring.grade
        assert Decimal(repr(shown(first.indicator.earned.cell))) == first.score.earned
    else:
        assert (shown(form.total.cell), shown(first.indicator.earned.cell)) == ("待完善", "待核对")
        assert "jxbook policy add" in str(shown(first.indicator.verdict.cell))


def test_named_by_the_user_it_overrules_what_the_form_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[0](tmp_path, tmp_path)
    own = own_policy(tmp_path)
    assessed = assess(case.path, own)
    assert (assessed.policy.id, assessed.why) == (OWN, f"由使用者指定：{OWN}.toml")
    assert main(["score", str(case.path), "--policy", str(own), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["policy"], said["policy_why"]) == (OWN, f"由使用者指定：{OWN}.toml")
    assert Decimal(str(said["total"])) == assessed.scoring.total


def test_an_emptied_cell_is_a_finding_that_names_the_policy_taken(tmp_path: Path) -> None:
    case = CASES[3](tmp_path, tmp_path)
    assessed = assess(case.path)
    [said] = [one for one in assessed.findings if one.code == "JX108"]
    assert said.cell == assessed.form.policy_entry.cell
    assert "mof-2021-101" in said.fix


def test_a_workbook_saved_by_libreoffice_still_knows_what_it_was_made_with(tmp_path: Path, convert) -> None:  # type: ignore[no-untyped-def]
    case = CASES[3](tmp_path, tmp_path)
    saved = assess(convert(case.path, "xlsx:Calc MS Excel 2007 XML"))
    assert (saved.policy.id, saved.scoring.total) == ("mof-2021-101", assess(case.path).scoring.total)


def test_the_public_names_exist() -> None:
    assert all(getattr(jxbook, name) for name in jxbook.__all__)
