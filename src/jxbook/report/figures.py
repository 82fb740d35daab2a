"""The tables, charts and annexes that an outline can place, by the name it calls them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.document.blocks import Block
from jxbook.facts.everything import Facts
from jxbook.report.tables import analysis as of
from jxbook.report.tables import records
from jxbook.report.tables.indicators import score_table
from jxbook.report.tables.self_evaluation import form_tables

Built = Block | tuple[Block, ...] | None


def figures(facts: Facts) -> Mapping[str, Callable[[], Built]]:
    """Name → what builds its block, only when it is called; None where there is nothing to show."""
    return {
        "task_table": lambda: of.task_table(facts),
        "score_summary": lambda: of.score_summary(facts),
        "loss_table": lambda: of.loss_table(facts),
        "cost_table": lambda: of.cost_table(facts),
        "survey_chart": lambda: records.survey_chart(facts.survey),
        "form_in_text": lambda: form_tables(facts),
        "form_annex": lambda: form_tables(facts),
        "survey_annex": lambda: records.survey_table(facts.survey),
        "evidence_annex": lambda: records.evidence_table(facts.evidence),
        "score_annex": lambda: score_table(facts),
        "key_point_annex": lambda: records.key_point_table(facts),
        "review_annex": lambda: records.review_table(facts),
    }
