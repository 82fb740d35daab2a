"""The doctor: every check in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from jxbook.finding import Refusal
from jxbook.setup import check_book, check_core, check_excel, check_libreoffice, check_linux, check_python
from jxbook.setup.book import MacroWorkbook, load_book
from jxbook.setup.line import Diagnosis, broken
from jxbook.setup.machine import Machine

CHECKS: tuple[Callable[[Machine], Diagnosis | None], ...] = (
    check_python.check_python,
    check_python.check_jxbook,
    check_python.check_xlwings,
    check_python.check_pywin32,
    check_core.check_policies,
    check_core.check_templates,
    check_core.check_trial,
    check_excel.check_excel,
    check_excel.check_edition,
    check_excel.check_guard,
    check_excel.check_others,
    check_excel.check_functions,
    check_excel.check_interpreter,
    check_excel.check_dll,
    check_excel.check_path,
    check_excel.check_script,
    check_excel.check_journal,
    check_linux.check_actions,
    check_linux.check_window,
    check_libreoffice.check_libreoffice,
)
"""A check answers None where it does not apply."""

BOOK_CHECKS: tuple[Callable[[Machine, MacroWorkbook], Diagnosis | None], ...] = (
    check_book.check_macros,
    check_book.check_others_macros,
    check_book.check_book_settings,
    check_book.check_formulas,
    check_book.check_mark,
)


def diagnose(machine: Machine, file: Path | None, here: PurePath) -> Iterator[Diagnosis]:
    """The lines, one after the other; with a file, also what concerns this file and its folder."""
    for check in CHECKS:
        if line := check(machine):
            yield line
    yield check_core.check_folder(machine, file.absolute().parent if file else here)
    if file:
        yield from _examine(machine, file)


def _examine(machine: Machine, file: Path) -> Iterator[Diagnosis]:
    try:
        book = load_book(file)
    except Refusal as refusal:
        found = refusal.finding
        yield broken("文件", f"{found.place}：{found.what}（{found.why}）", found.fix)
        return
    for check in BOOK_CHECKS:
        if line := check(machine, book):
            yield line
