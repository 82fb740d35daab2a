"""The numbers of a run, for the roll-up and the notice alike: by department, by policy, by grade, by year, by code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import fsum
from operator import attrgetter

from jxbook.bureau.run_result import RunResult
from jxbook.checks import rules
from jxbook.checks.submission import Remark, Submission
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


@dataclass(frozen=True, slots=True)
class _Counted:
    """What of a form is counted; of that of a whole department its findings alone, as it is about no `project`."""

    department: str
    policy: str
    year: int | None
    errors: int
    warnings: int
    project: bool = True
    total: float | None = None
    grade: str = ""
    budget: float | None = None
    spent: float | None = None


def figures(run: RunResult) -> Figures:
    """The numbers of a run."""
    forms = [_counted(one) for one in run.once]
    own_words = any(one.grade not in ("", *GRADES) for one in forms)
    return Figures(
        all=_group("合计", forms),
        departments=_groups(forms, attrgetter("department")),
        policies=_groups(forms, attrgetter("policy")),
        years=_years(run, forms),
        problems=_problems(run),
        grades=(*GRADES, OTHER) if own_words else GRADES,
    )


def _counted(one: Submission) -> _Counted:
    found = (one.department, one.policy, one.year, one.count("错误"), one.count("提醒"))
    if one.of_department:
        return _Counted(*found, project=False)
    return _Counted(*found, total=one.total, grade=one.grade, budget=one.budget, spent=one.spent)


def _group(name: str, forms: Sequence[_Counted]) -> FormGroup:
    totals = [one.total for one in forms if one.total is not None]
    money = [(one.budget, one.spent) for one in forms if one.budget is not None and one.spent is not None]
    grades = Counter(one.grade if one.grade in GRADES else OTHER for one in forms if one.grade)
    return FormGroup(
        name,
        forms=sum(one.project for one in forms),
        scored=len(totals),
        mean=fsum(totals) / len(totals) if totals else None,
        budget=round(fsum(budget for budget, _ in money), 6),
        spent=round(fsum(spent for _, spent in money), 6),
        grades={word: grades[word] for word in (*GRADES, OTHER) if grades[word]},
        errors=sum(one.errors for one in forms),
        warnings=sum(one.warnings for one in forms),
    )


def _groups(forms: Iterable[_Counted], by: Callable[[_Counted], object]) -> tuple[FormGroup, ...]:
    """A group for each value of `by`."""
    parted: dict[object, list[_Counted]] = defaultdict(list)
    for one in forms:
        parted[by(one)].append(one)
    found = (_group(str(name), some) for name, some in parted.items())
    return tuple(sorted(found, key=lambda one: (-one.forms, one.name)))


def _years(run: RunResult, forms: Iterable[_Counted]) -> tuple[FormGroup, ...]:
    """Every year that the run or the store has, by year."""
    named = ("policy", "year", "total", "grade", "budget", "spent", "errors", "warnings")
    before = [
        _Counted(department=one["supervisor"], **{name: one[name] for name in named}) for one in run.years
    ]
    own = [one for one in forms if one.year is not None]
    found = _groups((*before, *own), attrgetter("year"))
    return tuple(sorted((one for one in found if one.forms), key=lambda one: one.name))


def _problems(run: RunResult) -> tuple[CommonProblem, ...]:
    """By code, each with its first sentence."""
    titles = {one.code: one.title for one in rules()}
    found: dict[str, list[tuple[Submission, Remark]]] = defaultdict(list)
    for one in run.once:
        for remark in one.remarks:
            found[remark.code].append((one, remark))
    problems = (_problem(code, titles.get(code, code), some) for code, some in found.items())
    return tuple(sorted(problems, key=lambda one: (SEVERITIES.index(one.severity), -one.forms, one.code)))


def _problem(code: str, title: str, found: Sequence[tuple[Submission, Remark]]) -> CommonProblem:
    first, remark = found[0]
    return CommonProblem(
        code,
        title,
        severity=min({remark.severity for _, remark in found}, key=SEVERITIES.index),
        times=len(found),
        forms=len({id(one) for one, _ in found}),
        departments=len({one.department for one, _ in found}),
        example=remark.what,
        example_of=first.project or first.file,
        fix=remark.fix,
    )
