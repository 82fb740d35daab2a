"""The sheet 满意度问卷: how many were asked, how they answered, and the satisfaction that follows."""

from __future__ import annotations

from typing import Any

from jxbook.policy import Policy
from jxbook.template import entry_rules
from jxbook.template.charts import answers_chart
from jxbook.template.sheet_writer import Formula, SheetWriter
from jxbook.workbook import names
from jxbook.workbook.records import formulas as records
from jxbook.workbook.records.fill import QUESTION_WIDTH
from jxbook.workbook.records.formulas import ANSWERED, COUNTS, OWN, RETURN_RATE, SATISFACTION, WEIGHTS
from jxbook.workbook.row_height import height

ANSWERS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")
"""The headings of the counts, best answer first; staff may word them otherwise."""
_HEAD, _METHOD, _NOTE, _HEADER, _WEIGHTS, _TOTAL = 4, 5, 6, 7, 8, 9
_FIRST = 10
_WIDTHS = {"A": 6, "B": QUESTION_WIDTH, **dict.fromkeys("CDEFG", 11), "H": 10, "I": 13, "J": 2}
_COUNTS = "CDEFG"
_ROW_HEIGHT = 22
_CHART_ROWS, _CHART_ROW = 13, 20
_INTRODUCTION = (
    "先填发放和回收的份数，再逐题填各档答案的份数，合计和满意度由公式计算。"
    "综合满意度用作自评表满意度指标的实际完成值，例如填“92.5%”；一题对应一个指标的，用该题的满意度。"
)
_METHODS = ("现场发放", "网络问卷", "电话调查", "入户调查")


def write_survey(writer: SheetWriter, book: Any, policy: Policy, questions: int) -> None:
    """Write the sheet with room for so many questions. `book` makes the chart."""
    last = _FIRST + questions - 1
    writer.widths(_WIDTHS)
    writer.hide_grid()
    writer.put("A1:I1", names.SURVEY, "title")
    writer.height(1, 36)
    writer.put("A2:I2", _INTRODUCTION, "pale")
    writer.height(2, height(_INTRODUCTION, sum(_WIDTHS.values()), least=22))
    _write_head(writer)
    _write_weights(writer, policy)
    _write_total(writer, last + 1)
    for number, row in enumerate(range(_FIRST, last + 1), 1):
        _write_question(writer, row, number)
    writer.height(last + 1, 6)
    _set_rules(writer, last)
    writer.paint_flagged(f"A{_HEAD}:I{last}")
    writer.quiet(
        number_stored_as_text=f"B{_FIRST}:B{last}",
        formula_unlocked=f"H{_FIRST}:I{last}",
        formula_range=f"C{_TOTAL}:I{last}",
        formula_differs=f"C{_TOTAL}:I{last}",
    )
    _place_chart(writer, book, last + 2)
    writer.freeze(_FIRST)
    writer.print_on_a4(f"A1:I{last + 2 + _CHART_ROWS}", landscape=True, pages=1)
    writer.protect()


def _write_head(writer: SheetWriter) -> None:
    for area, label in ((f"A{_HEAD}:B{_HEAD}", "发放份数"), (f"E{_HEAD}:F{_HEAD}", "回收有效份数")):
        writer.put(area, label, "rule head")
    writer.put(f"C{_HEAD}:D{_HEAD}", None, "rule input centre")
    writer.put(f"G{_HEAD}", None, "rule input centre")
    writer.put(f"H{_HEAD}", "回收率", "rule head")
    sent, returned = f"C{_HEAD}", f"G{_HEAD}"
    rate = Formula(RETURN_RATE.text({"sent": sent, "returned": returned}))
    writer.put(f"I{_HEAD}", rate, "rule computed centre percent")
    writer.put(f"A{_METHOD}:B{_METHOD}", "调查方式", "rule head")
    writer.put(f"C{_METHOD}:I{_METHOD}", None, "rule input text")
    for row in (_HEAD, _METHOD):
        writer.height(row, 24)


def _write_weights(writer: SheetWriter, policy: Policy) -> None:
    rule = policy.rule("satisfaction.weights")
    note = f"计入比例为{rule.mark.label}：{rule.basis}，可按本单位的问卷修改；各档答案的名称也可修改。"
    writer.put(f"A{_NOTE}:I{_NOTE}", note, "pale small")
    writer.height(_NOTE, 20)
    writer.put(f"A{_HEADER}", "序号", "rule head")
    writer.put(f"B{_HEADER}", "问题", "rule head")
    writer.put(f"A{_WEIGHTS}:B{_WEIGHTS}", "计入比例", "rule shade centre")
    weights = [float(one) / 100 for one in policy.values("satisfaction.weights")]
    for at, letter in enumerate(_COUNTS):
        answer = ANSWERS[at] if at < len(weights) else None
        writer.put(f"{letter}{_HEADER}", answer, "rule head open text")
        weight = weights[at] if at < len(weights) else None
        writer.put(f"{letter}{_WEIGHTS}", weight, "rule input centre share")
    writer.put(f"H{_HEADER}", "合计", "rule head")
    writer.put(f"I{_HEADER}", "满意度", "rule head")
    for letter in "HI":
        writer.put(f"{letter}{_WEIGHTS}", None, "rule shade")
    writer.height(_HEADER, 24)


