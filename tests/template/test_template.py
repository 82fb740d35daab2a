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

import odd_layouts
from jxbook.form import Entry, Form
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.template import Section, build_template
from jxbook.template.facts import known_lines
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import page_height
from jxbook.workbook.reader import read_grid
from jxbook.workbook.row_height import height, lines

SECTIONS = (Section("项目背景", "立项的政策依据"), Section("有关建议", "针对问题提出措施"))
POLICIES = [*(load_policy(name) for name in policy_ids()), *odd_layouts.policies()]
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")  # openpyxl, of data bars

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


def sheets_of(policy: Policy) -> list[str]:
    """All sheets in order."""
    columns = Layout.of(policy).columns
    board = ["看板"] if "points" in columns and "earned" in columns else []
    return [
        "填报说明",
        "基本信息",
        "自评表",
        "报告素材",
        *policy.values("layout.sheets"),
        *board,
        "校验结果",
        "问答和依据",
        *(["词", "算"] if scores_rows(policy) else ["词"]),
    ]


FORM = 3
"""The number of the sheet 自评表."""


def form_xml(path: Path) -> str:
    return part(path, f"xl/worksheets/sheet{FORM}.xml")


def scores_rows(policy: Policy) -> bool:
    return policy.word("scoring.source") == "computed"


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
        formulas = "".join(re.findall("<f>.*?</f>", form_xml(built(policy))))
        assert not re.search(r"OFFSET|INDIRECT|INDEX|NOW|TODAY|RAND|CELL\(|INFO\(", formulas)

    def test_caches_empty_text(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        cells = re.findall("<c [^>]*><f>IF[^<]*JX_.*?</c>", form_xml(built(policy)))
        assert cells
        assert all('t="str"' in cell and cell.endswith("<v></v></c>") for cell in cells)

    def test_lets_indicator_rows_grow(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        layout = Layout.of(policy)
        xml = form_xml(built(policy))
        for row in range(layout.first, layout.last + 1):
            tag = re.search(f'<row r="{row}"[^>]*>', xml)
            assert tag is not None
            assert "customHeight" not in tag[0]
            merged = layout.columns.spans["name"][0] != layout.columns.spans["name"][1]
            assert (
                merged or "ht=" not in tag[0]
            )  # a height that is stated is a height set by hand to many a program

    def test_fills_a_page_and_leaves_no_line_for_the_next(
        self, policy: Policy, built: Callable[[Policy], Path]
    ) -> None:
        """A blank form is a whole page, unless it has few rows or needs a second page for its boxes."""
        layout = Layout.of(policy)
        sheet = openpyxl.load_workbook(built(policy))["自评表"]
        usual = sheet.sheet_format.defaultRowHeight
        used = sum(sheet.row_dimensions[row].height or usual for row in range(1, layout.bottom + 1))
        page = page_height(layout.columns.points)
        assert used / page < 0.98 or used / page > 1.1
        assert used / page > 0.9 or len(layout.slots) < 11

    def test_is_as_wide_in_every_program(self, policy: Policy, built: Callable[[Policy], Path]) -> None:
        """Column widths count in digits of the first font: one that other systems lack would be another's width."""
        fonts = part(built(policy), "xl/styles.xml")
        assert re.search(r"<fonts[^>]*><font>(.*?)</font>", fonts)[1] == (  # type: ignore[index]
            '<sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/>'
        )

    def test_names_only_what_is_printed_and_its_policy(
        self, policy: Policy, built: Callable[[Policy], Path]
    ) -> None:
        names = set(re.findall('definedName name="([^"]+)"', part(built(policy), "xl/workbook.xml")))
        of_the_layer = {one for one in names if one.startswith("本行")} | {
            "Jx_Engine",
            "Jx_Fingerprint",
            "表中公式适用",
        }
        assert names - of_the_layer == {"_xlnm.Print_Area", "_xlnm.Print_Titles", "Jx_MadeFor"}


@each_policy
class TestAsAWorkbook:
    @pytest.fixture
    def book(self, policy: Policy, built: Callable[[Policy], Path]) -> Any:
        return openpyxl.load_workbook(built(policy))

    def test_has_its_sheets_in_order(self, policy: Policy, book: Any) -> None:
        assert book.sheetnames == sheets_of(policy)

    def test_protects_every_sheet_without_a_password(self, policy: Policy, book: Any) -> None:
        for sheet in book:
            assert sheet.protection.sheet and not sheet.protection.password
            if sheet.sheet_state == "veryHidden":
                continue  # nobody comes there
            # openpyxl says True for what is locked
            assert not sheet.protection.insertRows and not sheet.protection.formatRows

    def test_keeps_what_is_typed(self, policy: Policy, book: Any) -> None:
        """98%, 12月 and =100% stay text; money and points are numbers."""
        layout, form = Layout.of(policy), book["自评表"]
        for row in range(layout.first, layout.last + 1):
            texts = ("name", "nature", "target", "unit", "actual", "reason")
            typed = [form[f"{layout.columns[one]}{row}"] for one in texts if one in layout.columns]
            assert {cell.number_format for cell in typed if not str(cell.value).startswith("=")} == {"@"}
            if "points" in layout.columns:
                assert form[f"{layout.columns['points']}{row}"].number_format == "General"

    def test_opens_whole_indicator_rows(self, policy: Policy, book: Any) -> None:
        """Excel deletes a row of a protected sheet only if none of its cells is locked."""
        layout, form = Layout.of(policy), book["自评表"]
        for row in range(layout.first, layout.last + 1):
            assert not any(form[f"{letter}{row}"].protection.locked for letter in layout.columns.all_widths)
        assert form[f"A{layout.header}"].protection.locked or layout.goals == 1
        if "earned" in layout.columns:
            assert form[f"{layout.columns['earned']}{layout.total}"].protection.locked

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
        letters = [layout.columns["earned"]] if scores_rows(policy) else []
        for letter in [*letters, *([layout.columns.checks] if "target" in layout.columns else [])]:
            assert guards[f"{letter}{first}:{letter}{last}"] == f"_xlfn.ISFORMULA({letter}{first})"

    def test_prints_the_form_without_the_check_column(self, policy: Policy, book: Any) -> None:
        layout, form = Layout.of(policy), book["自评表"]
        assert form.print_area == f"'自评表'!$A$1:${layout.columns.last}${layout.bottom}"
        assert layout.columns.last < layout.columns.checks
        assert form.print_title_rows == f"${layout.header}:${layout.header}"
        assert (form.page_setup.paperSize, form.page_setup.orientation) == (9, "portrait")
        assert (form.page_setup.fitToWidth or 1, form.page_setup.fitToHeight) == (1, 0)

    def test_suggests_points_that_add_up(self, policy: Policy, book: Any) -> None:
        layout, form = Layout.of(policy), book["自评表"]
        if "points" not in layout.columns:
            return
        letter = layout.columns["points"]
        points = [form[f"{letter}{row}"].value or 0 for row in range(layout.first, layout.last + 1)]
        assert sum(points) + policy.number("weights.execution") == policy.number("weights.total")
        if "points" in layout.funding:
            assert form[f"{layout.funding['points'][0]}{layout.funds}"].value == policy.number(
                "weights.execution"
            )

    def test_says_what_is_not_official(self, policy: Policy, book: Any) -> None:
        guide, asked = (
            [str(cell.value) for row in book[sheet] for cell in row if cell.value]
            for sheet in ("填报说明", "问答和依据")
        )
        for rule in policy.unofficial:
            if rule.key.startswith("checks."):
                continue  # jxbook rule tells the numbers of a check
            at = asked.index(rule.label)
            assert asked[at : at + 3] == [rule.label, rule.mark.label, rule.basis]
        warned = any("不能视为官方规定" in text for text in guide)
        assert warned == (policy.identity.mark != "official")

    def test_the_guide_fits_a_screen(self, policy: Policy, book: Any) -> None:
        """A screen at its usual zoom shows some 600 points of a sheet; the form of a department asks for most."""
        guide = book["填报说明"]
        heights = [guide.row_dimensions[row].height or 15 for row in range(1, guide.max_row + 1)]
        assert sum(heights) <= 720

    def test_sheets_for_those_who_want_them_are_out_of_sight(self, policy: Policy, book: Any) -> None:
        hidden = [sheet.title for sheet in book if sheet.sheet_state == "hidden"]
        assert hidden == [
            one for one in policy.values("layout.sheets") if one not in ("评价要点", "评委评分")
        ]

    def test_asks_for_every_section(self, policy: Policy, book: Any) -> None:
        rows = list(book["报告素材"].iter_rows(min_row=4, max_col=4, values_only=True))
        assert rows[0] == ("报告章节", "写入方式", "内容", "填写提示")
        assert rows[1:] == [(one.name, "补充", None, one.hint) for one in SECTIONS]


def assert_complete(form: Form, policy: Policy) -> None:
    """Every entry that a layout has a place for knows its cell, and no two share one."""
    layout = Layout.of(policy)
    project, funding, fields = form.project, form.funding, layout.columns
    entries: list[Entry] = [
        *(project.name, project.code, project.supervisor, project.implementer, *project.facts.values()),
        *(form.policy_entry, form.year_entry, form.title_year, *form.boxes.values()),
    ]
    for money in (funding.total, *funding.parts):
        entries += [money.initial_budget, money.budget, money.spent]
    entries += [getattr(funding, field) for field in ("points", "rate", "earned") if field in layout.funding]
    for goal in form.goals:
        entries += [goal.expected, goal.achieved, *([goal.weight] if layout.goals > 1 else [])]
    if layout.scored:
        entries += [form.total_points] if "points" in fields else []
        entries += [form.total, form.grade] if "earned" in fields else []
    for row in form.indicators:
        given = [field for field in ("name", "actual", "points", "earned", "reason") if field in fields]
        given += ["nature", "value", "unit"] if layout.split else ["target"] if "target" in fields else []
        given += ["verdict"] if "target" in fields else []
        entries += [getattr(row, field) for field in given]
    labels = {row.level1.cell for row in form.indicators} | {row.level2.cell for row in form.indicators}
    cells = [entry.cell for entry in entries]
    assert None not in cells
    assert len(set(cells) | labels) == len(cells) + len(labels)


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
        assert_complete(form, policy)

    def test_reads_facts_and_money(self, policy: Policy, form: Form) -> None:
        head = {label for pair in policy.values("layout.head_rows") for label in pair}
        lines = {line.label for line in known_lines(policy)} | set(policy.values("layout.signatures"))
        assert set(form.project.facts) == (lines | head) - {"主管部门", "实施单位", "项目编码"}
        assert form.funding.unit == policy.word("layout.money_unit")
        assert tuple(row.label for row in form.funding.parts) == Layout.of(policy).parts
        if "points" in Layout.of(policy).funding:
            assert form.funding.points.number == policy.number("weights.execution")
        assert not form.funding.rate.unknown and form.funding.rate.blank

    def test_reads_every_indicator_row(self, policy: Policy, form: Form) -> None:
        expected = [
            (goal, one.name, two.name)
            for goal in range(int(policy.number("layout.goals")))
            for one in policy.tree.level1
            for two in one.level2
            for _ in range(1 if goal else max(two.rows, len(two.presets)))
        ]
        assert [(row.goal, row.level1.text, row.level2.text) for row in form.indicators] == expected
        presets = [p for one in policy.tree.level1 for two in one.level2 for p in two.presets]
        assert [row.name.text for row in form.indicators if row.name.text] == [one.name for one in presets]
        assert form.grade.blank and form.total.text == ("待完善" if form.total.cell else "")


class TestTotal:
    """The formula of 总分, evaluated with stubs in place of our functions."""

    policy = load_policy("mof-2020-10")

    @pytest.fixture
    def total(self, built: Callable[[Policy], Path]) -> Callable[..., Any]:
        path = built(self.policy)
        layout = Layout.of(self.policy)

        def evaluate(rows: dict[int, Cells], execution: Any = 10.0, *, below: bool = False) -> Any:
            book = formualizer.load_workbook(str(path))
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
                formula = openpyxl.load_workbook(path)["自评表"][f"H{layout.total}"].value
                book.set_formula("自评表", layout.total + 1, 8, formula)
            book.evaluate_all()
            return book.evaluate_cell("自评表", layout.total + below, 8)

        return evaluate

    def test_is_unfinished_when_empty(self, total: Callable[..., Any]) -> None:
        assert total({}) == "待完善"

    def test_adds_up_when_every_used_row_is_scored(self, total: Callable[..., Any]) -> None:
        rows = {0: _row("≥1个", "15"), 3: _row("≥1个", "14.63"), 9: _row("≥1个", "0")}
        assert total(rows) == pytest.approx(39.63)

    def test_is_unfinished_while_a_used_row_has_no_score(self, total: Callable[..., Any]) -> None:
        for column, value in {"D": "项目数", "E": "≥1个", "F": "1个", "G": 5.0}.items():
            assert total({0: _row("≥1个", "15"), 5: {column: value}}) == "待完善", column

    def test_is_unfinished_without_execution(self, total: Callable[..., Any]) -> None:
        assert total({0: _row("≥1个", "15")}, execution="") == "待完善"

    def test_leaves_out_what_does_not_apply(self, total: Callable[..., Any]) -> None:
        nothing = dict.fromkeys("DEFG", "无")
        rows = {0: _row("≥1个", "15"), 2: nothing, 3: {"D": "无"}, 4: dict.fromkeys("DEFG", "—")}
        assert total(rows) == 25

    def test_is_unfinished_when_nothing_applies(self, total: Callable[..., Any]) -> None:
        assert total({0: dict.fromkeys("DEFG", "无")}) == "待完善"

    def test_shows_an_error(self, total: Callable[..., Any]) -> None:
        assert _is_error(total({0: _row("≥1个", "15"), 1: _row("≥1个", "boom")}))

    def test_does_not_skip_a_score_that_is_text(self, total: Callable[..., Any]) -> None:
        assert total({0: _row("≥1个", "15"), 1: {**_row("≥1个", "10"), "H": "10分"}}) == "待完善"

    def test_counts_the_first_and_the_last_row(self, total: Callable[..., Any]) -> None:
        last = len(Layout.of(self.policy).slots) - 1
        assert total({0: _row("≥1个", "15"), last: _row("≥1个", "5")}) == 30

    def test_notices_a_row_inserted_right_above_it(self, total: Callable[..., Any]) -> None:
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
