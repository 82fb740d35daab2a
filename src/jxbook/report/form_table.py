"""The filled-in 项目支出绩效自评表 as a table of the report, merged as the printed form is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jxbook.form import Entry, Form, FundingRow
from jxbook.report.document import Align, Table, TableCell
from jxbook.report.facts import one_line
from jxbook.scoring import UNFINISHED, IndicatorScore, Scoring, State, percent
from jxbook.values import fold, plain

_WIDTHS = (64, 104, 148, 126, 102, 102, 64, 66, 108)
_WIDTHS_FOR_REASONS = (64, 100, 104, 108, 90, 90, 64, 66, 198)
_LONG_REASON = 12
_COLUMNS = len(_WIDTHS)
Row = tuple[TableCell, ...]


def self_evaluation_table(form: Form, scoring: Scoring) -> Table:
    """The form with its computed scores; rows without any entry are left out, unused 二级指标 read 无."""
    rows = (
        *_head(form),
        *_money(form, scoring),
        *_goal(form),
        *_indicators(form, scoring),
        _total(form, scoring),
    )
    year = form.year if form.year else "    "
    reasons = max((len(one_line(row.indicator.reason)) for row in scoring.indicators), default=0)
    widths = _WIDTHS_FOR_REASONS if reasons > _LONG_REASON else _WIDTHS
    return Table("项目支出绩效自评表", f"（{year}年度）", widths, rows)


def _label(text: str, colspan: int = 1, rowspan: int = 1) -> TableCell:
    return TableCell(text, colspan, rowspan)


def _text(entry: Entry, colspan: int = 1, rowspan: int = 1) -> TableCell:
    return TableCell(entry.text, colspan, rowspan, Align.LEFT)


def _head(form: Form) -> Iterator[Row]:
    project = form.project
    name = "-".join(part for part in (project.code.text, project.name.text) if part)
    yield _label("项目名称", 2), TableCell(name, _COLUMNS - 2)
    supervisor, implementer = TableCell(project.supervisor.text, 2), TableCell(project.implementer.text, 4)
    yield _label("主管部门", 2), supervisor, _label("实施单位"), implementer


def _money(form: Form, scoring: Scoring) -> Iterator[Row]:
    funding, execution = form.funding, scoring.execution
    lines = 2 + len(funding.parts)
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    yield _label(f"项目资金（{funding.unit}）", 1, lines), _label("", 2), *(_label(head) for head in heads)
    places = int(scoring.policy.number("execution.rate_places"))
    rate = "" if execution.rate is None else percent(execution.rate, places)
    earned = UNFINISHED if execution.earned is None else plain(execution.earned)
    yield *_amounts(funding.total), _label(plain(execution.points)), _label(rate), _label(earned)
    for count, part in enumerate(funding.parts):
        label = f"其中：{part.label}" if count == 0 else part.label
        yield *_amounts(part, label), _label("—"), _label(_rate_of(part, places)), _label("—")


def _amounts(row: FundingRow, label: str = "") -> Row:
    entries = (row.initial_budget, row.budget, row.spent)
    return (_label(label or row.label, 2), *(TableCell(entry.text) for entry in entries))


def _rate_of(row: FundingRow, places: int) -> str:
    budget, spent = row.budget_amount, row.spent_amount
    return percent(spent / budget, places) if budget and budget > 0 and spent is not None else "—"


def _goal(form: Form) -> Iterator[Row]:
    yield _label("年度总体目标", 2, 2), _label("预期目标", 3), _label("实际完成情况", 4)
    yield _text(form.goal.expected, 3), _text(form.goal.achieved, 4)


def _indicators(form: Form, scoring: Scoring) -> Iterator[Row]:
    rows = list(_rows_to_print(form, scoring))
    heads = (
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    )
    yield _label("绩效指标", 1, len(rows) + 1), *(_label(head) for head in heads)
    for _, level1 in groupby(rows, lambda row: row[0]):
        group = list(level1)
        first1 = True
        for _, level2 in groupby(group, lambda row: row[1]):
            block = list(level2)
            for count, (name1, name2, cells) in enumerate(block):
                start1 = (_label(name1, 1, len(group)),) if first1 else ()
                start2 = (_label(name2, 1, len(block)),) if count == 0 else ()
                first1 = False
                yield *start1, *start2, *cells


def _rows_to_print(form: Form, scoring: Scoring) -> Iterator[tuple[str, str, Row]]:
    """The rows in use; of a 二级指标 that has none, one row that says 无."""
    scored = {id(row.indicator): row for row in scoring.indicators}
    places = [(fold(one.level1.text), fold(one.level2.text)) for one in form.indicators]
    in_use = {place for place, one in zip(places, form.indicators, strict=True) if id(one) in scored}
    shown: set[tuple[str, str]] = set()
    for place, one in zip(places, form.indicators, strict=True):
        if id(one) in scored:
            yield *place, _cells(scored[id(one)])
        elif place not in in_use and place not in shown:
            shown.add(place)
            yield *place, tuple(_label("无") for _ in range(6))


def _cells(row: IndicatorScore) -> Row:
    one, score = row.indicator, row.score
    earned = UNFINISHED if score.earned is None else plain(score.earned)
    return (
        TableCell(one.name.text),
        TableCell(one.target.text),
        TableCell(one.actual.text),
        TableCell(one.points.text if row.points is None else plain(row.points)),
        TableCell("—" if score.state is State.NOT_APPLICABLE else earned),
        TableCell(one_line(one.reason) or "无", align=Align.LEFT if one_line(one.reason) else Align.CENTER),
    )


def _total(form: Form, scoring: Scoring) -> Row:
    points = sum(
        (row.points for row in scoring.indicators if row.points is not None), scoring.execution.points
    )
    total = UNFINISHED if scoring.total is None else plain(scoring.total)
    grade = "" if scoring.grade is None else f"等级：{scoring.grade}"
    return _label("总分", 6), _label(plain(points)), _label(total), _label(grade)
