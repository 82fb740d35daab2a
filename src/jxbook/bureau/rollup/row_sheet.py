"""A worksheet that takes whole rows. XlsxWriter keeps an object for each cell and asks each of them a dozen questions
in the end; for the hundred thousand cells of a roll-up that took longer than all else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jxbook.bureau.rollup.cells import CellContent, CellFormula, CellWriter, shown
from jxbook.bureau.rollup.links import LINKS, Link
from jxbook.place import column_letters

ListContent = CellContent | Link


class RowSheet(Worksheet):  # type: ignore[misc]
    """A worksheet to whose end rows are put; it keeps them as they will stand in its file.

    Its formulas name none of the functions that are newer than Excel 2007, which a file calls by other names.
    """

    dim_rowmax: int | None

    def __init__(self) -> None:
        super().__init__()
        self._below: RowsBelow | None = None

    def begin_rows(self, writer: CellWriter, kinds: Sequence[str]) -> RowsBelow:
        """From here on rows are put, below all that there is, with cells that look so."""
        self._below = RowsBelow(self, self.dim_rowmax, writer, kinds)
        return self._below

    def index_of(self, text: str) -> int:
        """Where a text stands among those that the sheets of a workbook share."""
        index: int = self.str_table._get_shared_string_index(text)
        return index

    def reach(self, row: int, column: int) -> None:
        """Take it that the sheet reaches as far as this cell."""
        self._check_dimensions(row, column)

    def _write_rows(self) -> None:
        if self._below is None:
            super()._write_rows()
            return
        last, self.dim_rowmax = self.dim_rowmax, self._below.head_ends
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.writelines(self._below.written)

    def _write_hyperlinks(self) -> None:
        """The links of the rows; all that lead to one file share its entry, as a form has a link for each finding."""
        if self._below is None or not self._below.links:
            return
        entries: dict[str, str] = {}
        for _, target in self._below.links:
            if target not in entries:
                self.rel_count += 1
                entries[target] = f"rId{self.rel_count}"
                link = self._below.writer.file_link(target)._target()
                self.external_hyper_links.append(["/hyperlink", link, "External"])
        links = (f'<hyperlink ref="{cell}" r:id="{entries[target]}"/>' for cell, target in self._below.links)
        self.fh.write(f"<hyperlinks>{''.join(links)}</hyperlinks>")

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class RowsBelow:
    """The rows below the head of a sheet, which ends at `head_ends`: as they are `written`, with their `links`."""

    __slots__ = ("_columns", "_sheet", "head_ends", "links", "writer", "written")

    def __init__(
        self, sheet: RowSheet, head_ends: int | None, writer: CellWriter, kinds: Sequence[str]
    ) -> None:
        self._sheet, self.head_ends, self.writer = sheet, head_ends, writer
        self.written: list[str] = []
        self.links: list[tuple[str, str]] = []
        texts: dict[str, dict[object, str]] = {kind: {} for kind in kinds}
        self._columns = [
            (f'<c r="{column_letters(at + 1)}', at, kind, texts[kind]) for at, kind in enumerate(kinds)
        ]

    def put(self, row: int, values: Sequence[ListContent], height: float | None = None) -> None:
        """Put values into a row, counted from 0, below all others; `height` is in points."""
        number = row + 1
        cells = [
            f'{begun}{number}"{texts.get(value) or self._told(row, at, value, kind)}'
            for value, (begun, at, kind, texts) in zip(values, self._columns, strict=True)
        ]
        pixels = 0 if height is None else int(height * 4 / 3 + 0.5)  # as XlsxWriter rounds
        tall = f' ht="{pixels * 0.75:g}" customHeight="1"' if pixels else ""
        self.written.append(f'<row r="{number}"{tall}>{"".join(cells)}</row>')
        self._sheet.reach(row, len(values) - 1)

    def _told(self, row: int, column: int, value: ListContent, kind: str) -> str:
        """A cell as its file has it behind its address. Most texts and numbers come again and again, and are told once."""
        if isinstance(value, Link):
            leads = value.leads and len(self.links) < LINKS
            if leads:
                self.links.append((f"{column_letters(column + 1)}{row + 1}", value.target))
            return self._text(value.text, kind if leads else "text")
        if isinstance(value, CellFormula):
            of_text = ' t="str"' if isinstance(value.value, str) else ""
            formula, now = escape(value.text, quote=False), escape(str(value.value))
            return f"{self._style(kind)}{of_text}><f>{formula}</f><v>{now}</v></c>"
        if value is None:
            told = f"{self._style(kind)}/>"
        elif isinstance(value, str):
            told = self._text(value, kind)
        else:
            told = f"{self._style(kind)}><v>{value:.16G}</v></c>"
        self._columns[column][3][value] = told
        return told

    def _style(self, kind: str) -> str:
        return f' s="{self.writer.format(kind)._get_xf_index()}"'

    def _text(self, value: str, kind: str) -> str:
        text = shown(value)
        style = self.writer.text_format(text, kind)._get_xf_index()
        return f' s="{style}" t="s"><v>{self._sheet.index_of(text)}</v></c>'
