"""The outline of a report: one that comes with jxbook, or an office's own, which is checked before it runs."""

from __future__ import annotations

from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.policy import Policy
from jxbook.refusals.reports import outline_not_text, outline_too_large, outline_unreadable
from jxbook.report.shipped import outline_text

MOST_BYTES = 100_000
"""Bytes of an outline: five times one that says everything."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The name that messages call it by, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A place in an outline that staff may complete: its name and a hint at what belongs there."""

    name: str
    hint: str


def shipped(name: str) -> Outline:
    """An outline that comes with jxbook. Raises Refusal JX605 when there is none of this name."""
    return Outline(name, outline_text(name))


def outline_of(policy: Policy) -> Outline:
    """The outline that a policy names: one of ours, or the file beside the policy. Raises as `read_outline`."""
    return read_outline(policy.outline) if policy.outline else shipped(policy.word("report.outline"))


def read_outline(path: Path) -> Outline:
    """An office's own outline.

    Raises Refusal JX605 where there is no such file, JX603 (FaultyOutline) for one that is too large, no UTF-8 text,
    or uses what is not offered: every mistake with its line and how to mend it.
    """
    from jxbook.report.mistakes import FaultyOutline, mistakes_in

    try:
        if not path.is_file():
            raise outline_unreadable(path.name or str(path))
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise outline_unreadable(path.name or str(path)) from error
    if len(raw) > MOST_BYTES:
        raise outline_too_large(path.name, MOST_BYTES // 1000)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise outline_not_text(path.name) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := mistakes_in(text, path.name):
        raise FaultyOutline(path.name, found)
    return Outline(path.name, text)


def sections(outline: Outline) -> tuple[OutlineSection, ...]:
    """The passages of an outline, in order.

    They are read from the outline's own text: a passage inside a macro of another file would not be found.
    """
    from jxbook.report.sandbox import calls_of

    found = calls_of(outline.text, "passage")
    return tuple(OutlineSection(name, "".join(hint[:1])) for name, *hint in found)
