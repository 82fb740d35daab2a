"""One run for one roll-up: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jxbook.refusals.bureau import open_elsewhere, second_writer
from jxbook.refusals.writing import cannot_save


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Be the only run that writes `output`. Raises Refusal JX986 where another one does, JX914 without a folder.

    The lock is a file beside it, `.~汇总.xlsx.jxbook`, that holds nothing and is removed at the end; where `output` is
    a link, beside the file that it leads to.
    """
    path = Path(os.path.realpath(output))
    path = path.with_name(f".~{path.name}.jxbook")
    handle = _held(path, output.name)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()  # while it is still locked; Windows keeps it, which does no harm
        os.close(handle)


def _held(path: Path, place: str) -> int:
    """The lock, held. One that its owner removed between our opening and our locking it is no lock: we ask again."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise cannot_save(place) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise second_writer(place) from None
        with suppress(FileNotFoundError):
            if os.path.samestat(path.stat(), os.fstat(handle)):
                return handle
        os.close(handle)


def refuse_open(output: Path, finished: int = 0) -> None:
    """Raise Refusal JX985 where a program of an office has `output` open: it leaves a lock file beside it. `finished`
    files were read by then."""
    name = output.name
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")  # Word cuts names
    if any(output.with_name(one).exists() for one in locks):
        raise open_elsewhere(name, finished)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
