"""Costs compared at the quantity that was really done: price and volume apart; less done is never a saving."""

from __future__ import annotations

from jxbook.facts.costs import Cost, summed
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, count, total
from jxbook.report.refs import see
from jxbook.report.sentences.savings import is_saved, owed

_LESS = "低于计划"


def cost_told(facts: Facts) -> str:
    """The comparison of costs; "" without 成本效益 that can be compared."""
    costs = facts.costs
    if not costs:
        return ""
    said = (_at_quantity(costs, facts), _not_in_it(costs, facts), _against_plan(costs))
    return "".join(f"{one}。" for one in said if one)


def _at_quantity(costs: tuple[Cost, ...], facts: Facts) -> str:
    standard, spent, effect = (summed(costs, what) for what in ("standard", "spent", "price_effect"))
    what = f"{costs[0].name}" if len(costs) == 1 else f"{count(len(costs), '成本项目项数')}项任务"
    head = f"按实际完成量比较，{what}按计划单位成本应支出{standard.rounded(6)}万元，实际支出{spent.rounded(6)}万元"
    if not effect:
        return f"{head}，与计划持平{see('cost_table')}"
    word = _word(effect, facts)
    rate = f"，{word}率{(abs(effect) / standard).percent()}" if standard.number and word != _LESS else ""
    items = [f"{one.name}{one.quantity}{one.unit}{_effect(one, facts)}" for one in costs if one.price_effect]
    parts = f"，其中{'，'.join(items)}" if len(costs) > 1 and items else ""
    return f"{head}，{word}{abs(effect).rounded(6)}万元{rate}{parts}{see('cost_table')}"


def _effect(one: Cost, facts: Facts) -> str:
    return f"{_word(one.price_effect, facts)}{abs(one.price_effect).rounded(6)}万元"


def _word(effect: Sourced, facts: Facts) -> str:
    """What a difference is called: no saving where so much money is not left."""
    if effect.number > 0:
        return "超支"
    return "节约" if is_saved(effect, facts) else _LESS


def _not_in_it(costs: tuple[Cost, ...], facts: Facts) -> str:
    """What is still to be paid, where the costs are no more than what was paid: the work will have cost more."""
    paid, due = facts.funds.whole.spent, owed(facts)
    if paid is None or due is None or summed(costs, "spent").rounded(6).number != paid.number:
        return ""
    return f"实际成本按已支付的金额计算，待支付的{due}万元不在其中"


def _against_plan(costs: tuple[Cost, ...]) -> str:
    planned, spent = summed(costs, "planned"), summed(costs, "spent")
    volume, price = summed(costs, "volume_effect"), summed(costs, "price_effect")
    undone = _not_done(costs)
    if planned.number == spent.number or not (volume or undone):
        return undone
    less = spent.number < planned.number
    difference = planned - spent if less else spent - planned
    head = (
        f"与年初计划{planned.rounded(6)}万元相比，实际支出{'少' if less else '多'}{difference.rounded(6)}万元"
    )
    if undone:  # how volume and price moved stands in the table
        return f"{head}；{undone}"
    return f"{head}，其中完成量变化{_moved(volume)}，单位成本变化{_moved(price)}"


def _moved(effect: Sourced) -> str:
    return f"{'增加' if effect.number > 0 else '减少'}{abs(effect).rounded(6)}万元" if effect else "无影响"


def _not_done(costs: tuple[Cost, ...]) -> str:
    """What was planned and not done is no saving."""
    short = [one for one in costs if one.short is not None]
    if not short:
        return ""
    money = total(abs(one.volume_effect) for one in short)
    names = "、".join(f"{one.name}少完成{one.short}{one.unit}" for one in short)
    return f"{names}而未使用的{money.rounded(6) if money else ''}万元属任务未完成，不计为节约"
