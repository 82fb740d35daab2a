"""Which amounts staff state themselves, in passages, boxes or reasons, so that no sentence says or asks for them again."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.money import YUAN, is_on_money
from jxbook.facts.sourced import Sourced
from jxbook.pattern import pattern
from jxbook.prose import clause_holding

RAISED = ("追加", "调增", "增加")
"""Words by which a budget grew."""
_ALL_SPENT = pattern(r"全部支出|支出完毕|全部执行|执行完毕|[无没]有?(?:资金)?(?:结转)?结余")


def said_in_passage(facts: Facts, amount: Sourced, words: tuple[str, ...] = ("调", *RAISED)) -> bool:
    """Does a passage on money state this amount, with one of the words where there are any?"""
    texts = [one.text.text for one in facts.form.passages if is_on_money(one.section)]
    clauses = [clause_holding(text, amount.number * YUAN) for text in texts]
    return any(one and (not words or any(word in one.text for word in words)) for one in clauses)


def said_in_form(facts: Facts, amount: Sourced) -> bool:
    """Does a box or a reason of the form state this amount?"""
    texts = (
        *(box.text for box in facts.form.boxes.values()),
        *(row.reason.text for row in facts.form.indicators),
    )
    return any(clause_holding(text, amount.number * YUAN) for text in texts)


def all_spent_in_passage(facts: Facts) -> bool:
    """Does the passage that these sentences stand beside say that nothing was left?"""
    texts = (
        one.text.text for one in facts.form.passages if is_on_money(one.section) or "概况" in one.section
    )
    return any(_ALL_SPENT.search(text) for text in texts)
