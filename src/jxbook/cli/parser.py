"""The command line that a user types → what is to be run."""

from __future__ import annotations

import argparse
from collections.abc import Container, Sequence
from importlib import import_module

from jxbook import __version__
from jxbook.cli.chinese import Parser
from jxbook.cli.options import COMMANDS

_NAMES = tuple(name for names in COMMANDS.values() for name in names)
_OF_TWO_WORDS = {tuple(name.split()) for name in _NAMES if " " in name}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed; `options.run(options)` runs the chosen command."""
    typed = list(arguments)
    if tuple(typed[:2]) in _OF_TWO_WORDS:
        typed[:2] = [" ".join(typed[:2])]
    known = typed and typed[0] in _NAMES
    # Who scores waits for the options of no other command.
    parser = build_parser(typed[:1] if known else _NAMES)
    return parser.parse_args(typed or ["--help"])


def build_parser(wanted: Container[str] = _NAMES) -> argparse.ArgumentParser:
    """The parser of all commands, or of those that are `wanted`."""
    parser = Parser(prog="jxbook", description="项目支出绩效自评：填表、评分、校验、生成报告。")
    parser.add_argument("--version", action="version", version=f"jxbook {__version__}", help="显示版本号")
    commands = parser.add_subparsers(
        prog="jxbook", dest="command", metavar="命令", title="命令", parser_class=Parser
    )
    for user, names in COMMANDS.items():
        for name in names:
            if name in wanted:
                import_module(f"jxbook.cli.options.{user}").ADD[name](commands)
    return parser
