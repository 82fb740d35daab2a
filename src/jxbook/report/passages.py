"""What staff wrote under 报告素材, as it stands in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jxbook.document.marks import bare, quoted
from jxbook.facts.sourced import place_of

if TYPE_CHECKING:
    from jxbook.facts.everything import Facts
    from jxbook.form import Passage


def own_text(passage: Passage, facts: Facts, made: list[str]) -> str:
    """The text of a passage, its lines ended by full stops and its numbers marked.

    Clauses are left out from which a cause in `made`, the generated text, was taken.
    """
    text = passage.text.text
    for clause, cause in facts.tasks.used:
        if clause in text and any(cause in bare(part) for part in made):
            text = _without(text, clause)
    return quoted(closed(text), f"报告素材“{passage.section}”", place_of(passage.text))


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
