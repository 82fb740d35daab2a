"""Assessed → Submission: what of a form is kept once its file is closed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.assess import Assessed
from jxbook.bureau.tasks import remark_of
from jxbook.checks.submission import IndicatorLine, Submission
from jxbook.form import Form, FundingRow, in_wan
from jxbook.scoring import IndicatorScore, Status
from jxbook.values import fold

STATUS = {Status.COMPLETE: "已计分", Status.INCOMPLETE: "待完善", Status.UNSCORED: "不计分"}
_LONGEST = 300
"""Characters that are kept of a text of staff; a copied text shows in less."""
_DEPARTMENT = "department-whole"
_CARRIED, _PROJECTS = "上年结转", "项目支出"


def submission_of(one: Assessed, file: str, form: str) -> Submission:
    """What is kept of an assessed form; `file` is its path below the folder that was read, `form` its place there."""
    scoring, form_read = one.scoring, one.form
    project, money = form_read.project, form_read.funding
    initial, budget = money.total.initial_amount, money.total.budget_amount
    return Submission(
        file=file,
        form=form,
        year=form_read.year,
        project=_line(project.name.text),
        code=_line(project.code.text),
        supervisor=_line(project.supervisor.text),
        implementer=_line(project.implementer.text),
        policy=one.policy.identity.name,
        of_department=_DEPARTMENT in {one.policy.id, *(parent.id for parent in one.policy.parents)},
        why=one.why,
        status=STATUS[scoring.status],
        note="" if scoring.status is Status.COMPLETE else scoring.explanation,
        total=_number(scoring.total),
        grade=scoring.grade or "",
        rate=_number(scoring.execution.rate),
        initial=_money(initial, money.total),
        budget=_money(initial if budget is None else budget, money.total),
        spent=_money(money.total.spent_amount, money.total),
        carried=_part(money.parts, _CARRIED),
        projects=_part(money.parts, _PROJECTS),
        lines=tuple(map(_row, scoring.indicators)),
        remarks=tuple(map(remark_of, one.findings)),
        texts=tuple(_texts(form_read)),
    )


def _row(row: IndicatorScore) -> IndicatorLine:
    one = row.indicator
    return IndicatorLine(
        level1=_line(one.level1.text),
        level2=_line(one.level2.text),
        name=_line(one.title),
        target=_line(one.target.text),
        actual=_line(one.actual.text),
        completion=_number(row.score.completion),
        points=_number(row.points),
        earned=_number(row.score.earned),
        reason=_line(one.reason.text),
        cell=str(one.actual.cell or one.name.cell or ""),
        last_year=_line(one.last_year.text),
    )


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    """What staff wrote in words of their own, by what it is about."""
    for goal in form.goals:
        yield from _kept("年度总体目标", goal.expected.text)
        yield from _kept("实际完成情况", goal.achieved.text)
    for one in form.indicators:
        yield from _kept("偏差原因", one.reason.text)
    for passage in form.passages:
        yield from _kept(passage.section, passage.text.text)
    for label, entry in form.boxes.items():
        yield from _kept(label, entry.text)


def _kept(about: str, text: str) -> Iterator[tuple[str, str]]:
    if len(text) >= 8:
        yield about, _line(text)[:_LONGEST]


def _part(parts: tuple[FundingRow, ...], word: str) -> float | None:
    found = [one for one in parts if word in fold(one.label)]
    return _money(found[0].budget_amount, found[0]) if len(found) == 1 else None


def _money(amount: Decimal | None, row: FundingRow) -> float | None:
    """An amount in 万元, whatever the unit of its form."""
    return _number(None if amount is None else in_wan(amount, row.unit))


def _number(value: Decimal | None) -> float | None:
    return None if value is None or not value.is_finite() else float(value)


def _line(text: str) -> str:
    return " ".join(text.split())
