"""Where a command writes: the name with its ending, nothing overwritten that was not meant to be."""

from __future__ import annotations

from pathlib import Path

from jxbook.pattern import pattern
from jxbook.refusals.writing import already_there, cannot_make_folder, is_the_source, there_without_force

_TURNING = pattern("[\u202a-\u202e\u2066-\u2069]+")
"""Marks that turn the direction of reading, by which a name looks like another."""


def stem_of(file: Path) -> str:
    """A file's name without its ending, for the names of what is made of it."""
    return _TURNING.sub("", file.stem)


def with_ending(path: Path, ending: str) -> Path:
    """The path as typed; with this ending where it was typed without one: 报告 → 报告.docx."""
    return path if path.suffix or not path.name else path.with_name(f"{path.name}{ending}")


def refuse_existing(path: Path, *, force: bool | None = None, source: Path | None = None) -> None:
    """Raise Refusal JX925 where a file stands in the way, `force` or not when it is the one that is read; None: the
    command has no --force."""
    try:
        if not path.exists():
            return
    except OSError:  # a name that no disk takes, a folder without rights: who writes there says so
        return
    if source is not None and source.exists() and path.samefile(source):
        raise is_the_source(path.name)
    if not force:
        raise (already_there if force is None else there_without_force)(path.name)


def made_folder(folder: Path) -> Path:
    """The folder, made where it is missing. Raises Refusal JX914."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_make_folder(folder.name or str(folder)) from error
    return folder
