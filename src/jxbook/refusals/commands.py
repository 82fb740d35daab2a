"""A command cannot be understood as it was typed."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.refusals.entry import Words, refusal
from jxbook.refusals.nearest import perhaps


@refusal("JX900")
def wrong_call(command: str, why: str) -> Words:
    """命令写法有误

    何时出现
        命令缺少参数，参数写错，或几个选项不能同时使用。没有执行，也没有改动文件。

    怎么办
        在命令后面加 --help 查看用法，例如 jxbook score --help。
    """
    return Words(command, why, f"请用 {command} --help 查看用法")


@wrong_call.also
def profile_without_libreoffice(command: str) -> Words:
    """An option that means something for LibreOffice only."""
    return Words(command, "--profile 只与 --libreoffice 一起用", "请加上 --libreoffice，或去掉 --profile")


@wrong_call.also
def where_to(command: str) -> Words:
    """Neither a file nor a folder to write to."""
    return Words(command, "没有写明写到哪里", "请用 -o 写明文件，或用 --out-dir 写明文件夹")


@wrong_call.also
def one_name_for_several(command: str) -> Words:
    """Several files cannot go by one name."""
    return Words(
        command, "有几个文件，-o 只能写一个文件名", "请去掉 -o，改用 --out-dir 写明文件夹，文件名自动取"
    )


@wrong_call.also
def not_for_several(command: str, option: str) -> Words:
    """An option that means one file."""
    return Words(command, f"{option} 只用于一个文件", f"请去掉 {option}，或逐个文件运行")


@wrong_call.also
def needs_a_report(command: str, option: str, kinds: str = ".docx、.md 或 .txt") -> Words:
    """An option that means something for a report only."""
    return Words(command, f"{option} 前面写的应是报告（{kinds}）", "请写报告的文件名，或去掉这个选项")


@wrong_call.also
def like_and_from(command: str) -> Words:
    """Two ways to begin a workbook at once."""
    return Words(command, "--like 和 --from 不能同时使用", "请只写其中一个")


@wrong_call.also
def report_is_not_written_to(command: str) -> Words:
    """Findings go into a workbook, not into a report."""
    return Words(command, "--write 写进自评表，不写进报告", "请写自评表的文件名，或去掉 --write")


@refusal("JX923")
def unknown_sample(name: str, known: Sequence[str]) -> Words:
    """没有这个样例

    何时出现
        jxbook demo 后面写的样例名称不存在。

    怎么办
        运行 jxbook demo --list 查看现有的样例。
    """
    return Words(name, f"{perhaps(name, known)}现有的样例是：{'、'.join(known)}", "请改用其中一个")


@refusal("JX926")
def year_out_of_range(year: int) -> Words:
    """评价年度不对

    何时出现
        --year 写的年度不在2000年至2100年之间；或者沿用上年的自评表时，新的年度不在上年之后，
        或上年的表没有写明年度。没有写入文件。

    怎么办
        用 --year 写明新的年度，四位数字，例如 --year 2025。
    """
    return Words(str(year), "应在2000年至2100年之间", "请改正 --year 后面的年度")


_WRITE_YEAR = "请用 --year 写明新的年度，例如 --year 2025"


@year_out_of_range.also
def year_not_later(place: str, last: int) -> Words:
    """The next year that is none."""
    return Words(place, f"上年的自评表是{last}年度的，新的年度应在其后", _WRITE_YEAR)


@year_out_of_range.also
def last_year_unknown(place: str) -> Words:
    """A form of last year that does not say which."""
    return Words(place, "上年的自评表没有写明年度", _WRITE_YEAR)


@refusal("JX927")
def unknown_code(code: str) -> Words:
    """没有这个代码

    何时出现
        jxbook rule 后面写的代码，既不是校验规则，也不是不能继续时的说明。

    怎么办
        运行 jxbook rule 查看全部代码。代码由 JX 和三位数字组成，如 JX203、JX904。
    """
    return Words(code, "代码由 JX 和三位数字组成，如 JX203、JX904", "请用 jxbook rule 查看全部代码")
