"""校验 and 生成报告 by a host of a few lines: what a further spreadsheet program would have to supply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from jxbook.assess import Source, assess, open_source
from jxbook.desk import Host, check, make_report
from jxbook.document import render
from jxbook.finding import Finding
from jxbook.place import CellRef
from jxbook.report import compose
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes

NOON = datetime(2026, 11, 21, 12, 0)


@dataclass
class Memory:
    """A host that remembers what it was asked to do."""

    opened: Source
    yes: bool = True
    opens_word: bool = True
    findings: Sequence[Finding] = ()
    formulas: Mapping[CellRef, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def source(self) -> Source:
        return self.opened

    def put_findings(self, findings: Sequence[Finding], status: str) -> None:
        self.findings = findings
        self.said.append(status)

    def put_formulas(self, formulas: Mapping[CellRef, str]) -> None:
        self.formulas = formulas

    def turn_to_findings(self) -> None:
        self.said.append("校验结果")

    def ask(self, question: str) -> bool:
        self.asked.append(question)
        return self.yes

    def tell(self, message: str) -> None:
        self.told.append(message)

    def show(self, path: Path) -> bool:
        self.shown.append(path)
        return self.opens_word


@pytest.fixture
def book(sunhe: Path, tmp_path: Path) -> Path:
    """The sample, which has an error."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(sunhe.read_bytes())
    return path


@pytest.fixture
def faultless(book: Path) -> Path:
    actual = next(one.actual.cell for one in assess(book).form.indicators if one.name.text == "完成时间")
    assert isinstance(actual, CellRef)
    write_changes(book, [Change(actual, "11月")])
    assert assess(book).errors == 0
    return book


def host(path: Path) -> Memory:
    return Memory(open_source(path))


def test_check_puts_the_findings_and_says_total_and_policy(book: Path) -> None:
    one, assessed = host(book), assess(book)
    said = check(one, NOON)
    assert one.findings == assessed.findings
    assert one.said[0].startswith("2026-11-21 12:00 校验完成：错误1项") and one.said[1] == "校验结果"
    assert said.startswith("校验完成：错误1项") and "总分100。" in said and said.endswith(f"{assessed.by}。")


@pytest.mark.parametrize("yes", [True, False])
def test_a_row_without_its_formula_gets_it_when_the_user_says_so(book: Path, yes: bool) -> None:
    row = next(one for one in assess(book).form.indicators if one.used)
    assert row.earned.cell and row.verdict.cell
    write_changes(book, [Change(row.earned.cell, None), Change(row.verdict.cell, None)])
    one = host(book)
    one.yes = yes
    check(one, NOON)
    assert f"有2个单元格没有公式（{row.earned.cell.address}、{row.verdict.cell.address}）" in one.asked[0]
    assert list(one.formulas) == ([row.earned.cell, row.verdict.cell] if yes else [])
    assert all("JX_" in formula for formula in one.formulas.values())


def test_report_is_that_of_the_command_line_under_the_project_and_the_day(faultless: Path) -> None:
    one, assessed = host(faultless), assess(faultless)
    said = make_report(one, NOON)
    [path] = one.shown
    assert path == faultless.with_name(f"{assessed.form.project.name.text}_绩效评价报告_20261121.docx")
    assert path.read_bytes() == render(compose(assessed.form, assessed.policy, assessed.scoring))
    assert said.startswith(f"报告已生成：{path}，旁边另有核对单。") and said.endswith(
        f"评价政策：{assessed.by}。"
    )
    assert path.with_name(f"{path.stem}_核对单.docx").exists()
    assert (one.asked, one.told) == ([], [])


def test_no_report_is_written_over(faultless: Path) -> None:
    one = host(faultless)
    make_report(one, NOON)
    make_report(one, NOON)
    first, second = one.shown
    assert (second.name, first.exists()) == (f"{first.stem}（2）.docx", True)


@pytest.mark.parametrize("yes", [True, False])
def test_errors_are_asked_about_once(book: Path, yes: bool) -> None:
    one = host(book)
    one.yes = yes
    said = make_report(one, NOON)
    [question] = one.asked
    assert "还有1项错误" in question
    assert len(one.shown) == (1 if yes else 0)
    assert len(list(book.parent.glob("*.docx"))) == (2 if yes else 0)
    assert said.startswith("报告已生成" if yes else "没有生成报告")


def test_without_a_folder_it_goes_to_the_documents_and_the_place_is_told(
    faultless: Path, tmp_path: Path
) -> None:
    (tmp_path / "home/Documents").mkdir(parents=True)
    source = open_source(faultless)
    one = Memory(Source(source.grid, source.name))
    make_report(one, NOON, lambda: tmp_path / "home")
    assert one.shown[0].parent == tmp_path / "home/Documents"
    assert "不能写在它旁边" in one.told[0] and str(one.shown[0]) in one.told[0]


def test_what_no_program_opens_is_written_and_its_place_told(faultless: Path) -> None:
    one = host(faultless)
    one.opens_word = False
    make_report(one, NOON)
    assert "请自行打开" in one.told[0] and one.shown[0].exists()


def test_the_programs_of_today_are_hosts() -> None:
    from jxbook.excel.buttons.workbook import OpenWorkbook
    from jxbook.libreoffice.macros import OpenDocument

    hosts: list[Host] = [
        OpenWorkbook(None),
        OpenDocument(None, lambda _: True, lambda _: None, lambda _: True),
    ]
    assert len(hosts) == 2
