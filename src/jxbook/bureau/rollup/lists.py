"""The lists of the roll-up: 项目, 指标, 问题, 未读, 跨表. Each is its columns, and its rows from a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from jxbook.bureau.figures import SEVERITIES
from jxbook.bureau.rollup.cells import CellFormula, named
from jxbook.bureau.rollup.links import Link, link_to
from jxbook.bureau.rollup.listing import FIRST, ListColumn
from jxbook.bureau.rollup.row_sheet import ListContent
from jxbook.bureau.run_result import RunResult
from jxbook.checks.submission import OF_DEPARTMENT, Submission
from jxbook.place import column_letters

ListedRows = list[tuple[ListContent, ...]]
PROJECTS = (
    ListColumn("主管部门", 20),
    ListColumn("项目名称", 34, total="count"),
    ListColumn("实施单位", 20),
    ListColumn("项目编码", 22),
    ListColumn("年度", 7, "year"),
    ListColumn("总分", 9, "score", "mean"),
    ListColumn("等级", 7, "centre"),
    ListColumn("状态", 9, "centre"),
    ListColumn("预算数（万元）", 14, "money", "sum"),
    ListColumn("执行数（万元）", 14, "money", "sum"),
    ListColumn("未执行（万元）", 13, "money", "sum"),
    ListColumn("执行率", 9, "percent"),
    ListColumn("指标数", 7, "int", "sum"),
    ListColumn("错误", 7, "int", "sum"),
    ListColumn("提醒", 7, "int", "sum"),
    ListColumn("提示", 7, "int", "sum"),
    ListColumn("复核得分", 9, "score", "mean"),
    ListColumn("复核等级", 9, "centre"),
    ListColumn("复核差值", 9, "score", "mean"),
    ListColumn("评价政策", 26),
    ListColumn("文件", 40, "link"),
    ListColumn("表", 12),
    ListColumn("备注", 50),
)
AT = {column.heading.partition("（")[0]: at for at, column in enumerate(PROJECTS)}
"""Where a column of 项目 stands, counted from 0."""
INDICATORS = (
    ListColumn("主管部门", 20),
    ListColumn("项目名称", 30),
    ListColumn("年度", 7, "year"),
    ListColumn("一级指标", 12),
    ListColumn("二级指标", 16),
    ListColumn("三级指标", 26, total="count"),
    ListColumn("年度指标值", 16),
    ListColumn("实际完成值", 16),
    ListColumn("完成率", 9, "percent"),
    ListColumn("分值", 8, "score", "sum"),
    ListColumn("得分", 8, "score", "sum"),
    ListColumn("偏差原因分析及改进措施", 44),
    ListColumn("单元格", 16),
    ListColumn("文件", 36),
)
FINDINGS = (
    ListColumn("级别", 7, "centre"),
    ListColumn("代码", 8, "centre", "count"),
    ListColumn("主管部门", 20),
    ListColumn("实施单位", 20),
    ListColumn("项目名称", 30),
    ListColumn("年度", 7, "year"),
    ListColumn("单元格", 16),
    ListColumn("问题", 50, "wrap"),
    ListColumn("原因", 44, "wrap"),
    ListColumn("处理办法", 44, "wrap"),
    ListColumn("文件", 36, "link"),
)
UNREAD = (
    ListColumn("文件", 50, "link", "count"),
    ListColumn("代码", 8, "centre"),
    ListColumn("问题", 36, "wrap"),
    ListColumn("原因", 50, "wrap"),
    ListColumn("处理办法", 50, "wrap"),
)
SHARED = (
    ListColumn("级别", 7, "centre"),
    ListColumn("代码", 8, "centre", "count"),
    ListColumn("主管部门", 20),
    ListColumn("问题", 60, "wrap"),
    ListColumn("原因", 40, "wrap"),
    ListColumn("处理办法", 40, "wrap"),
    ListColumn("涉及份数", 8, "int"),
    ListColumn("文件", 70, "wrap"),
)
REPEATED = "重复"
"""The status of a form that the sums do not hold: another one of the project does, or its money is not a project's."""
_SHOWN = 20


def linked(run: RunResult, folder: Path) -> Callable[[str], Link]:
    """The link to a file by its name, from a workbook in `folder`."""
    return cache(
        lambda name: Link(name, link_to(run.paths.get(name, ""), folder) if name in run.paths else "")
    )


