"""Putting a file in its place in one step, so that nobody ever meets half a file."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from jxbook.refusals.writing import (
    already_there,
    cannot_save,
    changed_meanwhile,
    in_use,
    no_such_folder,
    read_only,
)

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import BinaryIO

_PREFIX = ".~jxbook-"
"""What the name of a file begins with that is being written."""
_ABANDONED = 600
"""Seconds after which such a file is nobody's any more, where no lock tells: writing one takes a moment."""
_swept: set[Path] = set()
_WAITS, _WAIT = 1_000, 0.01
"""How often, and after how many seconds, a file is asked for again that another process is replacing."""
_TRIES, _PAUSE = 5, 0.1
"""How often, and after how many seconds, a file is moved again that somebody has open."""


def replace_file(
    path: Path, data: bytes, instead_of: bytes | None = None, *, new: bool = False, flushed: bool = True
) -> None:
    """Make `data` the content of `path`, at once or not at all; only if that is still `instead_of`, where it is given.

    With `new` only where no file is: of two who make it at one time, one is refused. The bytes are written beside the
    file, flushed to the disk and moved into its place; what a process that was killed has left there is removed. Not
    `flushed`, a loss of power may still take them, which what can be made again may risk. An existing file keeps its
    permissions; where `path` is a link, the file it points to is replaced.
    Raises Refusal JX911 when the file is open in another program or read-only, JX914 when the folder cannot be
    written to, JX915 when somebody has changed it, JX925 when it is to be new and is there. Then the old file is
    untouched and nothing is left beside it.
    """
    _put(path, data, instead_of, new, flushed, already_there)


def replace_read(path: Path, data: bytes, read: bytes | None, *, flushed: bool = True) -> None:
    """As `replace_file`, instead of what was `read` there, None where nothing was. Raises Refusal JX915 where that is
    no longer so, else as that does."""
    _put(path, data, read, read is None, flushed, changed_meanwhile)


def _put(
    path: Path,
    data: bytes,
    instead_of: bytes | None,
    new: bool,
    flushed: bool,
    taken: Callable[[str], Exception],
) -> None:
    """See the two above; `taken` says that a file which is to be new is there."""
    place = path.name
    try:
        path = Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
        mode = _mode(path)
        if mode is not None and not mode & 0o222:
            raise read_only(place)
        _sweep(path.parent)
        beside, held = _written_beside(path, data, mode, flushed)
    except FileNotFoundError as error:
        raise no_such_folder(place, str(path.parent)) from error
    except (OSError, ValueError) as error:
        raise cannot_save(place) from error
    try:
        with closing(held), nullcontext() if instead_of is None else _alone_with(path):
            if instead_of is not None and path.read_bytes() != instead_of:
                raise changed_meanwhile(place)
            if new:
                _move_to_free(beside, path)
            else:
                _replace(beside, path)
    except BaseException as error:
        _discard(beside)
        if isinstance(error, FileExistsError):
            raise taken(place) from error
        if isinstance(error, PermissionError):
            raise in_use(place) from error
        if isinstance(error, OSError):
            raise cannot_save(place) from error
        raise


def _mode(path: Path) -> int | None:
    """The permissions of a file; None where there is none."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None


def _written_beside(path: Path, data: bytes, mode: int | None, flushed: bool) -> tuple[Path, BinaryIO]:
    """A new file beside `path` with `data` on the disk and with `mode`, and what holds it for us until it is moved.

    What replaces a private file is private from its first byte. On any failure, an interrupt included, nothing is left.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        beside = path.with_name(f"{_PREFIX}{os.urandom(6).hex()}")
        file = open(os.open(beside, flags, 0o666 if mode is None else 0o600), "wb")  # noqa: PTH123, SIM115 - stays open
        try:
            _hold(file.fileno(), wait=True)
            if not beside.exists():  # a sweeper was there first
                file.close()
                continue
            file.write(data)
            file.flush()
            if flushed:
                os.fsync(file.fileno())
            if os.name == "nt":
                file.close()  # an open file cannot be moved there
            if mode is not None:
                beside.chmod(mode)
        except BaseException:
            file.close()
            _discard(beside)
            raise
        return beside, file


def _hold(file: int, *, wait: bool) -> bool | None:
    """Lock an open file; False where another process holds it, None where that cannot be told."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


@contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """Be the only one of us who compares a file with what was read and then replaces it. Raises PermissionError where
    somebody else takes too long for that."""
    for _ in range(_WAITS):
        if (handle := _locked(path)) is not None:
            try:
                yield
            finally:
                os.close(handle)
            return
        time.sleep(_WAIT)
    raise PermissionError(path.name)


def _locked(path: Path) -> int | None:
    """What holds a file for us until it is closed, None where somebody else does or has just replaced it."""
    if sys.platform == "win32":
        # A file that is open cannot be replaced there: we hold one beside it, which goes when it is closed.
        import zlib

        beside = path.with_name(f"{_PREFIX}{zlib.crc32(path.name.casefold().encode()):08x}")
        with suppress(FileExistsError, PermissionError):
            return os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_TEMPORARY)
        return None
    handle = os.open(path, os.O_RDONLY)
    if _hold(handle, wait=False) is not False and os.path.samestat(os.fstat(handle), path.stat()):
        return handle
    os.close(handle)
    return None


def _replace(beside: Path, path: Path) -> None:
    """Move a file to its place. On Windows a virus scanner has a new file open for a moment, and it cannot be moved."""
    for _ in range(_TRIES if os.name == "nt" else 0):
        try:
            beside.replace(path)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    beside.replace(path)


def _move_to_free(beside: Path, path: Path) -> None:
    """Move a file to a name that is free. Raises FileExistsError where it is taken, also this very moment."""
    if os.name == "nt":
        beside.rename(path)  # which Windows refuses where a file is
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name of a file: the name is taken first, empty
        path.open("xb").close()
        try:
            beside.replace(path)
        except BaseException:
            _discard(path)
            raise
    else:
        _discard(beside)


def _sweep(folder: Path) -> None:
    """Remove what killed processes have left in a folder; once for each, as a bureau writes thousands into one."""
    if folder in _swept:
        return
    _swept.add(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if entry.name.startswith(_PREFIX)]
        for one in left:
            with suppress(OSError):
                if os.name == "nt":  # where its writer could not move it while we have it open
                    if _is_old(one):
                        _discard(one)
                    continue
                with one.open("rb") as file:
                    held = _hold(file.fileno(), wait=False)
                    if held or (held is None and _is_old(one)):
                        _discard(one)


def _is_old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > _ABANDONED


def _discard(path: Path) -> None:
    with suppress(OSError):
        if os.name == "nt":
            # A read-only file is not removed there; elsewhere its other names would change with it.
            path.chmod(0o600)
        path.unlink()
