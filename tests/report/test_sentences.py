"""Facts → sentence, by the patterns of the house style, with the awkward ones: one, two, many, nothing, negative."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from forms import entry, facts, model_facts, model_form, row, said, small_form, with_records
from jxbook.document.marks import PLACED, bare
from jxbook.facts.everything import Facts, facts_of
from jxbook.facts.words import numbered
from jxbook.finding import Finding, Severity
from jxbook.form import (
    CostItem,
    Entry,
    Form,
    FundingRow,
    Goal,
    Indicator,
    Interview,
    KeyPoint,
    Passage,
    SubProject,
    Survey,
    SurveyQuestion,
)
from jxbook.place import CellRef
from jxbook.policy import Mark, load_policy
from jxbook.report.passages import own_text
from jxbook.report.refs import resolved
from jxbook.report.sentences import (
    advice,
    analysis,
    conclusion,
    costs,
    money,
    money_budget,
    money_spent,
    money_unspent,
    naming,
    points,
    problems,
    process,
    project,
    row_advice,
    scoring_rules,
    survey,
)
from jxbook.report.sentences import score as score_told
from jxbook.report.sentences.causes import shipped
from jxbook.samples import load_sample
from jxbook.scoring import score
from ruled import ruled

# Money


@pytest.mark.parametrize(
    ("amounts", "text"),
    [
        (("", "", ""), ""),
        ((100, 100, 100), "项目预算100万元。全年支出100万元，预算执行率100%。"),
        (("", 100, 100), "项目预算100万元。全年支出100万元，预算执行率100%。"),
        ((100, 100, ""), "项目预算100万元。【待补充：全年执行数】"),
        (("", "", 66.5), "全年支出66.5万元。【待补充：年初预算数和全年预算数，据以计算预算执行率】"),
        ((100, 100, 95), "项目预算100万元。\n全年支出95万元，预算执行率95%。未支出5万元，占全年预算的5%。"),
        (
            (100, 100, 117),
            "项目预算100万元。全年支出117万元，超出全年预算17万元"
            "【待核定：全年支出大于全年预算，填写有误的改正，属实的写明超出部分的资金来源和批准文件】，预算执行率117%。",
        ),
        (
            (10, 10, 95211.8),  # 元 under 万元: no rate that cannot be true stands in a paper
            "项目预算10万元。全年支出95211.8万元【待核定：全年支出95211.8万元大于全年预算10万元，"
            "多半是单位（元、万元）不同，核定后改正并计算预算执行率】。",
        ),
        (
            (120, 100, 100),
            "项目年初预算120万元，年中调减20万元，全年预算100万元。【待补充：调减20万元的原因，以及文件的名称、文号和下达日期】"
            "全年支出100万元，预算执行率100%。",
        ),
        ((0, 0, 0), "项目预算0万元。全年支出0万元。"),
    ],
)  # fmt: skip
def test_money(amounts: tuple[object, object, object], text: str) -> None:
    assert said(money.money(facts(small_form(money=amounts)))) == text


def test_money_of_a_form_in_yuan_is_told_in_wan_yuan() -> None:
    form = replace(small_form(money=(9200000, 9200000, 8988025.24)), policy_id="beijing-community")
    unit = replace(form.funding, unit="元", total=replace(form.funding.total, unit="元"))
    text = said(money.money(facts(replace(form, funding=unit))))
    assert "全年支出898.802524万元，预算执行率97.70%。未支出21.197476万元，占全年预算的2.30%。" in text
    assert "200000元" not in text


def test_several_sources_and_the_one_that_left_money() -> None:
    parts = (
        FundingRow("当年财政拨款", *map(entry, (90, 90, 80))),
        FundingRow("其他资金", *map(entry, (10, 10, 10))),
    )
    text = said(money.money(facts(small_form(money=(100, 100, 90), parts=parts))))
    assert "其中当年财政拨款90万元、其他资金10万元。" in text
    assert "其中当年财政拨款支出80万元，支出率88.89%；其他资金10万元全部支出。" in text
    assert "未支出10万元，占全年预算的10%，均为当年财政拨款。" in text


def test_a_row_that_was_missed_because_another_was_stands_with_it() -> None:
    rows = (
        row("水厂改造座数", "≥1座", "0座", "用地预审未通过，拟调整选址，2025年3月底前重新报批"),
        row("受益人口数", "≥8600人", "6120人", "水厂改造未实施，2个村未受益", "社会效益指标"),
    )
    of = facts(small_form(*rows))
    [told] = map(said, problems.problems(of))
    assert told.startswith(
        "水厂改造未完成年度任务，受益人口数未达到目标，影响12.88分（水厂改造座数10分，受益人口数2.88分）。用地预审未通过；水厂改造未实施，2个村未受益。"
    )
    [measure] = map(said, advice.advice(of))
    assert measure.startswith("抓紧完成水厂改造1座。拟调整选址，2025年3月底前重新报批")


def test_what_staff_say_of_the_changed_budget_stands_with_it_and_once() -> None:
    own = "年中追加20万元，用于桥面维修（某财农〔2024〕17号）。\n资金实行专账核算。"
    form = small_form(money=(100, 120, 90), passages=(Passage("资金投入和使用情况", entry(own)),))
    of = facts(form)
    made = money.money(of)
    assert said(made).startswith(
        "项目年初预算100万元，年中调增20万元，全年预算120万元。年中追加20万元，用于桥面维修（某财农〔2024〕17号）。"
    )
    assert said(own_text(of.form.passages[0], of, [made])).strip() == "资金实行专账核算。"


def test_a_cause_that_only_says_that_the_first_row_was_missed_is_not_told_again() -> None:
    rows = (
        row("改造小区数", "≥8个", "3个", "5个小区意见征集未通过，2025年6月底前完工"),
        row("受益户数", "≥3200户", "1150户", "改造小区数未完成。", "社会效益指标"),
    )
    [told] = map(said, problems.problems(facts(small_form(*rows))))
    assert told.endswith("5个小区意见征集未通过。") and "改造小区未完成年度任务，受益户数未达到目标" in told


def test_staffs_spoken_words_are_printed_as_papers_say_them() -> None:
    one = row("修路里程", "≥10公里", "8公里", "石料涨价了，有2公里没弄完，争取明年6月底前搞完")
    of = facts(small_form(one))
    assert "石料涨价，有2公里未完成" in said(problems.problems(of)[0])
    assert "争取2025年6月底前完成" in said(advice.advice(of)[0])


def test_next_year_stays_as_it_was_written_where_the_report_is_of_another_year() -> None:
    form = small_form(row("修路里程", "≥10公里", "8公里", "石料短缺，明年6月底前完成"))
    dated = replace(form, project=replace(form.project, facts={"成文日期": entry("2025年3月1日")}))
    assert "明年6月底前" in said(advice.advice(facts(dated))[0])


def test_a_row_that_measures_the_money_stands_with_the_money() -> None:
    invested = row("完成年度投资额", "≥100万元", "60万元", "设备采购顺延至下年")
    of = facts(small_form(invested, row("学位", "≥9个", "9个"), money=(100, 100, 60)))
    [told] = map(said, problems.problems(of))
    assert told == (
        "预算执行率低，年度投资额未完成年度任务，影响8分（完成年度投资额4分，预算执行率4分）。"
        "未支出40万元。设备采购顺延至下年。"
    )
    assert "预算下达后即开展采购。未支出的40万元逐项清理，" in said(advice.advice(of)[0])


def test_the_same_measure_is_not_advised_twice() -> None:
    rows = (
        row("投诉件数", "≤20件", "31件", "护理员更换频繁", "社会效益指标"),
        row("服务时长", "≥57600小时", "55900小时", "暑期护理员流失"),
    )
    of = facts(small_form(*rows))
    assert "".join(map(said, advice.advice(of))).count("在合同中约定人员更换的比例") == 1


def test_what_is_left_to_the_money_of_a_later_year_is_a_problem() -> None:
    told = (Passage("项目概况", entry("道路已通车。两批工程类项目尾款100余万元拟从2025年度经费中列支。")),)
    of = facts(small_form(row("修路里程", "≥10公里", "10公里"), passages=told))
    assert (
        said(problems.problems(of)[0])
        == "两批工程类项目尾款100余万元拟从2025年度经费中列支，本年度没有支付。"
    )
    assert said(advice.advice(of)[0]) == (
        "落实待付款项的资金来源。把两批工程类项目尾款100余万元列入下年预算，按合同约定支付【待补充：责任科室和支付时间】。"
    )
    past = (Passage("项目概况", entry("上年尾款20万元已从2024年度经费中列支。")),)
    assert facts(small_form(row("修路里程", "≥10公里", "10公里"), passages=past)).problems == ()


def test_goals_that_staff_told_with_every_target_are_not_listed_again() -> None:
    rows = (row("培训场次", "≥5场", "5场"), row("扶持社会组织数", "≥16支", "16支"))
    told = small_form(*rows, goal=Goal(expected=entry("开展培训不少于5场，扶持社会组织16支。")))
    assert said(project.stages(facts(told))) == "2024年度据此设定三级指标2项。"
    part = small_form(*rows, goal=Goal(expected=entry("开展培训不少于5场。")))
    assert "培训不少于5场" in said(project.stages(facts(part)))


def test_a_source_of_which_nothing_was_spent() -> None:
    parts = (
        FundingRow("当年财政拨款", *map(entry, (90, 90, 90))),
        FundingRow("上年结转资金", *map(entry, (10, 10, 0))),
    )
    text = said(money.money(facts(small_form(money=(100, 100, 90), parts=parts))))
    assert "其中当年财政拨款90万元全部支出；上年结转资金10万元未支出。" in text


def test_the_change_of_a_budget_is_explained_by_the_reason_that_names_it() -> None:
    text = said(money_budget.budgeted(model_facts()))
    assert (
        "调增的50万元为市级追加资金，用于新增改造任务186户【待补充：追加资金文件的名称、文号和下达日期】。"
        in text
    )


def task(name: str, budget: object, spent: object, status: str, note: str = "") -> SubProject:
    return SubProject(*map(entry, (name, "", "", budget, spent, status, note)))


def test_what_is_left_is_told_by_task_with_its_cause() -> None:
    text = said(money_unspent.unspent(model_facts()))
    assert text.startswith("未支出的133万元按任务分为四项")
    assert "一是智慧养老信息平台62万元，尾款因一期验收推迟未支付。" in text
    assert (
        "少完成3个，对应计划资金54万元未使用；已完成的9个超出计划单位成本10.8万元，相抵后余43.2万元。" in text
    )
    assert "三是护理员培训19.02万元，任务已完成【待补充：护理员培训支出少于预算的原因】。" in text
    assert "每户成本由计划的0.3万元降至0.27万元，形成结余。" in text
    assert "未支出的105.2万元属结转资金，占79.1%" in text and "未支出的27.8万元属结余资金，占20.9%。" in text


@pytest.mark.parametrize(
    ("tasks", "text"),
    [
        ((task("修路", 60, 40, "实施中", "因雨季停工未完成"), task("植树", 40, 40, "已完成")),
         "未支出的20万元均为修路资金，因雨季停工未完成。该项任务仍在实施，未支出资金属结转资金。"),
        ((task("修路", 60, 50, "已完成", "因中标价低"), task("植树", 40, 30, "已完成", "因苗木减少")),
         "未支出的20万元按任务分为两项。一是修路10万元，因中标价低。二是植树10万元，因苗木减少。以上任务已完成，未支出资金属结余资金。"),
        ((task("修路", 60, 40, "实施中"), task("植树", 39, 40, "已完成")), "【待补充：20万元未支出的原因】"),  # the sums do not agree
        ((task("修路", 60, "", ""), task("植树", 40, "", "")), "【待补充：20万元未支出的原因】"),
        # what is still owed for finished work is carried over, not left for good
        ((task("修路", 60, 50, "已完成", "质保金"), task("植树", 40, 30, "已完成", "苗木减少")),
         "未支出的20万元按任务分为两项。一是修路10万元，为质保金。二是植树10万元，苗木减少。修路款项待付，未支出的10万元属结转资金，占50%；植树已完成，未支出的10万元属结余资金，占50%。"),
        # asked why, it is said that it was done, or that all went its way
        ((task("修路", 60, 50, "已完成", "任务已完成"), task("植树", 40, 30, "已完成", "因苗木减少")),
         "未支出的20万元按任务分为两项。一是修路10万元，任务已完成【待补充：修路支出少于预算的原因】。二是植树10万元，因苗木减少。以上任务已完成，未支出资金属结余资金。"),
        # work that has not begun is not going on, and an amount is said once
        ((task("修路", 60, 45, "未开工", "用地未批"), task("植树", 40, 35, "已完成", "质保金5万元按合同留存")),
         "未支出的20万元按任务分为两项。一是修路15万元，用地未批。二是植树5万元，为质保金按合同留存。以上任务尚未开工或款项待付，未支出资金属结转资金。"),
        ((task("修路", 60, 40, "已完成", "项目已完成，资金结余20万元"), task("植树", 40, 40, "已完成")),
         "未支出的20万元均为修路资金，任务已完成【待补充：修路支出少于预算的原因】。该项任务已完成，未支出资金属结余资金。"),
        ((task("修路", 60, 40, "已完成", "公开招标节约20万元"), task("植树", 40, 40, "已完成")),
         "未支出的20万元均为修路资金，公开招标节约20万元。该项任务已完成，未支出资金属结余资金。"),
    ],
)  # fmt: skip
def test_left_in_one_task_in_two_and_where_the_sums_do_not_agree(
    tasks: tuple[SubProject, ...], text: str
) -> None:
    form = with_records(small_form(money=(100, 100, 80)), subprojects=tasks)
    form = replace(form, passages=(Passage("资金投入和使用情况", entry("按进度拨付")),))
    assert without_references(said(money_unspent.unspent(facts(form)))) == text


@pytest.mark.parametrize(
    ("passage", "asked", "told"),
    [
        ("", "【待补充：20万元分别属于哪几项任务、各多少万元，每项未支出的原因，以及结转、结余的处理意见】", ""),
        ("未支出的20万元按合同支付。", "【待补充：20万元未支出的原因】", ""),
        ("支出80万元，执行率80%。项目已完成，资金结余20万元，占20%。", "【待补充：20万元未支出的原因】", ""),
        ("未支出的20万元为工程质量保证金，按合同约定支付。", "", "，为工程质量保证金，按合同约定支付"),
        ("结余资金主要是中标价低于预算。", "", ""),
    ],
)  # fmt: skip
def test_a_passage_on_money_that_does_not_say_why_it_was_left_is_asked(
    passage: str, asked: str, told: str
) -> None:
    form = replace(
        small_form(money=(100, 100, 80)),
        passages=(Passage("资金投入和使用情况", entry(passage)),) if passage else (),
    )
    of = facts(form)
    assert said(money_unspent.unspent(of)) == asked
    assert resolved_(problems.problems(of)[0]) == f"预算执行率低。未支出20万元{told}。"


def test_basic_spending_is_not_spent_twice() -> None:
    parts = (
        FundingRow("基本支出", *map(entry, (50, 50, 40))),
        FundingRow("项目支出", *map(entry, (50, 50, 50))),
    )
    text = said(money_spent.spent(facts(small_form(money=(100, 100, 90), parts=parts))))
    assert "其中基本支出执行40万元，执行率80%；项目支出50万元全部执行。" in text


def test_money_carried_over_is_the_change_of_the_budget() -> None:
    parts = (
        FundingRow("当年财政拨款", *map(entry, (90, 90, 90))),
        FundingRow("上年结转资金", *map(entry, (0, 60, 60))),
    )
    text = said(money_budget.budgeted(facts(small_form(money=(90, 150, 150), parts=parts))))
    assert text.endswith("调增的60万元为上年结转资金【待补充：结转资金批复文件的名称、文号和下达日期】。")


def test_a_unit_cost_below_its_target_explains_what_a_task_left() -> None:
    form = with_records(
        small_form(
            row("单台彩超采购成本", "≤86万元", "79.5万元", level2="经济成本指标"), money=(300, 300, 280.5)
        ),
        subprojects=(
            SubProject(*map(entry, ("彩超购置", "", 3, 258, 238.5, "已完成", "任务已完成"))),
            SubProject(*map(entry, ("安装", "", 1, 42, 42, "已完成", ""))),
        ),
    )
    assert "彩超购置资金，任务已完成，单台彩超采购成本由计划的86万元降至79.5万元，形成结余。" in said(
        money_unspent.unspent(facts(form))
    )


def test_of_many_tasks_those_that_left_most_are_told_and_the_rest_summed() -> None:
    tasks = tuple(
        task(f"{name}路", 10, 10 - n, "已完成", "中标价低" if n < 6 else "已完成")
        for n, name in enumerate("甲乙丙丁戊己", 1)
    )
    text = without_references(
        said(money_unspent.unspent(facts(with_records(small_form(money=(60, 60, 39)), subprojects=tasks))))
    )
    assert "一是己路6万元，任务已完成【待补充：己路支出少于预算的原因】。" in text
    assert "三是丁路4万元，中标价低。四是其余三项任务共6万元。" in text


def test_boxes_are_not_said_beside_the_rows_that_tell_the_same() -> None:
    boxes = {
        "存在问题": entry("施工用地手续办理滞后。人员不足。"),
        "改进措施": entry("提前办理用地手续，2025年4月完成修路。"),
    }
    form = replace(small_form(row("修路里程", "≥10公里", "8公里", "用地手续11月才批复")), boxes=boxes)
    of = facts(form)
    assert [resolved_(one) for one in problems.problems(of)] == [
        "修路未完成年度任务，影响2分。用地手续11月才批复。",
        "人员不足。",
    ]
    assert resolved_(advice.advice(of)[0]).startswith(
        "抓紧完成修路剩余任务2公里。提前办理用地手续，2025年4月完成修路。"
    )


def test_the_box_for_a_low_rate_is_read() -> None:
    form = replace(
        small_form(money=(100, 100, 80)),
        boxes={"预算执行率偏低原因": entry("设备12月底到货，尾款20万元未支付。")},
    )
    assert "未支出20万元。设备12月底到货，尾款20万元未支付。" in said(problems.problems(facts(form))[0])


# Rows


@pytest.mark.parametrize(
    ("wanted", "actual", "reason", "level2", "text"),
    [
        ("≥100次", "100次", "", "数量指标", "培训100次，达到年度指标值。"),
        ("≥100次", "108次", "", "数量指标", "培训108次，达到年度指标值。"),
        ("≥100次", "120次", "", "数量指标", "培训120次，比年度指标值100次多20次，完成120%。"),
        ("≥100次", "150次", "新增20个点位", "数量指标", "培训150次，完成年度指标值的150%，新增20个点位。"),
        ("≥100次", "150次", "", "数量指标", "培训150次，完成年度指标值的150%【待补充：培训次数超出年度指标值较多的原因】。"),
        ("≥100次", "95次", "报名人数少", "数量指标", "培训95次，比年度指标值100次少5次；报名人数少。"),
        ("≥100次", "80次", "报名人数少", "数量指标", "培训80次，比年度指标值100次少20次，完成80%；报名人数少。"),
        ("≥100次", "0次", "管理不到位", "数量指标", "培训100次均未完成。"),
        ("≤10次", "3次", "", "社会效益指标", "培训3次，控制在10次以内。"),
        ("≤10次", "12次", "设备老化", "社会效益指标", "培训12次，比年度指标值10次多2次，超出20%；设备老化。"),
    ],
)  # fmt: skip
def test_a_number(wanted: str, actual: str, reason: str, level2: str, text: str) -> None:
    of = facts(small_form(row("培训次数", wanted, actual, reason, level2)))
    assert said(analysis.level2(of, of.rows)) == text


@pytest.mark.parametrize(
    ("name", "wanted", "actual", "reason", "level2", "text"),
    [
        ("合格率", "≥90%", "90%", "", "质量指标", "合格率90%，达到年度指标值。"),
        ("合格率", "≥80%", "100%", "", "质量指标", "合格率100%，比年度指标值80%高20个百分点。"),
        ("合格率", "≥95%", "91.3%", "返工", "质量指标", "合格率91.3%，比年度指标值95%低3.7个百分点；返工。"),
        ("每户成本", "≤0.3万元", "0.27万元", "", "成本指标", "每户成本0.27万元，比年度指标值0.3万元低10%。"),
        ("每户成本", "≤0.3万元", "0.3万元", "", "成本指标", "每户成本0.3万元，与年度指标值持平。"),
        ("每户成本", "≤0.3万元", "0.33万元", "材料涨价", "成本指标", "每户成本0.33万元，比年度指标值0.3万元高0.03万元，超出10%；材料涨价。"),
        ("道路完工时间", "≤9月", "9月", "", "时效指标", "道路于9月按期完工。"),
        ("道路完工时间", "≤9月", "7月", "", "时效指标", "道路于7月完工，比年度指标值9月早2个月。"),
        ("道路完工时间", "≤9月", "11月", "雨季停工，土质松软", "时效指标", "道路于11月完工，比年度指标值9月晚2个月；雨季停工，土质松软。"),
        ("道路完工时间", "≤9月", "2025年1月", "停工", "时效指标", "道路于2025年1月完工，比年度指标值9月晚4个月；停工。"),
        ("道路完工时间", "≤9月30日", "10月15日", "停工", "时效指标", "道路于10月15日完工，比年度指标值9月30日晚15天；停工。"),
        ("长效机制", "健全", "达成年度指标", "", "可持续影响指标", "长效机制健全。"),
        ("长效机制", "健全", "部分达成年度指标并具有一定效果（75%）", "细则未印发", "可持续影响指标",
         "长效机制评定为“部分达成年度指标并具有一定效果”，达成75%，未达到“健全”。细则未印发【待补充：长效机制已做到的事项】。"),
        ("长效机制", "健全", "达成年度指标", "印发管护办法3项", "可持续影响指标", "长效机制健全，印发管护办法3项。"),
        ("长效机制", "健全", "达成年度指标", "任务已完成", "可持续影响指标", "长效机制健全。"),
        ("是否按期完工", "是", "是", "", "时效指标", "按期完工已实现。"),
        ("是否按期完工", "是", "否", "", "时效指标", "按期完工没有实现。"),
        ("低保金发放人次", "≥2万人次", "2.1万人次", "", "数量指标", "低保金发放2.1万人次，达到年度指标值。"),
        ("长效机制", "健全", "基本达成", "", "可持续影响指标", "长效机制基本健全。"),
        ("课题结题时间", "≤11月", "12月", "", "时效指标", "课题于12月结题，比年度指标值11月晚1个月。"),
        ("绿化面积", "≥1.2万平方米", "1.2万平方米", "", "生态效益指标", "绿化1.2万平方米，达到年度指标值。"),
        ("长效机制", "健全", "未达成年度指标且效果较差", "办法未出台", "可持续影响指标", "长效机制未达到“健全”。办法未出台。"),
        ("修路", "≥5公里", "", "", "数量指标", "【待补充：修路的实际完成值】"),
        ("修路", "≥5公里", "已完成", "", "数量指标", "【待补充：修路能与年度指标值≥5公里比较的实际完成值】"),
        ("备案组织", "", "65支", "", "数量指标", "备案组织65支。"),
    ],
)  # fmt: skip
def test_a_row(name: str, wanted: str, actual: str, reason: str, level2: str, text: str) -> None:
    of = facts(small_form(row(name, wanted, actual, reason, level2)))
    assert resolved_(analysis.level2(of, of.rows)) == text


def test_met_rows_are_grouped_and_missed_ones_follow() -> None:
    of = facts(
        small_form(
            row("甲率", "=100%", "100%", level2="质量指标"),
            row("乙率", "≥95%", "90%", "返工", "质量指标"),
            row("丙率", "=100%", "100%", level2="质量指标"),
        )
    )
    assert (
        said(analysis.level2(of, of.rows))
        == "甲率、丙率均为100%，达到年度指标值。乙率90%，比年度指标值95%低5个百分点；返工。"
    )


@pytest.mark.parametrize(
    ("actuals", "text"),
    [
        (("1次",), "产出指标1项，得10分（分值10分），达到年度指标值。"),
        (("1次", "1次"), "产出指标2项，得20分（分值20分），均达到年度指标值。"),
        (("0次",), "产出指标1项，得0分（分值10分），未达到年度指标值。"),
        (("0次", "0次"), "产出指标2项，得0分（分值20分），均未达到年度指标值。"),
        (("1次", "0次"), "产出指标2项，得10分（分值20分），1项达到年度指标值，1项未达到。"),
    ],
)
def test_how_many_were_reached(actuals: tuple[str, ...], text: str) -> None:
    of = facts(small_form(*(row(f"第{n}类次数", "≥1次", one) for n, one in enumerate(actuals))))
    assert resolved_(analysis.overview(of, of.rows)) == text


@pytest.mark.parametrize(
    ("actual", "reason", "achieved", "text"),
    [
        # both what was seen and what is missing are known from the reason
        ("（75%）", "办法已印发，细则未印发，计划6月出台", "", "。办法已印发，细则未印发。"),
        # one of the two, the other asked for
        ("（75%）", "细则未印发", "", "。细则未印发【待补充：长效管护机制已做到的事项】。"),
        ("（75%）", "办法已印发", "", "。办法已印发【待补充：长效管护机制尚未做到的事项】。"),
        # the goal's actual text knows the other one
        ("（75%）", "细则未印发", "修路3公里，管护机制的办法已印发", "。细则未印发；管护机制的办法已印发。"),
        # that the target stands there again is nothing seen
        ("（75%）", "", "长效管护机制健全", "【待补充：长效管护机制已做到的和尚未做到的事项，没有做到的原因】。"),
        ("（75%）", "任务已完成", "", "【待补充：长效管护机制已做到的和尚未做到的事项，没有做到的原因】。"),
    ],
)  # fmt: skip
def test_a_tier_is_argued_or_its_grounds_are_asked_for(
    actual: str, reason: str, achieved: str, text: str
) -> None:
    one = row("长效管护机制", "健全", f"部分达成年度指标并具有一定效果{actual}", reason, "可持续影响指标")
    of = facts(small_form(one, goal=Goal(achieved=entry(achieved))))
    head = "长效管护机制评定为“部分达成年度指标并具有一定效果”，达成75%，未达到“健全”"
    assert resolved_(analysis.level2(of, of.rows)) == f"{head}{text}"


def test_a_row_that_another_text_denies_is_to_be_settled_and_not_praised() -> None:
    one = row("补贴发放完成时间", "≤12月", "12月", level2="时效指标")
    rate = row("补贴发放率", "=100%", "100%", level2="时效指标")
    of = facts(small_form(one, rate, goal=Goal(achieved=entry("184户补贴未发放"))))
    told = "补贴发放完成时间、补贴发放率在自评表中分别填报为“12月”“100%”，而年度总体目标（实际完成情况）写有“184户补贴未发放”"
    asked = "“补贴发放完成时间”“补贴发放率”以哪一处为准，核定后改为一致"
    assert resolved_(analysis.level2(of, of.rows)) == f"{told}【待核定：{asked}】。"
    assert "补贴发放率" not in said(conclusion.conclusion(of))
    assert "2项指标均待核定" in said(conclusion.conclusion(of))
    assert "均待核定。" in said(analysis.overview(of, of.rows))
    other = row("补贴标准达标率", "=100%", "100%", level2="质量指标")
    of = facts(small_form(one, other, goal=Goal(achieved=entry("184户补贴未发放"))))
    assert "2项指标中，1项达到年度指标值，1项待核定" in said(conclusion.conclusion(of))


def test_a_target_that_is_a_verb_is_said_as_one() -> None:
    one = row("管护机制", "建立", "部分达成年度指标并具有一定效果（70%）", "标准未定", "可持续影响指标")
    of = facts(small_form(one))
    assert "达成70%，尚未完全建立。" in said(analysis.level2(of, of.rows))
    [problem] = [text for text in problems.problems(of) if "管护机制" in text]
    assert said(problem).startswith("管护机制尚未完全建立，影响")


def test_a_tier_without_a_share_is_told_by_its_points() -> None:
    one = row(
        "长效机制", "健全", "部分达成年度指标并具有一定效果", "办法已印发，细则未印发", "可持续影响指标"
    )
    text = resolved_(analysis.level2(facts(small_form(one)), facts(small_form(one)).rows))
    assert "按分值的70%记分，未达到“健全”。办法已印发，细则未印发【待补充：长效机制评定比例的依据】。" in text


def test_words_that_are_no_tier_are_told_and_asked_for() -> None:
    of = facts(small_form(row("长效机制", "健全", "较健全", level2="可持续影响指标")))
    assert said(analysis.level2(of, of.rows)) == (
        "长效机制填写为“较健全”【待补充：长效机制属于达成、部分达成还是未达成年度指标，以及达成的比例】。"
    )


# Costs and survey


def cost(name: str, *numbers: object) -> CostItem:
    return CostItem(*map(entry, (name, "个", *numbers, "")))


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        ((cost("甲", 10, 2, 10, ""),), ""),
        ((cost("甲", 10, 2, 10, 2),), "按实际完成量比较，甲按计划单位成本应支出20万元，实际支出20万元，与计划持平。"),
        ((cost("甲", 10, 2, 10, 1.5),), "按实际完成量比较，甲按计划单位成本应支出20万元，实际支出15万元，节约5万元，节约率25%。"),
        ((cost("甲", 10, 2, 8, 2),),
         "按实际完成量比较，甲按计划单位成本应支出16万元，实际支出16万元，与计划持平。"
         "与年初计划20万元相比，实际支出少4万元；甲少完成2个而未使用的4万元属任务未完成，不计为节约。"),
        ((cost("甲", 10, 2, 10, 2.5), cost("乙", 1, 8, 1, 6)),
         "按实际完成量比较，2项任务按计划单位成本应支出28万元，实际支出31万元，超支3万元，超支率10.71%，其中甲10个超支5万元，乙1个节约2万元。"),
    ],
)  # fmt: skip
def test_costs_at_the_quantity_that_was_done(items: tuple[CostItem, ...], text: str) -> None:
    assert (
        without_references(
            said(costs.cost_told(facts(with_records(small_form(money=(100, 100, 90)), costs=items))))
        )
        == text
    )


def without_references(text: str) -> str:
    return resolved(text, {})


def survey_of(*questions: tuple[str, tuple[int, ...]], method_: str = "入户问卷") -> Survey:
    answers = ("满意", "一般", "不满意")
    asked = tuple(SurveyQuestion(entry(text), tuple(map(entry, counts))) for text, counts in questions)
    return Survey(
        entry(100),
        entry(90),
        entry(method_),
        tuple(map(entry, answers)),
        tuple(map(entry, (1, 0.5, 0))),
        asked,
    )


SATISFIED = row("居民满意度", "≥90%", "87.22%", "等候时间长", "服务对象满意度指标")


def test_two_kinds_of_dissatisfied_answers_are_named_apart_and_told_once() -> None:
    answers = ("满意", "一般", "不满意", "非常不满意")
    asked = (
        SurveyQuestion(entry("环境"), tuple(map(entry, (80, 5, 3, 2)))),
        SurveyQuestion(entry("送餐"), tuple(map(entry, (60, 20, 6, 4)))),
    )
    questionnaire = Survey(
        entry(100),
        entry(90),
        entry("入户问卷"),
        tuple(map(entry, answers)),
        tuple(map(entry, (1, 0.5, 0, 0))),
        asked,
    )
    of = facts(with_records(small_form(SATISFIED), survey=questionnaire))
    text = without_references(said(survey.survey_told(of)))
    assert "90名答卷人中有10人不满意或非常不满意，占11.11%" in text
    assert "全部内容共有15人次不满意或非常不满意，送餐占66.67%" in text
    assert "不满意和非常不满意的15人次中，10人次涉及送餐" in said(problems.problems(of)[0])


@pytest.mark.parametrize(
    ("questions", "parts"),
    [
        ((("您对环境是否满意", (72, 13, 5)),), ["调查采用入户问卷方式，共收回有效问卷90份。综合满意度87.22%。"]),
        ((("环境", (90, 0, 0)), ("安全", (90, 0, 0))), ["2项调查内容的满意度均为100%。"]),
        ((("环境", (90, 0, 0)), ("送餐", (50, 20, 20))),
         ["环境100%，高于90%；送餐66.67%，低于90%", "送餐满意度最低，90名答卷人中有20人不满意，占22.22%。",
          "其余1项合并计算为100%，总体未达到90%主要受送餐影响。"]),
        ((("环境", (90, 0, 0)), ("送餐", (88, 0, 2))), ["其中送餐97.78%最低。对送餐，90名答卷人中有2人不满意，占2.22%。"]),
        ((("环境", (80, 5, 5)), ("送餐", (60, 20, 10))), ["全部内容共有15人次不满意，送餐占66.67%。"]),
    ],
)  # fmt: skip
def test_the_survey_is_read(questions: tuple[tuple[str, tuple[int, ...]], ...], parts: list[str]) -> None:
    of = facts(with_records(small_form(SATISFIED), survey=survey_of(*questions)))
    text = without_references(said(survey.survey_told(of)))
    assert [part for part in parts if part not in text] == [], text


def test_a_satisfaction_that_the_survey_contradicts_is_to_be_settled_once() -> None:
    text = said(survey.survey_told(model_facts()))
    assert text.count("【待核定：综合满意度自评表填87.2%，问卷汇总为87.74%，核定后两处改为同一数】") == 1
    assert "访谈也反映，送餐经常晚于12点，希望增加软烂菜品。" in text


def test_a_satisfaction_without_a_survey_is_asked_for() -> None:
    text = said(survey.survey_told(facts(small_form(SATISFIED))))
    assert text == "【待补充：调查方式，发放和收回问卷的份数，满意度最低的事项和不满意的人数】"


# Conclusion


def test_a_unit_cost_is_told_by_the_quantity_that_it_is_of() -> None:
    """Without 成本效益: what the units cost beyond or below the target, what the missing ones explain of the money left, and
    what they will need."""
    form = small_form(
        row("新建服务站", "≥12个", "9个", "产权不清，2025年6月底前建成"),
        row("改造户数", "≥300户", "486户"),
        row("单个服务站成本", "≤18万元", "19.2万元", "增设喷淋", "成本指标"),
        row("每户改造成本", "≤3000元", "2700元", "", "成本指标"),
        money=(500, 500, 367),
    )
    of = facts(form)
    told = said(analysis.part(of, "产出"))
    assert (
        "单个服务站成本19.2万元，比年度指标值18万元高1.2万元，超出6.67%，按9个计算超支10.8万元；增设喷淋。"
        in told
    )
    assert "每户改造成本2700元，比年度指标值3000元低10%，按486户计算节约14.58万元。" in told
    found = [said(one) for one in problems.problems(of)]
    money_left_ = next(one for one in found if "预算执行率低" in one)
    assert money_left_.endswith("其中新建服务站少完成3个，按单位成本指标值18万元测算涉及54万元。")
    assert any("按实际单位成本19.2万元测算，剩余3个尚需57.6万元。" in one for one in found)
    told = "".join(map(said, advice.advice(of)))
    assert "未支出的133万元逐项清理，" in told
    assert (
        "剩余3个所需的57.6万元在实施前落实资金来源【待补充：资金来源，可否从未支出的133万元中安排】" in told
    )


@pytest.mark.parametrize(
    ("money", "reason"),
    [((100, 100, 100), ""), ((100, 100, 117), ""), ((100, 100, 90), "未支出的10万元为工程质量保证金。")],
)
def test_what_is_not_left_was_not_saved(money: tuple[object, ...], reason: str) -> None:
    """Nothing left, more spent than there was, or what is left still to be paid: cheaper it was, saved it was not."""
    section = (Passage("资金投入和使用情况", entry(reason)),) if reason else ()
    form = small_form(
        row("培训人次", "≥300人次", "318人次"),
        row("人均培训成本", "≤1600元", "1509元", "", "成本指标"),
        money=money,
        passages=section,
    )
    told = said(analysis.part(facts(form), "产出"))
    assert told.endswith(
        "比年度指标值1600元低5.69%；按318人次计算的总成本与按年度指标值计算的48万元持平，单位成本降低是多完成18人次摊薄所致。"
    )
    compared = with_records(small_form(money=money, passages=section), costs=(cost("甲", 10, 2, 10, 1.5),))
    assert "实际支出15万元，低于计划5万元" in said(costs.cost_told(facts(compared)))


@pytest.mark.parametrize(
    ("actual", "price"), [("330人次", "1509元"), ("318人次", "1400元"), ("300人次", "1509元")]
)
def test_a_lower_unit_cost_is_explained_by_the_quantity_only_where_the_total_is_the_same(
    actual: str, price: str
) -> None:
    form = small_form(
        row("培训人次", "≥300人次", actual),
        row("人均培训成本", "≤1600元", price, "", "成本指标"),
        money=(1, 1, 1),
    )
    assert re.search(r"比年度指标值1600元低[\d.]+%。$", said(analysis.part(facts(form), "产出")))


@pytest.mark.parametrize(
    ("spent", "price", "needed"),
    [
        (142, "0.7333万元", "按无障碍改造补贴支出142万元、完成216户测算，剩余184户尚需120.96万元，留存资金可以满足，尚余37.04万元。"),  # the price holds 入户评估 too
        (158.4, "0.7333万元", "按实际单位成本0.7333万元测算，剩余184户尚需134.93万元，留存资金可以满足，尚余6.67万元。"),
        (158.4, "7333元", "按实际单位成本0.7333万元测算，剩余184户尚需134.93万元，留存资金可以满足，尚余6.67万元。"),
    ],
)  # fmt: skip
def test_the_rest_is_reckoned_from_the_spending_of_its_own_task(
    spent: float, price: str, needed: str
) -> None:
    wanted = f"≤{'8000元' if price.endswith('3元') else '0.8万元'}"
    form = small_form(
        row("无障碍改造户数", "≥400户", "216户", "施工队伍不足"),
        row("户均改造成本", wanted, price, "", "成本指标"),
        money=(320, 320, spent + 16),
    )
    tasks = (
        task("无障碍改造补贴", 300, spent, "正在实施"),
        task("入户评估服务", 20, 16, "已完成", "评估单价低"),
    )
    of = facts(with_records(form, subprojects=tasks))
    assert needed in "".join(said(one) for one in problems.problems(of))
    assert "节约" not in said(analysis.part(of, "产出"))  # what is left of the task is not that much


def test_a_unit_cost_that_holds_the_money_of_other_tasks_says_what_it_was_reckoned_from() -> None:
    form = small_form(
        row("无障碍改造户数", "≥400户", "216户", "施工队伍不足，2025年4月底前完成其余184户"),
        row("户均改造成本", "≤0.8万元", "0.7333万元", "", "成本指标"),
        money=(320, 320, 158.4),
    )
    tasks = (task("无障碍改造补贴", 300, 142, "正在实施"), task("入户评估服务", 20, 16.4, "已完成"))
    of = facts(with_records(form, subprojects=tasks))
    told = "户均改造成本0.7333万元，比年度指标值0.8万元低8.34%；该单位成本按全年支出158.4万元计算，其中无障碍改造补贴支出142万元。"
    assert told in said(analysis.part(of, "产出"))
    left = "所需资金120.96万元，从未支出的158万元中安排；尚余的37.04万元，任务完成后按结转结余资金管理规定报财政部门处理。"
    assert left in "".join(map(said, advice.advice(of)))


def renovated(done: str, price: str, spent: float, *tasks: SubProject) -> Facts:
    """400 homes for 0.8万元 each were planned, and 320万元 for them: so many were done at this price by these tasks."""
    form = small_form(
        row("改造户数", "≥400户", done, "施工队伍不足"),
        row("户均改造成本", "≤0.8万元", price, "", "成本指标"),
        money=(320, 320, spent),
    )
    return facts(with_records(form, subprojects=tasks))


def test_of_several_tasks_of_its_name_the_one_counts_whose_spending_the_unit_cost_comes_to() -> None:
    tasks = (task("改造户厕", 300, 140, "正在实施"), task("改造户数核查", 20, 10, "正在实施"))
    of = renovated("200户", "0.7万元", 150, *tasks)
    assert "按实际单位成本0.7万元测算，剩余200户尚需140万元" in "".join(map(said, problems.problems(of)))


def test_the_rest_is_not_reckoned_from_the_spending_of_several_tasks() -> None:
    tasks = (task("东片改造户厕", 160, 80, "正在实施"), task("西片改造户厕", 160, 78, "正在实施"))
    of = renovated("216户", "0.7333万元", 158, *tasks)
    assert "尚需" not in "".join(said(one) for one in problems.problems(of))


@pytest.mark.parametrize(
    ("name", "wanted", "actual"),
    [
        ("会议费标准", "≤350元/人天", "310元/人天"),  # of no quantity
        ("每户成本", "≤0.3万元", "0.27万元"),  # of none by that name
        ("户均奖补金额", "≥0.3万元", "0.27万元"),  # no limit
    ],
)
def test_a_unit_cost_of_nothing_counted_stands_alone(name: str, wanted: str, actual: str) -> None:
    of = facts(small_form(row("改造桥梁", "≥3座", "3座"), row(name, wanted, actual, "", "成本指标")))
    assert of.unit_costs == ()


def test_the_conclusion_of_the_model() -> None:
    text = said(conclusion.conclusion(model_facts()))
    assert text.startswith(
        "按自评表填报计算，项目绩效评价总分91.04分；其中服务对象满意度待核定，按问卷汇总的87.74%计算，总分91.1分，等级均为“优”。"
        "项目全年支出367万元，新建社区养老服务站9个，"
    )
    assert "设施验收合格率、运营补贴按时发放率均为100%，服务老年人人次超出年度指标值13%。" in text
    assert "12项指标中，6项达到年度指标值，6项未达到。" in text
    assert text.endswith("主要差距在三个方面：预算执行率73.40%，未支出133万元；养老服务站长效运营机制未达到“基本健全”；"
                         "新建社区养老服务站比目标少3个。三项共扣7.16分，占全部扣分的79.91%。")  # fmt: skip


@pytest.mark.parametrize(
    ("actuals", "text"),
    [
        (("10次",), "指标达到年度指标值，未扣分。"),
        (("10次", "10次"), "2项指标均达到年度指标值，未扣分。"),
        (("10次", "9次"), "2项指标中，1项达到年度指标值，1项未达到。主要差距是乙类比目标少1次，扣1分。"),
        (("9次", "8次"), "2项指标均未达到年度指标值。主要差距在两个方面：乙类比目标少2次；甲类比目标少1次。两项共扣3分。"),
        (("10次", ""), "2项指标中，1项达到年度指标值，1项实际完成值待补充。"),
    ],
)  # fmt: skip
def test_how_it_came_out(actuals: tuple[str, ...], text: str) -> None:
    names = ("甲类次数", "乙类次数")
    of = facts(
        small_form(*(row(name, "≥10次", one, "缺人") for name, one in zip(names, actuals, strict=False)))
    )
    assert said(conclusion.conclusion(of)).endswith(text)


def test_promise_2_without_a_total_there_is_none_and_one_marker_says_what_is_missing() -> None:
    text = said(conclusion.conclusion(facts(small_form(row("修路", "≥5公里", ""), row("植树", "≥5棵", "")))))
    head = (
        "自评表中修路、植树的实际完成值未填写，填写后得出总分和等级【待补充：修路、植树能够计分的实际完成值】"
    )
    assert text.startswith(head) and "总分" not in text.removeprefix(head)


@pytest.mark.parametrize(
    ("actuals", "text"),
    [
        (
            ("已完成", "较满意"),
            "新建服务站、群众满意度的实际完成值分别填为“已完成”“较满意”，不能与年度指标值比较",
        ),
        (("已完成", "88%"), "新建服务站的实际完成值填为“已完成”，不能与年度指标值比较"),
        (
            ("已完成", ""),
            "群众满意度的实际完成值未填写，新建服务站的实际完成值填为“已完成”，不能与年度指标值比较",
        ),
    ],
)
def test_an_actual_that_cannot_be_scored_is_not_said_to_be_missing(
    actuals: tuple[str, str], text: str
) -> None:
    """What the goal's own text knows of it, its gap names: nothing of the report says that there is none."""
    form = small_form(
        row("新建服务站", "≥12个", actuals[0]),
        row("群众满意度", "≥85%", actuals[1], level2="满意度指标"),
        goal=Goal(achieved=entry("建成服务站9个，另有3个服务站未开工；群众满意度87.2%。")),
    )
    of = facts(form)
    assert said(conclusion.conclusion(of)).startswith(f"自评表中{text}，核定后得出总分和等级【待补充：")
    assert "实际完成值待补充" not in said(conclusion.conclusion(of))
    known = "年度总体目标（实际完成情况）写有“建成服务站9个”，核实后填入自评表"
    assert f"新建服务站能与年度指标值≥12个比较的实际完成值，{known}】" in said(
        analysis.level2(of, of.rows[:1])
    )


