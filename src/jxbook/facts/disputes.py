"""Amounts of money that another entry of the form contradicts, as the checks found: a report prints none of them as settled."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Severity
from jxbook.form import Funding

_PARTS, _UNITS = "JX401", "JX414"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A column of 年度资金总额 (initial_budget, budget or spent) and what contradicts it, with its cell.

    `unit`: 元 and 万元 are mixed up, which concerns every amount beside it as well.
    """

    column: str
    what: str
    where: str
    unit: bool


def disputes(funding: Funding, findings: Iterable[Finding]) -> tuple[Dispute, ...]:
    """What the findings say against the amounts of 年度资金总额; `where` names the parts too that add up to something else."""
    total = funding.total
    cells = {getattr(total, column).cell: column for column in ("initial_budget", "budget", "spent")}
    return tuple(
        Dispute(cells[one.cell], one.what, _places(funding, cells[one.cell], one), one.code == _UNITS)
        for one in findings
        if one.code in (_PARTS, _UNITS) and one.severity is Severity.ERROR and one.cell in cells and one.cell
    )


def _places(funding: Funding, column: str, finding: Finding) -> str:
    """The cell of the sum, of a sum that its parts contradict theirs as well: 自评表!F6、F7、F8."""
    parts = [getattr(row, column) for row in funding.parts] if finding.code == _PARTS else []
    others = [one.cell.address for one in parts if one.cell is not None and not one.blank]
    return "、".join((str(finding.cell), *others))
