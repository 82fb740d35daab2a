"""What the total comes to while rows are still to be settled: without them, and with none and all of their points."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import Sourced, total
from jxbook.facts.words import listed
from jxbook.form import Entry
from jxbook.scoring import percent
from jxbook.scoring.form import score_indicator
from jxbook.scoring.grade import grade
from jxbook.values import read_actual


def disputed_total(facts: Facts) -> str:
    """Behind a total of which rows are disputed, what it comes to otherwise; the grade only where it is the same. "" where
    no row is disputed or no other total can be told."""
    rows = facts.disputed_rows
    span = _span(facts, rows) if rows else None
    if span is None or facts.total is None:
        return ""
    waiting = f"；其中{listed([row.name for row in rows], what='项指标')}待核定"
    if (other := _by_the_survey(facts, rows)) is not None:
        by, points = other
        end = f"总分{points}分" if points.number != facts.total.number else "总分不变"
        return f"{waiting}，按问卷汇总的{by.percent()}计算，{end}{_graded(facts, facts.total, points)}"
    return f"{waiting}{_told(rows, *span)}{_graded(facts, *span)}"


def _by_the_survey(facts: Facts, rows: tuple[IndicatorFacts, ...]) -> tuple[Sourced, Sourced] | None:
    """The satisfaction of the questionnaire and the total by it, where nothing else is disputed: the one or the other of
    the two figures will stand."""
    survey = facts.survey
    if survey is None or survey.overall is None or len(rows) != 1 or rows[0] is not survey.row:
        return None
    row, by = rows[0], survey.overall
    entered = percent(by.number)
    again = replace(row.indicator, actual=Entry(entered), actual_value=read_actual(entered))
    earned = score_indicator(again, facts.policy, facts.year).score.earned
    if earned is None or row.earned is None or facts.total is None or facts.denial(row) is not None:
        return None
    name = f"“{row.name}”按问卷汇总计的得分"
    return by, facts.total - row.earned + Sourced(earned, name, by.where)


def _graded(facts: Facts, first: Sourced, second: Sourced) -> str:
    if not facts.grade:
        return ""
    word = grade(first.number, facts.policy)
    same = word == grade(second.number, facts.policy)
    return f"，等级均为“{word}”" if same else "，等级核定后评定"


def open_total(facts: Facts) -> str:
    """，其余各项得90分（分值90分）: behind rows that could not be scored, and no total; "" where others lack their points too."""
    rows, span = facts.open, _span(facts, facts.open)
    worth = total([row.points for row in rows if row.points is not None], "没有计分的各项分值合计")
    if span is None or worth is None:
        return ""
    return f"，其余各项得{span[0]}分（分值{facts.points_together - worth}分）"


def _told(rows: tuple[IndicatorFacts, ...], low: Sourced, high: Sourced) -> str:
    which = "该项" if len(rows) == 1 else "待核定各项"
    return f"，其余各项得{low}分，{which}按不得分、得满分计算，总分分别为{low}分、{high}分"


def _span(facts: Facts, rows: tuple[IndicatorFacts, ...]) -> tuple[Sourced, Sourced] | None:
    """The total without these rows, and with all of their points; None where nobody knows it."""
    others = [row for row in facts.rows if all(row is not one for one in rows)]
    if facts.source != "computed" or facts.dropped or facts.scoring.converted or facts.unbalanced:
        return None
    if any(row.earned is None for row in others) or any(row.points is None for row in rows):
        return None
    if facts.funds.counts and facts.funds.earned is None:
        return None
    parts = [row.earned for row in others if row.earned is not None]
    parts += [facts.funds.earned] if facts.funds.earned is not None else []
    low = total(parts, "其余各项得分合计")
    worth = total([row.points for row in rows if row.points is not None], "待核定各项分值合计")
    return None if low is None or worth is None else (low, low + worth)
