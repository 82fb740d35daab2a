"""The indicator rows of the 自评表, the row 总分 below them, and the same rows as a table of scores."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from jxbook.document.blocks import Align, Table
from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.sums import all_points
from jxbook.facts.words import one_line
from jxbook.form import Form, without_unit
from jxbook.form.table import BY_FIELD
from jxbook.report.tables.columns import STANDING, WIDTH, PrintedColumns
from jxbook.report.tables.ruler import Piece, PieceLine, ruled
from jxbook.scoring import UNFINISHED, IndicatorScore, Scoring, State
from jxbook.values import fold


class PrintedRow(NamedTuple):
    """A row to print: its 年度目标, 一级 and 二级指标, its score, None for one that says 无, and what stands in it, by
    field."""

    goal: int
    level1: str
    level2: str
    score: IndicatorScore | None
    said: Mapping[str, Said]


Said = tuple[str, Align]
"""A text of a table, and how it is aligned."""


def indicator_lines(form: Form, rows: list[PrintedRow], columns: PrintedColumns) -> Iterator[PieceLine]:
    """The header and the rows in use; unused 二级指标 read 无."""
    several = len(form.goals) > 1
    standing = Piece(
        *columns.spans[STANDING], "目标" if several else "绩效指标", 1 if several else len(rows) + 1
    )
    yield standing, *(Piece(*columns.spans[field], columns.headings[field]) for field in columns.fields)
    for goal, of_goal in groupby(rows, lambda row: row.goal):
        group = list(of_goal)
        lines = _grouped(group, columns)
        if several:
            label = Piece(*columns.spans[STANDING], f"目标{goal + 1}", len(group))
            yield label, *next(lines)
        yield from lines


def _grouped(rows: list[PrintedRow], columns: PrintedColumns) -> Iterator[PieceLine]:
    """The rows with their 一级 and 二级指标 merged."""
    for level1, of_level1 in groupby(rows, lambda row: row.level1):
        group = list(of_level1)
        start1 = [Piece(*columns.spans["level1"], level1, len(group))]
        for level2, of_level2 in groupby(group, lambda row: row.level2):
            block = list(of_level2)
            start2 = [Piece(*columns.spans["level2"], level2, len(block))]
            for row in block:
                yield *start1, *start2, *(_piece(row, field, columns) for field in columns.fields[2:])
                start1, start2 = [], []


def _piece(row: PrintedRow, field: str, columns: PrintedColumns) -> Piece:
    text, align = row.said[field]
    return Piece(*columns.spans[field], text, align=align)


def rows_to_print(scoring: Scoring, fields: Collection[str]) -> list[PrintedRow]:
    """The rows in use with their texts under `fields`; of a 二级指标 that has none, one row that says 无."""
    named = [field for field in fields if field not in ("level1", "level2")]
    indicators = scoring.form.indicators  # as they were scored
    scored = list(scoring.indicators)
    every = [
        PrintedRow(
            one.goal,
            fold(one.level1.text),
            fold(one.level2.text),
            scored.pop(0) if scored and scored[0].indicator == one else None,
            {},
        )
        for one in indicators
    ]
    shown = {row[:3] for row in every if row.score}
    found = []
    for row in every:
        if row.score or row[:3] not in shown:
            shown.add(row[:3])
            found.append(row)
    split = "nature" in fields
    return [
        row._replace(said={field: _said(row.score, field, split=split) for field in named}) for row in found
    ]


def _said(row: IndicatorScore | None, field: str, *, split: bool) -> Said:
    if row is None:
        return "无", Align.CENTER
    if field == "reason":
        reason = row.indicator.reason
        text = quoted(one_line(reason), f"“{row.indicator.title}”偏差原因", place_of(reason))
        return (text, Align.LEFT) if text else ("无", Align.CENTER)
    if field not in BY_FIELD:
        further = row.indicator.entry(field)
        name = f"“{row.indicator.title}”{field}"
        return quoted(one_line(further), name, place_of(further)), Align.CENTER
    return cell_text(row, field, split=split), Align.CENTER


def cell_text(row: IndicatorScore, field: str, *, split: bool = False) -> str:
    """What stands in a row under a field, its numbers marked; `split` where 指标性质, 指标值 and 度量单位 are apart."""
    one = row.indicator
    name = f"“{one.title}”"
    match field:
        case "target":
            entry = one.target if one.value.blank or not split else one.value
            return quoted(entry.text, f"{name}年度指标值", place_of(one.target))
        case "actual":
            text = without_unit(one.actual.text, one.unit.text) if split else one.actual.text
            return quoted(text, f"{name}实际完成值", place_of(one.actual))
        case "points":
            if row.points is None:
                return one.points.text
            return str(Sourced(row.points, f"{name}分值", place_of(one.points)))
        case "earned":
            if row.score.state is State.NOT_APPLICABLE:
                return "—"
            if row.score.earned is None:
                return UNFINISHED
            return str(Sourced(row.score.earned, f"{name}得分", place_of(one.earned)))
    entry = one.entry(field)
    return quoted(entry.text, f"{name}名称", place_of(entry))


def total_lines(form: Form, scoring: Scoring, columns: PrintedColumns) -> Iterator[PieceLine]:
    """总分 with the sum of the points, and the grade beside it or below; none where there are no points."""
    sums = [field for field in columns.fields if field in ("points", "earned")]
    if not sums:
        return
    texts = _sums(form, scoring)
    grade = "" if scoring.grade is None else f"等级：{scoring.grade}"
    first, last = (columns.fields.index(field) for field in (sums[0], sums[-1]))
    after = columns.fields[last + 1 :]
    texts |= {after[0]: grade} if after else {}
    pieces = (Piece(*columns.spans[field], texts.get(field, "")) for field in columns.fields[first:])
    yield Piece(0, columns.left(sums[0]), "总分"), *pieces
    if not after and scoring.grade is not None:
        yield Piece(0, columns.left("earned"), "等级"), Piece(columns.left("earned"), WIDTH, scoring.grade)


def _sums(form: Form, scoring: Scoring) -> dict[str, str]:
    """The sum of all points, and the total."""
    total = UNFINISHED if scoring.total is None else str(Sourced(scoring.total, "总分", place_of(form.total)))
    points = Sourced(all_points(scoring), "各项分值合计", place_of(form.total_points))
    return {"points": str(points), "earned": total}


def score_table(facts: Facts) -> Table | None:
    """一级, 二级 and 三级指标 with 分值 (where there are any) and 得分, and 综合得分 below; None without scores."""
    form, scoring = facts.form, facts.scoring
    if not any(row.score.earned is not None for row in scoring.indicators):
        return None
    columns = _WITH_POINTS if any(row.points for row in scoring.indicators) else _WITHOUT_POINTS
    rows = [row for row in rows_to_print(scoring, columns.fields) if row.score is not None]
    sums = columns.fields[3:]
    texts = _sums(form, scoring)
    lines = [
        tuple(Piece(*columns.spans[field], columns.headings[field]) for field in columns.fields),
        *_execution(form, scoring, columns),
        *_grouped(rows, columns),
        (
            Piece(0, columns.left(sums[0]), "综合得分"),
            *(Piece(*columns.spans[field], texts[field]) for field in sums),
        ),
    ]
    return ruled("绩效评价指标体系评分表", "", lines, header_rows=1)


def _execution(form: Form, scoring: Scoring, columns: PrintedColumns) -> Iterator[PieceLine]:
    """The 执行率, where it has points of its own."""
    execution = scoring.execution
    if execution.points and "points" in columns:
        cells = form.funding
        earned = UNFINISHED
        if execution.earned is not None:
            earned = str(Sourced(execution.earned, "预算执行率得分", place_of(cells.earned)))
        yield (
            Piece(0, columns.left("points"), "预算执行率"),
            Piece(
                *columns.spans["points"],
                str(Sourced(execution.points, "预算执行率分值", place_of(cells.points))),
            ),
            Piece(*columns.spans["earned"], earned),
        )


_WITH_POINTS = PrintedColumns(
    {
        "level1": (0, 150),
        "level2": (150, 370),
        "name": (370, 704),
        "points": (704, 784),
        "earned": (784, WIDTH),
    },
    {"level1": "一级指标", "level2": "二级指标", "name": "三级指标", "points": "分值", "earned": "得分"},
)
_WITHOUT_POINTS = PrintedColumns(
    {"level1": (0, 160), "level2": (160, 390), "name": (390, 774), "earned": (774, WIDTH)},
    {"level1": "一级指标", "level2": "二级指标", "name": "三级指标", "earned": "得分"},
)
