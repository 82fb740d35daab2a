"""argparse in Chinese: a help that is laid out by columns, and a wrong call that is refused in words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from jxbook.cli.columns import terminal_columns, width, wrapped

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeAlias

    Commands: TypeAlias = argparse._SubParsersAction["Parser"]

_MESSAGES = (
    (r"the following arguments are required: (.*)", r"缺少：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 不能是“\2”，可以是 \3"),
    (r"argument (.*): invalid int value: (.*)", r"\1 应为整数，不能是“\2”"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 后面不写值，不能写“\2”"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 不明确，可以是 \2"),
    (r"argument (.*): (.*)", r"\1：\2"),
)
_FILLER = "\0"
"""Stands behind every wide character while the help is laid out, so that argparse counts columns."""


def _filled(text: str) -> str:
    return "".join(one + _FILLER * (width(one) - 1) for one in text)


class _Help(argparse.HelpFormatter):
    """A help that counts a Chinese character as two columns and fits the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=terminal_columns() or 100)

    def _split_lines(self, text: str, columns: int) -> list[str]:
        return [_filled(line) for line in wrapped(text, columns)]

    def _fill_text(self, text: str, columns: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, columns - len(indent)))

    def _metavar_formatter(self, action: argparse.Action, default: str) -> Callable[[int], tuple[str, ...]]:
        shown = super()._metavar_formatter(action, default)
        return lambda count: tuple(map(_filled, shown(count)))


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong call with a Refusal, in Chinese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **settings)
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        from jxbook.refusals.commands import wrong_call
        from jxbook.refusals.nearest import nearest

        for pattern, text in _MESSAGES:
            if found := re.fullmatch(pattern, message):
                message = found.expand(text).replace("'", "").replace("命令 不", "命令不")
                if len(found.groups()) == 3 and (
                    meant := nearest(found[2], re.findall(r"[\w.-]+", found[3]))
                ):
                    message += f"，最接近的是“{meant}”"
                break

        raise wrong_call(self.prog, message)

    def format_help(self) -> str:
        return (
            super()
            .format_help()
            .replace(_FILLER, "")
            .replace("usage: ", "用法：")
            .replace("positional arguments:", "参数：")
            .replace("options:", "选项：")
            .replace("命令:\n", "命令：\n")
        )