@pytest.mark.parametrize(
    ("wanted", "actual", "text"),
    [
        (
            "良好",
            "有所改善",
            "自评表中修路的实际完成值填为“有所改善”，未写明达成年度指标的档次，核定后得出总分和等级【待补充：修路能够计分的实际完成值】",
        ),
        ("", "9公里", "自评表中修路的年度指标值未填写，填写后得出总分和等级【待补充：修路的年度指标值】"),
        (
            "≥5公里",
            f"{'已按照要求全部修好，' * 3}共修路123公里",
            "自评表中修路的实际完成值为文字说明，不能与年度指标值比较，核定后得出总分和等级【待补充：修路能够计分的实际完成值】",
        ),
    ],
)
def test_without_a_total_the_cell_that_is_to_be_filled_is_named(wanted: str, actual: str, text: str) -> None:
    assert said(conclusion.conclusion(facts(small_form(row("修路", wanted, actual))))).startswith(text)


@pytest.mark.parametrize(
    ("money", "asked"),
    [
        ((10, "", 8), "【待补充：全年预算数，填写后得出总分和等级】"),
        ((10, 10, ""), "【待补充：全年执行数，填写后得出总分和等级】"),
        (("", "", ""), "【待补充：全年预算数、全年执行数，填写后得出总分和等级】"),
    ],
)
def test_without_a_total_for_want_of_money_what_is_empty_is_named(
    money: tuple[int | str, ...], asked: str
) -> None:
    form = small_form(row("修路", "≥5公里", "6公里"), money=money)
    assert asked in said(conclusion.conclusion(facts(form)))


