"""A file was read, but holds no form, more than one, or one of more rows than a form may have."""

from __future__ import annotations

from jxbook.refusals.entry import Words, refusal


@refusal("JX930")
def no_form(place: str, nearest: str = "") -> Words:
    """没有找到项目支出绩效自评表

    何时出现
        任何工作表或表格里都没有指标表的表头；隐藏的工作表不读取。

    怎么办
        确认选对了文件。信息中写有哪一行像表头、缺哪一栏的，核对那一行；表头文字有改动的，改回“一级指标、三级指标、年度指标值、实际完成值”等原来的名称。
    """
    return Words(
        place,
        nearest
        or "任何工作表或表格里都没有“一级指标、三级指标、年度指标值、实际完成值”或“一级指标、三级指标、得分”这一行表头",
        "请确认选对了文件；表头文字如有改动，请改回原来的名称",
    )


@no_form.also
def nothing_in_it(place: str, tables: bool) -> Words:
    """A workbook with nothing in any cell, or a document without a table (`tables`)."""
    what = "文件里没有填写任何内容" if tables else "文档里没有表格"
    why = "所有工作表或表格都是空的" if tables else "自评表要写在表格里，正文中的文字不能计分"
    return Words(place, why, "请确认选对了文件、填写后已经保存；要新建自评表，请用 jxbook new", what)


@no_form.also
def hidden_form(place: str, sheet: str) -> Words:
    """The only form stands on a hidden sheet."""
    return Words(
        place,
        f"工作表“{sheet}”里有自评表，但它是隐藏的；隐藏的工作表只作参考，不读取",
        f"请右键单击工作表标签“取消隐藏”，显示“{sheet}”后重试",
        "自评表在隐藏的工作表里",
    )


@no_form.also
def turned_form(place: str) -> Words:
    """The indicators stand side by side, their headings down a column."""
    return Words(
        place,
        "指标一列一个，表头竖着写在左边；只能认一行一个指标的表",
        "请在 Excel 里选中指标部分，复制后用“选择性粘贴”的“转置”改成一行一个指标，再重试",
        "自评表的指标是横着排的",
    )


@refusal("JX937")
def monitoring_form(place: str) -> Words:
    """这是绩效运行监控表，不是自评表

    何时出现
        表中有“全年预计完成情况”“完成目标可能性”一类的栏目，是年度中间填报的运行监控表。
        监控表填的是截至当时的执行情况，没有全年实际完成值和得分，不能当作自评表计分、校验或写报告。

    怎么办
        年度终了后填写自评表，用自评表运行。指标值要从批复带过来的，用目标申报表导入（jxbook import）。
    """
    return Words(
        place,
        "运行监控表填的是年度中间的执行情况和全年预计，没有全年实际完成值，不能按自评表计分",
        "请改用年度终了后填写的自评表；要从批复的指标值开始填，请用 jxbook import 导入目标申报表",
    )


@refusal("JX931")
def several_forms(place: str, where: str) -> Words:
    """文件里有不止一张自评表

    何时出现
        几处都有指标表的表头，无法判断以哪一张为准。隐藏的工作表不算。

    怎么办
        用 --sheet 写明是哪一张；或每个文件只保留一张自评表，其余的另存为单独的文件；仅供参考的旧表也可以隐藏。
    """
    return Words(
        place,
        f"在{where}都找到了指标表头，无法判断以哪一张为准",
        "请用 --sheet 写明是哪一张；或每个文件只保留一张自评表，其余的另存为单独的文件",
    )


@refusal("JX935")
def unknown_form(place: str, name: str, names: str) -> Words:
    """没有这个名称的自评表

    何时出现
        用 --sheet 写的工作表（Word 文档中是“表1”“表2”……）里没有自评表。

    怎么办
        改用信息中列出的名称之一。
    """
    return Words(place, f"没有“{name}”；文件里的自评表有：{names}", "请改用其中一个名称")


@refusal("JX934")
def too_many_rows(count: int, most: int, cells: bool) -> Words:
    """表中的行数过多

    何时出现
        导入、沿用或采用的自评表有上千行，多出的往往是误填或误选的区域。

    怎么办
        删除与自评无关的行；确有这么多指标的，按子项目分成几份。
    """
    unit = "格" if cells else "行"
    return Words(
        "自评表",
        f"一份自评表最多{most}{unit}，多出的往往是误填或误选的区域",
        "请删除与自评无关的行后重试；确有这么多指标的，请按子项目分成几份",
        f"表中的{unit}数过多（{count}{unit}）",
    )
