"""The line under the title of 自评表: its year."""

from __future__ import annotations

from jxbook.formulas.contents import content_of, stored
from jxbook.formulas.expression import Contents, Reference
from jxbook.formulas.worksheet import IF
from jxbook.values import Raw

_YEAR = Reference("year")
TITLE_YEAR = "（" & IF(_YEAR.equals(""), "        ", _YEAR) & "年度）"
"""（2024年度）, with room to write while no year is given. The cell of 评价年度 is named year."""


def title_year(year: Raw = None) -> str:
    """What the line shows for what stands in the cell of 评价年度."""
    return str(stored(TITLE_YEAR.shown(Contents({_YEAR.name: content_of(year)}.__getitem__))))
