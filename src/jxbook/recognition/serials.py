"""Serials before what stands one below the other in a cell: 1、…, （2）…, ③…, 指标4：…"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from jxbook.form import Entry
from jxbook.pattern import pattern

_NUMERALS, _CIRCLED = "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨"
_SERIAL = pattern(
    r"\s*(?:([\u4e00-\u9fff]{2,6})?(指标)\s*)?"
    rf"[（(]?(?:([1-9]|1\d)|([{_NUMERALS}])|([{_CIRCLED}]))[)）]?\s*"
    rf"(?:(?<=[{_CIRCLED})）])[、.．:：]?|、|[.．:：](?(2)|(?=[\s\D]|\Z)))\s*"
)
"""What follows a full stop or a colon at once is no figure, but behind the word: 1.5万元, 1:20."""
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
            if _may_be_numbered(lines):
                may_be.add(field)
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


def _may_be_numbered(lines: Sequence[str]) -> bool:
    """Do lines begin with 1.5, 2.5, … in turn?"""
    return all(
        line.startswith((f"{turn}.", f"{turn}．")) and line[2:3].isdigit()
        for turn, line in enumerate(lines, 1)
    )
