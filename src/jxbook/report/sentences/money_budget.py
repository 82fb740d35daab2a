"""What was budgeted, from which sources, how it was changed and why."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.money import YUAN, Funds, FundSource
from jxbook.facts.sourced import Sourced
from jxbook.facts.words import marker, to_settle
from jxbook.prose import clause_holding
from jxbook.report.sentences.stated import RAISED, said_in_passage, sentence_on_change

_DOCUMENT = ("号", "文件")


def budgeted(facts: Facts) -> str:
    """What was budgeted, how it was changed and why, from which sources."""
    whole = facts.funds.whole
    if whole.budget is None:
        return ""
    change = facts.funds.change
    if change is None or whole.initial is None:
        head = f"{facts.what}预算{whole.budget}万元"
    else:
        way = "增" if change.number > 0 else "减"
        head = f"{facts.what}年初预算{whole.initial}万元，年中调{way}{abs(change)}万元，全年预算{whole.budget}万元"
    columns = ("budget",) if change is None else ("initial_budget", "budget")
    asked = "".join(
        to_settle(one.what, one.where)
        for one in facts.disputes
        if one.column in columns or (one.unit and not facts.funds.doubtful)
    )
    return f"{head}{_by_source(facts.funds)}{asked}。{_why_changed(facts)}"


def _by_source(funds: Funds) -> str:
    own = [one for one in funds.sources if one.budget]
    if not own or funds.whole.budget is None:
        return ""
    if len(own) == 1 and own[0].budget is not None and own[0].budget.number == funds.whole.budget.number:
        return f"，均为{own[0].label}"
    return f"，其中{'、'.join(f'{one.label}{one.budget}万元' for one in own)}"


def _why_changed(facts: Facts) -> str:
    """调增的50万元为市级追加资金，用于新增改造任务186户, from the reason that names the amount."""
    change = facts.funds.change
    if change is None:
        return ""
    way, amount = ("增" if change.number > 0 else "减"), abs(change)
    where = facts.passage_place(facts.money_section)
    if facts.said(facts.money_section) and said_in_passage(facts, amount):
        own = sentence_on_change(facts, amount)
        return f"{own}。" if own else ""
    if (source := _carried(facts.funds, change)) is not None:
        asked = marker("结转资金批复文件的名称、文号和下达日期", where)
        return f"调{way}的{amount}万元为{source.label}{asked}。"
    for row in facts.rows:
        cause = row.reason.causes
        at = next((n for n, one in enumerate(cause) if clause_holding(one, amount.number * YUAN)), None)
        if at is None or not any(word in cause[at] for word in RAISED):
            continue
        origin = _origin(cause[at])
        use = next((one for one in cause[at + 1 :] if one.startswith(("新增", "用于", "增加"))), "")
        use = row.cite(use.removeprefix("用于"))
        text = f"调{way}的{amount}万元为{origin}" + (f"，用于{use}" if use else "")
        numbered_document = any(word in "".join(cause) for word in _DOCUMENT)
        asked = "" if numbered_document else marker("追加资金文件的名称、文号和下达日期", where)
        return f"{text}{asked}。"
    asked = "来源、用途" if way == "增" else "原因"
    return marker(f"调{way}{amount}万元的{asked}，以及文件的名称、文号和下达日期", where)


def _carried(funds: Funds, change: Sourced) -> FundSource | None:
    """The money carried over from the year before, where it alone makes the change of the budget."""
    for one in funds.sources:
        if "结转" in one.label and one.budget is not None:
            before = one.initial.number if one.initial is not None else 0
            if one.budget.number - before == change.number:
                return one
    return None


def _origin(clause: str) -> str:
    """年中市级追加资金50万元 → 市级追加资金."""
    word = next(one for one in RAISED if one in clause)
    lead = clause.split(word)[0].removeprefix("年中").removeprefix("年度中").strip("，")
    return f"{lead}{word}资金"
