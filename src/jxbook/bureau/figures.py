"""The numbers of a run, for the roll-up and the notice alike: by department, by policy, by grade, by year, by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum
from typing import Any

from jxbook.bureau.run_result import RunResult
from jxbook.checks import rule_of
from jxbook.checks.submission import Remark, Submission
from jxbook.dataclass import cached_property, dataclass

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
    whoever meets it is to do, without the figures of any one form."""

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
        return _group("合计", self._counted)

    @cached_property
    def departments(self) -> tuple[FormGroup, ...]:
        """Each department, by number of forms."""
        return _by_number(self._counted, lambda one: one.department)

    @cached_property
    def policies(self) -> tuple[FormGroup, ...]:
        """Each policy, by number of forms."""
        return _by_number(self._counted, lambda one: one.policy)

    @cached_property
    def years(self) -> tuple[FormGroup, ...]:
        """Each year that the whole run or the store has, by year."""
        if self.of is not None:
            return self.of.years
        forms = [one for one in (*map(_stored, self.run.years), *self._counted) if one.year is not None]
        found = _groups(forms, lambda one: str(one.year))
        return tuple(sorted((one for one in found if one.forms), key=lambda one: one.name))

    @cached_property
    def problems(self) -> tuple[CommonProblem, ...]:
        """Each code that was found, by severity and number of forms."""
        found: dict[str, list[tuple[Submission, Remark]]] = {}
        for form in self.run.once:
            for remark in form.remarks:
                found.setdefault(remark.code, []).append((form, remark))
        problems = (_problem(code, met) for code, met in found.items())
        return tuple(sorted(problems, key=lambda one: (SEVERITIES.index(one.severity), -one.forms, one.code)))

    @cached_property
    def grades(self) -> tuple[str, ...]:
        """The words under which forms are counted."""
        return (*GRADES, OTHER) if OTHER in self.all.grades else GRADES

    @cached_property
    def _counted(self) -> tuple[_Counted, ...]:
        return tuple(map(_handed_in, self.run.once))


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted of a form: `forms` is 1, and 0 for that of a whole department, which has its findings alone."""

    department: str
    policy: str
    year: int | None
    forms: int
    total: float | None
    grade: str
    budget: float | None
    spent: float | None
    errors: int
    warnings: int


def _handed_in(one: Submission) -> _Counted:
    own = (0, None, "", None, None) if one.of_department else (1, one.total, one.grade, one.budget, one.spent)
    return _Counted(one.department, one.policy, one.year, *own, one.count("错误"), one.count("提醒"))


def _stored(row: Mapping[str, Any]) -> _Counted:
    """A project of another year, as the store has it."""
    names = ("total", "grade", "budget", "spent", "errors", "warnings")
    return _Counted("", row["policy"], row["year"], 1, *(row[name] for name in names))


def _by_number(forms: Iterable[_Counted], by: Callable[[_Counted], str]) -> tuple[FormGroup, ...]:
    return tuple(sorted(_groups(forms, by), key=lambda one: (-one.forms, one.name)))


def _groups(forms: Iterable[_Counted], by: Callable[[_Counted], str]) -> list[FormGroup]:
    """A group for each name that `by` gives a form."""
    found: dict[str, list[_Counted]] = {}
    for one in forms:
        found.setdefault(by(one), []).append(one)
    return [_group(name, some) for name, some in found.items()]


def _group(name: str, forms: Sequence[_Counted]) -> FormGroup:
    totals = [one.total for one in forms if one.total is not None]
    money = [(one.budget, one.spent) for one in forms if one.budget is not None and one.spent is not None]
    words = Counter(one.grade if one.grade in GRADES else OTHER for one in forms if one.grade)
    return FormGroup(
        name,
        sum(one.forms for one in forms),
        len(totals),
        fsum(totals) / len(totals) if totals else None,
        round(fsum(budget for budget, _ in money), 6),
        round(fsum(spent for _, spent in money), 6),
        {word: words[word] for word in (*GRADES, OTHER) if words[word]},
        sum(one.errors for one in forms),
        sum(one.warnings for one in forms),
    )


def _problem(code: str, met: Sequence[tuple[Submission, Remark]]) -> CommonProblem:
    """A code with all that it was found in, in the order of the forms: the first is the example."""
    form, remark = met[0]
    rule = rule_of(code)
    return CommonProblem(
        code,
        rule.title if rule else code,
        min((one.severity for _, one in met), key=SEVERITIES.index),
        len(met),
        len({id(one) for one, _ in met}),
        len({one.department for one, _ in met}),
        remark.what,
        form.project or form.file,
        _fix(code, [one.fix for _, one in met]),
    )


def _fix(code: str, fixes: Sequence[str]) -> str:
    """What all forms were told alike, 在“偏差原因”栏写明原因; else what its page says, as 请把得分改为4 is for one form."""
    rule = rule_of(code)
    alike = len(fixes) > 1 and len(set(fixes)) == 1 and not any(map(str.isdigit, fixes[0]))
    return fixes[0] if alike or rule is None else rule.remedy
