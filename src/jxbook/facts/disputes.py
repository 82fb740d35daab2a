"""Amounts of money that another entry of the form contradicts, as the checks found: a report prints none of them as settled."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Severity
from jxbook.form import FundingRow

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


def disputes(total: FundingRow, findings: Iterable[Finding]) -> tuple[Dispute, ...]:
    """What the findings say against the amounts of 年度资金总额."""
    cells = {getattr(total, column).cell: column for column in ("initial_budget", "budget", "spent")}
    return tuple(
        Dispute(cells[one.cell], one.what, str(one.cell), one.code == _UNITS)
        for one in findings
        if one.code in (_PARTS, _UNITS) and one.severity is Severity.ERROR and one.cell in cells and one.cell
    )
