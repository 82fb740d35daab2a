"""A form is found by its printed labels, wherever they stand and however they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxbook.finding import Refusal
from jxbook.form import Form
from jxbook.recognition import recognise
from jxbook.workbook.grid import Cell, Grid, Merge, Sheet
from sheets import sheet_of

# the form of seed 000; A is the merged column 绩效指标
SUNHE = """
| 项目支出绩效自评表
| （2024年度）
| 项目名称 | 11010524T000002958766-朝阳区社会组织参与社会治理项目
| 主管部门 | 670孙河 | 实施单位 | 孙河乡人民政府
| 项目负责人 | 某某 | 联系电话 | 00000000
| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
| | 年度资金总额 | 10 | 10 | 9 | 10 | 90% | 9
| | 其中：当年财政拨款 | 10 | 10 | 9 | — | 90% | —
| | 上年结转资金 | 0 | 0 | 0 | — | — | —
| 年度总体目标 | 预期目标 | | | 实际完成情况
| | 多元主体共同参与 | | | 已按照年初目标完成
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
| 产出指标 | 数量指标 | 项目数 | ≥1个 | =1个 | 15 | 15 | 无
| | 质量指标 | 评审合格率 | =100% | | 15 | 15 | 无
| | | 入户率 | ≥90% | 95% | 5 | 5 | 无
| 成本指标 | 经济成本指标 | 每个项目成本 | =10万元 | =10万元 | 15 | 15 | 无
| | 社会成本指标 | 无 | 无 | 无 | 无 | 无 | 无
| 总分 | | | | | 100 | 99 | 等级：优
"""
MATERIAL = """
报告章节 | 写入方式 | 内容
一、（一）项目概况 | 补充 | 项目位于孙河乡
二、（三）工作过程 | 替换 | 先自评，后复核
三、结论 | 替换 |
| 替换 | 没有章节的话
"""


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def sheet(table: str | list[list[str]], name: str = "自评表", merges: tuple[Merge, ...] = ()) -> Sheet:
    return sheet_of(name, cells(table) if isinstance(table, str) else table, merges)


def read(table: str | list[list[str]], *others: Sheet, merges: tuple[Merge, ...] = ()) -> Form:
    return recognise(Grid((sheet(table, merges=merges), *others)), "自评表.xlsx")


def summary(form: Form) -> list[tuple[str, ...]]:
    return [
        (i.level1.text, i.level2.text, i.name.text, i.target.text, i.actual.text, i.points.text)
        for i in form.indicators
    ]


INDICATORS = [
    ("产出指标", "数量指标", "项目数", "≥1个", "=1个", "15"),
    ("产出指标", "质量指标", "评审合格率", "=100%", "", "15"),
    ("产出指标", "质量指标", "入户率", "≥90%", "95%", "5"),
    ("成本指标", "经济成本指标", "每个项目成本", "=10万元", "=10万元", "15"),
    ("成本指标", "社会成本指标", "无", "无", "无", "无"),
]


def test_the_form_of_seed_000_is_read_whole() -> None:
    form = read(SUNHE)
    assert (form.sheet, form.year, form.policy_id) == ("自评表", 2024, "")
    assert (form.project.code.text, form.project.name.text) == (
        "11010524T000002958766",
        "朝阳区社会组织参与社会治理项目",
    )
    assert (form.project.supervisor.text, form.project.implementer.text) == ("670孙河", "孙河乡人民政府")
    assert {label: fact.text for label, fact in form.project.facts.items()} == {
        "项目负责人": "某某",
        "联系电话": "00000000",
    }
    funding = form.funding
    assert [e.text for e in (funding.total.initial_budget, funding.total.budget, funding.total.spent)] == [
        "10",
        "10",
        "9",
    ]
    assert [e.text for e in (funding.points, funding.rate, funding.earned)] == ["10", "90%", "9"]
    assert [part.label for part in funding.parts] == ["当年财政拨款", "上年结转资金"]
    assert (form.goal.expected.text, form.goal.achieved.text) == ("多元主体共同参与", "已按照年初目标完成")
    assert summary(form) == INDICATORS
    assert [e.text for e in (form.total_points, form.total, form.grade)] == ["100", "99", "优"]


def test_every_entry_knows_its_cell_even_a_blank_one() -> None:
    form = read(SUNHE)
    blank = form.indicators[1].actual
    assert (blank.blank, str(blank.cell)) == (True, "自评表!F14")
    assert str(form.indicators[2].level2.cell) == "自评表!C14"
    assert [e.cell.address for e in (form.total, form.grade, form.project.name) if e.cell] == [
        "H18",
        "I18",
        "C3",
    ]


@pytest.mark.parametrize(("down", "right"), [(0, 0), (3, 0), (0, 4), (7, 30)])
def test_the_form_may_stand_anywhere(down: int, right: int) -> None:
    moved = [[""]] * down + [[""] * right + row for row in cells(SUNHE)]
    form = read(moved)
    assert summary(form) == INDICATORS
    assert form.total.cell is not None
    assert (form.total.cell.row, form.total.cell.column) == (18 + down, 8 + right)
    assert form.funding.total.spent.text == "9"


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("年度指标值", "年度\n指标值"),
        ("实际完成值", "实 际 完 成 值"),
        ("三级指标", "三级指标*"),
        ("一级指标 |", "一级\u3000指标： |"),
        ("三级指标", "绩效指标名称"),
        ("年度指标值", "年初目标值（必填）"),
        ("实际完成值", "全年实际完成值"),
        ("偏差原因分析及改进措施", "未完成原因和改进措施"),
        ("总分 |", "总 分 |"),
        ("总分 |", "合计 |"),
        ("年度资金总额", "项目资金总额"),
        ("年度资金总额", "年度资金总额："),
        ("全年预算数", "调整后\n预算数"),
        ("项目名称", "项 目 名 称："),
        ("实际完成情况", "目标实际完成情况"),
    ],
)
def test_another_spelling_of_a_label_is_the_same_label(printed: str, typed: str) -> None:
    rows = [
        [cell.replace("\0", "\n") for cell in row]
        for row in cells(SUNHE.replace(printed, typed.replace("\n", "\0")))
    ]
    form, original = read(rows), read(SUNHE)
    assert (summary(form), form.total, form.goal) == (INDICATORS, original.total, original.goal)
    assert (form.funding.total.spent, form.project.name) == (
        original.funding.total.spent,
        original.project.name,
    )
    assert form.indicators[0].reason == original.indicators[0].reason


def test_an_inserted_row_belongs_to_the_labels_above_it() -> None:
    rows = cells(SUNHE)
    rows.insert(13, ["", "", "", "培训场次", "≥5场", "6场", "5", "5"])
    inserted = summary(read(rows))
    assert inserted[1] == ("产出指标", "数量指标", "培训场次", "≥5场", "6场", "5")
    assert inserted[:1] + inserted[2:] == INDICATORS


def test_a_form_without_a_total_row_is_read_to_its_end() -> None:
    form = read(cells(SUNHE)[:-1])
    assert summary(form) == INDICATORS
    assert form.total.cell is None


def test_merged_labels_are_stepped_over() -> None:
    rows = cells(SUNHE)
    rows[2] = ["", "项目名称", "", "治理项目"]
    rows[9], rows[10] = ["", "年度总体目标", "预期目标"], [""]
    rows.insert(11, ["", "", "多元共治"])
    form = read(rows, merges=(Merge(3, 2, 3, 3), Merge(10, 3, 11, 5)))
    assert (form.project.name.text, form.goal.expected.text) == ("治理项目", "多元共治")


@pytest.mark.parametrize(
    ("title", "year"),
    [("（2024年度）", 2024), ("（ 2024 年度）", 2024), ("（２０２４年度）", 2024), ("（　　年度）", None)],
)
def test_the_year_is_that_of_the_title(title: str, year: int | None) -> None:
    assert read(SUNHE.replace("（2024年度）", title)).year == year


def test_basic_facts_stand_in_the_sheet_that_names_the_policy() -> None:
    facts = sheet(
        "评价年度 | 2023\n评价政策 | beijing-2020-2146\n项目编码 | 11010523T000000000001\n项目类型 | 经常性",
        "基本信息",
    )
    form = read(SUNHE, facts)
    assert (form.year, form.policy_id) == (2023, "beijing-2020-2146")
    assert form.project.code.text == "11010523T000000000001"
    assert form.project.facts["项目类型"].text == "经常性"
    assert str(form.policy_entry.cell) == "基本信息!B2"


@pytest.mark.parametrize(
    ("label", "unit"),
    [("（万元）", "万元"), ("（元）", "元"), ("( 亿元 )", "亿元"), ("单位：元", "元"), ("", "万元")],
)
def test_the_money_unit_is_the_printed_one(label: str, unit: str) -> None:
    assert read(SUNHE.replace("（万元）", label)).funding.unit == unit


@pytest.mark.parametrize(
    "code", ["11010524T000002958766-治理", "11010524T000002958766治理", "11010524T000002958766 — 治理"]
)
def test_a_code_before_the_name_is_taken_off(code: str) -> None:
    rows = cells(SUNHE)
    rows[2][2] = code
    assert read(rows).project.code.text == "11010524T000002958766"
    assert read(rows).project.name.text.strip(" —") == "治理"


def test_passages_complete_or_replace_their_section() -> None:
    form = read(SUNHE, sheet(MATERIAL, "报告素材"))
    assert [(p.section, p.text.text, p.replaces) for p in form.passages] == [
        ("一、（一）项目概况", "项目位于孙河乡", False),
        ("二、（三）工作过程", "先自评，后复核", True),
    ]
    assert str(form.passages[0].text.cell) == "报告素材!C2"


def test_a_formula_without_its_value_is_unknown_and_not_blank_by_choice() -> None:
    page = sheet(SUNHE)
    formulas = {
        **page.cells,
        (13, 8): Cell(None, "JX_SCORE(E13,F13,G13)"),
        (14, 8): Cell(Decimal(15), "1+14"),
    }
    form = recognise(Grid((Sheet("自评表", formulas),)), "x")
    assert [(one.earned.unknown, one.earned.raw) for one in form.indicators[:2]] == [
        (True, None),
        (False, 15),
    ]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("项目名称 | 治理", "JX930"),
        (SUNHE + SUNHE.lstrip("\n"), "JX931"),
    ],
    ids=["no form", "two in one sheet"],
)
def test_no_form_and_two_forms_are_refused(table: str, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(table)
    assert (caught.value.finding.code, caught.value.finding.place) == (code, "自评表.xlsx")


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [("三级指标", "年度指标值", "实际完成值"), ("指标", "预计达到值", "实际达到值")],
)
def test_a_form_that_lies_on_its_side_is_called_that(name: str, target: str, actual: str) -> None:
    rows = f"""
