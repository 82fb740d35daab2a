"""Nothing is dropped in silence: every cell of a foreign file is in the account, once, with what became of it."""

from collections import Counter
from decimal import Decimal
from itertools import islice

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxbook.assess import assess, assess_all
from jxbook.foreign import read_foreign
from jxbook.making import account
from jxbook.making.account.line import Outcome
from jxbook.making.importing import bring
from jxbook.making.importing import brought as brought_of
from jxbook.recognition import open_form
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


def states(brought):
    """Text of a cell → what became of it, its new place, the remark."""
    return {line.text: (line.state, line.target, line.note) for line in brought.lines}


def assert_complete(path, brought):
    """Every non-empty cell of the file stands in the account exactly once, but for hidden formulas of ours."""
    sheets = [sheet for sheet in read_foreign(path).grid.sheets if sheet.name not in ("算", "词")]
    cells = [sheet.ref(*where) for sheet in sheets for where in sheet.cells]
    assert Counter(line.cell for line in brought.lines) == Counter(cells)


@pytest.fixture
def changed(word, beijing):
    """changed({(row, column): text}) → the Beijing form as a Word table with other texts in some cells."""

    def write(texts, *, more=()):
        rows = [list(row) for row in beijing()]
        for (row, column), text in texts.items():
            rows[row - 1][column - 1] = text
        return word(rows, *more)

    return write


class TestTheFormOfARealReport:
    def test_every_cell_is_accounted_for_and_everything_understood(self, changed):
        path = changed({})
        brought = bring(path)
        assert_complete(path, brought)
        assert {line.state for line in brought.lines} == {Outcome.MOVED, Outcome.COMPUTED, Outcome.LABEL}

    def test_an_entry_went_where_it_says(self, changed, tmp_path):
        brought = bring(changed({}))
        (tmp_path / "新.xlsx").write_bytes(brought.data)
        form = open_form(tmp_path / "新.xlsx")
        assert states(brought)["项目数"] == (Outcome.MOVED, str(form.indicators[0].name.cell), "")
        name = "11010524T000002958766-朝阳区社会组织参与社会治理项目"
        assert set(states(brought)[name][1].split("、")) == {
            str(form.project.name.cell),
            str(form.project.code.cell),
        }

    def test_what_the_program_computes_is_compared_with_what_was_printed(self, changed):
        wrong = changed({(21, 8): "19.5", (25, 8): "99.50", (7, 8): "97.69%"})
        lines = states(bring(wrong))
        for text, computed in (("19.5", "20"), ("99.50", "100"), ("97.69%", "100%")):
            assert lines[text] == (Outcome.CHECK, "", f"新表自动计算为{computed}，与原表的{text}不一致")

    def test_a_rate_that_differs_only_in_its_spelling_is_none(self, changed):
        assert states(bring(changed({(7, 8): "100.00%"})))["100.00%"][0] is Outcome.COMPUTED

    def test_a_cell_that_nobody_understands_is_kept_word_for_word(self, changed):
        state, target, note = states(bring(changed({(6, 3): "备查2号柜"})))["备查2号柜"]
        assert (state, target) == (Outcome.UNKNOWN, "")
        assert note

    def test_other_tables_and_text_are_accounted_for(self, changed):
        path = changed({}, more=("附：合同清单", [["合同一", "10万元"]]))
        brought = bring(path)
        assert_complete(path, brought)
        assert states(brought)["合同一"] == (Outcome.UNKNOWN, "", "不在自评表内")
        assert len(brought.assessed.source.texts) == 1

    def test_word_places_are_counted_and_not_addressed(self, changed):
        lines = {line.text: line.where for line in bring(changed({})).lines}
        assert lines["项目数"] == "表1第14行第4列"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_promise_5_whatever_stands_wherever_is_in_the_account_once(word, beijing, data):
    rows = [list(row) for row in beijing()]
    places = st.tuples(st.integers(1, 25), st.integers(1, 9))
    words = st.sampled_from(
        ["", "无", "随便写写", "12个", "2024年", "总分", "三级指标", "项目名称", "30%", "其中："]
    )
    for (row, column), text in data.draw(st.dictionaries(places, words, max_size=12)).items():
        if rows[row - 1][column - 1] not in ("<", "^") and row != 13:
            rows[row - 1][column - 1] = text
    path = word(rows)
    assert_complete(path, bring(path))


