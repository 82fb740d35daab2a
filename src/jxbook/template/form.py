"""The sheet 自评表: the printed form, with formulas where it is reckoned."""

from __future__ import annotations

from itertools import groupby

from jxbook.policy import Policy
from jxbook.template import entry_rules
from jxbook.template.below_table import write_boxes, write_signatures
from jxbook.template.columns import STANDING
from jxbook.template.facts import known_lines
from jxbook.template.indicators import set_row_heights, write_indicators
from jxbook.template.layout import NAME, SUBTITLE, TITLE, Layout
from jxbook.template.money_formulas import MoneyFormulas, subtitle
from jxbook.template.sheet_writer import SheetWriter, page_height
from jxbook.template.total_formulas import TotalFormulas
from jxbook.workbook.row_height import height

_LABEL, _INPUT = "box centre", "box input text indent"
_LINE, _HEAD_LINE = 20, 24
_MARGIN = 1
"""By which `fit` is more careful than one short label needs."""
_LEAST_ROW, _MOST_ROW = 19.5, 30
"""How high an indicator row is at least; higher it is where its text is longer."""
_LEAST_GOALS, _GOALS, _MOST_GOALS = 84, 150, 220
"""The heights of all 年度目标 together: at least, as wished, and where the page has room."""
_USED, _FULL = 0.93, 0.97
"""How much of a page's height is filled, as some rows will grow, and at most: programs do not measure it quite alike."""
_MONEY_HEADINGS = {
    "initial_budget": "年初预算数",
    "budget": "全年预算数",
    "spent": "全年执行数",
    "points": "分值",
    "rate": "执行率",
    "earned": "得分",
}
_AMOUNTS = tuple(_MONEY_HEADINGS)[:3]
_ONE_GOAL, _SEVERAL_GOALS = (52, 48), (42, 42, 12)
"""How the entries of 年度总体目标 share the columns."""


def write_form(writer: SheetWriter, policy: Policy, layout: Layout) -> None:
    """Write the sheet."""
    _Form(writer, policy, layout).write()


