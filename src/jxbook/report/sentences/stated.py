"""Which amounts staff state themselves, in passages, boxes or reasons, so that no sentence says or asks for them again."""

from __future__ import annotations

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.money import YUAN, is_on_money
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import as_told, passage_label
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


def sentence_on_change(facts: Facts, amount: Sourced) -> str:
    """Staff's own sentence on how the budget was changed by this amount, where it says nothing else of the money."""
    budget = facts.funds.whole.budget
    for one in facts.form.passages:
        text = one.text.text
        if (
            one.replaces
            or not is_on_money(one.section)
            or (budget and clause_holding(text, budget.number * YUAN))
        ):
            continue
        found = clause_holding(text, amount.number * YUAN)
        if found is not None and any(word in found.text for word in (*RAISED, "调减", "核减", "压减")):
            return quoted(
                as_told(found.text, facts.writers_year), passage_label(one.section), place_of(one.text)
            )
    return ""


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
