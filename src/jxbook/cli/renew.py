"""`jxbook renew`: current macros and settings for an older workbook."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE


def run(options: argparse.Namespace) -> int:
    """Renew the macros of a workbook in its place."""
    from jxbook.atomic import replace_file
    from jxbook.excel.renew import renew
    from jxbook.workbook.opening import open_workbook

    package = open_workbook(options.file)
    renewed = renew(package.data, package.name)
    if renewed.data == package.data:
        print(f"{options.file} 中的宏已是最新，未作修改。")
    else:
        replace_file(options.file, renewed.data, package.data)
        print(f"已更新：{options.file} 中的宏、设置和功能区。填报内容没有改动。")
    if renewed.foreign:
        print(
            f"注意：其中 {'、'.join(renewed.foreign)} 有不是本程序写的宏，没有改动。不知道来历的，请不要启用宏，"
            "用 jxbook new 新建一份再抄入填报内容。"
        )
    return FINE
