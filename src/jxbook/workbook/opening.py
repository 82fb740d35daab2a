"""Opening a workbook file: a package that holds a workbook, or a refusal that says what the file is."""

from __future__ import annotations

from pathlib import Path

from jxbook.package import Package, open_zip
from jxbook.package.file import read_bounded
from jxbook.package.opc import CONTENT_TYPES
from jxbook.refusals.reading import OtherKind, damaged, encrypted, not_a_workbook, old_format
from jxbook.workbook.file_kind import FileKind, kind_of, other_kind, workbook_part


def open_workbook(path: Path) -> Package:
    """The workbook in the file at `path`, or a Refusal (JX901 to JX910) that says what is the matter."""
    return workbook_in(read_bounded(path), path.name)


def workbook_in(data: bytes, name: str) -> Package:
    """The workbook that a file's bytes are; `name` is the file's, for messages. Raises Refusal as `open_workbook`."""
    match kind_of(data):
        case FileKind.ZIP:
            package = open_zip(data, name)
        case FileKind.ENCRYPTED:
            raise encrypted(name)
        case FileKind.OLD_WORD:
            raise not_a_workbook(name, OtherKind.OLD_WORD)
        case FileKind.OLD_EXCEL | FileKind.OTHER_OLE:
            raise old_format(name)
        case FileKind.OTHER:
            raise not_a_workbook(name)
    return workbook_of(package)


def workbook_of(package: Package) -> Package:
    """A package that holds a workbook. Raises Refusal for one that holds something else, as `open_workbook`."""
    if workbook_part(package):
        return package
    if kind := other_kind(package):
        raise not_a_workbook(package.name, kind)
    if CONTENT_TYPES in package or any(part.startswith("xl/") for part in package.by_name):
        raise damaged(package.name)
    raise not_a_workbook(package.name)
