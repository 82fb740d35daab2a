"""`jxbook rule`: the handbook, a page for every code that the program uses."""

from __future__ import annotations

import argparse

from jxbook.checks import rule_of, rules
from jxbook.cli import FINE
from jxbook.cli.columns import table
from jxbook.refusals import pages
from jxbook.refusals.commands import unknown_code
from jxbook.refusals.writing import not_a_report_format


def run(options: argparse.Namespace) -> int:
    """List the checks and the refusals, or print the page of one code."""
    if options.handbook is not None:
        return _handbook(options)
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


def _handbook(options: argparse.Namespace) -> int:
    """Write the whole handbook. Raises Refusal JX925 where a file stands in the way, JX900 for another format."""
    from jxbook.atomic import replace_file
    from jxbook.cli.output import refuse_existing, with_ending
    from jxbook.document import render
    from jxbook.handbook import handbook

    path = with_ending(options.handbook, ".docx")
    kind = path.suffix.lstrip(".").lower()
    if kind not in ("docx", "html"):
        raise not_a_report_format(path.name, ("docx", "html"))
    refuse_existing(path)
    replace_file(path, render(handbook(), kind), new=True)
    print(f"校验规则手册：{path}")
    return FINE


def _page(code: str) -> str:
    """The page of a check or of a refusal. Raises Refusal JX927 when there is none."""
    wanted = code.strip().upper()
    if rule := rule_of(wanted):
        from jxbook.checks.settings import settings_of
        from jxbook.policy import DEFAULT_POLICY, load_policy

        lines = [rule.page, "", "能不能直接改", f"    {rule.way}"]
        if numbers := [f"    {one}" for one in settings_of(wanted, load_policy(DEFAULT_POLICY))]:
            lines += ["", "可以在评价政策里改的数", *numbers]
        return "\n".join(lines)
    if entry := pages().get(wanted):
        return entry.page
    raise unknown_code(code)
