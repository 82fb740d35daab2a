"""Why a workbook is refused: the codes of the family JX9xx and the words that go with them."""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.finding import Refusal


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to refuse a file: its code, what is the matter, why it matters, what to do."""

    code: str
    what: str
    why: str
    fix: str

    def at(self, place: str, what: str = "") -> Refusal:
        """The refusal to raise for `place`; `what` replaces the general wording by a closer one."""
        return Refusal(self.code, place, what or self.what, self.why, self.fix)


MISSING = Reason(
    "JX901",
    "找不到文件",
    "该位置没有这个文件，可能已被移动、改名或删除",
    "请核对文件名和所在文件夹后重试",
)
NOT_A_WORKBOOK = Reason(
    "JX902",
    "不是 Excel 工作簿",
    "只能读取扩展名为 .xlsx 或 .xlsm 的工作簿，且内容须与扩展名相符",
    "请选择填报用的工作簿；内容无误的，请用 Excel 或 WPS 打开后另存为 .xlsx 再试",
)
EMPTY = Reason(
    "JX903",
    "文件是空的",
    "文件大小为 0，多因下载或复制没有完成",
    "请重新下载或向提供者重新索取该文件",
)
DAMAGED = Reason(
    "JX904",
    "文件不完整或已损坏",
    "工作簿的内容无法读出，多因下载、传输或保存中途中断",
    "请用 Excel 或 WPS 打开并另存为新文件后重试；打不开的，请向提供者重新索取",
)
ENCRYPTED = Reason(
    "JX905",
    "文件已加密",
    "设有打开密码的工作簿无法读取",
    "请用 Excel 打开该文件，在“文件—信息—保护工作簿—用密码进行加密”中清空密码，保存后重试",
)
OLD_FORMAT = Reason(
    "JX906",
    "文件是旧版 .xls 格式",
    "旧版格式可以计分、校验和导入，不能改写，仅修改扩展名也不起作用",
    "请用 Excel 或 WPS 打开该文件，另存为“Excel 工作簿（.xlsx）”后重试；也可以用 jxbook import 导入成新工作簿",
)
TOO_LARGE = Reason(
    "JX907",
    "文件过大，或展开后的内容异常膨胀",
    "超出了一份填报表应有的规模，为防止占满内存已停止读取",
    "请删除与填报无关的工作表、图片和多余的行列，另存为新文件后重试；来历不明的文件请勿打开",
)
FORBIDDEN_DECLARATION = Reason(
    "JX908",
    "文件中含有不允许的 XML 声明",
    "正常的工作簿不含文档类型和实体声明，这类声明可能被用来攻击读取程序",
    "请勿使用该文件；确属本单位填报的，请用 Excel 打开后另存为新文件再试",
)
UNREADABLE = Reason(
    "JX909",
    "文件无法读取",
    "没有读取权限、文件正被其他程序占用，或所指的是文件夹而不是文件",
    "请关闭正在使用该文件的程序，确认本人有读取权限后重试",
)
LOCK_FILE = Reason(
    "JX910",
    "这是 Excel 的临时锁定文件，不是工作簿",
    "文件名以“~$”开头的文件由 Excel 在打开工作簿时自动生成，其中没有填报内容",
    "请选择文件名不带“~$”的同名工作簿",
)
SIGNED = Reason(
    "JX912",
    "工作簿带有数字签名，未作修改",
    "写入任何内容都会使签名失效",
    "请用 Excel 打开该文件，在“文件—信息”中删除签名后重试，或改用未签名的副本",
)
CELL_NOT_WRITABLE = Reason(
    "JX913",
    "单元格不能写入",
    "写入会破坏表中已有的公式、合并区域或其他内容，工作簿未作任何修改",
    "请核对该单元格，按模板恢复原样后重试",
)
