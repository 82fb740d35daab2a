"""A file to read, and what came of it: what goes to a worker and comes back, without what the work itself needs."""

from __future__ import annotations

from pathlib import Path

from jxbook.bureau.report_names import ReportName
from jxbook.checks.submission import Remark, Submission
from jxbook.dataclass import dataclass
from jxbook.finding import Finding


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to read: `path` opens it, `name` is shown; `policy` overrules what the forms name.

    `report` is where its report goes, None for none. `written` are the digests of what earlier runs wrote there.
    """

    path: str
    name: str
    policy: str | Path | None = None
    report: ReportName | None = None
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of a file: its submissions, or the refusal. `reports` are the paths of its reports and their digests.

    `ours`: it is a report that jxbook wrote. `unwritten`: why its report could not be written, which is no fault of the
    file; `stopped`: nor will that of any other.
    """

    path: str
    name: str
    submissions: tuple[Submission, ...] = ()
    refusal: Remark | None = None
    reports: tuple[tuple[str, str], ...] = ()
    stopped: bool = False
    ours: bool = False
    unwritten: Remark | None = None


def remark_of(finding: Finding) -> Remark:
    """A finding as a row of a table."""
    where = str(finding.cell) if finding.cell else finding.place
    return Remark(finding.code, finding.severity.label, where, finding.what, finding.why, finding.fix)
