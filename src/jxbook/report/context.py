"""What an outline may use, by name.

Texts are as they are to be read, "" where there is nothing to say; a name that is not listed is an error (JX603).

year · project (.name .code .supervisor .implementer .kind .begins .ends) · fact(label): a line of the head or of
基本信息 · policy (.title .number .note .parent) · goal, goals (.expected .achieved .weight) · boxes {label: text}
funds (.known .scored .unit .points .earned .rate .initial .budget .spent .adjusted .increased .adjustment .left
.overrun .all_spent .sources[.label .budget .spent])
rows, and of them qualitative, reached, short, open (.level1 .level2 .name .target .actual .points .earned .reason
.part .goal .met .miss .compared .completion .scored .score_words .judgement .reviewers .analysis); `compared` is
False for rows scored by 评价要点, whose target and actual are counts of these
weights (.name .points .earned) · parts (.name .rows .weights): 决策, 过程, 产出, 效益, those that have rows
source: scoring.source · scored: rows have points · department: 部门评价 or 财政评价 · external (None or .agency .score
.grade .scale) · total, grade, complete, total_points, dropped_points (of rows that do
not apply; not in total_points), unbalanced, converted (to full_points, because rows do not apply), bands · problems, advice, unofficial · blank
form_title: the printed name of the 自评表 · full_points: what all 分值 should come to
survey (.sent .returned .rate .method .overall .questions[.text .total .satisfaction]) · costs (.items .unit .planned
.actual .saved .exceeded .rate) · subprojects (.items .unit .count .budget .spent .done .kinds[.name .count .budget
.spent]): None where nothing is recorded · interviews (.when .people .topic .view) · evidence (.name .kind .indicator
.present .file) · key_points (.indicator .text .verdict .note) · reviews (.indicator .scores .mean): empty then
passage(section, hint): with {% call %}, what was generated and what staff wrote; it stands in the outline itself, not
in a macro, because the rows of 报告素材 are read from there · said(section)
self_evaluation_table() score_table() survey_table() survey_chart() interview_table() cost_table()
subproject_table() evidence_table() key_point_table() review_table(): nothing where there is nothing to show
"""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.form import Form
from jxbook.policy import Policy
from jxbook.report.facts.costs import costs_facts, subprojects_facts
from jxbook.report.facts.money import funds_facts
from jxbook.report.facts.papers import evidence, interviews, key_points, reviews
from jxbook.report.facts.problems import advice, problems
from jxbook.report.facts.project import boxes, external_facts, fact_of, goals, policy_facts, project_facts
from jxbook.report.facts.rows import NOT_JUDGED, judged, row_facts
from jxbook.report.facts.sums import (
    bands,
    dropped_points,
    parts,
    points_together,
    unofficial_bases,
    weights,
)
from jxbook.report.facts.survey import survey_facts
from jxbook.report.facts.words import OPEN
from jxbook.scoring import Scoring, State
from jxbook.values import fold, plain


def facts_of(form: Form, policy: Policy, scoring: Scoring) -> Mapping[str, object]:
    """Everything above but `passage` and the tables and charts."""
    return _form_facts(form, policy) | _score_facts(form, policy, scoring) | _record_facts(form, policy)


def _form_facts(form: Form, policy: Policy) -> dict[str, object]:
    every_goal = goals(form)
    return {
        "year": form.year or "    ",
        "project": project_facts(form),
        "fact": fact_of(form),
        "policy": policy_facts(policy),
        "form_title": policy.word("layout.title"),
        "department": policy.word("evaluation.kind") == "department",
        "goal": every_goal[0],
        "goals": every_goal,
        "boxes": boxes(form),
        "external": external_facts(form),
        "blank": OPEN,
        "said": lambda section: any(one.section == section and not one.text.none for one in form.passages),
    }


def _score_facts(form: Form, policy: Policy, scoring: Scoring) -> dict[str, object]:
    source = policy.word("scoring.source")
    scored = not policy.pointless
    funds = funds_facts(form, scoring, scored=scored)
    said = judged(form)
    rows = tuple(
        row_facts(row, policy, said.get(fold(row.indicator.name.text), NOT_JUDGED))
        for row in scoring.indicators
    )
    applying = tuple(row for row in rows if row.state is not State.NOT_APPLICABLE)
    sums = weights(scoring)
    dropped = dropped_points(scoring)
    points = points_together(scoring) - dropped
    return {
        "source": source,
        "scored": scored,
        "funds": funds,
        "rows": applying,
        "qualitative": tuple(row for row in applying if row.qualitative and not row.judgement),
        "reached": tuple(row for row in applying if row.state is State.SCORED and row.met),
        "short": tuple(row for row in applying if row.state is State.SCORED and not row.met),
        "open": tuple(row for row in applying if row.state is not State.SCORED),
        "weights": sums,
        "parts": parts(policy, applying, sums),
        "total_points": plain(points),
        "full_points": plain(policy.number("weights.total")),
        "dropped_points": plain(dropped) if dropped else "",
        "unbalanced": points != policy.number("weights.total"),
        "converted": scoring.converted,
        "complete": scoring.total is not None,
        "total": "" if scoring.total is None else plain(scoring.total),
        "grade": scoring.grade or "",
        "bands": bands(policy),
        "problems": problems(scoring, rows, funds),
        "advice": advice(scoring, rows),
        "unofficial": unofficial_bases(scoring),
    }


def _record_facts(form: Form, policy: Policy) -> dict[str, object]:
    records = form.records
    return {
        "survey": survey_facts(records.survey),
        "interviews": interviews(records),
        "costs": costs_facts(form),
        "subprojects": subprojects_facts(form),
        "evidence": evidence(records),
        "key_points": key_points(records),
        "reviews": reviews(form, policy),
    }
