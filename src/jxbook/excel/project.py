"""The VBA project of a workbook, written by pyOpenVBA: its modules, and their names in the sheets.

pyOpenVBA starts from a project that Excel wrote and does what Excel was seen to do when a first macro
is added; xlwings' own quickstart_standalone.xlsm would bring its sheets and its sample along.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jxbook.excel.cacheless import cacheless
from jxbook.excel.sources import read_source, xlwings_module, xlwings_source
from jxbook.excel.wrappers import WRAPPERS, vba_wrappers
from jxbook.package import open_zip
from jxbook.package.writer import with_contents
from jxbook.pattern import pattern
from jxbook.refusals.adopting import modules_clash
from jxbook.refusals.macros import locked_macros, signed_macros

if TYPE_CHECKING:
    from pyopenvba import ExcelFile  # type: ignore[import-untyped]

PROJECT = "xl/vbaProject.bin"
ENGINE = "JxEngine"
WORKBOOK_MODULE = "ThisWorkbook"
OWN = "Jx"
"""Every module of ours begins with it."""
_FOR_BOTH = ("JxTexts", "JxButtons", "JxRibbon")
_OF_XLWINGS = ("xlwings", "Dictionary")
_PROCEDURE = pattern(
    r"^[ \t]*(?:(?:Private|Public|Friend|Static)[ \t]+)*(?:Sub|Function|Property[ \t]+\w+)[ \t]+(\w+)",
    re.I | re.M,
)


class System(StrEnum):
    """What a workbook with macros is for."""

    WINDOWS = "Windows"
    MAC = "Mac"


def standard_modules(system: System = System.WINDOWS) -> Iterator[tuple[str, str]]:
    """Name and source of the standard modules."""
    yield WRAPPERS, vba_wrappers()
    for name in _FOR_BOTH:
        yield name, read_source(f"{name}.bas")
    if system is System.MAC:
        yield ENGINE, read_source("JxEngineMac.bas")
        yield "xlwings", xlwings_module()
    else:
        yield ENGINE, read_source("JxEngine.bas")
        yield "JxBridge", read_source("JxBridge.bas")


def class_modules(system: System = System.WINDOWS) -> Iterator[tuple[str, str]]:
    """Name and source of the class modules: what xlwings needs on a Mac."""
    if system is System.MAC:
        yield "Dictionary", xlwings_source("addin/Dictionary.cls")


def add_project(data: bytes, system: System = System.WINDOWS) -> bytes:
    """A macro-enabled package without macros → the same with our project."""

    def change(book: ExcelFile) -> None:
        book.add_vba_project()
        _put_modules(book, system)

    return _changed(data, change)


def join_project(data: bytes, name: str, system: System) -> tuple[bytes, bool]:
    """A workbook with macros of its own → the same with our project's modules beside them; and whether it has code of
    its own for its opening, which stays. Raises Refusal JX936, JX942, JX944."""
    from pyopenvba.exceptions import PyOpenVBAError  # type: ignore[import-untyped]

    package = open_zip(data, name)
    if any(part.startswith("xl/vbaprojectsignature") for part in package.by_name):
        raise signed_macros(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            modules = modules_of(package.part(PROJECT))
            ours = {one for one, _ in (*standard_modules(system), *class_modules(system))}
            clash = sorted(ours & modules.keys())
            joined = data if clash else _changed(data, lambda book: _put_modules(book, system))
    except (PyOpenVBAError, UserWarning, KeyError, ValueError, struct.error):
        raise locked_macros(name) from None
    if clash:
        raise modules_clash(name, clash)
    return joined, WORKBOOK_MODULE in foreign_modules(modules)


def renew_project(data: bytes, system: System) -> bytes:
    """A workbook with our project → the same with current modules. Modules of others stay as they are, also what
    others wrote into the workbook's own module."""
    return _changed(data, lambda book: _put_modules(book, system))


def modules_of(project: bytes) -> dict[str, str]:
    """Name → source of each module in a vbaProject.bin. Raises what pyOpenVBA raises on a damaged one."""
    from pyopenvba.cfb import CFB  # type: ignore[import-untyped]
    from pyopenvba.vba import parse_vba_project  # type: ignore[import-untyped]

    return {one.name: one.source for one in parse_vba_project(CFB.from_bytes(project)).modules}


def foreign_modules(modules: Mapping[str, str]) -> tuple[str, ...]:
    """The names of modules that hold code of others."""
    return tuple(name for name, source in modules.items() if _is_foreign(name, source))


def _is_foreign(name: str, source: str) -> bool:
    if name == WORKBOOK_MODULE:
        return bool(set(_PROCEDURE.findall(source)) - {"Workbook_Open"}) or (
            "Workbook_Open" in source and OWN not in source
        )
    return not (name.startswith(OWN) or name in _OF_XLWINGS) and bool(_PROCEDURE.search(source))


def _put_modules(book: ExcelFile, system: System) -> None:
    from pyopenvba import VBAModuleKind

    project = book.vba_project()
    kinds = {name: VBAModuleKind.standard for name, _ in standard_modules(system)}
    kinds |= {name: VBAModuleKind.other for name, _ in class_modules(system)}
    for name in project.module_names():
        if (name.startswith(OWN) or name in _OF_XLWINGS) and name not in kinds:
            project.delete_module(name)
    if not _is_foreign(WORKBOOK_MODULE, book.vba_modules()[WORKBOOK_MODULE]):
        book.set_module(WORKBOOK_MODULE, _stored(read_source(f"{WORKBOOK_MODULE}.cls")))
    for name, source in (*standard_modules(system), *class_modules(system)):
        if name in project.module_names():
            book.set_module(name, _stored(source))
        else:
            project.add_module(name, _stored(source), kind=kinds[name])


def _stored(source: str) -> str:
    """A source with the line ends of VBA."""
    return "\r\n".join(source.splitlines()) + "\r\n"


def _changed(data: bytes, change: Callable[[ExcelFile], None]) -> bytes:
    from pyopenvba import ExcelFile

    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        path.write_bytes(data)
        with ExcelFile(path) as book:
            change(book)
            book.save()
        saved = path.read_bytes()
    if saved == data:
        return data
    package = open_zip(saved, "工作簿")
    return with_contents(package.data, package.entries, {PROJECT: cacheless(package.part(PROJECT))})
