"""An office's own form cannot be made to reckon by itself."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from jxbook.refusals.entry import Words, refusal


class Lacking(StrEnum):
    """What a form needs that is to reckon by itself, and this one has not."""

    SCORES = "指标表没有“分值”“得分”两栏，只比较完成情况，没有可算的得分"
    EARNED = "指标表没有“得分”一栏，没有放公式的地方"
    POINTS = "指标表没有“分值”一栏，算不出得分"
    COMPARED = "指标表没有年度指标值或实际完成值一栏，算不出得分"
    MONEY = "预算数和执行数与别的文字写在同一格里，公式取不到"
    CHANGED = "表中有预算调整一栏，没有“全年预算数”一栏，公式不知道按哪个数算执行率"
    SHARES = "分值写成了百分比或小数，公式要的是分数"
    ONE_TABLE = "这张自评表有几个指标表，得分分在几处"
    TWO_SHEETS = "资金和指标分在两张工作表里"
    STACKED = "一行里写了几个指标，或几行合用一个指标名称，公式分不开"
    SERIALS = "指标值或实际完成值前面写着序号，公式会当成数"
    ROWS = "指标表里没有指标行"
    UNITS = "实际完成值的单位在旁边一栏，与指标值的单位不同，公式接不上"
    SHARED = "“分值”和“得分”，或年度指标值和实际完成值，写在同一格里，公式分不开"


_REMEDIES = {
    Lacking.SCORES: "不计分的表直接填报，用 jxbook check 校验就行；要计分的，请在表样里插入“分值”“得分”两列",
    Lacking.EARNED: "请在“分值”右边插入一列，表头写“得分”",
    Lacking.POINTS: "请在“得分”左边插入一列，表头写“分值”，填上各行的分值",
    Lacking.COMPARED: "请补上“年度指标值”“实际完成值”两栏",
    Lacking.UNITS: "请把单位写在实际完成值的后面，如320000元",
    Lacking.SHARED: "请把这一栏拆成两栏，表头各写各的",
    Lacking.MONEY: "请把预算数、执行数各写在一格里",
    Lacking.CHANGED: "请在预算调整的右边插入一列，表头写“全年预算数”",
    Lacking.SHARES: "请把分值改成分数，如把40%改为40",
    Lacking.ONE_TABLE: "请把几个指标表并成一个",
    Lacking.TWO_SHEETS: "请把资金移到指标上方，合成一张工作表",
    Lacking.STACKED: "请把每个指标各写一行，名称、分值、得分也各写各的",
    Lacking.SERIALS: "请把指标值、实际完成值前面的序号删去，只写值",
    Lacking.ROWS: "请在表头下面写上指标",
}


@refusal("JX936")
def not_adoptable(place: str, lacking: Lacking, unknown: Sequence[str] = ()) -> Words:
    """表样不能改成随填随算

    何时出现
        jxbook new --like 后面的表样缺少计算要用的栏目，或者受到保护。没有写入文件。

    怎么办
        按提示在表样里补上栏目、取消保护后重试；也可以用 jxbook import 导入成本程序的工作簿，
        或不改表样，直接用 jxbook score、jxbook check、jxbook report。
    """
    strange = f"；不认得表头{'、'.join(f'“{one}”' for one in unknown)}" if unknown else ""
    return Words(
        place,
        f"{lacking}{strange}",
        f"{_REMEDIES[lacking]}；也可以用 jxbook import 导入，或直接用 jxbook score、jxbook check、jxbook report",
    )


@not_adoptable.also
def protected_sheet(place: str) -> Words:
    """A sheet that must not be changed."""
    return Words(
        place,
        "工作表受到保护，公式写进去也不能随填报改动",
        "请用 Excel 打开，在“审阅”中撤销工作表保护，保存后重试",
        "表样的工作表受到保护",
    )


@not_adoptable.also
def protected_book(place: str) -> Words:
    """A workbook to which no sheet may be added."""
    return Words(
        place,
        "工作簿的结构受到保护，不能增加“校验结果”等工作表",
        "请用 Excel 打开，在“审阅”中撤销工作簿保护，保存后重试",
        "表样的工作簿受到保护",
    )


@not_adoptable.also
def already_adopted(place: str) -> Words:
    """A workbook that reckons by itself already."""
    return Words(
        place,
        "这个工作簿已经是 jxbook 新建或采用过的，表中已有公式",
        "请直接填报；要换评价政策，请用原来的表样重新运行",
        "不需要再采用",
    )


@not_adoptable.also
def policy_does_not_compute(place: str, policy: str) -> Words:
    """A policy whose points somebody gives."""
    return Words(
        place,
        f"评价政策 {policy} 的得分由评价人员或第三方评定，不由公式计算",
        "请用 --policy 指定计算得分的评价政策",
        "这个评价政策没有可放的公式",
    )


@not_adoptable.also
def name_taken(place: str, sheet: str) -> Words:
    """A sheet of the office's own by the name of one of ours."""
    return Words(
        place,
        f"表样里已有名为“{sheet}”的工作表，增加的工作表要用这个名称",
        "请把原有的这个工作表改名后重试",
        "工作表重名",
    )


@not_adoptable.also
def strict_file(place: str) -> Words:
    """A file in the strict form of Open XML."""
    return Words(
        place,
        "文件是“严格 Open XML 工作簿”",
        "请用 Excel 或 WPS 打开，另存为普通的“Excel 工作簿（.xlsx）”后重试",
        "这种 .xlsx 不能采用",
    )


@not_adoptable.also
def has_macros(place: str) -> Words:
    """A form with macros that would be lost."""
    return Words(
        place,
        "表样里有宏，写成 .xlsx 会丢失",
        "请把 -o 后面的文件名结尾改为 .xlsm",
        "表样带有宏",
    )


@not_adoptable.also
def modules_clash(place: str, names: Sequence[str]) -> Words:
    """Macros of the office's own by the names of ours."""
    return Words(
        place,
        f"表样里已有同名的模块：{'、'.join(names)}，换上本程序的会丢失原来的宏",
        "请在 Excel 的宏编辑器里给这些模块改名后重试，或写成没有按钮的 .xlsx",
        "宏模块重名",
    )
