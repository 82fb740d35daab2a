"""The charts of 看板: calm bars on a pale track that ends at 100 %. Their labels carry the figures, as text.

So an indicator without a score needs no #N/A to keep a misleading "0" out of the chart.
"""

from __future__ import annotations

from typing import Any

from jxbook.template.board_places import (
    EARNED,
    FULL,
    LABEL,
    LEVELS,
    LISTED,
    LISTED_ROWS,
    POINTS,
    RATE,
    SHARE,
    area,
)
from jxbook.template.styles import BAR, GRID, TRACK

_FONT = "宋体"
_INK = "#404040"
_LINE = {"color": GRID, "width": 0.75}


def completion_chart(book: Any) -> Any:
    """得分率 of each indicator, top down."""
    return _tracked(book, "各指标得分率", LISTED, LISTED_ROWS, gap=45)


def rate_chart(book: Any) -> Any:
    """执行率 as a single bar."""
    return _tracked(book, "预算执行率", RATE, 1, gap=60)


def points_chart(book: Any, levels: int) -> Any:
    """Points and points earned, of the 执行率 and of each 一级指标."""
    chart = book.add_chart({"type": "column"})
    rows = levels + 1
    for name, column, colour in (("分值", POINTS, TRACK), ("得分", EARNED, BAR)):
        chart.add_series(
            {
                "name": name,
                "categories": area(LABEL, LEVELS, rows, sheet=True),
                "values": area(column, LEVELS, rows, sheet=True),
                "fill": {"color": colour},
                "gap": 70,
                "overlap": 0,
            }
        )
    _dress(chart, "得分与分值")
    chart.set_legend({"position": "top", "font": _font(9)})
    _stand(chart)
    return chart


def answers_chart(book: Any, title: str, labels: str, counts: str) -> Any:
    """How often each answer of 满意度问卷 was given; `labels` and `counts` are areas."""
    chart = book.add_chart({"type": "column"})
    bars = {"fill": {"color": BAR}, "gap": 70, "data_labels": {"value": True, "font": _font(9)}}
    chart.add_series({"name": title, "categories": labels, "values": counts, **bars})
    _dress(chart, title)
    chart.set_legend({"none": True})
    _stand(chart)
    return chart


def _stand(chart: Any) -> None:
    """The axes of upright columns."""
    chart.set_x_axis({"num_font": _font(9), "line": _LINE, "major_tick_mark": "none"})
    chart.set_y_axis(
        {
            "min": 0,
            "num_font": _font(9),
            "line": {"none": True},
            "major_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": _LINE},
        }
    )


def _tracked(book: Any, title: str, first: int, rows: int, gap: int) -> Any:
    """Horizontal bars of 得分率 in front of tracks of 100 %."""
    chart = book.add_chart({"type": "bar"})
    for name, column, colour in (("100%", FULL, TRACK), (title, SHARE, BAR)):
        chart.add_series(
            {
                "name": name,
                "categories": area(LABEL, first, rows, sheet=True),
                "values": area(column, first, rows, sheet=True),
                "fill": {"color": colour},
                "gap": gap,
                "overlap": 100,
            }
        )
    _dress(chart, title)
    chart.set_legend({"none": True})
    # Of a bar chart XlsxWriter calls the category axis, which stands upright, y.
    chart.set_y_axis(
        {
            "reverse": True,
            "major_gridlines": {"visible": False},
            "interval_unit": 1,
            "num_font": _font(9),
            "line": {"none": True},
            "major_tick_mark": "none",
        }
    )
    chart.set_x_axis(
        {
            "min": 0,
            "max": 1,
            "major_unit": 0.25,
            "num_format": "0%",
            "num_font": _font(9),
            "line": {"none": True},
            "major_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": _LINE},
        }
    )
    return chart


def _dress(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {**_font(11), "name": "黑体"}, "overlay": False})
    chart.set_chartarea({"border": {"color": GRID}, "fill": {"color": "#FFFFFF"}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.show_blanks_as("gap")


def _font(size: int) -> dict[str, Any]:
    return {"name": _FONT, "size": size, "bold": False, "color": _INK}
