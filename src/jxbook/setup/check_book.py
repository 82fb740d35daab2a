"""Will this workbook work here: its macros, the settings it carries, Windows' mark on downloaded files."""

from __future__ import annotations

from jxbook import __version__
from jxbook.excel.settings import INTERPRETER_MAC, INTERPRETER_WIN, VERSION_SETTING
from jxbook.pattern import pattern
from jxbook.setup.book import MacroWorkbook
from jxbook.setup.line import Diagnosis, broken, fine, note
from jxbook.setup.machine import Machine

_FROM_ELSEWHERE = pattern(rb"ZoneId\s*=\s*[34]")


def check_macros(machine: Machine, book: MacroWorkbook) -> Diagnosis:
    """xlwings' VBA in the workbook must be of exactly the version of the package: it names the DLL."""
    name, file = "文件中的宏", book.path.name
    if not book.modules:
        return note(
            name,
            f"{file} 不含宏，单元格函数和按钮不能用",
            "需要函数和按钮的，请用 jxbook new -o 自评表.xlsm 新建",
        )
    inside, installed = book.xlwings_version, machine.version("xlwings")
    if inside is None:
        return broken(name, f"{file} 的宏里没有 xlwings 模块", _renew(book))
    if installed is not None and inside != installed:
        return broken(name, f"{file} 中的 xlwings 是 {inside}，这个 Python 里的是 {installed}", _renew(book))
    return fine(name, f"xlwings {inside}，与 Python 中的一致")


def check_book_settings(machine: Machine, book: MacroWorkbook) -> Diagnosis | None:
    """The workbook's own settings count before all others."""
    if not book.modules:
        return None
    name, settings = "文件中的设置", book.settings
    key, ours = (
        ("INTERPRETER_MAC", INTERPRETER_MAC) if machine.is_mac else ("INTERPRETER_WIN", INTERPRETER_WIN)
    )
    if not settings:
        return broken(name, f"{book.path.name} 中没有工作表 xlwings.conf，Excel 找不到 Python", _renew(book))
    if settings.get(key, "") != ours:
        value = settings.get(key) or "空"
        return broken(name, f"{key} 是 {value}，不是 jxbook install 设置的位置", _renew(book))
    version = settings.get(VERSION_SETTING, "")
    if version != __version__:
        return note(name, f"由 jxbook {version or '不明版本'} 生成，现在是 {__version__}", _renew(book))
    return fine(name, f"由 jxbook {version} 生成")


def check_mark(machine: Machine, book: MacroWorkbook) -> Diagnosis | None:
    """Excel blocks the macros of a file that Windows knows to come from elsewhere."""
    if not machine.is_windows:
        return None
    stream = machine.disk.read(machine.path(f"{book.path}:Zone.Identifier"))
    if stream and _FROM_ELSEWHERE.search(stream):
        return broken(
            "文件来源",
            "Windows 把该文件记为来自互联网，Excel 会禁用其中的宏",
            "请右键单击该文件，选“属性”，勾选“解除锁定”，确定后重新打开",
        )
    return fine("文件来源", "没有来自互联网的标记")


def _renew(book: MacroWorkbook) -> str:
    return f"请关闭该文件后运行 jxbook renew {book.path.name}"
