"""A foreign file → our workbook with everything in it that was understood, and the account of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jxbook.assess import Assessed, assess
from jxbook.making.account import Line, account
from jxbook.making.filled import fill_workbook
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a foreign file: our workbook's bytes, how the file was read, what became of each cell."""

    data: bytes
    assessed: Assessed
    lines: tuple[Line, ...]


def bring(path: Path, policy: str | Path | None = None) -> Brought:
    """Assess and fill. Raises Refusal as `assess` does, JX934 for a form that is too long."""
    assessed = assess(path, policy)
    filled = fill_workbook(assessed.form, assessed.policy)
    made = read_package(workbook_in(filled.data, path.name))
    return Brought(filled.data, assessed, account(assessed, filled.carried, made))
