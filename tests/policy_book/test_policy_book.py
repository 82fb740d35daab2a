"""An office's rules as a workbook: what it says is what the policy holds, and a mistake is told by its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jxbook.finding import Refusal
from jxbook.policy import KEYS, FaultyPolicy, Policy, load_policy, policy_ids
from jxbook.policy_book import draft_workbook, read_policy_workbook
from jxbook.policy_book.sheets import METHODS, TREE
from jxbook.policy_book.values import how, parsed, shown


@pytest.fixture
def drafted(tmp_path: Path) -> Callable[..., Path]:
    """drafted("sichuan") → a workbook of an office on top of it, untouched; cells are typed by sheet and address."""

    def made(parent: str = "mof-2020-10", typed: Mapping[str, object] | None = None) -> Path:
        path = tmp_path / "我局.xlsx"
        path.write_bytes(draft_workbook(load_policy(parent), "我局"))
        if typed:
            book = openpyxl.load_workbook(path)
            for place, value in typed.items():
                sheet, _, address = place.partition("!")
                book[sheet][address] = value
            book.save(path)
        return path

    return made


def row_of(sheet: Worksheet, label: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)


def at(path: Path, sheet: str, label: str, column: str) -> str:
    """The address of a column in the row of a label: at(path, "计分方法", "等级", "C")."""
    return f"{sheet}!{column}{row_of(openpyxl.load_workbook(path)[sheet], label)}"


@pytest.mark.parametrize("policy", policy_ids())
def test_every_value_of_every_policy_is_read_as_it_is_shown(policy: str) -> None:
    for key, rule in load_policy(policy).rules.items():
        assert parsed(key, shown(key, rule.value)) == rule.value
        assert how(key)


@pytest.mark.parametrize("policy", policy_ids())
def test_an_untouched_workbook_inherits_everything(policy: str, drafted: Callable[..., Path]) -> None:
    own, text = read_policy_workbook(drafted(policy))
    parent = load_policy(policy)
    assert (own.id, own.rules, own.tree) == ("我局", parent.rules, parent.tree)
    assert "[tree]" not in text


@pytest.mark.parametrize("policy", policy_ids())
def test_everything_typed_anew_reads_as_the_same_rules(policy: str, drafted: Callable[..., Path]) -> None:
    parent, path = load_policy(policy), drafted(policy)
    book = openpyxl.load_workbook(path)
    for sheet in (book[TREE], book[METHODS]):
        for key, rule in parent.rules.items():
            labels = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
            if KEYS[key].label in labels:
                row = labels.index(KEYS[key].label) + 1
                value = shown(key, rule.value)
                sheet.cell(row, 3).value = float(value) if isinstance(value, Decimal) else value
                sheet.cell(row, 4).value, sheet.cell(row, 5).value = "本局办法第三条", "实践"
    for label in ("指标体系的名称", "一级指标的分值", "二级指标的分值"):
        row = row_of(book[TREE], label)
        book[TREE].cell(row, 3).value, book[TREE].cell(row, 4).value = "本局办法附件", "假定"
    first = row_of(book[TREE], parent.tree.level1[0].name)
    book[TREE].cell(first, 4).value = "另一种写法"
    book.save(path)

    own, _ = read_policy_workbook(path)
    assert {key: rule.value for key, rule in own.rules.items()} == {
        key: rule.value for key, rule in parent.rules.items()
    }
    assert {rule.source for rule in own.rules.values()} == {"我局"}
    assert own.tree.level1[0].aliases == ("另一种写法",)
    assert [(one.name, one.points, one.level2) for one in own.tree.level1] == [
        (one.name, one.points, one.level2) for one in parent.tree.level1
    ]
    assert own.tree.weights_mark.label == "假定"


def changed(drafted: Callable[..., Path], label: str, value: object, sheet: str = METHODS) -> Path:
    path = drafted()
    row = at(path, sheet, label, "C")[len(sheet) + 2 :]
    return drafted(
        typed={f"{sheet}!C{row}": value, f"{sheet}!D{row}": "本局办法第五条", f"{sheet}!E{row}": "实践"}
    )


@pytest.mark.parametrize(
    ("label", "typed", "key", "value"),
    [
        ("执行率计分方法", "按区间分档", "execution.method", "steps"),
        ("执行率低于此值（%）应说明原因", 80, "execution.reason_below", Decimal(80)),
        ("执行率低于此值（%）应说明原因", "80%", "execution.reason_below", Decimal(80)),
        ("得分低于分值应填写原因", "否", "reasons.below_full", False),
        ("等级", "90：优；75：良; 60:中；0：差", "grades.bands", ((90, "优"), (75, "良"), (60, "中"), (0, "差"))),
        ("签字栏", "填表人，审核人", "layout.signatures", ("填表人", "审核人")),
        ("签字栏", "（无）", "layout.signatures", ()),
        ("表头各行", "主管部门、实施单位；项目负责人、联系电话", "layout.head_rows", (("主管部门", "实施单位"), ("项目负责人", "联系电话"))),
    ],
)  # fmt: skip
def test_a_value_as_an_office_types_it(drafted, label, typed, key, value) -> None:
    own, _ = read_policy_workbook(changed(drafted, label, typed))
    assert (own.rules[key].value, own.rules[key].source) == (value, "我局")
    assert own.rules[key].basis == "本局办法第五条"


@pytest.mark.parametrize(
    ("label", "typed", "column", "what"),
    [
        (
            "执行率计分方法",
            "随便",
            "C",
            "“执行率计分方法”不能是“随便”，请从下拉框里选一个：按比例、按区间分档",
        ),
        ("得分小数位", "两位", "C", "“得分小数位”不能是“两位”，请写一个允许的数"),
        ("得分小数位", 9, "C", "“得分小数位”不能是“9”"),
        ("等级", "优90", "C", "“等级”不能是“优90”，请这样写：每行之间用“；”"),
    ],
)
def test_a_mistake_is_told_by_its_cell(drafted, label, typed, column, what) -> None:
    path = changed(drafted, label, typed)
    with pytest.raises(FaultyPolicy) as refused:
        read_policy_workbook(path)
    assert str(refused.value).startswith("JX921 [我局.xlsx] 政策文件有误 — [")
    assert f"[{at(path, METHODS, label, column)}] {what}" in str(refused.value)


def test_basis_and_mark_are_asked_for_where_a_value_is_changed(drafted) -> None:
    path = drafted()
    cell = at(path, METHODS, "得分小数位", "C")
    path = drafted(typed={cell: 1})
    with pytest.raises(FaultyPolicy) as refused:
        read_policy_workbook(path)
    row = cell.partition("!C")[2]
    assert [(str(one.cell), one.what) for one in refused.value.faults] == [
        (f"{METHODS}!D{row}", "“得分小数位”改了，没有写依据"),
        (f"{METHODS}!E{row}", "没有写标记"),
    ]


def test_what_does_not_fit_together_is_told_by_cell_and_in_words(drafted) -> None:
    path = changed(drafted, "预算执行率分值", 20, TREE)
    with pytest.raises(FaultyPolicy) as refused:
        read_policy_workbook(path)
    said = str(refused.value)
    assert f"[{at(path, TREE, '预算执行率分值', 'C')}] " in said
    assert "合计110分" in said and "weights" not in said and "[tree]" not in said


class TestTheTree:
    @pytest.fixture
    def typed(self, drafted) -> Callable[..., Path]:
        """Rows of the tree typed over, with a source for it."""

        def made(**cells: object) -> Path:
            path = drafted()
            sources = {
                at(path, TREE, label, column): text
                for label in ("指标体系的名称", "一级指标的分值", "二级指标的分值")
                for column, text in (("C", "本局办法附件"), ("D", "实践"))
            }
            first = int(at(path, TREE, "产出指标", "A").partition("!A")[2])
            own = {f"{TREE}!{place[0]}{first + int(place[1:])}": value for place, value in cells.items()}
            return drafted(typed=sources | own)

        return made

    def test_other_points(self, typed) -> None:
        own, text = read_policy_workbook(typed(F0=20, F1=10))
        assert [two.points for two in own.tree.level1[0].level2][:2] == [20, 10]
        assert "[tree]" in text

    def test_only_what_changed_is_asked_for_its_source(self, drafted) -> None:
        """Other points of two 二级指标 leave the names and the 一级指标 as they are, and their sources."""
        path = drafted()
        first = int(at(path, TREE, "产出指标", "A").partition("!A")[2])
        points = {f"{TREE}!F{first}": 20, f"{TREE}!F{first + 1}": 10}
        with pytest.raises(FaultyPolicy) as refused:
            read_policy_workbook(drafted(typed=points))
        asked = at(path, TREE, "二级指标的分值", "C"), at(path, TREE, "二级指标的分值", "D")
        assert [(str(one.cell), one.what) for one in refused.value.faults] == [
            (asked[0], "二级指标的分值改了，没有写依据"),
            (asked[1], "没有写标记"),
        ]
        own, _ = read_policy_workbook(
            drafted(typed=points | dict(zip(asked, ("本局办法附件", "实践"), strict=True)))
        )
        parent = load_policy("mof-2020-10").tree
        assert (own.tree.basis, own.tree.mark, own.tree.weights_basis) == (
            parent.basis,
            parent.mark,
            parent.weights_basis,
        )
        assert own.tree.points_basis == "本局办法附件"

    def test_another_name_asks_for_every_source(self, drafted) -> None:
        path = drafted()
        with pytest.raises(FaultyPolicy) as refused:
            read_policy_workbook(drafted(typed={at(path, TREE, "产出指标", "A"): "项目产出"}))
        assert [one.what for one in refused.value.faults if "依据" in one.what] == [
            "指标体系的名称改了，没有写依据",
            "一级指标的分值改了，没有写依据",
        ]

    @pytest.mark.parametrize(
        ("cells", "what"),
        [
            ({"F0": "十五"}, "“二级分值”不能是“十五”"),
            ({"A0": None}, "没有写一级指标的名称"),
            ({"F0": 20}, "之下二级指标的分值合计55分"),
        ],
    )
    def test_a_mistake_is_told_by_its_cell(self, typed, cells, what) -> None:
        with pytest.raises(FaultyPolicy) as refused:
            read_policy_workbook(typed(**cells))
        fault = next(one for one in refused.value.faults if what in one.what)
        assert fault.cell is not None and fault.cell.sheet == TREE


class TestNotOurs:
    def test_another_workbook(self, sunhe: Path) -> None:
        with pytest.raises(FaultyPolicy, match="没有名为“基本情况”的工作表"):
            read_policy_workbook(sunhe)

    def test_no_workbook(self, tmp_path: Path) -> None:
        path = tmp_path / "我局.xlsx"
        path.write_bytes(b"none")
        with pytest.raises(Refusal, match="JX9"):
            read_policy_workbook(path)

    def test_the_name_of_a_shipped_policy(self, tmp_path: Path) -> None:
        path = tmp_path / "sichuan.xlsx"
        path.write_bytes(draft_workbook(load_policy("mof-2020-10"), "sichuan"))
        with pytest.raises(Refusal, match="JX928"):
            read_policy_workbook(path)


def test_the_same_policy_gives_the_same_bytes() -> None:
    policy: Policy = load_policy("mof-2021-101")
    assert draft_workbook(policy, "我局") == draft_workbook(policy, "我局")
