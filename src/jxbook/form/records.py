"""What a unit records beside the form, each kind on a sheet of its own. Blank rows are left out."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass
from jxbook.form.entry import NO_ENTRY, Entry


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question of a questionnaire, and how often each answer was given, in the order of the answers."""

    text: Entry
    counts: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """满意度问卷. `answers` are the headings of the counts, best answer first; `weights` what each counts for."""

    sent: Entry = NO_ENTRY
    returned: Entry = NO_ENTRY
    method: Entry = NO_ENTRY
    answers: tuple[Entry, ...] = ()
    weights: tuple[Entry, ...] = ()
    questions: tuple[SurveyQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """A row of 访谈记录: when, with whom (a group or an office, no names), about what, and what they said."""

    when: Entry
    people: Entry
    topic: Entry
    view: Entry


@dataclass(frozen=True, slots=True)
class CostItem:
    """A row of 成本效益: what it is, and quantity and unit cost as planned and as they came out.

    Unit costs are in the form's money unit for one `unit` of the item.
    """

    name: Entry
    unit: Entry
    planned_quantity: Entry
    planned_cost: Entry
    quantity: Entry
    cost: Entry
    note: Entry


@dataclass(frozen=True, slots=True)
class SubProject:
    """A row of 子项目: one item, or `count` of a kind; money in the form's unit."""

    name: Entry
    kind: Entry
    count: Entry
    budget: Entry
    spent: Entry
    status: Entry
    note: Entry


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of 佐证材料: a paper, its kind (正式资料 …), the 三级指标 it supports, whether and where it exists."""

    name: Entry
    kind: Entry
    indicator: Entry
    present: Entry
    file: Entry


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A row of 评价要点: one 要点 of a 三级指标, whether it is met, and why."""

    indicator: Entry
    text: Entry
    verdict: Entry
    note: Entry


@dataclass(frozen=True, slots=True)
class Review:
    """A row of 评委评分: the points that each reviewer gave to a 三级指标; `mean` is the stated one."""

    indicator: Entry
    scores: tuple[Entry, ...]
    mean: Entry = NO_ENTRY


@dataclass(frozen=True, slots=True)
class Records:
    """All that a unit recorded beside the form."""

    survey: Survey = Survey()
    interviews: tuple[Interview, ...] = ()
    costs: tuple[CostItem, ...] = ()
    subprojects: tuple[SubProject, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    reviews: tuple[Review, ...] = ()


NO_RECORDS = Records()
ROW_TYPES: Mapping[str, type[Interview | CostItem | SubProject | Evidence | KeyPoint]] = {
    "interviews": Interview,
    "costs": CostItem,
    "subprojects": SubProject,
    "evidence": Evidence,
    "key_points": KeyPoint,
}
"""The records that are a row of single entries, by the field of Records that holds them."""
