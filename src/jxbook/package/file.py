"""The bytes of a file, bounded."""

from __future__ import annotations

import os
from pathlib import Path

from jxbook.package.limits import MAX_FILE
from jxbook.refusals.reading import (
    Excess,
    empty,
    folder_for_a_file,
    lock_file,
    missing,
    too_much,
    unreadable,
)

_ENDINGS = (".xlsx", ".xlsm", ".docx", ".xls")
"""Of the files that hold a form, the usual ones first."""


def read_bounded(path: Path) -> bytes:
    """The bytes of a regular file, MAX_FILE at most. Raises Refusal JX901, JX903, JX907, JX909 or JX910."""
    if path.name.startswith("~$"):
        raise lock_file(path.name)
    data = _read(path)
    if not data:
        raise empty(path.name)
    return data


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe or a device would make `open` wait
            if path.is_dir():
                raise folder_for_a_file(path.name or str(path))
            raise unreadable(path.name) if path.exists() else missing(path.name, _beside(path))
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_FILE:
                raise too_much(path.name, Excess.FILE, MAX_FILE // 1_000_000)
            return file.read(size)
    except FileNotFoundError:
        raise missing(path.name) from None
    except (OSError, ValueError) as error:
        raise unreadable(path.name) from error


def _beside(path: Path) -> str:
    """The name of a file in the same folder that this one with another ending is; "" where there is none.

    Windows hides the endings: what shows as 自评表.xlsx may be 自评表.xlsx.xlsx.
    """
    stems = dict.fromkeys((path.name, path.stem))
    names = (f"{stem}{ending}" for stem in stems for ending in _ENDINGS)
    return next((name for name in names if path.with_name(name).is_file()), "")
