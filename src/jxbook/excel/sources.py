"""The VBA sources: ours from macros/excel, xlwings' own from the installed package."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path

from jxbook.functions.registry import CATEGORY
from jxbook.refusals.buttons import SAID_BY_MACROS
from jxbook.refusals.entry import RefusalEntry
from jxbook.refusals.macros import no_macro_source, no_xlwings_source, unknown_xlwings_source
from jxbook.workbook.names import FORM

_INSTALLED = Path(__file__).parents[1] / "macros"
_CHECKOUT = Path(__file__).parents[3] / "macros"

_STARTED = '" -B -c ""', '" -I -B -c ""'
_PREPARED = (
    r"""prepare_sys_path(\""" & PYTHONPATH & "\"");""",
    r"""prepare_sys_path(\""" & PYTHONPATH & "\"");import sys,os;"""
    "sys.path[:]=[p for p in sys.path if os.path.isabs(p)];",
)
_SHELL = '"cmd.exe ', r'Environ("SystemRoot") & "\System32\cmd.exe '
"""How xlwings starts Python, in VBA's spelling, and how it is started here: Windows, too, would look for the
command in Excel's current folder before its own."""

RIBBON_LAYOUT, TEXTS = "customUI14.xml", "texts.toml"


def macros_folder() -> Path:
    """The folder macros/, of the installed package or of the checkout. Raises Refusal JX940."""
    for folder in (_INSTALLED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise no_macro_source("macros")


def read_source(name: str) -> str:
    """The text of a file in macros/excel. Raises Refusal JX940 when it is missing."""
    path = macros_folder() / "excel" / name
    try:
        return path.read_text("utf-8")
    except OSError:
        raise no_macro_source(name) from None


def xlwings_source(name: str) -> str:
    """The text of a VBA source in the installed xlwings, which is not imported. Raises Refusal JX945."""
    spec = find_spec("xlwings")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder, name)
        if path.is_file():
            return path.read_text("utf-8")
    raise no_xlwings_source(name)


def xlwings_module() -> str:
    """xlwings' VBA module for a Mac, which starts Python in Excel's current folder: often that of a workbook of others.

    Python is started isolated, and what stands for "no path" in xlwings' settings is not taken for that folder.
    Raises Refusal JX945 when the installed xlwings starts Python in another way than is known here.
    """
    source = xlwings_source("xlwings.bas")
    for usual, safe in (_STARTED, _PREPARED, _SHELL):
        if usual not in source:
            raise unknown_xlwings_source("xlwings.bas")
        source = source.replace(usual, safe)
    return source


def _said(entry: RefusalEntry[[]]) -> tuple[str, str]:
    """A refusal as a message box shows it below its code."""
    one = entry.finding()
    return one.code, f"{one.what}。\n原因：{one.why}。\n处理：{one.fix}。"


def text_rows() -> tuple[tuple[str, str], ...]:
    """What the macros say, with the key of each: "title", "busy.check", "JX951"."""
    data = tomllib.loads(read_source(TEXTS))
    busy = {f"busy.{action}": text for action, text in data["busy"].items()}
    plain = {key: data[key] for key in ("title", "engine")} | {"category": CATEGORY, "form": FORM}
    return (*plain.items(), *busy.items(), *map(_said, SAID_BY_MACROS))
