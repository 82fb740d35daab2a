"""Folders → the files that may hold a form, in a fixed order; lock files and links are passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.refusals.bureau import folder_unreadable, no_folder

if TYPE_CHECKING:
    from collections.abc import Collection

READ = (".xlsx", ".xlsm", ".xls", ".docx")
"""What is opened."""
REFUSED = (".doc", ".et", ".wps", ".xlsb", ".ods", ".rtf", ".mht", ".htm", ".html")
"""What is opened as well, so that the reason why it cannot be read is told: forms do come in these formats."""
LOCKS = ("~$", ".~")
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: a link to a folder that Windows does not call one
SLIP = "_核对单.docx"
"""How the name of a 核对单 of ours ends: a paper for the person who filled in the form beside it."""
_SLIP = pattern(r"_核对单(?:（\d{1,4}）)?\.docx\Z")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file: `path` opens it, a local path or a URL; `name` is its path below the folder, with "/"."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Walked:
    """What lies in the folders: the files to read, and how many others there are, by their ending, `SLIP` for a 核对单."""

    files: tuple[FoundFile, ...]
    others: dict[str, int]


def walk(folders: Sequence[str], own: Collection[Path] = ()) -> Walked:
    """All files below `folders`, local ones or fsspec URLs. `own` are files and folders that a run itself writes.

    A folder that stands in another one of the list is walked once. Raises Refusal JX980 for a folder that is none
    and JX981 for one that cannot be listed.
    """
    skipped = {os.path.realpath(one) for one in own}
    files: dict[str, FoundFile] = {}
    others: dict[str, int] = {}
    for folder in folders:
        listed = _remote(folder) if "://" in folder else _local(Path(folder), skipped)
        before = "" if len(folders) == 1 else f"{PurePosixPath(folder.replace(os.sep, '/')).name}/"
        for path, name in listed:
            suffix = SLIP if _SLIP.search(name) else PurePosixPath(name).suffix.lower()
            if PurePosixPath(name).name.startswith(LOCKS):
                continue
            if suffix in READ or suffix in REFUSED:
                files.setdefault(path, FoundFile(path, before + name))
            else:
                others[suffix] = others.get(suffix, 0) + 1
    return Walked(tuple(sorted(files.values(), key=lambda one: one.name)), others)


def _local(root: Path, skipped: set[str]) -> Iterator[tuple[str, str]]:
    """Every regular file below `root`, by its full path and its name; no link is followed, `root` may be one."""
    shown = root.name or str(root)
    if not root.is_dir():
        raise no_folder(shown)
    top = os.path.realpath(root)

    def failed(error: OSError) -> None:
        raise folder_unreadable(str(error.filename or shown))

    for folder, below, names in os.walk(top, onerror=failed):
        below[:] = sorted(
            one
            for one in below
            if not _is_link(f"{folder}{os.sep}{one}") and f"{folder}{os.sep}{one}" not in skipped
        )
        for name in names:
            path = f"{folder}{os.sep}{name}"
            if path not in skipped and not _is_link(path):
                yield path, os.path.relpath(path, top).replace(os.sep, "/")


def _is_link(path: str) -> bool:
    try:
        found = os.lstat(path)
    except OSError:
        return False  # whoever opens it will say why not
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def _remote(url: str) -> Iterator[tuple[str, str]]:
    """Every file below an fsspec URL."""
    import fsspec  # type: ignore[import-untyped]

    try:
        system, top = fsspec.core.url_to_fs(url)
        if not system.isdir(top):
            raise no_folder(url)
        listed: list[Any] = system.find(top)
    except (OSError, ValueError, ImportError) as error:
        raise folder_unreadable(url) from error
    for path in listed:
        yield system.unstrip_protocol(path), path.removeprefix(top).lstrip("/")
