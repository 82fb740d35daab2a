"""Putting a file in its place in one step, so that nobody ever meets half a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jxbook.refusals.writing import cannot_save, changed_meanwhile, in_use, no_such_folder


def replace_file(path: Path, data: bytes, instead_of: bytes | None = None, *, flushed: bool = True) -> None:
    """Make `data` the content of `path`, at once or not at all; only if that is still `instead_of`, where it is given.

    The bytes are written beside the file, flushed to the disk and moved over it; not `flushed`, a loss of power may
    still take them, which what can be made again may risk. An existing file
    keeps its permissions; where `path` is a link, the file it points to is replaced.
    Raises Refusal JX911 when the file is open in another program, JX914 when the folder cannot be
    written to, JX915 when somebody has changed it. Then the old file is untouched and nothing is left beside it.
    """
    place = path.name
    try:
        path = Path(os.path.realpath(path))
        beside = path.with_name(f".~jxbook-{os.urandom(6).hex()}")
        _write_new(beside, data, flushed)
    except FileNotFoundError as error:
        raise no_such_folder(place, str(path.parent)) from error
    except (OSError, ValueError) as error:
        raise cannot_save(place) from error
    try:
        with suppress(FileNotFoundError):
            beside.chmod(path.stat().st_mode & 0o7777)
        if instead_of is not None and path.read_bytes() != instead_of:
            raise changed_meanwhile(place)
        beside.replace(path)
    except PermissionError as error:
        _discard(beside)
        raise in_use(place) from error
    except (OSError, ValueError) as error:  # Windows finds only here that a name cannot be one
        _discard(beside)
        raise cannot_save(place) from error
    except BaseException:
        _discard(beside)
        raise


def _write_new(path: Path, data: bytes, flushed: bool) -> None:
    """Create `path` with `data`, on the disk where it is `flushed`; on any failure, an interrupt included, leave nothing."""
    try:
        with path.open("xb") as file:
            file.write(data)
            if flushed:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        _discard(path)
        raise


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.chmod(0o600)  # Windows does not remove a read-only file
        path.unlink()
