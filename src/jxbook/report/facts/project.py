"""The head of the form, its goals and boxes, and the documents that an outline cites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jxbook.form import NO_ENTRY, Form
from jxbook.form.facts import EXTERNAL_AGENCY, EXTERNAL_GRADE, EXTERNAL_SCALE, EXTERNAL_TOTAL
from jxbook.policy import Identity, Mark, Policy
from jxbook.report.facts.words import one_line, whole
from jxbook.values import fold


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """The project's head, each "" where nothing is filled in."""

    name: str
    code: str
    supervisor: str
    implementer: str
    kind: str
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A 年度目标: what was expected, what was achieved, and its weight where there are several."""

    expected: str
    achieved: str
    weight: str


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """The document that was read, and `parent`, another one that it stands on; `note` is the policy's own."""

    title: str
    number: str
    note: str
    parent: Identity | None


@dataclass(frozen=True, slots=True)
class ExternalFacts:
    """What a third party found: who, its score and grade, and the scale behind the grade."""

    agency: str
    score: str
    grade: str
    scale: str


def project_facts(form: Form) -> ProjectFacts:
    """The head of the form; a missing name or office is said to be missing, never left as a hole."""
    fact = fact_of(form)
    return ProjectFacts(
        one_line(form.project.name) or "本项目",
        one_line(form.project.code),
        one_line(form.project.supervisor),
        one_line(form.project.implementer) or "项目实施单位",
        fact("项目类型"),
        fact("项目开始时间"),
        fact("项目完成时间"),
    )


def fact_of(form: Form) -> Callable[[str], str]:
    """A line of the head or of 基本信息 by its label, "" where the form has none."""
    facts = form.project.facts

    def fact(label: str) -> str:
        return one_line(facts.get(label) or facts.get(fold(label), NO_ENTRY))

    return fact


def external_facts(form: Form) -> ExternalFacts | None:
    """The third party's finding, None where none is stated."""
    fact = fact_of(form)
    labels = (EXTERNAL_AGENCY, EXTERNAL_TOTAL, EXTERNAL_GRADE, EXTERNAL_SCALE)
    found = ExternalFacts(*(fact(label) for label in labels))
    return found if found.agency or found.score or found.grade else None


def goals(form: Form) -> tuple[GoalFacts, ...]:
    """Every 年度目标 that says anything, the first one always."""
    said = [GoalFacts(whole(one.expected), whole(one.achieved), one_line(one.weight)) for one in form.goals]
    return (said[0], *(one for one in said[1:] if one.expected or one.achieved))


def boxes(form: Form) -> dict[str, str]:
    """The filled boxes of the form, such as 评价结论 or 存在问题, by their label."""
    return {label: text for label, entry in form.boxes.items() if (text := whole(entry))}


def policy_facts(policy: Policy) -> PolicyFacts:
    """The documents that an outline may cite: those read, the nearest first.

    What a policy takes from forms in use, under the title of a document that nobody has read, is not cited as that
    document; a policy that stands on none is cited by its own name.
    """
    chain = (policy.identity, *policy.parents)
    read = {one.number: one for one in reversed(chain) if one.mark is Mark.OFFICIAL}
    first, *others = [one for one in chain if read.get(one.number) is one] or [policy.identity]
    return PolicyFacts(first.title, first.number, policy.identity.note, others[0] if others else None)