def _write_total(writer: SheetWriter, closing: int) -> None:
    """综合满意度 stands on top. It adds up to the closing line, so that rows inserted anywhere are inside."""
    every = f"{_COUNTS[0]}{_FIRST}:{_COUNTS[-1]}{closing}"
    writer.put(f"A{_TOTAL}:B{_TOTAL}", "综合满意度", "rule head")
    for letter in _COUNTS:
        counts = f"{letter}{_FIRST}:{letter}{closing}"
        writer.put(f"{letter}{_TOTAL}", _answered(counts), "rule computed centre")
    writer.put(f"H{_TOTAL}", _answered(every), "rule computed centre")
    writer.put(f"I{_TOTAL}", _satisfaction(_TOTAL, every), "rule computed centre percent")
    writer.height(_TOTAL, 24)


def _write_question(writer: SheetWriter, row: int, number: int) -> None:
    counts = f"{_COUNTS[0]}{row}:{_COUNTS[-1]}{row}"
    writer.growing(row, _ROW_HEIGHT, spacer=f"J{row}")
    writer.put(f"A{row}", number, "rule centre pale open")
    writer.put(f"B{row}", None, "rule input text")
    for letter in _COUNTS:
        writer.put(f"{letter}{row}", None, "rule input centre")
    writer.put(f"H{row}", _answered(counts), "rule computed open centre")
    writer.put(f"I{row}", _satisfaction(row, counts), "rule computed open centre percent")


def _answered(counts: str) -> Formula:
    return Formula(ANSWERED.text({COUNTS: counts}))


def _satisfaction(row: int, counts: str) -> Formula:
    first, last = _COUNTS[0], _COUNTS[-1]
    weights, answers = (f"${first}${at}:${last}${at}" for at in (_WEIGHTS, _HEADER))
    places = {COUNTS: counts, OWN: f"{first}{row}:{last}{row}", WEIGHTS: weights, records.ANSWERS: answers}
    return Formula(SATISFACTION.text(places))


def _set_rules(writer: SheetWriter, last: int) -> None:
    sent = entry_rules.amount("发放份数", "实际发出的问卷份数，填数字。")
    returned = entry_rules.amount("回收有效份数", "收回的问卷中有效的份数，填数字，不大于发放份数。")
    method = "从下拉列表选择，也可以直接填写，例如：现场发放，随机抽取参加活动的居民。"
    writer.rule(f"C{_HEAD}", sent)
    writer.rule(f"G{_HEAD}", returned)
    writer.rule(f"C{_METHOD}", entry_rules.choice(_METHODS, "调查方式", method))
    first, end = _COUNTS[0], _COUNTS[-1]
    writer.rule(
        f"{first}{_WEIGHTS}:{end}{_WEIGHTS}",
        entry_rules.share("计入比例", "该档答案按多大比例计入满意度，例如：满意填 80%。"),
    )
    writer.rule(f"B{_FIRST}:B{last}", entry_rules.free("问题", "问卷中关于满意程度的问题，一题一行。"))
    writer.rule(
        f"{first}{_FIRST}:{end}{last}",
        entry_rules.amount("答案份数", "选这一档的份数，填数字；各档相加应等于回收有效份数。"),
    )
    for letter, title in (("H", "合计"), ("I", "满意度")):
        rule = entry_rules.formula_only(f"{letter}{_FIRST}", title)
        writer.rule(f"{letter}{_FIRST}:{letter}{last}", rule)


def _place_chart(writer: SheetWriter, book: Any, row: int) -> None:
    """How all answers are distributed."""
    first, last = _COUNTS[0], _COUNTS[-1]
    labels, counts = (f"={names.SURVEY}!${first}${at}:${last}${at}" for at in (_HEADER, _TOTAL))
    title = "全部问题的答案分布（份）"
    for below in range(row, row + _CHART_ROWS):
        writer.height(below, _CHART_ROW)
    width = sum(one * 7 + 5 for letter, one in _WIDTHS.items() if letter <= "I")
    size = (width, _CHART_ROWS * _CHART_ROW * 4 / 3)
    writer.chart(f"A{row}", answers_chart(book, title, labels, counts), size, (0, 0), title)
