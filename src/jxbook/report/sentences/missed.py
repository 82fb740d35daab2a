"""Rows that missed their targets: the result, and the gap in its own measure; the cause is told among the problems, once."""

from __future__ import annotations

from jxbook.document.marks import mark
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import place_of
from jxbook.pattern import pattern
from jxbook.report.sentences.changes import changes
from jxbook.report.sentences.grounds import grounds
from jxbook.report.sentences.judged import judged
from jxbook.report.sentences.naming import (
    asked_for,
    happens,
    not_reached,
    percent_of,
    result,
    subject,
    target,
)
from jxbook.scoring import half_up
from jxbook.values import Kind, Tier, plain

_NOT_BEGUN = pattern(r"(?:未|没有?)(?:能)?(?:实施|启动|开工|开展|开始|动工|立项|招标|采购)|取消|暂缓")


def missed_told(row: IndicatorFacts, facts: Facts) -> str:
    """A missed row: result and gap against the target."""
    if not row.compared:
        return judged(row)
    if row.worded:
        return _missed_words(row, facts)
    if befallen(row):
        return f"发生{result(row)}，没有实现零发生"
    said = gap(row)
    if not said:
        return f"{result(row)}，未达到年度指标值{target(row)}"
    if changes(row):  # 少2.7个百分点 would read as fewer complaints
        return f"{result(row)}，与年度指标值{target(row)}相差{apart_in(row)}"
    if nothing_done(row):
        if row.part == "效益":
            return f"{subject(row)}目标{target(row)}没有实现"
        return f"{subject(row).removeprefix('完成')}{target(row)}均{_not_done(row)}"
    text = f"{result(row)}，比年度指标值{target(row)}{said}"
    if row.limit and row.gap is not None and row.low is not None and row.low.number and not row.percent:
        text += f"，超出{(abs(row.gap) / row.low).percent()}"
    elif (
        row.completion is not None and not row.percent and not row.timed and not row.slight and not row.limit
    ):
        text += f"，完成{percent_of(row.completion, row)}"
    return text


def befallen(row: IndicatorFacts) -> bool:
    """Did something happen that was not to happen at all: 安全事故, of which the target is none?"""
    return row.missed and row.limit and happens(row) and row.low is not None and not row.low.number


def nothing_done(row: IndicatorFacts) -> bool:
    """Is it a count of things of which none came to be?"""
    return row.missed and row.value is not None and not (row.value.number or row.percent or row.limit)


def _not_done(row: IndicatorFacts) -> str:
    """未实施 of what staff say was not begun; of other works nobody knows more than that none is finished."""
    return "未实施" if not_begun(row) else "未完成"


def not_begun(row: IndicatorFacts) -> bool:
    """Do staff say of a count of which none came to be that it was not begun: 暂未实施?"""
    return nothing_done(row) and bool(_NOT_BEGUN.search(row.reason.cause))


def _missed_words(row: IndicatorFacts, facts: Facts) -> str:
    if row.aim.kind is Kind.YES_NO:
        return missed_yes(row)
    lack = not_reached(row)
    if row.tier is Tier.PARTIAL and row.completion is not None:
        names = f"“{row.name}”完成程度"
        share = mark(f"{plain(half_up(row.completion * 100, 2))}%", names, place_of(row.indicator.actual))
        reached = f"达成{share}" if row.indicator.actual_value.ratio is not None else f"按分值的{share}记分"
        said = f"{row.name}评定为“部分达成年度指标并具有一定效果”，{reached}，{lack.removeprefix(row.name)}"
        return f"{said}{grounds(row, facts)}"
    return f"{lack}{grounds(row, facts)}"


def missed_yes(row: IndicatorFacts) -> str:
    """A yes that did not come true: 防火期前完工没有实现."""
    return (
        f"{asked_for(row)}没有实现" if row.target == "是" else f"{row.name}为“{row.actual}”，不符合年度指标值"
    )


def gap(row: IndicatorFacts) -> str:
    """How a target was missed, in its own measure; "" where it is no number and no time."""
    if row.timed and row.late is not None and row.late.number > 0:
        return f"晚{apart(row)}"
    if row.gap is None:
        return ""
    over = row.gap.number > 0
    number = abs(row.gap)
    if row.percent:
        return f"{'高' if over else '低'}{number}个百分点"
    if row.limit and row.cost:
        return f"高{number}{row.unit}"
    return f"{'多' if over else '少'}{number}{row.unit}"


def apart_in(row: IndicatorFacts) -> str:
    """How far a change is from the one that was wanted, whichever way: 2.7个百分点."""
    return f"{abs(row.gap)}{'个百分点' if row.percent else row.unit}" if row.gap is not None else ""


def apart(row: IndicatorFacts) -> str:
    """How much later or earlier: 2个月, 46天."""
    if row.late_months is not None and row.late_months.number:
        return f"{abs(row.late_months)}个月"
    return f"{abs(row.late)}天" if row.late is not None else ""
