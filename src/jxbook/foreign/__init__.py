"""Files that are none of our workbooks, read into the same grid: Excel workbooks old and new, Word tables."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from jxbook.dataclass import dataclass, field
from jxbook.workbook.grid import Grid


class ForeignKind(StrEnum):
    """What a file is, judged by its content."""

    XLSX = "Excel 工作簿"
    XLS = "旧版 Excel 工作簿（.xls）"
    DOCX = "Word 文档"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file as data. Of a Word document each table is a sheet, named 表1, 表2 …, in which the short lines
    before the table stand to the right of its first row; `texts` are all other lines of text. `data` are its bytes."""

    kind: ForeignKind
    grid: Grid
    texts: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False, kw_only=True)


def read_foreign(path: Path) -> Foreign:
    """The file at `path`, whatever its name ends in.

    Raises Refusal: cannot be read (JX901 to JX910), of a kind that is not read (JX932), an .xls that
    cannot be read within bounds (JX933).
    """
    from jxbook.package.file import read_bounded

    return foreign_in(read_bounded(path), path.name)


def foreign_in(data: bytes, name: str) -> Foreign:
    """What the bytes of a file hold; `name` is the file's, for messages. Raises Refusal as `read_foreign`."""
    from jxbook.foreign.kinds import opened
    from jxbook.workbook.opening import workbook_of
    from jxbook.workbook.reader import read_package

    kind, package = opened(data, name)
    if kind is ForeignKind.DOCX:
        from jxbook.foreign.word import read_word

        grid, texts = read_word(data, name)
        return Foreign(kind, grid, texts, data=data)
    if package is None:
        from jxbook.foreign.old_excel import read_old_excel

        return Foreign(kind, read_old_excel(data, name), data=data)
    return Foreign(kind, read_package(workbook_of(package)), data=data)
