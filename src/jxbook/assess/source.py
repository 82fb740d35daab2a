"""What a host brings to the door: a grid, its name, and where it lies."""

from __future__ import annotations

from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.foreign import ForeignKind, read_foreign
from jxbook.workbook.grid import Grid


@dataclass(frozen=True, slots=True)
class Source:
    """A file or an open document as data.

    `name` stands in messages. `folder` is where the file lies, None where it was never saved or lies on no disk:
    a policy file beside it is found there. `texts` are the lines of a Word document outside of its tables.
    """

    grid: Grid
    name: str
    folder: Path | None = None
    texts: tuple[str, ...] = ()
    kind: ForeignKind = ForeignKind.XLSX


def open_source(path: Path) -> Source:
    """The file at `path`, an Excel workbook old or new or a Word document. Raises Refusal as `read_foreign`."""
    path = path if path.name else path.absolute()  # so that "." has a name to put into a message
    foreign = read_foreign(path)
    return Source(foreign.grid, path.name, path.absolute().parent, foreign.texts, foreign.kind)
