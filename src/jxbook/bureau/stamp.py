"""What a file's result depends on: its content, the policies that it may name, and the version of jxbook."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from stat import S_ISREG

from jxbook import __version__
from jxbook.bureau.walk import FoundFile
from jxbook.policy.places import names_in, user_folder

_LARGEST = 50_000_000
_THREADS, _SOME = 8, 16
"""Files are read by several threads, as a shared folder keeps each waiting, some in one go, as a thread costs as much
as a file on the own disk."""


def stamps(files: Sequence[FoundFile], policy: str | Path | None) -> list[str]:
    """What the result of each file depends on, in their order."""
    common = f"{__version__}|{policy or ''}|{_policies(user_folder())}"
    if isinstance(policy, Path):
        common += _digest(str(policy))
    beside = cache(lambda folder: _policies(Path(folder)))

    def stamp(one: FoundFile) -> str:
        own = "" if "://" in one.path else beside(one.path.rpartition(os.sep)[0])
        return _hash(f"{common}|{own}|{_digest(one.path)}".encode())

    def some(at: int) -> list[str]:
        return [stamp(one) for one in files[at : at + _SOME]]

    with ThreadPoolExecutor(_THREADS) as threads:
        return [one for found in threads.map(some, range(0, len(files), _SOME)) for one in found]


def _policies(folder: Path) -> str:
    """The policy files in a folder, as they are."""
    return "".join(f"{name}{_digest(str(folder / f'{name}.toml'))}" for name in names_in(folder))


def _digest(path: str) -> str:
    if "://" in path:
        return _remote(path)
    try:
        place = Path(path)
        found = place.stat()
        if not S_ISREG(found.st_mode):  # a pipe would make `open` wait
            return ""
        with place.open("rb") as file:
            return _hash(file.read(min(found.st_size, _LARGEST)))
    except (OSError, ValueError):
        return ""


def _remote(url: str) -> str:
    """Size, time and tag of a file that is far away, as its system knows them."""
    import fsspec  # type: ignore[import-untyped]

    try:
        system, path = fsspec.core.url_to_fs(url)
        return _hash(str(system.ukey(path)).encode())
    except (OSError, ValueError, NotImplementedError):
        return ""


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
