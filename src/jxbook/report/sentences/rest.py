"""What a missed quantity still has to do, and the money that it takes."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.problems import Problem
from jxbook.facts.sourced import Sourced
from jxbook.facts.tasks import Task
from jxbook.facts.unit_costs import comes_to
from jxbook.prose.words import OWED
from jxbook.report.sentences.naming import DURATIONS

_PLACES = 2


@dataclass(frozen=True, slots=True)
class Rest:
    """How many are left to do, what they need in 万元, and from what that is reckoned: 实际单位成本19.2万元."""

    short: Sourced
    unit: str
    need: Sourced
    by: str


def free_of(task: Task) -> Sourced | None:
    """The money of a task that is there for its rest; None where part of it is said to be still to be paid."""
    return None if any(word in bare(task.cause) for word in (*OWED, "未付", "未支付")) else task.left


def rest_of(one: Problem, facts: Facts) -> Rest | None:
    """The rest of a quantity, None where its cost is not known, or where past days cannot be made good.

    A unit cost counts where it comes to what the task has spent; else what the task spent for what was done.
    """
    cost, spent = (one.task.cost, one.task.spent) if one.task else (None, None)
    if cost is not None and cost.short is not None:
        if spent is None or comes_to(cost.price, cost.quantity, spent):
            return _at(cost.price, cost.short, cost.unit)
        return _by_spending(one.task, cost.quantity, cost.short, cost.unit)
    own = facts.unit_cost(one.rows[0]) if not one.shared else None
    if own is None or own.quantity is not one.rows[0] or own.quantity.unit in DURATIONS or own.short is None:
        return None
    if own.sure:
        return _at(own.paid, own.short, own.quantity.unit)
    task = own.tasks[0] if len(own.tasks) == 1 else None
    return _by_spending(task, own.done, own.short, own.quantity.unit)


def _at(price: Sourced, short: Sourced, unit: str) -> Rest:
    return Rest(short, unit, (short * price).rounded(_PLACES), f"实际单位成本{price}万元")


def _by_spending(task: Task | None, done: Sourced, short: Sourced, unit: str) -> Rest | None:
    if task is None or not task.spent or not done:
        return None
    need = (task.spent / done * short).rounded(_PLACES)
    return Rest(short, unit, need, f"{task.name}支出{task.spent}万元、完成{done}{unit}")
