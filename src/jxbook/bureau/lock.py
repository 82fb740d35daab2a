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

    The lock is a file beside it, `.~汇总.xlsx.jxbook`, that holds nothing and is removed at the end.
    """
    path = output.with_name(f".~{output.name}.jxbook")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise cannot_save(output.name) from error
    try:
        try:
            _lock(handle)
        except OSError:
            raise second_writer(output.name) from None
        yield
        with suppress(OSError):
            path.unlink()  # while it is still locked; Windows keeps it, which does no harm
    finally:
        os.close(handle)


def refuse_open(output: Path) -> None:
    """Raise Refusal JX985 where a spreadsheet program has `output` open: it leaves a lock file beside it."""
    name = output.name
    locks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
    if any(output.with_name(one).exists() for one in locks):
        raise open_elsewhere(name)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
