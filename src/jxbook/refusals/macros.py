"""The macros of a workbook cannot be made or renewed."""

from __future__ import annotations

from jxbook.refusals.entry import Words, refusal


@refusal("JX940")
def no_macro_source(place: str) -> Words:
    """找不到宏的源文件

    何时出现
        要写入工作簿或 LibreOffice 的宏，它的源文件不在安装的程序里。

    怎么办
        重新安装 jxbook；没有网络的，重新运行安装包中的 install.cmd。
    """
    return Words(place, "安装不完整，或文件已被移动、删除", "请重新安装 jxbook 后重试")


def _as_macro_workbook(place: str) -> str:
    return f"{place.rpartition('.')[0] or place}.xlsm"


@refusal("JX941")
def no_macros(place: str) -> Words:
    """不是带宏的工作簿

    何时出现
        jxbook renew 后面写的工作簿里没有宏，也不是由 jxbook 新建的，其中没有可以更新的东西。

    怎么办
        选择由 jxbook new 生成的 .xlsm 或 .xlsx 工作簿。要把别处来的 .xlsx 变成带函数和按钮的 .xlsm，不用重填：
        jxbook import 自评表.xlsx -o 自评表.xlsm。
    """
    return Words(
        place,
        "其中没有宏，也没有由 jxbook 编制的表中公式可以更新",
        f"要把它变成带按钮的工作簿，不用重填：jxbook import {place} -o {_as_macro_workbook(place)}",
    )


@refusal("JX942")
def signed_macros(place: str) -> Words:
    """工作簿中的宏带有数字签名，未作修改

    何时出现
        宏由某人签了名，更新会使签名失效。工作簿没有改动。

    怎么办
        由签名人更新后重新签名，或在 Excel 的宏编辑器（工具—数字签名）中删除签名后重试。
    """
    return Words(
        place,
        "更新宏会使签名失效",
        "请由签名人更新后重新签名，或在 Excel 的宏编辑器（工具—数字签名）中删除签名后重试",
    )


@refusal("JX943")
def not_our_workbook(place: str) -> Words:
    """不是由 jxbook 生成的工作簿

    何时出现
        要更新的工作簿里没有 jxbook 的宏或设置。为避免损坏其他人的宏，没有改动。

    怎么办
        用 jxbook new 新建一份 .xlsm，再把填报内容抄入；也可以用 jxbook import 导入。
    """
    return Words(
        place,
        "其中没有 jxbook 的宏或设置，更新可能损坏其他人的宏",
        "请用 jxbook new 新建一份 .xlsm，再把填报内容抄入",
    )


@refusal("JX944")
def locked_macros(place: str) -> Words:
    """工作簿中的宏不能更新

    何时出现
        宏工程设有密码，或已损坏。工作簿没有改动。

    怎么办
        在 Excel 的宏编辑器中取消工程密码后重试；不知道密码的，用 jxbook new 新建一份。
    """
    return Words(
        place,
        "宏工程设有密码，或已损坏",
        "请在 Excel 的宏编辑器中取消工程密码后重试；不知道密码的，请用 jxbook new 新建一份",
    )


@refusal("JX945")
def no_xlwings_source(place: str) -> Words:
    """找不到 xlwings 的宏源文件

    何时出现
        带宏的工作簿要用 xlwings 的一段宏，而它没有安装、安装不完整，或不是 jxbook 所用的版本。

    怎么办
        重新安装 jxbook，所需的 xlwings 会一并装好。
    """
    return Words(
        place, "xlwings 没有安装，或安装不完整", "请运行 pip install --force-reinstall xlwings 后重试"
    )


@no_xlwings_source.also
def unknown_xlwings_source(place: str) -> Words:
    """A version that starts Python in a way that is not known to be safe."""
    return Words(
        place,
        "xlwings 的版本不同，它启动 Python 的方式没有经过核对",
        "请重新安装 jxbook，由它选定 xlwings 的版本",
        "xlwings 的宏不是所需的那一种",
    )