class _Form:
    """The sheet as it is written from top to bottom."""

    def __init__(self, writer: SheetWriter, policy: Policy, layout: Layout) -> None:
        self._writer, self._policy, self._layout = writer, policy, layout
        self._columns = layout.columns
        self._last = layout.columns.last
        self._limits = {label: int(limit) for label, limit in policy.values("layout.text_limits")}

    def write(self) -> None:
        writer, layout, columns = self._writer, self._layout, self._columns
        writer.widths(columns.all_widths)
        if layout.last_year:
            writer.widths(columns.last_year_width)
        writer.hide_grid()
        self._write_head()
        self._write_money()
        self._write_goals()
        write_indicators(writer, layout, self._policy, self._limits)
        if layout.scored:
            self._write_total()
        write_boxes(writer, layout)
        write_signatures(writer, layout)
        self._fill_page()
        writer.paint_flagged(f"{columns['level2']}{NAME}:{self._last}{layout.bottom}")
        self._keep_quiet()
        writer.repeat(layout.header)
        writer.begin_at(f"{layout.head[0].span[0]}{layout.head[0].row}")
        writer.print_on_a4(f"{STANDING}1:{self._last}{layout.bottom}", coloured=False)
        writer.protect()

    def _write_head(self) -> None:
        writer, last = self._writer, self._last
        writer.put(f"{STANDING}{TITLE}:{last}{TITLE}", self._policy.word("layout.title"), "title")
        writer.height(TITLE, 32)
        writer.put(f"{STANDING}{SUBTITLE}:{last}{SUBTITLE}", subtitle(), "subtitle line")
        writer.height(SUBTITLE, 18)
        lines = {line.label: line for line in known_lines(self._policy)}
        for one in self._layout.head:
            (first, end), (left, right) = one.label_span, one.span
            area, line = f"{left}{one.row}:{right}{one.row}", lines.get(one.label)
            writer.put(f"{first}{one.row}:{end}{one.row}", one.label, _LABEL)
            writer.put(area, None, f"box centre input {line.traits if line else 'text'}")
            if line and line.rule:
                writer.rule(area, line.rule)
        for row, labels in groupby(self._layout.head, lambda one: one.row):
            needed = [height(one.label, self._columns.width(*one.label_span) - _MARGIN) for one in labels]
            writer.height(row, max(_HEAD_LINE, *needed))

    def _write_money(self) -> None:
        writer, layout, funding = self._writer, self._layout, self._layout.funding
        unit, label_column = self._policy.word("layout.money_unit"), self._columns["level2"]
        last_row = layout.funds + len(layout.parts)
        area = f"{STANDING}{layout.money}:{self._columns['level1']}{last_row}"
        writer.put(area, f"项目资金\n（{unit}）", _LABEL)
        writer.put(f"{label_column}{layout.money}", None, _LABEL)
        for field, (left, right) in funding.items():
            writer.put(f"{left}{layout.money}:{right}{layout.money}", _MONEY_HEADINGS[field], _LABEL)
        writer.height(layout.money, _LINE)
        labels = (
            "年度资金总额",
            *(f"其中：{part}" if not turn else part for turn, part in enumerate(layout.parts)),
        )
        for row, label in enumerate(labels, layout.funds):
            writer.put(f"{label_column}{row}", label, _LABEL)
            for field, (left, right) in funding.items():
                amount = field in _AMOUNTS
                traits = "box centre input money shrink" if amount else _LABEL
                if amount or row != layout.funds:
                    writer.put(f"{left}{row}:{right}{row}", None if amount else "—", traits)
            capacity = self._columns.width(label_column, label_column) + _MARGIN
            writer.height(row, height(label, capacity, least=_LINE))
        self._write_execution()
        first_amount, last_amount = funding["initial_budget"][0], funding["spent"][1]
        note = "年度资金总额应等于下面各项资金之和。"
        writer.rule(
            f"{first_amount}{layout.funds}:{last_amount}{layout.funds}", entry_rules.money(unit, note)
        )
        writer.rule(f"{first_amount}{layout.funds + 1}:{last_amount}{last_row}", entry_rules.money(unit))

    def _write_execution(self) -> None:
        """执行率, and its points where it has any."""
        writer, row = self._writer, self._layout.funds
        formulas = MoneyFormulas(self._layout, self._policy)
        cells = {field: f"{left}{row}" for field, (left, _) in self._layout.funding.items()}
        writer.put(cells["rate"], formulas.rate(), "box centre computed percent shrink")
        if "points" in cells:
            writer.put(cells["points"], float(self._policy.number("weights.execution")), "box centre input")
            writer.put(cells["earned"], formulas.execution(), f"box centre computed{self._score_traits}")
            writer.rule(cells["points"], entry_rules.points(cells["points"]))

    @property
    def _score_traits(self) -> str:
        return " score" if self._policy.word("rounding.of") == "total" else ""

    def _write_goals(self) -> None:
        """年度总体目标: one, or several in numbered rows with their weights."""
        writer, row, last = self._writer, self._layout.goal, self._last
        first, several = self._columns["level1"], self._layout.goals > 1
        end = row + self._layout.goals
        writer.put(f"{STANDING}{row}:{STANDING}{end}", "年度总体目标", f"{_LABEL} stacked")
        writer.height(row, _LINE)
        if several:
            writer.put(f"{first}{row}", "目标", _LABEL)
            expected, achieved, (weight, _) = self._columns.share(
                self._columns["level2"], last, _SEVERAL_GOALS
            )
            writer.put(f"{weight}{row}:{last}{row}", "权重", _LABEL)
            writer.rule(f"{weight}{row + 1}:{last}{end}", entry_rules.WEIGHT)
        else:
            expected, achieved = self._columns.share(first, last, _ONE_GOAL)
        for (left, right), label in ((expected, "预期目标"), (achieved, "实际完成情况")):
            writer.put(f"{left}{row}:{right}{row}", label, _LABEL)
            for number in range(row + 1, end + 1):
                writer.put(f"{left}{number}:{right}{number}", None, _INPUT)
            rule = entry_rules.text(label, entry_rules.GOAL, self._limits.get(label, 0))
            writer.rule(f"{left}{row + 1}:{right}{end}", rule)
        for number in range(row + 1, end + 1):
            if several:
                writer.put(f"{first}{number}", f"目标{number - row}", _LABEL)
                writer.put(f"{weight}{number}:{last}{number}", None, "box centre input")

    def _fill_page(self) -> None:
        """Make 年度目标 and indicator rows as high as one page lets them be; a form that needs more pages is not
        stretched."""
        writer, layout = self._writer, self._layout
        page, rows = page_height(self._columns.points), len(layout.slots)
        spare = page * _USED - writer.used
        row = min(_MOST_ROW, max(_LEAST_ROW, (spare - _GOALS) // rows))
        goals = min(_MOST_GOALS, spare - row * rows)
        if goals < _LEAST_GOALS:
            fits = writer.used + row * rows + _LEAST_GOALS <= page * _FULL
            goals = _LEAST_GOALS if fits else _GOALS
        set_row_heights(writer, layout, row)
        for number in range(layout.goal + 1, layout.goal + 1 + layout.goals):
            writer.height(number, goals // layout.goals)

    def _write_total(self) -> None:
        writer, layout, columns = self._writer, self._layout, self._columns
        formulas = TotalFormulas(layout, self._policy)
        row, end = layout.total, layout.total_label_end
        writer.put(f"{STANDING}{row}:{end}{row}", "总分", _LABEL)
        for letter in columns.letters(columns.after(end), self._last):
            writer.put(f"{letter}{row}", None, _LABEL)
        if "points" in columns:
            writer.put(f"{columns['points']}{row}", formulas.points(), "box centre computed")
        if "earned" in columns:
            writer.put(formulas.total_cell, formulas.total(), "box centre computed shrink")
            writer.paint(formulas.total_cell, formulas.unfinished(), "waiting")
            self._write_grade(formulas)
        writer.put(f"{columns.checks}{row}", formulas.total_verdict(), "rule small computed line")
        writer.height(row, 24)

    def _write_grade(self, formulas: TotalFormulas) -> None:
        column, row = self._layout.grade
        if row == self._layout.total:
            self._writer.put(f"{column}{row}", formulas.grade(), "box centre computed grade")
            return
        self._writer.put(f"{STANDING}{row}:{self._columns.before(column)}{row}", "等级", _LABEL)
        self._writer.put(f"{column}{row}", formulas.grade(), "box centre computed")
        self._writer.height(row, 24)

    def _keep_quiet(self) -> None:
        """No green triangles where text, open formulas or sums over part of a column are meant."""
        layout, checks = self._layout, self._columns.checks
        first = layout.columns["name"]
        self._writer.quiet(
            number_stored_as_text=f"{self._columns['level2']}{NAME}:{self._last}{layout.bottom}",
            formula_unlocked=f"{first}{layout.first}:{checks}{layout.last}",
            formula_range=f"{first}{layout.first}:{checks}{layout.bottom}",
            formula_differs=f"{first}{layout.first}:{checks}{layout.bottom}",
        )
