"""The sheet 满意度问卷: how many were asked, how they answered, and the satisfaction that follows."""

from __future__ import annotations

from typing import Any

from jxbook.policy import Policy
from jxbook.template import entry_rules
from jxbook.template.charts import answers_chart
from jxbook.template.paper import Formula, Paper
from jxbook.workbook import names
from jxbook.workbook.fit import height
from jxbook.workbook.records import formulas as records
from jxbook.workbook.records.fill import QUESTION_WIDTH
from jxbook.workbook.records.formulas import ANSWERED, COUNTS, OWN, RETURN_RATE, SATISFACTION, WEIGHTS

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


def write_survey(paper: Paper, book: Any, policy: Policy, questions: int) -> None:
    """Write the sheet with room for so many questions. `book` makes the chart."""
    last = _FIRST + questions - 1
    paper.widths(_WIDTHS)
    paper.hide_grid()
    paper.put("A1:I1", names.SURVEY, "title")
    paper.height(1, 36)
    paper.put("A2:I2", _INTRODUCTION, "pale")
    paper.height(2, height(_INTRODUCTION, sum(_WIDTHS.values()), least=22))
    _write_head(paper)
    _write_weights(paper, policy)
    _write_total(paper, last + 1)
    for number, row in enumerate(range(_FIRST, last + 1), 1):
        _write_question(paper, row, number)
    paper.height(last + 1, 6)
    _set_rules(paper, last)
    paper.paint_flagged(f"A{_HEAD}:I{last}")
    paper.quiet(
        number_stored_as_text=f"B{_FIRST}:B{last}",
        formula_unlocked=f"H{_FIRST}:I{last}",
        formula_range=f"C{_TOTAL}:I{last}",
        formula_differs=f"C{_TOTAL}:I{last}",
    )
    _place_chart(paper, book, last + 2)
    paper.freeze(_FIRST)
    paper.print_on_a4(f"A1:I{last + 2 + _CHART_ROWS}", landscape=True, pages=1)
    paper.protect()


def _write_head(paper: Paper) -> None:
    for area, label in ((f"A{_HEAD}:B{_HEAD}", "发放份数"), (f"E{_HEAD}:F{_HEAD}", "回收有效份数")):
        paper.put(area, label, "rule head")
    paper.put(f"C{_HEAD}:D{_HEAD}", None, "rule input centre")
    paper.put(f"G{_HEAD}", None, "rule input centre")
    paper.put(f"H{_HEAD}", "回收率", "rule head")
    sent, returned = f"C{_HEAD}", f"G{_HEAD}"
    rate = Formula(RETURN_RATE.text({"sent": sent, "returned": returned}))
    paper.put(f"I{_HEAD}", rate, "rule computed centre percent")
    paper.put(f"A{_METHOD}:B{_METHOD}", "调查方式", "rule head")
    paper.put(f"C{_METHOD}:I{_METHOD}", None, "rule input text")
    for row in (_HEAD, _METHOD):
        paper.height(row, 24)


def _write_weights(paper: Paper, policy: Policy) -> None:
    rule = policy.rule("satisfaction.weights")
    note = f"计入比例为{rule.mark.label}：{rule.basis}，可按本单位的问卷修改；各档答案的名称也可修改。"
    paper.put(f"A{_NOTE}:I{_NOTE}", note, "pale small")
    paper.height(_NOTE, 20)
    paper.put(f"A{_HEADER}", "序号", "rule head")
    paper.put(f"B{_HEADER}", "问题", "rule head")
    paper.put(f"A{_WEIGHTS}:B{_WEIGHTS}", "计入比例", "rule shade centre")
    weights = [float(one) / 100 for one in policy.values("satisfaction.weights")]
    for at, letter in enumerate(_COUNTS):
        answer = ANSWERS[at] if at < len(weights) else None
        paper.put(f"{letter}{_HEADER}", answer, "rule head open text")
        weight = weights[at] if at < len(weights) else None
        paper.put(f"{letter}{_WEIGHTS}", weight, "rule input centre share")
    paper.put(f"H{_HEADER}", "合计", "rule head")
    paper.put(f"I{_HEADER}", "满意度", "rule head")
    for letter in "HI":
        paper.put(f"{letter}{_WEIGHTS}", None, "rule shade")
    paper.height(_HEADER, 24)


