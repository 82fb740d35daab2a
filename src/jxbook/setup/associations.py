"""With which programs a kind of file can be opened: freedesktop.org's mimeapps.list, read and changed as a text.

A program that merely says of itself what it opens may become the one that a double click starts. So ours are
entered behind the program that opens the kind today, and not at all where there is none yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

ADDED, DEFAULT, CACHE = "Added Associations", "Default Applications", "MIME Cache"


def opened_by(texts: Iterable[str], kind: str) -> str | None:
    """The program that a double click starts; `texts` are the lists of the user and the system, the nearest first."""
    lists = list(texts)
    for group in (DEFAULT, ADDED, CACHE):
        for text in lists:
            if found := _programs(text, group, kind):
                return found[0]
    return None


def with_added(text: str, firsts: Mapping[str, str], ours: Sequence[str]) -> str:
    """The user's list with `ours` behind all others; `firsts` is kind → the program that opens it today."""
    text = without(text, ours)
    for kind, first in firsts.items():
        others = _programs(text, ADDED, kind) or [first]
        text = _replaced(text, kind, [*others, *ours])
    return text


def without(text: str, ours: Sequence[str]) -> str:
    """The user's list without our programs; all other lines stay as they are."""
    kept = []
    for _, line in _grouped(text):
        kind, equals, value = line.partition("=")
        names = value.strip().strip(";").split(";")
        if equals and set(names) & set(ours):
            names = [one for one in names if one not in ours]
            if not names:
                continue
            line = f"{kind}={';'.join(names)};"
        kept.append(line)
    return _joined(kept)


def _replaced(text: str, kind: str, programs: Sequence[str]) -> str:
    wanted = f"{kind}={';'.join(programs)};"
    kept = [
        line for group, line in _grouped(text) if group != ADDED or line.partition("=")[0].strip() != kind
    ]
    if f"[{ADDED}]" not in kept:
        kept.append(f"[{ADDED}]")
    kept.insert(kept.index(f"[{ADDED}]") + 1, wanted)
    return _joined(kept)


def _programs(text: str, group: str, kind: str) -> list[str]:
    for one, line in _grouped(text):
        key, equals, value = line.partition("=")
        if one == group and equals and key.strip() == kind:
            return [name for name in value.strip().split(";") if name]
    return []


def _grouped(text: str) -> Iterator[tuple[str, str]]:
    """Each line with the group it stands in."""
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group, line = line.strip()[1:-1], line.strip()
        yield group, line


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
