"""What a unit recorded beside the form, as tables and a chart. Each is None where nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from jxbook.report.document import Align, Bar, Chart, Table, TableCell
from jxbook.report.facts.costs import CostsFacts, SubProjectsFacts
from jxbook.report.facts.papers import EvidenceFacts, InterviewFacts, KeyPointFacts, ReviewFacts
from jxbook.report.facts.survey import SurveyFacts
from jxbook.scoring import half_up

_FEWEST_BARS = 2
_SHARE_PLACES = 4


def survey_table(survey: SurveyFacts | None) -> Table | None:
    """The questions with how often each answer was given and the satisfaction."""
    if survey is None or not survey.questions:
        return None
    rows = [(one.text, *one.counts, one.total, one.satisfaction or "—") for one in survey.questions]
    heads = ("调查内容", *survey.answers, "答卷数", "满意度")
    table = _table("满意度调查结果", heads, (300, *[80] * len(survey.answers), 80, 104), rows, left=(0,))
    if table is None or not survey.overall or len(rows) < 2:
        return table
    overall = TableCell("综合满意度", len(heads) - 1), TableCell(survey.overall)
    return replace(table, rows=(*table.rows, overall))


def survey_chart(survey: SurveyFacts | None) -> Chart | None:
    """The satisfaction of each question as a bar; one bar alone is no picture."""
    questions = [] if survey is None else [one for one in survey.questions if one.share is not None]
    if len(questions) < _FEWEST_BARS:
        return None
    bars = tuple(
        Bar(one.text, half_up(one.share, _SHARE_PLACES)) for one in questions if one.share is not None
    )
    said = "；".join(f"{one.text}{one.satisfaction}" for one in questions)
    return Chart("各项满意度", bars, f"条形图，各项满意度：{said}。")


def interview_table(interviews: Sequence[InterviewFacts]) -> Table | None:
    """When, with whom, about what, and what they said."""
    rows = [(one.when, one.people, one.topic, one.view) for one in interviews]
    return _table(
        "访谈情况", ("时间", "访谈对象", "访谈主题", "主要意见"), (130, 170, 180, 404), rows, left=(3,)
    )


def cost_table(costs: CostsFacts | None) -> Table | None:
    """Quantities and unit costs as planned and as they came out, and their sums."""
    if costs is None:
        return None
    rows = [
        (
            one.name,
            one.unit,
            one.planned_quantity,
            one.planned_cost,
            one.planned,
            one.quantity,
            one.cost,
            one.actual,
            _difference(one.saved, one.exceeded, one.actual),
        )
        for one in costs.items
    ]
    if len(rows) > 1 and costs.actual:
        difference = _difference(costs.saved, costs.exceeded, costs.actual)
        rows.append(("合计", "", "", "", costs.planned, "", "", costs.actual, difference))
    unit = costs.unit
    heads = (
        "成本项目",
        "计量单位",
        "计划数量",
        f"计划单位成本\n（{unit}）",
        f"计划成本\n（{unit}）",
        "实际数量",
        f"实际单位成本\n（{unit}）",
        f"实际成本\n（{unit}）",
        f"节约额\n（{unit}）",
    )
    return _table("成本情况", heads, (150, 84, 80, 100, 100, 80, 100, 100, 90), rows, left=(0,))


def _difference(saved: str, exceeded: str, actual: str) -> str:
    """The money saved, negative where it cost more, 0 where it came out as planned."""
    return saved or (f"-{exceeded}" if exceeded else "0" if actual else "")


def subproject_table(subprojects: SubProjectsFacts | None) -> Table | None:
    """The sub-projects and the sums of their money; of no column nobody filled in."""
    if subprojects is None:
        return None
    unit = subprojects.unit
    items = subprojects.items
    columns = [
        ("子项目", 250, [one.name for one in items], "合计"),
        ("类别", 120, [one.kind for one in items], ""),
        ("数量", 70, [one.count for one in items], subprojects.count),
        (f"预算\n（{unit}）", 110, [one.budget for one in items], subprojects.budget),
        (f"支出\n（{unit}）", 110, [one.spent for one in items], subprojects.spent),
        ("完成情况", 120, [one.status for one in items], ""),
        ("备注", 150, [one.note for one in items], ""),
    ]
    used = [column for column in columns if any(column[2])]
    rows = list(zip(*(column[2] for column in used), strict=True))
    if len(rows) > 1:
        rows.append(tuple(column[3] for column in used))
    heads, widths = [column[0] for column in used], [column[1] for column in used]
    return _table("子项目情况", heads, widths, rows, left=(0,))


def evidence_table(evidence: Sequence[EvidenceFacts]) -> Table | None:
    """The papers, numbered, with what they prove and whether they are there."""
    rows = [
        (str(number), one.name, one.kind, one.indicator, one.availability)
        for number, one in enumerate(evidence, 1)
    ]
    return _table(
        "佐证材料清单",
        ("序号", "材料名称", "材料类别", "对应指标", "是否具备"),
        (60, 370, 130, 214, 110),
        rows,
        left=(1, 3),
    )


def key_point_table(points: Sequence[KeyPointFacts]) -> Table | None:
    """The 评价要点 under their 三级指标, with the verdict and why."""
    if not points:
        return None
    rows = []
    for indicator, group in groupby(points, lambda one: one.indicator):
        own = list(group)
        for turn, one in enumerate(own):
            start = () if turn else (TableCell(indicator, rowspan=len(own)),)
            rows.append((*start, _left(one.text), TableCell(one.verdict or "未填写"), _left(one.note)))
    heads = _heads(("三级指标", "评价要点", "是否符合", "说明"))
    return Table("", "评价要点核对情况", (150, 380, 110, 244), (heads, *rows), header_rows=1)


def review_table(reviews: Sequence[ReviewFacts]) -> Table | None:
    """The points of each reviewer, by 三级指标."""
    if not reviews:
        return None
    most = max(len(one.scores) for one in reviews)
    heads = ("三级指标", *(f"评委{number}" for number in range(1, most + 1)), "平均分")
    rows = [(one.indicator, *one.scores, *[""] * (most - len(one.scores)), one.mean) for one in reviews]
    return _table("评委评分", heads, (284, *[500 // max(most, 1)] * most, 100), rows, left=(0,))


def _table(
    caption: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
    left: tuple[int, ...] = (),
) -> Table | None:
    """A plain table whose header repeats on every page; `left` are the columns of text. None without rows."""
    body = [
        tuple(_left(text) if place in left else TableCell(text) for place, text in enumerate(row))
        for row in rows
    ]
    return Table("", caption, tuple(widths), (_heads(heads), *body), header_rows=1) if body else None


def _heads(texts: Iterable[str]) -> tuple[TableCell, ...]:
    return tuple(TableCell(text) for text in texts)


def _left(text: str) -> TableCell:
    return TableCell(text, align=Align.LEFT)
