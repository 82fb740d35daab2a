"""No sentence says more than the form: what a section chief struck out as untrue, kind by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms import entry, facts, row, said, small_form, with_records
from jxbook.document.blocks import Heading, Paragraph
from jxbook.document.marks import PLACED
from jxbook.facts.everything import Facts
from jxbook.form import FundingRow, Goal, Indicator, Interview, Passage, SubProject, Survey, SurveyQuestion
from jxbook.policy import load_policy
from jxbook.report.compose import compose
from jxbook.report.sentences import (
    advice,
    analysis,
    conclusion,
    method,
    money_spent,
    money_unspent,
    points,
    problems,
    process,
    project,
)
from jxbook.report.sentences import score as score_told
from jxbook.report.tables.ledger import loss_table
from jxbook.scoring import score

# Causes are told whole or not at all, each with what it is the cause of


def test_a_cause_of_two_clauses_is_told_whole_or_left_to_the_table() -> None:
    of = facts(
        small_form(
            row(
                "年客运量",
                "≥2600万人次",
                "2248万人次",
                "私家车、网约车分流，部分线路班次间隔长",
                "社会效益指标",
            ),
            row("乘客满意度", "≥85%", "68.9%", "候车时间长", "服务对象满意度指标"),
        )
    )
    assert said(points.deductions(of)).startswith(
        "全部扣分3.24分，涉及2项，依次为乘客满意度扣1.89分、年客运量扣1.35分。"
    )
    assert "分流" not in said(analysis.level2(of, of.rows[:1]))
    assert "私家车、网约车分流，部分线路班次间隔长" in said("".join(problems.problems(of)))


def test_numbered_causes_of_one_cell_are_causes_of_their_own() -> None:
    of = facts(small_form(row("修路里程", "≥10公里", "8公里", "1、征地未完成 2、石料涨价")))
    assert of.rows[0].reason.causes == ("征地未完成", "石料涨价")
    lines = facts(small_form(row("修路里程", "≥10公里", "8公里", "1.征地未完成\n2.石料涨价")))
    assert lines.rows[0].reason.causes == ("征地未完成", "石料涨价")


def test_a_reason_that_points_to_the_row_above_is_told_where_that_is_not() -> None:
    rows = (
        row("改造泵站", "≥3座", "3座", "追加防汛资金"),
        row("采购水泵", "≥20台", "46台", "同上", "质量指标"),
    )
    of = facts(small_form(*rows))
    assert said(analysis.level2(of, of.rows[1:])) == "采购水泵46台，完成年度指标值的230%，追加防汛资金。"


# Money: only what is true by the form


def test_an_overspending_is_not_set_off_against_what_was_not_done() -> None:
    rows = (
        row("户厕改造户数", "≥1200户", "1150户", "村民外出务工"),
        row("户厕改造每户成本", "≤0.25万元", "0.26万元", "化粪池涨价", "成本指标"),
    )
    of = facts(small_form(*rows, money=(420, 420, 398.26)))
    text = said("".join((*problems.problems(of), *advice.advice(of))))
    assert "相抵" not in text and "1万元" not in text.replace("398.26", "") and "结转的" not in text
    assert "少完成50户，按单位成本指标值0.25万元测算涉及12.5万元" in text
    assert "按实际单位成本0.26万元测算，剩余50户尚需13万元" in text


_SHOP = row("电商服务点个数", "15个", "11个", "4个村没有合适的经营场地")
_TASK = SubProject(*map(entry, ("电商服务点建设", "工程类", 15, 180, 68, "实施中", "4个未建，7个设备款未付")))


def test_the_cause_of_a_missed_row_is_not_given_for_all_the_money_of_its_task() -> None:
    of = facts(with_records(small_form(_SHOP, money=(180, 180, 68)), subprojects=(_TASK,)))
    [told] = map(said, problems.problems(of))
    assert "4个村没有合适的经营场地。电商服务点建设未支出112万元，4个未建，7个设备款未付" in told
    assert "经营场地，留存资金" not in told


def test_without_a_cause_of_its_own_the_money_of_a_task_is_told_beside_what_is_not_done() -> None:
    task = replace(_TASK, note=entry(""))
    of = facts(with_records(small_form(_SHOP, money=(180, 180, 68)), subprojects=(task,)))
    assert "未支出的112万元均为电商服务点建设资金，少完成4个【待补充：" in said(money_unspent.unspent(of))
    assert "112万元，4个村没有合适的经营场地" not in said(money_unspent.unspent(of))


def test_advice_covers_the_money_that_a_missed_quantity_left() -> None:
    of = facts(with_records(small_form(_SHOP, money=(180, 180, 68)), subprojects=(_TASK,)))
    [told] = map(said, advice.advice(of))
    assert "电商服务点建设按合同和进度支付剩余资金112万元【待补充：电商服务点建设的支付计划日期】" in told


def test_a_low_rate_is_no_cause_and_what_to_write_is_named() -> None:
    rows = (
        row("改造小区数", "≥8个", "3个", "意见征集未通过"),
        row("加装电梯部数", "≥12部", "4部", "一层住户反对"),
    )
    of = facts(small_form(*rows, money=(2400, 2400, 1130.5)))
    money = next(one for one in map(said, problems.problems(of)) if "执行率" in one)
    # as many places as the 执行率 of which it is the rest, and said where the money is told, not again
    assert "未支出1269.5万元，占全年预算的52.90%" in said(money_spent.spent(of)) and "52.90%" not in money
    assert (
        "【待补充：1269.5万元中因改造小区、加装电梯未完成任务而未支出的金额，其他未支出的原因和金额】"
        in money
    )


# What was not begun, and what is not finished


@pytest.mark.parametrize(
    ("reason", "told", "problem", "heading"),
    [
        ("一层住户反对，暂未实施", "加装电梯12部均未实施", "加装电梯任务未实施", "组织实施加装电梯12部。"),
        ("一层住户反对", "加装电梯12部均未完成", "加装电梯未完成年度任务", "抓紧完成加装电梯12部。"),
    ],
)
def test_of_what_was_not_begun_nothing_is_left_over(
    reason: str, told: str, problem: str, heading: str
) -> None:
    of = facts(small_form(row("加装电梯部数", "≥12部", "0部", reason)))
    assert said(analysis.level2(of, of.rows)).startswith(told)
    assert said(problems.problems(of)[0]).startswith(problem)
    assert said(advice.advice(of)[0]).startswith(heading)


def test_works_that_are_still_going_on_are_not_told_as_finished() -> None:
    late = row("完工时间", "2024年11月底前", "2025年1月15日", "雨季停工", "时效指标")
    goal = Goal(entry("改造8个小区"), entry("完成3个小区改造，其余5个小区仍在施工。"))
    of = facts(small_form(late, goal=goal))
    text = said("".join((analysis.level2(of, of.rows), *problems.problems(of), conclusion.conclusion(of))))
    assert "于2025年1月15日完工" not in text and "晚46天" not in text and "晚于目标" not in text
    assert (
        "完工时间在自评表中填报为“2025年1月15日”，而年度总体目标（实际完成情况）写有“其余5个小区仍在施工”【待核定"
        in text
    )
    other = facts(small_form(late, goal=Goal(entry("改造8个小区"), entry("8个小区全部完工。"))))
    assert "项目于2025年1月15日完工" in said(analysis.level2(other, other.rows))


# Reached by its number, and denied by its own text


@pytest.mark.parametrize(
    ("achieved", "reason"),
    [("整治黑臭水体5处，其中1处返黑", ""), ("整治黑臭水体5处", "养殖户偷排，1处返黑，正在处理")],
)
def test_what_failed_again_by_the_forms_own_words_is_no_praise(achieved: str, reason: str) -> None:
    one = row("黑臭水体整治处数", "5处", "5处", reason)
    other = row("垃圾分类亭座数", "≥60座", "62座")
    of = facts(small_form(one, other, goal=Goal(entry("整治5处"), entry(achieved))))
    text = said(analysis.level2(of, of.rows))
    assert "黑臭水体整治5处、" not in text and "均达到" not in text
    assert "“5处”" in text and "1处返黑”【待核定：" in text
    assert "黑臭水体整治5处" not in said(conclusion.conclusion(of))
    assert "1项待核定" in said(conclusion.conclusion(of))


def test_what_was_put_right_since_denies_nothing() -> None:
    one = row("黑臭水体整治处数", "5处", "5处")
    of = facts(
        small_form(one, goal=Goal(entry("整治5处"), entry("整治黑臭水体5处，其中1处返黑，已重新整治")))
    )
    assert not of.denials
    assert loss_table(of) is None


# Advice says how, and whose it is


def test_advice_does_not_only_say_that_the_target_is_to_be_reached() -> None:
    one = row("年客运量", "≥2600万人次", "2248万人次", "网约车分流", "社会效益指标")
    [told] = map(said, advice.advice(facts(small_form(one))))
    assert (
        told == "针对年客运量未达到目标的问题，【待补充：解决“网约车分流”的具体措施、责任科室和完成时间】。"
    )


def test_a_measure_of_the_table_is_told_as_what_the_evaluation_suggests() -> None:
    late = row("完工时间", "≤11月", "12月", "管线迁改协调时间长", "时效指标")
    of = facts(small_form(late))
    assert said(advice.advice(of)[0]).startswith("保证按期完工。建议设计前委托地下管线探测")
    table = loss_table(of)
    assert table is not None and said(table.rows[1][5].text).startswith("建议设计前委托地下管线探测")


# A total of which something is not settled


def _with_survey(points: int, *rows: Indicator) -> Facts:
    happy = row("居民满意度", "≥85%", "90%", level2="服务对象满意度指标", points=points)
    asked = Survey(
        answers=tuple(map(entry, ("满意", "不满意"))),
        weights=(entry(1), entry(0)),
        questions=(SurveyQuestion(entry("您对环境是否满意"), (entry(80), entry(20))),),
    )
    return facts(with_records(small_form(*rows, happy), survey=asked))


def test_a_total_with_another_satisfaction_in_the_survey_is_told_by_both() -> None:
    of = _with_survey(10, row("修路里程", "≥10公里", "10公里", points=80))
    assert said(score_told.score(of)) == (
        "按自评表填报计算，项目绩效评价总分100分；其中居民满意度待核定，按问卷汇总的80%计算，总分99.41分，等级均为“优”"
    )


def test_no_grade_is_told_that_hangs_on_what_is_to_settle() -> None:
    told = said(score_told.score(_with_survey(30, row("修路里程", "≥10公里", "8.5公里", points=60))))
    assert "项目绩效评价总分91分" in told
    assert "按问卷汇总的80%计算，总分89.24分，等级核定后评定" in told and "“" not in told


def test_a_total_of_which_a_row_is_denied_is_told_without_it_and_with_all_of_it() -> None:
    rows = (
        row("修路里程", "≥10公里", "10公里", points=70),
        row("补贴发放完成时间", "≤12月", "12月", "", "时效指标", 20),
    )
    goal = Goal(achieved=entry("发放补贴216户，其余184户补贴未发放。"))
    assert said(score_told.score(facts(small_form(*rows, goal=goal)))) == (
        "按自评表填报计算，项目绩效评价总分100分；其中补贴发放完成时间待核定，其余各项得80分，"
        "该项按不得分、得满分计算，总分分别为80分、100分，等级核定后评定"
    )


def test_nothing_is_called_free_of_deductions_while_a_row_is_to_settle() -> None:
    of = _with_survey(10, row("修路里程", "≥10公里", "10公里", points=80))
    assert "未扣分" not in said(conclusion.conclusion(of))


def test_the_total_of_an_open_form_is_told_as_far_as_it_is_known() -> None:
    rows = (row("修路里程", "≥10公里", "10公里", points=80), row("水质", "不再黑臭", "基本达到", points=10))
    of = facts(small_form(*rows))
    assert "，其余各项得90分（分值90分）【待补充：" in said(score_told.score(of))
    assert said(process.process(of)).endswith("对照年度指标值评分，水质待核定。")


# One list of problems, one of advice


def _passages_of(section: str, own: str, *rows: Indicator) -> list[str]:
    form = small_form(*rows, passages=(Passage(section, entry(own)),))
    policy = load_policy(form.policy_id)
    document = compose(form, policy, score(form, policy))
    texts = [said(one.text) for one in document.blocks if isinstance(one, Paragraph | Heading)]
    start = next(at for at, one in enumerate(texts) if section in one and "经验" not in one)
    return texts[start + 1 :]


_ROAD = row("修路里程", "≥10公里", "8公里", "石料断供")
_PASSED = row("验收合格率", "≥95%", "90%", "返工", "质量指标")


def test_staffs_problems_go_on_with_the_generated_ones() -> None:
    own = "项目存在的主要问题是：1、村民参与积极性不高；2、后期管护资金未落实。"
    [first, second, third, fourth, *_] = _passages_of("存在的问题及原因分析", own, _ROAD, _PASSED)
    assert first.startswith("一是修路未完成年度任务") and second.startswith("二是验收合格率未达到目标")
    assert (third, fourth) == ("三是村民参与积极性不高。", "四是后期管护资金未落实。")


def test_a_problem_that_staff_tell_again_stands_with_its_own() -> None:
    [first, _, third, *_] = _passages_of(
        "存在的问题及原因分析", "一是修路里程欠3公里。二是村民参与积极性不高。", _ROAD, _PASSED
    )
    assert first.endswith(
        "石料断供。修路里程欠3公里【待核定：修路里程的差额自评表为2公里，此处写“修路里程欠3公里”，核定后改为一致】。"
    )
    assert third == "三是村民参与积极性不高。"


def test_a_single_problem_gets_its_number_when_staff_have_another() -> None:
    [first, second, *_] = _passages_of("存在的问题及原因分析", "村民参与积极性不高", _ROAD)
    assert first.startswith("一是修路未完成年度任务") and second == "二是村民参与积极性不高。"


def test_staffs_advice_goes_on_with_the_generated_one() -> None:
    lines = _passages_of("有关建议", "建议加大资金投入", _ROAD, _PASSED)
    assert lines[0] == "针对上述问题，提出以下建议。" and lines[3] == "三是加大资金投入。"


def test_a_text_that_is_more_than_a_list_stands_as_it_was_written() -> None:
    own = "项目实施中遇到的困难较多。村民参与积极性不高。管护资金未落实。"
    lines = _passages_of("存在的问题及原因分析", own, _ROAD, _PASSED)
    assert lines[2] == own


def test_no_item_is_cut_inside_the_source_of_a_figure() -> None:
    own = "1、预算执行率不高，仅为78%；2、修路里程少于计划2公里；3、基层经办人员少。"
    form = small_form(_ROAD, money=(100, 100, 70), passages=(Passage("存在的问题及原因分析", entry(own)),))
    policy = load_policy(form.policy_id)
    text = "".join(
        said(one.text)
        for one in compose(form, policy, score(form, policy)).blocks
        if isinstance(one, Paragraph)
    )
    assert "。预算执行率不高，仅为78%【待核定：预算执行率自评表为70%，此处写" in text
    assert "报告素材" not in text and "。修路里程少于计划2公里。" in text and "三是基层经办人员少。" in text


# Reached by what is filled in, and failed by another word of the form


@pytest.mark.parametrize(
    ("one", "achieved", "clause"),
    [
        (row("水毁堤防修复处数", "32处", "32处", "2处再次冲毁"), "", "2处再次冲毁"),
        (row("举办活动场次", "12场", "12场"), "举办活动12场，其中1场因暴雨取消", "其中1场因暴雨取消"),
        (row("失能评估人数", "2800人", "2800人"), "失能评估仍有96人未完成", "失能评估仍有96人未完成"),
        (row("设备验收合格率", "=100%", "100%", "6台未验收", "质量指标"), "", "6台未验收"),
        (row("食品安全事故", "0起", "0起", "1起食材变质", "社会效益指标"), "", "1起食材变质"),
        (row("接种完成时间", "12月底前", "12月31日", "", "时效指标"), "第二针接种仍在进行", "第二针接种仍在进行"),
        (row("动态管理机制", "健全", "达成年度指标", "办法已印发，与公安比对未实现", "可持续影响指标"), "", "与公安比对未实现"),
    ],
)  # fmt: skip
def test_what_another_word_of_the_form_denies_is_to_settle(
    one: Indicator, achieved: str, clause: str
) -> None:
    of = facts(small_form(one, goal=Goal(achieved=entry(achieved))))
    text = said(analysis.level2(of, of.rows))
    assert f"“{clause}”【待核定：" in text and "达到年度指标值" not in text


@pytest.mark.parametrize(
    ("one", "achieved"),
    [
        (row("设备验收合格率", "=100%", "100%", "6台未按期验收，已重新组织验收", "质量指标"), ""),
        (row("食品安全事故", "0起", "0起", "上年1起，加强巡查", "社会效益指标"), ""),
        (row("举办活动场次", "12场", "14场", "增加2场"), "举办活动14场"),
        (row("投诉件数", "0件", "0件", "受理咨询120件", "社会效益指标"), ""),
        (row("举办活动场次", "12场", "12场", "因疫情取消2场，年底补办2场"), ""),
        (row("整治黑臭水体", "5处", "5处"), "整治黑臭水体5处，消除返黑隐患2处"),
        (row("管护机制", "健全", "达成年度指标（85%）", "7处未签订", "可持续影响指标"), ""),
    ],
)
def test_what_was_mended_or_paid_for_with_points_denies_nothing(one: Indicator, achieved: str) -> None:
    assert not facts(small_form(one, goal=Goal(achieved=entry(achieved)))).denials


def test_a_satisfaction_that_the_survey_misses_is_not_called_reached() -> None:
    of = _with_survey(10)
    text = said(analysis.level2(of, of.rows))
    assert text == "居民满意度在自评表中填报为90%。"
    assert "指标待核定" in said(conclusion.conclusion(of))


def test_why_a_target_was_passed_is_no_cause_of_a_miss_below_it() -> None:
    rows = (
        row("每剂次成本", "≤350元", "321.4元", "集采降价", "成本指标"),
        row("接种率", "≥90%", "82.6%", "同上", "社会效益指标"),
    )
    of = facts(small_form(*rows))
    assert not of.rows[1].cause
    assert "集采降价" not in said("".join(problems.problems(of)))


def test_a_second_item_that_begins_with_a_number_is_no_decimal() -> None:
    of = facts(
        small_form(row("补贴人数", "≥20人", "15人", "1.部分老人去世\n2.4个乡镇摸底不全\n下一步按月比对"))
    )
    assert of.rows[0].reason.causes == ("部分老人去世", "4个乡镇摸底不全")
    assert of.rows[0].reason.measures == ("下一步按月比对",)


def test_money_carried_over_once_more_is_asked_for_in_the_advice() -> None:
    parts = (
        FundingRow("当年财政拨款", *map(entry, (60, 60, 50))),
        FundingRow("上年结转资金", *map(entry, (40, 40, 20))),
    )
    of = facts(small_form(row("修路", "≥10公里", "10公里"), money=(100, 100, 70), parts=parts))
    told = said("".join(advice.advice(of)))
    assert "其中上年结转资金尚余20万元，优先处理【待补充：继续使用或交回财政的处理意见和办理时间】。" in told


@pytest.mark.parametrize(
    ("achieved", "actual", "told"),
    [
        ("已按计划完成。", "176人", ""),
        ("圆满完成全年各项工作任务，各项目标均已实现。", "176人", ""),
        ("已按计划完成。", "180人", "已按计划完成。"),
        ("已完成培训176人。", "176人", "已完成培训176人。"),
        ("目标基本完成，数据质量提高。", "176人", "目标基本完成，数据质量提高。"),
    ],
)
def test_a_bare_claim_that_all_is_done_is_not_repeated_where_a_quantity_is_missed(
    achieved: str, actual: str, told: str
) -> None:
    one = row("培训人数", "≥180人", actual, "4人因病请假")
    of = facts(small_form(one, goal=Goal(entry("培训统计人员"), entry(achieved))))
    assert said(project.achieved(of)) == told
    asked = project.contents_asked(of)
    assert said(asked).startswith(f"{told}【待补充：项目安排的各项任务")
    assert any(f"现写“{achieved[:-1]}”" in where for where in PLACED.findall(asked)) is (told == "")


def test_the_numbers_that_a_form_gives_its_goals_are_not_read_aloud() -> None:
    goal = Goal(
        entry("目标1：改造危房420户；目标2：住房安全有保障。"),
        entry("年度目标一（60%）：改造危房402户。\n目标2：1.5万人住房安全得到保障，完成目标3个。"),
    )
    of = facts(small_form(row("改造危房户数", "≥420户", "402户"), goal=goal))
    assert said(project.expected(of)) == "改造危房420户；住房安全有保障。"
    assert said(project.achieved(of)) == "改造危房402户。\n1.5万人住房安全得到保障，完成目标3个。"
    for between in (" ", "\n", "\n\n  "):
        apart = Goal(entry(f"目标1：改造危房420户{between}目标2：住房安全有保障"))
        assert said(project.expected(facts(small_form(goal=apart)))) == "改造危房420户；住房安全有保障。"


def test_what_was_achieved_says_so_where_it_stands_behind_the_targets() -> None:
    for text, told in (
        ("建立站点20个。", "至年末，建立站点20个。"),
        ("全年建立站点20个。", "全年建立站点20个。"),
    ):
        of = facts(small_form(row("站点数", "20个", "20个"), goal=Goal(achieved=entry(text))))
        assert (said(project.achieved(of, beside_targets=True)), said(project.achieved(of))) == (told, text)


def test_no_money_is_evaluated_of_which_the_form_says_nothing() -> None:
    one = row("修路", "≥1公里", "1公里")
    assert said(method.scope(facts(small_form(one, money=("", "", ""))))) == (
        "评价对象为项目2024年度安排的工作任务。"
    )
    for money in ((100, 100, 100), ("", "", 60)):
        assert "年度预算资金" in said(method.scope(facts(small_form(one, money=money))))


def test_what_every_evaluation_does_is_no_step_and_a_single_step_has_no_number() -> None:
    one = row("修路", "≥1公里", "1公里")
    assert "核对预算执行数据" not in said(process.process(facts(small_form(one))))
    talked = with_records(small_form(one), interviews=(Interview(*map(entry, ("1月7日", "村民", "", ""))),))
    assert said(process.process(facts(talked))).endswith(
        "。于1月7日访谈村民。在此基础上逐项评分，形成本报告。"
    )


def test_what_a_cost_went_to_is_not_to_be_solved() -> None:
    dear = row("彩超单价", "≤120万元", "121.6万元", "加配探头1只", "成本指标")
    told = said(advice.advice(facts(small_form(dear)))[0])
    assert told.endswith("【待补充：控制彩超单价的具体措施、责任科室和完成时间】。")
