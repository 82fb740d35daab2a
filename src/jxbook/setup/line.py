"""One line of what the doctor says."""

from __future__ import annotations

from enum import StrEnum

from jxbook.dataclass import dataclass


class Health(StrEnum):
    """How a thing stands; only BROKEN makes `jxbook doctor` exit with 1."""

    FINE = "正常"
    NOTE = "提示"
    BROKEN = "问题"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked at, how it stands, what was seen, and how to mend it."""

    name: str
    state: Health
    what: str
    fix: str = ""


def fine(name: str, what: str) -> Diagnosis:
    """All is well."""
    return Diagnosis(name, Health.FINE, what)


def note(name: str, what: str, fix: str = "") -> Diagnosis:
    """Worth knowing, and no obstacle."""
    return Diagnosis(name, Health.NOTE, what, fix)


def broken(name: str, what: str, fix: str) -> Diagnosis:
    """Something will not work until it is mended."""
    return Diagnosis(name, Health.BROKEN, what, fix)
