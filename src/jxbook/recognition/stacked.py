"""Several indicators in one row, one below the other in its cells: 指标1：… and 指标2：…, with two targets beside them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry
from jxbook.recognition.levels import is_level2
from jxbook.recognition.serials import (
    SERIAL_BEGINS,
    in_lines,
    kind_of,
    lines_of,
    numbered,
    serial_of,
    told_apart,
    without_its_serial,
)

_CENT = Decimal("0.01")
_COMPARED = ("target", "actual")
_ALONG = ("nature", "direction", "unit")
_MOST = 9


def apart(entries: dict[str, Entry]) -> list[dict[str, Entry]]:
    """The entries of each indicator of a row, by field; of almost every row they are one. Its names are numbered, or each
    has points of its own, and there are as many targets and values: what is merely broken into lines stays whole.

    A 分值 or a 得分 for all of them is an equal part of each, as under merged cells. Those that stand one behind the other,
    1.甲；2.乙, are parted too.
    """
    name = entries.get("name", NO_ENTRY).raw
    if not isinstance(name, str):
        return [entries]
    if "\n" not in name.strip():
        if name.lstrip()[:1] not in SERIAL_BEGINS or (lines := in_lines(name)) == name:
            return [entries]
        found = _each(_in_lines(entries, lines), lines)
        return found if len(found) > 1 else [entries]
    return _each(entries, name)


def _in_lines(entries: Mapping[str, Entry], names: str) -> dict[str, Entry]:
    """The entries of a row whose names stand in one line, with what is numbered or parted as they are in lines."""
    count = names.count("\n") + 1
    found = {**entries, "name": replace(entries["name"], raw=names)}
    for field in (*_COMPARED, "points", "earned", "reason"):
        entry = entries.get(field, NO_ENTRY)
        if isinstance(entry.raw, str) and "\n" not in entry.raw:
            found[field] = replace(entry, raw=in_lines(entry.raw, count))
    return found


def _each(entries: dict[str, Entry], name: str) -> list[dict[str, Entry]]:
    """The entries of each indicator whose names stand one below the other."""
    serials = numbered(name)
    names = serials or lines_of(name)
    count = len(names)
    said = told_apart(entries, count)
    if said is None:
        return [entries]
    points = said.get("points")
    pointed = points is not None and all(Entry(one).number is not None for one in points)
    compared = all(said.get(field) for field in _COMPARED if not entries.get(field, NO_ENTRY).blank)
    if not (serials or pointed) or not compared or not 1 < count <= _MOST or not said.get("target"):
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
        one = {**entries, **own, **of_scores[turn], **_named(entries, names[turn], bool(serials))}
        found.append(one | ({"reason": reasons[turn]} if "reason" in entries else {}))
    return found


def _named(entries: Mapping[str, Entry], text: str, serial: bool) -> dict[str, Entry]:
    """The name of one of them, and its 二级指标 where its serial names it: 数量指标1：…"""
    name = entries["name"]
    found = {"name": replace(name, raw=without_its_serial(text) if serial else text)}
    level = replace(name, raw=kind_of(text)) if serial else NO_ENTRY
    if entries.get("level2", NO_ENTRY).blank and is_level2(level):
        found["level2"] = level
    return found


def _of_scores(
    entries: Mapping[str, Entry], said: Mapping[str, list[str]], count: int
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
    if not isinstance(entry.raw, str) or serial_of(entry.raw) is None:
        return [entry] * count
    found: dict[int, str] = {}
    for line in lines_of(entry.text):
        if (number := serial_of(line)) is not None:
            found[number] = without_its_serial(line)
        else:
            found[max(found)] += line
    fits = all(1 <= number <= count for number in found)
    return [replace(entry, raw=found.get(turn + 1)) for turn in range(count)] if fits else [entry] * count


def equal_parts(entry: Entry, number: Decimal, count: int) -> list[Entry]:
    """A number in equal parts of whole cents, the last of which makes up the sum."""
    part = (number / count).quantize(_CENT, ROUND_HALF_UP)
    return [replace(entry, raw=one) for one in [part] * (count - 1) + [number - part * (count - 1)]]
