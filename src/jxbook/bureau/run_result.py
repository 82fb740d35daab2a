"""All that is known of a run, from the store alone: the forms, each once, and what is found across them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from jxbook.bureau.roster import Roster
from jxbook.bureau.store import Recheck, Store, review_key
from jxbook.bureau.tasks import FileReading
from jxbook.bureau.walk import SLIP
from jxbook.checks import check_many
from jxbook.checks.submission import Many, Remark, Submission
from jxbook.dataclass import dataclass, field
from jxbook.values import fold


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several forms have together."""

    remark: Remark
    forms: tuple[Submission, ...]


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, and why."""

    file: str
    remark: Remark


@dataclass(frozen=True)
class RunResult:
    """A run. `forms` are all forms in the order of their files, `once` each of a year once, `counted` those of them
    that are about a project: the money of a whole department holds that of its projects.

    `instead` says of a form that came again which one stands for it. `years` are the projects of other years in the
    store. `passed` is how many files are papers of ours, made from a form that is there itself.
    """

    files: int
    forms: tuple[Submission, ...]
    once: tuple[Submission, ...]
    counted: tuple[Submission, ...]
    instead: Mapping[int, Submission]
    unread: tuple[UnreadFile, ...]
    shared: tuple[Shared, ...]
    paths: Mapping[str, str]
    others: Mapping[str, int] = field(default_factory=dict)
    reviews: Mapping[tuple[str, int], Recheck] = field(default_factory=dict)
    years: tuple[Mapping[str, Any], ...] = ()
    roster: Roster | None = None
    passed: int = 0

    def review(self, one: Submission) -> Recheck | None:
        """What the re-check of a form came to."""
        return self.reviews.get(review_key(one))

    @property
    def of_years(self) -> tuple[int, ...]:
        """The years of its forms."""
        return tuple(sorted({one.year for one in self.once if one.year is not None}))


def run_result(store: Store, others: Mapping[str, int], roster: Roster | None = None) -> RunResult:
    """The last run of a store, with `others`, the files that were not read at all, by their ending."""
    came = list(store.readings())
    readings = submitted(came)
    forms = tuple(one for reading in readings for one in reading.submissions)
    once, doubles = _once(forms)
    years = {one.year for one in once if one.year is not None}
    case = Many(
        forms=once,
        doubles=tuple(doubles.values()),
        earlier=_earlier(store, once, years),
        expected=roster.paired(once) if roster else (),
    )
    shared = tuple(
        Shared(
            Remark(
                rule.code,
                joint.flaw.severity.label,
                joint.forms[0].department,
                joint.flaw.what,
                joint.flaw.why,
                joint.flaw.fix,
            ),
            joint.forms,
        )
        for rule, joint in check_many(case)
    )
    return RunResult(
        files=len(came),
        forms=forms,
        once=once,
        counted=tuple(one for one in once if not one.of_department),
        instead={id(other): first for first, more in doubles.values() for other in more},
        unread=tuple(UnreadFile(one.name, one.refusal) for one in readings if one.refusal is not None),
        shared=shared,
        paths={one.name: one.path for one in readings},
        others={ending: count for ending, count in others.items() if ending != SLIP},
        reviews=store.reviews(),
        years=tuple(store.other_years(years)),
        roster=roster,
        passed=len(came) - len(readings) + others.get(SLIP, 0),
    )


def submitted(readings: Sequence[FileReading]) -> list[FileReading]:
    """The readings without the reports of ours whose form came itself: as the same project anywhere, or, where the
    report does not name its project, as any workbook in the same folder."""
    if not any(one.ours for one in readings):
        return list(readings)
    workbooks = [one for one in readings if not one.name.lower().endswith(".docx")]
    folders = {PurePosixPath(one.name).parent for one in workbooks}
    there = {
        found
        for one in workbooks
        for form in one.submissions
        for found in (form.key, (PurePosixPath(one.name).parent, fold(form.project)))
    }

    def came_itself(report: FileReading) -> bool:
        folder = PurePosixPath(report.name).parent
        forms = [one for one in report.submissions if one.project]
        if not forms:
            return folder in folders
        return all(one.key in there or (folder, fold(one.project)) in there for one in forms)

    return [one for one in readings if not (one.ours and came_itself(one))]


def _once(
    forms: Iterable[Submission],
) -> tuple[tuple[Submission, ...], dict[object, tuple[Submission, tuple[Submission, ...]]]]:
    """Each project of a year once, a workbook before a Word document; and those that came more than once."""
    found: dict[object, list[Submission]] = {}
    for one in forms:
        found.setdefault((one.key, one.year), []).append(one)
    firsts, doubles = [], {}
    for key, same in found.items():
        if len(same) > 1:
            same.sort(key=lambda one: one.file.lower().endswith(".docx"))
            doubles[key] = same[0], tuple(same[1:])
        firsts.append(same[0])
    return tuple(firsts), doubles


def _earlier(store: Store, once: Iterable[Submission], years: set[int]) -> dict[tuple[str, int], Submission]:
    """The forms of the year before each year, from the run itself and from the store."""
    found = {
        (one.series, year): one
        for year in {one - 1 for one in years} - years
        for one in store.submitted(year)
    }
    return found | {(one.series, one.year): one for one in once if one.year is not None}