def test_without_a_total_because_of_the_money_the_money_is_to_be_settled() -> None:
    text = said(
        conclusion.conclusion(facts(small_form(row("修路", "≥5公里", "6公里"), money=(10, 10, 95211.8))))
    )
    assert text.startswith("【待核定：全年执行数大于全年预算数，核定后得出总分和等级】")
    assert "95211.8" not in text


def test_every_point_lost_is_named_in_order_and_they_add_up() -> None:
    of = model_facts()
    assert sum(one.lost.number for one in of.losses) == Decimal(100) - of.total.number
    text = said(points.deductions(of))
    assert text.startswith("全部扣分8.96分，涉及7项。扣分较多的3项，依次为预算执行率扣2.66分、养老服务站长效运营机制扣2.5分、"
                           "新建社区养老服务站扣2分。其余4项共扣1.8分")  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "said_of_it"),
    [
        (Mark.OFFICIAL, "按《某市项目支出绩效评价办法》（某财〔2023〕5号）85分（含）以上为优的标准，"),
        (Mark.PRACTICE, "按85分（含）以上为优的标准，"),
    ],
)
def test_a_grade_by_thresholds_of_the_place_says_them(mark: Mark, said_of_it: str) -> None:
    national = load_policy("mof-2020-10")
    own = replace(
        ruled(national, mark, grades__bands=[[85, "优"], [75, "良"], [60, "中"], [0, "差"]]),
        parents=(national.identity,),
    )
    identity = replace(own.identity, id="in-test", title="某市项目支出绩效评价办法", number="某财〔2023〕5号")
    own = replace(own, identity=identity)
    form = small_form(row("修路里程", "≥100公里", "86.53公里", points=90))
    of = facts_of(form, own, score(form, own))
    assert said(score_told.score(of)).startswith(f"项目绩效评价总分87.88分，{said_of_it}等级为“优”")
    assert "标准，等级" not in said(score_told.score(facts(form)))


