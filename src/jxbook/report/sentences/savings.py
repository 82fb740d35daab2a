"""What is called a saving: only money that is left, and is not owed to anybody nor due for what was not done."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, total
from jxbook.facts.unit_costs import UnitCost


def owed(facts: Facts) -> Sourced | None:
    """The money left that is still to be paid, as tasks or the reason for it say; None where none is known to be."""
    if facts.tasks.leaving:
        return total(
            (one.left for one in facts.tasks.leaving if one.owed and one.left is not None), "待支付金额"
        )
    return facts.funds.left if facts.why_left.owed else None


def is_saved(amount: Sourced, facts: Facts) -> bool:
    """Is at least this much of the whole budget left, beside what is still to be paid?"""
    left, due = facts.funds.left, owed(facts)
    if left is None:
        return False
    return left.number - (due.number if due is not None else 0) >= abs(amount.number)


def is_saved_on(cost: UnitCost, facts: Facts) -> bool:
    """Was what a unit cost lies below its target saved: is it left of the task's money, beside that of what was not done?"""
    needed = abs(cost.effect) + cost.untouched if cost.untouched is not None else cost.effect
    if len(cost.tasks) != 1:
        return cost.sure and is_saved(needed, facts)
    task = cost.tasks[0]
    return cost.sure and task.left is not None and not task.owed and task.left.number >= abs(needed.number)
