"""Sums whose parts stand before or behind 共计, each between two marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences
from jxbook.prose.sums.parts import MOST, OPEN, OVERLAPPING, VERBS
from jxbook.prose.sums.stated import Leeway, Sum, stated

_TOGETHER = pattern(r"^(?:\S{0,4}?)(?:合计|共计|总计|累计|总共)(?:为|是|约)?[^，。；\d]{0,6}$")
_WHOLE_FIRST = pattern(r"(?:合计|共计|总计|总共|共)[^，。；：:\d]{0,8}$")
_ADDS, _BETWEEN = pattern(r"(?:合计|总计|累计|共)[^，。；]{0,9}\d"), pattern(r"[^，,、；;：:（()）]+")
"""Without the first there is no whole."""
_FEWEST = 3
"""Figures of a sum: the whole and two parts."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two marks: its figures, the unit of its only one, and whether that is said to be a part."""

    start: int
    figures: Sequence[Figure]
    unit: tuple[str, FigureKind] | None
    is_part: bool


def _pieces(text: str, every: Sequence[Figure]) -> list[_Piece]:
    starts = [one.start for one in every]
    apart = "分别" in text  # 分别为1200万元、350万元: only the first has a label
    found = []
    for match in _BETWEEN.finditer(text):
        held = every[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
        unit, is_part = None, False
        if len(held) == 1:
            label = text[match.start() : held[0].start]
            unit = held[0].base, held[0].kind
            is_part = held[0].exact and bool(label.strip() or apart)
            is_part = is_part and not (OVERLAPPING.search(label) or VERBS.search(label))
        found.append(_Piece(match.start(), held, unit, is_part))
    return found


def together(text: str, leeway: Leeway) -> Iterator[Sum]:
    for sentence, every in figured_sentences(text) if _ADDS.search(text) else ():
        if len(every) < _FEWEST or "其中" in sentence.text or not _ADDS.search(sentence.text):
            continue
        pieces = _pieces(sentence.text, every)
        opened = max((match.start() for match in OPEN.finditer(sentence.text)), default=-1)
        for at, piece in enumerate(pieces):
            for one in [one for one in piece.figures if not one.spoken][:1]:
                before = sentence.text[piece.start : one.start]
                both, first = _TOGETHER.search(before), _WHOLE_FIRST.search(before)
                ways = ((True, 2), (False, 2)) if both else ((False, 3),) if first else ()
                for back, least in ways:
                    run = _run(pieces, at, one, back, opened)
                    if len(run) >= least:
                        yield from (_shifted(each, sentence.start) for each in stated([one], run, leeway))
                        break


def _run(pieces: Sequence[_Piece], at: int, whole: Figure, back: bool, opened: int) -> list[Figure]:
    """The figures of the pieces right before (or behind) a whole, one in each and all of its unit; none where the list
    goes on to a place, last at `opened`, that leaves it open."""
    near = pieces[max(0, at - MOST - 1) : at][::-1] if back else pieces[at + 1 : at + MOST + 2]
    unit = whole.base, whole.kind
    run = [*takewhile(lambda one: one.unit == unit, near)]
    if len(run) > MOST or not all(one.is_part for one in run):
        return []
    behind = at + 1 + len(run)
    if not back and run and behind < len(pieces) and pieces[behind].start <= opened:
        return []
    return sorted((one.figures[0] for one in run), key=lambda one: one.start)


def _shifted(one: Sum, by: int) -> Sum:
    return Sum(one.whole.moved(by), tuple(part.moved(by) for part in one.parts), one.total, one.holds)
