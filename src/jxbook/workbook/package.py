"""Opening a workbook file: its bytes, bounded, and its parts on demand.

Whatever the bytes are, the outcome is a package or a Refusal; nothing is ever extracted to disk.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jxbook.finding import Refusal
from jxbook.refusals.reading import (
    OtherKind,
    damaged,
    empty,
    encrypted,
    lock_file,
    missing,
    not_a_workbook,
    old_format,
    too_large,
    unreadable,
)
from jxbook.workbook.archive import Entry, inflate, read_directory

MAX_FILE = 50_000_000
"""Bytes of a workbook file: a form with dozens of photographs stays below."""

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = {
    "word/document.xml": OtherKind.WORD,
    "ppt/presentation.xml": OtherKind.POWERPOINT,
    "xl/workbook.bin": OtherKind.BINARY,
    "content.xml": OtherKind.OPEN_DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook file in memory: its name, its bytes, and its entries by part name.

    Part names are as in the file, without a leading slash; they are looked up without regard to
    case, as the Open Packaging Conventions ask.
    """

    name: str
    data: bytes
    entries: tuple[Entry, ...]
    by_name: Mapping[str, Entry]

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.by_name

    def entry(self, part: str) -> Entry:
        """The directory's entry for a part. Raises Refusal JX904 when there is none."""
        try:
            return self.by_name[part.lower()]
        except KeyError:
            raise damaged(self.name) from None

    def part(self, part: str) -> bytes:
        """The inflated bytes of a part. Raises Refusal JX904 (missing, damaged) or JX907 (too large)."""
        return inflate(self.data, self.entry(part), self.name)


def open_package(path: Path) -> Package:
    """The package in the file at `path`, or a Refusal (JX901 to JX910) that says what is the matter."""
    return package_in(read_bounded(path), path.name)


def package_in(data: bytes, name: str) -> Package:
    """The package that a file's bytes are; `name` is the file's, for messages. Raises Refusal as `open_package`."""
    if data.startswith(_OLE):
        raise _ole_refusal(data, name)
    if not data.startswith(_ZIP):
        raise not_a_workbook(name)
    entries = read_directory(data, name)
    by_name = {part_name(entry.name): entry for entry in entries}
    if len(by_name) != len(entries):
        raise damaged(name)
    _require_workbook(by_name, name)
    return Package(name, data, entries, by_name)


def part_name(entry_name: str) -> str:
    """The name by which an entry is found: "/" between folders, none in front, lower case."""
    return entry_name.replace("\\", "/").lstrip("/").lower()


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


def _ole_refusal(data: bytes, name: str) -> Refusal:
    """Which old or wrapped file an OLE compound file is, judged by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return encrypted(name)
    if "WordDocument".encode("utf-16-le") in data:
        return not_a_workbook(name, OtherKind.OLD_WORD)
    return old_format(name)


def _require_workbook(by_name: Mapping[str, Entry], name: str) -> None:
    """Refuse a zip file that holds something else than a workbook."""
    if "xl/workbook.xml" in by_name:
        return
    for part, kind in _OTHER_KINDS.items():
        if part in by_name:
            raise not_a_workbook(name, kind)
    if "[content_types].xml" in by_name or any(part.startswith("xl/") for part in by_name):
        raise damaged(name)
    raise not_a_workbook(name)
