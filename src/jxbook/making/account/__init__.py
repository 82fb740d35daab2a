"""What became of every cell of a foreign file: carried over, computed anew, a label, or not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.assess import Assessed
from jxbook.form import Entry, Form
from jxbook.form import labels as known
from jxbook.form.labels import label, without_of_which
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.making.account.computed import computed_cells, converted_amounts
from jxbook.making.account.line import AccountLine, Outcome
from jxbook.making.account.printed import PrintedTexts
from jxbook.making.transfer import Carried
from jxbook.making.transfer.labelled import money_label
from jxbook.making.transfer.rows import is_filled
from jxbook.native.fallback import BY_FORMULAS, BY_JXBOOK
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.recognition import FormPlace
from jxbook.recognition.goal_labels import goal_number, is_achieved
from jxbook.recognition.head import names_project
from jxbook.recognition.headings import known_heading, money_heading
from jxbook.recognition.money_line import is_total
from jxbook.recognition.money_planned import is_carried
from jxbook.recognition.money_units import unit_in
from jxbook.recognition.table import SUBTOTAL, what_is_left_out
from jxbook.scoring import Scoring
from jxbook.values import fold
from jxbook.values.entry import NONE_WORDS
from jxbook.workbook import names
from jxbook.workbook.grid import Cell, Grid, Sheet
from jxbook.workbook.labels import stated_in

MOST_LINES = 2000
"""Cells of other sheets that are listed one by one; what is beyond is counted."""

_LABELS = {
    *INDICATOR_COLUMNS,
    *known.FUNDING_COLUMNS,
    *known.FUNDING_TOTAL,
    *known.PROJECT_LABELS,
    *known.FACT_LABELS,
    *known.GOAL_EXPECTED,
    *known.GOAL_ACHIEVED,
    *known.GOAL_LABELS,
    *known.TOTAL_LABELS,
    *known.YEAR_LABELS,
    *known.POLICY_LABELS,
    *known.PASSAGE_COLUMNS,
    *known.GRADE_LABELS,
    *known.WEIGHTS,
    *known.SIGNATURES,
    *known.BOX_LABELS,
    *known.HEAD_LABELS,
    "上年实际完成值",
    "项目资金",
    "绩效指标",
    "年度绩效指标",
    BY_JXBOOK,
    BY_FORMULAS,
}
_BLOCK = pattern(
    r"(?:年度|全年|项目|预算|财政|绩效|总体|资金)*(?:资金|预算|经费|支出|目标|指标|金额)[及和与]?(?:预算)?"
    r"(?:执行|使用|完成|安排|投入|到位|支出|来源)*(?:情况)?|来源|(?:项目)?基本情况"
)
"""The label of a block, down the left side or over the names of its lines: 资金情况, 年度目标, 预算来源."""
_LONGEST_LABEL = 12
_FORMULAS = {names.ROWS_SHEET, names.WORDS_SHEET}
"""Hidden sheets of ours that hold nothing but formulas and their words."""


def account(assessed: Assessed, carried: Carried, made: Grid, rescored: Scoring) -> tuple[AccountLine, ...]:
    """A line for every cell of the source that holds something, in the source's order, the form's sheet first; one for
    each other form, which is brought for itself: of a file of many forms all accounts together stay as long as the file.

    Beyond MOST_LINES of the other sheets a last line counts the rest. `made` is the new workbook, and
    `rescored` what it computes.
    """
    source, form = assessed.source, assessed.form
    judge = _Judge(form, assessed.whole, rescored, carried, made)
    judge.read_tables(source.places)
    sheets = sorted(source.grid.sheets, key=lambda sheet: sheet.name != form.sheet)
    sheets = [sheet for sheet in sheets if not (form.ours and sheet.hidden and sheet.name in _FORMULAS)]
    lines: list[AccountLine] = []
    left = 0
    for sheet in sheets:
        for where in sorted(sheet.cells.keys() - judge.of_others(sheet.name)):
            cell = sheet.cells[where]
            if sheet.name != form.sheet and len(lines) >= MOST_LINES:
                left += 1
                continue
            ref = sheet.ref(*where)
            entry = Entry(
                cell.value, ref, cell.number_format, cell.formula is not None and cell.value is None
            )
            lines.append(judge.line(entry, cell, sheet, str(ref)))
    lines += judge.other_forms
    if left:
        lines.append(
            AccountLine(
                "其他工作表", f"另有{left}个单元格", Outcome.UNKNOWN, note="不在自评表内，没有逐格列出"
            )
        )
    return tuple(lines)


class _Judge:
    """What is known of the source's cells."""

    def __init__(self, form: Form, policy: Policy, rescored: Scoring, carried: Carried, made: Grid) -> None:
        self._form, self._policy = form, policy
        self._table: dict[CellRef, tuple[Outcome, str]] = {}
        self._printed = PrintedTexts(made, {one.cell for one in carried.moved})
        self._targets: dict[CellRef, list[CellRef]] = {}
        for moved in carried.moved:
            if moved.entry.cell is not None:
                self._targets.setdefault(moved.entry.cell, []).append(moved.cell)
        self._lost = {one.entry.cell: one.label for one in carried.lost if one.entry.cell is not None}
        self._computed = dict(computed_cells(form, policy, rescored, carried))
        self._grouping = {
            entry.cell
            for one in form.indicators
            if is_filled(one)
            for entry in (one.level1, one.level2)
            if entry.cell
        }
        self._empty = {one.reason.cell for one in form.indicators if one.reason.blank}
        self.other_forms: list[AccountLine] = []
        """A line for each other form of the file."""
        self._of_others: dict[str, set[tuple[int, int]]] = {}
        self._own: set[tuple[int, int]] = set()
        self._converted = dict(converted_amounts(form, policy))
        self._names = _LABELS | set(_own_labels(form, policy)) | self._printed.labels

    def read_tables(self, found: Sequence[FormPlace]) -> None:
        """Note the headings of the indicator tables, their rows that are no indicators, and what is of another form."""
        own = {entry.cell for one in self._form.indicators for entry in (one.name, one.target) if entry.cell}
        places = {(cell.row, cell.column) for cell in own}
        mine: list[FormPlace] = []
        for place in found:
            cells = place.rows.raw.cells
            if own and (place.sheet != self._form.sheet or places.isdisjoint(cells)):
                self._of_others.setdefault(place.sheet, set()).update(cells)
                note = f"属于另一张自评表（{place.name}），随那一张导入"
                self.other_forms.append(
                    AccountLine(place.name, f"共{len(cells)}个单元格", Outcome.OTHER_FORM, note=note)
                )
            else:
                mine.append(place)
                self._own |= cells.keys()  # of two forms side by side the title is on both
        for table in (one for place in mine for one in place.tables):
            sheet = table.sheet.raw
            for row in range(table.top, table.header + 1):
                said = {
                    sheet.ref(row, column): (Outcome.LABEL, "") for column in table.sheet.rows.get(row, ())
                }
                self._table.update(said)
            for row in table.rows:
                weights = (sheet.ref(row, column) for column in table.head.weights.values())
                self._table |= dict.fromkeys(weights, (Outcome.LABEL, "各级指标的分值，由各行相加得出"))
            for row, columns in table.sheet.rows.items():
                if table.header < row <= table.last and (what := what_is_left_out(table, row)):
                    state = Outcome.COMPUTED if what == SUBTOTAL else Outcome.LABEL
                    said = {sheet.ref(row, column): (state, f"{what}，不导入") for column in columns}
                    self._table.update(said)

    def of_others(self, sheet: str) -> set[tuple[int, int]]:
        """The cells of a sheet that are of another form, and that this one has no use for."""
        used = (self._lost, self._targets, self._computed)
        mine = {(one.row, one.column) for cells in used for one in cells if one.sheet == sheet}
        others = self._of_others.get(sheet, set()) - mine
        return others - self._own if sheet == self._form.sheet else others

    def line(self, entry: Entry, own: Cell, sheet: Sheet, where: str) -> AccountLine:
        """The line of one cell that holds something."""
        cell = entry.cell
        assert cell is not None
        text = entry.text
        if cell in self._lost:
            note = f"这是“{self._lost[cell]}”，新表没有放它的地方"
            if entry.unknown:
                text, note = (
                    "（公式）",
                    f"这是“{self._lost[cell]}”，文件里没有公式的计算结果，请用 Excel 打开保存后重新导入",
                )
            return AccountLine(where, text, Outcome.CHECK, "", note, cell)
        if cell in self._targets:
            targets = dict.fromkeys(str(target) for target in self._targets[cell])
            return AccountLine(
                where, text, Outcome.MOVED, "、".join(targets), self._converted.get(cell, ""), cell
            )
        if cell in self._computed:
            state, note = self._computed[cell]
            return AccountLine(where, text or "（公式）", state, "", note, cell)
        state, note = self._rest(entry, own, sheet)
        return AccountLine(where, text or "（公式）", state, "", note, cell)

    def _rest(self, entry: Entry, own: Cell, sheet: Sheet) -> tuple[Outcome, str]:
        """Labels, signs for "nothing", and what is not understood."""
        if entry.cell in self._grouping:
            return Outcome.LABEL, "指标按此归类"
        if entry.cell in self._table:
            return self._table[entry.cell]
        if sheet.name in (*names.NO_ENTRIES, names.ADOPTED) and self._form.ours:
            return Outcome.LABEL, "新表自带这一工作表"
        if self._form.adopted and own.formula is not None and "JX_" in own.formula:
            return Outcome.COMPUTED, "新表自动计算"
        if self._form.ours and not self._form.adopted and (found := self._of_ours(entry, own, sheet)):
            return found
        if self._is_label(entry.text):
            return Outcome.LABEL, ""
        if fold(entry.text) in NONE_WORDS or entry.cell in self._empty:
            return Outcome.LABEL, "表示没有内容"
        if sheet.name != self._form.sheet:
            return Outcome.UNKNOWN, "不在自评表内"
        return Outcome.UNKNOWN, "不知道是什么，没有放入新表"

    def _of_ours(self, entry: Entry, own: Cell, sheet: Sheet) -> tuple[Outcome, str] | None:
        """What stands in a workbook of ours of itself: its policy, its formulas, its printed text."""
        if entry.cell == self._form.policy_entry.cell:
            return Outcome.COMPUTED, f"新表按{self._policy.identity.name}生成"
        assert entry.cell is not None
        name, column = names.FORM if sheet.name == self._form.sheet else sheet.name, entry.cell.column
        if own.formula is None and self._printed.has(name, column, own, entry.text):
            return Outcome.LABEL, "新表自带"
        if own.formula is not None and self._printed.has_formula(name, own.formula):
            return Outcome.COMPUTED, "新表自动计算"
        computed = own.formula is not None or not isinstance(own.value, str)
        return (
            (Outcome.COMPUTED, "新表自动计算") if computed and self._printed.computes(name, column) else None
        )

    def _is_label(self, text: str) -> bool:
        name = label(text)
        if not name:
            return _to_fill_in(text)
        title = fold(self._policy.word("layout.title"))
        if name == "目标" or goal_number(name) is not None:
            return True
        return (
            without_of_which(name) in self._names
            or money_heading(name) is not None
            or is_total(name)
            or is_carried(name)
            or is_achieved(name)
            or (len(name) <= _LONGEST_LABEL and _is_further_label(name, text))
            or _to_fill_in(text)
            or name.endswith(("自评表", "申报表"))
            or title in fold(text)
        )


def _is_further_label(name: str, text: str) -> bool:
    """Is a short text the label of a block, of the project or of a reason, or what the amounts are in?"""
    meaning = known_heading(name)
    asks_why = meaning is not None and meaning.field == "reason"
    return asks_why or bool(_BLOCK.fullmatch(name)) or names_project(name) or bool(unit_in(text))


def _to_fill_in(text: str) -> bool:
    """Is it a line of labels, none of which is filled in: 填表人：　　联系电话：?"""
    pairs = stated_in(text)
    return bool(pairs) and not any(said for _, said in pairs)


def _own_labels(form: Form, policy: Policy) -> Iterator[str]:
    """The labels that this form and this policy have beside the general ones."""
    yield from map(money_label, form.funding.parts)
    yield from (fold(one.section) for one in form.places)
    yield from policy.tree.names
    yield from (label(text) for row in policy.values("layout.head_rows") for text in row)
    yield from (label(text) for text in policy.values("layout.signatures"))
