"""`jxbook new`: an empty workbook from a template."""

from __future__ import annotations

import argparse
from decimal import Decimal

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.report import refuse_existing
from jxbook.finding import Refusal
from jxbook.policy import DEFAULT_POLICY, load_policy
from jxbook.templates import template_path
from jxbook.workbook.grid import Change


def run(options: argparse.Namespace) -> int:
    """Copy the policy's template, with the year filled in; as .xlsm with functions and buttons."""
    from jxbook.workbook import open_form
    from jxbook.workbook.package import open_package
    from jxbook.workbook.patch import changed_package

    policy = load_policy(options.policy or DEFAULT_POLICY)
    refuse_existing(options.output)
    if options.output.suffix.lower() not in (".xlsx", ".xlsm"):
        raise Refusal(
            "JX924",
            options.output.name,
            "不能写这种格式",
            "自评表是 .xlsx 文件，或带按钮、随填随算的 .xlsm 文件",
            "请把文件名的结尾改为 .xlsx 或 .xlsm",
        )
    if options.year is not None and not 2000 <= options.year <= 2100:
        raise Refusal(
            "JX926", str(options.year), "评价年度不对", "应在2000年至2100年之间", "请改正 --year 后面的年度"
        )
    source = template_path(policy.id)
    form = open_form(source)
    changes = []
    if options.year is not None and form.year_entry.cell and form.title_year.cell:
        changes = [
            Change(form.year_entry.cell, Decimal(options.year)),
            Change(form.title_year.cell, f"（{options.year}年度）", cached_only=True),
        ]
    data = changed_package(open_package(source), changes)
    if options.output.suffix.lower() == ".xlsm":
        from jxbook.excel.assemble import assemble

        data = assemble(data)
    replace_file(options.output, data)
    print(f"已新建：{options.output}（{policy.identity.name}，{policy.identity.number}）")
    return FINE
