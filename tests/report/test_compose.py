"""The report: every section once and in order, every figure from the form, nothing of the staff's text lost."""

import io
from dataclasses import replace
from decimal import Decimal

import docx
import pytest

from jxbook.checks import check
from jxbook.finding import Refusal
from jxbook.form import Entry, Indicator, KeyPoint, Passage, Records
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form
from jxbook.report import compose, render
from jxbook.report.document import Heading, Note, Paragraph, Table
from jxbook.report.facts import OPEN
from jxbook.report.outline import sections
from jxbook.report.shipped import outline_names, shared_text
from jxbook.samples import load_sample
from jxbook.scoring import score

OUTLINE = [
    "一、基本情况",
    "（一）项目概况",
    "1.项目背景",
    "2.主要内容及实施情况",
    "3.资金投入和使用情况",
    "（二）项目绩效目标",
    "1.总体目标",
    "2.阶段性目标",
    "二、绩效评价工作开展情况",
    "（一）绩效评价目的、对象和范围",
    "（二）绩效评价原则、评价指标体系、评价方法和评价标准",
    "（三）绩效评价工作过程",
    "三、综合评价情况及评价结论",
    "四、绩效评价指标分析",
    "（一）项目决策情况",
    "（二）项目过程情况",
    "（三）项目产出情况",
    "（四）项目效益情况",
    "五、主要经验及做法、存在的问题及原因分析",
    "（一）主要经验及做法",
    "（二）存在的问题及原因分析",
    "六、有关建议",
    "七、其他需要说明的问题",
]


@pytest.fixture(scope="module")
def form(sunhe):
    return open_form(sunhe)


def composed(form, policy_id="mof-2020-10"):
    policy = load_policy(policy_id)
    return compose(form, policy, score(form, policy))


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph | Note)]


def section(document, heading):
    """The texts under a heading of level 1 or 2, up to the next one."""
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            inside = block.text == heading
        elif inside and isinstance(block, Paragraph | Note):
            found.append(block.text)
    return "\n".join(found)


def changed(form, of, **entries):
    """The form with other entries in the indicator of this name."""
    rows = []
    for one in form.indicators:
        if one.name.text == of:
            fields = {key: replace(getattr(one, key), raw=value) for key, value in entries.items()}
            kept = {
                key: fields.get(key, getattr(one, key))
                for key in (
                    "level1",
                    "level2",
                    "name",
                    "target",
                    "actual",
                    "points",
                    "earned",
                    "reason",
                    "verdict",
                )
            }
            one = type(one).read(**kept)
        rows.append(one)
    return replace(form, indicators=tuple(rows))


@pytest.mark.parametrize(
    "policy_id", [one for one in policy_ids() if load_policy(one).word("report.outline") == "national"]
)
def test_every_heading_of_the_outline_stands_once_and_in_order_as_python_docx_reads_it(form, policy_id):
    document = docx.Document(io.BytesIO(render(composed(form, policy_id))))
    headings = [
        p.text
        for p in document.paragraphs
        if (p.style.name.startswith("Heading") and p.text.split(".")[0] not in "12345678")
        or p.text in OUTLINE
    ]
    assert [one for one in headings if one in OUTLINE] == OUTLINE


