"""The report: every section once and in order, every figure from the form, nothing of the staff's text lost."""

import io
from dataclasses import replace
from decimal import Decimal

import docx
import pytest

from forms import model_form
from jxbook.checks import check
from jxbook.document import render
from jxbook.document.blocks import AnnexLabel, Attachments, Heading, Note, Paragraph, Signature, Table
from jxbook.document.marks import bare
from jxbook.facts.words import OPEN
from jxbook.finding import Refusal
from jxbook.form import Entry, Indicator, KeyPoint, Passage, Records
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form
from jxbook.report import compose
from jxbook.report.outline import Outline, sections, shipped
from jxbook.report.shipped import outline_names
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
    "（一）总体结论",
    "（二）得分情况",
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
    return [bare(block.text) for block in document.blocks if isinstance(block, Paragraph | Note)]


def section(document, heading):
    """The texts under a heading of level 1 or 2, up to the next one."""
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            inside = block.text == heading
        elif inside and isinstance(block, Paragraph | Note):
            found.append(bare(block.text))
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


def test_deductions_have_a_section_where_there_are_any_else_one_sentence(form):
    """Everything met: no section 扣分情况 and no table of zeros, and that nothing was lost is said once."""
    full, short = composed(form), composed(model_form())
    assert "".join(texts(full)).count("未扣分") == 1 and "未扣分" not in "".join(texts(short))
    headings = [[one.text for one in made.blocks if isinstance(one, Heading)] for made in (full, short)]
    assert ["扣分情况" in one for one in headings] == [False, True]
    tables = [[one.caption for one in made.blocks if isinstance(one, Table)] for made in (full, short)]
    assert [any("得分情况" in caption for caption in one) for one in tables] == [False, True]


def test_nothing_else_to_say_is_said_where_staff_had_a_place_for_it(form):
    """A form of another office that has none says nothing, and the section goes."""
    assert section(composed(form), "其他需要说明的问题").startswith("无。")
    foreign = composed(replace(form, places=(), passages=()))
    assert "其他需要说明的问题" not in [one.text for one in foreign.blocks if isinstance(one, Heading)]
    none = Passage("其他需要说明的问题", Entry("无"))
    said = replace(form, passages=(*form.passages, none))
    assert section(composed(said), "其他需要说明的问题").startswith("无。")


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


def test_the_form_stands_where_the_outline_of_its_place_has_it(form):
    def before_the_form(policy_id):
        blocks = composed(form, policy_id).blocks
        place = next(i for i, b in enumerate(blocks) if isinstance(b, Table) and "自评表" in b.caption)
        return [
            b.text
            for b in blocks[:place]
            if isinstance(b, Heading | AnnexLabel) and getattr(b, "level", 1) == 1
        ][-1]

    assert before_the_form("beijing-2020-2146") == "综合评价情况及评价结论"
    assert before_the_form("mof-2020-10") == "附件"


def test_what_fell_short_becomes_a_problem_with_its_reason_and_an_advice(form):
    document = composed(
        changed(form, "参与公众满意度", actual="=81%", reason="样本偏少，下一年度扩大调查范围")
    )
    problem = section(document, "存在的问题及原因分析")
    assert "参与公众满意度未达到目标，影响1分。样本偏少" in problem
    assert "提高参与公众满意度。下一年度扩大调查范围，使参与公众满意度达到90%以上" in section(
        document, "有关建议"
    )


def test_staffs_own_problems_follow_the_generated_ones(form):
    document = composed(changed(form, "参与公众满意度", actual="=81%", reason="样本偏少"))
    assert section(document, "存在的问题及原因分析").index("样本偏少") < section(
        document, "存在的问题及原因分析"
    ).index("创新性不足")


def test_low_spending_becomes_a_problem(form):
    total = replace(form.funding.total, spent=Entry(Decimal("8.5"), form.funding.total.spent.cell))
    document = composed(replace(form, passages=(), funding=replace(form.funding, total=total)))
    assert "预算执行率低，影响1.5分。未支出1.5万元。" in section(document, "存在的问题及原因分析")
    assert "全部支出" not in section(document, "项目概况")


