"""Several indicators in one row, one below the other in its cells: 指标1：… and 指标2：…, with two targets beside them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry
from jxbook.pattern import pattern
from jxbook.recognition.levels import is_level2

_CENT = Decimal("0.01")
_SERIAL = pattern(
    r"\s*(?:([\u4e00-\u9fff]{2,6})?指标\s*)?[（(]?(?:([1-9]|1\d)|([一二三四五六七八九])|([①-⑨]))[)）]?\s*"
    r"(?:(?<=[①-⑨)）])|[:：.、．])\s*(?=\D)"
)
_NUMERALS, _CIRCLED = "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨"
_COMPARED = ("target", "actual")
_ALONG = ("nature", "direction", "unit")
_MOST = 9


def apart(entries: dict[str, Entry]) -> list[dict[str, Entry]]:
    """The entries of each indicator of a row, by field; of almost every row they are one. Its names are numbered, or each
    has points of its own, and there are as many targets and values: what is merely broken into lines stays whole.

    A 分值 or a 得分 for all of them is an equal part of each, as under merged cells.
    """
    name = entries.get("name", NO_ENTRY).raw
    if not isinstance(name, str) or "\n" not in name.strip():
        return [entries]
    numbered = _numbered(name)
    names = numbered or [(0, line) for line in _lines(name)]
    count = len(names)
    said = {field: _split(entry, count) for field, entry in entries.items()}
    points = said.get("points")
    pointed = points is not None and all(Entry(one).number is not None for one in points)
    compared = all(said.get(field) for field in _COMPARED if not entries.get(field, NO_ENTRY).blank)
    if not (numbered or pointed) or not compared or not 1 < count <= _MOST or not said.get("target"):
        return [entries]
    of_scores = _of_scores(entries, said, count)
    reasons = _reasons(entries.get("reason", NO_ENTRY), count)
    found = []
    for turn in range(count):
        own = {
            field: replace(entries[field], raw=lines[turn])
            for field in (*_COMPARED, *_ALONG)
            if (lines := said.get(field))
        }
        one = {**entries, **own, **of_scores[turn], **_named(entries, numbered, names[turn][1], turn)}
        found.append(one | ({"reason": reasons[turn]} if "reason" in entries else {}))
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _numbered(text: str) -> list[tuple[int, str]]:
    """The pieces that begin with 1, 2, … n, each with its serial, which the first may lack; [] where they do not."""
    pieces: list[tuple[int, str]] = []
    for line in _lines(text):
        if match := _SERIAL.match(line):
            plain, written, circled = match[2], match[3], match[4]
            number = (
                int(plain) if plain else (_NUMERALS.find(written) if written else _CIRCLED.find(circled)) + 1
            )
            pieces.append((number, line))
        elif pieces:
            pieces[-1] = pieces[-1][0], pieces[-1][1] + line
        else:
            pieces.append((1, line))
    numbers = [number for number, _ in pieces]
    return pieces if len(pieces) > 1 and numbers == list(range(1, len(pieces) + 1)) else []


def _split(entry: Entry, count: int) -> list[str] | None:
    """What an entry holds for each of so many indicators, None where it does not."""
    if not isinstance(entry.raw, str) or "\n" not in entry.raw.strip():
        return None
    numbered = _numbered(entry.raw)
    if len(numbered) == count:
        return [_SERIAL.sub("", text, count=1) for _, text in numbered]
    lines = _lines(entry.raw)
    return lines if len(lines) == count else None


def _named(
    entries: Mapping[str, Entry], numbered: list[tuple[int, str]], text: str, turn: int
) -> dict[str, Entry]:
    """The name of one of them, and its 二级指标 where its serial names it: 数量指标1：…"""
    match = _SERIAL.match(text) if numbered else None
    name = entries["name"]
    found = {"name": replace(name, raw=text[match.end() :] if match else text)}
    level = replace(name, raw=f"{match[1]}指标") if match and match[1] else NO_ENTRY
    if entries.get("level2", NO_ENTRY).blank and is_level2(level):
        found["level2"] = level
    return found


def _of_scores(
    entries: Mapping[str, Entry], said: Mapping[str, list[str] | None], count: int
) -> list[dict[str, Entry]]:
    """分值 and 得分 of each. A 得分 for all of them that is not the full one says nothing about any."""
    found: list[dict[str, Entry]] = [{} for _ in range(count)]
    points = entries.get("points", NO_ENTRY)
    for field in ("points", "earned"):
        if field not in entries:
            continue
        entry, own = entries[field], said.get(field)
        if own:
            parts = [replace(entry, raw=text) for text in own]
        elif entry.number is not None and (field == "points" or entry.number == points.number):
            parts = equal_parts(entry, entry.number, count)
        else:
            parts = [replace(entry, raw=None)] * count
        for one, part in zip(found, parts, strict=True):
            one[field] = part
    return found


def _reasons(entry: Entry, count: int) -> list[Entry]:
    """The reason of each: those that are numbered by their number, any other for all of them."""
    match = _SERIAL.match(entry.raw) if isinstance(entry.raw, str) else None
    if match is None:
        return [entry] * count
    found: dict[int, str] = {}
    for line in _lines(entry.text):
        if match := _SERIAL.match(line):
            number = (
                int(match[2])
                if match[2]
                else (_NUMERALS.find(match[3]) if match[3] else _CIRCLED.find(match[4])) + 1
            )
            found[number] = line[match.end() :]
        else:
            found[max(found)] += line
    fits = all(1 <= number <= count for number in found)
    return [replace(entry, raw=found.get(turn + 1)) for turn in range(count)] if fits else [entry] * count


def equal_parts(entry: Entry, number: Decimal, count: int) -> list[Entry]:
    """A number in equal parts of whole cents, the last of which makes up the sum."""
    part = (number / count).quantize(_CENT, ROUND_HALF_UP)
    return [replace(entry, raw=one) for one in [part] * (count - 1) + [number - part * (count - 1)]]
