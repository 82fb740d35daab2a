"""The boxes 存在问题 and 改进措施 of a form beside the problems that its rows tell: nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.project import boxes
from jxbook.facts.words import stop, unstopped
from jxbook.prose import sentences, shared_run

_SAME = 4
"""Characters in a row from which a sentence of a box speaks of a row's name or reason."""


def problems_beside(facts: Facts) -> str:
    """What 存在问题 says that no missed row tells."""
    return _joined([text for text, row in _each(facts, "存在问题") if row is None])


def measures_beside(facts: Facts) -> str:
    """What 改进措施 says that is no measure for a missed row without one."""
    return _joined([text for text, row in _each(facts, "改进措施") if row is None or row.measure])


def measure_in_box(row: IndicatorFacts, facts: Facts) -> str:
    """The measure for a row that has none of its own, "" where the box has none for it either."""
    if row.measure:
        return ""
    return "；".join(text for text, about in _each(facts, "改进措施") if about is row)


def _each(facts: Facts, label: str) -> Iterator[tuple[str, IndicatorFacts | None]]:
    """The sentences of a box, each with the missed row that it speaks of."""
    box = boxes(facts.form).get(label, "")
    missed = [row for row in facts.rows if row.missed]
    for one in sentences(box):
        plain = bare(one.text)
        about = (row for row in missed if _speaks(plain, row))
        yield unstopped(one.text), next(about, None)


def _speaks(text: str, row: IndicatorFacts) -> bool:
    return any(len(shared_run(text, own)) >= _SAME for own in (bare(row.name), row.reason.cause))


def _joined(said: list[str]) -> str:
    return stop("。".join(said)) if said else ""
