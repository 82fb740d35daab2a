"""Papers that a run writes into its own folders: made again when what they say has changed, never over a person's work."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Collection
from pathlib import Path

from jxbook.atomic import replace_file, replace_read
from jxbook.bureau.lock import refuse_open
from jxbook.bureau.tasks import remark_of
from jxbook.checks.submission import Remark
from jxbook.dataclass import replace
from jxbook.file_names import free_names
from jxbook.finding import Refusal
from jxbook.refusals.bureau import open_elsewhere
from jxbook.refusals.writing import (
    cannot_make_folder,
    cannot_save,
    folder_in_the_way,
    in_use,
    paper_in_use,
)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})


def save(path: Path, data: bytes, written: Collection[str] = (), *, flushed: bool = True) -> tuple[str, str]:
    """Write a paper, its folders with it; its path and its digest.

    `written` are the digests of what earlier runs wrote. A file that is none of them nor this one was changed by
    somebody: it is kept beside it under another name. Raises Refusal JX911, JX914, JX985 where somebody has it open,
    or JX915 where another program writes it at the same time.
    """
    digest = digest_of(data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise folder_in_the_way(path.name) if path.is_dir() else cannot_save(path.name) from error
    found = digest_of(there) if there else ""
    if there and found != digest:
        refuse_open(path)
    if there and found != digest and found not in written:
        [kept] = free_names(path.parent, f"{path.stem}_修改稿{path.suffix}")
        replace_file(kept, there, new=True)
    if found != digest:
        replace_read(path, data, there, flushed=flushed)
    return str(path), digest


def make_folder(folder: Path) -> None:
    """A folder for many papers, before the work for them begins. Raises Refusal JX914 where nothing can be written."""
    from tempfile import TemporaryFile

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise cannot_make_folder(str(folder)) from error


def unwritten(path: Path, refusal: Refusal) -> Remark:
    """Why one of many papers was not written."""
    is_open = refusal.finding.code in (in_use.code, open_elsewhere.code)
    told = paper_in_use(path.name) if is_open else refusal
    return replace(remark_of(told.finding), where=str(path))


def no_room(refusal: Refusal) -> bool:
    """Was a paper not saved because the disk is full, or takes nothing more, which the next one will meet too?"""
    return isinstance(refusal.__cause__, OSError) and refusal.__cause__.errno in _NO_ROOM


def whole(paper: str | Path) -> bool:
    """Is a paper there, and not emptied by a loss of power?"""
    try:
        return Path(paper).stat().st_size > 0
    except OSError:
        return False


def digest_of(data: bytes) -> str:
    """What tells a file's content."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
