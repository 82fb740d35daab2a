"""`jxbook rule`: the handbook of the checks."""

from __future__ import annotations

import argparse

from jxbook.checks import rule_page, rules
from jxbook.cli import FINE
from jxbook.cli.show import table
from jxbook.finding import Refusal


def run(options: argparse.Namespace) -> int:
    """List the rules, or print one rule's page."""
    if options.code is None:
        print(table([("代码", "查什么"), *((one.code, one.title) for one in rules())]))
        print("\n查看一条规则的说明：jxbook rule 代码")
        return FINE
    page = rule_page(options.code)
    if not page:
        raise Refusal(
            "JX927",
            options.code,
            "没有这条校验规则",
            "规则代码如 JX203；JX6、JX9开头的是读写文件时的说明，不是校验规则",
            "请用 jxbook rule 查看全部代码",
        )
    print(page)
    return FINE
