"""The sheets beside the form: found wherever they stand, read as they are, filled in, and reckoned as Excel does."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import formualizer
import pytest

from jxbook.form import NO_RECORDS, Entry, Evidence, Records, Review, Survey, SurveyQuestion
from jxbook.functions.record_cells import record_values
from jxbook.functions.registry import FUNCTIONS
from jxbook.policy import load_policy
from jxbook.template import build_template
from jxbook.template.capacity import Capacity
from jxbook.workbook.grid import Cell, Change, Grid, Merge, Sheet
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid
from jxbook.workbook.records import ROWS, TooFewRows, read_records, record_changes
from sheets import sheet_of

POLICY = load_policy("mof-2020-10-evaluation")
"""It has all the sheets, and 三级指标 with their 评价要点."""
SURVEY = """
满意度问卷
发放份数 | | 120 | | 回收有效份数 | | 118
调查方式 | | 现场发放
序号 | 问题 | 很满意 | 满意 | 一般 | 不满意 | 合计 | 满意度
计入比例 | | 1 | 0.8 | 0.5 | 0 |
综合满意度 | | 170 | 45 | 18 | 3 | 236 | 0.9
1 | 对活动组织是否满意 | 80 | 25 | 10 | 3 | 118 | 0.88
2 | 对服务态度是否满意 | 90 | 20 | 8 | | 118 | 0.92
3 | | | | | | |
"""
TABLES = {
    "访谈记录": """
访谈记录
序号 | 日期 | 访谈对象（类别，不写姓名） | 访谈内容 | 主要意见
1 | 2024年11月 | 参加活动的居民 | 活动组织 | 希望增加周末场次
2 | | | |
3 | 2024年12月 | 承办单位 | 经费拨付 | 第三季度拨付稍晚
""",
    "成本效益": """
成本效益
序号 | 成本项目 | 计量单位 | 计划数量 | 计划单位成本（万元） | 实际数量 | 实际单位成本（万元） | 计划成本（万元） | 实际成本 | 节约额 | 节约率 | 说明
合计 | | | | | | | 4 | 3.99 | 0.01 | 0.0025
1 | 场地费 | 场 | 20 | 0.2 | 21 | 0.19 | 4 | 3.99 | 0.01 | 0.0025 | 无
""",
    "子项目": """
子项目
序号 | 子项目名称 | 类别 | 数量（个） | 预算（万元） | 支出（万元） | 状态 | 说明
1 | 垃圾分类宣传 | 环境类 | 1 | 5 | 4.8 | 已完成 |
2 | 楼道整治 | 环境类 | 3 | 3 | 3 | 已完成 | 三个小区
合计 | | | 4 | 8 | 7.8
注：金额为调整后预算
""",
    "佐证材料": """
佐证材料
序号 | 材料名称 | 类型 | 对应三级指标 | 是否具备 | 文件位置
1 | 签到表 | 原始凭证 | 参加活动人次 | 有 | 档案柜3-2
""",
    "评价要点": """
评价要点
序号 | 三级指标 | 评价要点 | 符合情况 | 说明
1 | 立项依据充分性 | 符合发展规划 | 符合 |
2 | 立项依据充分性 | 与部门职责相符 | 部分符合 | 与另一项目重合
3 | 资金到位率 | 资金及时到位 | |
""",
    "评委评分": """
