"""A policy file as it was written: its data, and the line each value stands in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jxbook.dataclass import cached_property, dataclass
from jxbook.pattern import pattern
from jxbook.policy.fault import Fault, FaultyPolicy
from jxbook.policy.syntax import decoded, syntax_fault

MOST_BYTES = 100_000
"""Bytes of a policy file: twenty times one that says everything."""
_LONGEST_NUMBER, _LARGEST = 40, 20
_DEEP = pattern(r"\.(?:\s{0,8}[\w\"'-]{1,64}\s{0,8}\.){15}")
"""A key of many parts, which costs tomllib the square of their number. Bounded repeats only, from a dot on: a text has
few of them."""
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = pattern(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?\Z")
_KEY = pattern(rf"\s*({_DOTTED})\s*=")

KeyPath = tuple[str | int, ...]
"""The way to a value: ("tree", "level1", 0, "points")."""


@dataclass(frozen=True)
class PolicyFile:
    """A policy file: the name of its policy, its data, and where in the text things stand."""

    path: Path
    data: Mapping[str, Any]
    text: str

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        """The line of each value and header; only a faulty file is asked for them."""
        return _lines(self.text, self.data)

    @property
    def name(self) -> str:
        """The name of the policy, which is the file's."""
        return self.path.stem

    @property
    def parent(self) -> str:
        """The name of the parent, "" when it has none."""
        identity = self.data.get("identity")
        parent = identity.get("parent") if isinstance(identity, dict) else None
        return parent if isinstance(parent, str) else ""

    def line(self, *place: str | int) -> int:
        """The line of a value, or else of what it stands in; 0 when neither is there."""
        while place:
            if place in self.lines:
                return self.lines[place]
            place = place[:-1]
        return 0


def read_source(path: Path) -> PolicyFile:
    """Read a policy file. Raises FaultyPolicy when it is too large, no UTF-8 or no TOML."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FaultyPolicy(path.name, [Fault(0, "文件无法读取", "请检查是否有读取权限")]) from error
    if len(raw) > MOST_BYTES:
        raise FaultyPolicy(path.name, [Fault(0, "文件超过100KB，不像是政策文件", "请核对是不是选错了文件")])
    text = decoded(raw)
    if isinstance(text, Fault):
        raise FaultyPolicy(path.name, [text])
    return parse_source(path, text)


def parse_source(path: Path, text: str) -> PolicyFile:
    """The text of a policy file, which `path` names. Raises FaultyPolicy when it is no TOML."""
    try:
        if deep := _DEEP.search(text):
            line = text.count("\n", 0, deep.start()) + 1
            raise FaultyPolicy(
                path.name, [Fault(line, "名称的层数太多", "请照 jxbook policy new 写出的文件改正")]
            )
        data = tomllib.loads(text, parse_float=_number)
    except (ValueError, RecursionError) as error:
        raise FaultyPolicy(path.name, [syntax_fault(text, error)]) from error
    return PolicyFile(path, data, text)


def _number(text: str) -> Decimal:
    """A number of a file; ValueError for one that nobody means: written out, 1e999999999 takes 2 GB."""
    number = Decimal(text)
    if len(text) > _LONGEST_NUMBER or abs(number.adjusted()) > _LARGEST:
        raise ValueError("number out of bounds")
    return number


def _lines(text: str, data: Mapping[str, Any]) -> dict[KeyPath, int]:
    """A light scan for [headers] and keys: good enough to point at a line, never used to read a value."""
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    here: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := _HEADER.match(line):
            place = _numbered(_parts(match[2]), counts)
            if match[1] == "[[":
                found.setdefault(place, number)
                counts[place] = counts.get(place, -1) + 1
                place = (*place, counts[place])
            if _stands(data, place):
                here = place
                found.setdefault(place, number)
        elif match := _KEY.match(line):
            found.setdefault((*here, *_parts(match[1])), number)
    return found


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, dotted)]


def _numbered(parts: list[str], counts: Mapping[KeyPath, int]) -> KeyPath:
    """The place of a header: below an array of tables it belongs to the last one."""
    place: KeyPath = ()
    for part in parts[:-1]:
        place = (*place, part)
        if place in counts:
            place = (*place, counts[place])
    return (*place, parts[-1])


def _stands(data: Any, place: KeyPath) -> bool:
    for part in place:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(data, dict)
