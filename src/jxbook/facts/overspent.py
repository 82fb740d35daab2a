"""Why more was spent than the budget, as staff say it where they state the amount."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.document.marks import quoted
from jxbook.facts.money import YUAN, Funds, is_on_money
from jxbook.facts.sourced import place_of
from jxbook.facts.words import passage_label, unstopped
from jxbook.form import Entry, Form
from jxbook.prose import answers, clause_holding, clauses

_CAUSE = ("因", "由于", "受", "主要", "系", "为", "属", "用于")
"""How a clause begins that says why, or what the money went to."""


def why_overspent(form: Form, funds: Funds) -> str:
    """The clauses beside the amount spent beyond the budget that say why; "" where nobody states the amount with a cause."""
    if funds.overrun is None or funds.doubtful:
        return ""
    for entry, label in _texts(form):
        held = clause_holding(entry.text, funds.overrun.number * YUAN)
        if held is None:
            continue
        parts = [one.text.rpartition("万元")[2] or one.text for one in clauses(held.text)]
        said = "，".join(unstopped(one) for one in parts if one.startswith(_CAUSE))
        if said and answers(said):
            return quoted(said, label, place_of(entry))
    return ""


def _texts(form: Form) -> Iterator[tuple[Entry, str]]:
    for one in form.passages:
        if is_on_money(one.section) and not one.text.none:
            yield one.text, passage_label(one.section)
    for label, box in form.boxes.items():
        yield box, label
    for row in form.indicators:
        yield row.reason, f"“{row.name.text}”偏差原因"