@pytest.mark.parametrize(
    ("grade", "scale", "text"),
    [
        ("良", "", "等级为“良”"),
        ("良好", "", "等级为“良好”"),
        ("优", "85分以上为优", "等级为“优”（85分以上为优）"),
        ("优", "评价方自己的标准", "等级为“优”【待补充：评价方划分等级的分数线】"),
        ("优", "", "等级为“优”【待补充：评价方划分等级的分数线】"),
    ],
)
def test_an_evaluators_grade_that_is_not_the_national_one_is_explained(
    grade: str, scale: str, text: str
) -> None:
    form = load_sample("jichang-2024").form
    head = {**form.project.facts, "第三方评价等级": entry(grade), "等级标准说明": entry(scale)}
    of = facts(replace(form, project=replace(form.project, facts=head)))
    lost = "【待补充：评价机构的扣分指标、扣分值及原因】"
    assert said(score_told.score(of)).endswith(f"项目得86.53分，{text}{lost}")


@pytest.mark.parametrize(
    ("name", "wanted", "actual", "text"),
    [
        ("受益农户", "≥300户", "312户", "受益农户不少于300户"),
        ("受益农户数", "≥300户", "312户", "受益农户不少于300户"),
        ("改造户数", "≥30户", "31户", "改造不少于30户"),
        ("购置车辆", "3辆", "3辆", "购置车辆达到3辆"),
        ("法律援助案件数量", "≥30件", "35件", "法律援助案件不少于30件"),
        ("事故发生起数", "0起", "0起", "事故发生为0起"),
        ("培训场次", "≥6场次", "6场次", "培训不少于6场次"),
        ("慰问老人", "≥50人", "50人", "慰问老人不少于50人"),
    ],
)
def test_a_unit_is_no_part_of_the_noun_that_it_ends(name: str, wanted: str, actual: str, text: str) -> None:
    assert said(naming.goal(facts(small_form(row(name, wanted, actual))).rows[0])) == text


