"""The sheet 看板: the result at a glance, on one page, and below it the table that the charts draw from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jxbook.place import column_letters
from jxbook.policy import Policy
from jxbook.scoring import UNFINISHED
from jxbook.template import board_places as at
from jxbook.template.board_data import write_data
from jxbook.template.board_formulas import board_formulas, places_of
from jxbook.template.board_lines import BoardLine, Head
from jxbook.template.board_values import values_of
from jxbook.template.charts import completion_chart, points_chart, rate_chart
from jxbook.template.formula_cells import ENTRIES
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import Formula, SheetWriter
from jxbook.template.title import title_year
from jxbook.workbook.cellvalues import position

_COLUMN_WIDTH = 11
_CHART_ROW = 15
_GAP = 8
_NOTE = (
    "得分率＝得分÷分值，定性指标、时效指标同样按得分计；“未计分”的指标不画条形，也不按 0 分看待。"
    "图表随自评表变化，本表不需填写。"
)
_CARDS = ("总分", "等级", "预算执行率", "已计分指标（行）")


def has_board(layout: Layout) -> bool:
    """Is there anything to show: 分值 and 得分?"""
    return "points" in layout.columns and "earned" in layout.columns


def write_board(writer: SheetWriter, book: Any, policy: Policy, layout: Layout) -> None:
    """Write the sheet. `book` is the XlsxWriter workbook, which makes the charts."""
    _BoardSheet(writer, policy, layout).write(book)


class _BoardSheet:
    """The sheet, with its formulas and the values that they show in an empty form."""

    def __init__(self, writer: SheetWriter, policy: Policy, layout: Layout) -> None:
        self._writer, self._policy = writer, policy
        self._levels = layout.levels
        unit = policy.word("layout.money_unit")
        values, places = values_of(*_empty(layout, policy), self._levels, unit), places_of(layout)
        entries = tuple(field for field in ENTRIES if field in layout.columns)
        self._contents = {
            cell: Formula(
                formula.text(places), float(value) if isinstance(value := values[cell], Decimal) else value
            )
            for cell, formula in board_formulas(self._levels, unit, entries).items()
        }

    def write(self, book: Any) -> None:
        writer = self._writer
        writer.widths({"A": 2} | {column_letters(n): _COLUMN_WIDTH for n in range(2, 14)})
        writer.hide_grid()
        self._put(f"B{at.TITLE}:M{at.TITLE}", "绩效自评看板", "title")
        writer.height(at.TITLE, 34)
        self._put(f"B{at.SUBTITLE}:M{at.SUBTITLE}", None, "subtitle line shrink")
        writer.height(at.SUBTITLE, 20)
        writer.height(at.SUBTITLE + 1, 8)
        self._write_cards()
        self._place_charts(book)
        self._put(f"B{at.NOTE}:M{at.NOTE}", _NOTE, "pale small")
        self._put(f"B{at.NOTE + 1}:M{at.NOTE + 1}", None, "warning small")
        write_data(writer, self._contents, self._levels)
        writer.print_on_a4(f"B{at.TITLE}:M{at.NOTE + 1}", landscape=True, pages=1)
        writer.protect()

    def _put(self, area: str, content: str | None, traits: str) -> None:
        """Write a cell, or the formula that belongs there."""
        self._writer.put(area, self._contents.get(area.partition(":")[0], content), traits)

    def _write_cards(self) -> None:
        bands = "　".join(f"{word}≥{bound}" for bound, word in self._policy.values("grades.bands")[:-1])
        figures = ("figure", "figure", "figure percent", "figure")
        for column, caption, figure, remark in zip(
            at.CARDS, _CARDS, figures, (None, bands, None, None), strict=True
        ):
            last = column_letters(position(f"{column}1")[1] + at.CARD_COLUMNS - 1)
            self._put(f"{column}{at.CAPTION}:{last}{at.CAPTION}", caption, "card roof pale centre")
            self._put(f"{column}{at.FIGURE}:{last}{at.FIGURE}", None, f"card {figure} centre shrink")
            self._put(f"{column}{at.REMARK}:{last}{at.REMARK}", remark, "card floor pale small centre shrink")
        for row, points in ((at.CAPTION, 22), (at.FIGURE, 40), (at.REMARK, 20), (at.REMARK + 1, 8)):
            self._writer.height(row, points)
        total = f"{at.CARDS[0]}{at.CAPTION}:D{at.REMARK}"
        self._writer.paint(total, f'${at.CARDS[0]}${at.FIGURE}="{UNFINISHED}"', "waiting")

    def _place_charts(self, book: Any) -> None:
        for row in range(at.CHARTS, at.CHARTS + at.CHART_ROWS):
            self._writer.height(row, _CHART_ROW)
        width, height = _COLUMN_WIDTH * 7 + 5, _CHART_ROW * 4 / 3  # in pixels
        left, upper, rows = 7, 16, at.CHART_ROWS
        right = column_letters(2 + left)
        chart, rest = self._writer.chart, (12 - left) * width
        chart(f"B{at.CHARTS}", completion_chart(book), (left * width, rows * height), (0, 0), "各指标得分率")
        chart(
            f"{right}{at.CHARTS}",
            points_chart(book, self._levels),
            (rest, upper * height),
            (_GAP, 0),
            "得分与分值",
        )
        chart(
            f"{right}{at.CHARTS + upper}",
            rate_chart(book),
            (rest, (rows - upper) * height),
            (_GAP, _GAP),
            "预算执行率",
        )


def _empty(layout: Layout, policy: Policy) -> tuple[Head, list[BoardLine]]:
    """The form as the template leaves it: what it suggests, and nothing else."""
    execution = policy.number("weights.execution") if "points" in layout.funding else None
    lines = [
        BoardLine(
            slot.level1,
            slot.level2,
            slot.preset.name,
            slot.preset.points or None,
            target=None if slot.preset.key_points else slot.preset.target,
        )
        for slot in layout.slots
    ]
    total = sum((slot.preset.points for slot in layout.slots), execution or Decimal(0))
    return Head(year=title_year(), execution_points=execution, points=total, total=UNFINISHED), lines
