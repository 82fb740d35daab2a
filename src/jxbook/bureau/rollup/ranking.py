"""问题排行: what was found most, by code and by department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from jxbook.bureau.figures import SEVERITIES, Figures
from jxbook.bureau.rollup.cells import CellContent, CellFormula, CellWriter, named
from jxbook.bureau.rollup.listing import area, on_paper
from jxbook.bureau.rollup.lists import FINDINGS
from jxbook.bureau.run_result import RunResult

_AT = {column.heading: at for at, column in enumerate(FINDINGS)}
_CODES = ("代码", "级别", "问题", "次数", "涉及自评表", "占全部自评表", "涉及部门", "例")
_DEPARTMENTS = ("主管部门", "项目数", "问题合计", "错误", "提醒", "提示", "平均每个项目", "最常见的问题")


def write_ranking(writer: CellWriter, sheet: Any, run: RunResult, told: Figures, count: int) -> None:
    """Fill the sheet; `count` is how many rows 问题 has."""

    def cells(heading: str) -> str:
        return f"问题!{area(_AT[heading], count)}"

    for at, width in enumerate((24, 9, 30, 9, 10, 11, 13, 70)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, "问题排行", writer.format("title"))
    row = _head(writer, sheet, 2, "按问题", _CODES)
    forms = len(run.once)
    for one in told.problems:
        times = CellFormula(f"COUNTIF({cells('代码')},$A{row + 1})", one.times)
        share = one.forms / forms if forms else "—"
        example = f"{one.example_of}：{one.example}"
        values: tuple[CellContent, ...] = (
            one.code,
            one.severity,
            one.title,
            times,
            one.forms,
            share,
            one.departments,
            example,
        )
        _write(
            writer, sheet, row, values, ("centre", "centre", "text", "int", "int", "percent", "int", "text")
        )
        row += 1
    row = _head(writer, sheet, row + 1, "按主管部门", _DEPARTMENTS)
    most = _most(run, {one.code: one.title for one in told.problems})
    counts = Counter((one.department, remark.severity) for one in run.once for remark in one.remarks)
    for group in sorted(told.departments, key=lambda one: (-one.errors, -one.warnings, one.name)):
        by = {severity: counts[group.name, severity] for severity in SEVERITIES}
        told_of: tuple[CellContent, ...] = (
            named(group.name),
            group.forms,
            CellFormula(f"SUM(D{row + 1}:F{row + 1})", sum(by.values())),
            *(
                CellFormula(
                    f'COUNTIFS({cells("主管部门")},$A{row + 1},{cells("级别")},"{severity}")', by[severity]
                )
                for severity in SEVERITIES
            ),
            CellFormula(
                f'IF(B{row + 1}>0,C{row + 1}/B{row + 1},"—")',
                sum(by.values()) / group.forms if group.forms else "—",
            ),
            most.get(group.name, ""),
        )
        _write(writer, sheet, row, told_of, ("text", "int", "int", "int", "int", "int", "score", "text"))
        row += 1
    sheet.freeze_panes(1, 1)
    on_paper(sheet, 0)


def _most(run: RunResult, titles: dict[str, str]) -> dict[str, str]:
    """Department → what was found there most, errors before all else."""
    counts: dict[str, Counter[tuple[int, str]]] = {}
    for one in run.once:
        own = counts.setdefault(one.department, Counter())
        own.update((SEVERITIES.index(remark.severity), remark.code) for remark in one.remarks)
    found = {}
    for department, own in counts.items():
        if own:
            (_, code), times = min(own.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
            found[department] = f"{code} {titles[code]}（{times}次）"
    return found


def _head(writer: CellWriter, sheet: Any, row: int, title: str, headings: Sequence[str]) -> int:
    sheet.write_string(row, 0, title, writer.format("heading"))
    for at, heading in enumerate(headings):
        writer.write(sheet, row + 1, at, heading, "head")
    return row + 2


def _write(
    writer: CellWriter, sheet: Any, row: int, values: Sequence[CellContent], kinds: Sequence[str]
) -> None:
    for at, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        writer.write(sheet, row, at, value, kind)