def test_a_figure_alone_is_no_reason() -> None:
    one = row("修路里程", "≥10公里", "8公里", "偏差-20%")
    assert "【待补充：修路里程未达到年度指标值的具体原因】" in said(
        problems.problems(facts(small_form(one)))[0]
    )


# Problems and advice


def test_the_problems_of_the_model_come_by_what_they_cost_and_add_up() -> None:
    of = model_facts()
    lost = [one.lost.number for one in of.problems if one.lost]
    assert lost == sorted(lost, reverse=True)
    assert sum(lost) == Decimal(100) - of.total.number
    text = [said(one) for one in problems.problems(of)]
    assert text[0].startswith(
        "新建社区养老服务站未完成年度任务，资金未全部支出，影响2.86分（新建社区养老服务站2分，预算执行率0.86分）。"
    )
    assert "剩余3个尚需57.6万元，留存资金不足，缺口14.4万元。" in text[0]
    assert text[2].startswith("智慧养老信息平台资金支付滞后，已完成任务形成结余，影响1.8分（预算执行率）。")
    assert "均涉及消防，影响1.22分" in text[3]
    assert text[-1].startswith("绩效目标与预算安排衔接不够。")


def test_each_problem_has_its_measure_in_the_same_order() -> None:
    of = model_facts()
    found = [said(one) for one in advice.advice(of)]
    assert len(found) == len(of.problems)
    assert found[0].startswith(
        "抓紧完成新建社区养老服务站剩余任务3个。已与街道商定改用腾退房屋，2025年6月底前建成"
    )
    assert "星级评定细则计划2025年二季度出台，使养老服务站长效运营机制基本健全。" in found[1]
    assert "把喷淋和应急照明列入概算" in found[3]
    assert "使助餐送餐服务满意度由78.25%提高到90%以上" in found[4]


def test_what_is_for_later_projects_says_so_and_staffs_own_words_are_not_said_again() -> None:
    of = model_facts()
    found = [said(one) for one in advice.advice(of)]
    assert "2025年6月底前建成；建议今后选址时先核实房屋产权" in found[0]
    own = facts(small_form(row("通车里程", "≥10公里", "8公里", "管线迁改延误，今后设计前先探明管线")))
    assert said(advice.advice(own)[0]).count("管线") == 1


