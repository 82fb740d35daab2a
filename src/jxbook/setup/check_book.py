"""Will this workbook work here: its macros, its formulas, the settings it carries, Windows' mark on downloads."""

from __future__ import annotations

from jxbook import __version__
from jxbook.excel.project import ENGINE, foreign_modules
from jxbook.excel.settings import INTERPRETER_MAC, VERSION_SETTING
from jxbook.pattern import pattern
from jxbook.policy.fingerprint import policy_in
from jxbook.setup.book import MacroWorkbook
from jxbook.setup.line import Diagnosis, broken, fine, note
from jxbook.setup.machine import Machine

_FROM_ELSEWHERE = pattern(rb"ZoneId\s*=\s*[34]")


def check_macros(machine: Machine, book: MacroWorkbook) -> Diagnosis:
    """The macros must be ours, and of the kind for this system."""
    name, file = "文件中的宏", book.path.name
    if not book.modules:
        return note(
            name,
            f"{file} 不含宏，单元格函数和按钮不能用",
            f"需要函数和按钮的，不用重填：jxbook import {file} -o {book.path.stem}.xlsm",
        )
    version = book.xlwings_version
    if ENGINE not in book.modules:
        return _old_macros(machine, book, version)
    if machine.is_mac and version is None:
        return broken(name, f"{file} 是给 Windows 用的", "请用 jxbook new --mac -o 自评表.xlsm 新建")
    if machine.is_windows and version is not None:
        return broken(name, f"{file} 是给 Mac 用的", "请用 jxbook new -o 自评表.xlsm 新建")
    if machine.is_mac and version != machine.version("xlwings"):
        return broken(
            name,
            f"{file} 中的 xlwings 是 {version}，这个 Python 里的是 {machine.version('xlwings')}",
            _renew(book),
        )
    return fine(name, "由本程序写入，程序升级以后仍可使用")


def _old_macros(machine: Machine, book: MacroWorkbook, version: str | None) -> Diagnosis:
    """Those of a first jxbook only work with the very xlwings that they were made with."""
    name, file, installed = "文件中的宏", book.path.name, machine.version("xlwings")
    if version is None:
        return broken(name, f"{file} 的宏里没有本程序的模块", _renew(book))
    if installed is not None and version != installed:
        return broken(name, f"{file} 中的 xlwings 是 {version}，这个 Python 里的是 {installed}", _renew(book))
    return note(name, f"{file} 的宏是旧式的，出错时要等很久", _renew(book))


def check_others_macros(_: Machine, book: MacroWorkbook) -> Diagnosis | None:
    """Macros that are not ours run with the rights of whoever enables macros."""
    foreign = foreign_modules(book.modules)
    if not foreign:
        return None
    return note(
        "其他人的宏",
        f"{book.path.name} 的 {'、'.join(foreign)} 中有不是本程序写的宏",
        "不知道来历的，请不要启用宏，用 jxbook new 新建一份再抄入填报内容",
    )


def check_book_settings(machine: Machine, book: MacroWorkbook) -> Diagnosis | None:
    """Which jxbook made the workbook; on a Mac also the Python it names, which counts before all others."""
    if not book.modules:
        return None
    name, settings = "文件中的设置", book.settings
    if not settings:
        return broken(name, f"{book.path.name} 中没有工作表 xlwings.conf", _renew(book))
    if machine.is_mac and settings.get("INTERPRETER_MAC", "") != INTERPRETER_MAC:
        value = settings.get("INTERPRETER_MAC") or "空"
        return broken(name, f"INTERPRETER_MAC 是 {value}，不是 jxbook install 设置的位置", _renew(book))
    version = settings.get(VERSION_SETTING, "")
    if version != __version__:
        return note(name, f"由 jxbook {version or '不明版本'} 生成，现在是 {__version__}", _renew(book))
    return fine(name, f"由 jxbook {version} 生成")


def check_formulas(_: Machine, book: MacroWorkbook) -> Diagnosis | None:
    """Where no function is, worksheet formulas score by the values that the policy had when they were compiled."""
    if not book.compiled or not book.current:
        return None
    name, (then, now) = "表中公式", map(policy_in, (book.compiled, book.current))
    if then != now:
        return note(name, f"按 {then} 编制，表中的评价政策是 {now}，没有函数的地方各行待核对", _renew(book))
    if book.compiled != book.current:
        return broken(name, f"按制表时的 {then} 计分，这个政策后来改过", _renew(book))
    return fine(name, f"按 {now} 编制，与现在的政策一致")


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
