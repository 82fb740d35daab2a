"""Where 满意度问卷 stands in a workbook: its head, its answers, and a row for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import NO_ENTRY, Entry, Survey, SurveyQuestion
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import SURVEY
from jxbook.workbook.records.kinds import TOTAL_LABELS
from jxbook.workbook.records.labelled_sheets import is_remark, rows_below

_QUESTION = frozenset({"问题", "调查问题", "问卷问题", "题目", "调查内容", "问卷内容"})
_AFTER = frozenset({"合计", "小计", "总计", "满意度", "满意率", "得分", "备注", "说明"})
_WEIGHTS = frozenset({"计入比例", "权重", "折算比例", "赋值"})
_LEAST_ANSWERS, _MOST_ANSWERS = 2, 12
_HEAD = {
    "sent": frozenset({"发放份数", "发放问卷份数", "发放问卷数", "发放数", "发出份数"}),
    "returned": frozenset({"回收有效份数", "有效份数", "有效问卷份数", "有效问卷数", "回收份数", "收回份数"}),
    "rate": frozenset({"回收率", "有效回收率"}),
    "method": frozenset({"调查方式", "调查方法", "问卷方式"}),
}


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """A questionnaire in a sheet. `head` are sent, returned, rate and method. `span` are the columns between the
    questions and 合计, `answers` those of them that are used.

    `weights` and `total` are rows, `rows` those that hold anything else; `answered` and `satisfaction` are the
    columns right of the counts. None: there is none.
    """

    sheet: LabelledSheet
    head: Mapping[str, Entry]
    header: int
    question: int
    span: range
    answers: tuple[int, ...]
    answered: int | None
    satisfaction: int | None
    weights: int | None
    total: int | None
    rows: tuple[int, ...]


def find_survey(sheets: Iterable[LabelledSheet]) -> SurveyTable | None:
    """The first questionnaire; one in the sheet of that name goes before others."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.raw.name != SURVEY):
        for row, labels in sheet.labels.items():
            if _QUESTION.isdisjoint(labels.values()):
                continue
            question = next(column for column, text in labels.items() if text in _QUESTION)
            end = next((column for column, text in labels.items() if column > question and text in _AFTER), 0)
            end = min(end or max(sheet.rows[row]) + 1, question + 1 + _MOST_ANSWERS)
            span = range(question + 1, end)
            if sum(column in labels for column in span) >= _LEAST_ANSWERS:
                return _table(sheet, row, question, span)
    return None


def read_survey(table: SurveyTable) -> Survey:
    """What a questionnaire holds; questions without text and without counts are left out.

    An empty Survey as long as nobody has filled in anything.
    """
    sheet, columns = table.sheet, frozenset((table.question, *table.answers))
    questions = tuple(
        SurveyQuestion(
            sheet.entry(row, table.question), tuple(sheet.entry(row, one) for one in table.answers)
        )
        for row in table.rows
        if not all(sheet.blank(row, column) for column in columns.intersection(sheet.rows[row]))
    )
    weights = (sheet.entry(table.weights, column) for column in table.answers) if table.weights else ()
    sent, returned, method = (table.head.get(field, NO_ENTRY) for field in ("sent", "returned", "method"))
    if not questions and sent.blank and returned.blank and method.blank:
        return Survey()
    return Survey(
        sent,
        returned,
        method,
        tuple(sheet.entry(table.header, column) for column in table.answers),
        tuple(weights),
        questions,
    )


def numbered(table: SurveyTable) -> tuple[int, ...]:
    """The rows with a 序号 left of the questions: those that a template has for them."""
    numbers = ((row, table.sheet.raw.cells.get((row, table.question - 1))) for row in table.rows)
    return tuple(row for row, cell in numbers if cell and isinstance(cell.value, Decimal))


def _table(sheet: LabelledSheet, header: int, question: int, span: range) -> SurveyTable:
    weights = total = None
    rows = []
    for row in rows_below(sheet, header):
        labels = [text for column, text in sheet.labels.get(row, {}).items() if column <= question]
        if any(text in _WEIGHTS for text in labels):
            weights = weights or row
        elif any(text in TOTAL_LABELS for text in labels):
            total = total or row
        elif not is_remark(sheet, row):
            rows.append(row)
    used = {column for row in (header, weights, *rows) if row for column in sheet.rows[row]}
    right = {text: column for column, text in sheet.labels[header].items() if column >= span.stop}
    return SurveyTable(
        sheet,
        _head(sheet, header),
        header,
        question,
        span,
        tuple(column for column in span if column in used),
        next((right[text] for text in ("合计", "小计", "总计") if text in right), None),
        next((right[text] for text in ("满意度", "满意率") if text in right), None),
        weights,
        total,
        tuple(rows),
    )


def _head(sheet: LabelledSheet, header: int) -> dict[str, Entry]:
    """The fields above the table, each right of its label."""
    head: dict[str, Entry] = {}
    for row, labels in sheet.labels.items():
        for column, text in labels.items() if row < header else ():
            for field, spellings in _HEAD.items():
                if text in spellings:
                    head.setdefault(field, sheet.beside(row, column))
    return head
