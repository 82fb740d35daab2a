"""Money spent beyond the budget: what it is, why, which tasks and prices it went to, and what is to be done about it."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.problems import Problem
from jxbook.facts.sourced import Sourced, total
from jxbook.facts.tasks import Task
from jxbook.facts.words import listed, marker
from jxbook.report.sentences.causes import OURS, measure_for

_FIRST = "追加支出先办理预算追加或调剂，批准后再签订合同、支付资金"


def over_told(one: Problem, facts: Facts) -> str:
    """The problem: how much beyond the budget, why, and what is known of where it went."""
    over, budget = one.over, facts.funds.whole.budget
    if over is None or budget is None:
        return ""
    share = f"，占全年预算的{(over / budget).percent()}" if budget.number else ""
    return f"全年支出超出预算{over}万元{share}。{_why(over, facts)}{_went_to(one, facts)}"


def over_advice(facts: Facts) -> str:
    """What is to be done: the budget first; what follows from the cause besides."""
    found = measure_for(facts.why_over, facts) if facts.why_over else None
    more = f"；{OURS}{found.said()}" if found is not None else ""
    where = facts.passage_place(facts.money_section)
    return f"先落实预算再支出。{_FIRST}{more}{marker('责任科室和完成时间', where)}。"


def tasks_over(facts: Facts) -> str:
    """Beside tasks that left money those that spent beyond their budgets: without them the sums would not meet."""
    over = total((task.over for task in facts.tasks.over if task.over is not None), "子项目超出预算合计")
    if over is None or facts.funds.left is None:
        return ""
    asked = marker("超出预算的任务由其他任务结余调剂的批准情况", facts.tasks.over[0].where)
    return f"{_each(facts.tasks.over)}，相抵后未支出{facts.funds.left}万元{asked}。"


def _each(tasks: tuple[Task, ...]) -> str:
    """How much each spent beyond its budget."""
    return listed([f"{task.name}超出预算{task.over}万元" for task in tasks])


def _why(over: Sourced, facts: Facts) -> str:
    if facts.why_over:
        return f"{facts.why_over}。"
    return marker(f"超出预算{over}万元的原因", facts.passage_place(facts.money_section))


def _went_to(one: Problem, facts: Facts) -> str:
    """The tasks that spent beyond their budgets, else the prices that were higher than planned."""
    if one.tasks:
        return f"{_each(one.tasks)}。"
    dear = [cost for cost in facts.costs if cost.price_effect.number > 0]
    said = listed(
        [
            f"{cost.name}按{cost.quantity}{cost.unit}计算超支{cost.price_effect.rounded(6)}万元"
            for cost in dear
        ]
    )
    return f"单位成本高于计划，{said}。" if dear else ""
