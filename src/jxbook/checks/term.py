"""When a project began and was done, by the dates that stand beside the head of its form."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.dataclass import dataclass
from jxbook.form import Entry
from jxbook.values import fold, read_actual
from jxbook.values.moments import Moment, read_dotted

BEGUN = ("项目开始时间", "计划开始日期", "开始时间")
DONE = ("项目完成时间", "计划完成日期", "完成时间")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the project with the year written: its label, the entry, and what it says."""

    label: str
    entry: Entry
    moment: Moment
    year: int


def dates(case: Case, labels: tuple[str, ...]) -> Iterator[Dated]:
    """The dates under these labels, BEGUN or DONE, as far as they are filled in, can be read and name their year."""
    facts = case.form.project.facts
    for label in labels:
        entry = facts.get(label)
        if entry is None or entry.blank:
            continue
        moment = read_actual(entry.raw, entry.number_format).moment or read_dotted(fold(entry.text))
        if moment is not None and moment.year is not None:
            yield Dated(label, entry, moment, moment.year)
