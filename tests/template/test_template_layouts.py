"""A policy's columns, boxes, goals and room decide where everything stands; what is typed there is read back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import odd_layouts
from jxbook.excel.assemble import assemble
from jxbook.form import Entry, Form
from jxbook.policy import Policy, load_policy
from jxbook.recognition import recognise
from jxbook.template import build_template
from jxbook.template.capacity import Capacity, RowGroup
from jxbook.template.columns import SheetColumns
from jxbook.template.layout import Layout
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

ODD = {policy.id: policy for policy in odd_layouts.policies()}
NATIONAL = load_policy("mof-2020-10")
Typed = Callable[[Form], dict[Entry, str | Decimal]]


def written(policy: Policy, folder: Path, room: Capacity = Capacity()) -> Path:  # noqa: B008
    path = folder / f"{policy.id}.xlsx"
    path.write_bytes(build_template(policy, (), room))
    return path


def opened(path: Path) -> Form:
    return recognise(read_grid(path), path.name)


def typed(path: Path, entries: dict[Entry, Any]) -> Form:
    """The form after these values were typed in."""
    write_changes(path, [Change(entry.cell, value) for entry, value in entries.items() if entry.cell])
    return opened(path)


def texts(*entries: Entry) -> list[str]:
    return [entry.text for entry in entries]


class TestLayout:
    @pytest.mark.parametrize(
        ("policy", "columns", "funding"),
        [
            (
                NATIONAL,
                "level1 B level2 C name D target E actual F points G earned H reason I",
                "initial_budget D budget E spent F points G rate H earned I",
            ),
            (
                ODD["odd-split"],
                "level1 B level2 C name D nature E target F unit G actual H points I earned J reason K",
                "initial_budget D budget E:F spent G:H points I rate J earned K",
            ),
            (
                ODD["odd-plain"],
                "level1 B level2 C name D target E actual F",
                "initial_budget D budget E spent F rate G",
            ),
            (
                ODD["odd-table"],
                "level1 B level2 C name D:H earned I",
                "initial_budget D budget E spent F points G rate H earned I",
            ),
        ],
        ids=lambda one: getattr(one, "id", None),
    )
    def test_columns_and_money(self, policy: Policy, columns: str, funding: str) -> None:
        layout = Layout.of(policy)
        assert _shown(layout.columns.spans) == columns.replace("name D target E actual F", _plain(policy))
        assert _shown(layout.funding) == funding

    def test_every_printed_page_is_as_wide_as_the_national_one_or_a_little_wider(self) -> None:
        widths = {name: sum(Layout.of(policy).columns.widths.values()) for name, policy in ODD.items()}
        national = sum(Layout.of(NATIONAL).columns.widths.values())
        assert {name: width for name, width in widths.items() if not 0.99 <= width / national <= 1.1} == {}

    def test_neighbouring_columns_are_shared_as_their_widths_allow(self) -> None:
        columns = SheetColumns.of(NATIONAL.values("layout.columns"), least=9)
        assert columns.share("C", "I", (40, 13, 40)) == (("C", "D"), ("E", "E"), ("F", "I"))
        assert columns.share("B", "I", (52, 48)) == (("B", "E"), ("F", "I"))

    def test_signatures_stand_in_even_rows(self) -> None:
        assert [labels for _, labels in Layout.of(ODD["odd-split"]).signature_rows] == [
            ("填表人", "财务科长"),
            ("单位负责人", "填表日期"),
        ]


def _shown(spans: Any) -> str:
    return " ".join(
        f"{field} {left}" if left == right else f"{field} {left}:{right}"
        for field, (left, right) in spans.items()
    )


def _plain(policy: Policy) -> str:
    """In odd-plain 指标名称 takes two columns: the money needs them."""
    wide = policy.id == "odd-plain"
    return "name D:E target F actual G" if wide else "name D target E actual F"


class TestReadBack:
    def test_a_split_target_is_joined_and_keeps_its_parts(self, tmp_path: Path) -> None:
        path = written(ODD["odd-split"], tmp_path)
        first = opened(path).indicators[0]
        form = typed(path, {first.nature: "≤", first.value: "12", first.unit: "月", first.actual: "11"})
        one = form.indicators[0]
        assert texts(one.nature, one.value, one.unit, one.target, one.actual) == [
            "≤",
            "12",
            "月",
            "≤12月",
            "11月",
        ]
        assert one.target.cell == one.value.cell

    def test_presets_are_split_too(self, tmp_path: Path) -> None:
        form = opened(written(ODD["odd-split"], tmp_path))
        assert [texts(one.name, one.nature, one.value, one.unit) for one in form.indicators[:2]] == [
            ["培训人次", "≥", "200", "人次"],
            ["立项依据充分性", "定性", "有效提升", ""],
        ]

    def test_boxes_signatures_and_any_label_of_the_head(self, tmp_path: Path) -> None:
        path = written(ODD["odd-split"], tmp_path)
        blank = opened(path)
        facts = ("项目属性", "项目期", "开始", "结束", "填表人", "财务科长", "单位负责人", "填表日期")
        places = [
            *(blank.boxes[one] for one in ("评价结论", "本单位的打算")),
            *(blank.project.facts[one] for one in facts),
        ]
        values = [f"甲{number}" for number in range(len(places))]
        form = typed(path, dict(zip(places, values, strict=True)))
        assert [*texts(*form.boxes.values()), *(form.project.facts[one].text for one in facts)] == values
        assert list(form.boxes) == ["评价结论", "本单位的打算"]
        assert len(form.indicators) == len(blank.indicators)

    def test_a_form_without_a_total_ends_at_its_boxes(self, tmp_path: Path) -> None:
        form = opened(written(ODD["odd-plain"], tmp_path))
        assert len(form.indicators) == len(Layout.of(ODD["odd-plain"]).slots)
        assert (list(form.boxes), form.total.cell) == (["评价结论", "有关建议"], None)
        assert {"填报人", "审核人"} <= form.project.facts.keys()

    def test_each_goal_has_its_rows_and_its_weight(self, tmp_path: Path) -> None:
        path = written(ODD["odd-goals"], tmp_path)
        blank = opened(path)
        values = {
            entry: f"{number}{name}"
            for number, goal in enumerate(blank.goals)
            for name, entry in (("期", goal.expected), ("成", goal.achieved))
        }
        form = typed(path, {**values, blank.goals[1].weight: Decimal(30)})
        assert [texts(one.expected, one.achieved, one.weight) for one in form.goals] == [
            ["0期", "0成", ""],
            ["1期", "1成", "30"],
            ["2期", "2成", ""],
        ]
        assert [one.goal for one in form.indicators] == [0] * 5 + [1] * 3 + [2] * 3

    def test_the_grade_stands_below_the_total_where_points_are_the_last_column(self, tmp_path: Path) -> None:
        form = opened(written(ODD["odd-table"], tmp_path))
        total, grade = form.total.cell, form.grade.cell
        assert total and grade and (grade.row, grade.column) == (total.row + 1, total.column)

    def test_no_sheet_beside_is_taken_for_a_second_form(self, tmp_path: Path) -> None:
        path = written(ODD["odd-points"], tmp_path)
        assert {"评价要点", "评委评分", "看板"} <= {sheet.name for sheet in read_grid(path).sheets}
        assert opened(path).sheet == "自评表"


class TestRules:
    @pytest.fixture
    def rules(self, tmp_path: Path) -> dict[str, Any]:
        book = openpyxl.load_workbook(written(ODD["odd-split"], tmp_path))
        rules = book["自评表"].data_validations.dataValidation
        return {str(rule.sqref): rule for rule in rules}

    def test_a_limit_stops_and_is_told(self, rules: dict[str, Any]) -> None:
        layout = Layout.of(ODD["odd-split"])
        (row, label, limit), (free, _, none) = layout.box_rows
        box, reason = rules[f"C{row}:K{row}"], rules[f"K{layout.first}:K{layout.last}"]
        assert (label, limit, none) == ("评价结论", 200, 0)
        assert (box.type, box.operator, box.formula1, box.errorStyle) == (
            "textLength",
            "lessThanOrEqual",
            "200",
            None,
        )
        assert "不超过200字" in box.prompt and "不超过200字" in box.error
        assert reason.formula1 == "100" and "不超过100字" in reason.prompt
        assert rules[f"C{free}:K{free}"].type is None

    def test_the_sign_is_chosen_from_a_list(self, rules: dict[str, Any]) -> None:
        layout = Layout.of(ODD["odd-split"])
        assert rules[f"E{layout.first}:E{layout.last}"].formula1 == '"≥,>,=,<,≤,定性"'

    def test_a_box_is_high_enough_for_its_limit(self, tmp_path: Path) -> None:
        layout = Layout.of(ODD["odd-split"])
        form = openpyxl.load_workbook(written(ODD["odd-split"], tmp_path))["自评表"]
        (row, _, limit), _ = layout.box_rows
        letters = sum(layout.columns.widths[letter] for letter in "CDEFGHIJK") / 2
        assert form.row_dimensions[row].height >= limit / letters * 10.5 * 1.3


class TestCapacity:
    ROOM = Capacity(
        blocks=(
            RowGroup("产出指标", "数量指标", 4),
            RowGroup("产出指标", "新的指标", 1),
            RowGroup("效益指标", "社会效益指标", 2),
        ),
        money=("财政拨款", "自筹资金"),
        facts=("项目级次",),
        last_year=True,
    )

    @pytest.fixture
    def form(self, tmp_path: Path) -> Form:
        return opened(written(NATIONAL, tmp_path, self.ROOM))

    def test_rows_are_those_asked_for_and_blank(self, form: Form) -> None:
        rows = [(one.level1.text, one.level2.text) for one in form.indicators]
        assert (
            rows
            == [("产出指标", "数量指标")] * 4
            + [("产出指标", "新的指标")]
            + [("效益指标", "社会效益指标")] * 2
        )
        assert all(one.points.blank and not one.used for one in form.indicators)
        assert form.total_points.raw == 10

    def test_money_and_facts_are_too(self, form: Form) -> None:
        assert [row.label for row in form.funding.parts] == ["财政拨款", "自筹资金"]
        assert form.project.facts["项目级次"].cell is not None

    def test_last_years_values_are_beside_the_page_and_not_taken_for_actual_ones(
        self, form: Form, tmp_path: Path
    ) -> None:
        layout = Layout.of(NATIONAL, self.ROOM)
        sheet = openpyxl.load_workbook(tmp_path / "mof-2020-10.xlsx")["自评表"]
        assert "上年实际完成值" in sheet[f"{layout.columns.last_year}{layout.header}"].value
        assert layout.columns.last < layout.columns.checks < layout.columns.last_year
        assert f"${layout.columns.last}$" in sheet.print_area
        assert not sheet[f"{layout.columns.last_year}{layout.first}"].protection.locked
        assert form.indicators[0].actual.cell and form.indicators[0].actual.cell.address == f"F{layout.first}"

    def test_rows_of_a_further_goal(self, tmp_path: Path) -> None:
        room = Capacity(
            blocks=(RowGroup("产出指标", "数量指标", 2), RowGroup("产出指标", "质量指标", 1, goal=1))
        )
        form = opened(written(NATIONAL, tmp_path, room))
        assert len(form.goals) == 2
        assert [(one.goal, one.level2.text) for one in form.indicators] == [
            (0, "数量指标"),
            (0, "数量指标"),
            (1, "质量指标"),
        ]

    def test_indicators_scored_by_key_points_stay_tied_to_them(self, tmp_path: Path) -> None:
        room = Capacity(blocks=(RowGroup("产出指标", "数量指标", 3),))
        path = written(ODD["odd-points"], tmp_path, room)
        cells = openpyxl.load_workbook(path)["自评表"]
        layout = Layout.of(ODD["odd-points"], room)
        names = [cells[f"D{slot.row}"].value for slot in layout.slots]
        assert names == [None, "立项依据充分性", None]
        assert "评价要点" in cells[f"F{layout.slots[1].row}"].value


@pytest.mark.parametrize(
    ("policy", "column"), [(NATIONAL, 10), (ODD["odd-split"], 12), (ODD["odd-plain"], 8)]
)
def test_the_buttons_stand_beside_the_printed_page(policy: Policy, column: int, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsm"
    path.write_bytes(assemble(build_template(policy, ())))
    with zipfile.ZipFile(path) as package:
        drawing = package.read("xl/drawings/jxbuttons.vml").decode()
    assert {int(one) for one in re.findall(r"<x:Anchor>(\d+),", drawing)} == {column}
