"""The 核对单: what is to be settled, what is assumed and what that is worth, and every figure with its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forms import entry, model_form, row, small_form
from jxbook.checks import check
from jxbook.document import render
from jxbook.document.blocks import Heading, Table
from jxbook.document.bookmarks import printed
from jxbook.document.layout import slots
from jxbook.document.marks import bare
from jxbook.form import Form, FundingRow
from jxbook.making.filled import filled_workbook
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.recognition import open_form
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score
from jxbook.slip import Products, products, slip_name


def made(form: Form) -> Products:
    policy = load_policy(form.policy_id)
    scoring = score(form, policy)
    return products(form, policy, scoring, check(form, policy, scoring))


def placed(form: Form) -> Form:
    """The form with cells for the amounts of 年度资金总额, as one that was read has them."""
    total = form.funding.total
    cells = {
        name: replace(getattr(total, name), cell=CellRef("自评表", 6, column))
        for column, name in enumerate(("initial_budget", "budget", "spent"), 3)
    }
    return replace(form, funding=replace(form.funding, total=replace(total, **cells)))


def markdown(made_of: Products) -> str:
    return render(made_of.report, "md").decode()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Products:
    path: Path = tmp_path_factory.mktemp("model") / "自评表.xlsx"
    path.write_bytes(filled_workbook(model_form(), load_policy("mof-2020-10")))
    return made(open_form(path))


def rows_under(products_: Products, title: str) -> list[list[str]]:
    """The rows of the tables in a section of the slip, what several rows share in each."""
    found, inside = [], False
    for block in products_.slip.blocks:
        if isinstance(block, Heading):
            inside = block.text == title
        elif inside and isinstance(block, Table):
            found += [[cell.text for cell, _, _ in row] for row in slots(block)[1:]]
    return found


def test_every_marker_has_a_row_with_the_cell_to_write_in(model: Products) -> None:
    rows = rows_under(model, "提交前必须处理")
    assert len(rows) == len(model.gaps)
    assert rows[0][2].startswith("核定：综合满意度自评表填87.2%，问卷汇总为87.74%")
    places = {row[2]: row[3] for row in rows}
    assert places["补充：护理员培训支出少于预算的原因"].startswith("子项目!")
    assert places["补充：评价的起止日期、参加的科室和人数"].startswith("报告素材!")
    assert places["补充：成文日期"].startswith("基本信息!")


def test_an_answer_that_does_not_answer_stands_beside_what_is_asked() -> None:
    form = small_form(row("修路里程", "≥10公里", "8公里", "项目已完成，按合同支付"))
    places = {row[2]: row[3] for row in rows_under(made(form), "提交前必须处理")}
    assert places["补充：修路里程未达到年度指标值的具体原因"].endswith(
        "（现写“项目已完成，按合同支付”，没有说明原因）"
    )


def test_every_finding_stands_among_the_doubts(model: Products) -> None:
    rows = rows_under(model, "矛盾和疑点")
    assert any("87.74%" in row[3] for row in rows) and any("（JX505）" in row[3] for row in rows)


@pytest.mark.parametrize(
    ("practice", "outcome"),
    [
        ("执行率计分方法：按比例", "总分88.7，等级为“良”"),
        ("时效指标逾期的计分：按比例（指标值÷完成值）", "总分86.95，等级为“良”"),
        ("≤、< 超出时的计分：按比例（指标值÷完成值）", "总分91.02，等级不变"),
        ("“养老服务站长效运营机制”部分达成，评为75%", "总分89.54，等级为“良”"),
        ("“运营补贴按时发放率”得5分，运营补贴发放凭证待补", "总分86.04，等级为“良”"),
    ],
)
def test_promise_3_what_is_assumed_is_said_with_what_it_is_worth(
    model: Products, practice: str, outcome: str
) -> None:
    rows = {row[1]: row for row in rows_under(model, "采用的非文件明文规定的做法及影响")}
    assert rows[practice][5] == outcome


def test_every_figure_of_the_report_is_in_the_slip_with_its_cells(model: Products) -> None:
    rows = rows_under(model, "数字来源和核对")
    told = {one for row in rows for one in row[1].split("\n")}
    assert {one.text for one in printed(model.report)} == told
    by_source = {row[3]: row for row in rows}
    assert by_source["全年预算数－全年执行数：自评表!E6－F6"][1] == "133"
    assert by_source["（全年预算数－全年执行数）÷全年预算数：（自评表!E6－F6）÷E6"][1] == "26.60%"
    assert by_source["“新建社区养老服务站”实际完成值：自评表!F13"][1] == "9"
    assert not [row for row in rows if not row[3] or not row[4]]


def test_what_one_sentence_quotes_from_one_place_is_one_line(model: Products) -> None:
    """The bounds of the grades, and the numbers of a text of staff's: seven lines said the same."""
    rows = [row for row in rows_under(model, "数字来源和核对") if "总分90分（含）以上为优" in row[2]]
    [(_, figures, _, source, bookmarks, _)] = rows
    assert figures.split("\n") == ["90", "80", "90", "60", "80", "60"]
    assert source == "评价政策的等级：评价政策“财政部项目支出绩效自评”"
    assert [one.count("jx") for one in bookmarks.split("\n")] == [1] * 6  # each beside its figure


