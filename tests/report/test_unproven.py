"""Nothing is claimed that the form does not know, nothing told twice, and what is asked for goes as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from forms import entry, facts, form_in, model_form, row, said, small_form, with_records
from jxbook.document.marks import bare
from jxbook.form import CostItem, Entry, Evidence, Form, Indicator, Interview, Passage, Project, SubProject
from jxbook.report.passages import own_text
from jxbook.report.refs import resolved
from jxbook.report.sentences import (
    analysis,
    conclusion,
    costs,
    method,
    money,
    money_spent,
    process,
    project,
    scoring_rules,
)
from jxbook.samples import load_sample

CONCLUSION = "综合评价情况及评价结论"


def wrote(form: Form, section: str, text: str) -> Form:
    return replace(form, passages=(*form.passages, Passage(section, entry(text))))


def unscored(*actual: object) -> Form:
    rows = [row(f"植树{at}", "≥1棵", one, points="") for at, one in enumerate(actual)]
    return replace(small_form(*rows), policy_id="beijing-community")


def concluded(form: Form) -> str:
    return said(resolved(conclusion.conclusion(facts(form)), {}))


def test_without_any_result_the_conclusion_says_what_was_spent_and_asks_for_the_results() -> None:
    asked = "【待补充：2项指标的实际完成值，填写后写明达到年度指标值的项数】"
    assert concluded(unscored("", "")) == f"项目全年支出100万元。{asked}"
    assert "2项指标均达到年度指标值" in concluded(unscored("1棵", "1棵"))


@pytest.mark.parametrize(
    ("text", "actual", "section", "settle"),
    [
        ("项目绩效表现良好。", "", CONCLUSION, "“项目绩效表现良好”没有依据"),
        ("项目已经结束。", "", CONCLUSION, ""),
        ("项目绩效表现良好。", "1棵", CONCLUSION, ""),
        ("项目绩效表现良好。", "", "主要经验及做法", ""),
    ],
)
def test_staffs_praise_without_any_result_is_to_be_settled(
    text: str, actual: str, section: str, settle: str
) -> None:
    form = wrote(unscored(actual), section, text)
    told = bare(own_text(form.passages[0], facts(form), []))
    assert settle in told and ("【待核定：" in told) is bool(settle)


@pytest.mark.parametrize(
    ("budget", "text", "settle"),
    [
        ("", "实际投资66万元，未超预算，经济性较好。", True),
        (70, "实际投资66万元，未超预算，经济性较好。", False),
        ("", "实际投资66万元。", False),
    ],
)
def test_a_budget_that_nobody_filled_in_cannot_be_said_to_have_been_kept(
    budget: object, text: str, settle: bool
) -> None:
    form = wrote(small_form(money=(budget, budget, 66)), "项目产出情况", text)
    told = bare(own_text(form.passages[0], facts(form), []))
    assert told.startswith(text)
    assert ("【待核定：没有全年预算数，“未超预算”没有依据，填写后核定】" in told) is settle


def evaluated(points: object, text: str = "", agency: str = "某会计师事务所") -> Form:
    form = replace(small_form(row("植树", "≥1棵", "1棵", points="")), policy_id="beijing-third-party")
    head = {"第三方评价机构": agency, "第三方评价得分": points, "第三方评价等级": "良"}
    form = replace(
        form, project=replace(form.project, facts={label: entry(one) for label, one in head.items()})
    )
    return wrote(form, CONCLUSION, text) if text else form


def test_praise_of_what_an_evaluator_gave_points_for_stands() -> None:
    form = evaluated(86.53, "项目绩效表现良好。")
    form = replace(form, indicators=(row("植树", "≥1棵", "", points=""),))
    assert "【" not in bare(own_text(form.passages[0], facts(form), []))


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        (evaluated(86.53), "【待补充：评价机构的扣分指标、扣分值及原因】"),
        (evaluated(86.53, agency=""), "【待补充：扣分指标、扣分值及原因】"),
        (evaluated(86.53, "时效指标扣13.47分。"), ""),
        (evaluated(100), ""),
    ],
)
def test_an_evaluator_who_gave_less_than_all_is_asked_where_the_points_went(form: Form, asked: str) -> None:
    assert asked in concluded(form)
    assert ("扣分指标" in concluded(form)) is bool(asked)


def test_results_of_one_kind_are_listed_in_full_once() -> None:
    sample = load_sample("jichang-2024").form
    of = facts(replace(sample, passages=()))  # what staff's own passage tells is left to it
    assert concluded(sample).count("支") < said(analysis.part(of, "产出")).count("支")
    assert analysis.overview(of, of.rows) == ""  # the next sentence says that all reached their targets


@pytest.mark.parametrize(
    ("present", "text"),
    [
        (("有", "有"), "，收集佐证材料2项，均已具备"),
        (("有", ""), "，列出佐证材料2项，已具备1项"),
        (("", ""), "，列出佐证材料2项【待补充：各项佐证材料是否具备】"),
        (("无", "无"), "，列出佐证材料2项"),
        ((), ""),
    ],
)
def test_papers_are_enclosed_only_where_they_are_at_hand(present: tuple[str, ...], text: str) -> None:
    papers = tuple(Evidence(*map(entry, ("验收单", "", "", one, ""))) for one in present)
    told = resolved(process.filled_in(facts(with_records(small_form(), evidence=papers))), {})
    assert said(told) == f"项目基本情况、资金收支和绩效目标完成情况由某镇政府填报{text}。"


@pytest.mark.parametrize(
    ("spent", "text", "told"),
    [
        (117, "", "，超出全年预算17万元【待核定：全年支出大于全年预算，填写有误的改正，属实的写明超出部分的资金来源和批准文件】"),
        (117, "超支17万元由镇级财力解决。", "，超出全年预算17万元，预算执行率117%。"),
        (100, "", "全年支出100万元，预算执行率100%。"),
        (100, "截至年末，资金全部支出，无结余。", "预算执行率100%。"),
    ],
)  # fmt: skip
def test_money_beyond_the_budget_is_asked_for_and_money_all_spent_is_told_once(
    spent: int, text: str, told: str
) -> None:
    form = small_form(money=(100, 100, spent))
    form = wrote(form, "资金投入和使用情况", text) if text else form
    assert told in said(money_spent.spent(facts(form)))


@pytest.mark.parametrize(
    ("reason", "asked"), [("材料涨价，超支17万元由镇级财力解决", False), ("材料涨价", True)]
)
def test_money_beyond_the_budget_that_a_reason_explains_is_not_asked_for(reason: str, asked: bool) -> None:
    one = row("每公里成本", "≤10万元", "11.7万元", reason, level2="成本指标")
    text = said(money_spent.spent(facts(small_form(one, money=(100, 100, 117)))))
    assert "，超出全年预算17万元" in text and ("【待核定：" in text) is asked


@pytest.mark.parametrize(("spent", "rule"), [(117, "记分，最高不超过分值。"), (90, "乘以分值记分。")])
def test_the_rule_of_the_execution_names_its_limit_where_it_was_passed(spent: int, rule: str) -> None:
    one = row("修路", "≥1公里", "1公里")
    assert rule in said(scoring_rules.scoring(facts(small_form(one, money=(100, 100, spent)))))


@pytest.mark.parametrize(
    ("rows", "by"),
    [
        ((row("修路", "≥1公里", "1公里"), row("通车时间", "≤10月", "9月")), "采用比较法进行定量评价"),
        ((row("修路", "≥1公里", "1公里"), row("机制", "建立", "建立")), "采用定量与定性评价相结合的比较法"),
        ((row("机制", "建立", "建立"),), "采用比较法进行定性评价"),
        ((), "采用定量与定性评价相结合的比较法"),
    ],
)
def test_the_method_is_told_as_it_was_applied(rows: tuple[Indicator, ...], by: str) -> None:
    assert by in said(method.principles(facts(small_form(*rows))))
    assert said(method.methods(facts(small_form(*rows)))).startswith("评价依据《")  # no principle told twice


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (92, "（各项分值合计102分，核定为100分后重新计分并评定等级）"),
        (90, "总分100分，等级为“优”"),
    ],
)
def test_points_that_do_not_come_to_a_hundred_have_no_grade_and_say_why(points: int, told: str) -> None:
    assert told in concluded(small_form(row("修路", "≥1公里", "1公里", points=points)))


def test_days_of_interviews_bear_their_year_once() -> None:
    days: tuple[Any, ...] = (datetime(2024, 12, 18), "2024-12-20", "2025年1月6日", "1月7日")
    talks = tuple(Interview(Entry(day), *map(entry, ("村民", "", ""))) for day in days)
    told = said(process.process(facts(with_records(small_form(), interviews=talks))))
    assert "于2024年12月18日访谈村民，12月20日访谈村民，2025年1月6日访谈村民，1月7日访谈村民" in told


@pytest.mark.parametrize(
    ("paid", "why", "told"),
    [
        (912.6, "未支出的17.4万元为质保金，按合同约定支付。", True),
        (912.6, "未支出的17.4万元为招标节约的资金。", False),
        (900, "未支出的30万元为质保金，按合同约定支付。", False),
    ],
)
def test_costs_as_high_as_the_payments_leave_out_what_is_owed(paid: float, why: str, told: bool) -> None:
    one = CostItem(*map(entry, ("修路", "公里", 18, 45, 18, 50.7, "")))
    form = with_records(small_form(money=(930, 930, paid)), costs=(one,))
    text = said(costs.cost_told(facts(wrote(form, "资金投入和使用情况", why))))
    assert ("实际成本按已支付的金额计算，待支付的17.4万元不在其中。" in text) is told


def test_only_what_is_owed_of_the_money_left_is_told_as_owed() -> None:
    one = CostItem(*map(entry, ("修路", "公里", 10, 8, 10, 8, "")))
    tasks = (
        SubProject(*map(entry, ("修路", "", "", 60, 50, "已完成", "质保金"))),
        SubProject(*map(entry, ("植树", "", "", 40, 30, "已完成", "苗木减少"))),
    )
    form = with_records(small_form(money=(100, 100, 80)), costs=(one,), subprojects=tasks)
    assert "待支付的10万元不在其中。" in said(costs.cost_told(facts(form)))


def test_a_paragraph_of_gaps_has_no_heading_of_its_own() -> None:
    rows = (
        replace(
            row("群众满意度", "≥90%", ""), level1=entry("满意度指标"), level2=entry("服务对象满意度指标")
        ),
        replace(row("受益群众", "≥9人", "9人"), level1=entry("效益指标"), level2=entry("社会效益指标")),
    )
    assert said(resolved(analysis.part(facts(small_form(*rows)), "效益"), {})).splitlines() == [
        "【待补充：群众满意度的实际完成值】",
        "受益群众9人，达到年度指标值。",
    ]


def test_who_is_not_known_is_asked_for_in_a_sentence_of_its_own() -> None:
    of = facts(replace(small_form(), project=Project(entry("修路项目"), entry(""), entry(""), entry(""))))
    assert said(project.introduced(of)) == "【待补充：实施单位】"
    assert said(process.process(of)).startswith("【待补充：组织评价的单位】【待补充：评价的起止日期")


FORMS = {"model": model_form(), **{name: form_in(name) for name in ("construction", "training", "subsidy")}}


@pytest.mark.parametrize("name", FORMS)
def test_no_sentence_becomes_a_fragment_when_its_gap_is_deleted(name: str) -> None:
    of = facts(FORMS[name])
    for text in (process.process(of), money.money(of), *(analysis.part(of, one) for one in ("产出", "效益"))):
        left = re.sub("【[^】]*】", "", said(resolved(text, {})))
        assert not re.search(r"(?:^|。)(?:\d\.)?[^。，]{1,9}。$|[为由于，、]。|^。", left, re.MULTILINE)
