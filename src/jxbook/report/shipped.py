"""The outline files that come with jxbook."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jxbook.refusals.reports import unknown_outline

_FOLDER = Path(__file__).with_name("outlines")


def outline_names() -> tuple[str, ...]:
    """The outlines, by the name that `report.outline` calls them by."""
    return tuple(sorted(one.stem for one in _FOLDER.glob("*.txt")))


@lru_cache(maxsize=32)
def outline_text(name: str) -> str:
    """The text of an outline. Raises Refusal JX605 when there is none of this name."""
    known = outline_names()
    if name not in known:
        raise unknown_outline(name, known)
    return _FOLDER.joinpath(f"{name}.txt").read_text("utf-8")
