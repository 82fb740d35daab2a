"""What a host brings to the door: a grid, its name, and where it lies."""

from __future__ import annotations

from pathlib import Path

from jxbook.dataclass import cached_property, dataclass, field
from jxbook.foreign import Foreign, ForeignKind, foreign_in, read_foreign
from jxbook.recognition import FormPlace, forms_in
from jxbook.workbook.grid import Grid


@dataclass(frozen=True)  # without slots: the places are kept once somebody has asked for them
class Source:
    """A file or an open document as data.

    `name` stands in messages. `folder` is where the file lies, None where it was never saved or lies on no disk:
    a policy file beside it is found there. `texts` are the lines of a Word document outside of its tables. `data` are
    the bytes of the file as it was read, b"" of an open document; `front` is the sheet of that which its user looks at.
    """

    grid: Grid
    name: str
    folder: Path | None = None
    texts: tuple[str, ...] = ()
    kind: ForeignKind = ForeignKind.XLSX
    data: bytes = field(default=b"", repr=False)
    front: str = ""

    @cached_property
    def places(self) -> tuple[FormPlace, ...]:
        """Where its forms stand, in the file's order."""
        return forms_in(self.grid)


def open_source(path: Path) -> Source:
    """The file at `path`, an Excel workbook old or new or a Word document. Raises Refusal as `read_foreign`."""
    path = path if path.name else path.absolute()  # so that "." has a name to put into a message
    return _source(read_foreign(path), path.name, path.absolute().parent)


def source_in(data: bytes, name: str, folder: Path | None = None) -> Source:
    """A file whose bytes are at hand already. Raises Refusal as `open_source`."""
    return _source(foreign_in(data, name), name, folder)


def _source(foreign: Foreign, name: str, folder: Path | None) -> Source:
    return Source(foreign.grid, name, folder, foreign.texts, foreign.kind, foreign.data)
