"""A file cannot be read."""

from __future__ import annotations

from enum import Enum, StrEnum

from jxbook.refusals.entry import Words, refusal

_AS_XLSX = "请用 Excel 或 WPS 打开该文件，另存为“Excel 工作簿（.xlsx）”后重试"
_AS_DOCX = "请用 Word 或 WPS 打开该文件，另存为 .docx 后重试"
_ASK = "请向填报单位索取原来的 Excel 或 Word 文件；没有的，请在新建的自评表中照此填写"
_SAVE_AS = "请选择填报用的工作簿；内容无误的，请用 Excel 或 WPS 打开后另存为 .xlsx 再试"


@refusal("JX901")
def missing(place: str, beside: str = "") -> Words:
    """找不到文件

    何时出现
        命令后面写的文件不在那个位置。

    怎么办
        在资源管理器中找到该文件，核对文件名（包括扩展名）和文件夹；文件名中有空格的，在命令中加上引号。
        Windows 默认不显示扩展名，看到的“自评表”可能是“自评表.xlsx”；提示里写有相近的文件名的，照它写。
    """
    if beside:
        return Words(
            place, f"该位置没有这个文件，同一文件夹里有“{beside}”", f"如果就是它，请写完整的文件名“{beside}”"
        )
    return Words(place, "该位置没有这个文件，可能已被移动、改名或删除", "请核对文件名和所在文件夹后重试")


class OtherKind(StrEnum):
    """What a file is that should be a workbook."""

    WORD = "这是 Word 文档，不是 Excel 工作簿"
    OLD_WORD = "这是旧版 Word 文档（.doc），不是 Excel 工作簿"
    POWERPOINT = "这是 PowerPoint 演示文稿，不是 Excel 工作簿"
    BINARY = "这是二进制工作簿（.xlsb），不是 .xlsx 工作簿"
    OPEN_DOCUMENT = "这是 OpenDocument 文件（.ods、.odt 等），不是 Excel 工作簿"


@refusal("JX902")
def not_a_workbook(place: str, kind: OtherKind | None = None) -> Words:
    """不是 Excel 工作簿

    何时出现
        要改写、更新的文件不是 .xlsx、.xlsm 工作簿：内容是别的格式，或只是改了扩展名。

    怎么办
        选择填报用的工作簿。内容确是自评表的，用 Excel 或 WPS 打开后另存为 .xlsx；也可以用 jxbook import 导入。
    """
    why = "只能读取扩展名为 .xlsx 或 .xlsm 的工作簿，且内容须与扩展名相符"
    if kind in (OtherKind.OPEN_DOCUMENT, OtherKind.BINARY):
        with_what = "LibreOffice" if kind is OtherKind.OPEN_DOCUMENT else "Excel 或 WPS"
        return Words(place, why, f"请用 {with_what} 打开，另存为“Excel 工作簿（.xlsx）”后重试", kind)
    if kind in (OtherKind.WORD, OtherKind.OLD_WORD):
        first = "请先用 Word 或 WPS 另存为 .docx，再" if kind is OtherKind.OLD_WORD else "请"
        return Words(
            place,
            why,
            f"{first}用 jxbook import 导入成工作簿；要保留原来的样子，请在 Excel 里照样画出这张表",
            kind,
        )
    return Words(place, why, _SAVE_AS, kind or "")


@refusal("JX903")
def empty(place: str) -> Words:
    """文件是空的

    何时出现
        文件里一个字节也没有，多因下载、复制没有完成。

    怎么办
        重新下载或复制，或向提供者重新索取。
    """
    return Words(place, "文件大小为 0，多因下载或复制没有完成", "请重新下载或向提供者重新索取该文件")


@refusal("JX904")
def damaged(place: str) -> Words:
    """文件不完整或已损坏

    何时出现
        文件的结构读不通：下载、传输或保存中途中断，或被别的程序改坏。原文件没有改动。

    怎么办
        用 Excel 或 WPS 打开，按提示修复后另存为新文件；打不开的，向提供者重新索取，或从备份中取回。
    """
    return Words(
        place,
        "工作簿的内容无法读出，多因下载、传输或保存中途中断",
        "请用 Excel 或 WPS 打开并另存为新文件后重试；打不开的，请向提供者重新索取",
    )


