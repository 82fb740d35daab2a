"""The tables and charts that an outline can place, by the name it calls them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.form import Form
from jxbook.report.document import Block, Chart, PageBreak, Table
from jxbook.report.facts.costs import costs_facts, subprojects_facts
from jxbook.report.facts.papers import evidence, interviews, key_points, reviews
from jxbook.report.facts.survey import survey_facts
from jxbook.report.tables import records as of
from jxbook.report.tables.indicators import score_table
from jxbook.report.tables.self_evaluation import self_evaluation_table
from jxbook.scoring import Scoring

Builder = Callable[[], tuple[Block, ...]]


def figures(form: Form, scoring: Scoring) -> Mapping[str, Builder]:
    """Name → what builds its blocks, only when it is called; no block where there is nothing to show."""
    records = form.records
    figures: Mapping[str, Callable[[], Table | Chart | None]] = {
        "score_table": lambda: score_table(form, scoring),
        "survey_table": lambda: of.survey_table(survey_facts(records.survey)),
        "survey_chart": lambda: of.survey_chart(survey_facts(records.survey)),
        "interview_table": lambda: of.interview_table(interviews(records)),
        "cost_table": lambda: of.cost_table(costs_facts(form)),
        "subproject_table": lambda: of.subproject_table(subprojects_facts(form)),
        "evidence_table": lambda: of.evidence_table(evidence(records)),
        "key_point_table": lambda: of.key_point_table(key_points(records)),
        "review_table": lambda: of.review_table(reviews(form, scoring.policy)),
    }
    return {
        "self_evaluation_table": lambda: (PageBreak(), self_evaluation_table(form, scoring)),
        **{name: _alone(build) for name, build in figures.items()},
    }


def _alone(build: Callable[[], Table | Chart | None]) -> Builder:
    def blocks() -> tuple[Block, ...]:
        block = build()
        return () if block is None else (block,)

    return blocks
