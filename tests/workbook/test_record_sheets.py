"""The sheets beside the form as staff open them: valid, guarded, printable, and where the form's formulas look."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.policy import load_policy
from jxbook.template import build_template
from jxbook.template.capacity import Capacity
from jxbook.template.layout import Layout
from jxbook.template.record_sheets.prefilled import area_of
from jxbook.workbook import names
from jxbook.workbook.records import ROWS
from jxbook.workbook.records.kinds import KINDS, RecordInput

ALL = load_policy("mof-2020-10-evaluation")
SOME = load_policy("mof-2020-10")
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "all.xlsx"
    path.write_bytes(build_template(ALL, ()))
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def letter_of(kind: Any, field: str) -> str:
    return "ABCDEFGHIJKLM"[[column.field for column in kind.columns].index(field)]


def last_row(sheet: Any, first: int) -> int:
    """The last row that has a 序号."""
    return first + sum(isinstance(sheet[f"A{row}"].value, int) for row in range(first, 500)) - 1


def test_they_pass_the_schema_audit(path: Path) -> None:
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path)
    assert [str(error) for error in result.errors] == []


def test_a_workbook_has_those_that_its_policy_asks_for_in_that_order(book: Any, tmp_path: Path) -> None:
    assert set(ALL.values("layout.sheets")) == set(ROWS)
    shown = [one for one in book.sheetnames if one not in ("词", "算")]
    assert shown[4:-3] == list(ALL.values("layout.sheets"))
    other = tmp_path / "some.xlsx"
    other.write_bytes(build_template(SOME, ()))
    fewer = [one for one in openpyxl.load_workbook(other).sheetnames if one not in ("词", "算")]
    assert fewer[4:-3] == list(SOME.values("layout.sheets"))


def test_the_guide_speaks_of_each(book: Any) -> None:
    told = {cell.value for row in book[names.GUIDE] for cell in row}
    for sheet in ALL.values("layout.sheets"):
        assert any(sheet in str(text) for text in told)


def test_the_form_finds_key_points_and_reviews_where_it_looks_for_them(book: Any) -> None:
    """The areas that the formulas of 自评表 refer to, against the headings of the sheets."""
    layout = Layout.of(ALL)
    for sheet, letter, heading in (
        (names.KEY_POINTS, names.KEY_POINT_NAME, "三级指标"),
        (names.KEY_POINTS, names.KEY_POINT_VERDICT, "符合情况"),
        (names.REVIEWS, names.REVIEW_NAME, "三级指标"),
        (names.REVIEWS, names.REVIEW_MEAN, "评委评分"),
    ):
        area = area_of(sheet, letter, letter, layout)
        first, last = re.fullmatch(rf"{sheet}!\${letter}\$(\d+):\${letter}\$(\d+)", area).groups()  # type: ignore[union-attr]
        assert book[sheet][f"{letter}{int(first) - 1}"].value == heading
        assert int(last) == last_row(book[sheet], int(first)) + 1
    reviews = book[names.REVIEWS]
    header = [reviews.cell(names.RECORDS_HEADER, column).value for column in range(2, 12)]
    assert [header["BCDEFGHIJK".index(letter)] for letter in names.REVIEWERS] == [
        f"评委{number}" for number in range(1, 8)
    ]


def test_key_points_and_reviews_open_with_the_policys_own_indicators(book: Any) -> None:
    presets = [slot.preset for slot in Layout.of(ALL).slots if slot.preset.name]
    points, reviews = book[names.KEY_POINTS], book[names.REVIEWS]
    listed = [(one.name, text) for one in presets for text in one.key_points]
    assert [(points[f"B{row}"].value, points[f"C{row}"].value) for row in range(5, 5 + len(listed))] == listed
    scored = [(one.name, one.points) for one in presets]
    assert [
        (reviews[f"B{row}"].value, reviews[f"C{row}"].value) for row in range(5, 5 + len(scored))
    ] == scored
    assert points[f"B{5 + len(listed)}"].value is None and points[f"A{5 + len(listed)}"].value


@each_kind
class TestEach:
    def test_is_guarded_but_for_its_rows(self, book: Any, kind: Any) -> None:
        """Excel deletes a row of a protected sheet only if none of its cells is locked."""
        sheet = book[kind.sheet]
        assert sheet.protection.sheet and not sheet.protection.password and not sheet.protection.insertRows
        for row in range(kind.first, last_row(sheet, kind.first) + 1):
            cells = [sheet.cell(row, column) for column in range(1, len(kind.columns) + 2)]
            assert not any(cell.protection.locked for cell in cells), row
        assert sheet["A4"].protection.locked

    def test_opens_with_as_many_rows_as_it_says_at_least(self, book: Any, kind: Any) -> None:
        sheet = book[kind.sheet]
        rows = last_row(sheet, kind.first) - kind.first + 1
        assert rows >= ROWS[kind.sheet]

    def test_prints_on_a4_with_its_header_on_every_page(self, book: Any, kind: Any) -> None:
        sheet = book[kind.sheet]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.print_title_rows == "$4:$4"
        end = "ABCDEFGHIJKLM"[len(kind.columns) - 1]
        assert sheet.print_area == f"'{kind.sheet}'!$A$1:${end}${last_row(sheet, kind.first)}"

    def test_keeps_what_is_typed(self, book: Any, kind: Any) -> None:
        """2024年11月 and 12-1 stay text; quantities and money are numbers."""
        for column in kind.columns:
            text = column.entered in (RecordInput.TEXT, RecordInput.SUGGESTED, RecordInput.CHOSEN)
            cell = book[kind.sheet][f"{letter_of(kind, column.field)}{kind.first}"]
            assert (cell.number_format == "@") is text, column.heading

    def test_offers_its_words(self, book: Any, kind: Any) -> None:
        rules = book[kind.sheet].data_validations.dataValidation
        offered = {rule.formula1.strip('"') for rule in rules if rule.type == "list"}
        for column in kind.columns:
            if column.choices:
                assert ",".join(column.choices) in offered

    def test_takes_its_indicators_from_the_form(self, book: Any, kind: Any) -> None:
        if not any(column.field == "indicator" for column in kind.columns):
            return
        layout = Layout.of(ALL)
        name = layout.columns["name"]
        area = f"自评表!${name}${layout.first}:${name}${layout.last}"
        found = [rule for rule in book[kind.sheet].data_validations.dataValidation if rule.formula1 == area]
        assert len(found) == 1 and not found[0].showErrorMessage

    def test_colours_what_校验结果_names(self, book: Any, kind: Any) -> None:
        formulas = [
            formula
            for area in book[kind.sheet].conditional_formatting
            for rule in area.rules
            for formula in rule.formula
        ]
        assert any(f'"{kind.sheet}"' in one and "INDIRECT" in one for one in formulas)


def test_messages_keep_within_excels_limits(book: Any) -> None:
    for name in ROWS:
        for rule in book[name].data_validations.dataValidation:
            assert len(rule.promptTitle or "") <= 32 and len(rule.errorTitle or "") <= 32
            assert len(rule.prompt or "") <= 255 and len(rule.error or "") <= 255


def test_the_questionnaire_opens_with_the_policys_weights_and_their_mark(book: Any) -> None:
    sheet = book[names.SURVEY]
    weights = [sheet[f"{letter}8"] for letter in "CDEFG"]
    assert [cell.value * 100 for cell in weights] == list(ALL.values("satisfaction.weights"))
    assert {cell.number_format for cell in weights} == {"0%"}
    assert not any(cell.protection.locked for cell in (*weights, *[sheet[f"{one}7"] for one in "CDEFG"]))
    rule = ALL.rule("satisfaction.weights")
    assert rule.mark.label in sheet["A6"].value and rule.basis in sheet["A6"].value


def test_its_chart_draws_all_answers_together(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        charts = [package.read(one).decode() for one in package.namelist() if "charts/chart" in one]
    drawn = [re.findall("<c:f>(.*?)</c:f>", chart) for chart in charts]
    plain = [[one.replace("'", "") for one in references] for references in drawn]
    assert ["满意度问卷!$C$7:$G$7", "满意度问卷!$C$9:$G$9"] in plain


def test_no_formula_of_theirs_is_volatile(book: Any) -> None:
    """One would be recalculated on opening, and with it those that need our functions."""
    texts = [
        cell.value
        for name in ROWS
        for row in book[name]
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert texts
    assert not [one for one in texts if re.search(r"OFFSET|INDIRECT|INDEX|NOW|TODAY|RAND|CELL\(|INFO\(", one)]


def test_there_is_as_much_room_as_asked_for(tmp_path: Path) -> None:
    asked = {"满意度问卷": 14, "访谈记录": 25, "成本效益": 12, "子项目": 61, "佐证材料": 33}
    path = tmp_path / "room.xlsx"
    path.write_bytes(build_template(SOME, (), Capacity(records=asked)))
    book = openpyxl.load_workbook(path)
    first = {"满意度问卷": 10} | {name: kind.first for name, kind in KINDS.items()}
    assert {name: last_row(book[name], first[name]) - first[name] + 1 for name in asked} == asked
