"""What LibreOffice shows of our files: the numbers of `jxbook score` without our functions, the report in pages."""

import csv
import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.cli import main
from jxbook.document.blocks import Heading
from jxbook.policy import load_policy
from jxbook.recognition import open_form
from jxbook.report import compose
from jxbook.samples import load_sample
from jxbook.scoring import score
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module")
def pages():
    """pages(file): the text of each page of a PDF, without white space."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")

    def read(pdf: Path) -> list[str]:
        command = [program, "-layout", "-enc", "UTF-8", str(pdf), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
        return ["".join(page.split()) for page in text.split("\f")[:-1]]

    return read


@pytest.fixture(scope="module")
def filled(tmp_path_factory, type_sample):
    """The sample with fractions in its numbers and blank formula cells, as staff save it without our functions."""
    source = template_path(load_sample("sunhe-2024").policy)
    path = type_sample(source, tmp_path_factory.mktemp("filled") / "自评表.xlsx")
    form = open_form(path)
    satisfaction = next(one.actual.cell for one in form.indicators if one.name.text == "参与公众满意度")
    spent = [form.funding.total.spent.cell, form.funding.parts[0].spent.cell]
    write_changes(path, [Change(satisfaction, "81.5%"), *(Change(cell, Decimal("9.777")) for cell in spent)])
    return path


@pytest.fixture(scope="module")
def shown(convert, filled):
    """The rows of the sheet 自评表 as LibreOffice shows them after `jxbook score --write`."""
    assert main(["score", str(filled), "--write"]) == 0
    folder = convert(filled, EVERY_SHEET).parent
    with (folder / "自评表-自评表.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def as_number(text):
    return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def test_promise_1_it_shows_every_number_of_jxbook_score(shown, filled, capsys):
    capsys.readouterr()
    main(["score", str(filled), "--json"])
    data = json.loads(capsys.readouterr().out)
    assert (data["total"], data["execution"]["rate"]) == (98.84, 0.9777)
    by_name = {row[3]: row for row in shown}
    assert {one["name"]: as_number(by_name[one["name"]][7]) for one in data["indicators"]} == {
        one["name"]: one["earned"] for one in data["indicators"]
    }
    money = next(row for row in shown if row[2] == "年度资金总额")
    assert [as_number(text) for text in money[6:9]] == [
        data["execution"][key] for key in ("points", "rate", "earned")
    ]
    total = next(row for row in shown if row[0] == "总分")
    assert [as_number(total[6]), as_number(total[7]), total[8]] == [100, data["total"], data["grade"]]


def test_no_cell_that_is_printed_shows_name(shown):
    assert [text for row in shown for text in row[:9] if text.startswith("#")] == []


def test_no_cell_at_all_shows_name(shown):
    assert [text for row in shown for text in row if text.startswith("#")] == []


def test_nor_does_one_of_an_incomplete_form(convert, filled, tmp_path):
    path = Path(shutil.copy(filled, tmp_path / "自评表.xlsx"))
    actual = next(one.actual.cell for one in open_form(path).indicators if one.name.text == "项目数")
    write_changes(path, [Change(actual, "很多")])
    assert main(["score", str(path), "--write"]) == 1  # 待完善
    folder = convert(path, EVERY_SHEET).parent
    with (folder / "自评表-自评表.csv").open(encoding="utf-8", newline="") as file:
        printed = [row[:9] for row in csv.reader(file)]
    total = next(row for row in printed if row[0] == "总分")
    assert total[7] == "待完善"
    assert [text for row in printed for text in row if text.startswith("#")] == []


def test_the_form_is_printed_on_one_page(convert, pages, sunhe):
    found = [page for page in pages(convert(sunhe, "pdf")) if "偏差原因分析" in page and "三级指标" in page]
    [page] = [page for page in found if "项目支出绩效自评表" in page]
    for text in ("项目名称", "年度资金总额", "年度总体目标"[:1], "参与公众满意度", "总分"):
        assert text in page
    assert "本行校验" not in page


def test_a_workbook_that_libreoffice_saved_scores_the_same(convert, filled, capsys):
    again = convert(filled, "xlsx:Calc MS Excel 2007 XML")
    totals = []
    for path in (filled, again):
        capsys.readouterr()
        assert main(["score", str(path), "--json"]) == 0
        totals.append(json.loads(capsys.readouterr().out) | {"path": ""})
    assert totals[0] == totals[1]
    assert main(["score", str(again), "--write"]) == 0


def test_promise_1_a_workbook_of_the_old_format_scores_the_same(convert, filled, capsys):
    old = convert(filled, "xls")
    capsys.readouterr()
    assert main(["score", str(filled)]) == 0
    told = capsys.readouterr().out
    assert main(["score", str(old)]) == 0
    assert capsys.readouterr().out == told


@pytest.fixture(scope="module")
def printed(convert, pages, sunhe, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "报告.docx"
    assert main(["report", str(sunhe), "-o", str(path)]) == 0
    return pages(convert(path, "pdf"))


def test_the_report_has_a_sane_number_of_pages(printed):
    assert 6 <= len(printed) <= 12


def test_every_page_of_the_report_bears_its_number(printed):
    for number, page in enumerate(printed, 1):
        assert page.endswith(f"—{number}—"), page[-20:]


def test_every_heading_of_the_report_stands_once_and_in_order(printed, sunhe):
    form = open_form(sunhe)
    policy = load_policy(form.policy_id)
    blocks = compose(form, policy, score(form, policy)).blocks
    headings = [f"{block.number}{block.text}" for block in blocks if isinstance(block, Heading)]
    assert len(headings) >= 20
    text = "".join(printed)
    at = 0
    for heading in headings:
        at = text.find("".join(heading.split()), at)
        assert at >= 0, f"{heading} is missing or out of place"
        at += len(heading)
    major = [one for one in headings if one[1] == "、"]
    assert {one: text.count(one) for one in major} == dict.fromkeys(major, 1)


def test_the_form_stands_on_one_page_of_the_report(printed):
    [page] = [page for page in printed if "年度指标值" in page and "三级指标" in page and "项目名称" in page]
    for text in ("项目支出绩效自评表", "年度资金总额", "项目数", "评审合格率", "总分", "等级：优"):
        assert text in page
