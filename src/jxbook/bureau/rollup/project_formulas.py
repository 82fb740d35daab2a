"""Formulas that count and add up the rows of 项目."""

from __future__ import annotations

from jxbook.bureau.rollup.listing import area
from jxbook.bureau.rollup.lists import AT, REPEATED
from jxbook.checks.submission import OF_DEPARTMENT
from jxbook.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ProjectFormulas:
    """Formulas over so many rows of 项目; `of_year` leaves out those of other years, as further criteria."""

    rows: int
    of_year: str = ""

    def cells(self, heading: str) -> str:
        """A column of 项目."""
        return f"项目!{area(AT[heading], self.rows)}"

    def projects(self, of: str = "") -> str:
        """How many rows of 项目 are about a project that counts; `of` tells which ones besides."""
        status = self.cells("状态")
        return (
            f'COUNTIFS({status},"?*",{status},"<>{REPEATED}",{status},"<>{OF_DEPARTMENT}"{of}{self.of_year})'
        )

    def mean(self) -> str:
        """The average of all of the year."""
        total = self.cells("总分")
        average = f"AVERAGEIFS({total}{self.of_year})" if self.of_year else f"AVERAGE({total})"
        return f'IFERROR({average},"—")'

    def money(self, name: str) -> str:
        """The sum of a column of those forms that state both amounts, so that their rate is one of equals."""
        return f'SUMIFS({self.cells(name)},{self.cells("未执行")},"<>"{self.of_year})'
