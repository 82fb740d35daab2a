"""总览: what a run came to, by department, by policy and by year, with charts. Every count is a formula over 项目.

Where the forms are of several years, all but the table by year is about the year of most projects, as the notice is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jxbook.bureau.figures import GRADES, OTHER, Figures, FormGroup, figures
from jxbook.bureau.rollup.cells import CellFormula, Pen, Value, named
from jxbook.bureau.rollup.listing import area, on_paper
from jxbook.bureau.rollup.lists import AT, REPEATED
from jxbook.bureau.whole import Whole
from jxbook.bureau.year import main_year, of_one_year, of_other_years
from jxbook.checks.submission import OF_DEPARTMENT
from jxbook.dataclass import dataclass
from jxbook.place import column_letters

NAME = "总览"
_MOST = 300
"""Departments that are listed; a bureau has a few dozen."""
_CHARTED = 12
_BAR = "#4F81BD"


@dataclass(frozen=True, slots=True)
class _Column:
    """What is told of each group: heading, look, formula by its row, value now."""

    heading: str
    kind: str
    formula: Callable[[int], str]
    value: Callable[[FormGroup], float | str]


class Overview:
    """Writes the sheet from its top to its bottom."""

    def __init__(self, pen: Pen, book: Any, sheet: Any, run: Whole, told: Figures) -> None:
        self._pen, self._book, self._sheet, self._all = pen, book, sheet, run
        self._count = len(run.forms)
        self._run, self._told, self._years_told = run, told, told.years
        self._year = main_year(run)
        others = [one for one in run.of_years if one != self._year]
        self._of_year = "".join(f',{self._cells("年度")},"<>{one}"' for one in others)
        if self._year is not None and others:
            self._run = of_one_year(run, self._year)
            self._told = figures(self._run)
        self._row = 0

    def write(self, by: str) -> None:
        """The whole sheet; `by` says when it was made and by what."""
        sheet, told = self._sheet, self._told
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 14, 11.5)
        of_year = "" if self._year is None else f"{self._year}年度"
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, f"{of_year}项目支出绩效自评汇总", self._pen.format("title"))
        sheet.write_string(1, 0, by, self._pen.format("note"))
        self._row = 3
        self._counts()
        charts = self._row
        self._row += 17
        grades = self._grades()
        departments = self._groups("按主管部门", "主管部门", told.departments[:_MOST], AT["主管部门"])
        if len(told.departments) > _MOST:
            rest = f"另有{len(told.departments) - _MOST}个部门没有列出，见“项目”"
            sheet.write_string(self._row - 1, 0, rest, self._pen.format("note"))
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
        rows: Sequence[tuple[str, Value, str, str]] = (
            ("读取的文件", every.files, "int", ""),
            (
                "读出的自评表",
                CellFormula(f"COUNTA({self._cells('项目名称')})", len(every.forms)),
                "int",
                self._left_out(),
            ),
            ("项目（每个项目计一份）", CellFormula(self._projects(), len(run.counted)), "int", ""),
            (
                "有错误的自评表",
                CellFormula(f'COUNTIFS({self._cells("错误")},">0"{self._of_year})', faulty),
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
            ("平均分", CellFormula(self._mean(), _or_dash(mean)), "score", ""),
            ("预算数合计（万元）", *self._money("预算数", all_.budget)),
            ("执行数合计（万元）", *self._money("执行数", all_.spent)),
        )
        at = {}
        for label, value, kind, note in rows:
            at[label] = self._row + 1
            self._put(0, label, "text")
            self._put(1, value, kind)
            if note:
                self._sheet.write_string(self._row, 2, note, self._pen.format("note"))
            self._row += 1
        budget, spent = (f"B{at[f'{name}合计（万元）']}" for name in ("预算数", "执行数"))
        self._put(0, "总执行率", "text")
        self._put(1, CellFormula(f'IF({budget}>0,{spent}/{budget},"—")', _or_dash(all_.rate)), "percent")
        self._row += 1
        if self._run.passed:
            note = f"另有{self._run.passed}个文件是 jxbook 生成的报告、核对单，对应的自评表已经计入，不重复计"
            self._sheet.write_string(self._row, 0, note, self._pen.format("note"))
            self._row += 1
        if self._run.others:
            told = "、".join(
                f"{suffix or '无扩展名'} {count}个" for suffix, count in sorted(self._run.others.items())
            )
            note = f"文件夹中另有不是自评表格式的文件，没有打开：{told}"
            self._sheet.write_string(self._row, 0, note, self._pen.format("note"))
            self._row += 1
        self._row += 1

    def _money(self, name: str, value: float) -> tuple[CellFormula, str, str]:
        """The sum of a column of those forms that state both amounts, so that their rate is one of equals."""
        both = f'{self._cells("未执行")},"<>"'
        return CellFormula(f"SUMIFS({self._cells(name)},{both}{self._of_year})", value), "money", ""

    def _cells(self, heading: str) -> str:
        """A column of 项目."""
        return f"项目!{area(AT[heading], self._count)}"

    def _projects(self, of: str = "") -> str:
        """How many rows of 项目 are about a project that counts; `of` tells which ones besides."""
        status = self._cells("状态")
        return (
            f'COUNTIFS({status},"?*",{status},"<>{REPEATED}",{status},"<>{OF_DEPARTMENT}"{of}{self._of_year})'
        )

    def _mean(self) -> str:
        """The average of all of the year."""
        total = self._cells("总分")
        average = f"AVERAGEIFS({total}{self._of_year})" if self._of_year else f"AVERAGE({total})"
        return f'IFERROR({average},"—")'

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
            words = self._cells("等级")
            text = f"COUNTIFS({words},$A{self._row + 1}{self._of_year})"
            if word == OTHER:
                text = f'COUNTIFS({words},"?*"{self._of_year})-SUM($B${first + 1}:$B${self._row})'
            self._put(1, CellFormula(text, count), "int")
            share = f'IF(SUM($B${first + 1}:$B${last})>0,B{self._row + 1}/SUM($B${first + 1}:$B${last}),"—")'
            self._put(2, CellFormula(share, count / total if total else "—"), "percent")
            self._row += 1
        self._row += 1
        return first, self._row - 2

    def _groups(self, title: str, heading: str, groups: Sequence[FormGroup], key: int) -> tuple[int, int]:
        """A row for each group; the rows they stand in."""
        self._heading(title)
        columns = self._columns(key)
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

    def _whole(self, column: _Column) -> CellFormula:
        """The average and the rate of all: not those of the groups' averages."""
        if column.heading == "执行率":
            return CellFormula(column.formula(self._row + 1), column.value(self._told.all))
        return CellFormula(self._mean(), column.value(self._told.all))

    def _money_at(self) -> tuple[int, int]:
        """Where 预算数 and 执行数 stand in a table of groups."""
        before = 3 + len(self._told.grades)
        return before, before + 1

    def _columns(self, key: int) -> list[_Column]:
        """The columns of a table of groups, told apart by the column `key` of 项目."""
        cells = self._cells
        own = f"项目!{area(key, self._count)}"
        budget, spent = (column_letters(at + 1) for at in self._money_at())
        year = self._of_year
        both = f'{cells("未执行")},"<>"{year}'
        return [
            _Column(
                "项目数", "int", lambda row: self._projects(f",{own},$A{row}"), lambda group: group.forms
            ),
            _Column(
                "平均分",
                "score",
                lambda row: f'IFERROR(AVERAGEIFS({cells("总分")},{own},$A{row}{year}),"—")',
                lambda group: _or_dash(group.mean),
            ),
            *(self._grade_column(own, cells("等级"), word) for word in self._told.grades),
            _Column(
                "预算数（万元）",
                "money",
                lambda row: f"SUMIFS({cells('预算数')},{own},$A{row},{both})",
                lambda group: group.budget,
            ),
            _Column(
                "执行数（万元）",
                "money",
                lambda row: f"SUMIFS({cells('执行数')},{own},$A{row},{both})",
                lambda group: group.spent,
            ),
            _Column(
                "执行率",
                "percent",
                lambda row: f'IF({budget}{row}>0,{spent}{row}/{budget}{row},"—")',
                lambda group: _or_dash(group.rate),
            ),
            _Column(
                "错误",
                "int",
                lambda row: f"SUMIFS({cells('错误')},{own},$A{row}{year})",
                lambda group: group.errors,
            ),
            _Column(
                "提醒",
                "int",
                lambda row: f"SUMIFS({cells('提醒')},{own},$A{row}{year})",
                lambda group: group.warnings,
            ),
        ]

    def _grade_column(self, own: str, words: str, grade: str) -> _Column:
        """How many of a group have a grade; the last one may be 其他, which is whatever the others are not."""
        year = self._of_year
        if grade == OTHER:
            first, last = column_letters(4), column_letters(3 + len(GRADES))

            def formula(row: int) -> str:
                return f'COUNTIFS({own},$A{row},{words},"?*"{year})-SUM({first}{row}:{last}{row})'
        else:

            def formula(row: int) -> str:
                return f'COUNTIFS({own},$A{row},{words},"{grade}"{year})'

        return _Column(grade, "int", formula, lambda group: group.grades.get(grade, 0))

    def _years(self) -> tuple[int, int] | None:
        """The years of the store beside each other, where there are several; those before are values."""
        years = self._years_told
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
            self._put(2, _or_dash(group.mean), "score")
            self._put(3, group.good / graded if graded else "—", "percent")
            self._put(4, group.budget, "money")
            self._put(5, group.spent, "money")
            row = self._row + 1
            self._put(6, CellFormula(f'IF(E{row}>0,F{row}/E{row},"—")', _or_dash(group.rate)), "percent")
            self._row += 1
        self._row += 1
        return first, self._row - 2

    def _charts(
        self, row: int, grades: tuple[int, int], departments: tuple[int, int], years: tuple[int, int] | None
    ) -> None:
        shown = departments[0], min(departments[1], departments[0] + _CHARTED - 1)
        rate = self._money_at()[1] + 1
        self._chart("column", "各等级项目数", grades, 1, row, 0)
        self._chart("bar", "各主管部门平均分", shown, 2, row, 3)
        if years:
            self._chart("column", "各年度平均分", years, 2, row, 8)
        else:
            self._chart("bar", "各主管部门执行率", shown, rate, row, 8)

    def _chart(self, kind: str, title: str, rows: tuple[int, int], column: int, row: int, at: int) -> None:
        first, last = rows
        if last < first:
            return
        chart = self._book.add_chart({"type": kind})
        chart.add_series(
            {
                "name": title,
                "categories": [NAME, first, 0, last, 0],
                "values": [NAME, first, column, last, column],
                "fill": {"color": _BAR},
                "data_labels": {"value": True, "font": {"size": 9}},
                "gap": 60,
            }
        )
        chart.set_title({"name": title, "name_font": {"size": 11, "bold": False}, "overlay": False})
        chart.set_legend({"none": True})
        values = {"major_gridlines": {"visible": False}, "num_font": {"size": 9}, "min": 0}
        names = {"num_font": {"size": 9}}
        if kind == "bar":
            chart.set_x_axis({**values, "visible": False})
            chart.set_y_axis({**names, "reverse": True})
        else:
            chart.set_y_axis(values)
            chart.set_x_axis(names)
        chart.set_size({"width": 420 if at else 440, "height": 320})
        self._sheet.insert_chart(row, at, chart, {"x_offset": 6, "description": title})

    def _heading(self, text: str) -> None:
        self._sheet.write_string(self._row, 0, text, self._pen.format("heading"))
        self._row += 1

    def _put(self, column: int, value: Value, kind: str, total: bool = False) -> None:
        self._pen.write(self._sheet, self._row, column, value, kind, total)


def _or_dash(value: float | None) -> float | str:
    return "—" if value is None else value


def _float(value: float | str) -> float:
    return value if isinstance(value, int | float) else 0.0
