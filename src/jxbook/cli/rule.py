"""`jxbook rule`: the handbook, a page for every code that the program uses."""

from __future__ import annotations

import argparse

from jxbook.checks import rule_page, rules
from jxbook.cli import FINE
from jxbook.cli.columns import table
from jxbook.refusals import pages
from jxbook.refusals.commands import unknown_code


def run(options: argparse.Namespace) -> int:
    """List the checks and the refusals, or print the page of one code."""
    if options.code is None:
        print(table([("代码", "查什么"), *((one.code, one.title) for one in rules())], whole=(0,)))
        print()
        print(
            table(
                [("代码", "为什么不能继续"), *((code, one.title) for code, one in pages().items())],
                whole=(0,),
            )
        )
        print("\n查看一个代码的说明：jxbook rule 代码")
        return FINE
    print(_page(options.code))
    return FINE


def _page(code: str) -> str:
    """The page of a check or of a refusal. Raises Refusal JX927 when there is none."""
    if page := rule_page(code):
        return page
    if entry := pages().get(code.strip().upper()):
        return entry.page
    raise unknown_code(code)
