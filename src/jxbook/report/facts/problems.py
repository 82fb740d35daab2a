"""What fell short, and the advice that follows from it."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.report.facts.money import FundsFacts
from jxbook.report.facts.rows import RowFacts
from jxbook.report.facts.words import OPEN
from jxbook.report.markup import sentence
from jxbook.scoring import Scoring, State
from jxbook.scoring.funds import rate_too_low
from jxbook.scoring.over_fulfilment import far_beyond
from jxbook.values import plain


def problems(scoring: Scoring, rows: tuple[RowFacts, ...], funds: FundsFacts) -> tuple[str, ...]:
    """What fell short of its target, went far beyond it, or was not spent, in the order of the form."""
    found = []
    if rate_too_low(scoring.execution, scoring.policy):
        least = plain(scoring.policy.number("execution.reason_below"))
        found.append(f"预算执行率为{funds.rate}，低于{least}%，尚有{funds.left}{funds.unit}未支出。")
    for row, beyond in _notable(scoring, rows):
        found.append(_beyond(row, beyond) if beyond else _short(row))
    return tuple(found)


def _said(row: RowFacts) -> str:
    ratio = f"，完成率{row.completion}" if row.completion else ""
    return f"年度指标值为{row.target}，实际完成值为{row.actual}{ratio}"


def _beyond(row: RowFacts, way: str) -> str:
    wrong = "偏低" if way == "超出" else "偏高"
    reason = f"原因说明：{sentence(row.reason)}" if row.reason else f"原因及年初指标值是否{wrong}：{OPEN}。"
    return f"{row.name}{way}年度指标值较多：{_said(row)}。{reason}"


def _short(row: RowFacts) -> str:
    reason = f"原因及改进措施：{sentence(row.reason)}" if row.reason else f"原因及改进措施：{OPEN}。"
    score = f"，{row.score_words}" if row.scored else ""
    if row.compared:
        return f"{row.name}{row.miss}：{_said(row)}{score}。{reason}"
    said = "，".join(part for part in (row.judgement, row.score_words) if part)
    return f"{row.name}存在扣分：{said}。{reason}"


def advice(scoring: Scoring, rows: tuple[RowFacts, ...]) -> tuple[str, ...]:
    """What follows from the problems, each kind of advice once."""
    given = []
    if rate_too_low(scoring.execution, scoring.policy):
        given.append("加强预算编制与项目进度的衔接，按计划加快支出，结转资金及时安排使用或交回。")
    notable = _notable(scoring, rows)
    short = [row for row, beyond in notable if not beyond and row.compared]
    for names, text in (
        (_names(row for row in short if row.reason), "，落实表中所列改进措施，明确责任和时限"),
        (_names(row for row in short if not row.reason), "，查明原因，制定改进措施"),
    ):
        if names:
            given.append(f"针对{names}没有完成年度指标值的情况{text}，并据实核定下一年度指标值。")
    if names := _names(row for row, beyond in notable if not beyond and not row.compared):
        given.append(f"针对{names}评价中指出的不足，逐项制定整改措施，明确责任和时限。")
    if names := _names(row for row, beyond in notable if beyond):
        given.append(f"编制下一年度绩效目标时，结合{names}以往的完成情况合理确定指标值。")
    return tuple(given)


def _notable(scoring: Scoring, rows: tuple[RowFacts, ...]) -> list[tuple[RowFacts, str]]:
    """The scored rows that fell short (""), and those that went too far beyond: 超出 or, under a limit, 低于."""
    found = []
    for scored, row in zip(scoring.indicators, rows, strict=True):
        score = scored.score
        if row.state is not State.SCORED:
            continue
        if not row.met:
            found.append((row, ""))
        elif far_beyond(scored.indicator.target_value, score, scoring.policy):
            found.append((row, "超出" if score.deviation is not None and score.deviation > 0 else "低于"))
    return found


def _names(rows: Iterable[RowFacts]) -> str:
    """The names of indicators in a sentence, three of them at the most."""
    names = [row.name for row in rows]
    return "、".join(names[:3]) + (f"等{len(names)}项指标" if len(names) > 3 else "")
