"""Why money is left as a whole, as staff say it in the form's box for it or in a passage on money."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare, quoted
from jxbook.facts.money import YUAN, Funds, is_on_money
from jxbook.facts.sourced import place_of
from jxbook.facts.words import passage_label, unstopped, whole
from jxbook.form import Entry, Form
from jxbook.pattern import pattern
from jxbook.prose import answers, clause_holding, clauses, sentences
from jxbook.prose.words import OWED

_BOX = "偏低原因"
_LEFT = pattern(r"结余|剩余|结转|未[支执]|未付|未使用|未形成支出|待支付|尾款|质保|保证金|交回|收回|上缴|核减")
_FIGURES = pattern(r"(?:占|执行率|支出率|年初|全年|上年|预算|到位|下达|支出)[^，]{0,12}\d")
_IS = ("为", "系", "主要", "属")


@dataclass(frozen=True, slots=True)
class WhyLeft:
    """What staff say of the money left.

    `told`: somewhere they say why. `reason` is that as a clause or sentences of its own, "" where it can only be read
    in its passage. `vain` is what they say that leaves it open: 按合同支付.
    """

    told: bool = False
    reason: str = ""
    vain: str = ""

    @property
    def owed(self) -> bool:
        """Is all of it still to be paid: 质保金, 尾款?"""
        return any(word in bare(self.reason) for word in OWED)

    @property
    def goes_on(self) -> bool:
        """Does the reason go on with a sentence that names the money: 为工程质量保证金和尾款?"""
        return self.reason.startswith(_IS)


def why_left(form: Form, funds: Funds) -> WhyLeft:
    """Why the money left was left; nothing is told where none is left."""
    if funds.left is None:
        return WhyLeft()
    vain = ""
    for label, box in form.boxes.items():
        if _BOX in label and not box.none and box.text:
            if answers(box.text):
                return WhyLeft(True, _cited(unstopped(whole(box)), box, label))
            vain = vain or unstopped(box.text)
    for one in form.passages:
        if not is_on_money(one.section):
            continue
        if (clause := clause_holding(one.text.text, funds.left.number * YUAN)) is not None:
            tail = clause.text.rpartition("万元")[2]
            if tail.startswith(_IS) and answers(tail):
                return WhyLeft(True, _cited(tail, one.text, passage_label(one.section)))
        for said in _of_what_is_left(one.text.text):
            if answers(said):
                return WhyLeft(True)
            vain = vain or said
    return WhyLeft(vain=vain)


def _of_what_is_left(text: str) -> Iterator[str]:
    """What sentences say of money left, from the clause on that speaks of it or of a cause, without mere figures."""
    for one in sentences(text):
        parts = [part.text for part in clauses(one.text)]
        begin = next(
            (
                at
                for at, part in enumerate(parts)
                if _LEFT.search(part) or part.startswith(("因", "由于", "受"))
            ),
            None,
        )
        if begin is not None and _LEFT.search(one.text):
            yield "，".join(part for part in parts[begin:] if not _FIGURES.search(part))


def _cited(text: str, entry: Entry, label: str) -> str:
    return quoted(text, label, place_of(entry))
