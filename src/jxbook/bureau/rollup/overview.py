"""总览: what a run came to, by department, by policy and by year, with charts. Every count is a formula over 项目.

Where the forms are of several years, all but the table by year is about the year of most projects, as the notice is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jxbook.bureau.figures import OTHER, Figures, FormGroup
from jxbook.bureau.rollup.cells import CellContent, CellFormula, CellWriter, named
from jxbook.bureau.rollup.charts import put_chart
from jxbook.bureau.rollup.group_columns import GroupColumn, group_columns, money_at, or_dash
from jxbook.bureau.rollup.listing import on_paper
from jxbook.bureau.rollup.lists import AT
from jxbook.bureau.rollup.project_formulas import ProjectFormulas
from jxbook.bureau.run_result import RunResult
from jxbook.bureau.year import main_year, of_one_year, of_other_years
from jxbook.place import column_letters

NAME = "总览"
_MOST = 300
"""Departments that are listed; a bureau has a few dozen."""
_CHARTED = 12


class Overview:
    """Writes the sheet from its top to its bottom."""

    def __init__(self, writer: CellWriter, book: Any, sheet: Any, run: RunResult, told: Figures) -> None:
        self._writer, self._book, self._sheet, self._all = writer, book, sheet, run
        self._run, self._told = run, told
        self._year = main_year(run)
        others = [one for one in run.of_years if one != self._year]
        every = ProjectFormulas(len(run.forms))
        of_year = "".join(f',{every.cells("年度")},"<>{one}"' for one in others)
        self._of = ProjectFormulas(every.rows, of_year)
        if self._year is not None and others:
            self._run = of_one_year(run, self._year)
            self._told = Figures(self._run, told)
        self._row = 0

    def write(self, by: str) -> None:
        """The whole sheet; `by` says when it was made and by what."""
        sheet, told = self._sheet, self._told
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 14, 11.5)
        of_year = "" if self._year is None else f"{self._year}年度"
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, f"{of_year}项目支出绩效自评汇总", self._writer.format("title"))
        sheet.write_string(1, 0, by, self._writer.format("note"))
        self._row = 3
        self._counts()
        charts = self._row
        self._row += 17
        grades = self._grades()
        departments = self._groups("按主管部门", "主管部门", told.departments[:_MOST], AT["主管部门"])
        if len(told.departments) > _MOST:
            rest = f"另有{len(told.departments) - _MOST}个部门没有列出，见“项目”"
            sheet.write_string(self._row - 1, 0, rest, self._writer.format("note"))
            self._row += 1
        self._groups("按评价政策", "评价政策", told.policies, AT["评价政策"])
        years_at = self._years()
        self._charts(charts, grades, departments, years_at)
        sheet.freeze_panes(2, 1)
        on_paper(sheet, 0)

    def _counts(self) -> None:
        run, every = self._run, self._all
        mean, all_ = self._told.all.mean, self._told.all
        faulty = sum(one.count("错误") > 0 for one in run.once)
        rows: Sequence[tuple[str, CellContent, str, str]] = (
            ("读取的文件", every.files, "int", ""),
            (
                "读出的自评表",
                CellFormula(f"COUNTA({self._of.cells('项目名称')})", len(every.forms)),
                "int",
                self._left_out(),
            ),
            ("项目（每个项目计一份）", CellFormula(self._of.projects(), len(run.counted)), "int", ""),
            (
                "有错误的自评表",
                CellFormula(f'COUNTIFS({self._of.cells("错误")},">0"{self._of.of_year})', faulty),
                "int",
                "见“问题”",
            ),
            (
                "没有读出的文件",
                CellFormula("COUNTA(未读!$B$4:$B$1048576)", len(every.unread)),
                "int",
                "见“未读”",
            ),
            (
                "跨表发现的问题",
                CellFormula("COUNTA(跨表!$B$4:$B$1048576)", len(every.shared)),
                "int",
                "见“跨表”",
            ),
            ("平均分", CellFormula(self._of.mean(), or_dash(mean)), "score", ""),
            ("预算数合计（万元）", *self._money("预算数", all_.budget)),
            ("执行数合计（万元）", *self._money("执行数", all_.spent)),
        )
        at = {}
        for label, value, kind, note in rows:
            at[label] = self._row + 1
            self._put(0, label, "text")
            self._put(1, value, kind)
            if note:
                self._sheet.write_string(self._row, 2, note, self._writer.format("note"))
            self._row += 1
        budget, spent = (f"B{at[f'{name}合计（万元）']}" for name in ("预算数", "执行数"))
        self._put(0, "总执行率", "text")
        self._put(1, CellFormula(f'IF({budget}>0,{spent}/{budget},"—")', or_dash(all_.rate)), "percent")
        self._row += 1
        if self._run.passed:
            note = f"另有{self._run.passed}个文件是 jxbook 生成的报告、核对单，对应的自评表已经计入，不重复计"
            self._sheet.write_string(self._row, 0, note, self._writer.format("note"))
            self._row += 1
        if self._run.others:
            told = "、".join(
                f"{suffix or '无扩展名'} {count}个" for suffix, count in sorted(self._run.others.items())
            )
            note = f"文件夹中另有不是自评表格式的文件，没有打开：{told}"
            self._sheet.write_string(self._row, 0, note, self._writer.format("note"))
            self._row += 1
        self._row += 1

    def _money(self, name: str, value: float) -> tuple[CellFormula, str, str]:
        """A sum of money over 项目, as a line of the counts."""
        return CellFormula(self._of.money(name), value), "money", ""

    def _left_out(self) -> str:
        """Which of the forms stand in the table by year alone."""
        others = of_other_years(self._all, self._year)
        return f"其中{others}只在“按年度”中对照，以下各表是{self._year}年度的" if others else ""

    def _grades(self) -> tuple[int, int]:
        """等级 and how many forms have it; the rows it stands in."""
        self._heading("等级")
        for at, heading in enumerate(("等级", "项目数", "占已评等级")):
            self._put(at, heading, "head")
        self._row += 1
        first, grades = self._row, self._told.grades
        total = sum(self._told.all.grades.values())
        last = first + len(grades)
        for word in grades:
            count = self._told.all.grades.get(word, 0)
            self._put(0, word, "centre")
            words = self._of.cells("等级")
            text = f"COUNTIFS({words},$A{self._row + 1}{self._of.of_year})"
            if word == OTHER:
                text = f'COUNTIFS({words},"?*"{self._of.of_year})-SUM($B${first + 1}:$B${self._row})'
            self._put(1, CellFormula(text, count), "int")
            share = f'IF(SUM($B${first + 1}:$B${last})>0,B{self._row + 1}/SUM($B${first + 1}:$B${last}),"—")'
            self._put(2, CellFormula(share, count / total if total else "—"), "percent")
            self._row += 1
        self._row += 1
        return first, self._row - 2

    def _groups(self, title: str, heading: str, groups: Sequence[FormGroup], key: int) -> tuple[int, int]:
        """A row for each group; the rows they stand in."""
        self._heading(title)
        columns = group_columns(self._of, key, self._told.grades)
        for at, label in enumerate((heading, *(one.heading for one in columns))):
            self._put(at, label, "head")
        self._row += 1
        first = self._row
        for group in groups:
            self._put(0, named(group.name), "text")
            for at, column in enumerate(columns, 1):
                self._put(at, CellFormula(column.formula(self._row + 1), column.value(group)), column.kind)
            self._row += 1
        last = self._row - 1
        self._put(0, "合计", "text", total=True)
        for at, column in enumerate(columns, 1):
            letter = column_letters(at + 1)
            if column.heading in ("平均分", "执行率"):
                total = self._whole(column)
            else:
                added = sum(_float(column.value(one)) for one in groups)
                total = CellFormula(f"SUM({letter}{first + 1}:{letter}{last + 1})", added)
            self._put(at, total, column.kind, total=True)
        self._row += 2
        return first, last

    def _whole(self, column: GroupColumn) -> CellFormula:
        """The average and the rate of all: not those of the groups' averages."""
        if column.heading == "执行率":
            return CellFormula(column.formula(self._row + 1), column.value(self._told.all))
        return CellFormula(self._of.mean(), column.value(self._told.all))

    def _years(self) -> tuple[int, int] | None:
        """The years of the store beside each other, where there are several; those before are values."""
        years = self._told.years
        if len(years) < 2:
            return None
        self._heading("按年度（以前年度取自结果库）")
        for at, heading in enumerate(
            ("年度", "项目数", "平均分", "优的比例", "预算数（万元）", "执行数（万元）", "执行率")
        ):
            self._put(at, heading, "head")
        self._row += 1
        first = self._row
        for group in years:
            graded = sum(group.grades.values())
            self._put(0, f"{group.name}年", "centre")
            self._put(1, group.forms, "int")
            self._put(2, or_dash(group.mean), "score")
            self._put(3, group.good / graded if graded else "—", "percent")
            self._put(4, group.budget, "money")
            self._put(5, group.spent, "money")
            row = self._row + 1
            self._put(6, CellFormula(f'IF(E{row}>0,F{row}/E{row},"—")', or_dash(group.rate)), "percent")
            self._row += 1
        self._row += 1
        return first, self._row - 2

    def _charts(
        self, row: int, grades: tuple[int, int], departments: tuple[int, int], years: tuple[int, int] | None
    ) -> None:
        shown = departments[0], min(departments[1], departments[0] + _CHARTED - 1)
        rate = money_at(self._told.grades)[1] + 1
        self._chart("column", "各等级项目数", grades, 1, (row, 0))
        self._chart("bar", "各主管部门平均分", shown, 2, (row, 3))
        if years:
            self._chart("column", "各年度平均分", years, 2, (row, 8))
        else:
            self._chart("bar", "各主管部门执行率", shown, rate, (row, 8))

    def _chart(
        self, kind: str, title: str, rows: tuple[int, int], column: int, place: tuple[int, int]
    ) -> None:
        put_chart(self._book, self._sheet, kind, title, rows, column, place)

    def _heading(self, text: str) -> None:
        self._sheet.write_string(self._row, 0, text, self._writer.format("heading"))
        self._row += 1

    def _put(self, column: int, value: CellContent, kind: str, total: bool = False) -> None:
        self._writer.write(self._sheet, self._row, column, value, kind, total)


def _float(value: float | str) -> float:
    return value if isinstance(value, int | float) else 0.0
