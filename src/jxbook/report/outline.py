"""What an outline asks staff for: its passages, in order."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.report.shipped import outline_text


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A place in an outline that staff may complete: its name and a hint at what belongs there."""

    name: str
    hint: str


def sections(outline: str) -> tuple[OutlineSection, ...]:
    """The passages of a shipped outline, in order.

    They are read from the outline's own text: a passage inside a macro of another file would not be found.
    """
    from jxbook.report.sandbox import calls_of

    return tuple(OutlineSection(name, hint) for name, hint in calls_of(outline_text(outline), "passage"))
