"""JX120 表中有没认出的栏目

查什么
    指标表要用的列（三级指标、年度指标值、实际完成值、分值、得分）有没有哪一列没有找到，而表头里有不认得的文字，
    或者有数字的一列没有表头；靠相近的文字认出的表头，也在这里写明。

为什么
    没有认出的一列等于没有读，不能当作空着，更不能当作没有问题。

示例
    会报：实际完成值的表头：完工数
    不报：实际完成值的表头：实际完成值

怎么改
    把表头改成所列的最接近的名称；这一列与计分无关的，不用改。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, note
from jxbook.checks.wording import listed, quote
from jxbook.form import DoubtfulHeading, Entry
from jxbook.form.table import BY_FIELD

_NEEDED = ("name", "target", "actual", "points", "earned")
_ALWAYS = frozenset({"name", "target", "actual"})


def check(case: Case) -> Iterator[Flaw]:
    form = case.form
    for one in form.headings:
        if one.taken:
            said = quote(one.entry.text) if not one.entry.blank else "空着的一列"
            like = f"这个写法不常见，与“{one.like}”相近" if one.like else "由这一列的数判断"
            yield note(
                one.entry,
                f"表头{said}按“{one.taken}”读取",
                f"{like}；{grounds.READING}",
                f"请核对；确是这一列的，把表头改为“{one.like or one.taken}”",
            )
    if not form.columns:
        return
    unknown = [one for one in form.headings if not one.taken]
    absent = [field for field in _NEEDED if field not in form.columns and _is_due(case, field, unknown)]
    if case.only_targets:
        yield error(
            None,
            "这张表只有指标值，没有实际完成值和得分，是绩效目标申报表一类的表，不是自评表",
            f"没有完成情况，不能计分，也不能校验；{grounds.READING}",
            "请用 jxbook import 导入成自评表再填写；要与自评表对照，用 jxbook check 自评表 --approved 这张表",
        )
    elif absent:
        names = listed(f"“{BY_FIELD[field].heading}”" for field in absent)
        yield error(
            unknown[0].entry if unknown else None,
            f"没有找到{names}一栏{_told(unknown)}",
            f"没有读到的一栏不能计分，也没有校验；{grounds.READING}",
            "请把表头改成上面所列的名称后重新校验",
        )


def _is_due(case: Case, field: str, unknown: list[DoubtfulHeading]) -> bool:
    """Does the score rest on the column, or might one of the headings that are not known be it?"""
    scored_by_rows = case.source == "rows" and "earned" in case.form.columns
    if field in _ALWAYS:
        return not (scored_by_rows and field != "name" and not _ALWAYS & {*case.form.columns} - {"name"})
    return any(one.numbers or BY_FIELD[field].heading == _meant(one) for one in unknown)


def _meant(one: DoubtfulHeading) -> str:
    return next((column.heading for column in BY_FIELD.values() if one.like in _spellings(column)), "")


def _spellings(column: object) -> tuple[str, ...]:
    return (column.heading, *column.spellings)  # type: ignore[attr-defined]


def _told(unknown: list[DoubtfulHeading]) -> str:
    """；第11行像表头，不认得“实际完成”，最接近的是“实际完成值”."""
    if not unknown:
        return ""
    said = []
    for one in [one for one in unknown if one.like or one.numbers] or unknown:
        if one.entry.blank:
            said.append(f"{_letter(one.entry)}列有数字，没有表头")
        else:
            said.append(f"不认得{quote(one.entry.text)}" + (f"，最接近的是“{one.like}”" if one.like else ""))
    row = unknown[0].entry.cell.row if unknown[0].entry.cell else 0
    return f"；第{row}行像表头，{'；'.join(said)}"


def _letter(entry: Entry) -> str:
    return entry.cell.address.rstrip("0123456789") if entry.cell else ""
