"""The VBA project of a workbook, written by pyOpenVBA: its modules, and their names in the sheets.

pyOpenVBA starts from a project that Excel wrote and does what Excel was seen to do when a first macro
is added; xlwings' own quickstart_standalone.xlsm would bring its sheets and its sample along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jxbook.excel.sources import read_source, xlwings_module, xlwings_source
from jxbook.excel.wrappers import WRAPPERS, vba_wrappers

if TYPE_CHECKING:
    from pyopenvba import ExcelFile  # type: ignore[import-untyped]

WORKBOOK_MODULE = "ThisWorkbook"
OWN = "Jx"
"""Every module of ours begins with it."""
ProjectChange = Callable[["ExcelFile"], None]


def standard_modules() -> Iterator[tuple[str, str]]:
    """Name and source of the standard modules."""
    yield "xlwings", xlwings_module()
    yield WRAPPERS, vba_wrappers()
    for name in ("JxTexts", "JxButtons", "JxRibbon"):
        yield name, read_source(f"{name}.bas")


def class_modules() -> Iterator[tuple[str, str]]:
    """Name and source of the class modules: what xlwings needs on a Mac."""
    yield "Dictionary", xlwings_source("addin/Dictionary.cls")


def add_project(data: bytes) -> bytes:
    """A macro-enabled package without macros → the same with our project."""

    def change(book: ExcelFile) -> None:
        book.add_vba_project()
        _put_modules(book)

    return _changed(data, change)


def renew_project(data: bytes) -> bytes:
    """A workbook with our project → the same with current modules. Modules of others stay as they are."""
    return _changed(data, _put_modules)


def _put_modules(book: ExcelFile) -> None:
    from pyopenvba import VBAModuleKind

    project = book.vba_project()
    kinds = {name: VBAModuleKind.standard for name, _ in standard_modules()}
    kinds |= {name: VBAModuleKind.other for name, _ in class_modules()}
    for name in project.module_names():
        if name.startswith(OWN) and name not in kinds:
            project.delete_module(name)
    book.set_module(WORKBOOK_MODULE, _stored(read_source(f"{WORKBOOK_MODULE}.cls")))
    for name, source in (*standard_modules(), *class_modules()):
        if name in project.module_names():
            book.set_module(name, _stored(source))
        else:
            project.add_module(name, _stored(source), kind=kinds[name])


def _stored(source: str) -> str:
    """A source with the line ends of VBA."""
    return "\r\n".join(source.splitlines()) + "\r\n"


def _changed(data: bytes, change: ProjectChange) -> bytes:
    from pyopenvba import ExcelFile

    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        path.write_bytes(data)
        with ExcelFile(path) as book:
            change(book)
            book.save()
        return path.read_bytes()