class TestWorkbooks:
    def test_our_own_workbook_is_accounted_for_too(self, sunhe):
        brought = bring(sunhe)
        assert_complete(sunhe, brought)
        assert not [line for line in brought.lines if line.state is Outcome.CHECK]

    def test_a_formula_without_a_value_is_said_to_be_one(self, sunhe, tmp_path):
        book = openpyxl.Workbook()
        sheet = book.active
        for row in (
            ["项目名称", "某项目"],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值"],
            ["产出指标", "数量指标", "培训场次", "≥10场", "=6+6", 50],
        ):
            sheet.append(row)
        book.save(tmp_path / "公式.xlsx")
        [line] = [one for one in bring(tmp_path / "公式.xlsx").lines if one.state is Outcome.CHECK]
        assert (line.where, line.text) == ("Sheet!E3", "（公式）")
        assert "计算结果" in line.note

    def test_many_cells_elsewhere_are_counted(self, sunhe, tmp_path, monkeypatch):
        monkeypatch.setattr(account, "MOST_LINES", 100)
        book = openpyxl.Workbook()
        book.active.append(["一级指标", "三级指标", "年度指标值", "实际完成值"])
        book.active.append(["产出指标", "培训场次", "≥10场", "12场"])
        other = book.create_sheet("明细")
        for number in range(500):
            other.append([number])
        book.save(tmp_path / "多.xlsx")
        lines = bring(tmp_path / "多.xlsx").lines
        assert len(lines) == 101
        assert (lines[-1].text, lines[-1].state) == ("另有408个单元格", Outcome.UNKNOWN)

    def test_amounts_are_converted_into_the_money_unit_of_the_policy(self, sunhe, tmp_path):
        path = tmp_path / "元.xlsx"
        form = open_form(sunhe)
        label = next(
            sheet.ref(*where)
            for sheet in read_foreign(sunhe).grid.sheets
            for where, cell in sheet.cells.items()
            if sheet.name == "自评表" and cell.value == "项目资金\n（万元）"
        )
        write_changes(
            sunhe,
            [Change(label, "项目资金\n（元）"), Change(form.funding.total.budget.cell, Decimal(100000))],
            path,
        )
        brought = bring(path)
        (tmp_path / "新.xlsx").write_bytes(brought.data)
        assert open_form(tmp_path / "新.xlsx").funding.total.budget_amount == 10
        assert states(brought)["100000"][2] == "由元换算为万元"


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_our_own_workbook_saved_by_libreoffice_leaves_nothing_unknown(sunhe, convert, kind):
    """It writes formulas in its own way, and an empty text in an .xls as 0."""
    brought = bring(convert(sunhe, kind))
    assert {line.state for line in brought.lines} <= {Outcome.MOVED, Outcome.COMPUTED, Outcome.LABEL}


@pytest.mark.parametrize("printed", ["100%", "100.0%", "100.00%"])
def test_a_rate_printed_with_fewer_places_is_the_same_rate(changed, printed):
    brought = bring(changed({(7, 8): printed}))
    assert not any(line.state is Outcome.CHECK for line in brought.lines)


def test_an_emptied_workbook_of_ours_is_known_to_be_ours(tmp_path, sunhe):
    path = tmp_path / "空.xlsx"
    cell = assess(sunhe).form.policy_entry.cell
    write_changes(sunhe, [Change(cell, None)], path)
    assert [line for line in bring(path).lines if line.state in (Outcome.UNKNOWN, Outcome.CHECK)] == []


