"""Total and grade, as they were reckoned or given, and what is asked for where there are none."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.document.marks import bare, quoted
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import count, place_of, total
from jxbook.facts.words import listed, marker, to_settle
from jxbook.report.refs import see
from jxbook.report.sentences.money_spent import cell
from jxbook.report.sentences.scales import evaluators_scale, own_scale, points_not_given
from jxbook.report.sentences.unsettled import disputed_total, open_total
from jxbook.values import plain

_MOST_NAMED, _MOST_QUOTED, _QUOTES = 3, 20, "“”"


def score(facts: Facts) -> str:
    """Total and grade; what an evaluator gave is said to be his; without scores nothing is said of any."""
    if facts.source == "none":
        return ""
    if facts.source == "total":
        return _stated(facts)
    if facts.total is None:
        return _unfinished(facts)
    range_ = disputed_total(facts)
    grade = f"{own_scale(facts)}，等级为“{facts.grade}”" if facts.grade else ""
    converted = ""
    if facts.scoring.converted:
        full = quoted(plain(facts.policy.number("weights.total")), "评价政策的总分", facts.policy.called)
        converted = f"（适用指标分值{facts.points_together}分，得分折算为{full}分制）"
    elif facts.unbalanced and not facts.grade:
        full = quoted(plain(facts.policy.number("weights.total")), "评价政策的总分", facts.policy.called)
        converted = f"（各项分值合计{facts.points_together}分，核定为{full}分后重新计分并评定等级）"
    given = see("score_table", "，各项指标得分见{}") if facts.source == "rows" else ""
    if range_:
        head = f"按自评表填报计算，{facts.what}绩效评价总分{facts.total}分"
        return f"{head}{range_}{_values_asked(facts)}"
    return f"{facts.what}绩效评价总分{facts.total}分{converted}{grade}{_by_part(facts)}{given}{_values_asked(facts)}"


def _by_part(facts: Facts) -> str:
    """，其中产出指标得40分、效益指标得20分, where each row was given its points and nobody says out of how many."""
    if facts.source != "rows" or any(row.points is not None or row.earned is None for row in facts.rows):
        return ""
    names = list(dict.fromkeys(row.level1 for row in facts.rows))
    if len(names) < 2:
        return ""
    parts = (
        (
            name,
            total((row.earned for row in facts.rows if row.level1 == name and row.earned), f"{name}得分合计"),
        )
        for name in names
    )
    return f"，其中{'、'.join(f'{name}得{points}分' for name, points in parts if points is not None)}"


def _values_asked(facts: Facts) -> str:
    """What the points stand on, where rows have nothing but them."""
    bare_rows = [
        row for row in facts.rows if row.earned is not None and not (row.has_target or row.has_actual)
    ]
    if facts.source != "rows" or not bare_rows or any(row.judged.points for row in bare_rows):
        return ""
    names = listed([row.name for row in bare_rows])
    return marker(f"{names}的分值、年度指标值和实际完成值", "自评表“年度指标值”“实际完成值”")


def _not_scored(rows: tuple[IndicatorFacts, ...], aimless: list[IndicatorFacts]) -> str:
    """修路的实际完成值未填写，植树的实际完成值填为“已完成”，不能与年度指标值比较: what stands in the cells, of a few rows."""
    empty = [row for row in rows if not row.has_actual]
    filled = [row for row in rows if row.has_actual and row.has_target]
    if len(rows) > _MOST_NAMED:
        kinds = ("未填写" if empty or aimless else "", _wanting(filled) if filled else "")
        what = "年度指标值或实际完成值" if aimless else "实际完成值"
        number = count(len(rows), "没有计分的指标项数")
        return f"{_all_of(rows[:_MOST_NAMED])}等{number}项指标的{what}{'或'.join(filter(None, kinds))}"
    said = [f"{_all_of(aimless)}的年度指标值未填写"] if aimless else []
    said += [f"{_all_of(empty)}的实际完成值未填写"] if empty else []
    said += [f"{_all_of(filled)}的实际完成值{_filled(filled)}，{_wanting(filled)}"] if filled else []
    return "，".join(said)


def _all_of(rows: Iterable[IndicatorFacts]) -> str:
    return "、".join(row.name for row in rows)


def _wanting(rows: list[IndicatorFacts]) -> str:
    """Why what is filled in earns no points: words that are no tier, or what cannot be held against its target."""
    return "未写明达成年度指标的档次" if all(row.worded for row in rows) else "不能与年度指标值比较"


def _filled(rows: list[IndicatorFacts]) -> str:
    if any(len(bare(row.actual)) > _MOST_QUOTED for row in rows):
        return "为文字说明"
    return f"{'分别' if len(rows) > 1 else ''}填为{''.join(f'“{row.actual.strip(_QUOTES)}”' for row in rows)}"


def _stated(facts: Facts) -> str:
    found = facts.external
    if found is None or not found.score:
        labels = "第三方评价得分、第三方评价等级"
        return marker("评价总分和等级", f"基本信息“{labels}”")
    by = (
        f"经{found.agency}评价，{facts.what}得{found.score}分"
        if found.agency
        else f"{facts.what}绩效自评得{found.score}分"
    )
    said = f"{by}，等级为“{found.grade}”{evaluators_scale(facts)}" if found.grade else by
    return f"{said}{points_not_given(facts)}"


def _unfinished(facts: Facts) -> str:
    rows = facts.open
    if rows:
        aimless = [row for row in rows if row.has_actual and not row.has_target]
        cells = (place_of(row.indicator.target if row in aimless else row.indicator.actual) for row in rows)
        label, what = ("年度指标值", "的") if len(aimless) == len(rows) else ("实际完成值", "能够计分的")
        names = f"{listed([row.name for row in rows])}{'指标' if len(rows) > _MOST_NAMED else ''}"
        asked = marker(f"{names}{what}{label}", "、".join(filter(None, cells)) or f"自评表“{label}”")
        then = "核定" if any(row.has_actual and row.has_target for row in rows) else "填写"
        return f"自评表中{_not_scored(rows, aimless)}，{then}后得出总分和等级{open_total(facts)}{asked}"
    whole = facts.funds.whole
    if facts.funds.doubtful:
        where = "、".join(one.where for one in (whole.budget, whole.spent) if one is not None and one.where)
        return to_settle("全年执行数大于全年预算数，核定后得出总分和等级", where)
    money = (("全年预算数", "budget", whole.budget), ("全年执行数", "spent", whole.spent))
    empty = [(label, cell(facts, column)) for label, column, amount in money if amount is None]
    if not facts.rows:
        empty.append(("各项三级指标", "自评表"))
    elif any(row.points is None for row in facts.rows):
        empty.append(("各项指标的分值", "自评表“分值”"))
    what = "、".join(label for label, _ in empty) or "各项指标的得分"
    return marker(f"{what}，填写后得出总分和等级", "、".join(place for _, place in empty) or "自评表“得分”")