def _write_total(paper: Paper, closing: int) -> None:
    """综合满意度 stands on top. It adds up to the closing line, so that rows inserted anywhere are inside."""
    every = f"{_COUNTS[0]}{_FIRST}:{_COUNTS[-1]}{closing}"
    paper.put(f"A{_TOTAL}:B{_TOTAL}", "综合满意度", "rule head")
    for letter in _COUNTS:
        counts = f"{letter}{_FIRST}:{letter}{closing}"
        paper.put(f"{letter}{_TOTAL}", _answered(counts), "rule computed centre")
    paper.put(f"H{_TOTAL}", _answered(every), "rule computed centre")
    paper.put(f"I{_TOTAL}", _satisfaction(_TOTAL, every), "rule computed centre percent")
    paper.height(_TOTAL, 24)


def _write_question(paper: Paper, row: int, number: int) -> None:
    counts = f"{_COUNTS[0]}{row}:{_COUNTS[-1]}{row}"
    paper.growing(row, _ROW_HEIGHT, spacer=f"J{row}")
    paper.put(f"A{row}", number, "rule centre pale open")
    paper.put(f"B{row}", None, "rule input text")
    for letter in _COUNTS:
        paper.put(f"{letter}{row}", None, "rule input centre")
    paper.put(f"H{row}", _answered(counts), "rule computed open centre")
    paper.put(f"I{row}", _satisfaction(row, counts), "rule computed open centre percent")


def _answered(counts: str) -> Formula:
    return Formula(ANSWERED.text({COUNTS: counts}))


def _satisfaction(row: int, counts: str) -> Formula:
    first, last = _COUNTS[0], _COUNTS[-1]
    weights, answers = (f"${first}${at}:${last}${at}" for at in (_WEIGHTS, _HEADER))
    places = {COUNTS: counts, OWN: f"{first}{row}:{last}{row}", WEIGHTS: weights, records.ANSWERS: answers}
    return Formula(SATISFACTION.text(places))


def _set_rules(paper: Paper, last: int) -> None:
    sent = entry_rules.amount("发放份数", "实际发出的问卷份数，填数字。")
    returned = entry_rules.amount("回收有效份数", "收回的问卷中有效的份数，填数字，不大于发放份数。")
    method = "从下拉列表选择，也可以直接填写，例如：现场发放，随机抽取参加活动的居民。"
    paper.rule(f"C{_HEAD}", sent)
    paper.rule(f"G{_HEAD}", returned)
    paper.rule(f"C{_METHOD}", entry_rules.choice(_METHODS, "调查方式", method))
    first, end = _COUNTS[0], _COUNTS[-1]
    paper.rule(
        f"{first}{_WEIGHTS}:{end}{_WEIGHTS}",
        entry_rules.share("计入比例", "该档答案按多大比例计入满意度，例如：满意填 80%。"),
    )
    paper.rule(f"B{_FIRST}:B{last}", entry_rules.free("问题", "问卷中关于满意程度的问题，一题一行。"))
    paper.rule(
        f"{first}{_FIRST}:{end}{last}",
        entry_rules.amount("答案份数", "选这一档的份数，填数字；各档相加应等于回收有效份数。"),
    )
    for letter, title in (("H", "合计"), ("I", "满意度")):
        rule = entry_rules.formula_only(f"{letter}{_FIRST}", title)
        paper.rule(f"{letter}{_FIRST}:{letter}{last}", rule)


def _place_chart(paper: Paper, book: Any, row: int) -> None:
    """How all answers are distributed."""
    first, last = _COUNTS[0], _COUNTS[-1]
    labels, counts = (f"={names.SURVEY}!${first}${at}:${last}${at}" for at in (_HEADER, _TOTAL))
    title = "全部问题的答案分布（份）"
    for below in range(row, row + _CHART_ROWS):
        paper.height(below, _CHART_ROW)
    width = sum(one * 7 + 5 for letter, one in _WIDTHS.items() if letter <= "I")
    size = (width, _CHART_ROWS * _CHART_ROW * 4 / 3)
    paper.chart(f"A{row}", answers_chart(book, title, labels, counts), size, (0, 0), title)
