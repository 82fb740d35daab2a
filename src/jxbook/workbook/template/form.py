"""The sheet 自评表: the printed form, with formulas where it is reckoned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from jxbook.policy import Policy
from jxbook.workbook.template import entry_rules, formulas
from jxbook.workbook.template.layout import NAME, PARTS, SUBTITLE, TITLE, Layout, Slot
from jxbook.workbook.template.paper import Paper

_WIDTHS = {
    "A": 4.5,
    "B": 10.3,
    "C": 18.3,
    "D": 16.5,
    "E": 12.5,
    "F": 13.5,
    "G": 6.5,
    "H": 8.5,
    "I": 16.5,
    "J": 2,
    "K": 40,
}
_LABEL, _INPUT = "box centre", "box input text"
_HEADER = (
    ("B", "一级指标"),
    ("C", "二级指标"),
    ("D", "三级指标"),
    ("E", "年度指标值"),
    ("F", "实际完成值"),
    ("G", "分值"),
    ("H", "得分"),
    ("I", "偏差原因分析\n及改进措施"),
)
_MONEY_HEADER = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
_GOAL_HEIGHT = 128
_ROW_HEIGHT = 22


def write_form(paper: Paper, policy: Policy) -> None:
    """Write the sheet."""
    layout = Layout.of(policy)
    paper.widths(_WIDTHS)
    paper.hide_grid()
    _write_head(paper, layout)
    _write_money(paper, layout, policy)
    _write_goal(paper, layout)
    _write_indicators(paper, layout)
    _write_total(paper, layout, policy)
    _set_rules(paper, layout, policy.word("layout.money_unit"))
    paper.paint_flagged(f"C{NAME}:I{layout.total}")
    paper.paint(f"H{layout.total}", formulas.unfinished(layout), "waiting")
    paper.quiet(
        number_stored_as_text=f"C{NAME}:F{layout.last} I{layout.first}:I{layout.last}",
        formula_unlocked=f"H{layout.first}:K{layout.last}",
        formula_range=f"G{layout.first}:K{layout.total}",
        formula_differs=f"G{layout.first}:K{layout.total}",
    )
    paper.repeat(layout.header)
    paper.print_on_a4(f"A1:I{layout.total}", coloured=False)
    paper.protect()


def _write_head(paper: Paper, layout: Layout) -> None:
    paper.put(f"A{TITLE}:I{TITLE}", "项目支出绩效自评表", "title")
    paper.height(TITLE, 32)
    paper.put(f"A{SUBTITLE}:I{SUBTITLE}", formulas.subtitle(), "subtitle line")
    paper.height(SUBTITLE, 18)
    paper.put(f"A{NAME}:B{NAME}", "项目名称", _LABEL)
    paper.put(f"C{NAME}:I{NAME}", None, f"{_INPUT} centre")
    paper.height(NAME, 24)
    for row, (left, right) in layout.head:
        paper.put(f"A{row}:B{row}", left, _LABEL)
        paper.put(f"C{row}:D{row}", None, f"{_INPUT} centre")
        paper.put(f"E{row}", right, _LABEL)
        paper.put(f"F{row}:I{row}", None, f"{_INPUT} centre")
        paper.height(row, 24)


def _write_money(paper: Paper, layout: Layout, policy: Policy) -> None:
    unit = policy.word("layout.money_unit")
    paper.put(f"A{layout.money}:B{layout.funds + len(PARTS)}", f"项目资金\n（{unit}）", _LABEL)
    paper.put(f"C{layout.money}", None, _LABEL)
    for column, label in zip("DEFGHI", _MONEY_HEADER, strict=True):
        paper.put(f"{column}{layout.money}", label, _LABEL)
    paper.height(layout.money, 20)
    for row, label in enumerate(("年度资金总额", *PARTS), layout.funds):
        paper.put(f"C{row}", label, _LABEL)
        for column in "DEF":
            paper.put(f"{column}{row}", None, "box centre input money shrink")
        for column in "GHI":
            paper.put(f"{column}{row}", "—", _LABEL)
        paper.height(row, 20)
    paper.put(f"G{layout.funds}", float(policy.number("weights.execution")), "box centre input")
    paper.put(f"H{layout.funds}", formulas.rate(layout), "box centre computed percent shrink")
    paper.put(f"I{layout.funds}", formulas.execution(layout), "box centre computed")


def _write_goal(paper: Paper, layout: Layout) -> None:
    row = layout.goal
    paper.put(f"A{row}:A{row + 1}", "年度总体目标", f"{_LABEL} stacked")
    paper.put(f"B{row}:E{row}", "预期目标", _LABEL)
    paper.put(f"F{row}:I{row}", "实际完成情况", _LABEL)
    paper.put(f"B{row + 1}:E{row + 1}", None, _INPUT)
    paper.put(f"F{row + 1}:I{row + 1}", None, _INPUT)
    paper.height(row, 20)
    paper.height(row + 1, _GOAL_HEIGHT)


def _write_indicators(paper: Paper, layout: Layout) -> None:
    # The label rows are open: Excel deletes a row of a protected sheet only if all its cells are.
    paper.put(f"A{layout.header}:A{layout.last}", "绩效指标", f"{_LABEL} stacked open")
    for column, label in _HEADER:
        paper.put(f"{column}{layout.header}", label, _LABEL)
    paper.put(f"K{layout.header}", "本行校验（不打印）", "rule head")
    paper.height(layout.header, 30)
    for slot in layout.slots:
        _write_row(paper, layout, slot)
    for name, slots in _runs(layout, lambda slot: slot.level1):
        paper.put(_span("B", slots), name, f"{_LABEL} open text")
    for name, slots in _runs(layout, lambda slot: slot.level2.name):
        paper.put(_span("C", slots), name, f"{_LABEL} open text")


def _write_row(paper: Paper, layout: Layout, slot: Slot) -> None:
    row, suggested = slot.row, float(slot.level2.points)
    paper.growing(row, _ROW_HEIGHT, spacer=f"J{row}")
    paper.put(f"D{row}", None, _INPUT)
    paper.put(f"E{row}", None, f"{_INPUT} centre")
    paper.put(f"F{row}", None, f"{_INPUT} centre")
    paper.put(f"G{row}", suggested if suggested and slot.turn == 0 else None, "box centre input")
    paper.put(f"H{row}", formulas.earned(layout, row), "box centre computed open")
    paper.put(f"I{row}", None, _INPUT)
    paper.put(f"K{row}", formulas.verdict(layout, row), "rule small computed open line")


def _write_total(paper: Paper, layout: Layout, policy: Policy) -> None:
    row = layout.total
    paper.put(f"A{row}:F{row}", "总分", _LABEL)
    paper.put(f"G{row}", formulas.points(layout, policy), "box centre computed")
    paper.put(f"H{row}", formulas.total(layout, policy), "box centre computed shrink")
    paper.put(f"I{row}", formulas.grade(layout), "box centre computed grade")
    paper.put(f"K{row}", formulas.total_verdict(layout), "rule small computed line")
    paper.height(row, 24)


def _set_rules(paper: Paper, layout: Layout, unit: str) -> None:
    first, last, funds = layout.first, layout.last, layout.funds
    paper.rule(f"D{funds}:F{funds}", entry_rules.money(unit, "年度资金总额应等于下面各项资金之和。"))
    paper.rule(f"D{funds + 1}:F{funds + len(PARTS)}", entry_rules.money(unit))
    paper.rule(f"G{funds}", entry_rules.points(f"G{funds}"))
    paper.rule(f"B{layout.goal + 1}:I{layout.goal + 1}", entry_rules.GOAL)
    paper.rule(f"E{first}:E{last}", entry_rules.TARGET)
    paper.rule(f"F{first}:F{last}", entry_rules.ACTUAL)
    paper.rule(f"G{first}:G{last}", entry_rules.points(f"G{first}"))
    paper.rule(f"H{first}:H{last}", entry_rules.formula_only(f"H{first}", "得分"))
    paper.rule(f"I{first}:I{last}", entry_rules.REASON)
    paper.rule(f"K{first}:K{last}", entry_rules.formula_only(f"K{first}", "本行校验"))


def _runs(layout: Layout, label: Callable[[Slot], str]) -> Iterator[tuple[str, list[Slot]]]:
    """Neighbouring rows of one label."""
    for name, slots in groupby(layout.slots, label):
        yield name, list(slots)


def _span(column: str, slots: list[Slot]) -> str:
    return f"{column}{slots[0].row}:{column}{slots[-1].row}"
