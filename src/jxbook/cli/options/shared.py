"""Options that several commands take, and how a command is run."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

TYPE_CHECKING = False  # True to a type checker; what a command needs is imported when it runs
if TYPE_CHECKING:
    from pathlib import Path


def add_store(parser: argparse.ArgumentParser) -> None:
    """--store."""
    parser.add_argument(
        "--store",
        default="",
        metavar="数据库",
        help="结果库（SQLAlchemy 网址）；省略时是汇总表旁边的 .sqlite 文件",
    )


def add_file(parser: argparse.ArgumentParser) -> None:
    """The files of a command that takes several, with their policy and sheet."""
    parser.add_argument(
        "files",
        type=path,
        nargs="+",
        metavar="自评表",
        help="填好的自评表（.xlsx、.xlsm、.xls，或含自评表的 .docx）；可以写几个，每个一行结果",
    )
    add_policy(parser, "改用另一个评价政策：编号，或本单位的政策文件（.toml）")
    add_sheet(parser)


def add_output(parser: argparse.ArgumentParser, text: str) -> None:
    """-o and --out-dir; `text` says what -o takes."""
    parser.add_argument("-o", "--output", type=path, metavar="文件", help=text)
    parser.add_argument(
        "--out-dir", type=path, metavar="文件夹", help="写到哪个文件夹，文件名自动取；有几个文件时用它"
    )
    add_force(parser)


def add_force(parser: argparse.ArgumentParser) -> None:
    """--force."""
    parser.add_argument("--force", action="store_true", help="覆盖已有的文件")


def add_while_open(parser: argparse.ArgumentParser) -> None:
    """--while-open."""
    parser.add_argument(
        "--while-open", action="store_true", help="旁边有 Excel、WPS、LibreOffice 的占用标记时也写入"
    )


def add_sheet(parser: argparse.ArgumentParser) -> None:
    """--sheet."""
    parser.add_argument(
        "--sheet",
        metavar="名称",
        help="文件里有几张自评表时，只处理这一张：工作表名，Word 文档中是“表1”“表2”……",
    )


def add_policy(parser: argparse.ArgumentParser, text: str) -> None:
    """--policy; `text` says what it is for."""
    parser.add_argument("--policy", type=reference, metavar="政策", help=text)


def day(text: str) -> str:
    """A date as ISO writes it, "" for none."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise argparse.ArgumentTypeError("日期写成 2025-03-31 的样子") from None


def path(text: str) -> Path:
    """A path, as argparse is to make it."""
    from pathlib import Path

    return Path(text)


def reference(text: str) -> str | Path:
    """A policy by its id or its file."""
    from jxbook.policy import reference

    return reference(text)


def run(command: str) -> Callable[[argparse.Namespace], int]:
    """The command's function, its module imported only when it is called."""

    def run(options: argparse.Namespace) -> int:
        module = import_module(f"jxbook.cli.{command}")
        files = getattr(options, "files", None)
        if files and len(files) > 1:
            from jxbook.cli.several import run_each

            status: int = run_each(options, module.answer)
        else:
            options.file = files[0] if files else getattr(options, "file", None)
            status = module.run(options)
        return status

    return run
