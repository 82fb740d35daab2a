"""The workbook that staff open: valid, found again by recognition, and right in its total."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import formualizer
import openpyxl
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.form import Entry, Form
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.workbook.reader import read_grid
from jxbook.workbook.recognise import recognise
from jxbook.workbook.template import Section, build_template
from jxbook.workbook.template.fit import height, lines
from jxbook.workbook.template.layout import Layout

SECTIONS = (Section("项目背景", "立项的政策依据"), Section("有关建议", "针对问题提出措施"))
POLICIES = [load_policy(name) for name in policy_ids()]
SHEETS = ["填报说明", "基本信息", "自评表", "报告素材", "看板", "校验结果"]

Cells = dict[str, Any]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Policy], Path]:
    folder = tmp_path_factory.mktemp("templates")

    def path_of(policy: Policy) -> Path:
        path = folder / f"{policy.id}.xlsx"
        if not path.exists():
            path.write_bytes(build_template(policy, SECTIONS))
        return path

    return path_of


each_policy = pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")


def sheet_xml(path: Path, sheet: str) -> str:
    return part(path, f"xl/worksheets/sheet{SHEETS.index(sheet) + 1}.xml")


@each_policy
class TestAsAFile:
    def test_passes_the_schema_audit(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(built(policy))
        assert [str(error) for error in result.errors] == []

    def test_is_the_same_every_time(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        assert build_template(policy, SECTIONS) == built(policy).read_bytes()

    def test_is_not_recalculated_on_opening(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        calculation = re.search("<calcPr[^>]*>", part(built(policy), "xl/workbook.xml"))
        assert calculation is not None
        assert calculation[0] == '<calcPr calcId="191029"/>'

    def test_has_no_volatile_formula(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        """One would be recalculated on opening, and with it 等级, which needs our functions."""
        formulas = "".join(re.findall("<f>.*?</f>", sheet_xml(built(policy), "自评表")))
        assert not re.search(r"OFFSET|INDIRECT|INDEX|NOW|TODAY|RAND|CELL\(|INFO\(", formulas)

    def test_caches_empty_text(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        cells = re.findall("<c [^>]*><f>IF[^<]*JX_.*?</c>", sheet_xml(built(policy), "自评表"))
        assert cells
        assert all('t="str"' in cell and cell.endswith("<v></v></c>") for cell in cells)

    def test_lets_indicator_rows_grow(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        layout = Layout.of(policy)
        xml = sheet_xml(built(policy), "自评表")
        for row in range(layout.first, layout.last + 1):
            tag = re.search(f'<row r="{row}"[^>]*>', xml)
            assert tag is not None
            assert "ht=" in tag[0] and "customHeight" not in tag[0]

    def test_names_only_what_is_printed(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        names = set(re.findall('definedName name="([^"]+)"', part(built(policy), "xl/workbook.xml")))
        assert names == {"_xlnm.Print_Area", "_xlnm.Print_Titles"}


@each_policy
class TestAsAWorkbook:
    @pytest.fixture
    def book(self, policy: Policy, built: Callable[[Policy], Path]) -> Any:
        return openpyxl.load_workbook(built(policy))

    def test_has_its_sheets_in_order(self, policy: Policy, book: Any) -> None:
        assert book.sheetnames == SHEETS

    def test_protects_every_sheet_without_a_password(self, policy: Policy, book: Any) -> None:
        for sheet in book:
            assert sheet.protection.sheet and not sheet.protection.password
            # openpyxl says True for what is locked
            assert not sheet.protection.insertRows and not sheet.protection.formatRows

    def test_keeps_what_is_typed(self, policy: Policy, book: Any) -> None:
        """98%, 12月 and =100% stay text; money and points are numbers."""
        layout, form = Layout.of(policy), book["自评表"]
        for row in range(layout.first, layout.last + 1):
            assert {form[f"{column}{row}"].number_format for column in "DEFI"} == {"@"}
            assert form[f"G{row}"].number_format == "General"

    def test_opens_whole_indicator_rows(self, policy: Policy, book: Any) -> None:
        """Excel deletes a row of a protected sheet only if none of its cells is locked."""
        layout, form = Layout.of(policy), book["自评表"]
        for row in range(layout.first, layout.last + 1):
            assert not any(form.cell(row, column).protection.locked for column in range(1, 12))
        assert form[f"H{layout.total}"].protection.locked

    def test_keeps_messages_within_excels_limits(self, policy: Policy, book: Any) -> None:
        for sheet in book:
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32 and len(rule.errorTitle or "") <= 32
                assert len(rule.prompt or "") <= 255 and len(rule.error or "") <= 255

    def test_guards_the_formulas(self, policy: Policy, book: Any) -> None:
        layout = Layout.of(policy)
        rules = book["自评表"].data_validations.dataValidation
        guards = {str(rule.sqref): rule.formula1 for rule in rules if rule.type == "custom"}
        first, last = layout.first, layout.last
        assert guards[f"H{first}:H{last}"] == f"_xlfn.ISFORMULA(H{first})"
        assert guards[f"K{first}:K{last}"] == f"_xlfn.ISFORMULA(K{first})"

    def test_prints_the_form_without_the_check_column(self, policy: Policy, book: Any) -> None:
        layout, form = Layout.of(policy), book["自评表"]
        assert form.print_area == f"'自评表'!$A$1:$I${layout.total}"
        assert form.print_title_rows == f"${layout.header}:${layout.header}"
        assert (form.page_setup.paperSize, form.page_setup.orientation) == (9, "portrait")
        assert (form.page_setup.fitToWidth or 1, form.page_setup.fitToHeight) == (1, 0)

    def test_suggests_points_that_add_up(self, policy: Policy, book: Any) -> None:
        layout = Layout.of(policy)
        points = [book["自评表"][f"G{row}"].value or 0 for row in range(layout.first, layout.last + 1)]
        assert sum(points) + book["自评表"][f"G{layout.funds}"].value == policy.number("weights.total")

    def test_says_what_is_not_official(self, policy: Policy, book: Any) -> None:
        texts = [str(cell.value) for row in book["填报说明"] for cell in row if cell.value]
        for rule in policy.unofficial:
            at = texts.index(rule.label)
            assert texts[at : at + 3] == [rule.label, rule.mark.label, rule.basis]
        warned = any("不能视为官方规定" in text for text in texts)
        assert warned == (policy.identity.mark != "official")

    def test_asks_for_every_section(self, policy: Policy, book: Any) -> None:
        rows = list(book["报告素材"].iter_rows(min_row=4, max_col=4, values_only=True))
        assert rows[0] == ("报告章节", "写入方式", "内容", "填写提示")
        assert rows[1:] == [(one.name, "补充", None, one.hint) for one in SECTIONS]


@each_policy
class TestAsAForm:
    @pytest.fixture
    def form(self, policy: Policy, built: Callable[[Policy], Path]) -> Form:
        path = built(policy)
        return recognise(read_grid(path), path.name)

    def test_is_found_again(self, policy: Policy, form: Form) -> None:
        assert (form.sheet, form.policy_id, form.year, form.passages) == ("自评表", policy.id, None, ())
        assert form.year_entry.cell is not None and form.year_entry.cell.sheet == "基本信息"

    def test_has_a_cell_for_every_entry(self, policy: Policy, form: Form) -> None:
        project, funding = form.project, form.funding
        money = [
            entry
            for row in (funding.total, *funding.parts)
            for entry in (row.initial_budget, row.budget, row.spent)
        ]
        entries: list[Entry] = [
            *(project.name, project.code, project.supervisor, project.implementer, *project.facts.values()),
            *(*money, funding.points, funding.rate, funding.earned, form.goal.expected, form.goal.achieved),
            *(form.total_points, form.total, form.grade, form.policy_entry),
        ]
        for row in form.indicators:
            entries += [row.level1, row.level2, row.name, row.target, row.actual, row.points, row.earned]
            entries += [row.reason, row.verdict]
        cells = [entry.cell for entry in entries]
        assert None not in cells
        assert len(set(cells)) == len(cells) - sum(2 for _ in form.indicators) + len(
            {row.level1.cell for row in form.indicators} | {row.level2.cell for row in form.indicators}
        )

    def test_reads_facts_and_money(self, policy: Policy, form: Form) -> None:
        head = {label for pair in policy.values("layout.head_rows") for label in pair}
        asked = {"项目类型", "项目开始时间", "项目完成时间"}
        assert set(form.project.facts) == asked | head - {"主管部门", "实施单位"}
        assert form.funding.unit == policy.word("layout.money_unit")
        assert [row.label for row in form.funding.parts] == ["当年财政拨款", "上年结转资金", "其他资金"]
        assert form.funding.points.number == policy.number("weights.execution")
        assert not form.funding.rate.unknown and form.funding.rate.blank

    def test_reads_every_indicator_row(self, policy: Policy, form: Form) -> None:
        expected = [
            (one.name, two.name) for one in policy.tree.level1 for two in one.level2 for _ in range(two.rows)
        ]
        assert [(row.level1.text, row.level2.text) for row in form.indicators] == expected
        assert form.total.text == "待完善" and form.grade.blank


@each_policy
class TestTotal:
    """The formula of 总分, evaluated with stubs in place of our functions."""

    @pytest.fixture
    def total(self, policy: Policy, built: Callable[[Policy], Path]) -> Callable[..., Any]:
        layout = Layout.of(policy)

        def evaluate(rows: dict[int, Cells], execution: Any = 10.0, *, below: bool = False) -> Any:
            book = formualizer.load_workbook(str(built(policy)))
            answer: dict[str, Callable[..., Any]] = {
                "JX_SCORE": lambda target, actual, *_: _score(target, actual),
                "JX_RATE": lambda *_: "",
                "JX_EXECUTION": lambda *_: execution,
                "JX_GRADE": lambda total, *_: "优" if isinstance(total, float) else "",
                "JX_CHECK": lambda *_: "",
            }
            for name, function in answer.items():
                book.register_function(name, function, min_args=1, max_args=8)
            for row in range(layout.first, layout.last + 1):
                book.set_value("自评表", row, 7, None)
            for column in (5, 6):
                book.set_value("自评表", layout.funds, column, 10.0)
            for offset, cells in rows.items():
                for column, value in cells.items():
                    book.set_value("自评表", layout.first + offset, " ABCDEFGHIJK".index(column), value)
            if below:
                formula = openpyxl.load_workbook(built(policy))["自评表"][f"H{layout.total}"].value
                book.set_formula("自评表", layout.total + 1, 8, formula)
            book.evaluate_all()
            return book.evaluate_cell("自评表", layout.total + below, 8)

        return evaluate

    def test_is_unfinished_when_empty(self, policy: Policy, total: Callable[..., Any]) -> None:
        assert total({}) == "待完善"

    def test_adds_up_when_every_used_row_is_scored(self, policy: Policy, total: Callable[..., Any]) -> None:
        rows = {0: _row("≥1个", "15"), 3: _row("≥1个", "14.63"), 9: _row("≥1个", "0")}
        assert total(rows) == pytest.approx(39.63)

    def test_is_unfinished_while_a_used_row_has_no_score(
        self, policy: Policy, total: Callable[..., Any]
    ) -> None:
        for column, value in {"D": "项目数", "E": "≥1个", "F": "1个", "G": 5.0}.items():
            assert total({0: _row("≥1个", "15"), 5: {column: value}}) == "待完善", column

    def test_is_unfinished_without_execution(self, policy: Policy, total: Callable[..., Any]) -> None:
        assert total({0: _row("≥1个", "15")}, execution="") == "待完善"

    def test_leaves_out_what_does_not_apply(self, policy: Policy, total: Callable[..., Any]) -> None:
        nothing = dict.fromkeys("DEFG", "无")
        rows = {0: _row("≥1个", "15"), 2: nothing, 3: {"D": "无"}, 4: dict.fromkeys("DEFG", "—")}
        assert total(rows) == 25

    def test_is_unfinished_when_nothing_applies(self, policy: Policy, total: Callable[..., Any]) -> None:
        assert total({0: dict.fromkeys("DEFG", "无")}) == "待完善"

    def test_shows_an_error(self, policy: Policy, total: Callable[..., Any]) -> None:
        assert _is_error(total({0: _row("≥1个", "15"), 1: _row("≥1个", "boom")}))

    def test_does_not_skip_a_score_that_is_text(self, policy: Policy, total: Callable[..., Any]) -> None:
        assert total({0: _row("≥1个", "15"), 1: {**_row("≥1个", "10"), "H": "10分"}}) == "待完善"

    def test_counts_the_first_and_the_last_row(self, policy: Policy, total: Callable[..., Any]) -> None:
        last = len(Layout.of(policy).slots) - 1
        assert total({0: _row("≥1个", "15"), last: _row("≥1个", "5")}) == 30

    def test_notices_a_row_inserted_right_above_it(self, policy: Policy, total: Callable[..., Any]) -> None:
        """Such a row lies outside the areas; the formula then stands one row lower than they expect."""
        assert total({0: _row("≥1个", "15")}, below=True) == "待完善"


def _row(target: str, score: str) -> Cells:
    return {"D": "某指标", "E": target, "F": score, "G": 15.0}


def _score(target: Any, actual: Any) -> Any:
    """A stub of JX_SCORE: the actual value is the score that it is to give."""
    if actual == "boom":
        raise ValueError("boom")
    if target in ("无", "—"):
        return "—"
    return float(actual) if actual and target and actual != "1个" else ""


def _is_error(value: Any) -> bool:
    return isinstance(value, dict) and value.get("type") == "Error"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("", 10, 1), ("甲乙丙丁", 10, 1), ("甲乙丙丁戊", 10, 2), ("甲\n乙", 10, 2)],
)
def test_lines(text: str, width: float, expected: int) -> None:
    assert lines(text, width) == expected


def test_height_grows_with_the_text() -> None:
    assert height("", 10, least=20) == 20
    assert height("甲" * 50, 10) > height("甲" * 10, 10)


def test_a_template_is_a_zip_of_known_parts() -> None:
    with zipfile.ZipFile(BytesIO(build_template(POLICIES[0], ()))) as package:
        assert not [name for name in package.namelist() if "vba" in name or "external" in name.lower()]
