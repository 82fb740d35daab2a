"""Sums whose parts are listed behind 其中, a colon or a bracket."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from jxbook.pattern import pattern
from jxbook.prose.figure import Figure
from jxbook.prose.figures import figures
from jxbook.prose.sums.parts import ADDED, MOST, OPEN, OVERLAPPING, VERBS
from jxbook.prose.sums.stated import Leeway, Sum, stated

_COUNTED = "元份人个次户名场所家册台套件亩里座间点"
_AMONG = pattern(
    r"[其支资，:：（(](?:(?<=其)中\s*[:：，,、]?|(?:(?<=支)出|(?<=资)金来源)(?:构成|组成|明细)(?:为|如下|包括)?\s*[:：]|(?<=，)(?:包括|包含)(?=[^。；\n]*其他)"
    rf"|(?<=[{_COUNTED}][:：])|(?<=[{_COUNTED}][（(])(?!其中|含|包括|即|约|不))"
)
"""What opens the parts of a whole: 其中, a colon or a bracket right behind the whole, 包括 where 其他 closes the list.
Its first character stands in front, as it is found sooner by that."""
_AT_ONCE = frozenset(":：（(")
_SPENT = pattern(r"(?:支出|支付|使用)[^，。；\d]{0,4}\Z")
_MADE_OF = pattern(r"组成[，,（(]?\Z")
_EXPLAINS = pattern(r"[，,（(](?:均?按|每|人均|户均|平均|单价)[^，,；;、。）)\n]*")
"""How a part was reckoned: 送戏补助113万元，按每场5000元补助."""
_ENDS, _APART = pattern(r"[。！？\n]"), pattern(r"[，,、；;：:和及与]")
_BRACKET, _OPENS = pattern(r"[（(）)]"), pattern(r"[（(]")
_BACK, _LONGEST = 200, 600
"""Characters before 其中 in which its whole stands, and behind it in which its parts do."""


def among(text: str, leeway: Leeway) -> Iterator[Sum]:
    if not _AMONG.search(text):
        return
    text = _EXPLAINS.sub(lambda match: match[0][0] + " " * (len(match[0]) - 1), text)
    opened = [*_AMONG.finditer(text)]
    every = [one for one in figures(text) if one.kind in ADDED] if opened else []
    starts = [one.start for one in every]
    brackets = _brackets(text) if opened else {}
    for match in opened:
        if not _has_figures(text, match.start()):
            continue
        begin, end = match.end(), _end(text, match.start(), brackets)
        inner = text[begin:end]
        if OPEN.search(inner):
            continue
        behind = bisect_left(starts, match.start())
        listed = every[behind : bisect_left(starts, end)]
        parts = _parts(inner, _outside(text, begin, end, brackets), begin, listed)
        if len(parts) < 2 or not _is_partition(text, begin, parts):
            continue
        base, kind = parts[0].base, parts[0].kind
        wholes = [
            one
            for one in every[bisect_left(starts, _from(text, match.start())) : behind]
            if one.end <= match.start() and (one.base, one.kind) == (base, kind)
        ]
        if match[0] in _AT_ONCE and not (wholes and wholes[-1].end == match.start()):
            continue  # a colon or a bracket opens the parts of the figure right before it
        if match[0].startswith("支出"):
            wholes = [one for one in wholes if _SPENT.search(text, max(0, one.start - 12), one.start)]
        if wholes and all(one.exact for one in (*parts, wholes[-1])):
            certain = bool(_MADE_OF.search(text, wholes[-1].end, match.start()))
            yield from stated(wholes, parts, leeway, certain)


def _brackets(text: str) -> dict[int, int]:
    """Where each bracket of a text opens → where it closes, one that does not at the end of the text; in order."""
    closing: dict[int, int] = {}
    still_open: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in "（(":
            closing[bracket.start()] = len(text)
            still_open.append(bracket.start())
        elif still_open:
            closing[still_open.pop()] = bracket.start()
    return closing


def _has_figures(text: str, at: int) -> bool:
    return any(one.isdigit() for one in text[max(0, at - _BACK) : at])


def _from(text: str, at: int) -> int:
    """Where the sentence begins to which 其中 belongs: the one before it where 其中 opens its own."""
    low = max(0, at - _BACK)
    begin = max((one.end() for one in _ENDS.finditer(text, low, at)), default=low)
    if not text[begin:at].strip("（( "):
        begin = max((one.end() for one in _ENDS.finditer(text, low, max(low, begin - 1))), default=low)
    return begin


def _end(text: str, at: int, brackets: Mapping[int, int]) -> int:
    """Where the list behind 其中 ends: at its closing bracket, else with the sentence."""
    last = min(len(text), at + _LONGEST)
    if at - 1 in brackets:
        return min(last, brackets[at - 1])
    stop = _ENDS.search(text, at, last)
    return stop.start() if stop else last


def _outside(text: str, begin: int, end: int, brackets: Mapping[int, int]) -> str:
    """A list with spaces in place of its brackets and what they hold."""
    flat, at = "", begin
    while bracket := _OPENS.search(text, at, end):
        first = bracket.start()
        behind = min(end, brackets[first] + 1)
        flat += text[at:first] + " " * (behind - first)
        at = behind
    return flat + text[at:end]


def _parts(inner: str, outside: str, begin: int, every: Sequence[Figure]) -> list[Figure]:
    """The first figure of each piece of a list that begins at `begin`, those of one unit; what stands in brackets
    explains a part. None where a label already tells that they are no parts, or where they are too many."""
    mixed = "男" in inner and "女" in inner
    parts: list[Figure] = []
    piece = last = 0
    for one in every:
        at = one.start - begin
        if at < 0 or outside[at] == " ":
            continue
        first = not parts or _APART.search(outside, piece, at)
        piece = at
        if not first or (parts and (one.base, one.kind) != (parts[0].base, parts[0].kind)):
            continue
        if not mixed and OVERLAPPING.search(inner, last, at):
            return []
        parts.append(one)
        if len(parts) > MOST:
            return []
        last = one.end - begin
    return parts


def _is_partition(text: str, begin: int, parts: Sequence[Figure]) -> bool:
    """Do the labels speak of parts of one kind, none of which may hold another?"""
    labels, last = [], begin
    for one in parts:
        labels.append(text[last : one.start])
        last = one.end
    joined = "".join(labels)
    if OVERLAPPING.search(joined) and not ("男" in joined and "女" in joined and "占" not in joined):
        return False
    verbs = [bool(VERBS.search(one)) for one in labels]
    return all(verbs) or not any(verbs)
