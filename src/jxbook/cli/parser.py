"""The command line that a user types → what is to be run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from jxbook import __version__
from jxbook.cli.chinese import Parser
from jxbook.cli.options import bureau, clerk, machine, rules

_OF_TWO_WORDS = {
    ("policy", "new"),
    ("policy", "add"),
    ("policy", "remove"),
    ("policy", "outline"),
    ("recheck", "draw"),
    ("recheck", "paper"),
    ("recheck", "compare"),
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed; `options.run(options)` runs the chosen command."""
    typed = list(arguments)
    if tuple(typed[:2]) in _OF_TWO_WORDS:
        typed[:2] = [" ".join(typed[:2])]
    parser = build_parser()
    return parser.parse_args(typed or ["--help"])


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = Parser(prog="jxbook", description="项目支出绩效自评：填表、评分、校验、生成报告。")
    parser.add_argument("--version", action="version", version=f"jxbook {__version__}", help="显示版本号")
    commands = parser.add_subparsers(
        prog="jxbook", dest="command", metavar="命令", title="命令", parser_class=Parser
    )
    for group in (clerk, bureau, rules, machine):
        group.add(commands)
    return parser
