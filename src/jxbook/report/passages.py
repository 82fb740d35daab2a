"""What staff wrote under 报告素材, as it stands in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jxbook.document.marks import bare, quoted
from jxbook.facts.money import is_on_money
from jxbook.facts.sourced import place_of
from jxbook.facts.words import as_told, passage_label, to_settle
from jxbook.pattern import pattern
from jxbook.prose import clauses, sentences

_CONCLUDING = ("结论", "评价结果")
_PRAISE = pattern(
    r"良好|优秀|优异|显著|明显|圆满|较好|很好|突出|达到预期|达到了预期|(?:全部|全面|如期|顺利)完成"
)
_KEPT = pattern(r"(?:未|没有)超[出过]?(?:全年|年度|项目)?预算|控制在(?:全年|年度|项目)?预算")
_LONGEST = 40

if TYPE_CHECKING:
    import re

    from jxbook.facts.everything import Facts
    from jxbook.form import Passage


def own_text(passage: Passage, facts: Facts, made: list[str]) -> str:
    """The text of a passage, its lines ended by full stops and its numbers marked.

    Clauses are left out from which a cause in `made`, the generated text, was taken, and of money what stands there whole.
    """
    text = passage.text.text
    for clause, cause in facts.tasks.used:
        if clause in text and any(cause in bare(part) for part in made):
            text = _without(text, clause)
    year = facts.writers_year
    if made and is_on_money(passage.section):
        for one in sentences(text):
            if any(as_told(one.text, year) in bare(part) for part in made):
                text = _without(text, one.text)
    told = quoted(closed(as_told(text, year)), passage_label(passage.section), place_of(passage.text))
    return told + _unproven(passage, facts)


def _unproven(passage: Passage, facts: Facts) -> str:
    """Beside what staff claim and the form gives no ground for: what it stands on is to be settled.

    Praise in a conclusion where no indicator has a result; a budget that was kept where none is filled in.
    """
    text, where = passage.text.text, place_of(passage.text)
    told = ""
    concludes = any(word in passage.section for word in _CONCLUDING)
    if concludes and facts.without_results and (praise := _claim(text, _PRAISE)):
        asked = f"各项指标都没有实际完成值，“{praise}”没有依据，填写实际完成值后核定"
        told += to_settle(asked, where)
    if facts.funds.whole.budget is None and (kept := _claim(text, _KEPT)):
        told += to_settle(f"没有全年预算数，“{kept}”没有依据，填写后核定", where)
    return told


def _claim(text: str, words: re.Pattern[str]) -> str:
    """The first clause with such a word."""
    return next((one.text[:_LONGEST] for one in clauses(text) if words.search(one.text)), "")


def closed(text: str) -> str:
    """A user's text whose lines that end in a word end in a full stop."""
    lines = map(str.rstrip, text.splitlines())
    return "\n".join(f"{line}。" if line[-1:].isalnum() else line for line in lines)


def _without(text: str, clause: str) -> str:
    """A text without one of its clauses and the mark behind it."""
    before, _, after = text.partition(clause)
    if after[:1] in ("；", "。", ";"):
        after = after[1:]
    before = before.rstrip()
    if before.endswith(("；", ";")) and not after.strip():
        before = f"{before[:-1]}。"
    return f"{before}{after}"