def test_figures_of_one_sentence_stand_beside_it_and_a_sheet_is_named_once(model: Products) -> None:
    [table] = [one for one in model.slip.blocks if isinstance(one, Table) and one.rows[0][1].text == "数字"]
    shared = [cell for row in table.rows for cell in row if cell.rowspan > 1]
    assert any("全年支出367万元，预算执行率73.40%" in cell.text and cell.rowspan > 3 for cell in shared)
    rows = rows_under(model, "数字来源和核对")
    assert any(row[3] == "当年财政拨款的全年执行数÷当年财政拨款的全年预算数：自评表!F7÷E7" for row in rows)


def test_a_form_within_the_text_is_ticked_off_by_its_cells() -> None:
    rows = rows_under(made(load_sample("sunhe-2024").form), "数字来源和核对")
    assert any(row[2] == "项目支出绩效自评表，照表列示" for row in rows)
    assert not any(row[2].startswith("三、综合评价情况及评价结论：≥") for row in rows)


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_has_a_slip_in_every_format(name: str) -> None:
    both = made(load_sample(name).form)
    assert rows_under(both, "数字来源和核对")
    for kind in ("docx", "html", "md"):
        assert render(both.slip, kind)


def test_nothing_of_the_slip_stands_in_the_report(model: Products) -> None:
    text = "".join(bare(getattr(block, "text", "")) for block in model.report.blocks)
    assert not any(word in text for word in ("（实践）", "（假定）", "自评表!", "书签", "核对单"))


def test_a_form_that_is_wholly_right_has_a_slip_all_the_same() -> None:
    form = load_sample("sunhe-2024").form
    both = made(replace(form, passages=()))
    assert both.told().startswith("报告中有") and "【待补充】" in both.told()


@pytest.mark.parametrize(
    ("report", "slip"),
    [("报告.docx", "报告_核对单.docx"), ("a.b.md", "a.b_核对单.md"), ("报告", "报告_核对单")],
)
def test_the_slip_lies_beside_the_report(report: str, slip: str) -> None:
    assert slip_name(report) == slip


def test_where_the_points_give_no_grade_another_method_gives_none() -> None:
    late = row("完工时间", "2024年10月底", "2024年12月", "汛期停工", "时效指标", points=30)
    made_of = made(small_form(late, *(row(f"第{at}项", "≥5个", "5个", points=20) for at in range(4))))
    assert made_of.facts.unbalanced and not made_of.facts.grade
    outcomes = [one[5] for one in rows_under(made_of, "采用的非文件明文规定的做法及影响")]
    assert outcomes and not any("等级" in one for one in outcomes)


def test_a_method_names_the_rows_that_another_one_would_score_otherwise() -> None:
    passed = row("培训期数", "=10期", "12期", points=40)
    over = row("施工扰民投诉", "≤5件", "7件", "夜间施工", "社会效益指标", points=50)
    found = made(small_form(passed, over))
    where = {one[1].split("：")[0]: one[3] for one in rows_under(found, "采用的非文件明文规定的做法及影响")}
    assert where["= 的计分"] == "培训期数"
    assert where["≤、< 超出时的计分"] == "施工扰民投诉"


def test_an_amount_that_another_entry_contradicts_is_printed_with_what_is_to_be_settled() -> None:
    """Parts that do not add up, and 元 filled in where 万元 is asked for: once each, where the amount stands first."""
    parts = (FundingRow("当年财政拨款", *map(entry, (300, 300, 300))),)
    found = made(placed(small_form(row("修路里程", "≥10公里", "10公里"), money=(500, 500, 500), parts=parts)))
    text = bare(markdown(found))
    assert "项目预算500万元，其中当年财政拨款300万元【待核定：全年预算数各项之和是300万元" in text
    assert "全年支出500万元【待核定：全年执行数各项之和是300万元" in text
    assert text.count("【待核定：全年") == 2
    cost = row("项目总成本", "≤350万元", "341.268万元", level2="成本指标")
    mixed = made(placed(small_form(cost, money=(3500000, 3500000, 3412680))))
    assert "项目预算3500000万元【待核定：全年执行数3412680万元" in bare(markdown(mixed))
    assert bare(markdown(mixed)).count("相差约一万倍】") == 1
    assert "项目全年支出3412680万元" not in bare(markdown(mixed))
