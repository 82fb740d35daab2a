"""A form among many: what a check across them looks at, and what a roll-up tells of it, without its grid.

Ten thousand of them fit into memory. Numbers are as they are shown: points, ratios, money in 万元.
"""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.checks.flaw import Flaw
from jxbook.dataclass import cached_property, dataclass, field
from jxbook.pattern import pattern
from jxbook.values import fold

UNNAMED = "（未填主管部门）"
"""What stands for a department where a form names none."""
OF_DEPARTMENT = "部门整体"
"""The status of a form that is about a whole department."""
_YEAR = pattern(r"20\d\d(?:年度?)?")


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A row of 绩效指标, as handed in and as scored. `last_year` is what the form says was reached the year before."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    completion: float | None
    points: float | None
    earned: float | None
    reason: str
    cell: str
    last_year: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as a row of a table: severity by its Chinese word, the cell or place as a text."""

    code: str
    severity: str
    where: str
    what: str
    why: str
    fix: str


@dataclass(frozen=True)  # without slots: the key is asked for again and again
class Submission:
    """A form that was handed in: `file` is its path below the folder that was read, `form` its place in the file.

    `of_department`: it is about a whole department, whose money holds that of its projects.
    `status` is 已计分, 待完善 or 不计分, `note` says why there is no total. Money is in 万元, `rate` a ratio; each is
    None where the form has none; `initial` is 年初预算数. `projects` is the budget of all projects that the form of a whole department states,
    `carried` the money carried over from the year before; `texts` are what staff wrote, by what it is about.
    """

    file: str
    form: str
    year: int | None
    project: str
    code: str
    supervisor: str
    implementer: str
    policy: str
    of_department: bool
    why: str
    status: str
    note: str
    total: float | None
    grade: str
    rate: float | None
    initial: float | None
    budget: float | None
    spent: float | None
    carried: float | None
    projects: float | None
    lines: tuple[IndicatorLine, ...]
    remarks: tuple[Remark, ...]
    texts: tuple[tuple[str, str], ...]

    @cached_property
    def key(self) -> str:
        """What tells a project from all others of its year: its name, its unit and its code."""
        if not self.project:
            return f"{self.file}#{self.form}"
        return "|".join(fold(one) for one in (self.project, self.implementer or self.supervisor, self.code))

    @property
    def series(self) -> str:
        """What a project has in common with itself in other years, when its code and the year in its name differ."""
        return "|".join(
            _YEAR.sub("", fold(one)) for one in (self.project, self.implementer or self.supervisor)
        )

    @property
    def department(self) -> str:
        """The 主管部门, else the unit itself, by which a bureau counts."""
        return self.supervisor or self.implementer or UNNAMED

    @property
    def office(self) -> str:
        """Who is to mend the form."""
        return self.implementer or self.department

    @property
    def place(self) -> str:
        """Where it was found, for a person."""
        return f"{self.file}（{self.form}）"

    @property
    def satisfactions(self) -> tuple[str, ...]:
        """What was reached of each 满意度 indicator."""
        return tuple(
            one.actual for one in self.lines if "满意" in one.level1 + one.level2 + one.name and one.actual
        )

    def count(self, severity: str) -> int:
        """How many remarks are of a severity."""
        return sum(one.severity == severity for one in self.remarks)


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of the list of projects that are to hand in; `initial` is its budget in 万元, dates as ISO texts."""

    project: str
    code: str = ""
    supervisor: str = ""
    implementer: str = ""
    initial: float | None = None
    due: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True)
class Many:
    """What a check of many forms against each other looks at.

    `forms` holds every form once; `doubles` are the further ones of the same project and year, by the first one.
    `earlier` are the forms of the years before, by their series and year; `expected` pairs a form with its line of the
    list of projects.
    """

    forms: tuple[Submission, ...]
    doubles: tuple[tuple[Submission, tuple[Submission, ...]], ...] = ()
    earlier: Mapping[tuple[str, int], Submission] = field(default_factory=dict)
    expected: tuple[tuple[Submission, Expected], ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """A flaw that several forms have together."""

    flaw: Flaw
    forms: tuple[Submission, ...]