项目名称 | 图书馆免费开放 | |
一级指标 | 产出指标 | | 效益指标
{name} | 开放天数 | 举办活动 | 进馆人次
{target} | ≥300天 | ≥24场 | ≥6万人次
{actual} | 310天 | 22场 | 6.4万人次
分值 | 40 | 20 | 30
"""
    cells = [[cell.strip() for cell in line.split("|")] for line in rows.strip().splitlines()]
    with pytest.raises(Refusal) as caught:
        recognise(Grid((sheet_of("自评表", cells),)), "表.xlsx")
    found = caught.value.finding
    assert (found.code, found.what) == ("JX930", "自评表的指标是横着排的")
    assert "自评表!A" in found.place and "转置" in found.fix


def test_a_list_of_headings_with_what_to_write_is_no_form_on_its_side() -> None:
    cells = [["三级指标", "写名称"], ["年度指标值", "写目标"], ["实际完成值", "写实际数"], ["分值", "写分数"]]
    with pytest.raises(Refusal) as caught:
        recognise(Grid((sheet_of("填表说明", cells),)), "表.xlsx")
    assert caught.value.finding.what != "自评表的指标是横着排的"


def test_a_form_on_a_hidden_sheet_alone_is_refused_with_the_name_of_the_sheet() -> None:
    with pytest.raises(Refusal) as caught:
        recognise(Grid((sheet("封面"), replace(sheet(SUNHE, "旧表"), hidden=True))), "表.xlsx")
    found = caught.value.finding
    assert (found.code, found.what) == ("JX930", "自评表在隐藏的工作表里")
    assert "显示“旧表”后重试" in found.fix


def test_two_sheets_with_a_form_are_refused_with_their_places() -> None:
    with pytest.raises(Refusal) as caught:
        read(SUNHE, sheet(SUNHE, "副本"))
    assert caught.value.finding.code == "JX931"
    assert "自评表第12行、副本第12行" in caught.value.finding.why


def test_a_hidden_sheet_does_not_count() -> None:
    copy = sheet(SUNHE, "副本")
    assert summary(read(SUNHE, Sheet("副本", copy.cells, hidden=True))) == INDICATORS


def test_a_total_in_the_last_row_of_excel_makes_no_million_indicators() -> None:
    page = sheet(cells(SUNHE)[:-1])
    far = Sheet("自评表", {**page.cells, (1_048_576, 2): Cell("总分"), (1_048_576, 8): Cell(Decimal(99))})
    form = recognise(Grid((far,)), "x")
    assert (summary(form), form.total.raw) == (INDICATORS, 99)


SPLIT = """
| 项目名称 | 道路养护 | 项目属性 | 延续 | 项目期 | 三年
| 主管部门 | 交通局
| 项目资金（元） | | 全年预算数 | 全年执行数 | 执行率
| | 年度资金总额 | 10 | 9 | 90%
| 年度总体目标 | 序号 | 预期目标 | 实际完成情况 | 权重
| | 年度目标一 | 修好路 | 修好了 | 60
| | 年度目标二 | 管好路 | 管好了 | 30
| 一级指标 | 二级指标 | 指标名称 | 指标性质 | 指标值 | 度量单位 | 完成值 | 分值 | 得分
目标1 | 产出指标 | 数量指标 | 里程 | ≥ | 20 | 公里 | 21 | 30 | 30
| | 质量指标 | 平整 | 定性 | 明显改善 | 无 | 达成年度指标 | 30 | 30
目标2 | 效益指标 | 社会效益指标 | 投诉 | ≤ | 无 | 件 | 无 | 无 | 无
| 总分 | | | | | | | 100 | 99
| 评价等级 | 优
| 评价结论 | 完成较好
| 存在问题 | 无
| 填表人 | 甲 | 审核人 | 乙
| 注：本表一式两份
"""


def test_a_split_target_is_read_joined() -> None:
    rows = read(SPLIT).indicators
    assert [(r.name.text, r.nature.text, r.target.text, r.actual.text) for r in rows] == [
        ("里程", "≥", "≥20公里", "21公里"),
        ("平整", "定性", "明显改善", "达成年度指标"),
        ("投诉", "≤", "无", "无"),
    ]
    assert [row.target.cell.address for row in rows if row.target.cell] == ["F9", "F10", "F11"]


def test_several_goals_have_their_rows_texts_and_weights() -> None:
    form = read(SPLIT)
    assert [(g.expected.text, g.achieved.text, g.weight.text) for g in form.goals] == [
        ("修好路", "修好了", "60"),
        ("管好路", "管好了", "30"),
    ]
    assert [one.goal for one in form.indicators] == [0, 0, 1]


def test_boxes_grade_and_signatures_stand_below_the_table() -> None:
    form = read(SPLIT)
    assert {label: box.text for label, box in form.boxes.items()} == {
        "评价结论": "完成较好",
        "存在问题": "无",
    }
    assert (form.total.text, form.grade.text) == ("99", "优")
    assert (form.project.facts["填表人"].text, form.project.facts["审核人"].text) == ("甲", "乙")


def test_any_label_in_the_rows_of_the_head_is_a_fact() -> None:
    form = read(SPLIT)
    assert [form.project.facts[label].text for label in ("项目属性", "项目期")] == ["延续", "三年"]
    assert (form.project.name.text, form.project.supervisor.text) == ("道路养护", "交通局")


def test_a_box_may_stand_under_its_label() -> None:
    rows = [*cells(SUNHE), ["", "存在问题"], ["", "资金拨付较晚"], ["", "本单位的打算"], ["", "按季度核对"]]
    across = (Merge(19, 2, 19, 9), Merge(20, 2, 20, 9))
    form = read(rows, merges=across)
    assert {label: box.text for label, box in form.boxes.items()} == {"存在问题": "资金拨付较晚"}


SCORES = """
一级指标 | 二级指标 | 三级指标 | 分值 | 得分
决策 | 项目立项 | 立项依据充分性 | 5 | 4
| | 立项程序规范性 | 5 | 5
过程 | 资金管理 | 预算执行率 | 10 | 9.5
合计 | | | 20 | 18.5
"""


def test_a_score_table_without_targets_is_a_form() -> None:
    form = read(SCORES)
    assert [(i.level1.text, i.name.text, i.earned.text) for i in form.indicators] == [
        ("决策", "立项依据充分性", "4"),
        ("决策", "立项程序规范性", "5"),
        ("过程", "预算执行率", "9.5"),
    ]
    assert (form.total_points.text, form.total.text) == ("20", "18.5")


def test_a_form_without_points_ends_where_its_boxes_begin() -> None:
    table = "\n".join(line.rsplit("|", 3)[0] for line in SUNHE.strip().splitlines()[11:-1])
    rows = [*cells(table), ["评价结论", "", "完成较好"], ["填报人", "甲", "联系电话", "0"]]
    form = read(rows, merges=(Merge(7, 1, 7, 2),))
    assert [one.name.text for one in form.indicators] == [row[2] for row in INDICATORS]
    assert (form.boxes["评价结论"].text, form.project.facts["填报人"].text) == ("完成较好", "甲")
    assert form.total.cell is None


LABELS = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 总分 项目名称 全年预算数 全年执行数 预期目标 评价政策 报告章节 写入方式 内容".split()
values = st.one_of(
    st.sampled_from(LABELS),
    st.text(max_size=8),
    st.decimals(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.sampled_from(["≥1个", "无", "（2024年度）", "#REF!", date(2024, 1, 1)]),
)
HEADER = [Cell(label) for label in LABELS[:7]]
places = st.tuples(st.integers(1, 12), st.integers(1, 9))
merges = st.lists(st.builds(Merge, *[st.integers(1, 12)] * 4), max_size=3)


@settings(max_examples=150)
@given(st.dictionaries(places, st.builds(Cell, values), max_size=40), merges, st.none() | st.integers(1, 12))
def test_any_junk_is_a_form_or_a_refusal(cells, merges, header) -> None:  # type: ignore[no-untyped-def]
    if header:
        cells = {**cells, **{(header, c): cell for c, cell in enumerate(HEADER, 1)}}
    try:
        form = recognise(Grid((Sheet("表", cells, merges),)), "x")
    except Refusal as refusal:
        assert refusal.finding.code in ("JX930", "JX931")
    else:
        assert all(one.target.cell is not None for one in form.indicators)


def test_a_year_inside_the_name_of_the_project_is_not_the_year_of_the_form() -> None:
    assert read(SUNHE.replace("（2024年度）", "").replace("朝阳区", "2023年结转")).year is None


@pytest.mark.parametrize("header", ["未完成原因", "原因说明", "改进措施", "未达标原因分析"])
def test_the_column_of_reasons_is_found_however_it_is_worded(header: str) -> None:
    form = read(SUNHE.replace("偏差原因分析及改进措施", header))
    assert all(one.reason.cell is not None for one in form.indicators)


@pytest.mark.parametrize(
    ("line", "name", "supervisor", "implementer"),
    [
        ("项目名称 | | 某项目", "某项目", "", ""),
        ("项目名称 | | | 2024年某项目", "2024年某项目", "", ""),
        ("项目名称 | | 某项目 | 主管部门 | | 某局 | 实施单位 | 某馆", "某项目", "某局", "某馆"),
        ("项目名称 | | 主管部门 | | 实施单位 | | 某馆", "", "", "某馆"),
        ("项目名称 | | 项目属性 | 延续", "", "", ""),
        ("项目名称 | | 归口科室： | | 主管部门 | 某局", "", "某局", ""),
        ("项目名称 | | | | | | | | | 列外的批注", "", "", ""),
    ],
)
def test_an_entry_may_stand_further_right_than_beside_its_label(
    line: str, name: str, supervisor: str, implementer: str
) -> None:
    rows = cells(SUNHE)
    rows[2:4] = cells(f"| {line}")
    project = read(rows).project
    assert [project.name.text, project.supervisor.text, project.implementer.text] == [
        *(name, supervisor, implementer)
    ]
    assert not any(label in ("某项目", "某局", "某馆") for label in project.facts)


def test_a_blank_place_that_is_merged_is_the_place() -> None:
    rows = cells(SUNHE)
    rows[2:4] = cells("| 项目名称 | | | 归口科室 | 某科")
    project = read(rows, merges=(Merge(3, 3, 3, 4),)).project
    assert (project.name.text, project.facts["归口科室"].text) == ("", "某科")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["项目名称：某项目", "主管部门：某局", "实施单位：某馆"], ("某项目", "某局", "某馆")),
        (["项目名称: 2024年某项目  主管部门：某局 实施单位：某馆"], ("2024年某项目", "某局", "某馆")),
        (["项目名称：甲：乙 主管部门：某局", "实施单位："], ("甲：乙", "某局", "")),
    ],
)
def test_label_and_entry_may_share_a_cell(rows: list[str], said: tuple[str, str, str]) -> None:
    table = cells(SUNHE)
    table[2:4] = [["", row] for row in rows]
    form = read(table)
    assert (form.project.name.text, form.project.supervisor.text, form.project.implementer.text) == said
    assert str(form.project.name.cell) == "自评表!B3"


def test_signatures_in_one_cell_each_and_all_in_one_cell_are_read() -> None:
    apart = [*cells(SUNHE), ["填表人：甲", "", "", "联系电话：", "", "填报日期：2025年3月1日"]]
    together = [*cells(SUNHE), ["填表人：甲  联系电话：    填报日期：2025年3月1日"]]
    for rows in (apart, together):
        rows[4] = [""]
        facts = read(rows).project.facts
        assert {label: fact.text for label, fact in facts.items() if not fact.blank} == {
            "填表人": "甲",
            "填报日期": "2025年3月1日",
        }


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("项目支出绩效自评表（2024年）", 2024),
        ("项目绩效自评打分表（2024年）", 2024),
        ("四川省2024年部门预算项目支出绩效自评表", 2024),
        ("附件：2023年度项目支出绩效自评表", 2023),
        ("关于2025年报送2024年度项目支出绩效自评表的附件", 2024),
        ("2023年结转资金安排表", None),
    ],
)
def test_the_year_is_found_in_the_title(title: str, year: int | None) -> None:
    rows = cells(SUNHE)
    rows[0], rows[1] = ["", title], [""]
    assert read(rows).year == year


@pytest.mark.parametrize(
    "line",
    ["项目名称 | {}", "项目名称 | | {}", "项目名称：{}"],
)
@pytest.mark.parametrize("name", ["2023年老旧小区改造绩效自评试点", "老旧小区2023年改造项目绩效自评表"])
def test_a_year_in_the_name_is_never_the_year_of_the_form(line: str, name: str) -> None:
    rows = cells(SUNHE)
    rows[1:3] = [[""], *cells("| " + line.format(name))]
    form = read(rows)
    assert (form.year, form.project.name.text) == (None, name)


@pytest.mark.parametrize(
    "extra",
    [
        "| 小计 | | | | | 35 | 35",
        "| 产出指标小计 | | | | | 35 | 35",
        "| | 小计 | | | | 35 | 35",
        "| | | 小 计 | | | 35 | 35",
        "| 合计 | | | | | 35 | 35",
        "| | | 合计 | | | 35 | 35",
        "| | | …… | | | |",
        "| | | ... | | | |",
        "| | | 指标3：…… | | | |",
        "| | …… | …… | …… | …… | …… | ……",
    ],
)
def test_subtotals_and_places_held_open_are_no_indicators(extra: str) -> None:
    rows = cells(SUNHE)
    rows[15:15] = cells(extra)
    form = read(rows)
    assert (summary(form), form.total.text) == (INDICATORS, "99")


def test_a_row_held_open_may_begin_its_group() -> None:
    rows = cells(SUNHE)
    rows[13:13] = cells("| | 质量指标 | …… | | | |")
    rows[14][2] = ""
    assert summary(read(rows)) == INDICATORS


def test_a_line_below_fills_what_the_head_left_blank() -> None:
    rows = cells(SUNHE)
    rows[4] = ["", "项目负责人", "", "联系电话", ""]
    facts = read([*rows, ["联系电话：12345", "", "项目负责人：甲"]]).project.facts
    assert (facts["联系电话"].text, facts["项目负责人"].text) == ("12345", "甲")
