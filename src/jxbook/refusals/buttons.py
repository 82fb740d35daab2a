"""A button of the workbook in Excel cannot do its work. JX951 to JX954 and JX958 are said by the macros."""

from __future__ import annotations

from jxbook.refusals.entry import RefusalEntry, Words, refusal

_MACRO = "Excel"


@refusal("JX951")
def program_missing() -> Words:
    """找不到 jxbook 程序

    何时出现
        单元格要计算或点了按钮，而本机本用户还没有安装 jxbook，或安装的文件夹已被移动、删除。表中内容没有改动。

    怎么办
        运行安装包中的 install.cmd；由管理员安装的，请他运行 jxbook install。再点“重新计算”。
    """
    return Words(
        _MACRO,
        "本机本用户还没有安装 jxbook，或安装的文件夹已被移动、删除",
        "请运行安装包中的 install.cmd（或由管理员运行 jxbook install），再点“重新计算”",
        "找不到 jxbook 程序，没有执行，表中内容没有改动",
    )


@refusal("JX952")
def program_not_started() -> Words:
    """jxbook 程序没有启动成功

    何时出现
        单元格要计算或点了按钮，程序在本机，但安装不完整，被安全软件拦截，或 Excel 是微软应用商店的版本。
        表中内容没有改动。为了不让 Excel 停住，几分钟内单元格不再重试。

    怎么办
        点“重启计算程序”；仍不行的，运行 jxbook doctor，按提示处理，或重新安装。
    """
    return Words(
        _MACRO,
        "安装不完整，被安全软件拦截，或 Excel 是微软应用商店的版本",
        "请点“重启计算程序”；仍不行的，请运行 jxbook doctor，按提示处理，或重新安装",
        "jxbook 程序没有启动成功，没有执行，表中内容没有改动",
    )


@refusal("JX953")
def bridge_missing() -> Words:
    """连接 Excel 的文件不能载入

    何时出现
        单元格要计算或点了按钮，而安装文件夹中的 jxbook64.dll（32位 Excel 是 jxbook32.dll）不在，或被杀毒软件隔离。
        表中内容没有改动。

    怎么办
        在杀毒软件里恢复这个文件，或重新运行 install.cmd（或 jxbook install），再点“重新计算”。
    """
    return Words(
        _MACRO,
        "安装文件夹中的 jxbook64.dll（32位 Excel 是 jxbook32.dll）不在，或被杀毒软件隔离",
        "请在杀毒软件里恢复这个文件，或重新运行 install.cmd（或 jxbook install），再点“重新计算”",
        "连接 Excel 的文件不能载入，没有执行，表中内容没有改动",
    )


@refusal("JX954")
def excel_refused() -> Words:
    """Excel 没有完成操作

    何时出现
        Excel 在执行时报告了错误：正在编辑单元格，工作簿处于受保护的视图，或脚本功能被停用。

    怎么办
        按 Esc 退出编辑，启用编辑和宏后重试；仍不行的，运行 jxbook doctor，按提示处理。
    """
    return Words(
        _MACRO,
        "Excel 在执行时报告了错误，例如正在编辑单元格、工作簿处于受保护的视图，或脚本功能被停用",
        "请按 Esc 退出编辑、启用编辑和宏后重试；仍不行的，请运行 jxbook doctor，按提示处理",
        "操作没有完成",
    )


@refusal("JX958")
def not_for_mac() -> Words:
    """这份工作簿是给 Windows 用的

    何时出现
        在 Mac 的 Excel 里点了按钮，而工作簿是为 Windows 生成的。表中内容没有改动。

    怎么办
        在 Mac 上用 jxbook new --mac 新建工作簿；已填的内容用 jxbook score、check、report 照样处理。
    """
    return Words(
        _MACRO,
        "其中的宏只能在 Windows 的 Excel 里启动计算程序",
        "请用 jxbook new --mac 新建 Mac 用的工作簿；这一份可以用 jxbook score、check、report 处理",
        "这份工作簿是给 Windows 用的，没有执行，表中内容没有改动",
    )


SAID_BY_MACROS: tuple[RefusalEntry[[]], ...] = (
    program_missing,
    program_not_started,
    bridge_missing,
    excel_refused,
    not_for_mac,
)
"""What the macros say when Python did not start; their texts are put into the workbook."""


@refusal("JX955")
def no_findings_sheet(place: str, sheet: str, header: int) -> Words:
    """没有可以写入的“校验结果”工作表

    何时出现
        工作簿里没有这张表，或者它的表头被改动过，可能已另作他用。为避免覆盖，没有写入。

    怎么办
        使用由模板新建的工作簿，或按模板恢复这张表。
    """
    return Words(
        place,
        f"工作簿里没有这张表，或者它的第{header}行表头被改动过；为避免覆盖，没有写入",
        "请使用由模板新建的工作簿，或按模板恢复这张表",
        f"没有可以写入的“{sheet}”工作表",
    )


@refusal("JX956")
def protected_by_password(place: str) -> Words:
    """工作表设有保护密码

    何时出现
        要写入的工作表由密码保护，无法写入校验结果，也无法增加或删除行。表中内容没有改动。

    怎么办
        在“审阅—撤消工作表保护”中输入密码撤消保护，再点一次按钮。不知道密码的，向设置的人索取。
    """
    return Words(
        place,
        "有密码时无法写入校验结果，也无法增加或删除行",
        "请在“审阅—撤消工作表保护”中输入密码撤消保护，再点一次按钮",
    )


@refusal("JX957")
def no_row_chosen(sheet: str, first: int, last: int) -> Words:
    """没有选中指标行

    何时出现
        点了“增加指标”或“删除指标”，而选中的单元格不在指标表里。

    怎么办
        在指标表中选中要处理的那一行的任一单元格，再点按钮。
    """
    fix = f"请先在“{sheet}”的指标表中（第{first}行至第{last}行）选中一个单元格，再点按钮"
    return Words(sheet, "增加或删除指标时，要知道是哪一个二级指标下的哪一行", fix)


@no_row_chosen.also
def no_rows_left(sheet: str) -> Words:
    """A table without rows."""
    return Words(
        sheet, "增加或删除指标时，要知道是哪一个二级指标下的哪一行", "请先在指标表中恢复至少一个指标行"
    )
