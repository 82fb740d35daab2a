"""The indicator rows of the 自评表, the row 总分 below them, and the same rows as a table of scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from jxbook.document.blocks import Align, Table, TableCell
from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.sums import all_points
from jxbook.facts.words import one_line
from jxbook.form import Form, without_unit
from jxbook.form.table import BY_FIELD
from jxbook.report.tables.columns import WIDTH, Part, PrintedColumns, placed, under_columns
from jxbook.report.tables.ruler import CellLine, Spans, ruled
from jxbook.scoring import UNFINISHED, IndicatorScore, Scoring, State
from jxbook.values import fold


class PrintedRow(NamedTuple):
    """A row to print: its 年度目标, 一级 and 二级指标, its score, None for one that says 无, and what stands under the
    fields behind those."""

    goal: int
    level1: str
    level2: str
    score: IndicatorScore | None
    said: CellLine


def indicator_part(form: Form, rows: list[PrintedRow], headings: Iterable[str]) -> Part:
    """The header and the rows in use; unused 二级指标 read 无."""
    several = len(form.goals) > 1
    standing = TableCell("目标" if several else "绩效指标", rowspan=1 if several else len(rows) + 1)
    cells = [(standing, *map(TableCell, headings))]
    for goal, of_goal in groupby(rows, lambda row: row.goal):
        group = list(of_goal)
        lines = _grouped(group)
        if several:
            cells.append((TableCell(f"目标{goal + 1}", rowspan=len(group)), *next(lines)))
        cells.extend(lines)
    return under_columns(cells)


def _grouped(rows: list[PrintedRow]) -> Iterator[CellLine]:
    """The rows with their 一级 and 二级指标 merged."""
    for level1, of_level1 in groupby(rows, lambda row: row.level1):
        group = list(of_level1)
        start: CellLine = (TableCell(level1, rowspan=len(group)),)
        for level2, of_level2 in groupby(group, lambda row: row.level2):
            block = list(of_level2)
            start = (*start, TableCell(level2, rowspan=len(block)))
            for row in block:
                yield (*start, *row.said)
                start = ()


def rows_to_print(scoring: Scoring, fields: Iterable[str]) -> list[PrintedRow]:
    """The rows in use with their texts under `fields`; of a 二级指标 that has none, one row that says 无."""
    _, _, *named = fields
    indicators = scoring.form.indicators  # as they were scored
    scored = list(scoring.indicators)
    every = [
        PrintedRow(
            one.goal,
            fold(one.level1.text),
            fold(one.level2.text),
            scored.pop(0) if scored and scored[0].indicator == one else None,
            (),
        )
        for one in indicators
    ]
    shown = {row[:3] for row in every if row.score}
    found = []
    for row in every:
        if row.score or row[:3] not in shown:
            shown.add(row[:3])
            found.append(row)
    split = "nature" in named
    nothing = (_NOTHING,) * len(named)
    return [
        row._replace(said=nothing if (score := row.score) is None else _said_under(score, named, split=split))
        for row in found
    ]


_NOTHING = TableCell("无")


def _said_under(row: IndicatorScore, fields: list[str], *, split: bool) -> CellLine:
    """What stands in a row under the fields; `split` where 指标性质, 指标值 and 度量单位 are apart."""
    name = f"“{row.indicator.title}”"
    return tuple([_said(row, name, field, split=split) for field in fields])


def _said(row: IndicatorScore, name: str, field: str, *, split: bool) -> TableCell:
    if field == "reason":
        reason = row.indicator.reason
        text = quoted(one_line(reason), f"{name}偏差原因", place_of(reason))
        return TableCell(text, align=Align.LEFT) if text else _NOTHING
    if field not in BY_FIELD:
        further = row.indicator.entry(field)
        return TableCell(quoted(one_line(further), f"{name}{field}", place_of(further)))
    return TableCell(_cell_text(row, name, field, split=split))


def _cell_text(row: IndicatorScore, name: str, field: str, *, split: bool) -> str:
    """The text under a field, its numbers marked as those of the row of this name."""
    one = row.indicator
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


def total_part(form: Form, scoring: Scoring, fields: tuple[str, ...]) -> Part:
    """总分 with the sum of the points, and the grade beside it or below; none where there are no points."""
    sums = [field for field in fields if field in ("points", "earned")]
    if not sums:
        return Part([], lambda _: ())
    texts = _sums(form, scoring)
    grade = "" if scoring.grade is None else f"等级：{scoring.grade}"
    first, last = fields.index(sums[0]), fields.index(sums[-1])
    after = fields[last + 1 :]
    texts |= {after[0]: grade} if after else {}
    cells: list[CellLine] = [
        (TableCell("总分"), *[TableCell(texts.get(field, "")) for field in fields[first:]])
    ]
    if not after and scoring.grade is not None:
        cells.append((TableCell("等级"), TableCell(scoring.grade)))

    def places(columns: PrintedColumns) -> Iterator[Spans]:
        yield columns.led(len(fields) - first)
        if len(cells) > 1:
            yield (0, columns.left("earned")), (columns.left("earned"), WIDTH)

    return Part(cells, places)


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
    whole: CellLine = TableCell("综合得分"), *(TableCell(texts[field]) for field in sums)
    execution = _execution(form, scoring) if "points" in columns else []
    heads = tuple(map(TableCell, columns.headings.values()))
    parts = (
        under_columns([heads]),
        Part(execution, lambda known: [known.led(2) for _ in execution]),
        under_columns([*_grouped(rows)]),
        Part([whole], lambda known: [known.led(len(sums))]),
    )
    return ruled("绩效评价指标体系评分表", "", placed(parts, columns), header_rows=1)


def _execution(form: Form, scoring: Scoring) -> list[CellLine]:
    """The 执行率, where it has points of its own."""
    execution, cells = scoring.execution, form.funding
    if not execution.points:
        return []
    earned = UNFINISHED
    if execution.earned is not None:
        earned = str(Sourced(execution.earned, "预算执行率得分", place_of(cells.earned)))
    points = str(Sourced(execution.points, "预算执行率分值", place_of(cells.points)))
    return [(TableCell("预算执行率"), TableCell(points), TableCell(earned))]


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