@refusal("JX905")
def encrypted(place: str) -> Words:
    """文件已加密

    何时出现
        工作簿设有打开密码。工作表的保护密码不在此列，不影响读取。

    怎么办
        用 Excel 打开，在“文件—信息—保护工作簿—用密码进行加密”中清空密码，保存后重试。
    """
    return Words(
        place,
        "设有打开密码的工作簿无法读取",
        "请用 Excel 打开该文件，在“文件—信息—保护工作簿—用密码进行加密”中清空密码，保存后重试",
    )


@refusal("JX906")
def old_format(place: str) -> Words:
    """文件是旧版 .xls 格式

    何时出现
        要写入的工作簿是 Excel 97—2003 的格式。这种文件可以计分、校验和导入，不能改写。

    怎么办
        用 Excel 或 WPS 另存为 .xlsx，或用 jxbook import 导入成新工作簿。只改扩展名不起作用。
    """
    return Words(
        place,
        "旧版格式可以计分、校验和导入，不能改写，仅修改扩展名也不起作用",
        f"{_AS_XLSX}；也可以用 jxbook import 导入成新工作簿",
    )


@refusal("JX907")
def too_large(place: str) -> Words:
    """文件过大，或展开后的内容异常膨胀

    何时出现
        文件、其中的某一部分或单元格的数目远超一份自评表应有的规模。为防止占满内存，没有读完。

    怎么办
        删除与填报无关的工作表、图片和多余的行列，另存为新文件。来历不明的文件不要打开。
    """
    return Words(
        place,
        "超出了一份填报表应有的规模，为防止占满内存已停止读取",
        "请删除与填报无关的工作表、图片和多余的行列，另存为新文件后重试；来历不明的文件请勿打开",
    )


class Excess(StrEnum):
    """Of what a file holds more than is read."""

    FILE = "文件超过{}MB"
    UNPACKED = "文件展开后超过{}MB"
    PARTS = "文件里的部件（图片、工作表等）超过{}个"
    CELLS = "有内容的单元格超过{}个"
    TEXT = "单元格里的文字合计超过{}字"
    CELL_TEXT = "有一个单元格的文字超过{}字，Excel 也存不下"
    MERGES = "一张工作表里的合并单元格超过{}处"
    STYLES = "单元格的样式超过{}种，Excel 也存不下"
    TABLES = "文档里的表格超过{}张"
    NESTED = "表格里套表格超过{}层"
    COLUMNS = "一张表格超过{}列"


@too_large.also
def too_much(place: str, what: Excess, most: int) -> Words:
    """More of one thing than anybody hands in."""
    counted = f"{most // 10_000}万" if most >= 10_000 and most % 10_000 == 0 else str(most)
    keep = (
        "请把填报内容用“选择性粘贴—数值”粘贴到新工作簿"
        if what is Excess.STYLES
        else "请只留下与填报有关的工作表、表格和文字"
    )
    return Words(
        place,
        "一份自评表远没有这么多，为防止占满内存已停止读取",
        f"{keep}，另存为新文件后重试；来历不明的文件请勿打开",
        what.format(counted),
    )


@too_large.also
def too_many_indicators(place: str, most: int) -> Words:
    """A form of more rows than anybody fills in."""
    return Words(
        place,
        f"这张自评表有{most}行以上的指标，远超一份自评表应有的规模，已停止读取",
        "请核对表头和“总分”一行的位置，把不是指标的行移到另一张工作表后重试",
        "指标太多",
    )


@too_large.also
def too_much_text(place: str, most: int) -> Words:
    """A report of more text than anybody hands in."""
    return Words(
        place,
        f"正文超过{most // 10_000}万字，远超一份报告应有的规模，没有校验",
        "请把附件、汇编等与报告无关的内容移到另外的文件后重试",
        "文字太多",
    )


@refusal("JX908")
def forbidden_declaration(place: str) -> Words:
    """文件中含有不允许的 XML 声明

    何时出现
        文件里有文档类型或实体声明。Excel、WPS 存的文件都没有，这类声明可能被用来攻击读取程序。

    怎么办
        不要使用该文件。确属本单位填报的，用 Excel 打开后另存为新文件。
    """
    return Words(
        place,
        "正常的工作簿不含文档类型和实体声明，这类声明可能被用来攻击读取程序",
        "请勿使用该文件；确属本单位填报的，请用 Excel 打开后另存为新文件再试",
    )