def projects(run: RunResult, link: Callable[[str], Link]) -> ListedRows:
    """A row for each form, in the order of their files."""
    return [_project(run, one, link, number) for number, one in enumerate(run.forms, FIRST + 1)]


def _project(
    run: RunResult, one: Submission, link: Callable[[str], Link], row: int
) -> tuple[ListContent, ...]:
    """The row of a form; one that the sums must not hold tells its numbers in words."""
    instead, review = run.instead.get(id(one)), run.review(one)
    head = (named(one.department), one.project or "（未填项目名称）", one.implementer, one.code, one.year)
    tail = (named(one.policy), link(one.file), one.form)
    blank = (None,) * (AT["评价政策"] - AT["状态"] - 1)
    if instead is not None:
        note = f"与“{instead.file}”是同一项目，合计只计那一份"
        return *head, None, "", REPEATED, *blank, *tail, note
    if one.of_department:
        counts = {AT[severity]: one.count(severity) for severity in SEVERITIES}
        told = (counts.get(at) for at in range(AT["状态"] + 1, AT["评价政策"]))
        return *head, None, "", OF_DEPARTMENT, *told, *tail, _in_words(one)
    return (
        *head,
        one.total,
        one.grade,
        one.status,
        one.budget,
        one.spent,
        _difference(one.budget, one.spent, "预算数", "执行数", row),
        one.rate,
        len(one.lines),
        *(one.count(severity) for severity in SEVERITIES),
        review.total if review else None,
        review.grade if review else "",
        _difference(review.total if review else None, one.total, "复核得分", "总分", row),
        *tail,
        f"{one.note}{_half_stated(one)}",
    )


def _half_stated(one: Submission) -> str:
    """Why the sums of 总览 are not those of this sheet: a form states one of both amounts."""
    if (one.budget is None) == (one.spent is None):
        return ""
    return f"没有{'预算数' if one.budget is None else '执行数'}，金额不计入总览。"


def _in_words(one: Submission) -> str:
    told = (("总分", one.total), ("预算数", one.budget), ("执行数", one.spent))
    numbers = "，".join(f"{label}{value:g}" for label, value in told if value is not None)
    return f"部门整体支出自评表，含各项目的资金，不计入合计：{numbers or one.note}"


def _difference(
    first: float | None, second: float | None, left: str, right: str, row: int
) -> CellFormula | None:
    if first is None or second is None:
        return None
    cells = (f"{column_letters(AT[name] + 1)}{row}" for name in (left, right))
    return CellFormula("-".join(cells), round(first - second, 6))


def indicators(run: RunResult) -> ListedRows:
    """A row for each indicator."""
    return [
        (
            named(one.department),
            one.project,
            one.year,
            line.level1,
            line.level2,
            line.name,
            line.target,
            line.actual,
            line.completion,
            line.points,
            line.earned,
            line.reason,
            line.cell,
            one.file,
        )
        for one in run.once
        for line in one.lines
    ]


def findings(run: RunResult, link: Callable[[str], Link]) -> ListedRows:
    """A row for each finding of a form that counts."""
    return [
        (
            remark.severity,
            remark.code,
            named(one.department),
            one.implementer,
            one.project,
            one.year,
            remark.where,
            remark.what,
            remark.why,
            remark.fix,
            link(one.file),
        )
        for one in run.once
        for remark in one.remarks
    ]


def unread(run: RunResult, link: Callable[[str], Link]) -> ListedRows:
    """A row for each file that could not be read."""
    return [
        (link(one.file), one.remark.code, one.remark.what, one.remark.why, one.remark.fix)
        for one in run.unread
    ]


def shared(run: RunResult) -> ListedRows:
    """A row for each thing that was found across forms."""
    return [
        (
            one.remark.severity,
            one.remark.code,
            named(one.remark.where),
            one.remark.what,
            one.remark.why,
            one.remark.fix,
            len(one.forms),
            "\n".join(_places(one.forms)),
        )
        for one in run.shared
    ]


def _places(forms: tuple[Submission, ...]) -> Iterator[str]:
    yield from (one.place for one in forms[:_SHOWN])
    if len(forms) > _SHOWN:
        yield f"……共{len(forms)}份"