def test_promise_2_a_rate_without_points_has_none_in_its_report(form):
    """Whether the project is finished is not clear, so the 执行率 has no points yet."""
    total = replace(form.funding.total, budget=Entry(Decimal(10)), spent=Entry(Decimal(9)))
    said = {"项目是否完成": Entry("大概")}
    unclear = replace(
        form, funding=replace(form.funding, total=total), project=replace(form.project, facts=said)
    )
    text = "\n".join(texts(composed(unclear, "mof-2021-101")))
    assert "预算执行率90%" in text
    assert "预算执行率90%，得" not in text


def test_promise_2_an_incomplete_form_has_no_total_in_its_report(form):
    conclusion = section(composed(changed(form, "项目数", actual=None)), "综合评价情况及评价结论")
    assert (
        "自评表中项目数的实际完成值未填写，填写后得出总分和等级，其余各项得85分（分值85分）【待补充：项目数能够计分的实际完成值】。"
        in conclusion
    )
    assert "总分" not in conclusion.replace("得出总分", "") and "等级为" not in conclusion


def test_promise_3_no_doubt_of_ours_stands_in_the_report(form):
    national = load_policy("mof-2020-10")
    noted = replace(national, identity=replace(national.identity, note="本文件未能核对原文"))
    text = "\n".join(texts(compose(form, noted, score(form, noted))))
    assert not any(word in text for word in ("未能核对", "（实践）", "（假定）", "说明："))


def test_annexes_are_listed_above_the_signature_and_the_date(form):
    blocks = composed(form).blocks
    kinds = [type(block) for block in blocks]
    at = kinds.index(Attachments)
    assert kinds[at : at + 3] == [Attachments, Signature, Signature]
    assert [bare(block.text) for block in blocks[at + 1 : at + 3]] == [
        "北京市朝阳区孙河乡人民政府",
        "【待补充：成文日期】",
    ]
    dated = replace(form, project=replace(form.project, facts={"成文日期": Entry("2025年3月15日")}))
    assert bare(composed(dated).blocks[at + 2].text) == "2025年3月15日"


def test_a_passage_replaces_or_completes_what_is_generated(form):
    assert section(composed(form), "项目过程情况").startswith("资金管理方面，预算执行率")
    own = tuple(replace(p, replaces=True) if p.section == "项目过程情况" else p for p in form.passages)
    text = section(composed(replace(form, passages=own)), "项目过程情况")
    assert text.startswith("项目财政拨款10万元足额到位") and "预算执行率" not in text


def test_a_clause_that_a_sentence_took_over_is_not_said_twice():
    document = composed(model_form())
    text = section(document, "项目概况")
    assert text.count("尾款") == 1 and "信息平台尾款62万元" not in text
    kept = replace(
        model_form(),
        passages=(Passage("资金投入和使用情况", Entry("尾款62万元因验收推迟未支付；另有奖金。")),),
    )
    assert "另有奖金。" in section(composed(kept), "项目概况")


