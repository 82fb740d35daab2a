"""Rows that reached their targets: what only reached them together, what passed them each with by how much."""

from __future__ import annotations

from decimal import Decimal

from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.unit_costs import UnitCost, comes_to
from jxbook.facts.words import marker
from jxbook.report.sentences.changes import changes
from jxbook.report.sentences.grounds import seen
from jxbook.report.sentences.judged import judged
from jxbook.report.sentences.missed import apart
from jxbook.report.sentences.naming import (
    amount,
    event,
    percent_of,
    result,
    target,
    whole_percent,
    without_repeated_verbs,
)
from jxbook.report.sentences.savings import is_saved_on
from jxbook.values import Sign, plain

_TENTH = Decimal("1.1")
_THIRD = Decimal("1.3")


def met_told(rows: list[IndicatorFacts], facts: Facts, *, told: bool = False) -> list[str]:
    """All rates of 100 % in one sentence, what only reached its target in another, what passed it each in its own; `told`:
    that they reached their targets stands before it."""
    full = [row for row in rows if whole_percent(row) and not changes(row)]
    said = []
    if len(full) > 1:
        names = "、".join(row.name for row in full)
        figure = full[0].value
        assert figure is not None
        said.append(f"{names}均为{amount(full[0], figure)}{'' if told else '，达到年度指标值'}")
        rows = [row for row in rows if row not in full]
    own = [(row, _own_words(row, facts)) for row in rows]
    plainly = [row for row, words in own if not words]
    if plainly:
        together = "、".join(
            without_repeated_verbs([result(row) for row in plainly if row.compared and not row.worded])
        )
        worded = [f"{result(row)}{seen(row, facts)}" for row in plainly if row.compared and row.worded]
        tail = "，均达到年度指标值" if sum(not row.worded for row in plainly) > 1 else "，达到年度指标值"
        said += [f"{together}{'' if told else tail}"] if together else []
        said += [("；" if any("，" in one for one in worded) else "，").join(worded)] if worded else []
        said += [judged(row) for row in plainly if not row.compared]
    return said + [words for _, words in own if words]


def _own_words(row: IndicatorFacts, facts: Facts) -> str:
    """A met row that has more to say than that it was met: it stayed within a limit, or passed its target."""
    if not row.compared or row.low is None or row.value is None or row.gap is None:
        return _in_time(row)
    if changes(row):
        return f"{result(row)}（年度指标值{target(row)}）"
    if row.limit:
        return f"{_within(row)}{saved(row, facts)}"
    if row.aim.sign is Sign.RANGE or row.completion is None or row.completion <= _TENTH:
        return ""
    gap = f"{row.gap.as_text(plain(row.gap.number))}{'个百分点' if row.percent else row.unit}"
    if row.percent:
        return f"{result(row)}，比年度指标值{target(row)}高{gap}"
    if row.completion <= _THIRD:
        return f"{result(row)}，比年度指标值{target(row)}多{gap}，完成{percent_of(row.completion, row)}"
    why = _why_beyond(row, facts)
    return f"{result(row)}，完成年度指标值的{percent_of(row.completion, row)}{why}"


def _why_beyond(row: IndicatorFacts, facts: Facts) -> str:
    """Why it went far beyond: the task that came with more money, the reason given, else what to write."""
    for problem in facts.problems:
        if any(gap.row is row for gap in problem.gaps) and row.gap is not None:
            return f"，超出的{row.gap}{row.unit}为年中追加资金新增的任务"
    if row.reason.cause:
        return f"，{row.cause}"
    what = f"{row.name}超出年度指标值较多的原因"
    return marker(what, row.why_where)


def saved(row: IndicatorFacts, facts: Facts) -> str:
    """，按486户计算节约14.58万元: what a unit cost below or above its target came to; a saving only where the money is left
    and the quality was met. Else what it was reckoned from, or that the same money was spread over more."""
    cost = facts.unit_cost(row)
    if cost is None or cost.price is not row or not cost.effect:
        return ""
    if (cost.effect.number > 0 and not cost.sure) or (
        cost.effect.number < 0 and not is_saved_on(cost, facts)
    ):
        return _reckoned_from(cost, facts) or _spread(cost)
    good = not any("质量" in one.level2 for one in facts.missed)
    word = "超支" if cost.effect.number > 0 else "节约" if good else "少支出"
    return f"，按{cost.done}{cost.quantity.unit}计算{word}{abs(cost.effect)}万元"


def _reckoned_from(cost: UnitCost, facts: Facts) -> str:
    """；该单位成本按全年支出158.4万元计算，其中无障碍改造补贴支出142万元: why it is not what the task spent on each."""
    spent = facts.funds.whole.spent
    if cost.sure or len(cost.tasks) != 1 or spent is None or not comes_to(cost.paid, cost.done, spent):
        return ""
    task = cost.tasks[0]
    return f"；该单位成本按全年支出{spent}万元计算，其中{task.name}支出{task.spent}万元"


def _spread(cost: UnitCost) -> str:
    """Lower only because the same money was spread over more than the target; "" where the totals are not the same."""
    row, whole = cost.quantity, cost.spread
    if whole is None or row.low is None:
        return ""
    return (
        f"；按{cost.done}{row.unit}计算的总成本与按年度指标值计算的{whole}万元持平，"
        f"单位成本降低是多完成{cost.done - row.low}{row.unit}摊薄所致"
    )


def _within(row: IndicatorFacts) -> str:
    """A limit that was kept: 服务投诉3件，控制在10件以内; a unit cost with how much lower it was."""
    assert row.low is not None and row.gap is not None and row.value is not None
    if row.cost and not row.value.number:
        return f"未发生{row.name}"
    if row.gap.number == 0:
        return f"{result(row)}，与年度指标值持平" if row.cost else ""
    if not row.cost or row.percent or not row.low.number:
        return f"{result(row)}，控制在{target(row)}以内"
    share = abs(row.gap) / row.low
    return f"{result(row)}，比年度指标值{target(row)}低{share.percent()}"


def _in_time(row: IndicatorFacts) -> str:
    if not row.timed or row.late is None:
        return ""
    if row.indicator.actual_value.bound is not None:
        return result(row)
    if row.late.number == 0:
        return result(row, how="按期") if event(row.name)[1] else ""
    early = apart(row)
    return f"{result(row)}，比年度指标值{target(row)}早{early}" if row.late.number < 0 else ""
