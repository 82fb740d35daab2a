"""The numbers of a run, for the roll-up and the notice alike: by department, by policy, by grade, by year, by code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a thread for each core, of which counting needs none
import pandas as pd  # type: ignore[import-untyped]

from jxbook.bureau.run_result import RunResult
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


@dataclass(frozen=True)
class Figures:
    """The numbers of a run, each counted when it is asked for: a run of several years is counted twice, and of either
    time another half is told.

    `of`: the figures of the whole run, where `run` is one year of it.
    """

    run: RunResult
    of: Figures | None = None

    @cached_property
    def all(self) -> FormGroup:
        """All forms."""
        return _whole(self._frame)

    @cached_property
    def departments(self) -> tuple[FormGroup, ...]:
        """Each department, by number of forms."""
        return _groups(self._frame, "department")

    @cached_property
    def policies(self) -> tuple[FormGroup, ...]:
        """Each policy, by number of forms."""
        return _groups(self._frame, "policy")

    @cached_property
    def years(self) -> tuple[FormGroup, ...]:
        """Each year that the whole run or the store has."""
        return _years(self.run, self._frame) if self.of is None else self.of.years

    @cached_property
    def problems(self) -> tuple[CommonProblem, ...]:
        """Each code that was found, by severity and number of forms."""
        return _problems(self.run)

    @cached_property
    def grades(self) -> tuple[str, ...]:
        """The words under which forms are counted."""
        own_words = bool(set(self._frame["grade"].unique()) - {"", *GRADES})
        return (*GRADES, OTHER) if own_words else GRADES

    @cached_property
    def _frame(self) -> pd.DataFrame:
        return _frame(self.run)


def _frame(run: RunResult) -> pd.DataFrame:
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


def _whole(frame: pd.DataFrame) -> FormGroup:
    found = _grouped(frame.assign(all="合计"), "all")
    return found[0] if found else FormGroup("合计", 0, 0, None, 0.0, 0.0, {}, 0, 0)


def _groups(frame: pd.DataFrame, by: str) -> tuple[FormGroup, ...]:
    return tuple(sorted(_grouped(frame, by), key=lambda one: (-one.forms, one.name)))


def _grouped(frame: pd.DataFrame, by: Any) -> list[FormGroup]:
    """A group for each value of the column `by`, all of them at once: a province has hundreds of departments."""
    both = frame["budget"].notna() & frame["spent"].notna()
    words = frame["grade"].where(frame["grade"].isin((*GRADES, "")), OTHER)
    columns = frame.assign(
        budget=frame["budget"].where(both, 0.0),
        spent=frame["spent"].where(both, 0.0),
        **{word: words == word for word in (*GRADES, OTHER)},
    )
    names = ("budget", "spent", "errors", "warnings", *GRADES, OTHER)
    told = columns.groupby(by, sort=True).agg(
        forms=("project", "sum"),
        scored=("total", "count"),
        mean=("total", "mean"),
        **{name: (name, "sum") for name in names},
    )
    return [
        FormGroup(
            str(row["by"]),
            int(row["forms"]),
            int(row["scored"]),
            float(row["mean"]) if row["scored"] else None,
            round(float(row["budget"]), 6),
            round(float(row["spent"]), 6),
            {word: int(row[word]) for word in (*GRADES, OTHER) if row[word]},
            int(row["errors"]),
            int(row["warnings"]),
        )
        for row in told.rename_axis("by").reset_index().to_dict("records")
    ]


def _years(run: RunResult, frame: pd.DataFrame) -> tuple[FormGroup, ...]:
    """Every year that the run or the store has, by year."""
    columns = ("year", "total", "grade", "budget", "spent", "errors", "warnings")
    before = _typed([(*(one[name] for name in columns), 1) for one in run.years], (*columns, "project"))
    own = frame.dropna(subset=["year"])
    found = [one for part in (before, own) for one in _grouped(part.astype({"year": int}), "year")]
    return tuple(sorted((one for one in found if one.forms), key=lambda one: one.name))


def _problems(run: RunResult) -> tuple[CommonProblem, ...]:
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
