"""A file cannot be written, or must not be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from jxbook.refusals.entry import Words, refusal


@refusal("JX911")
def in_use(place: str) -> Words:
    """文件正在使用，未能保存

    何时出现
        要写入的文件已在 Excel 或其他程序中打开，或者设为只读。原文件没有改动，填报内容没有丢失。

    怎么办
        关闭 Excel 中打开的该文件后重试；文件属性中勾选了“只读”的，取消勾选；也可以换一个文件名。
    """
    return Words(
        place,
        "该文件已在 Excel 或其他程序中打开，或者设为只读；原文件未作任何修改",
        "请关闭 Excel 中打开的该文件、取消只读后重试，或换一个文件名保存",
    )


@in_use.also
def paper_in_use(place: str) -> Words:
    """One of many papers that a bureau's run writes: a report, a return."""
    return Words(
        place,
        "它已在 Word、WPS 或其他程序中打开，或者设为只读；汇总照常完成",
        "请关闭它、取消只读，再运行一次同样的命令，会补写",
        "没有写出",
    )


@in_use.also
def read_only(place: str) -> Words:
    """Somebody has marked the file as one that is not to be written."""
    return Words(
        place,
        "该文件设为只读；原文件未作任何修改",
        "确实要改写的，请在文件属性中取消“只读”后重试；也可以换一个文件名保存",
        "文件是只读的，未能保存",
    )


@refusal("JX912")
def signed(place: str) -> Words:
    """工作簿带有数字签名，未作修改

    何时出现
        要改写的工作簿由某人签了名，写入任何内容都会使签名失效。

    怎么办
        在 Excel 的“文件—信息”中删除签名后重试，或改用未签名的副本。
    """
    return Words(
        place,
        "写入任何内容都会使签名失效",
        "请用 Excel 打开该文件，在“文件—信息”中删除签名后重试，或改用未签名的副本",
    )


class NotWritable(StrEnum):
    """Why a cell cannot be written."""

    OUT_OF_SHEET = "单元格超出工作表范围"
    NUMBER_TOO_LARGE = "数值超出 Excel 能够表示的范围"
    MERGED = "单元格在合并区域之内，且不是其左上角单元格"
    NO_FORMULA = "单元格中没有公式，不能只更新公式的结果"
    SHARED_FORMULA = "单元格的公式与其他单元格共用（共享公式、数组公式或模拟运算表）"
    ALL_FORMULAS = "工作簿中的公式将全部被替换"


_BREAKS = "写入会破坏表中已有的公式、合并区域或其他内容，工作簿未作任何修改"
_AS_TEMPLATE = "请核对该单元格，按模板恢复原样后重试"


@refusal("JX913")
def cell_not_writable(place: str, what: NotWritable) -> Words:
    """单元格不能写入

    何时出现
        写入会破坏表中已有的公式、合并区域或其他内容。工作簿没有任何改动。

    怎么办
        按方括号中的位置找到该单元格，照模板恢复原来的公式或合并方式后重试。
    """
    return Words(place, _BREAKS, _AS_TEMPLATE, what)


@cell_not_writable.also
def text_too_long(place: str, most: int) -> Words:
    """A text that Excel has no room for."""
    return Words(
        place,
        f"Excel 的一个单元格最多放{most}字；没有写入任何内容",
        "请把要填到这一格的文字缩短，或移一部分到附件后重试",
        "文字太长，一个单元格放不下",
    )


@cell_not_writable.also
def no_such_sheet(place: str, sheet: str) -> Words:
    """A cell in a sheet that is not there."""
    return Words(place, _BREAKS, _AS_TEMPLATE, f"工作簿中没有名为“{sheet}”的工作表")


@refusal("JX914")
def cannot_save(place: str) -> Words:
    """文件未能保存

    何时出现
        文件夹不存在、不能建立或没有写入权限，或磁盘空间不足。原有文件没有改动。

    怎么办
        换一个可以写入的文件夹，如“文档”或桌面；磁盘已满的，先清理空间。
    """
    return Words(
        place,
        "所在文件夹不存在、没有写入权限，或磁盘空间不足；原有文件未作任何修改",
        "请换一个可以写入的文件夹，或清理磁盘空间后重试",
    )


@cannot_save.also
def no_such_folder(place: str, folder: str) -> Words:
    """The folder that a file is to be written to."""
    return Words(
        place,
        f"没有“{folder}”这个文件夹",
        "请核对文件夹的名称，或先建立这个文件夹",
        "要写入的文件夹不存在",
    )


@cannot_save.also
def folder_in_the_way(place: str) -> Words:
    """What is to be a file is a folder."""
    return Words(place, "这个位置有一个同名的文件夹", "请移走或改名这个文件夹后重试")


