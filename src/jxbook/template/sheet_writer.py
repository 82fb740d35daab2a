"""A worksheet in the words of this package: addresses, style traits, rules of entry, the printed page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.template.styles import Formats
from jxbook.workbook.names import FLAGGED_ADDRESSES, FLAGGED_SHEETS

_PERMITTED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
}
_MILLIMETRES_PER_INCH, _POINTS_PER_INCH = 25.4, 72
_PAPER_WIDTH, _PAPER_HEIGHT = 210, 297
_SIDES, _TOP, _BOTTOM = 12, 14, 15
"""The margins of an upright A4 page, in millimetres."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, without "=", and the value that it shows until it is calculated."""

    text: str
    cached: str | float = ""


WrittenValue = str | float | Formula | None


def page_height(width: float) -> float:
    """How high the rows of an upright page may be together when columns of this width fill it; all in points."""
    across = (_PAPER_WIDTH - 2 * _SIDES) / _MILLIMETRES_PER_INCH * _POINTS_PER_INCH
    down = (_PAPER_HEIGHT - _TOP - _BOTTOM) / _MILLIMETRES_PER_INCH * _POINTS_PER_INCH
    return down * max(1.0, width / across)


class SheetWriter:
    """One sheet being written. `sheet` is a FormSheet."""

    def __init__(self, sheet: Any, styles: Formats) -> None:
        self._sheet = sheet
        self._styles = styles
        self._heights: dict[int, float] = {}

    def put(self, area: str, content: WrittenValue, traits: str) -> None:
        """Write a cell ("B4") or merge an area ("B4:D4") and write into it."""
        style = self._styles.cell(traits)
        first, _, last = area.partition(":")
        if last and last != first:
            self._sheet.merge_range(area, "", style)
        if isinstance(content, Formula):
            self._sheet.write_formula(first, f"={content.text}", style, content.cached)
        elif isinstance(content, str) and content:
            self._sheet.write_string(first, content, style)
        elif content is None or content == "":
            self._sheet.write_blank(first, None, style)
        else:
            self._sheet.write_number(first, content, style)

    def widths(self, widths: Mapping[str, float], traits: str = "") -> None:
        """Set column widths in half-width characters, and the style of the cells not written."""
        style = self._styles.cell(traits) if traits else None
        for column, width in widths.items():
            self._sheet.set_column(f"{column}:{column}", width, style)

    def height(self, row: int, points: float) -> None:
        """Fix a row's height."""
        self._sheet.set_row(row - 1, points)
        self._heights[row] = points

    def growing(self, row: int, points: float, spacer: str, needed: float = 0) -> None:
        """Let a row be as high as its text, and `points` at least, all of it open; one such height to a sheet.

        It states no height, which some would take for one set by hand, but opens at the sheet's usual one.
        `needed` is for the text of merged cells, which do not make a row higher by themselves. The cell at
        `spacer` stays empty; its large type keeps every program from making the row lower.
        """
        self._sheet.set_default_row(points)
        self._sheet.grow_row(row - 1, self._styles.cell("open"), needed if needed > points else None)
        self.put(spacer, None, f"open spacer{points:g}")
        self._heights[row] = max(points, needed)

    @property
    def used(self) -> float:
        """The heights of all rows that have got one, in points."""
        return sum(self._heights.values())

    def rule(self, area: str, options: Mapping[str, Any]) -> None:
        """Set what may be entered in an area; see `entry_rules`."""
        self._sheet.data_validation(area, dict(options))

    def paint(self, area: str, formula: str, name: str) -> None:
        """Lay a conditional style over the cells of an area for which the formula holds."""
        style = self._styles.conditional(name)
        self._sheet.conditional_format(area, {"type": "formula", "criteria": f"={formula}", "format": style})

    def paint_flagged(self, area: str) -> None:
        """Colour the cells of an area that 校验结果 names.

        INDIRECT, because the ordinary conditional format may not refer to another sheet directly.
        """
        sheet = self._sheet.get_name()
        self.paint(
            area,
            f'COUNTIFS(INDIRECT("{FLAGGED_ADDRESSES}"),ADDRESS(ROW(),COLUMN(),4),'
            f'INDIRECT("{FLAGGED_SHEETS}"),"{sheet}")>0',
            "flagged",
        )

    def quiet(self, **areas: str) -> None:
        """Keep Excel's green triangles out of areas, by XlsxWriter's names of the warnings."""
        self._sheet.ignore_errors(areas)

    def begin_at(self, cell: str) -> None:
        """Open the sheet with this cell selected."""
        self._sheet.set_selection(cell)

    def freeze(self, row: int) -> None:
        """Keep the rows above this one in view."""
        self._sheet.freeze_panes(row - 1, 0)

    def repeat(self, row: int) -> None:
        """Print this row again at the top of every further page."""
        self._sheet.repeat_rows(row - 1)

    def chart(
        self, cell: str, chart: Any, size: tuple[float, float], shift: tuple[int, int], description: str
    ) -> None:
        """Lay a chart over the cells from `cell` on, `size` being their width and height in pixels.

        It keeps off their left and upper edge by `shift`.
        """
        (width, height), (x, y) = size, shift
        chart.set_size({"width": round(width) - x, "height": round(height) - y})
        options = {"object_position": 1, "x_offset": x, "y_offset": y, "description": description}
        self._sheet.insert_chart(cell, chart, options)

    def print_on_a4(
        self, area: str = "", *, landscape: bool = False, coloured: bool = True, pages: int = 0
    ) -> None:
        """A4, one page wide, centred, page numbers below that count from this sheet's first page, whatever is
        printed with it; without `coloured` no fill is printed. With `pages` it is no longer than so many pages.
        """
        sheet, inch = self._sheet, _MILLIMETRES_PER_INCH
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        else:
            sheet.set_portrait()
        sheet.set_margins(left=_SIDES / inch, right=_SIDES / inch, top=_TOP / inch, bottom=_BOTTOM / inch)
        sheet.set_start_page(1)
        sheet.set_footer('&C&"宋体,常规"&9— &P —', {"margin": 7 / inch})
        sheet.center_horizontally()
        sheet.fit_to_pages(1, pages)
        if area:
            sheet.print_area(area)
        if not coloured:
            sheet.print_black_and_white()

    def protect(self) -> None:
        """Protect the sheet without a password: only open cells can be changed, rows can be added."""
        self._sheet.protect("", dict(_PERMITTED))

    def hide(self) -> None:
        """Keep the sheet out of sight until somebody asks for it."""
        self._sheet.hide()

    def hide_grid(self) -> None:
        """Show no grid lines, neither on the screen nor in print."""
        self._sheet.hide_gridlines(2)
