"""The numbers of a run, for the roll-up and the notice alike: by department, by policy, by grade, by year, by code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd  # type: ignore[import-untyped]

from jxbook.bureau.whole import Whole
from jxbook.checks import rules
from jxbook.dataclass import dataclass

GRADES, OTHER = ("优", "良", "中", "差"), "其他"
SEVERITIES = ("错误", "提醒", "提示")


@dataclass(frozen=True, slots=True)
class FormGroup:
    """The projects of a department, a policy, a year, or all of them: how many, what they came to.

    `errors` and `warnings` count those of the forms of whole departments as well. `scored` is how many have a total; `mean` their average, None without any. `budget` and `spent` are the sums in
    万元 of the forms that state both. `grades` counts by word, an office's own words as 其他.
    """

    name: str
    forms: int
    scored: int
    mean: float | None
    budget: float
    spent: float
    grades: dict[str, int]
    errors: int
    warnings: int

    @property
    def rate(self) -> float | None:
        """执行率 of all its money together."""
        return self.spent / self.budget if self.budget else None

    @property
    def good(self) -> int:
        """How many are 优."""
        return self.grades.get(GRADES[0], 0)


@dataclass(frozen=True, slots=True)
class CommonProblem:
    """A code of the checks: how often it was met, in how many forms and departments, one of its sentences, and what
    to do about it."""

    code: str
    title: str
    severity: str
    times: int
    forms: int
    departments: int
    example: str
    example_of: str
    fix: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it. Departments come by number of forms, problems by severity and number of forms."""

    all: FormGroup
    departments: tuple[FormGroup, ...]
    policies: tuple[FormGroup, ...]
    years: tuple[FormGroup, ...]
    problems: tuple[CommonProblem, ...]
    grades: tuple[str, ...]


def figures(run: Whole) -> Figures:
    """The numbers of a run."""
    frame = _frame(run)
    own_words = bool(set(frame["grade"].unique()) - {"", *GRADES})
    return Figures(
        all=_group("合计", frame),
        departments=_groups(frame, "department"),
        policies=_groups(frame, "policy"),
        years=_years(run, frame),
        problems=_problems(run),
        grades=(*GRADES, OTHER) if own_words else GRADES,
    )


def _frame(run: Whole) -> pd.DataFrame:
    """A row for each form; that of a whole department has its findings alone."""
    columns = (
        *("department", "policy", "year", "project", "total", "grade"),
        *("budget", "spent", "errors", "warnings"),
    )
    return _typed(
        [
            (
                one.department,
                one.policy,
                one.year,
                *(
                    (0, None, "", None, None)
                    if one.of_department
                    else (1, one.total, one.grade, one.budget, one.spent)
                ),
                one.count("错误"),
                one.count("提醒"),
            )
            for one in run.once
        ],
        columns,
    )


def _typed(rows: Sequence[tuple[Any, ...]], columns: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(rows, columns=list(columns))
    for name in ("total", "budget", "spent"):
        frame[name] = pd.to_numeric(frame[name])
    return frame


def _groups(frame: pd.DataFrame, by: str) -> tuple[FormGroup, ...]:
    found = [_group(str(name), some) for name, some in frame.groupby(by, sort=True)]
    return tuple(sorted(found, key=lambda one: (-one.forms, one.name)))


def _group(name: str, frame: pd.DataFrame) -> FormGroup:
    money = frame.dropna(subset=["budget", "spent"])
    totals = frame["total"].dropna()
    words = frame.loc[frame["grade"] != "", "grade"]
    grades = words.where(words.isin(GRADES), OTHER).value_counts()
    return FormGroup(
        name,
        int(frame["project"].sum()),
        len(totals),
        float(totals.mean()) if len(totals) else None,
        round(float(money["budget"].sum()), 6),
        round(float(money["spent"].sum()), 6),
        {str(word): int(count) for word, count in grades.items()},
        int(frame["errors"].sum()),
        int(frame["warnings"].sum()),
    )


def _years(run: Whole, frame: pd.DataFrame) -> tuple[FormGroup, ...]:
    """Every year that the run or the store has, by year."""
    columns = ("year", "total", "grade", "budget", "spent", "errors", "warnings")
    before = _typed([(*(one[name] for name in columns), 1) for one in run.years], (*columns, "project"))
    own = frame.dropna(subset=["year"])
    found = [_group(str(int(year)), some) for part in (before, own) for year, some in part.groupby("year")]
    return tuple(sorted((one for one in found if one.forms), key=lambda one: one.name))


def _problems(run: Whole) -> tuple[CommonProblem, ...]:
    rows = [
        (remark.code, remark.severity, at, one.department, remark.what, one.project or one.file, remark.fix)
        for at, one in enumerate(run.once)
        for remark in one.remarks
    ]
    titles = {one.code: one.title for one in rules()}
    frame = pd.DataFrame.from_records(
        rows, columns=["code", "severity", "form", "department", "what", "project", "fix"]
    )
    found = [
        CommonProblem(
            str(code),
            titles.get(str(code), str(code)),
            min(some["severity"].unique(), key=SEVERITIES.index),
            len(some),
            some["form"].nunique(),
            some["department"].nunique(),
            some["what"].iloc[0],
            some["project"].iloc[0],
            some["fix"].iloc[0],
        )
        for code, some in frame.groupby("code", sort=True)
    ]
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), -one.forms, one.code)))
