"""`jxbook new`: an empty workbook from a template."""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.output import refuse_existing, with_ending
from jxbook.policy import (
    DEFAULT_POLICY,
    Policy,
    differs_from_registered,
    load_policy,
    policy_ids,
    user_policies,
)
from jxbook.refusals.adopting import has_macros
from jxbook.refusals.commands import like_and_from, year_out_of_range
from jxbook.refusals.writing import not_a_workbook_name
from jxbook.workbook.grid import Change
from jxbook.workbook.names import ADOPTED, FINDINGS, ROWS_SHEET, WORDS_SHEET

MACROS = "xl/vbaProject.bin"
_SHOWN = 40
"""Characters of what stood in a cell."""


def run(options: argparse.Namespace) -> int:
    """Write the policy's template, with the year filled in; as .xlsm with functions and buttons."""
    options.output = with_ending(options.output, ".xlsx")
    refuse_existing(options.output, force=options.force, source=options.last_year)
    require_workbook_name(options.output)
    if options.year is not None and not 2000 <= options.year <= 2100:
        raise year_out_of_range(options.year)
    if options.own_form:
        return _adopted(options)
    return _next_year(options) if options.last_year else _blank(options)


def _blank(options: argparse.Namespace) -> int:
    from jxbook.making.filled import suggested_template
    from jxbook.recognition import recognise
    from jxbook.template.title import title_year
    from jxbook.workbook.opening import workbook_in
    from jxbook.workbook.patch import changed_package
    from jxbook.workbook.reader import read_package

    policy = load_policy(options.policy or DEFAULT_POLICY)
    package = workbook_in(suggested_template(policy), options.output.name)
    form = recognise(read_package(package), options.output.name)
    changes = []
    if options.year is not None and form.year_entry.cell and form.title_year.cell:
        changes = [
            Change(form.year_entry.cell, Decimal(options.year)),
            Change(form.title_year.cell, title_year(Decimal(options.year)), cached_only=True),
        ]
    data = changed_package(package, changes)
    replace_file(options.output, as_workbook(data, options.output, mac=options.mac), new=not options.force)
    print(f"已新建：{options.output}\n评价政策：{policy.identity.name}（{policy.identity.number}）")
    if not options.policy:
        print("没有写 --policy，按默认政策。现有的政策：jxbook policy")
    if isinstance(options.policy, Path) and differs_from_registered(options.policy):
        print(
            f"本机登记的同名政策与它内容不同，单元格按登记的计算；要更新请运行 jxbook policy add {options.policy}"
        )
    if not _findable(policy):
        print(
            f"评价政策 {policy.id} 还没有登记。要在 Excel 中随填随算，请先运行 jxbook policy add {options.policy}"
        )
    return FINE


def _next_year(options: argparse.Namespace) -> int:
    """The workbook of a continuing project for the next year."""
    from jxbook.making.next_year import next_year

    begun = next_year(options.last_year, options.year, options.policy)
    replace_file(
        options.output, as_workbook(begun.data, options.output, mac=options.mac), new=not options.force
    )
    print(f"已新建：{options.output}（{begun.year}年度）\n评价政策：{begun.last.by}")
    print(
        f"沿用 {options.last_year.name} 的内容：项目信息、资金各行名称、预期目标，以及各项指标的名称、指标值和分值。"
    )
    print("没有沿用、请重新填写：资金数额、实际完成情况、实际完成值、偏差原因、报告素材和附加工作表的记录。")
    print("上年的实际完成值写在指标表右侧“上年实际完成值”一列，供参考，不打印。")
    for lost in begun.lost:
        print(f"新表没有放它的地方，未沿用：{lost}")
    for one in begun.old_years:
        text = " ".join(one.text.split())
        print(f"请核对 [{one.cell}] {text if len(text) <= 40 else text[:40] + '……'} — 其中写有{one.year}年")
    return FINE


def _adopted(options: argparse.Namespace) -> int:
    """The office's own form, with our formulas in it."""
    from jxbook.making.adopted import adopt
    from jxbook.workbook.opening import open_workbook

    if options.last_year:
        raise like_and_from("jxbook new")
    macros = options.output.suffix.lower() == ".xlsm"
    if not macros and MACROS in open_workbook(options.own_form):
        raise has_macros(options.own_form.name)
    made = adopt(options.own_form, options.policy, options.year)
    data, notes = made.data, made.without
    if macros:
        from jxbook.excel.assemble import assemble_adopted
        from jxbook.excel.project import System

        system = System.MAC if options.mac else System.WINDOWS
        data, more = assemble_adopted(data, options.own_form.name, made.sheets, system)
        notes += more
    replace_file(options.output, data, new=not options.force)
    identity = made.policy.identity
    print(f"已采用：{options.own_form.name}（{'、'.join(made.sheets)}），写成 {options.output}")
    print(f"评价政策：{identity.name}（{identity.number}）。{made.why}。")
    hidden = "”“".join((ADOPTED, *((ROWS_SHEET, WORDS_SHEET) if made.own_layer else ())))
    print(f"在{made.formulas}个单元格里放了公式；增加了工作表“{FINDINGS}”和隐藏的“{hidden}”，其余没有改动。")
    if not made.own_layer:
        print("没有 JX_ 函数的地方（如 WPS），这份表的得分显示“待核对”，请用 jxbook score 计分。")
    if made.replaced:
        print("以下单元格原来填有内容，已换成公式（原来的文件没有改动）：")
    for one in made.replaced:
        print(f"  [{one.cell}] {_clipped(one.old)} → {one.new or '（空，填完后计算）'}")
    for note in notes:
        print(note)
    if isinstance(options.policy, Path) and not _findable(made.policy):
        print(
            f"评价政策 {made.policy.id} 还没有登记。要随填随算，请先运行 jxbook policy add {options.policy}"
        )
    return FINE


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"


def require_workbook_name(path: Path) -> None:
    """Raise Refusal JX924 for a file name that is no workbook's."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise not_a_workbook_name(path.name)


def as_workbook(data: bytes, path: Path, *, mac: bool = False) -> bytes:
    """A macro-free workbook's bytes as the file name asks for: .xlsm with functions and buttons."""
    if path.suffix.lower() != ".xlsm":
        return data
    from jxbook.excel.assemble import assemble
    from jxbook.excel.project import System

    return assemble(data, System.MAC if mac else System.WINDOWS)


def _findable(policy: Policy) -> bool:
    """Do Excel and LibreOffice, which know only the policy's name, find it?"""
    return policy.id in (*policy_ids(), *(path.stem for path in user_policies()))
