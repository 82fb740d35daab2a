"""存在的问题, where it is money left: which tasks kept it, why, and what of it is left for good."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.problems import Problem
from jxbook.facts.sourced import total
from jxbook.facts.tasks import far_off
from jxbook.facts.unit_costs import UnitCost
from jxbook.facts.words import listed, marker, unanswered
from jxbook.report.sentences.naming import subject
from jxbook.values import Kind


def money_head(one: Problem, facts: Facts) -> str:
    """What went wrong with it: 道路整修资金支付滞后, by the state of its tasks, else by the 执行率."""
    going = [task.name for task in one.tasks if not task.done]
    said = [f"{listed(going)}资金支付滞后"] if going else []
    owed = "有款项待付" if any(task.owed for task in one.tasks) else ""
    spare = "形成结余" if any(task.spare for task in one.tasks) else ""
    if owed or spare:
        said.append(f"已完成任务{'并'.join(filter(None, (owed, spare)))}")
    if said:
        return "，".join(said)
    return "预算执行率低" if facts.funds.low else "预算没有全部执行"


def money_told(one: Problem, facts: Facts) -> list[str]:
    """The money left: of each task still going its cause, of those done their sum; else the whole."""
    left = facts.tasks.left_together
    if not one.tasks or left is None:
        return [_whole_left(facts)]
    said = []
    for task in one.tasks:
        if task.owed and task.left is not None:
            said.append(f"{task.name}待付{task.left}万元，{task.short}")
        elif not task.done and task.left is not None and task.rate is not None:
            why = f"，{task.short}" if task.short else ""
            share = (task.left / left).percent()
            said.append(
                f"{task.name}支出率{task.rate.percent()}，未支出{task.left}万元，占未支出资金的{share}{why}"
            )
    done = [task for task in one.tasks if task.spare]
    rest = total((task.left for task in done if task.left is not None), "已完成的任务未支出合计")
    if done and rest is not None:
        worst = ""
        if (low := far_off(done, facts.funds)) is not None and low.rate is not None:
            worst = f"，其中{low.name}支出率{low.rate.percent()}，预算安排与实际支出差距较大"
        share = f"，占未支出资金的{(rest / left).percent()}" if rest.number != left.number else ""
        cause = done[0].short.removesuffix("，形成结余")
        why = f"，{cause}" if len(done) == 1 and cause and not worst else ""
        said.append(f"{listed([task.name for task in done])}结余{rest}万元{share}{worst}{why}")
    return said


def _whole_left(facts: Facts) -> str:
    left = facts.funds.left
    if left is None or facts.funds.whole.budget is None:
        return ""
    return f"未支出{left}万元{_why_left(facts)}{_too_much(facts)}{_of_the_missed(facts)}"


def all_reached(facts: Facts) -> bool:
    """Was everything reached with the money, so that what is left was never needed? Not where staff say why it is left."""
    return (
        facts.funds.low
        and not facts.why_left.told
        and len(facts.rows) > 1
        and len(facts.met) == len(facts.rows)
        and all(row.has_target for row in facts.rows)
        and not facts.denials
    )


def _too_much(facts: Facts) -> str:
    """Every target reached with part of the money: the budget was set too high."""
    if not all_reached(facts):
        return ""
    return "。各项指标均已达到年度指标值，预算安排与实际需要差距较大"


def _short_of(facts: Facts) -> UnitCost | None:
    """The unit cost of the missed quantity that was to take part of the money left, where nobody recorded the tasks."""
    left = facts.funds.left
    short = [cost for cost in facts.unit_costs if cost.untouched is not None]
    if left is None or facts.why_left.told or len(short) != 1 or facts.tasks.items:
        return None
    cost = short[0]
    assert cost.untouched is not None
    return cost if 0 < cost.untouched.number <= left.number else None


def _of_the_missed(facts: Facts) -> str:
    """What was not done, at its planned cost; what else made or ate the money left is not set off against it."""
    left, cost = facts.funds.left, _short_of(facts)
    if left is None or cost is None or cost.untouched is None:
        return ""
    unit, name = cost.quantity.unit, subject(cost.quantity)
    head = f"。其中{name}少完成{cost.short}{unit}，按单位成本指标值{cost.planned}万元测算涉及{cost.untouched}万元"
    return head if cost.effect else f"{head}，占{(cost.untouched / left).percent()}"


def _why_left(facts: Facts) -> str:
    """Why, as staff say it: 为工程质量保证金和尾款，按合同约定支付; asked for where points were lost and nobody said."""
    why = facts.why_left
    if why.reason:
        return f"，{why.reason}" if why.goes_on else f"。{why.reason}"
    if why.told or facts.funds.rate is None:
        return ""  # it stands in the passage
    undone = [bare(subject(row)) for row in facts.missed if _is_undone(row)] if facts.funds.low else []
    if facts.funds.low and not undone:
        return ""  # it is asked for where the money is told
    of = f"中因{listed(undone)}未完成任务而未支出的金额，其他" if undone else ""
    what = f"{facts.funds.left}万元{of}未支出的原因{'和金额' if undone else ''}"
    return marker(what, unanswered(facts.passage_place(facts.money_section), why.vain))


def _is_undone(row: IndicatorFacts) -> bool:
    """Is it a quantity of works that was missed, for which money may have been kept?"""
    works = row.part == "产出" and not (row.percent or row.limit or row.cost)
    return works and row.aim.kind is Kind.NUMBER and not row.unit.endswith("元")
