"""The boxes 存在问题 and 改进措施 of a form beside the problems that its rows tell, so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.dataclass import dataclass, field
from jxbook.document.marks import bare
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.project import boxes
from jxbook.facts.words import stop, unstopped
from jxbook.form import Form
from jxbook.prose import sentences
from jxbook.prose.likeness import SURELY

_LONGEST, _MOST = 400, 50  # characters of a text that are compared, sentences of a box that are told apart


@dataclass(frozen=True, slots=True)
class OwnBoxes:
    """What the boxes say besides the rows that were missed: `problems` that no such row tells, `measures` that are for
    none, and by the name of a row without a measure of its own the one that the box has for it."""

    problems: str = ""
    measures: str = ""
    of_rows: Mapping[str, str] = field(default_factory=dict)


def own_boxes(form: Form, rows: tuple[IndicatorFacts, ...]) -> OwnBoxes:
    """The boxes of a form, sentence by sentence."""
    said = boxes(form)
    if not said:
        return OwnBoxes()
    missed = [(row, _runs(bare(row.name)) | _runs(row.reason.cause)) for row in rows if row.missed]
    problems = [text for text, row in _each(said.get("存在问题", ""), missed) if row is None]
    besides, of_rows = [], dict[str, str]()
    for text, row in _each(said.get("改进措施", ""), missed):
        if row is None or row.measure:
            besides.append(text)
        else:
            of_rows[row.name] = "；".join(filter(None, (of_rows.get(row.name, ""), text)))
    return OwnBoxes(stop("。".join(problems)), stop("。".join(besides)), of_rows)


def _each(
    box: str, missed: list[tuple[IndicatorFacts, set[str]]]
) -> Iterator[tuple[str, IndicatorFacts | None]]:
    """The sentences of a box, each with the missed row that it speaks of; what stands behind many is one."""
    found = sentences(box)
    for one in found[:_MOST]:
        runs = _runs(bare(one.text))
        yield unstopped(one.text), next((row for row, own in missed if not own.isdisjoint(runs)), None)
    if len(found) > _MOST:
        yield unstopped(box[found[_MOST].start :]), None


def _runs(text: str) -> set[str]:
    """All that a text may share with another one so that the two surely say the same."""
    return {text[at : at + SURELY] for at in range(min(len(text), _LONGEST) - SURELY + 1)}