def test_every_figure_and_every_text_of_the_form_is_in_the_report(form):
    document = docx.Document(io.BytesIO(render(composed(form, form.policy_id))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    written = "\n".join([*(p.text for p in document.paragraphs), *cells])
    sample = load_sample("sunhe-2024").form
    project, money = sample.project, (sample.funding.total, *sample.funding.parts)
    entries = [
        *(project.name, project.code, project.supervisor, project.implementer, *project.facts.values()),
        *(entry for row in money for entry in (row.initial_budget, row.budget, row.spent)),
        *(sample.goal.expected, sample.goal.achieved),
        *(entry for one in sample.indicators for entry in (one.name, one.target, one.actual, one.points)),
    ]
    expected = [
        *(entry.text for entry in entries),
        *(line for one in sample.passages for line in one.text.text.split("\n")),
        "100分",
        "“优”",
        "100%",
    ]
    assert [one for one in expected if one not in written] == []


def test_the_form_stands_as_a_table_inside_section_three(form):
    blocks = composed(form).blocks
    place = next(i for i, block in enumerate(blocks) if isinstance(block, Table))
    before = [b.text for b in blocks[:place] if isinstance(b, Heading) and b.level == 1]
    assert before[-1] == "综合评价情况及评价结论"


def test_what_fell_short_becomes_a_problem_with_its_reason_and_an_advice(form):
    document = composed(
        changed(form, "参与公众满意度", actual="=81%", reason="样本偏少，下一年度扩大调查范围")
    )
    problems = section(document, "存在的问题及原因分析")
    assert (
        "参与公众满意度未达到年度指标值：年度指标值为≥90%，实际完成值为81%，完成率90%，得9分（分值10分）"
        in problems
    )
    assert "样本偏少，下一年度扩大调查范围" in problems
    assert "针对参与公众满意度没有完成年度指标值的情况，落实表中所列改进措施" in section(document, "有关建议")


def test_low_spending_becomes_a_problem(form):
    total = replace(form.funding.total, spent=Entry(Decimal("8.5"), form.funding.total.spent.cell))
    document = composed(replace(form, funding=replace(form.funding, total=total)))
    assert "预算执行率为85%，低于90%，尚有1.5万元未支出。" in section(document, "存在的问题及原因分析")
    assert "无结转结余" not in section(document, "项目概况")


def test_promise_2_a_rate_without_points_has_none_in_its_report(form):
    """Whether the project is finished is not clear, so the 执行率 has no points yet."""
    total = replace(form.funding.total, budget=Entry(Decimal(10)), spent=Entry(Decimal(9)))
    said = {"项目是否完成": Entry("大概")}
    unclear = replace(
        form, funding=replace(form.funding, total=total), project=replace(form.project, facts=said)
    )
    text = "\n".join(texts(composed(unclear, "mof-2021-101")))
    assert "预算执行率90%。" in text
    assert "预算执行率90%，该项得" not in text


def test_promise_2_an_incomplete_form_has_no_total_in_its_report(form):
    document = composed(changed(form, "项目数", actual=None))
    conclusion = section(document, "综合评价情况及评价结论")
    assert "尚有1项指标不能计分，暂不能得出总分和评价等级" in conclusion
    assert "评价等级为" not in conclusion


def test_promise_3_what_is_not_official_is_said_to_be_so(form):
    text = section(composed(form), "绩效评价原则、评价指标体系、评价方法和评价标准")
    assert "按分值×执行率计算" in text and "（实践）" in text


def test_promise_3_the_note_of_a_policy_that_is_not_proven_stands_in_the_report(form):
    national = load_policy("mof-2020-10")
    noted = replace(national, identity=replace(national.identity, note="本文件未能核对原文"))
    document = compose(form, noted, score(form, noted))
    assert "说明：本文件未能核对原文。" in texts(document)


def test_a_passage_replaces_or_completes_what_is_generated(form):
    assert "项目在各方面" not in section(composed(form), "项目过程情况")
    own = tuple(replace(p, replaces=True) if p.section == "项目过程情况" else p for p in form.passages)
    text = section(composed(replace(form, passages=own)), "项目过程情况")
    assert text.startswith("资金足额到位") and "预算执行率" not in text


def test_a_section_that_nobody_can_fill_says_so_instead_of_inventing(form):
    document = composed(replace(form, passages=()))
    open_notes = [text for text in texts(document) if OPEN in text]
    assert any("“项目背景”" in text for text in open_notes)
    assert [text for text in texts(composed(form)) if OPEN in text] == [
        "参与活动人次超出年度指标值较多：年度指标值为≥200人次，实际完成值为300人次，完成率150%。"
        "原因及年初指标值是否偏低：【待补充】。"
    ]


def test_promise_5_hostile_texts_stay_texts(form):
    hostile = "<5% & {{ 7*7 }} # 甲\n## 乙\n> 丙 {% raw %}"
    document = composed(changed(form, "项目数", name=hostile))
    assert [f"{b.number}{b.text}" for b in document.blocks if isinstance(b, Heading) and b.level == 1] == [
        one for one in OUTLINE if one[1] == "、" and one[0] in "一二三四五六七"
    ]
    assert any("<5% & {{ 7*7 }}" in text for text in texts(document))


def test_a_form_with_nothing_in_it_still_makes_a_report(form):
    empty = type(form)(
        form.sheet, None, "", type(form.project)(), replace(form.funding, total=type(form.funding.total)("年度资金总额"), parts=()),
        type(form.goal)(), (),
    )  # fmt: skip
    policy = load_policy("mof-2020-10")
    scoring = score(empty, policy)
    assert check(empty, policy, scoring)
    for kind in ("docx", "html", "md"):
        assert render(compose(empty, policy, scoring), kind)


def test_advice_is_given_once_for_many_indicators(form):
    for name, actual in (
        ("项目数", "0个"),
        ("评审合格率", "50%"),
        ("完成时间", "2025年3月"),
        ("每个项目成本", "12万元"),
    ):
        form = changed(form, name, actual=actual)
    assert "针对项目数、评审合格率、完成时间等4项指标没有完成年度指标值的情况，查明原因" in section(
        composed(form), "有关建议"
    )
    assert "每个项目成本未达到年度指标值" in section(composed(form), "存在的问题及原因分析")


def test_it_is_said_in_one_clause_when_no_target_was_reached(form):
    for one in form.indicators:
        if one.used:
            form = changed(form, one.name.text, target="是", actual="否")
    rows = [row.indicator.name.text for row in score(form, load_policy("mof-2020-10")).indicators]
    said = f"{len(rows)}项绩效指标中，{len(rows)}项没有达到年度指标值（{'、'.join(rows)}）。"
    assert said in section(composed(form), "综合评价情况及评价结论").splitlines()


@pytest.mark.parametrize("policy_id", ["mof-2020-10", "beijing-2020-2146"])
def test_the_form_is_called_what_the_policy_prints_above_it_and_its_points_come_to_what_it_says(
    form, policy_id
):
    own = load_policy(policy_id)
    other = {"layout.title": "项目绩效目标自评表", "weights.total": Decimal(120)}
    rules = {key: replace(own.rules[key], value=value) for key, value in other.items()}
    policy = replace(own, rules={**own.rules, **rules})
    written = "\n".join(texts(compose(form, policy, score(form, policy))))
    assert "《项目支出绩效自评表》" not in written and written.count("《项目绩效目标自评表》") == 2
    assert "各项分值合计为100分，不等于120分" in written


def test_nothing_is_invented_where_the_form_is_blank(form):
    blank = replace(form.funding.total, initial_budget=Entry())
    document = composed(replace(form, funding=replace(form.funding, total=blank), goal=type(form.goal)()))
    written = "\n".join(texts(document))
    assert "年初预算" not in written and "年度总体目标" not in written


def test_weights_that_do_not_add_up_are_said_beside_the_total(form):
    document = composed(changed(form, "项目数", points=Decimal(25)))
    assert "各项分值合计为110分，不等于100分" in section(document, "综合评价情况及评价结论")
    assert "评价等级" not in section(document, "综合评价情况及评价结论")


def evaluated(form, **facts):
    """An evaluation: two rows by 评价要点, one of which does not apply, and one by its target."""
    rows = (
        ("决策", "项目立项", "立项依据充分性", "", "", Decimal(4), "", ""),
        ("决策", "项目立项", "立项程序规范性", "", "", Decimal(4), "", ""),
        ("产出", "产出数量", "实际完成率", "≥100%", "100%", Decimal(82), "", ""),
    )
    verdicts = (("立项依据充分性", "不符合"), ("立项依据充分性", "符合"), ("立项程序规范性", "不适用"))
    points = tuple(KeyPoint(*map(Entry, (name, verdict, verdict, ""))) for name, verdict in verdicts)
    return replace(
        form,
        indicators=tuple(Indicator.read(*map(Entry, row)) for row in rows),
        records=Records(key_points=points),
        passages=(),
        project=replace(form.project, facts={key: Entry(text) for key, text in facts.items()}),
    )


@pytest.mark.parametrize(
    ("facts", "organiser"),
    [
        ({"评价部门": "某县财政局"}, "评价由某县财政局组织实施，对照"),
        ({"第三方评价机构": "某事务所"}, "评价由某县民政局组织实施，第三方评价机构为某事务所，对照"),
        ({}, "评价由某县民政局组织实施，对照"),
    ],
)
def test_an_evaluation_was_organised_by_whom_the_form_names(form, facts, organiser):
    known = replace(form, project=replace(form.project, supervisor=Entry("某县民政局")))
    document = composed(evaluated(known, **facts), "mof-2020-10-evaluation")
    assert section(document, "绩效评价工作过程").startswith(organiser)
    assert "自评" not in "".join(one for one in texts(document) if not one.startswith("说明"))


def test_an_evaluation_counts_only_what_applies_and_says_what_was_left_out(form):
    document = composed(evaluated(form), "mof-2020-10-evaluation")
    result = section(document, "综合评价情况及评价结论")
    assert "决策4分，得2分；产出82分，得82分。" in result
    assert "各项分值合计为96分（不适用的指标4分不计），不等于100分" in result
    assert "1项按指标值衡量的指标全部达到年度指标值。" in result
    assert "1项按评价要点评定的指标中，1项的要点没有全部符合（立项依据充分性）。" in result
    system = section(document, "绩效评价原则、评价指标体系、评价方法和评价标准")
    assert "4分和82分，合计96分（不适用的指标4分不计）。" in system
    assert "有评价要点的指标按符合的要点计分" in system and "年初设定" not in system
    decision = section(document, "项目决策情况")
    assert "评价设定2项绩效指标，其中按评价要点评定的指标1项、定量指标1项" in decision
    assert "评价要点2项，其中1项符合、1项不符合，得2分" in decision


def test_a_converted_total_is_said_to_be_converted(form):
    own = load_policy("mof-2020-10-evaluation")
    rule = replace(own.rules["not_applicable.method"], value="rescaled")
    policy = replace(own, rules={**own.rules, "not_applicable.method": rule})
    document = compose(evaluated(form), policy, score(evaluated(form), policy))
    result = section(document, "综合评价情况及评价结论")
    assert "绩效评价总分为97.92分" in result  # 94 × 100 ÷ 96
    assert "有指标不适用，其分值4分不计，总分由其余各项的分值96分折算为100分得出。" in result
    assert "不等于" not in result


def test_the_goals_of_an_evaluated_project_are_its_outputs_and_benefits(form):
    said = section(composed(evaluated(form), "mof-2020-10-evaluation"), "项目绩效目标")
    assert "设定产出和效益方面的绩效指标1项：产出数量为实际完成率，年度指标值≥100%。" in said


def test_staff_may_replace_the_generated_analysis(form):
    own = Passage("项目产出情况", Entry("活动均已完成。"), replaces=True)
    text = section(composed(replace(form, passages=(own,))), "项目产出情况")
    assert text == "活动均已完成。"


@pytest.mark.parametrize(
    ("name", "target", "actual", "miss"),
    [
        ("完成时间", "≤12月", "2025年1月", "晚于年度指标值"),
        ("每个项目成本", "≤10万元", "12万元", "超出年度指标值"),
        ("项目数", "≥2个", "1个", "未达到年度指标值"),
    ],
)
def test_a_missed_target_is_said_to_be_missed_in_its_own_way(form, name, target, actual, miss):
    document = composed(changed(form, name, target=target, actual=actual))
    assert f"{name}{miss}：" in section(document, "存在的问题及原因分析")


@pytest.mark.parametrize(("outline", "code"), [
    ("{{ self_evaluation_table() }}" + "{{ self_evaluation_table() }}" * 100, "JX604"),
    ("{{ self_evaluation_table(1) }}", "JX603"),
    ("{{ self_evaluation_table.__closure__ }}", "JX603"),
])  # fmt: skip
def test_promise_6_an_outline_cannot_place_tables_without_end(form, outline, code):
    policy = load_policy("mof-2020-10")
    with pytest.raises(Refusal) as refused:
        compose(form, policy, score(form, policy), outline)
    assert refused.value.finding.code == code


@pytest.mark.parametrize("name", outline_names())
def test_passages_stand_in_the_outline_itself_where_the_sheet_can_find_them(name):
    assert len(sections(name)) > 5


def test_the_shared_macros_ask_staff_for_nothing():
    assert "passage" not in shared_text()
