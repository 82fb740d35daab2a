"""What forms of other offices showed: facts → sentence, where a row, a date or a whole form was told wrongly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms import entry, facts, row, said, small_form, with_records
from jxbook.form import (
    Entry,
    Form,
    FundingRow,
    Goal,
    Interview,
    Project,
    SubProject,
    Survey,
    SurveyQuestion,
)
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.report import compose
from jxbook.report.outline import shipped
from jxbook.report.refs import resolved
from jxbook.report.sentences import (
    advice,
    analysis,
    conclusion,
    money,
    money_unspent,
    naming,
    points,
    problems,
    process,
    project,
)
from jxbook.scoring import score


def _at(line: int, one: str) -> Entry:
    return replace(entry(one), cell=CellRef("自评表", line, 9))


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("地方主管部门", "中央主管部门为住房和城乡建设部，地方主管部门为某州住建局。"),
        ("市县主管部门", "主管部门为住房和城乡建设部，市县主管部门为某州住建局。"),
    ],
)
def test_money_handed_down_has_a_supervisor_at_each_end(label: str, text: str) -> None:
    own = Project(entry("危房改造补助"), entry(""), entry("住房和城乡建设部"), entry("某县住建局"))
    of = facts(replace(small_form(), project=replace(own, facts={label: entry("某州住建局")})))
    assert said(project.introduced(of)).endswith(f"由某县住建局组织实施，{text}")
    assert said(of.project.supervisor) == ("某州住建局" if label == "地方主管部门" else "住房和城乡建设部")


@pytest.mark.parametrize(
    ("name", "wanted", "actual", "text"),
    [
        ("新购图书册数", "≥5000册", "5000册", "新购图书5000册"),
        ("运营里程", "≥980万公里", "991万公里", "运营里程991万公里"),
        ("农村公路改造里程", "≥18公里", "18公里", "农村公路改造18公里"),
        ("购置CT台数", "1台", "1台", "购置CT 1台"),
        ("PM2.5", "≤35微克", "33微克", "PM2.5 33微克"),
        ("受益人口", "≥4000人", "4100余人", "受益人口4100余人"),
        ("受益人口", "≥4000人", "约4100人", "受益人口约4100人"),
        ("站点启用时间", "≤6月", "7月", "站点于7月启用"),
    ],
)
def test_results_as_they_are_read(name: str, wanted: str, actual: str, text: str) -> None:
    assert said(naming.result(facts(small_form(row(name, wanted, actual))).rows[0])) == text


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (row("完工时间", "2024年11月底前", "2024年12月16日", "", "时效指标"), "比年度指标值11月底晚16天"),
        (row("设备到货时间", "≤9月", "11月", "", "时效指标"), "比年度指标值9月晚2个月"),
        (
            row("施工安全事故起数", "0起", "1起", "脚手架防护不到位", "社会效益指标"),
            "发生施工安全事故1起，没有实现零发生；脚手架防护不到位。",
        ),
    ],
)
def test_a_gap_in_its_own_measure(one: object, text: str) -> None:
    of = facts(small_form(one))  # type: ignore[arg-type]
    assert text in said(analysis.level2(of, of.rows))


def test_what_was_not_to_happen_is_no_result_and_is_called_by_what_happened() -> None:
    accident = row("施工安全事故起数", "0起", "1起", "脚手架防护不到位，已停工整改", "社会效益指标")
    of = facts(small_form(row("修路里程", "≥10公里", "10公里"), accident))
    assert "。项目全年支出100万元，修路10公里。" in said(conclusion.conclusion(of))
    assert "主要差距是发生施工安全事故1起，" in said(conclusion.conclusion(of))
    assert said(problems.problems(of)[0]).startswith("发生施工安全事故1起，影响10分。")
    assert said(advice.advice(of)[0]).startswith("针对发生的施工安全事故，已停工整改")


def test_a_number_of_people_is_reached_and_not_finished() -> None:
    of = facts(small_form(row("公益岗位人数", "40人", "39人")))
    assert said(problems.problems(of)[0]).startswith("公益岗位人数未达到目标，影响0.25分。")
    assert said(advice.advice(of)[0]).startswith("针对公益岗位人数未达到目标的问题，【待补充：")


def test_a_bare_verb_is_not_compared_with_its_target() -> None:
    of = facts(small_form(row("受益户数", "≥3200户", "1150户", "", "社会效益指标")))
    assert "主要差距是受益户数比目标少2050户，" in said(conclusion.conclusion(of))


def test_a_reason_as_above_is_the_nearest_above_and_is_said_once() -> None:
    reason = "18户宅基地有纠纷，调解后2025年4月底前开工"
    rows = [
        replace(row("危房改造户数", "≥420户", "402户"), reason=_at(5, reason)),
        replace(row("验收合格率", "100%", "100%", "", "质量指标"), reason=_at(6, "")),
        replace(row("开工率", "100%", "95.71%", "", "时效指标"), reason=_at(7, "同上")),
    ]
    of = facts(small_form(*rows))
    [told] = map(said, problems.problems(of))
    assert told.startswith("危房改造未完成年度任务，开工率未达到目标，影响0.86分")
    assert told.endswith("。18户宅基地有纠纷。")
    assert said(analysis.level2(of, of.rows[2:])) == "开工率95.71%，比年度指标值100%低4.29个百分点。"


def test_why_a_target_was_passed_as_above() -> None:
    rows = [
        replace(row("采购帐篷数量", "≥800顶", "1800顶"), reason=_at(5, "暴雨后追加采购1000顶")),
        replace(row("采购水泵数量", "≥20台", "46台"), reason=_at(6, "同上。")),
    ]
    of = facts(small_form(*rows))
    assert said(analysis.level2(of, of.rows)).endswith(
        "采购水泵46台，完成年度指标值的230%，暴雨后追加采购1000顶。"
    )


def test_a_row_that_was_missed_because_something_came_late_stands_with_it() -> None:
    rows = (
        row("设备投入使用时间", "≤9月", "10月", "机房改造延误", "时效指标"),
        row("CT检查人次", "≥9000人次", "6230人次", "设备10月投入使用，检查时间少于计划", "社会效益指标"),
        row("档案上传率", "100%", "90%", "系统10月投入使用", "质量指标"),
    )
    told = [said(one) for one in problems.problems(facts(small_form(*rows)))]
    assert told[0].startswith("设备投入使用晚于目标，CT检查人次未达到目标，影响")
    assert told[1].startswith("档案上传率未达到目标，")


def test_works_that_both_speak_of_building_are_not_one_problem() -> None:
    rows = (
        row("道路完工时间", "≤9月", "10月", "雨季施工受阻", "时效指标"),
        row("居民满意度", "≥90%", "80%", "施工扰民", "满意度指标"),
    )
    assert len(problems.problems(facts(small_form(*rows)))) == 2


def test_money_of_a_task_goes_with_the_quantity_of_the_same_thing() -> None:
    tea = row("新建茶园面积", "≥1500亩", "1320亩", "180亩流转合同未签，转为秋栽，2025年2月底前完成。")
    tasks = (
        SubProject(*map(entry, ("茶园建设", "", "", 60, 40, "实施中", ""))),
        SubProject(*map(entry, ("冷库改造", "", "", 40, 40, "已完成", ""))),
    )
    of = facts(with_records(small_form(tea, money=(100, 100, 80)), subprojects=tasks))
    assert (
        "均为茶园建设资金，少完成180亩【待补充：茶园建设未支出的20万元中，因少完成180亩未支出的金额，"
        in said(money_unspent.unspent(of))
    )
    assert said(problems.problems(of)[0]).startswith("新建茶园未完成年度任务，资金未全部支出，")
    assert said(advice.advice(of)[0]) == (
        "抓紧完成新建茶园剩余任务180亩，2025年2月底前完成。茶园建设按合同和进度支付剩余资金20万元【待补充：茶园建设的支付计划日期】。"
    )


def test_an_indicator_that_counts_the_sub_projects_shows_them_all() -> None:
    tasks = tuple(
        SubProject(*map(entry, (name, "", number, 50, 50, "已完成", "")))
        for name, number in (("设施维修", 12), ("便民服务", 21))
    )
    shown = small_form(row("实施项目数", "33个", "33个"))
    assert facts(with_records(shown, subprojects=tasks)).problems == ()
    other = small_form(row("实施项目数", "40个", "40个"))
    assert facts(with_records(other, subprojects=tasks)).problems[0].gaps


def test_what_a_missed_row_lacks_is_not_admitted_once_more() -> None:
    rows = (row("实施项目数", "33个", "31个", "2个楼道未完工"),)
    of = facts(small_form(*rows, goal=Goal(achieved=entry("完成子项目31个，未完成2个。"))))
    assert len(of.problems) == 1


def test_what_was_bought_is_bought_once() -> None:
    rows = [
        row("购置彩超台数", "3台", "3台"),
        row("购置监护仪台数", "≥40台", "40台"),
        row("新建站点个数", "2个", "2个"),
        row("CT检查人次", "≥900人次", "950人次", "", "社会效益指标"),
    ]
    of = facts(small_form(*rows))
    assert "，购置彩超3台、监护仪40台，新建站点2个，CT检查950人次。" in said(conclusion.conclusion(of))
    met = said(analysis.level2(of, of.rows[:3]))
    assert met == "购置彩超3台、监护仪40台、新建站点2个，均达到年度指标值。"


def test_every_target_missed() -> None:
    of = facts(small_form(row("甲类次数", "≥10次", "9次"), row("乙类次数", "≥10次", "8次")))
    assert "。2项指标均未达到年度指标值。" in said(conclusion.conclusion(of))


def test_of_many_small_losses_all_or_only_the_first_are_named() -> None:
    def told(number: int) -> str:
        rows = [row(f"第{at}类次数", "≥10次", "9次", points=2) for at in "甲乙丙丁戊己庚辛壬癸子丑"[:number]]
        return said(points.deductions(facts(small_form(*rows))))

    assert "其余7项共扣1.4分，依次为" in told(10) and told(10).count("扣0.2分") == 10
    assert "其余9项共扣1.8分，其中" in told(12) and "等" not in told(12)


def test_where_all_of_a_part_reached_their_targets_it_is_said_once() -> None:
    rows = (
        row("修路里程", "≥10公里", "10公里"),
        row("验收合格率", "=100%", "100%", "", "质量指标"),
        row("完工率", "=100%", "100%", "", "质量指标"),
        row("村民满意度", "≥90%", "88%", "", "满意度指标"),
    )
    of = facts(small_form(*rows))
    told = said(analysis.part(of, "产出", told=True))
    assert told == "1.数量。修路10公里。\n2.质量。验收合格率、完工率均为100%。"
    assert said(analysis.part(of, "产出")).count("达到年度指标值") == 2
    missed = facts(small_form(*rows, row("架桥座数", "≥2座", "1座")))
    assert "修路10公里，达到年度指标值" in said(analysis.part(missed, "产出", told=True))


@pytest.mark.parametrize(
    ("spent", "parts", "text"),
    [
        (
            300,
            (150, 150),
            "全年支出300万元，其中当年财政拨款150万元、其他资金150万元【待核定：全年支出300万元大于全年预算150万元，"
            "填写有误的改正，属实的写明超出部分的资金来源和批准文件，核定后计算预算执行率】。",
        ),
        (1500000, (1500000, 0), "多半是单位（元、万元）不同，核定后改正并计算预算执行率】。"),
    ],
)
def test_twice_the_budget_is_no_mistaken_unit(spent: int, parts: tuple[int, int], text: str) -> None:
    own = (
        FundingRow("当年财政拨款", *map(entry, (150, 150, parts[0]))),
        FundingRow("其他资金", *map(entry, (0, 0, parts[1]))),
    )
    assert text in said(money.money(facts(small_form(money=(150, 150, spent), parts=own))))


def _asked(*questions: tuple[str, int, int]) -> Survey:
    return Survey(
        *map(entry, (100, 100, "拦访")),
        tuple(map(entry, ("满意", "不满意"))),
        tuple(map(entry, (1, 0))),
        tuple(SurveyQuestion(entry(text), (entry(good), entry(bad))) for text, good, bad in questions),
    )


def test_a_survey_with_everything_below_the_target() -> None:
    form = small_form(row("乘客满意度", "≥85%", "65%", "候车时间长", "满意度指标"))
    talks = (Interview(*map(entry, ("2024-12-09", "老年乘客", "站点", "门口没有站点，下车后要走一公里"))),)
    form = with_records(form, survey=_asked(("候车时间", 50, 50), ("车内卫生", 80, 20)), interviews=talks)
    of = facts(form)
    told = resolved(said(analysis.part(of, "效益")), {})
    assert "2项调查内容的满意度均低于85%，依次为车内卫生80%、候车时间50%。" in told
    assert "".join(map(said, problems.problems(of))).count("老年乘客反映") == 1
    assert said(advice.advice(of)[0]).startswith("缩短候车时间。")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-03-05", "2025年3月5日"),
        ("2025/3/5", "2025年3月5日"),
        ("2025.3.5", "2025年3月5日"),
        ("2025年03月05日", "2025年3月5日"),
        ("二〇二五年三月五日", "2025年3月5日"),
        ("2025年3月", "2025年3月"),
        ("3月上旬", "3月上旬"),
    ],
)
def test_the_date_of_a_paper(written: str, read: str) -> None:
    form = small_form(row("修路里程", "≥10公里", "10公里"))
    form = replace(form, project=replace(form.project, facts={"成文日期": entry(written)}))
    assert said(facts(form).fact("成文日期")) == read


def test_the_years_of_a_project_are_said_once_whatever_way_they_were_written() -> None:
    form = small_form(row("修路里程", "≥10公里", "10公里"))
    head = {"项目开始时间": entry("2024-02"), "项目完成时间": entry("2024-12")}
    of = facts(replace(form, project=replace(form.project, facts=head)))
    assert said(project.introduced(of)).endswith("，实施期为2024年2月至12月。")


def _of_a_department(**head: str) -> Form:
    rows = (
        row("河道治理长度", "≥12公里", "10.5公里", "征地未完成"),
        row("普及率", "≥93%", "94%", "", "社会效益指标"),
    )
    own = Project(
        entry("某县水利局"), entry(""), entry(""), entry(""), {k: entry(v) for k, v in head.items()}
    )
    return replace(small_form(*rows), policy_id="department-whole", project=own)


def test_a_whole_department_is_no_project() -> None:
    form = _of_a_department(部门职能="负责全县水资源管理", 年度主要任务="完成河道治理。")
    of = facts(form)
    assert said(project.introduced(of)) == (
        "某县水利局（以下简称部门）负责全县水资源管理。2024年度主要任务：完成河道治理。"
    )
    assert said(process.process(of)).startswith("评价由某县水利局组织实施")
    policy = load_policy("department-whole")
    text = said(
        "\n".join(
            one.text for one in compose(form, policy, score(form, policy)).blocks if hasattr(one, "text")
        )
    )
    assert "部门整体支出绩效评价报告" in text and "落款单位" not in text
    assert "项目" not in text.replace("《项目支出绩效评价管理办法》", "").replace("项目支出", "")


def test_what_a_department_is_for_is_asked_where_nobody_says_it() -> None:
    assert "【待补充：部门职能和机构设置】" in said(project.introduced(facts(_of_a_department())))


def test_the_outline_of_a_department_has_the_parts_of_the_national_one() -> None:
    both = [shipped(name).text.count("\n##") for name in ("national", "whole-department")]
    assert both[0] == both[1]


def test_the_same_reason_as_above_is_none_below_none() -> None:
    """同上 under 无 is no reason of the row before that one."""
    rows = facts(
        small_form(
            row("修路", "≥5公里", "4公里", "招标晚"),
            row("植树", "≥5棵", "6棵", "无"),
            row("路灯", "≥10盏", "16盏", "同上"),
        )
    ).rows
    assert [one.cause for one in rows] == ["招标晚", "", ""]
