"""By which thresholds a grade was given, where they are not the national ones, and what an evaluator left unsaid: once."""

from __future__ import annotations

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import cited_documents
from jxbook.facts.sourced import place_of
from jxbook.facts.words import marker, one_line, unstopped
from jxbook.form import NO_ENTRY
from jxbook.form.facts import EXTERNAL_SCALE
from jxbook.pattern import pattern
from jxbook.policy import DEFAULT_POLICY, Mark, shipped_policy
from jxbook.scoring.grade import band, grade, short_grade

_POINTS_LOST = pattern(r"扣[^，。；]{0,8}\d|失分")


def own_scale(facts: Facts) -> str:
    """，按《某市办法》（某财〔2023〕5号）85分（含）以上为优的标准; "" where the thresholds are the national ones."""
    policy = facts.policy
    rule, bands = policy.rule("grades.bands"), policy.values("grades.bands")
    if bands == shipped_policy(DEFAULT_POLICY).values("grades.bands"):
        return ""
    turn = next((at for at, (_, word) in enumerate(bands) if word == facts.grade), None)
    if turn is None:
        return ""
    documents = (
        f"《{one.title}》（{one.number}）" for one in cited_documents(policy) if one.id == rule.source
    )
    by = next(documents, "") if rule.mark is Mark.OFFICIAL else ""
    return quoted(f"，按{by}{band(bands, turn)}为{bands[turn][1]}的标准", "评价政策的等级", policy.called)


def evaluators_scale(facts: Facts) -> str:
    """The scale of an evaluator whose grade is not the national one for his points: as the form says it, else asked for."""
    found, total = facts.external, facts.scoring.total
    if found is None or total is None:
        return ""
    if short_grade(found.grade) == grade(total, shipped_policy(DEFAULT_POLICY)):
        return ""
    stated = facts.form.project.facts.get(EXTERNAL_SCALE, NO_ENTRY)
    text = unstopped(one_line(stated))
    if any(map(str.isdigit, text)):
        return f"（{quoted(text.strip('（）()'), EXTERNAL_SCALE, place_of(stated))}）"
    return marker("评价方划分等级的分数线", place_of(stated) or f"基本信息“{EXTERNAL_SCALE}”")


def points_not_given(facts: Facts) -> str:
    """Where the points went that an evaluator did not give is asked for, unless a passage tells of points lost."""
    given, full = facts.scoring.total, facts.policy.number("weights.total")
    if facts.source != "total" or facts.scored or given is None or given >= full:
        return ""
    if any(_POINTS_LOST.search(one.text.text) for one in facts.form.passages):
        return ""
    whose = "评价机构的" if facts.external is not None and facts.external.agency else ""
    section = next(
        (one.section for one in facts.form.places if "结论" in one.section or "评价结果" in one.section),
        "综合评价情况及评价结论",
    )
    return marker(f"{whose}扣分指标、扣分值及原因", facts.passage_place(section))


def values_not_given(facts: Facts) -> str:
    """What a total stands on is asked for, where the form has no indicator at all."""
    if facts.source != "total" or facts.rows or facts.scoring.total is None:
        return ""
    return marker("各项指标的分值、年度指标值、实际完成值和得分", "自评表“绩效指标”")
