"""`jxbook score`: points, 执行率, total and grade."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jxbook.assess import Assessed
from jxbook.cli import FINE, FOUND
from jxbook.cli.columns import table
from jxbook.cli.forms import form_to_write, forms_of
from jxbook.cli.show import number, print_json
from jxbook.scoring import IndicatorScore, Scoring, State, Status, percent
from jxbook.values import plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.cli.several import Answer
    from jxbook.cli.written import ScoresWritten

INCOMPLETE = "待完善"


def run(options: argparse.Namespace) -> int:
    """Score every form of a file; with --write its formula cells get their values. Exit 1 where a total is missing."""
    found, written = _scored(options)
    if options.json:
        every = _as_json(found, options.file, written)
        print_json(every[0] if len(every) == 1 else every)
        return _status(found)
    for turn, (name, assessed) in enumerate(found):
        if len(found) > 1:
            print(f"{chr(10) if turn else ''}【{name}】")
        print_score(assessed)
    for line in written.lines() if written else ():
        print(line)
    return _status(found)


def answer(options: argparse.Namespace) -> Answer:
    """The same for one file of several: a line with total, grade and 执行率."""
    from jxbook.cli.several import Answer

    found, written = _scored(options)
    told = "；".join(
        f"{f'【{name}】' if len(found) > 1 else ''}{total_line(one.scoring)}" for name, one in found
    )
    if written:
        told = "；".join((told, "已写入", *written.lines()[1:]))
    return Answer(_status(found), told, _as_json(found, options.file, written))


def _scored(options: argparse.Namespace) -> tuple[list[tuple[str, Assessed]], ScoresWritten | None]:
    """The forms of a file, and with --write what was written and what was left."""
    if not options.write:
        return forms_of(options), None
    from jxbook.cli.written import write_scores

    found = form_to_write(options)
    return found, write_scores(options.file, found[0][1])


def _status(found: Sequence[tuple[str, Assessed]]) -> int:
    return FOUND if any(one.scoring.status is Status.INCOMPLETE for _, one in found) else FINE


def print_score(assessed: Assessed) -> None:
    """The score as a table with the total underneath."""
    form, scoring = assessed.form, assessed.scoring
    year = f"（{form.year}年度）" if form.year else ""
    print(f"{form.project.name.text or '（未填项目名称）'}{year}")
    print(f"评价政策：{assessed.by}\n")
    rows: list[tuple[str, ...]] = [
        ("二级指标", "三级指标", "年度指标值", "实际完成值", "完成率", "分值", "得分")
    ]
    execution = scoring.execution
    places = int(scoring.policy.number("execution.rate_places"))
    rate = "" if execution.rate is None else percent(execution.rate, places)
    full, earned = (plain(execution.points), _earned(execution.earned)) if execution.points else ("", "")
    rows.append(("预算执行率", "", "", "", rate, full, earned))
    rows += [_row(row, pointless=assessed.policy.pointless) for row in scoring.indicators]
    print(table(rows, right=(4, 5, 6)) + "\n")
    if execution.earned is None and (execution.rate is None or not scoring.policy.pointless):
        cell = form.funding.total.budget.cell
        print(f"{f'[{cell}] ' if cell else ''}预算执行率：{execution.explanation}")
    for row in scoring.indicators:
        if row.score.misfit is not None or row.score.state == "unfilled":
            cell = row.indicator.actual.cell or row.indicator.name.cell
            print(f"{f'[{cell}] ' if cell else ''}{row.indicator.title}：{row.score.explanation}")
    for other in form.other_scores if scoring.total is None else ():
        if other.earned.number is None:
            cell = other.earned.cell
            print(
                f"{f'[{cell}] ' if cell else ''}{other.name.text}：没有填写得分，或者不是数，暂不能计入总分。"
            )
    print(total_line(scoring))


def total_line(scoring: Scoring) -> str:
    """总分, 等级 and 执行率, or why there is no total."""
    execution = scoring.execution
    places = int(scoring.policy.number("execution.rate_places"))
    rate = "—" if execution.rate is None else percent(execution.rate, places)
    if scoring.status is Status.UNSCORED:
        return f"{scoring.explanation}执行率：{rate}"
    if scoring.total is None:
        return f"总分：{INCOMPLETE}（{scoring.explanation.removesuffix('。')}）"
    return f"总分：{plain(scoring.total)}　等级：{scoring.grade or _no_grade(scoring)}　执行率：{rate}"


def _no_grade(scoring: Scoring) -> str:
    """Why there is no grade: a third party gave none, or there are too many 分值 for one."""
    return f"—（{scoring.grade_explanation.removesuffix('。')}）" if scoring.grade_explanation else "未填写"


def _row(row: IndicatorScore, *, pointless: bool) -> tuple[str, ...]:
    one, score = row.indicator, row.score
    texts = (one.level2.text or one.level1.text, one.title, one.target.text, one.actual.text)
    return (
        *("".join(text.split()) for text in texts),
        "" if score.completion is None else percent(score.completion),
        "" if row.points is None else plain(row.points),
        "" if pointless else _earned_or_mark(row),
    )


def _earned_or_mark(row: IndicatorScore) -> str:
    """得分, or what stands in its place."""
    return "—" if row.score.state is State.NOT_APPLICABLE else _earned(row.score.earned)


def _earned(earned: Any) -> str:
    return INCOMPLETE if earned is None else plain(earned)


def _as_json(
    found: Sequence[tuple[str, Assessed]], file: Path, written: ScoresWritten | None
) -> list[dict[str, Any]]:
    """Each form of a file; `form` names it where there are several, `written` tells what --write did."""
    more = {"written": written.as_json()} if written else {}
    return [
        {**as_json(one, file), **({"form": name} if len(found) > 1 else {}), **more} for name, one in found
    ]


def as_json(assessed: Assessed, file: Path) -> dict[str, Any]:
    """The score for another program: points, ratios as fractions, money in its `unit`."""
    form, scoring, money = assessed.form, assessed.scoring, assessed.form.funding
    return {
        "file": file.name,
        "policy": assessed.policy.id,
        "policy_why": assessed.why,
        "status": scoring.status.value,
        "total": number(scoring.total),
        "total_explanation": scoring.explanation,
        "grade": scoring.grade,
        "grade_explanation": scoring.grade_explanation,
        "grade_basis": scoring.policy.rule("grades.bands").cited if scoring.grade_explanation else "",
        "execution": {
            "rate": number(scoring.execution.rate),
            "points": number(scoring.execution.points),
            "earned": number(scoring.execution.earned),
            "explanation": scoring.execution.explanation,
            "basis": scoring.execution.basis,
        },
        "indicators": [_indicator_json(row) for row in scoring.indicators],
        "path": str(file),
        "project": form.project.name.text,
        "implementer": form.project.implementer.text,
        "supervisor": form.project.supervisor.text,
        "year": form.year,
        "money": {
            "unit": money.unit,
            "initial_budget": number(money.total.initial_amount),
            "budget": number(money.total.budget_amount),
            "spent": number(money.total.spent_amount),
        },
    }


def _indicator_json(row: IndicatorScore) -> dict[str, Any]:
    one, score = row.indicator, row.score
    completion = None if score.completion is None else round(float(score.completion), 6)
    return {
        "level1": one.level1.text,
        "level2": one.level2.text,
        "name": one.name.text,
        "target": one.target.text,
        "actual": one.actual.text,
        "points": number(row.points),
        "earned": number(score.earned),
        "completion": completion,
        "method": score.method,
        "explanation": score.explanation,
        "basis": score.cited,
        "cell": str(one.earned.cell or one.actual.cell),
    }
