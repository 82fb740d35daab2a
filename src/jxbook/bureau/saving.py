"""Papers that a run writes into its own folders: made again when what they say has changed, never over a person's work."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from jxbook.atomic import replace_file, replace_read
from jxbook.file_names import free_names
from jxbook.refusals.writing import cannot_save


def save(path: Path, data: bytes, written: Collection[str] = (), *, flushed: bool = True) -> tuple[str, str]:
    """Write a paper, its folders with it; its path and its digest.

    `written` are the digests of what earlier runs wrote. A file that is none of them nor this one was changed by
    somebody: it is kept beside it under another name. Raises Refusal JX911, JX914, or JX915 where another program
    writes it at the same time.
    """
    digest = digest_of(data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise cannot_save(path.name) from error
    found = digest_of(there) if there else ""
    if there and found != digest and found not in written:
        [kept] = free_names(path.parent, f"{path.stem}_修改稿{path.suffix}")
        replace_file(kept, there, new=True)
    if found != digest:
        replace_read(path, data, there, flushed=flushed)
    return str(path), digest


def whole(paper: str | Path) -> bool:
    """Is a paper there, and not emptied by a loss of power?"""
    try:
        return Path(paper).stat().st_size > 0
    except OSError:
        return False


def digest_of(data: bytes) -> str:
    """What tells a file's content."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
