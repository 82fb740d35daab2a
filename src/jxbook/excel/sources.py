"""The VBA sources: ours from macros/excel, xlwings' own from the installed package."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path

from jxbook.excel.registry import CATEGORY
from jxbook.finding import Refusal

_INSTALLED = Path(__file__).parents[1] / "macros"
_CHECKOUT = Path(__file__).parents[3] / "macros"

_STARTED = '" -B -c ""', '" -I -B -c ""'
_PREPARED = (
    r"""prepare_sys_path(\""" & PYTHONPATH & "\"");""",
    r"""prepare_sys_path(\""" & PYTHONPATH & "\"");import sys,os;"""
    "sys.path[:]=[p for p in sys.path if os.path.isabs(p)];",
)
"""How xlwings starts Python, in VBA's spelling, and how it is started here."""

RIBBON_LAYOUT, TEXTS = "customUI14.xml", "texts.toml"


def macros_folder() -> Path:
    """The folder macros/, of the installed package or of the checkout. Raises Refusal JX940."""
    for folder in (_INSTALLED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise _missing("macros")


def read_source(name: str) -> str:
    """The text of a file in macros/excel. Raises Refusal JX940 when it is missing."""
    path = macros_folder() / "excel" / name
    try:
        return path.read_text("utf-8")
    except OSError:
        raise _missing(name) from None


def xlwings_source(name: str) -> str:
    """The text of a VBA source in the installed xlwings, which is not imported. Raises Refusal JX945."""
    spec = find_spec("xlwings")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder, name)
        if path.is_file():
            return path.read_text("utf-8")
    raise _unfit(name)


def xlwings_module() -> str:
    """xlwings' VBA module, which starts Python in Excel's current folder: often that of a workbook of others.

    Python is started isolated, and what stands for "no path" in xlwings' settings is not taken for that folder.
    Raises Refusal JX945 when the installed xlwings starts Python in another way than is known here.
    """
    source = xlwings_source("xlwings.bas")
    for usual, safe in (_STARTED, _PREPARED):
        if usual not in source:
            raise _unfit("xlwings.bas")
        source = source.replace(usual, safe)
    return source


def text_rows() -> tuple[tuple[str, str], ...]:
    """What the macros say, with the key of each: "title", "busy.check", "JX951"."""
    data = tomllib.loads(read_source(TEXTS))
    busy = {f"busy.{action}": text for action, text in data["busy"].items()}
    return (("title", data["title"]), ("category", CATEGORY), *busy.items(), *data["code"].items())


def _missing(name: str) -> Refusal:
    return Refusal(
        "JX940",
        name,
        "找不到宏的源文件",
        "安装不完整，或文件已被移动、删除",
        "请重新安装 jxbook",
    )


def _unfit(name: str) -> Refusal:
    return Refusal(
        "JX945",
        name,
        "找不到 xlwings 的宏源文件",
        "xlwings 没有安装，或安装不完整",
        "请运行 pip install --force-reinstall xlwings 后重试",
    )
