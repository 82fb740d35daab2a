"""A report cannot be written as it was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.refusals.entry import Words, refusal
from jxbook.refusals.nearest import perhaps

_PLACE = "报告模板"
_AS_DOCX = "请用 Word 打开它，另存为“Word 文档（*.docx）”后再用，或改用 jxbook 自带的模板"


@refusal("JX601")
def reference_damaged() -> Words:
    """样式文件不能用

    何时出现
        --reference 后面的样式文件不存在、读不出来、太大，或者不是 Word 文档。没有生成报告。

    怎么办
        用 Word 打开它，另存为“Word 文档（*.docx）”后再用，或不写 --reference，改用自带的样式。
    """
    return Words(_PLACE, "它已损坏、加了密，或者不是 Word 文档（.docx、.dotx）", _AS_DOCX, "文件读不出来")


@reference_damaged.also
def reference_too_large() -> Words:
    """More than styles."""
    return Words(_PLACE, "模板只用来取样式和页面设置，不应带有大量内容", _AS_DOCX, "文件太大")


@reference_damaged.also
def reference_with_macros() -> Words:
    """A template that would bring macros into the report."""
    return Words(_PLACE, "报告不能带宏", _AS_DOCX, "文件带有宏")


@reference_damaged.also
def reference_of_other_kind(place: str, what: str) -> Words:
    """A file that is no Word document; `what` says what it is."""
    return Words(place, "样式只能取自 Word 文档（.docx、.dotx）", _AS_DOCX, f"这是{what}")


@reference_damaged.also
def reference_strict() -> Words:
    """A variety of Word's format that few programs read."""
    return Words(_PLACE, "它可能存成了“严格 Open XML 文档”", _AS_DOCX, "文件不是常用的 Word 文档格式")


@reference_damaged.also
def reference_unreadable(place: str) -> Words:
    """A path that leads to no file."""
    return Words(
        place,
        "该位置没有这个文件，或者没有读取权限",
        "请核对 --reference 后面的文件名后重试",
        "样式文件无法读取",
    )


@refusal("JX602")
def styles_missing(labels: Sequence[str]) -> Words:
    """样式文件缺少样式

    何时出现
        --reference 后面的样式文件里没有报告的标题或正文所用的样式。

    怎么办
        用 Word 打开它，给任意一段文字套用所缺的样式后保存，或改用自带的样式。
    """
    listed = "、".join(f"“{label}”" for label in labels)
    return Words(
        _PLACE,
        "报告的标题和正文要靠这些样式排版",
        f"请用 Word 打开模板，给任意一段文字套用{listed}样式后保存，或改用 jxbook 自带的模板",
        f"缺少样式{listed}",
    )


@refusal("JX603")
def outline_faulty(place: str, faults: str) -> Words:
    """报告提纲有误

    何时出现
        本单位的提纲（政策文件的 outline 或 --outline 后面写的 .txt 文件）中有没有的名称、写错的标签或选项，
        逐处写明第几行；或者它不是 UTF-8 编码的文字。报告没有生成。

    怎么办
        用记事本打开提纲，按提示逐处改正，保存为 UTF-8 编码后重试。可以用的名称列在 jxbook policy outline
        写出的提纲开头。用的是自带提纲的，重新安装 jxbook。
    """
    return Words(place, faults, "请用记事本打开提纲，改正后重试")


@outline_faulty.also
def outline_not_text(place: str) -> Words:
    """Saved as ANSI, or no text at all."""
    return Words(
        place,
        "它不是 UTF-8 编码的文字",
        "请用记事本打开，“另存为”时编码选 UTF-8；不是文本文件的，请核对文件名",
        "提纲读不出来",
    )


@outline_faulty.also
def outline_too_large(place: str, kilobytes: int) -> Words:
    """Far more than an outline."""
    return Words(place, f"文件超过{kilobytes}KB，不像是提纲", "请核对是不是选错了文件", "提纲太大")


@refusal("JX604")
def outline_too_long(place: str) -> Words:
    """报告提纲运行过久或生成的内容过大

    何时出现
        提纲中的循环没有尽头，或生成的内容远超自评表的文字所需。已按上限停止，报告没有生成。

    怎么办
        用的是本单位提纲的，检查提纲中的循环；用的是自带提纲的，检查自评表中有没有反复粘贴的大段文字。
    """
    return Words(
        place,
        "已按上限停止，没有生成报告",
        "用的是本单位提纲的，请检查提纲中的循环；用的是自带提纲的，请检查自评表中有没有反复粘贴的大段文字",
    )


@refusal("JX605")
def unknown_outline(name: str, known: Sequence[str]) -> Words:
    """没有这个报告提纲

    何时出现
        政策文件的 outline 或命令中 --from 写的提纲不存在；本单位的提纲文件（.txt）不在政策文件旁边，
        或者不在 --outline 后面写的位置。

    怎么办
        改用提示中列出的提纲之一；本单位的提纲与政策文件放在同一文件夹，登记时（jxbook policy add）一并登记。
    """
    return Words(name, f"{perhaps(name, known)}现有的提纲是：{'、'.join(known)}", "请改用其中一个")


@unknown_outline.also
def outline_unreadable(place: str) -> Words:
    """An office's own file that is not where it is said to be."""
    return Words(
        place,
        "该位置没有这个文件，或者没有读取权限",
        "请核对文件名；政策文件写的提纲应与它放在同一文件夹，改动后重新运行 jxbook policy add",
        "提纲不能读取",
    )


_OUR_REPORT = "请用 jxbook report 生成的 .docx 报告，或重新生成"


@refusal("JX606")
def report_damaged(place: str) -> Words:
    """报告不能核对

    何时出现
        check 加 --form 时，前面写的报告不存在、读不出来、不是 Word 文档，或者里面没有本程序写的数字书签。

    怎么办
        核对文件名；用 jxbook report 生成的 .docx 报告，或重新生成一份。
    """
    return Words(place, "它已损坏、加了密，或者不是 Word 文档（.docx）", _OUR_REPORT, "文件读不出来")


@report_damaged.also
def not_our_report(place: str) -> Words:
    """A Word document without our bookmarks."""
    return Words(
        place, "它不是由本程序生成的 Word 报告，或者书签已全部删除", _OUR_REPORT, "报告里没有数字的书签"
    )


@refusal("JX609")
def no_report(place: str) -> Words:
    """不是能校验的报告

    何时出现
        check 后面写的文件要作为报告校验，但它不是 Word 文档（.docx）、文本文件（.txt）或 Markdown 文件（.md）。

    怎么办
        用 Word 或 WPS 打开报告，另存为 .docx 后再校验。
    """
    return Words(
        place,
        "报告只能是 .docx、.md 或 .txt 文件",
        "请用 Word 或 WPS 打开报告，另存为 .docx 后重试",
    )
