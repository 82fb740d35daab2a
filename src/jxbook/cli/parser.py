"""The command line that a user types → what is to be run. A wrong one is refused in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence

from jxbook import __version__
from jxbook.cli.columns import terminal_columns, width, wrapped
from jxbook.cli.options import bureau, clerk, machine, rules

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeAlias

    Commands: TypeAlias = argparse._SubParsersAction["_Parser"]

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

_OF_TWO_WORDS = {
    ("policy", "new"),
    ("policy", "add"),
    ("policy", "remove"),
    ("policy", "outline"),
    ("recheck", "draw"),
    ("recheck", "paper"),
    ("recheck", "compare"),
}


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


class _Parser(argparse.ArgumentParser):
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


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed; `options.run(options)` runs the chosen command."""
    typed = list(arguments)
    if tuple(typed[:2]) in _OF_TWO_WORDS:
        typed[:2] = [" ".join(typed[:2])]
    parser = build_parser()
    return parser.parse_args(typed or ["--help"])


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = _Parser(prog="jxbook", description="项目支出绩效自评：填表、评分、校验、生成报告。")
    parser.add_argument("--version", action="version", version=f"jxbook {__version__}", help="显示版本号")
    commands = parser.add_subparsers(
        prog="jxbook", dest="command", metavar="命令", title="命令", parser_class=_Parser
    )
    for group in (clerk, bureau, rules, machine):
        group.add(commands)
    return parser
