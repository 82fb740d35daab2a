"""`jxbook renew`: current macros, settings and formulas for an older workbook."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE


def run(options: argparse.Namespace) -> int:
    """Renew the macros of a workbook and the formulas by which it scores where there are none, in its place."""
    from jxbook.assess import source_in
    from jxbook.atomic import replace_file
    from jxbook.excel.renew import has_macros, renew
    from jxbook.making.renewed import Renewal, is_ours, with_current_formulas
    from jxbook.refusals.macros import no_macros
    from jxbook.workbook.opening import open_workbook, workbook_in

    package = open_workbook(options.file)
    data, formulas = package.data, None
    foreign: tuple[str, ...] = ()
    if has_macros(package):
        renewed = renew(data, package.name)
        data, foreign = renewed.data, renewed.foreign
    elif not is_ours(package):
        raise no_macros(package.name)
    macros = data != package.data
    if is_ours(package):
        source = source_in(data, package.name, options.file.absolute().parent)
        formulas = with_current_formulas(source, workbook_in(data, package.name))
        data = formulas.data
    if data == package.data:
        print(
            f"{options.file} 中的宏和表中公式已是最新，未作修改。"
            if formulas
            else f"{options.file} 中的宏已是最新，未作修改。"
        )
    else:
        replace_file(options.file, data, package.data)
    if macros:
        print(f"已更新：{options.file} 中的宏、设置和功能区。填报内容没有改动。")
    if formulas and formulas.renewal is Renewal.RENEWED:
        one = formulas.policy.identity
        print(
            f"已更新：{options.file} 的表中公式，按现在的“{one.name}”（{one.number}）编制。填报内容没有改动。"
        )
    if formulas and formulas.renewal is Renewal.UNLIKE:
        print(
            "注意：表格的行、列与新建的表不同，表中公式没有重新编制。要在没有函数的地方也能计分，请用 jxbook import 换成新表，不用重填。"
        )
    if foreign:
        print(
            f"注意：其中 {'、'.join(foreign)} 有不是本程序写的宏，没有改动。不知道来历的，请不要启用宏，"
            "用 jxbook new 新建一份再抄入填报内容。"
        )
    return FINE