def test_a_measure_for_several_rows_that_names_their_cause_needs_no_heading() -> None:
    late = row("主线通车时间", "≤10月", "12月", "管线迁改延误，今后设计前先探明管线", "时效指标")
    dear = row("每公里成本", "≤4万元", "5万元", "管线迁改增加，已按程序变更", "成本指标")
    own = facts(small_form(late, dear))
    assert resolved_(advice.advice(own)[0]) == "今后设计前先探明管线【待补充：责任科室和完成时间】。"


def test_money_left_by_a_task_of_the_same_people_stands_beside_the_target_they_missed() -> None:
    told = [said(one) for one in problems.problems(model_facts())]
    assert any("证书到期未换证，同期护理员培训经费尚余19.02万元" in one for one in told)


def test_a_target_left_behind_by_the_budget_is_no_merit() -> None:
    text = said(conclusion.conclusion(model_facts()))
    assert "，服务老年人人次超出年度指标值13%。" in text
    assert "适老化改造超出" not in text and "分别超出" not in text


@pytest.mark.parametrize(
    ("view", "analysed", "problem", "measure"),
    [
        ("护理员工资偏低", "", "护理员更换频繁。家属反映护理员工资偏低。",
         "核实家属反映的护理员工资偏低问题【待补充：负责核实的科室和答复时间】。"),
        ("护理员更换频繁", "", "护理员更换频繁。", ""),  # the cause says it
        ("建议提高护理员工资，一年换了四个护理员", "", "家属提出建议提高护理员工资；家属反映一年换了四个护理员。", ""),
        ("建议提高服务单价", "比年度指标值75元低4%。家属在访谈中建议提高服务单价。", "护理员更换频繁。", ""),
        ("测血压很方便", "满意度95%，达到年度指标值。家属在访谈中反映测血压很方便。", "护理员更换频繁。", ""),
    ],
)  # fmt: skip
def test_what_interviews_said_joins_what_it_is_about(
    view: str, analysed: str, problem: str, measure: str
) -> None:
    form = small_form(
        row("护理员持证率", "≥90%", "94%", level2="质量指标"),
        row("每小时服务单价", "≤75元", "72元", level2="成本指标"),
        row("有效投诉件数", "≤20件", "31件", "护理员更换频繁", "社会效益指标"),
        row("服务对象满意度", "≥90%", "95%", level2="服务对象满意度指标"),
    )
    talk = Interview(*map(entry, ("2024-11-05", "家属", "", view)))
    of = facts(with_records(form, interviews=(talk,)))
    told = said(analysis.part(of, "产出") + analysis.part(of, "效益"))
    assert analysed in told and ("访谈" in told) == bool(analysed)
    assert problem in said(problems.problems(of)[0])
    assert measure in said(advice.advice(of)[0])


def test_praise_stands_behind_the_indicator_that_it_praises() -> None:
    of = model_facts()
    text = said(analysis.part(of, "产出"))
    assert "达到年度指标值。养老服务站运营机构在访谈中反映补贴拨付及时。养老服务站于11月投入使用" in text


@pytest.mark.parametrize(
    ("one", "problem", "measure"),
    [
        (row("修路里程", "≥10公里", "8公里", "土质松软，计划2025年3月完工"), "修路未完成年度任务，影响2分。土质松软。", "抓紧完成修路剩余任务2公里。计划2025年3月完工。"),
        (row("修路里程", "≥10公里", "8公里", "进度较慢"), "修路未完成年度任务，影响2分。【待补充：修路里程未达到年度指标值的具体原因】",
         "抓紧完成修路剩余任务2公里。【待补充：修路的改进措施、责任科室和完成时间】"),
        (row("修路里程", "≥10公里", "8公里", "证书过期"), "修路未完成年度任务，影响2分。证书过期。",
         "抓紧完成修路剩余任务2公里。建议建立证书到期台账，到期前安排培训和换证【待补充：责任科室和完成时间】。"),
        (row("合格率", "≥95%", "76%", "返工", "质量指标"), "合格率未达到目标，影响2分。返工。", "针对合格率未达到目标的问题，【待补充：解决“返工”的具体措施、责任科室和完成时间】。"),
        (row("投诉件数", "≤8件", "10件", "噪声扰民", "社会效益指标"), "投诉件数超过目标，影响2分。噪声扰民。", "减少投诉。建议合理安排作业时段，避开居民休息时间，并提前公告【待补充：责任科室和完成时间】。"),
        (row("每米成本", "≤4万元", "5万元", "石材单价上升，已重新询价", "成本指标"), "每米成本高于目标，影响2分。石材单价上升。",
         "针对每米成本高于目标的问题，已重新询价【待补充：今后的改进措施、责任科室和完成时间】。"),
        (row("长效机制", "健全", "部分达成年度指标并具有一定效果（60%）", "责任已落实，办法未印发，计划2025年6月出台", "可持续影响指标"),
         "长效机制不健全，影响4分。责任已落实，办法未印发。", "完善长效机制。办法计划2025年6月出台，使长效机制健全。"),
        (row("长效机制", "健全", "部分达成年度指标并具有一定效果（60%）", "办法未印发，计划2025年6月出台", "可持续影响指标"),
         "长效机制不健全，影响4分。办法未印发。", "完善长效机制。办法计划2025年6月出台，使长效机制健全。"),
        # what was done already did not reach the target: no promise hangs on it
        (row("补贴准确率", "=100%", "95%", "名册核对不及时，已追回多发的补贴", "质量指标"), "补贴准确率未达到目标，影响0.5分。名册核对不及时。",
         "针对补贴准确率未达到目标的问题，已追回多发的补贴【待补充：今后的改进措施、责任科室和完成时间】。"),
        # what was done already does not follow from a heading that promises more, and what comes after is for later
        (row("每米成本", "≤4万元", "5万元", "应消防要求增设喷淋，已按程序变更", "成本指标"), "每米成本高于目标，影响2分。应消防要求增设喷淋。",
         "针对每米成本高于目标的问题，已按程序变更；建议今后开工前办理消防设计审查，把喷淋列入概算，提前安排消防验收【待补充：责任科室和完成时间】。"),
        # a measure that names what is left, or the matter, is not led in by the same
        (row("修路里程", "≥10公里", "8公里", "土质松软，2025年4月底前完成其余2公里"), "修路未完成年度任务，影响2分。土质松软。",
         "针对修路未完成年度任务的问题，2025年4月底前完成其余2公里。"),
        (row("修路里程", "≥10公里", "8公里", "土质松软，2025年4月底前完成其余12公里"), "修路未完成年度任务，影响2分。土质松软。",
         "抓紧完成修路剩余任务2公里。2025年4月底前完成其余12公里。"),
        (row("上座率", "≥95%", "76%", "宣传面窄，计划2025年3月起按月公布上座率", "质量指标"), "上座率未达到目标，影响2分。宣传面窄。",
         "计划2025年3月起按月公布上座率，使上座率达到95%以上。"),
        # staff plan what the table of causes would advise
        (row("完工时间", "≤10月", "12月", "招标流标一次，计划下年3月前完成采购", "时效指标"), "完工时间晚于目标，影响1.67分。招标流标一次，完工晚2个月。",
         "保证按期完工。计划下年3月前完成采购。"),
        # the verb fits what is missed, and no verb stands twice
        (row("故障修复时间", "≤4小时", "5小时", "备件缺货"), "故障修复时间超过目标，影响2分。备件缺货。", "针对故障修复时间超过目标的问题，【待补充：解决“备件缺货”的具体措施、责任科室和完成时间】。"),
        (row("形象进度", "≥80%", "76%", "雨季停工"), "形象进度未达到目标，影响0.5分。雨季停工。", "针对形象进度未达到目标的问题，【待补充：解决“雨季停工”的具体措施、责任科室和完成时间】。"),
        (row("完成专题研究数量", "4个", "3个", "样本不足"), "专题研究未完成年度任务，影响2.5分。样本不足。",
         "抓紧完成专题研究剩余任务1个。【待补充：完成专题研究的改进措施、责任科室和完成时间】"),
        (row("建议采纳数量", "≥4项", "3项", "政策未出台", "社会效益指标"), "建议采纳数量未达到目标，影响2.5分。政策未出台。",
         "针对建议采纳数量未达到目标的问题，【待补充：解决“政策未出台”的具体措施、责任科室和完成时间】。"),
        # a tier whose grounds are asked for in the analysis is not asked for again
        (row("长效机制", "健全", "部分达成年度指标并具有一定效果（60%）", "管理不到位", "可持续影响指标"), "长效机制不健全，影响4分。",
         "针对长效机制不健全的问题，【待补充：具体措施、责任科室和完成时间】。"),
        # what was done is no cause of what was not
        (row("监管机制", "健全", "部分达成年度指标并具有一定效果（60%）", "定位打卡已启用", "可持续影响指标"), "监管机制不健全，影响4分。",
         "针对监管机制不健全的问题，【待补充：具体措施、责任科室和完成时间】。"),
        # points lost in a tier that was reached, or by what is no shortfall
        (row("管护机制", "健全", "达成年度指标（85%）", "责任书签订38处，7处未签订", "可持续影响指标"),
         "管护机制评定为“达成年度指标”（85%），未得满分，影响1.5分。责任书签订38处，7处未签订。", "针对管护机制未得满分的问题，【待补充：解决“7处未签订”的具体措施、责任科室和完成时间】。"),
        (row("损耗率", "≤12%", "15%", "车辆不足", "社会效益指标"), "损耗率超过目标，影响2分。车辆不足。", "针对损耗率超过目标的问题，【待补充：解决“车辆不足”的具体措施、责任科室和完成时间】。"),
        (row("对接机制", "完善", "部分达成年度指标并具有一定效果（60%）", "与32家企业签约，实际接收19家", "可持续影响指标"),
         "对接机制不完善，影响4分。与32家企业签约，实际接收19家。", "针对对接机制不完善的问题，【待补充：解决“与32家企业签约，实际接收19家”的具体措施、责任科室和完成时间】。"),
        # a yes that did not come true
        (row("是否按期完工", "是", "否", "设备11月才到货", "时效指标"), "按期完工没有实现，影响10分。设备11月才到货。",
         "针对按期完工没有实现的问题，【待补充：解决“设备11月才到货”的具体措施、责任科室和完成时间】。"),
        # 已完成 is no measure for what was not done
        (row("培训人次", "≥40人次", "36人次", "4人轮岗，已完成"), "培训未完成年度任务，影响1分。4人轮岗。",
         "抓紧完成培训剩余任务4人次。【待补充：培训的改进措施、责任科室和完成时间】"),
    ],
)  # fmt: skip
def test_one_problem_and_its_measure(one: object, problem: str, measure: str) -> None:
    of = facts(small_form(one))
    assert (resolved_(problems.problems(of)[0]), resolved_(advice.advice(of)[0])) == (problem, measure)


def resolved_(text: str) -> str:
    return said(resolved(text, {}))


