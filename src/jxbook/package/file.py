"""The bytes of a file, bounded."""

from __future__ import annotations

import os
from pathlib import Path

from jxbook.package.limits import MAX_FILE
from jxbook.refusals.reading import empty, lock_file, missing, too_large, unreadable


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
            raise (unreadable if path.exists() else missing)(path.name)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_FILE:
                raise too_large(path.name)
            return file.read(size)
    except FileNotFoundError:
        raise missing(path.name) from None
    except (OSError, ValueError) as error:
        raise unreadable(path.name) from error
