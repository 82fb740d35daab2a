"""The tables, charts and annexes that an outline can place, by the name it calls them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.document.blocks import Block
from jxbook.facts.everything import Facts
from jxbook.report.tables import analysis as of
from jxbook.report.tables import records
from jxbook.report.tables.indicators import score_table
from jxbook.report.tables.ledger import loss_table
from jxbook.report.tables.self_evaluation import form_tables

Built = Block | tuple[Block, ...] | None

FIGURES: Mapping[str, tuple[str, Callable[[Facts], Built]]] = {
    "task_table": ("子项目表", of.task_table),
    "score_summary": ("得分汇总表", of.score_summary),
    "loss_table": ("扣分表", loss_table),
    "cost_table": ("成本效益表", of.cost_table),
    "survey_chart": ("满意度图", lambda facts: records.survey_chart(facts.survey)),
    "form_in_text": ("自评表，放在正文中", form_tables),
    "form_annex": ("自评表", form_tables),
    "survey_annex": ("满意度调查结果", lambda facts: records.survey_table(facts.survey)),
    "evidence_annex": ("佐证材料清单", lambda facts: records.evidence_table(facts.evidence)),
    "score_annex": ("指标评分表", score_table),
    "key_point_annex": ("评价要点评定表", records.key_point_table),
    "review_annex": ("评委评分表", records.review_table),
}
"""Name → what it is, and what builds its block, only when it is called; None where there is nothing to show."""
ANNEXES = tuple(name for name in FIGURES if name.endswith("_annex"))
"""What an outline may place as an annex, each on a page of its own."""