评委评分
序号 | 三级指标 | 分值 | 评委1 | 评委2 | 评委3 | 评委评分
1 | 立项依据充分性 | 3 | 2 | 2.5 | | 2.25
2 | 资金到位率 | 5 | | | |
""",
}


def sheet(name: str, table: str, down: int = 0, right: int = 0, merges: tuple[Merge, ...] = ()) -> Sheet:
    rows = [[_value(cell.strip()) for cell in line.split("|")] for line in table.strip().splitlines()]
    return sheet_of(name, [[]] * down + [[None] * right + row for row in rows], merges)


def _value(text: str) -> str | Decimal:
    return Decimal(text) if text.replace(".", "", 1).isdecimal() else text


def workbook(down: int = 0, right: int = 0) -> Grid:
    tables = {"满意度问卷": SURVEY, **TABLES}
    # 发放份数 and the like are merged with the next cell, as in the template
    merges = tuple(Merge(r + down, c + right, r + down, c + 1 + right) for r, c in ((2, 1), (2, 5), (3, 1)))
    return Grid(
        tuple(
            sheet(name, table, down, right, merges if name == "满意度问卷" else ())
            for name, table in tables.items()
        )
    )


def texts(one: Any) -> Any:
    """Records as nested tuples of texts."""
    if isinstance(one, Entry):
        return one.text
    if isinstance(one, tuple):
        return tuple(map(texts, one))
    return tuple(texts(getattr(one, field.name)) for field in fields(one))


# Reading


@pytest.mark.parametrize(("down", "right"), [(0, 0), (4, 0), (0, 3), (9, 20)])
def test_every_sheet_is_read_wherever_its_table_stands(down: int, right: int) -> None:
    records = read_records(workbook(down, right))
    assert texts(records.survey) == (
        "120",
        "118",
        "现场发放",
        ("很满意", "满意", "一般", "不满意"),
        ("1", "0.8", "0.5", "0"),
        (
            ("对活动组织是否满意", ("80", "25", "10", "3")),
            ("对服务态度是否满意", ("90", "20", "8", "")),
        ),
    )
    assert texts(records.interviews) == (
        ("2024年11月", "参加活动的居民", "活动组织", "希望增加周末场次"),
        ("2024年12月", "承办单位", "经费拨付", "第三季度拨付稍晚"),
    )
    assert texts(records.costs) == (("场地费", "场", "20", "0.2", "21", "0.19", "无"),)
    assert texts(records.subprojects) == (
        ("垃圾分类宣传", "环境类", "1", "5", "4.8", "已完成", ""),
        ("楼道整治", "环境类", "3", "3", "3", "已完成", "三个小区"),
    )
    assert texts(records.evidence) == (("签到表", "原始凭证", "参加活动人次", "有", "档案柜3-2"),)
    assert texts(records.key_points)[1:] == (
        ("立项依据充分性", "与部门职责相符", "部分符合", "与另一项目重合"),
        ("资金到位率", "资金及时到位", "", ""),
    )
    assert texts(records.reviews) == (("立项依据充分性", ("2", "2.5", ""), "2.25"),)


def test_every_entry_knows_its_cell_even_a_blank_one() -> None:
    records = read_records(workbook(down=2, right=1))
    blank = records.survey.questions[1].counts[3]
    assert (blank.blank, str(blank.cell)) == (True, "满意度问卷!G10")
    assert str(records.key_points[2].verdict.cell) == "评价要点!E7"
    assert str(records.subprojects[1].spent.cell) == "子项目!G6"


def test_a_restyled_sheet_of_another_name_is_found_by_its_headings() -> None:
    table = """
    附件3 佐证资料清单
    指标名称 | 资料名称 | 存放位置 | 有无
    参加活动人次 | 签到表 | 一号柜 | 有
     | 照片 | 二号柜 | 待补
    居民满意度 | 问卷汇总 | | 有
    合计 | | | 3
    """
    found = read_records(Grid((sheet("附件3", table, merges=(Merge(3, 1, 4, 1),)),)))
    assert [texts(one) for one in found.evidence] == [
        ("签到表", "", "参加活动人次", "有", "一号柜"),
        ("照片", "", "参加活动人次", "待补", "二号柜"),
        ("问卷汇总", "", "居民满意度", "有", ""),
    ]


def test_columns_may_stand_in_any_order() -> None:
    table = "支出 | 预算 | 子项目名称\n4.8 | 5 | 垃圾分类宣传"
    found = read_records(Grid((sheet("子项目", table),)))
    assert texts(found.subprojects) == (("垃圾分类宣传", "", "", "5", "4.8", "", ""),)
    assert found.subprojects[0].kind.cell is None


def test_the_sheet_of_the_right_name_goes_first() -> None:
    old = sheet("旧", TABLES["佐证材料"].replace("签到表", "旧签到表"))
    new = sheet("佐证材料", TABLES["佐证材料"])
    assert [one.name.text for one in read_records(Grid((old, new))).evidence] == ["签到表"]


def test_a_hidden_sheet_is_not_looked_at() -> None:
    hidden = tuple(replace(one, hidden=True) for one in workbook().sheets)
    assert read_records(Grid(hidden)) == NO_RECORDS


def test_a_form_is_no_record() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 佐证材料"
    row = "产出 | 数量 | 场次 | ≥1场 | 1场 | 10 | 10 | 签到表"
    assert read_records(Grid((sheet("自评表", f"{header}\n{row}"),))) == NO_RECORDS


# Our own template


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "blank.xlsx"
    path.write_bytes(build_template(POLICY, (), Capacity(records=ROWS)))
    return path


@pytest.fixture
def filled(blank: Path, tmp_path: Path) -> Path:
    path = tmp_path / "filled.xlsx"
    write_changes(blank, record_changes(SOURCE, read_grid(blank)), path)
    return path


SOURCE = read_records(workbook())


def test_an_untouched_template_records_nothing_but_its_own_key_points(blank: Path) -> None:
    records = read_records(read_grid(blank))
    assert replace(records, key_points=()) == NO_RECORDS
    own = [
        (one.name, text)
        for level1 in POLICY.tree.level1
        for level2 in level1.level2
        for one in level2.presets
        for text in one.key_points
    ]
    assert own
    assert [(one.indicator.text, one.text.text) for one in records.key_points] == own
    assert all(one.verdict.blank for one in records.key_points)


def test_what_is_filled_in_is_read_back(filled: Path) -> None:
    records = read_records(read_grid(filled))
    same = ("interviews", "costs", "subprojects", "evidence")
    assert [texts(getattr(records, name)) for name in same] == [texts(getattr(SOURCE, name)) for name in same]
    points = [texts(one) for one in records.key_points]
    assert [one for one in points if one in texts(SOURCE.key_points)] == list(texts(SOURCE.key_points))
    (review,) = records.reviews
    assert texts(review.scores) == ("2", "2.5", *[""] * 5)
    survey = records.survey
    assert (survey.sent.text, survey.returned.text, survey.method.text) == ("120", "118", "现场发放")
    assert [one.text for one in survey.answers][:4] == ["很满意", "满意", "一般", "不满意"]
    assert [one.raw for one in survey.weights][:4] == [1, Decimal("0.8"), Decimal("0.5"), 0]
    assert [texts(one.counts)[:4] for one in survey.questions] == [
        ("80", "25", "10", "3"),
        ("90", "20", "8", ""),
    ]


def test_key_points_replace_those_of_their_indicator_and_leave_the_others(blank: Path, filled: Path) -> None:
    before, after = (read_records(read_grid(path)).key_points for path in (blank, filled))
    own = {one.indicator.text for one in SOURCE.key_points}

    def others(points: Any) -> list[Any]:
        return [texts(one) for one in points if one.indicator.text not in own]

    assert others(before) == others(after) != []
    of_own = [one.text.text for one in after if one.indicator.text in own]
    assert sorted(of_own) == sorted(one.text.text for one in SOURCE.key_points)


@pytest.mark.parametrize(
    "name", [name for name in ROWS if name not in ("满意度问卷", "评委评分", "评价要点")]
)
def test_more_rows_than_there_are_find_no_room(blank: Path, name: str) -> None:
    field = {"访谈记录": "interviews", "成本效益": "costs", "子项目": "subprojects", "佐证材料": "evidence"}[
        name
    ]
    one = getattr(SOURCE, field)[0]
    fits, more = ({field: (one,) * (ROWS[name] + extra)} for extra in (0, 1))
    grid = read_grid(blank)
    assert record_changes(replace(NO_RECORDS, **fits), grid)  # type: ignore[arg-type]
    with pytest.raises(TooFewRows, match=name):
        record_changes(replace(NO_RECORDS, **more), grid)  # type: ignore[arg-type]


def test_room_is_as_asked_for(tmp_path: Path) -> None:
    many = Records(
        Survey(questions=(SurveyQuestion(Entry("是否满意"), (Entry(Decimal(1)),) * 5),) * 23),
        evidence=(Evidence(*[Entry("签到表")] * 5),) * 41,
        reviews=tuple(Review(Entry(f"指标{n}"), (Entry(Decimal(1)),)) for n in range(33)),
    )
    room = Capacity(records={"满意度问卷": 23, "佐证材料": 41, "评委评分": 33})
    path = tmp_path / "room.xlsx"
    path.write_bytes(build_template(POLICY, (), room))
    write_changes(path, record_changes(many, read_grid(path)))
    records = read_records(read_grid(path))
    assert (len(records.survey.questions), len(records.evidence), len(records.reviews)) == (23, 41, 33)


def test_a_workbook_without_such_a_sheet_has_no_room() -> None:
    with pytest.raises(TooFewRows, match="满意度问卷"):
        record_changes(Records(SOURCE.survey), Grid(()))


# What the formula cells show


def evaluated(path: Path) -> dict[str, Any]:
    """The formula cells of the sheets beside the form, as formualizer computes them."""
    book = formualizer.load_workbook(str(path))
    for function in FUNCTIONS:
        most = len(function.arguments)
        book.register_function(function.name, function.call, min_args=function.least, max_args=most)
    book.evaluate_all()
    return {
        str(one.ref(*place)): book.evaluate_cell(one.name, *place)
        for one in read_grid(path).sheets
        if one.name in ROWS
        for place, cell in one.cells.items()
        if cell.formula is not None
    }


def differing(path: Path) -> list[tuple[str, Any, Any]]:
    ours = {str(change.cell): change.value for change in record_values(read_grid(path), POLICY)}
    excels = evaluated(path)
    assert ours.keys() == excels.keys()
    return [(cell, ours[cell], value) for cell, value in excels.items() if not _same(ours[cell], value)]


def _same(ours: Any, excels: Any) -> bool:
    if isinstance(ours, Decimal):
        return isinstance(excels, int | float) and abs(Decimal(repr(excels)) - ours) < Decimal("1e-12")
    return bool((excels or "") == ours)


def put(path: Path, **entries: Any) -> None:
    """put(path, 子项目_E6=None) empties a cell."""
    cells = {one.name: one for one in read_grid(path).sheets}
    changes = []
    for place, value in entries.items():
        name, _, address = place.partition("_")
        letters = address.rstrip("0123456789")
        row, column = int(address[len(letters) :]), ord(letters) - 64
        changes.append(Change(cells[name].ref(row, column), value))
    write_changes(path, changes)


def test_the_blank_template_shows_what_excel_would(blank: Path) -> None:
    assert differing(blank) == []
    stored = {
        str(one.ref(*place)): cell.value or ""
        for one in read_grid(blank).sheets
        if one.name in ROWS
        for place, cell in one.cells.items()
        if cell.formula is not None
    }
    assert stored == {cell: value or "" for cell, value in evaluated(blank).items()}


def test_the_filled_one_too(filled: Path) -> None:
    assert differing(filled) == []
    shown = {str(one.cell): one.value for one in record_values(read_grid(filled), POLICY)}
    assert shown["满意度问卷!I4"] == Decimal("0.9833")
    assert shown["满意度问卷!H9"] == 236
    assert [shown[f"成本效益!{column}5"] for column in "HIJK"] == [
        Decimal("4"),
        Decimal("3.99"),
        Decimal("0.01"),
        Decimal("0.0025"),
    ]
    assert [shown[f"子项目!{column}5"] for column in "DEF"] == [4, 8, Decimal("7.8")]
    assert Decimal("2.25") in shown.values()


@pytest.mark.parametrize(
    "entries",
    [
        {"满意度问卷_C10": None},
        {"满意度问卷_C10": "很多"},
        {"满意度问卷_C10": Decimal(-1)},
        {"满意度问卷_C8": None},
        {"满意度问卷_C8": "全部"},
        {"满意度问卷_G7": None, "满意度问卷_G8": None},
        {"满意度问卷_G11": Decimal(4)},
        {"满意度问卷_C4": Decimal(0)},
        {"满意度问卷_C4": "120份"},
        {"成本效益_E6": None},
        {"成本效益_E6": "0.2万元"},
        {"成本效益_D6": Decimal(0)},
        {"成本效益_B7": "讲师费", "成本效益_D7": Decimal(3), "成本效益_E7": Decimal("0.1500001")},
        {"成本效益_H6": Decimal(100)},
        {"成本效益_H6": "约3万元"},
        {"满意度问卷_C9": Decimal(5)},
        {"子项目_E6": None},
        {"子项目_E6": "五万", "子项目_E7": None},
        {"评委评分_D5": Decimal(101), "评委评分_D6": "优", "评委评分_D7": Decimal(-1)},
        {"评委评分_D5": Decimal(1), "评委评分_E5": Decimal(1), "评委评分_F5": Decimal("1.005")},
    ],
    ids=str,
)
def test_and_so_it_does_after_entries_change(filled: Path, entries: dict[str, Any]) -> None:
    put(filled, **entries)
    assert differing(filled) == []


def test_a_cell_without_a_formula_is_left_alone() -> None:
    assert record_values(workbook(), POLICY) == ()


def test_a_table_of_sums_alone_costs_no_more_than_a_few() -> None:
    """Each of them adds up all rows: a stranger's file must not make thousands of them."""
    cells = {(1, column): Cell(text) for column, text in enumerate(("序号", "子项目名称", "预算", "支出"), 1)}
    cells |= {(2, 2): Cell("甲"), (2, 3): Cell(Decimal(3)), (2, 4): Cell(Decimal(2))}
    for row in range(3, 5000):
        cells |= {(row, 1): Cell("合计"), (row, 3): Cell(None, "SUM(C2)"), (row, 4): Cell(None, "SUM(D2)")}
    changes = record_values(Grid((Sheet("子项目", cells),)), POLICY)
    assert {change.value for change in changes} == {Decimal(3), Decimal(2)} and len(changes) <= 100


def test_a_row_inserted_at_the_very_end_is_in_the_sum(filled: Path) -> None:
    """Sums stand above their rows and reach to the closing line, which no row can be inserted below of."""
    table = next(one for one in read_grid(filled).sheets if one.name == "子项目")
    formula = table.cells[5, 5].formula
    assert formula is not None and f"E6:E{6 + ROWS['子项目']}" in formula
    assert Cell(Decimal(ROWS["子项目"])) == replace(
        table.cells[5 + ROWS["子项目"], 1], number_format="General"
    )