def test_a_section_that_nobody_can_fill_says_what_belongs_there(form):
    document = composed(replace(form, passages=()))
    gaps = [text for text in texts(document) if OPEN in text]
    asked = "立项的政策文件名称和文号，要解决的问题和相关数据，批复单位、文号和日期"
    assert f"【待补充：项目背景，包括{asked}】" in gaps
    assert "项目背景" not in [one.text for one in document.blocks if isinstance(one, Heading)]
    assert [text for text in texts(composed(form)) if "参与活动" in text and OPEN in text] == [
        "1.社会效益。参与活动300人次，完成年度指标值的150%【待补充：参与活动人次超出年度指标值较多的原因】。"
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


def test_nothing_is_invented_where_the_form_is_blank(form):
    blank = replace(form.funding.total, initial_budget=Entry())
    own = replace(form, passages=(), funding=replace(form.funding, total=blank), goal=type(form.goal)())
    written = "\n".join(texts(composed(own)))
    assert "年初预算" not in written and "年度总体目标，" not in written


def test_weights_that_do_not_add_up_are_to_be_settled(form):
    document = composed(changed(form, "项目数", points=Decimal(25)))
    text = section(document, "绩效评价原则、评价指标体系、评价方法和评价标准")
    assert "组成【待核定：各项分值合计110分，总分应为100分，核定后写明各项分值并重新计分】，" in text


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
        ({"评价部门": "某县财政局"}, "评价由某县财政局组织实施"),
        ({"第三方评价机构": "某事务所"}, "评价由某县民政局组织实施，委托某事务所开展"),
        ({}, "评价由某县民政局组织实施"),
    ],
)
def test_an_evaluation_was_organised_by_whom_the_form_names(form, facts, organiser):
    known = replace(form, project=replace(form.project, supervisor=Entry("某县民政局")))
    document = composed(evaluated(known, **facts), "mof-2020-10-evaluation")
    assert section(document, "绩效评价工作过程").startswith(organiser)
    signed = [bare(block.text) for block in document.blocks if isinstance(block, Signature)]
    assert signed[0] == facts.get("评价部门", "某县民政局")


def test_an_evaluation_counts_only_what_applies_and_says_what_was_left_out(form):
    document = composed(evaluated(form), "mof-2020-10-evaluation")
    system = section(document, "绩效评价原则、评价指标体系、评价方法和评价标准")
    assert "由预算执行率、决策和产出组成，分值分别为10分、4分和82分，共96分" in system
    assert "设有评价要点的指标按符合要点的项数记分" in system
    assert "立项依据充分性评价要点2项，其中1项符合、1项不符合，得2分（分值4分）；不符合" not in system
    assert "立项依据充分性评价要点2项，其中1项符合、1项不符合，得2分（分值4分）" in section(
        document, "项目决策情况"
    )
    assert "立项依据充分性存在不足" in section(document, "存在的问题及原因分析")
    result = section(document, "总体结论")
    assert (
        "指标达到年度指标值；按评价要点评定的1项指标中，1项扣分。主要差距是立项依据充分性扣分，扣2分。"
        in result
    )
    assert "立项程序规范性不适用于本项目，分值4分未计入评分。" in section(document, "其他需要说明的问题")


def test_a_converted_total_is_said_to_be_converted(form):
    own = load_policy("mof-2020-10-evaluation")
    rule = replace(own.rules["not_applicable.method"], value="rescaled")
    policy = replace(own, rules={**own.rules, "not_applicable.method": rule})
    document = compose(evaluated(form), policy, score(evaluated(form), policy))
    result = section(document, "总体结论")
    assert "绩效评价总分97.92分（适用指标分值96分，得分折算为100分制）" in result  # 94 × 100 ÷ 96


def test_the_goals_of_an_evaluated_project_are_its_outputs_and_benefits(form):
    said = section(composed(evaluated(form), "mof-2020-10-evaluation"), "项目绩效目标")
    assert "设定三级指标1项。产出方面，实际完成率不低于100%。" in said


def test_staff_may_replace_the_generated_analysis(form):
    own = Passage("项目产出情况", Entry("活动均已完成。"), replaces=True)
    text = section(composed(replace(form, passages=(own,))), "项目产出情况")
    assert text == "活动均已完成。"


@pytest.mark.parametrize(("outline", "code"), [
    ("{{ form_in_text() }}" + "{{ form_in_text() }}" * 100, "JX604"),
    ("{{ form_in_text(1) }}", "JX603"),
    ("{{ form_in_text.__closure__ }}", "JX603"),
])  # fmt: skip
def test_promise_6_an_outline_cannot_place_tables_without_end(form, outline, code):
    policy = load_policy("mof-2020-10")
    with pytest.raises(Refusal) as refused:
        compose(form, policy, score(form, policy), outline=Outline("outline", outline))
    assert refused.value.finding.code == code


@pytest.mark.parametrize("name", outline_names())
def test_passages_stand_in_the_outline_itself_where_the_sheet_can_find_them(name):
    assert len(sections(shipped(name))) > 5
