"""One line of what the doctor says."""

from __future__ import annotations

from enum import StrEnum

from jxbook.dataclass import dataclass


class State(StrEnum):
    """How a thing stands; only BROKEN makes `jxbook doctor` exit with 1."""

    FINE = "正常"
    NOTE = "提示"
    BROKEN = "问题"


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, how it stands, what was seen, and how to mend it."""

    name: str
    state: State
    what: str
    fix: str = ""


def fine(name: str, what: str) -> Line:
    """All is well."""
    return Line(name, State.FINE, what)


def note(name: str, what: str, fix: str = "") -> Line:
    """Worth knowing, and no obstacle."""
    return Line(name, State.NOTE, what, fix)


def broken(name: str, what: str, fix: str) -> Line:
    """Something will not work until it is mended."""
    return Line(name, State.BROKEN, what, fix)
