"""What holds of every report: of each sample, by each policy, of the model, and of a form with nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from forms import form_in, model_form
from jxbook.document.blocks import AnnexLabel, Chart, Document, Heading, Paragraph, Subtitle, Table, Title
from jxbook.document.marks import bare, parted
from jxbook.document.texts import texts_of
from jxbook.facts.everything import facts_of
from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project
from jxbook.policy import load_policy, policy_ids
from jxbook.prose import sentences
from jxbook.report import compose
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score
from jxbook.slip.gaps import gaps_of

FORBIDDEN = """
    ，年度指标值为 ：年度指标值为 实际完成值为 偏差原因分析及改进措施： 没有填写 未能核对 照录 程序照 本程序 系统自动 系统生成 软件 （实践） （假定） XX
    不计分 暂不能 尚未填写 不能比较 加强管理。 提高认识 并据实核定下一年度指标值 None {{ }} %}
""".split()
"""Words of a program, of a label, or of nothing; none may stand in the text of a report."""
LONGEST = 80


def blank_form(policy_id: str) -> Form:
    return Form("自评表", None, policy_id, Project(), Funding(FundingRow("年度资金总额")), Goal(), ())


FORMS = {
    **{name: load_sample(name).form for name in sample_names()},
    "model": model_form(),
    **{name: form_in(name) for name in ("construction", "training", "subsidy")},
}
CASES = [(name, policy) for name in FORMS for policy in (FORMS[name].policy_id, *policy_ids())]
OWN = [(name, FORMS[name].policy_id) for name in FORMS]


def composed(form: Form, policy_id: str) -> Document:
    policy = load_policy(policy_id)
    return compose(form, policy, score(form, policy))


def body(document: Document) -> Iterator[str]:
    """The paragraphs of the text, without annexes."""
    for block in document.blocks:
        if isinstance(block, AnnexLabel):
            return
        if isinstance(block, Paragraph):
            yield bare(block.text)


def generated(document: Document, form: Form) -> str:
    """The text without what staff wrote themselves."""
    own = [one.text.text for one in form.passages]
    own += [text for goal in form.goals for text in (goal.expected.text, goal.achieved.text)]
    lines = {line.strip().rstrip("。") for text in own for line in text.split("\n")}
    return "\n".join(text for text in body(document) if text.strip().rstrip("。") not in lines)


@pytest.mark.parametrize(("name", "policy"), sorted(set(CASES)))
def test_no_word_of_a_program_or_of_a_label_stands_in_a_report(name: str, policy: str) -> None:
    text = generated(composed(FORMS[name], policy), FORMS[name])
    assert [word for word in FORBIDDEN if word in text] == []


@pytest.mark.parametrize("policy", policy_ids())
def test_nor_in_the_report_of_a_form_with_nothing_in_it(policy: str) -> None:
    text = "\n".join(body(composed(blank_form(policy), policy)))
    assert [word for word in FORBIDDEN if word in text] == []
    assert "【待补充：" in text


@pytest.mark.parametrize(("name", "policy"), sorted(set(CASES)))
def test_signs_are_put_into_words(name: str, policy: str) -> None:
    text = re.sub("【[^】]*】", "", generated(composed(FORMS[name], policy), FORMS[name]))
    assert not re.search("[≥≤=＝]", text)


@pytest.mark.parametrize(("name", "policy"), sorted(set(CASES)))
def test_no_generated_sentence_is_longer_than_a_breath(name: str, policy: str) -> None:
    text = generated(composed(FORMS[name], policy), FORMS[name])
    long = [one.text for one in sentences(re.sub("【[^】]*】", "", text)) if len(one.text) > LONGEST]
    assert [one for one in long if not _is_list(one)] == []


def _is_list(sentence: str) -> bool:
    """A sentence that lists: indicators with what they came to, sources, weights, rules with their documents."""
    return max(sentence.count("、"), sentence.count("，")) >= 3 or "《" in sentence


@pytest.mark.parametrize(("name", "policy"), sorted(set(CASES)))
def test_no_sentence_is_torn(name: str, policy: str) -> None:
    for text in body(composed(FORMS[name], policy)):
        assert not re.search(
            r"，[。，；、]|。[。，；]|：[。，；]|；[。；，]|^[，。；、]|、[，。；]|（）|[为占于]。", text
        ), text
        assert not re.search("[\ue000-\ue00f]", text), text


@pytest.mark.parametrize("name", FORMS)
def test_less_than_a_fifth_of_five_and_six_repeats_four(name: str) -> None:
    parts: dict[str, list[str]] = {"四": [], "五": [], "六": []}
    inside = ""
    document = composed(FORMS[name], FORMS[name].policy_id)
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.number[0]
        elif isinstance(block, Paragraph) and inside in parts:
            parts[inside].append(bare(block.text))
    four, rest = "\n".join(parts["四"]), "\n".join((*parts["五"], *parts["六"]))
    repeated = set()
    for at in range(len(rest) - 11):
        if "\n" not in rest[at : at + 12] and rest[at : at + 12] in four:
            repeated.update(range(at, at + 12))
    assert len(repeated) < 0.2 * max(len(rest), 1), len(repeated) / len(rest)


# Every figure has its source


_GENERATED = re.compile(r"^(?:\d+\.|（\d+）)(?=[^\d])|表\d+|图\d+|附件\d+|^\d+$")
"""Numbers that are counted, not stated: of a paragraph, a table, a chart, an annex, a row."""


@pytest.mark.parametrize(("name", "policy"), sorted({*OWN, *(("model", one) for one in policy_ids())}))
def test_every_figure_of_a_report_carries_its_source(name: str, policy: str) -> None:
    assert loose_figures(composed(FORMS[name], policy)) == []


def loose_figures(document: Document) -> list[str]:
    """The figures without a source, each with the words around it."""
    found = []
    for block in document.blocks:
        for text in () if isinstance(block, Chart) else texts_of(block):
            first, figures = parted(re.sub("【[^】]*】", "", text))
            without = first + "".join(behind for *_, behind in figures)
            found += re.findall(r".{0,8}\d+.{0,4}", _GENERATED.sub("", without))
    return found


def test_also_where_names_and_words_hold_figures() -> None:
    """第2小学, 2024版办法: whatever staff call a thing, its figures are known by their cells."""
    form = FORMS["model"]
    rows = tuple(replace(one, name=Entry(f"第2批{one.name.text}")) for one in form.indicators)
    worded = Indicator.read(
        *map(
            Entry,
            ("效益指标", "社会效益指标", "评级", "达到3A级水平", "2A级", Decimal(10), None, "第3批未评"),
        )
    )
    tasks = tuple(replace(one, name=Entry(f"{one.name.text}2期")) for one in form.records.subprojects)
    questions = tuple(
        replace(one, text=Entry(f"您对3号{n}楼是否满意"))
        for n, one in enumerate(form.records.survey.questions)
    )
    survey = replace(form.records.survey, questions=questions)
    records = replace(form.records, subprojects=tasks, survey=survey)
    odd = replace(form, indicators=(*rows, worded), records=records)
    assert loose_figures(composed(odd, "mof-2020-10")) == []


@pytest.mark.parametrize("name", FORMS)
def test_the_markers_that_are_counted_are_those_that_stand_there(name: str) -> None:
    document = composed(FORMS[name], FORMS[name].policy_id)
    written = "".join(bare(text) for block in document.blocks for text in texts_of(block))
    assert len(gaps_of(document)) == written.count("【待补充：") + written.count("【待核定：")
    assert "【待补充】" not in written
    tables = "".join(
        bare(t) for block in document.blocks if isinstance(block, Table) for t in texts_of(block)
    )
    assert "【待" not in tables


def test_the_title_of_a_project_that_names_its_year_names_it_once() -> None:
    blocks = composed(FORMS["model"], "mof-2020-10").blocks
    title = next(bare(block.text) for block in blocks if isinstance(block, Title))
    assert title == "2024年社区居家养老服务能力提升项目\n绩效评价报告"
    assert not any(isinstance(block, Subtitle) and "年度" in block.text for block in blocks[:3])
    form = replace(
        FORMS["model"], project=replace(FORMS["model"].project, name=FORMS["sunhe-2024"].project.name)
    )
    title = next(bare(b.text) for b in composed(form, "mof-2020-10").blocks if isinstance(b, Title))
    assert title == "2024年度朝阳区社会组织参与社会治理项目\n绩效评价报告"


@pytest.mark.parametrize("policy", policy_ids())
def test_tables_are_numbered_in_order_and_each_is_mentioned(policy: str) -> None:
    document = composed(FORMS["model"], policy)
    labels = [block.label for block in document.blocks if isinstance(block, Table | Chart) and block.label]
    tables = [label for label in labels if label.startswith("表")]
    assert tables == [f"表{n}" for n in range(1, len(tables) + 1)]
    text = "\n".join(body(document))
    assert [label for label in labels if label not in text] == []
    annexes = [block.text for block in document.blocks if isinstance(block, AnnexLabel)]
    assert annexes in (["附件"], [f"附件{n}" for n in range(1, len(annexes) + 1)], [])


@pytest.mark.parametrize(("name", "policy"), sorted(set(OWN)))
def test_what_was_lost_adds_up_wherever_it_is_said(name: str, policy: str) -> None:
    form, rules = FORMS[name], load_policy(policy)
    facts = facts_of(form, rules, score(form, rules))
    if facts.total is None or facts.source != "computed":
        return
    missing = rules.number("weights.total") - facts.total.number
    assert sum(one.lost.number for one in facts.losses) == missing
    assert sum(one.lost.number for one in facts.problems if one.lost) == missing
