"""The head of the form, its goals and boxes, and what a third party found."""

from __future__ import annotations

from collections.abc import Callable

from jxbook.dataclass import dataclass, replace
from jxbook.document.marks import quoted
from jxbook.facts.sourced import place_of
from jxbook.facts.words import date_said, one_line, said, said_whole, writers_year
from jxbook.form import NO_ENTRY, Entry, Form, Project
from jxbook.form.facts import EXTERNAL_AGENCY, EXTERNAL_GRADE, EXTERNAL_TOTAL, GOAL_ACHIEVED, PROJECT_TYPE
from jxbook.pattern import pattern
from jxbook.policy import Identity, Mark, Policy
from jxbook.prose import as_printed
from jxbook.values import fold

_SUPERVISOR, _CENTRAL, _LOCAL = "主管部门", "中央主管部门", "地方主管部门"
_DATES = ("日期", "时间")
_PERIOD = pattern(r"(\d{4})年")
_UNIT_CODE = pattern(
    r"\A[\[［【(（]?\d{3,24}(?:[\]］】)）]|\s{0,4}[-—－]|\s)\s{0,4}|(?:\s{0,4}[-—－]|\s)\s{0,4}\d{3,24}\Z|\s{0,4}[\[［【(（]\d{3,24}[\]］】)）]\Z"
)
"""What a form that asks for 主管部门及代码 gets beside the name: 交通运输局 132, [132]交通运输局."""

_PROJECT_CODE = pattern(r"\A[\[［【(（]?\d{8,24}(?:[\]］】)）]|\s{0,4}[-—－_:：]|\s)\s{0,4}(?=\D)")
"""What the office's system puts before the name of a project: 360825230000000012-农村公路."""


_GOAL_LABEL = pattern(
    r"(?:\A|(?<=[\n。；;，,])|(?P<apart>(?<=[^\s。；;，,：:])\s{1,8}))[ \t\u3000]{0,8}(?:年度|总体|绩效){0,3}目标[ \t]{0,4}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})[ \t]{0,4}"
    r"(?:[（(][^（()）\n]{1,12}[)）])?[ \t]{0,4}(?:[:：、．]|\.(?![0-9]))[ \t\u3000]{0,8}"
)
"""How the lines of a form that lists its goals begin."""


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """The project's head, each "" where nothing is filled in; numbers in it carry their cells.

    `plain_name` is the name as it stands. `dated`: it holds the year, which is then said nowhere beside it.
    `supervisors` are all 主管部门 by their labels; `supervisor` is the one that the unit answers to.
    """

    name: str
    plain_name: str
    code: str
    supervisor: str
    supervisors: tuple[tuple[str, str], ...]
    implementer: str
    kind: str
    begins: str
    ends: str
    dated: bool


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A 年度目标: what was expected, what was achieved, and its weight where there are several."""

    expected: str
    achieved: str
    weight: str


@dataclass(frozen=True, slots=True)
class External:
    """What an evaluator outside the form found: who, points, grade."""

    agency: str
    score: str
    grade: str


def project_facts(form: Form) -> tuple[ProjectFacts, Callable[[str], str], Callable[[str], str]]:
    """The head of the form, what a line of it or of 基本信息 says by its label, and its cell."""
    facts = form.project.facts

    def entry(label: str) -> Entry:
        return facts.get(label) or facts.get(fold(label), NO_ENTRY)

    def fact(label: str) -> str:
        if label.endswith(_DATES):
            return quoted(date_said(one_line(entry(label))), label, place_of(entry(label)))
        return said(entry(label), label)

    def where(label: str) -> str:
        return place_of(entry(label)) or f"基本信息“{label}”"

    project = form.project
    named = replace(project.name, raw=_PROJECT_CODE.sub("", one_line(project.name), count=1))
    name = as_printed(one_line(named))
    begins, ends = (date_said(one_line(entry(label))) for label in ("项目开始时间", "项目完成时间"))
    supervised = tuple((label, said(_without_code(one), label)) for label, one in supervisors(project))
    head = ProjectFacts(
        quoted(name, "项目名称", place_of(named)),
        name,
        one_line(project.code),
        next((name for label, name in supervised if label != _CENTRAL), ""),
        supervised,
        said(_without_code(project.implementer), "实施单位"),
        fact(PROJECT_TYPE),
        fact("项目开始时间"),
        quoted(_without_same_year(begins, ends), "项目完成时间", place_of(entry("项目完成时间"))),
        form.year is not None and str(form.year) in name,
    )
    return head, fact, where


def supervisors(project: Project) -> tuple[tuple[str, Entry], ...]:
    """The 主管部门 of a head by their labels, from the top: money that is handed down from the centre has two, 中央 and 地方."""
    others = {
        label: one for label, one in project.facts.items() if label.endswith(_SUPERVISOR) and not one.blank
    }
    of = {_LOCAL: _CENTRAL, _CENTRAL: _LOCAL}
    own = next((of[label] for label in others if label in of), _SUPERVISOR)
    every = {own: project.supervisor, **others}
    return tuple(sorted(every.items(), key=lambda one: one[0] != _CENTRAL))


def _without_code(unit: Entry) -> Entry:
    """The name alone, which is what a report calls a unit."""
    text = " ".join(unit.text.split())
    return replace(unit, raw=_UNIT_CODE.sub("", text, count=1) or text)


def _without_same_year(begins: str, ends: str) -> str:
    """2024年1月 … 12月: the year is not said twice."""
    first, last = _PERIOD.match(begins), _PERIOD.match(ends)
    return ends[last.end() :] if first and last and first[1] == last[1] else ends


def external_facts(fact: Callable[[str], str]) -> External | None:
    """The third party's finding, None where none is stated; `fact` gives a line of the head by its label."""
    labels = (EXTERNAL_AGENCY, EXTERNAL_TOTAL, EXTERNAL_GRADE)
    found = External(*(fact(label) for label in labels))
    return found if found.agency or found.score or found.grade else None


def unlabelled(goal: Entry) -> Entry:
    """A goal without the numbers that its form gives the goals: 目标1：改造402户；目标2：…"""
    text = (
        _GOAL_LABEL.sub(lambda found: "；" if found["apart"] else "", goal.text)
        if "目标" in goal.text
        else ""
    )
    return replace(goal, raw=text) if text and text != goal.text else goal


def goals(form: Form) -> tuple[GoalFacts, ...]:
    """Every 年度目标 that says anything, the first one always."""
    year = writers_year(form)
    every = [
        GoalFacts(
            said_whole(unlabelled(one.expected), "年度总体目标（预期目标）", year),
            said_whole(unlabelled(one.achieved), GOAL_ACHIEVED, year),
            said(one.weight, "年度总体目标权重"),
        )
        for one in form.goals
    ]
    return (every[0], *(one for one in every[1:] if one.expected or one.achieved))


def boxes(form: Form) -> dict[str, str]:
    """The filled boxes of the form, such as 评价结论 or 存在问题, by their label."""
    year = writers_year(form) if form.boxes else None
    return {label: text for label, entry in form.boxes.items() if (text := said_whole(entry, label, year))}


def cited_documents(policy: Policy) -> tuple[Identity, ...]:
    """The documents that a report may cite, the nearest first: those that were read.

    What a policy takes from forms in use, under the title of a document that nobody has read, is not cited as that
    document.
    """
    chain = (policy.identity, *policy.parents)
    read = {one.number: one for one in reversed(chain) if one.mark is Mark.OFFICIAL}
    return tuple(one for one in chain if read.get(one.number) is one)
