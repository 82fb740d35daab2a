"""Serials before what stands one below the other in a cell: 1、…, （2）…, ③…, 指标4：…"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from jxbook.form import Entry
from jxbook.pattern import pattern
from jxbook.values.counted import is_counted_whole
from jxbook.values.fold import fold
from jxbook.values.quantity import read_quantity

_NUMERALS, _CIRCLED = "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨"
_SERIAL = pattern(
    r"\s*(?:([\u4e00-\u9fff]{2,6})?(指标)\s*)?"
    rf"[（(]?(?:([1-9]|1\d)|([{_NUMERALS}])|([{_CIRCLED}]))[)）]?\s*"
    rf"(?:(?<=[{_CIRCLED})）])[、.．:：]?|、|[.．:：](?(2)|(?=[\s\D]|\Z)))\s*"
)
"""What follows a full stop or a colon at once is no figure, but behind the word: 1.5万元, 1:20."""
_WITHIN = pattern(
    rf"(?:\A|(?<=[\s;；,，。、]))(?:指标\s?)?[1-9][、.．:：]|(?:指标\s?)?(?:[（(][1-9][)）]|[{_CIRCLED}])"
)
"""Where an indicator may begin within a line."""
_SEMICOLONS = pattern("[;；]")
_BETWEEN = " \t\u3000;；,，。、"
_LONGEST, _LONGEST_LINE = 40, 400
SERIAL_BEGINS = frozenset(f"123456789（(指{_NUMERALS}{_CIRCLED}")
"""What a text with a serial begins with."""
_VALUES, _SCORES = ("target", "actual"), ("points", "earned")


def serial_of(text: str) -> int | None:
    match = _SERIAL.match(text)
    if match is None:
        return None
    return (
        int(match[3])
        if match[3]
        else max(_NUMERALS.find(match[4] or "?"), _CIRCLED.find(match[5] or "?")) + 1
    )


def says_serial(text: str) -> bool:
    """Does a text begin with a serial that says so, 指标1：, and not with a mere number?"""
    match = _SERIAL.match(text)
    return match is not None and bool(match[2])


def without_its_serial(text: str) -> str:
    match = _SERIAL.match(text)
    return text if match is None else text[match.end() :]


def kind_of(text: str) -> str:
    """What an indicator is by the word before its number: 数量指标1：… → 数量指标; "" where it says none."""
    match = _SERIAL.match(text)
    return f"{match[1]}指标" if match and match[1] else ""


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def numbered(text: str) -> list[str]:
    """The pieces that begin with 1, 2, … n, which the first may lack, each with its serial; [] where they do not."""
    pieces: list[tuple[int, str]] = []
    for line in lines_of(text):
        if (number := serial_of(line)) is not None:
            pieces.append((number, line))
        elif pieces:
            pieces[-1] = pieces[-1][0], pieces[-1][1] + line
        else:
            pieces.append((1, line))
    numbers = [number for number, _ in pieces]
    in_turn = len(pieces) > 1 and numbers == list(range(1, len(pieces) + 1))
    return [piece for _, piece in pieces] if in_turn else []


def told_apart(entries: Mapping[str, Entry], count: int) -> dict[str, list[str]] | None:
    """What the entries hold for each of so many indicators, by field, without serials; a field that does not is left out.

    1.12 above 2.22 may be 12 and 22: they are where the cells beside them are numbered too, and decimals where those
    are not. None where nothing tells which.
    """
    found: dict[str, list[str]] = {}
    sure: set[str] = set()
    may_be: set[str] = set()
    for field, entry in entries.items():
        if not isinstance(entry.raw, str) or "\n" not in entry.raw.strip():
            continue
        lines = lines_of(entry.raw)
        if len(pieces := numbered(entry.raw)) == count:
            found[field] = [without_its_serial(piece) for piece in pieces]
            sure.add(field)
        elif len(lines) == count:
            found[field] = lines
            if _are_numbered_lines(lines):
                may_be.add(field)
                if any(map(counts_no_parts, lines)):
                    sure.add(field)
    plain = found.keys() - sure - may_be
    values, scores = (_are_numbered(pair, sure, may_be, plain) for pair in (_VALUES, _SCORES))
    if values is None and scores is False:
        return None
    scores = values is not False if scores is None else scores
    for field in may_be:
        if (field in _VALUES and values is not False) or (field in _SCORES and scores):
            found[field] = [line[2:] for line in found[field]]
    return found


def _are_numbered(pair: tuple[str, str], sure: Set[str], may_be: Set[str], plain: Set[str]) -> bool | None:
    """Has one of two cells serials; None where they may have."""
    if not sure.isdisjoint(pair):
        return True
    return None if plain.isdisjoint(pair) and not may_be.isdisjoint(pair) else False


def may_be_numbered(text: str, number: int) -> bool:
    """Does a text begin with 2.5, which may be 5 behind the serial 2.?"""
    return text.startswith((f"{number}.", f"{number}．")) and text[2:3].isdigit()


def counts_no_parts(text: str) -> bool:
    """Is it a number with decimals of what there are no parts of, 1.24批, so that what it begins with is a serial?"""
    said = read_quantity(fold(text)) if len(text) <= _LONGEST else None
    return said is not None and is_counted_whole(said.unit)


def _are_numbered_lines(lines: Sequence[str]) -> bool:
    """Do lines begin with 1.5, 2.5, … in turn?"""
    return all(may_be_numbered(line, turn) for turn, line in enumerate(lines, 1))


def in_lines(text: str, count: int = 0) -> str:
    """1.定量检测；2.快速检测 → one below the other, where they are numbered in turn or, for a `count` of them, parted by
    semicolons; else the text as it is."""
    begins = [match.start() for match in _WITHIN.finditer(text[:_LONGEST_LINE])]
    pieces = [text[one:end].strip(_BETWEEN) for one, end in pairwise([*begins, len(text)])]
    if len(pieces) != count or count == 0:
        parts = [one.strip() for one in _SEMICOLONS.split(text) if one.strip()]
        pieces = parts if count and len(parts) == count else pieces
    lines = "\n".join(pieces)
    in_turn = len(pieces) > 1 and len(numbered(lines)) == len(pieces)
    return lines if in_turn or (count and len(pieces) == count) else text
