"""A foreign file → our workbook with everything in it that was understood, and the account of its cells."""

from __future__ import annotations

from pathlib import Path

from jxbook.assess import Assessed, assess
from jxbook.dataclass import dataclass
from jxbook.making import MOST_CELLS
from jxbook.making.account import account
from jxbook.making.account.line import AccountLine
from jxbook.making.filled import fill_workbook
from jxbook.refusals.forms import too_many_rows
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a foreign file: our workbook's bytes, how the file was read, what became of each cell."""

    data: bytes
    assessed: Assessed
    lines: tuple[AccountLine, ...]


def bring(path: Path, policy: str | Path | None = None, form: str | None = None) -> Imported:
    """Assess and fill; `form` as in `assess`. Raises Refusal as that does, JX934 for a form that is too long."""
    return brought(assess(path, policy, form))


def brought(assessed: Assessed) -> Imported:
    """The form that was assessed in a workbook of ours, which has all that its policy asks for.

    Raises Refusal JX934 for a form with more rows than MOST_ROWS, or on a sheet with more cells than MOST_CELLS.
    """
    sheet = next(one for one in assessed.source.grid.sheets if one.name == assessed.form.sheet)
    if len(sheet.cells) > MOST_CELLS:
        raise too_many_rows(len(sheet.cells), MOST_CELLS, True)
    filled = fill_workbook(assessed.form, assessed.whole)
    made = read_package(workbook_in(filled.data, assessed.source.name))
    return Imported(filled.data, assessed, account(assessed, filled.carried, made, filled.scoring))