@cannot_save.also
def cannot_make_folder(place: str) -> Words:
    """The folder for a sample."""
    return Words(
        place,
        "这个位置有一个同名的文件，或者没有写入权限",
        "请用 -o 换一个文件夹",
        "文件夹不能建立",
    )


@cannot_save.also
def cannot_register(place: str) -> Words:
    """The folder of the user's policies."""
    return Words(
        place,
        "该位置没有写入权限",
        "请检查该文件夹的权限，或用环境变量 JXBOOK_POLICIES 指定另一个文件夹",
        "政策文件未能登记",
    )


@cannot_save.also
def cannot_answer() -> Words:
    """What a command says, sent to a file or a device by > or |."""
    return Words(
        "jxbook",
        "命令的结果由 > 或 | 送往的文件或设备写不进去，多为磁盘已满，或输出已被关闭；命令已经写好的文件不受影响",
        "请清理磁盘空间，或换一个位置后重试；去掉 > 及其后的内容，结果显示在屏幕上",
        "结果没有能够输出",
    )


@refusal("JX915")
def changed_meanwhile(place: str) -> Words:
    """文件在处理期间被改动，未作修改

    何时出现
        从读取到写入之间，这个文件被别人或别的程序保存过。为了不覆盖新的内容，没有写入。

    怎么办
        再运行一次；文件放在共享文件夹或网盘里的，先确认没有别人正在填写。
    """
    return Words(
        place,
        "从读取到写入之间，该文件被别的程序保存过；为了不覆盖新的内容，没有写入",
        "请再运行一次",
    )


@refusal("JX916")
def open_elsewhere(place: str, lock: str) -> Words:
    """文件可能正在 Excel、WPS 或 LibreOffice 中打开，未作修改

    何时出现
        文件旁边有 Excel（~$开头）、WPS（.~开头）或 LibreOffice（.~lock.开头）留下的占用标记。这时写入，
        打开着它的人一保存，写入的内容就没有了。

    怎么办
        在打开它的程序里保存并关闭后重试。确知没有人打开（程序异常退出会留下标记），或者就是要写的，加上 --while-open。
    """
    return Words(
        place,
        f"旁边有占用标记“{lock}”；打开着它的程序一保存，写入的内容就没有了",
        "请在 Excel、WPS 或 LibreOffice 中保存并关闭后重试；确知没有人打开的，加上 --while-open",
    )


@refusal("JX924")
def not_a_report_format(place: str, known: Sequence[str]) -> Words:
    """不能写这种格式

    何时出现
        -o 后面的文件名以不能写的扩展名结尾。没有写入任何文件。

    怎么办
        报告用 .docx、.html 或 .md，自评表用 .xlsx 或 .xlsm，政策文件用 .toml。
    """
    return Words(place, f"可以写的格式是 {'、'.join(known)}", "请改用 .docx 文件名")


@not_a_report_format.also
def not_a_workbook_name(place: str) -> Words:
    """A workbook by another ending."""
    return Words(
        place, "自评表是 .xlsx 文件，或带按钮、随填随算的 .xlsm 文件", "请把文件名的结尾改为 .xlsx 或 .xlsm"
    )


@not_a_report_format.also
def not_a_rollup_name(place: str) -> Words:
    """A roll-up by another ending."""
    return Words(place, "汇总表、合并表和复核底稿是 .xlsx 文件", "请把文件名的结尾改为 .xlsx")


@not_a_report_format.also
def not_a_policy_file_name(place: str) -> Words:
    """A policy file by another ending."""
    return Words(place, "政策文件是 .toml 文件", "请把文件名的结尾改为 .toml")


@refusal("JX925")
def already_there(place: str) -> Words:
    """文件已经存在

    何时出现
        要新建的文件，那个位置已有同名的。为避免覆盖，没有写入。

    怎么办
        换一个文件名，或先把原来的文件移走、改名。提示中写有 --force 的，确实要覆盖时可以在命令后面加 --force。
    """
    return Words(place, "为避免覆盖，没有写入", "请换一个文件名，或先移走原来的文件")


@already_there.also
def there_without_force(place: str) -> Words:
    """The same, to a command that takes --force."""
    return Words(
        place, "为避免覆盖，没有写入", "请换一个文件名，或先移走原来的文件；确实要覆盖的，加 --force"
    )


@already_there.also
def is_the_source(place: str) -> Words:
    """What is to be written would replace what is read; --force is no leave for that."""
    return Words(place, "写入的文件就是要读的文件，会毁掉原来填报的内容", "请用 -o 换一个文件名")