@refusal("JX909")
def unreadable(place: str) -> Words:
    """文件无法读取

    何时出现
        没有读取权限，文件正被其他程序占用；或者写的是文件夹，这时另有说明。

    怎么办
        关闭正在使用该文件的程序，核对写的是文件而不是文件夹，确认本人有读取权限。
    """
    return Words(
        place,
        "没有读取权限，或者文件正被其他程序占用",
        "请关闭正在使用该文件的程序，确认本人有读取权限后重试",
    )


@unreadable.also
def folder_for_a_file(place: str) -> Words:
    """A folder where one file is wanted."""
    return Words(
        place,
        "这里要写一个文件，如“文件夹/自评表.xlsx”",
        "请写出文件夹里的文件名，几个文件用空格隔开；要把整个文件夹的自评表汇总成一张表，请用 jxbook batch",
        "这是文件夹，不是文件",
    )


@refusal("JX910")
def lock_file(place: str) -> Words:
    """这是 Excel 的临时锁定文件，不是工作簿

    何时出现
        选中了以“~$”开头的文件。Excel 打开工作簿时自动生成它，关闭后消失，其中没有填报内容。

    怎么办
        选择文件名不带“~$”的同名工作簿。
    """
    return Words(
        place,
        "文件名以“~$”开头的文件由 Excel 在打开工作簿时自动生成，其中没有填报内容",
        "请选择文件名不带“~$”的同名工作簿",
    )


class Unread(Enum):
    """What a file is that is not read, and how to come to one that is."""

    OLD_WORD = "这是旧版 Word 或 WPS 文档（.doc、.wps）", _AS_DOCX
    OTHER_OLE = "这是旧版 Office 文件，其中没有 Excel 工作簿", _AS_XLSX
    PDF = "这是 PDF 文件", _ASK
    PICTURE = "这是图片", _ASK
    WEB_PAGE = "这是网页文件（有的系统导出的 .xls 其实是网页）", _AS_XLSX
    XML_SHEET = "这是 XML 格式的电子表格", _AS_XLSX
    XML_WORD = "这是 XML 格式的 Word 文档", _AS_DOCX
    RICH_TEXT = "这是 RTF 文档", _AS_DOCX
    TEXT = "这是文本文件（如 .csv、.txt），没有表格的版式", _AS_XLSX
    UNKNOWN = (
        "不认识这种文件",
        "请选择填报用的文件；内容无误的，请用 Excel 或 WPS 打开后另存为 .xlsx 再试",
    )


@refusal("JX932")
def not_read(place: str, kind: Unread) -> Words:
    """这种文件不能读取

    何时出现
        文件不是 Excel 工作簿（.xlsx、.xlsm、.xls），也不是 Word 文档（.docx）。种类按内容判断，不看扩展名。

    怎么办
        能用 Excel、Word 或 WPS 打开的，打开后另存为 .xlsx 或 .docx；PDF 和图片，向填报单位索取原来的文件。
    """
    what, fix = kind.value
    why = "能读取的是 Excel 工作簿（.xlsx、.xlsm、.xls）和 Word 文档（.docx），种类按文件内容判断，不看扩展名"
    return Words(place, why, fix, what)


@refusal("JX933")
def old_excel_unreadable(place: str) -> Words:
    """旧版 .xls 文件无法读取

    何时出现
        文件已损坏，不是真正的 Excel 97—2003 工作簿，或者读取它用时过长。

    怎么办
        用 Excel 或 WPS 打开，另存为 .xlsx 后重试。
    """
    return Words(place, "文件已损坏，或者不是真正的 Excel 97—2003 工作簿", _AS_XLSX)


@old_excel_unreadable.also
def old_excel_slow(place: str) -> Words:
    """The reader took too long."""
    why = "正常的自评表一秒之内就能读完，文件可能已损坏"
    return Words(place, why, _AS_XLSX, "读取旧版 .xls 文件用时过长，已停止")


@old_excel_unreadable.also
def old_excel_reader_not_started(place: str) -> Words:
    """The reader's process did not start."""
    why = "它在单独的进程中运行，可能被安全软件拦截，或系统资源不足"
    return Words(place, why, _AS_XLSX, "读取旧版 .xls 文件的程序不能启动")
