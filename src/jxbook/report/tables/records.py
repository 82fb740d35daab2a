"""What a unit recorded beside the form, as tables and a chart. Each is None where nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from jxbook.dataclass import replace
from jxbook.document.blocks import Align, Bar, Chart, Table, TableCell
from jxbook.facts.everything import Facts
from jxbook.facts.evidence import EvidenceFacts, key_points, reviews
from jxbook.facts.sourced import total
from jxbook.facts.survey import SurveyFacts, weights_note
from jxbook.report.sentences.survey import sample
from jxbook.scoring import half_up, percent

_FEWEST_BARS = 2
_SHARE_PLACES = 4


def survey_table(survey: SurveyFacts | None) -> Table | None:
    """The questions with how often each answer was given and the satisfaction, and how the answers count."""
    if survey is None or not survey.questions:
        return None
    rows = [
        (one.topic, *map(str, one.counts), str(one.answered), one.rate.percent() if one.rate else "—")
        for one in survey.questions
    ]
    if len(rows) > 1:
        sums = [
            total((one.counts[at] for one in survey.questions), f"“{answer}”合计")
            for at, answer in enumerate(survey.answers)
        ]
        answered = total((one.answered for one in survey.questions), "答卷数合计")
        rows.append(("合计", *map(str, sums), str(answered), "—"))
    heads = ("调查内容", *survey.answers, "答卷数", "满意度")
    table = _table("满意度调查结果", heads, (300, *[80] * len(survey.answers), 80, 104), rows, left=(0,))
    if table is None:
        return None
    said = sample(survey)
    weights = weights_note(survey)
    note = f"注：满意度按{weights}计算。" if weights else ""
    return replace(table, subcaption=f"（{said}）" if said else "", note=note)


def survey_chart(survey: SurveyFacts | None) -> Chart | None:
    """The satisfaction of each question, the lowest first, against the target; two bars at the least."""
    questions = [] if survey is None else [one for one in survey.questions if one.rate is not None]
    target = survey.row.low.number / 100 if survey and survey.row and survey.row.low else None
    if len(questions) < _FEWEST_BARS or target is None or not 0 < target <= 1:
        return None
    bars = tuple(Bar(one.topic, half_up(one.rate.number, _SHARE_PLACES)) for one in questions if one.rate)
    below = sum(bar.share < target for bar in bars)
    said = "；".join(f"{bar.label}{percent(bar.share)}" for bar in bars)
    title = f"各项服务满意度与年度指标值（{percent(target)}）比较"
    return Chart(title, bars, f"条形图，{below}项低于{percent(target)}：{said}。", "图", target)


def evidence_table(evidence: Sequence[EvidenceFacts]) -> Table | None:
    """The papers, numbered, with what they prove and whether they are there, where that is known of any."""
    columns = [
        ("序号", 60, [str(number) for number in range(1, len(evidence) + 1)]),
        ("材料名称", 370, [one.name for one in evidence]),
        ("材料类别", 130, [one.kind for one in evidence]),
    ]
    if any(one.indicator for one in evidence):
        columns.append(("对应指标", 214, [one.indicator for one in evidence]))
    if any(one.present or one.missing for one in evidence):
        columns.append(("是否具备", 110, [one.availability for one in evidence]))
    heads, widths, cells = zip(*columns, strict=True)
    return _table("佐证材料清单", heads, widths, zip(*cells, strict=True), left=(1, 3))


def key_point_table(facts: Facts) -> Table | None:
    """The 评价要点 under their 三级指标, with the verdict and why."""
    points = key_points(facts.form.records)
    if not points:
        return None
    rows = []
    for indicator, group in groupby(points, lambda one: one.indicator):
        own = list(group)
        for turn, one in enumerate(own):
            start = () if turn else (TableCell(indicator, rowspan=len(own)),)
            rows.append((*start, _left(one.text), TableCell(one.verdict or "—"), _left(one.note)))
    heads = _heads(("三级指标", "评价要点", "是否符合", "说明"))
    return Table("评价要点核对情况", "", (150, 380, 110, 244), (heads, *rows), header_rows=1)


def review_table(facts: Facts) -> Table | None:
    """The points of each reviewer, by 三级指标."""
    found = reviews(facts.form, facts.policy)
    if not found:
        return None
    most = max(len(one.scores) for one in found)
    heads = ("三级指标", *(f"评委{number}" for number in range(1, most + 1)), "平均分")
    rows = [(one.indicator, *one.scores, *[""] * (most - len(one.scores)), one.mean) for one in found]
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
    return Table(caption, "", tuple(widths), (_heads(heads), *body), header_rows=1) if body else None


def _heads(texts: Iterable[str]) -> tuple[TableCell, ...]:
    return tuple(TableCell(text) for text in texts)


def _left(text: str) -> TableCell:
    return TableCell(text, align=Align.LEFT)
