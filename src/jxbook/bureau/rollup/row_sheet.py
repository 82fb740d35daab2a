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
        self._head_ends: int | None = None
        self._rows: list[str] = []
        self._links: list[tuple[str, str]] = []

    def begin_rows(self, writer: CellWriter, kinds: Sequence[str]) -> None:
        """From here on rows are put, below all that there is, with cells that look so."""
        self._writer, self._head_ends = writer, self.dim_rowmax
        texts: dict[str, dict[object, str]] = {kind: {} for kind in kinds}
        self._columns = [
            (f'<c r="{column_letters(at + 1)}', at, kind, texts[kind]) for at, kind in enumerate(kinds)
        ]

    def put_row(self, row: int, values: Sequence[ListContent], height: float | None = None) -> None:
        """Put values into a row, counted from 0, below all others; `height` is in points."""
        number = row + 1
        cells = [
            f'{begun}{number}"{texts.get(value) or self._told(row, at, value, kind)}'
            for value, (begun, at, kind, texts) in zip(values, self._columns, strict=True)
        ]
        pixels = 0 if height is None else int(height * 4 / 3 + 0.5)  # as XlsxWriter rounds
        tall = f' ht="{pixels * 0.75:g}" customHeight="1"' if pixels else ""
        self._rows.append(f'<row r="{number}"{tall}>{"".join(cells)}</row>')
        self._check_dimensions(row, len(values) - 1)

    def _told(self, row: int, column: int, value: ListContent, kind: str) -> str:
        """A cell as its file has it behind its address. Most texts and numbers come again and again, and are told once."""
        if isinstance(value, Link):
            leads = value.leads and len(self._links) < LINKS
            if leads:
                self._links.append((f"{column_letters(column + 1)}{row + 1}", value.target))
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
        return f' s="{self._writer.format(kind)._get_xf_index()}"'

    def _text(self, value: str, kind: str) -> str:
        text = shown(value)
        style = self._writer.text_format(text, kind)._get_xf_index()
        return f' s="{style}" t="s"><v>{self.str_table._get_shared_string_index(text)}</v></c>'

    def _write_rows(self) -> None:
        last = self.dim_rowmax
        self.dim_rowmax = last if self._head_ends is None else self._head_ends
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.writelines(self._rows)

    def _write_hyperlinks(self) -> None:
        """The links of the rows; all that lead to one file share its entry, as a form has a link for each finding."""
        entries: dict[str, str] = {}
        for _, target in self._links:
            if target not in entries:
                self.rel_count += 1
                entries[target] = f"rId{self.rel_count}"
                link = self._writer.file_link(target)._target()
                self.external_hyper_links.append(["/hyperlink", link, "External"])
        links = "".join(f'<hyperlink ref="{cell}" r:id="{entries[target]}"/>' for cell, target in self._links)
        if links:
            self.fh.write(f"<hyperlinks>{links}</hyperlinks>")

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