@pytest.mark.parametrize(
    ("achieved", "problem", "measure"),
    [
        ("修路10公里，其中1座小桥推迟通车。", "1座小桥推迟通车【待补充：1座小桥推迟通车的原因和影响】。",
         "推动1座小桥尽快通车【待补充：具体措施、责任科室和完成时间】。"),
        ("修路10公里。3名工人重复领取补助，因名单核对不及时，已追回0.9万元。", "3名工人重复领取补助，因名单核对不及时，已追回0.9万元。",
         "针对3名工人重复领取补助的问题，建议今后定期更新对象名单，做到新增及时纳入、退出及时核减【待补充：责任科室和完成时间】。"),
        ("修路10公里，第一次招标因有效投标人不足3家流标，5月重新招标。", "第一次招标因有效投标人不足3家流标，5月重新招标。",
         "防止第一次招标流标再次发生【待补充：具体措施、责任科室和完成时间】。"),
        ("1家企业虚报里程2公里。", "1家企业虚报里程2公里【待补充：1家企业虚报里程2公里的原因和影响】。",
         "解决1家企业虚报里程2公里的问题【待补充：具体措施、责任科室和完成时间】。"),
        ("新建机构2家，1家因消防改造未开业。", "新建机构2家，1家因消防改造未开业。", ""),
        ("2座桥因管线迁改延期交付，现已运行。", "2座桥因管线迁改延期交付，现已运行。",
         "针对2座桥延期交付的问题，建议今后设计前委托地下管线探测，把迁改费用和工期列入概算【待补充：责任科室和完成时间】。"),
        ("建成护栏9处，另有3处未开工。", "建成护栏9处，另有3处未开工【待补充：3处未开工的原因和影响】。", ""),
    ],
)  # fmt: skip
def test_what_only_a_free_text_admits_is_a_problem(achieved: str, problem: str, measure: str) -> None:
    of = facts(small_form(row("修路里程", "≥10公里", "10公里"), goal=Goal(achieved=entry(achieved))))
    assert resolved_(problems.problems(of)[0]) == problem
    assert not measure or resolved_(advice.advice(of)[0]) == measure


@pytest.mark.parametrize(
    ("achieved", "end"),
    [
        ("修路10公里，其中1座小桥推迟通车。", "。此外，1座小桥推迟通车。"),
        (
            "新建护栏9处，其余3处推迟到2025年施工。",
            "。此外，新建护栏9处，其余3处推迟到2025年施工。",
        ),  # 3 of what
        ("2座桥因管线迁改延期交付，现已运行。", "指标达到年度指标值，未扣分。"),  # put right since
    ],
)
def test_the_conclusion_does_not_pass_over_what_is_admitted_elsewhere(achieved: str, end: str) -> None:
    of = facts(small_form(row("修路里程", "≥10公里", "10公里"), goal=Goal(achieved=entry(achieved))))
    assert resolved_(conclusion.conclusion(of)).endswith(end)


def test_causes_of_the_main_losses_are_told_only_where_each_is_known() -> None:
    known = (
        row("甲类次数", "≥10次", "8次", "场地未落实"),
        row("通车时间", "≤9月", "11月", "雨季停工"),
    )
    assert "，原因分别为场地未落实、雨季停工。" in said(points.deductions(facts(small_form(*known))))
    two = replace(known[1], reason=entry("雨季停工，土质松软"))
    assert "原因分别" not in said(points.deductions(facts(small_form(known[0], two))))
    assert "原因" not in said(
        points.deductions(facts(small_form(money=(100, 100, 60))))
    )  # the rate says as much
    unknown = (known[0], row("乙类次数", "≥10次", "9次"))
    assert "原因分别" not in said(points.deductions(facts(small_form(*unknown))))


def test_no_advice_is_beyond_the_power_of_the_unit() -> None:
    """Money is handed down, and plans of the year are drawn up, by others than the unit that evaluates itself."""
    assert not [one for one in shipped() if "下达年度" in one.advice or "列入当年计划" in one.advice]


@pytest.mark.parametrize(
    "asked", ["为质量保证金和尾款，按合同约定支付", "为质量保证金5万元和尾款12.4万元，按合同约定支付"]
)
def test_kinds_of_money_left_without_amounts_are_asked_for(asked: str) -> None:
    section = Passage("资金投入和使用情况", entry(f"未支出的17.4万元{asked}。"))
    form = small_form(row("修路", "≥10公里", "10公里"), money=(930, 930, 912.6), passages=(section,))
    text = said("".join(advice.advice(facts(form))))
    assert ("各类款项的金额和支付计划日期】" in text) is ("5万" not in asked)


def test_money_in_an_admission_about_a_missed_row_stands_with_it_and_what_is_owed_is_asked_for() -> None:
    one = row("补贴发放准确率", "=100%", "98%", "5名人员离岗信息报送不及时。已追回1.9万元。", "质量指标")
    of = facts(small_form(one, goal=Goal(achieved=entry("5名已离岗人员多发补贴2.4万元，已追回1.9万元。"))))
    assert [resolved_(each) for each in problems.problems(of)] == [
        "补贴发放准确率未达到目标，影响0.2分。5名人员离岗信息报送不及时。"
        "5名已离岗人员多发补贴2.4万元，已追回1.9万元【待补充：其余0.5万元的追缴情况】。"
    ]


@pytest.mark.parametrize(
    "achieved",
    [
        "修路8公里，另有2公里未完工。",  # the row that was missed tells it
        "修路10公里，未发生安全事故。",
        "全年支出80万元，尾款20万元未支付。",
        "投诉2件，路面破损2处已修复。",
    ],
)
def test_what_is_told_elsewhere_or_harmless_is_none(achieved: str) -> None:
    form = small_form(row("修路里程", "≥10公里", "8公里", "土质松软"), goal=Goal(achieved=entry(achieved)))
    assert [one for one in facts(form).problems if one.admitted] == []


def test_a_key_point_that_lost_nothing_tells_its_note_all_the_same() -> None:
    form = with_records(
        small_form(row("立项程序", "", "")),
        key_points=(KeyPoint(*map(entry, ("资金管理", "专账核算", "部分符合", "有2笔支出未附验收单"))),),
    )
    assert [bare(one.text) for each in facts(form).problems for one in each.admitted] == [
        "有2笔支出未附验收单"
    ]


def test_what_was_met_is_no_problem() -> None:
    of = facts(
        small_form(row("投诉件数", "≤10件", "1件", level2="社会效益指标"), row("修路", "≥1公里", "9公里"))
    )
    assert problems.problems(of) == advice.advice(of) == ()


@pytest.mark.parametrize(
    ("text", "problem", "measure"),
    [
        ("", "全年支出超出预算17万元，占全年预算的17%。【待补充：超出预算17万元的原因】",
         "先落实预算再支出。追加支出先办理预算追加或调剂，批准后再签订合同、支付资金【待补充：责任科室和完成时间】。"),
        ("全年支出117万元，超出预算的17万元由自有资金解决，主要是服务器紧急更换。",
         "全年支出超出预算17万元，占全年预算的17%。主要是服务器紧急更换。",
         "先落实预算再支出。追加支出先办理预算追加或调剂，批准后再签订合同、支付资金【待补充：责任科室和完成时间】。"),
        ("超出预算17万元，因采购流标后改为单项委托。", "全年支出超出预算17万元，占全年预算的17%。因采购流标后改为单项委托。",
         "先落实预算再支出。追加支出先办理预算追加或调剂，批准后再签订合同、支付资金；建议在预算批复前完成采购需求的编制，预算下达后即开展采购【待补充：责任科室和完成时间】。"),
    ],
)  # fmt: skip
def test_money_spent_beyond_the_budget_is_a_problem_with_its_measure(
    text: str, problem: str, measure: str
) -> None:
    told = (Passage("资金投入和使用情况", entry(text)),) if text else ()
    form = small_form(row("修路里程", "≥10公里", "10公里"), money=(100, 100, 117), passages=told)
    of = facts(form)
    assert said(problems.problems(of)[0]) == problem
    assert said(advice.advice(of)[0]) == measure
    assert "项目全年支出117万元，超出全年预算17万元，" in said(conclusion.conclusion(of))


def disputed(form: Form) -> Facts:
    """The facts of a form in whose money the spending of the whole, F6, is not that of its part, F7."""
    one = form.funding
    whole = replace(one.total, spent=replace(one.total.spent, cell=CellRef("自评表", 6, 6)))
    part = FundingRow("当年财政拨款", entry(100), entry(100), Entry(Decimal(110), CellRef("自评表", 7, 6)))
    form = replace(form, funding=replace(one, total=whole, parts=(part,)))
    found = Finding("JX401", Severity.ERROR, whole.spent.cell, "全年执行数各项之和是110万元", "", "")
    policy = load_policy(form.policy_id)
    return facts_of(form, policy, score(form, policy), (found,))


def test_an_overspending_that_a_check_disputes_is_no_problem_yet() -> None:
    of = disputed(small_form(row("修路里程", "≥10公里", "10公里"), money=(100, 100, 117)))
    assert of.problems == ()


def test_what_is_to_be_settled_names_the_cells_of_both_entries() -> None:
    of = disputed(small_form(row("修路里程", "≥10公里", "10公里"), money=(100, 100, 117)))
    [one] = [where for where in PLACED.findall(money.money(of)) if "F6" in where and "F7" in where]
    assert one == "自评表!F6、F7"


def test_tasks_that_spent_beyond_their_budgets_stand_beside_those_that_left_money() -> None:
    """Else what is told by task would not add up to what the project left."""
    tasks = (task("修路", 50, 58, "已完成"), task("植树", 50, 30, "实施中", "因苗木未到"))
    of = facts(
        with_records(
            small_form(row("植树", "≥9棵", "8棵", "苗木未到"), money=(100, 100, 88)), subprojects=tasks
        )
    )
    assert (
        "植树未支出20万元，因苗木未到。修路超出预算8万元，相抵后未支出12万元【待补充：超出预算的任务由其他任务结余调剂的批准情况】。"
        in said(money_unspent.unspent(of))
    )
    lost = [one.lost.number for one in of.problems if one.lost]
    assert sum(lost) == sum(one.lost.number for one in of.losses)


def test_money_left_is_a_problem_where_it_costs_points_or_the_rate_is_low() -> None:
    met = row("修路", "≥1公里", "1公里")
    some = facts(small_form(met, money=(100, 100, 95)))
    assert said(problems.problems(some)[0]).startswith("预算没有全部执行，影响0.5分。")
    low = facts(small_form(met, money=(100, 100, 50)))
    assert said(problems.problems(low)[0]) == "预算执行率低，影响5分。未支出50万元。"
    unscored = facts(small_form(money=(100, 100, 95)), "beijing-community")
    assert problems.problems(unscored) == ()


