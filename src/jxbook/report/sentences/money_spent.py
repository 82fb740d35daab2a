"""What was spent of the budget or beyond it, the 执行率, and what is left, by source."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.money import Funds, FundSource
from jxbook.facts.sourced import Sourced, place_of, total
from jxbook.facts.words import marker, to_settle
from jxbook.report.sentences.stated import all_spent_in_passage, said_in_form, said_in_passage

_UNITS = 1000
"""How many times the budget is spent where 元 stand beside 万元."""


def spent(facts: Facts) -> str:
    """What was spent, the 执行率, what is left and from which source."""
    funds = facts.funds
    whole = funds.whole
    if whole.spent is None:
        return marker("全年执行数", cell(facts, "spent")) if whole.budget is not None else ""
    if whole.budget is None:
        told = said_in_passage(facts, whole.spent, ())
        return _no_rate(facts) if told else f"全年支出{whole.spent}万元。{_no_rate(facts)}"
    rate = f"，预算执行率{funds.rate.as_rate(funds.places)}" if funds.rate is not None else ""
    asked = "".join(
        to_settle(one.what, one.where) for one in facts.disputes if one.column == "spent" and not one.unit
    )
    if funds.overrun is not None:
        return f"全年支出{whole.spent}万元{asked}{_beyond(facts, funds.overrun)}{rate}。"
    text = f"全年支出{whole.spent}万元{asked}{rate}"
    if funds.divisor is not None:
        text = f"实际到位资金{funds.divisor}万元，{text}"
    if funds.left is None:
        if rate and not asked and funds.divisor is None and all_spent_in_passage(facts):
            return f"{rate.removeprefix('，')}。"  # that it was spent stands in the passage
        whole_rate = funds.rate is not None and funds.rate.number == 1
        return f"{text}。" if whole_rate or not whole.budget else f"{text}，全年预算全部支出。"
    return f"{text}{_spent_by_source(funds)}。{left(funds)}"


def _beyond(facts: Facts, overrun: Sourced) -> str:
    """What was spent beyond the budget: asked where it came from and who agreed, unless a passage on money says so."""
    whole = facts.funds.whole
    where = whole.spent.where if whole.spent is not None else ""
    if facts.funds.doubtful:
        units = (
            whole.spent is not None
            and whole.budget is not None
            and whole.spent.number >= whole.budget.number * _UNITS
        )
        likely = (
            "多半是单位（元、万元）不同"
            if units
            else "填写有误的改正，属实的写明超出部分的资金来源和批准文件"
        )
        then = f"{likely}，核定后{'改正并' if units else ''}计算预算执行率"
        return _of_each(facts.funds) + to_settle(
            f"全年支出{whole.spent}万元大于全年预算{whole.budget}万元，{then}", where
        )
    text = f"，超出全年预算{overrun}万元"
    if said_in_passage(facts, overrun, ()) or said_in_form(facts, overrun):
        return text
    return text + to_settle(
        "全年支出大于全年预算，填写有误的改正，属实的写明超出部分的资金来源和批准文件", where
    )


def _of_each(funds: Funds) -> str:
    """，其中当年财政拨款150万元、其他资金150万元, where the sources make up what was spent."""
    own = [(one.label, one.spent) for one in funds.sources if one.spent]
    whole = total((spent for _, spent in own if spent is not None), "各来源支出合计")
    if len(own) < 2 or whole is None or funds.whole.spent is None or whole.number != funds.whole.spent.number:
        return ""
    return f"，其中{'、'.join(f'{label}{spent}万元' for label, spent in own)}"


def _no_rate(facts: Facts) -> str:
    return marker("年初预算数和全年预算数，据以计算预算执行率", cell(facts, "budget"))


def cell(facts: Facts, field: str) -> str:
    """Where an amount of 年度资金总额 is to be written: initial_budget, budget or spent."""
    label = {"initial_budget": "年初预算数", "budget": "全年预算数", "spent": "全年执行数"}[field]
    return place_of(getattr(facts.form.funding.total, field)) or f"自评表“{label}”"


def _spent_by_source(funds: Funds) -> str:
    own = [one for one in funds.sources if one.budget and one.spent is not None]
    if len(own) < 2:
        return ""
    said = []
    for one in own:
        if one.left is not None and not one.left:
            said.append(f"{one.label}{one.budget}万元全部{_spending(one)}")
        elif one.spent is not None and not one.spent:
            said.append(f"{one.label}{one.budget}万元未{_spending(one)}")
        elif one.spent is not None and one.budget is not None:
            rate = (one.spent / one.budget).as_rate(funds.places)
            said.append(f"{one.label}{_spending(one)}{one.spent}万元，{_spending(one)}率{rate}")
    return f"，其中{'；'.join(said)}"


def _spending(one: FundSource) -> str:
    """The verb for it: 基本支出 is 执行, any other money 支出."""
    return "执行" if one.label.endswith("支出") else "支出"


def left(funds: Funds) -> str:
    """未支出133万元，占全年预算的26.6%，均为当年财政拨款。"""
    if funds.left is None or funds.whole.budget is None:
        return ""
    share = (funds.left / funds.whole.budget).as_rate(funds.places)
    return f"未支出{funds.left}万元，占全年预算的{share}{_whose(funds)}。"


def _whose(funds: Funds) -> str:
    own = [one for one in funds.sources if one.left is not None and one.left.number > 0]
    if sum(bool(one.budget) for one in funds.sources) < 2:
        return ""  # whose all of it is was said with the budget
    if len(own) != 1 or funds.left is None or own[0].left is None or own[0].left.number != funds.left.number:
        return ""
    return f"，均为{own[0].label}"