class TestScoresThatTheNewWorkbookDoesNotCompute:
    """A form without 分值, or with what cannot be compared: its scores are never said to be computed."""

    @pytest.fixture
    def lines(self, word):
        path = word(
            [
                ["项目支出绩效自评表（2024年度）", *"<" * 5],
                ["项目名称", "某项目", *"<" * 4],
                ["", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
                ["年度资金总额", "100", "90", "90%", "10", "9"],
                ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
                ["产出指标", "数量指标", "培训场次", "≥20场", "20场", "38.5"],
                ["效益指标", "社会效益指标", "参训人次", "≥90人", "90人", "51.5"],
                ["总分", *"<" * 4, "99"],
            ]
        )
        return states(bring(path))

    @pytest.mark.parametrize("text", ["38.5", "51.5", "99"])
    def test_they_are_to_be_looked_at_by_a_person(self, lines, text):
        state, target, note = lines[text]
        assert (state, target) == (Outcome.CHECK, "")
        assert f"原表的{text}没有放入" in note

    def test_what_it_does_compute_is_said_as_before(self, lines):
        assert lines["9"] == (Outcome.COMPUTED, "", "新表自动计算为9")


def test_a_form_that_gives_the_money_no_points_gets_none(word, tmp_path):
    path = word(
        [
            ["项目支出绩效自评表（2024年度）", *"<" * 6],
            ["项目名称", "某项目", *"<" * 5],
            ["", "全年预算数", "全年执行数", "执行率", "", "", ""],
            ["年度资金总额", "100", "90", "90%", "", "", ""],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["产出指标", "数量指标", "培训场次", "≥20场", "20场", "60", "60"],
            ["效益指标", "社会效益指标", "参训人次", "≥90人", "90人", "40", "40"],
            ["总分", *"<" * 4, "100", "100"],
        ]
    )
    brought = bring(path)
    (tmp_path / "新.xlsx").write_bytes(brought.data)
    new = assess(tmp_path / "新.xlsx")
    assert new.scoring.total == 100
    assert not {one.code for one in new.findings} & {"JX302"}
    assert states(brought)["100"][0] is Outcome.COMPUTED


OFFICE = [
    ["单位：元", "", "", "", "", "", ""],
    ["项目名称", "某项目", "主管部门及代码", "某局 325001", "", "", ""],
    ["资金情况", "预算来源", "全年预算数", "全年执行数", "分值", "得分", "原因"],
    ["", "年度资金总额", 100, 80, 10, 8, "质保金未到期"],
    ["年度目标", "办好培训", "", "目标完成情况", "已办好", "", ""],
    ["一级指标", "三级指标", "指标方向", "指标值", "计量单位", "实际完成值", "分值"],
    ["产出指标", "培训场次", "≥", 10, "场", 12, 90],
    ["填表人：　　　联系电话：", "", "", "", "", "", ""],
]


def book_of(path, *forms):
    book = openpyxl.Workbook()
    for number, rows in enumerate(forms):
        sheet = book.create_sheet(f"表{number}") if number else book.active
        for row in rows:
            sheet.append([None if one == "" else one for one in row])
    book.save(path)
    return path


def test_labels_and_signs_that_were_read_are_not_said_to_be_unknown(tmp_path):
    """What an office prints beside its entries, and a sign that stands in the target's text."""
    brought = bring(book_of(tmp_path / "表.xlsx", OFFICE))
    assert_complete(tmp_path / "表.xlsx", brought)
    assert [line.text for line in brought.lines if line.state is Outcome.UNKNOWN] == []
    assert states(brought)["≥"][0] is Outcome.MOVED


@pytest.mark.parametrize(
    ("headings", "amounts", "state"),
    [
        (["年初预算数", "调增", "调减"], [100, 30, 10], Outcome.COMPUTED),
        (["上年结转", "预算数", "核减"], [30, 100, 10], Outcome.COMPUTED),
        (["年初预算数", "预算调整数", ""], [100, 130, ""], Outcome.CHECK),
        (["项目总预算", "", ""], [500, "", ""], Outcome.CHECK),
    ],
)
def test_what_went_into_the_budget_is_not_said_to_be_unknown(tmp_path, headings, amounts, state):
    """Nor is what kept it from being told."""
    money = [
        ["项目资金", *headings, "全年执行数", "执行率"],
        ["年度资金总额", *amounts, 114, "95%" if state is Outcome.COMPUTED else ""],
    ]
    at = next(turn for turn, row in enumerate(OFFICE) if "指标" in str(row))
    brought = bring(book_of(tmp_path / "表.xlsx", [*OFFICE[:2], *money, *OFFICE[at:]]))
    assert Outcome.UNKNOWN not in {line.state for line in brought.lines}
    assert state in {line.state for line in brought.lines if line.where.endswith("4")}


def test_another_form_of_the_file_has_one_line_and_an_account_of_its_own(tmp_path):
    other = [[one if one != "某项目" else "另一项目" for one in row] for row in OFFICE]
    path = book_of(tmp_path / "两张.xlsx", OFFICE, other)
    first, second = (brought_of(assess(path, form=name)) for name in ("Sheet", "表1"))
    told = [line for line in first.lines if line.state is Outcome.OTHER_FORM]
    assert [(line.where, line.text) for line in told] == [("表1", f"共{len(second.lines) - 1}个单元格")]
    assert Outcome.UNKNOWN not in {line.state for line in first.lines}
    cells = {line.cell for one in (first, second) for line in one.lines} - {None}
    assert len(cells) == len(first.lines) + len(second.lines) - 2


def test_the_accounts_of_many_forms_are_as_long_as_their_file(tmp_path):
    path = book_of(tmp_path / "多张.xlsx", *[OFFICE] * 12)
    lines = [len(brought_of(one).lines) for _, one in islice(assess_all(path), 2)]
    assert lines == [sum(bool(text) for row in OFFICE for text in row) + 11] * 2