def test_money_left_with_every_target_reached_was_never_needed() -> None:
    rows = (row("宣讲会场次", "≥10场", "12场"), row("知晓率", "≥85%", "91%", level2="社会效益指标"))
    of = facts(small_form(*rows, money=(50, 50, 30)))
    assert said(problems.problems(of)[0]).endswith("各项指标均已达到年度指标值，预算安排与实际需要差距较大。")
    assert said(advice.advice(of)[0]) == (
        "及时处理未支出资金。清理未支出的20万元【待补充：属于结余还是待支付款项，处理意见和办理时间】；"
        "编制下年预算时，按实际工作量和支出标准测算。"
    )


def test_nothing_of_a_thing_done_is_no_result() -> None:
    rows = (row("水厂改造座数", "≥1座", "0座", "用地未批"), row("管网长度", "≥32公里", "33公里"))
    text = said(conclusion.conclusion(facts(small_form(*rows))))
    assert "水厂改造0座" not in text and "管网33公里" in text


def test_why_money_is_left_is_asked_for_where_the_form_has_its_passage_on_money() -> None:
    box = Passage("资金使用情况", Entry(None, CellRef("报告素材", 7, 2)))
    form = replace(small_form(row("修路", "≥1公里", "1公里"), money=(100, 100, 95)), places=(box,))
    [asked] = PLACED.findall(problems.problems(facts(form))[0])
    assert "报告素材!B7" in str(asked)


def test_an_office_adds_measures_of_its_own_before_the_shipped_ones() -> None:
    from jxbook.facts.everything import facts_of
    from jxbook.policy import Mark, Rule, load_policy
    from jxbook.scoring import score

    policy = load_policy("mof-2020-10")
    own = Rule("report.advice", (("土质", "先勘察", "开工前完成地质勘察"),), "本单位", Mark.PRACTICE, "own")
    policy = replace(policy, rules={**policy.rules, "report.advice": own})
    form = small_form(row("修路里程", "≥10公里", "8公里", "土质松软"))
    text = resolved_(advice.advice(facts_of(form, policy, score(form, policy)))[0])
    assert "开工前完成地质勘察" in text


def test_a_view_that_joins_nothing_is_looked_into_and_not_dropped() -> None:
    talk = Interview(*map(entry, ("2024-11-20", "商户", "经营", "希望延长夜间照明")))
    of = facts(with_records(small_form(row("修路", "≥1公里", "1公里")), interviews=(talk,)))
    assert "商户反映的“希望延长夜间照明”" in said(advice.advice(of)[-1])


def test_items_are_counted_from_two() -> None:
    assert numbered(("甲",)) == ("甲",)
    assert numbered(("甲", "乙")) == ("一是甲", "二是乙")
    assert numbered([str(n) for n in range(12)])[-1].startswith("十二是")


# The head, the targets and the way of evaluating


def test_the_project_is_introduced_once() -> None:
    assert said(project.introduced(model_facts())) == (
        "2024年社区居家养老服务能力提升项目（以下简称项目）由临江区养老服务中心组织实施，主管部门为临江区民政局，"
        "属延续项目，实施期为2024年1月至12月。"
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("交通运输局 132", "交通运输局"),
        ("[132]交通运输局", "交通运输局"),
        ("132-交通运输局", "交通运输局"),
        ("交通运输局（132001）", "交通运输局"),
        ("101中学", "101中学"),
        ("交通运输局", "交通运输局"),
    ],
)
def test_a_unit_is_called_by_its_name_without_its_code(written: str, told: str) -> None:
    """主管部门及代码 asks for both in one cell."""
    form = small_form(row("修路", "≥9公里", "9公里"))
    form = replace(form, project=replace(form.project, supervisor=entry(written)))
    assert f"主管部门为{told}。" in said(project.introduced(facts(form)))


@pytest.mark.parametrize("level1", ["预算执行（10分）", "资金执行情况"])
def test_a_row_of_the_budget_is_no_output(level1: str) -> None:
    """Where a form has 预算执行 among its 一级指标, it is told with the money and not under 产出."""
    rate = Indicator.read(*map(entry, (level1, "预算执行率", "预算执行率", "100%", "95.07%", 10, "", "")))
    of = facts(small_form(rate, row("修路", "≥9公里", "9公里")))
    assert [one.part for one in of.rows] == ["过程", "产出"]
    assert "预算执行方面，预算执行率达到100%。产出方面，" in said(project.stages(of))


def test_the_targets_are_told_in_words() -> None:
    text = said(project.stages(model_facts()))
    assert text.startswith("2024年度设定三级指标12项。产出方面，新建社区养老服务站不少于12个，")
    assert "效益方面，服务老年人不少于12000人次，服务投诉不超过10件；养老服务站长效运营机制基本健全。" in text
    assert not any(sign in text for sign in "≥≤=")


def test_what_a_finished_task_left_is_told_with_its_cause() -> None:
    tasks = (task("评估服务", 20, 16, "已完成", "评估单价低于预算，形成结余"), task("改造", 80, 80, "已完成"))
    of = facts(with_records(small_form(money=(100, 100, 96)), subprojects=tasks))
    assert "评估服务结余4万元，评估单价低于预算。" in said(problems.problems(of)[0])


def test_who_evaluated_is_not_told_again_behind_what_staff_wrote_of_it() -> None:
    rows = (row("修路", "≥1公里", "1公里"),)
    own = (Passage("绩效评价工作过程", entry("2025年1月，由财务室共4人开展评价。")),)
    alone, told = facts(small_form(*rows)), facts(small_form(*rows, passages=own))
    assert said(process.process(alone)).startswith("评价由某镇政府组织实施【待补充：评价的起止日期")
    assert said(process.process(told)) == "对照年度指标值逐项评分，形成本报告。"
    rated = (Passage("绩效评价工作过程", entry("实施部门逐项核实并打分。")),)
    assert said(process.process(facts(small_form(*rows, passages=rated)))) == ""


def test_whose_the_money_left_is_goes_without_saying_where_there_is_one_source() -> None:
    parts = (FundingRow("当年财政拨款", *map(entry, (100, 100, 90))),)
    text = said(money.money(facts(small_form(money=(100, 100, 90), parts=parts))))
    assert text.count("均为当年财政拨款") == 1


def test_what_is_scored_how_is_told_only_of_what_was_used() -> None:
    one = said(scoring_rules.scoring(facts(small_form(row("修路", "≥1公里", "1公里")))))
    assert "时限" not in one and "定性" not in one and "不超过" not in one
    all_of_them = said(scoring_rules.scoring(model_facts()))
    assert (
        "逾期的按目标天数占实际天数的比例记分，天数自评价年度1月1日起计算" in all_of_them
        and "定性指标按达成年度指标" in all_of_them
    )


def test_the_model_form_is_read_whole() -> None:
    assert model_form().year == 2024 and len(model_facts().rows) == 12


@pytest.mark.parametrize(
    ("name", "wanted", "now", "before", "text"),
    [
        ("培训次数", "≥100次", "120次", "100次", "培训次数比上年的100次增加20次。"),
        ("培训次数", "≥100次", "100次", "0.012万次", "培训次数比上年的120次减少20次。"),
        ("培训次数", "≥100次", "100次", "100次", "培训次数与上年的100次持平。"),
        ("合格率", "≥90%", "95%", "91.5%", "合格率比上年的91.5%提高3.5个百分点。"),
        ("培训次数", "≥100次", "100次", "", ""),
        ("培训次数", "≥100次", "100次", "已完成", ""),
    ],
)
def test_last_year_is_told_where_the_workbook_carried_it(
    name: str, wanted: str, now: str, before: str, text: str
) -> None:
    one = replace(row(name, wanted, now), last_year=entry(before))
    of = facts(small_form(one))
    assert said(analysis.level2(of, of.rows)).endswith(text)
    assert ("上年" in said(analysis.level2(of, of.rows))) is bool(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("修路3公里【待补充：甲】。【待补充：乙】。", "修路3公里【待补充：甲】。【待补充：乙】"),
        ("【待补充：甲】。修路3公里【待补充：乙】。", "【待补充：甲】修路3公里【待补充：乙】。"),
    ],
)
def test_a_marker_that_is_a_sentence_of_its_own_ends_with_its_bracket(text: str, printed: str) -> None:
    assert resolved(text, {}) == printed


def test_days_that_are_past_are_no_rest_to_be_made_good() -> None:
    days = small_form(row("补助天数", "=200天", "195天", "国庆调休"))
    assert said(advice.advice(facts(days))[0]).startswith("针对补助天数")
    days = small_form(row("补助天数", "=200天", "195天", "国庆调休，下年按校历核定，2025年1月底前完成"))
    assert "剩余任务" not in said(advice.advice(facts(days))[0])


def test_a_cost_that_never_arose_is_no_saving() -> None:
    none = small_form(row("建设成本", "≤150万元", "0万元", level2="成本指标"))
    assert said(analysis.part(facts(none), "产出")) == "未发生建设成本。"


def test_the_code_of_a_project_is_no_part_of_its_name() -> None:
    form = small_form(row("里程", "≥10公里", "10公里"))
    coded = replace(form, project=replace(form.project, name=entry("360825230000000012-农村公路项目")))
    assert facts(coded).project.plain_name == "农村公路项目"
    dated = replace(form, project=replace(form.project, name=entry("2024年农村公路项目")))
    assert facts(dated).project.plain_name == "2024年农村公路项目"


@pytest.mark.parametrize(
    ("name", "counted", "cause", "fits"),
    [
        ("文旅宣传推广", "举办活动场次", "暑期连续强降雨，漂流停业21天", False),
        ("农村公路提质改造", "提质改造里程", "暑期连续强降雨，停工21天", True),
        ("图书馆图书购置", "购置图书册数", "图书涨价", False),
        ("图书馆图书购置", "购置图书册数", "招标推迟", True),
        # papers are no building material, and neither soil nor the old are staff or pipes
        ("便民店改造补助", "改造门店数", "门店提交的材料不全", False),
        ("农村道路改造", "改造里程", "沥青材料短缺", True),
        ("农田改造", "改造面积", "水土流失", False),
        ("养老服务", "服务人次", "护理员流失", True),
        ("就业帮扶", "帮扶人次", "人口老化", False),
    ],
)
def test_a_measure_by_cause_is_for_the_field_of_the_project(
    name: str, counted: str, cause: str, fits: bool
) -> None:
    form = small_form(row(counted, "≥10", "8", cause))
    form = replace(form, project=replace(form.project, name=entry(name)))
    assert bool(row_advice.from_cause(facts(form).problems[0], facts(form))) is fits
