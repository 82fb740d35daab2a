"""The charts of the roll-up: one series, no legend, no grid."""

from __future__ import annotations

from typing import Any

_BAR = "#4F81BD"


def put_chart(
    book: Any, sheet: Any, kind: str, title: str, rows: tuple[int, int], column: int, place: tuple[int, int]
) -> None:
    """A chart of a column over the names left of it, at a row and a column; nothing where there are no rows."""
    first, last = rows
    if last < first:
        return
    chart = book.add_chart({"type": kind})
    chart.add_series(
        {
            "name": title,
            "categories": [sheet.get_name(), first, 0, last, 0],
            "values": [sheet.get_name(), first, column, last, column],
            "fill": {"color": _BAR},
            "data_labels": {"value": True, "font": {"size": 9}},
            "gap": 60,
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 11, "bold": False}, "overlay": False})
    chart.set_legend({"none": True})
    values = {"major_gridlines": {"visible": False}, "num_font": {"size": 9}, "min": 0}
    names = {"num_font": {"size": 9}}
    if kind == "bar":
        chart.set_x_axis({**values, "visible": False})
        chart.set_y_axis({**names, "reverse": True})
    else:
        chart.set_y_axis(values)
        chart.set_x_axis(names)
    chart.set_size({"width": 420 if place[1] else 440, "height": 320})
    sheet.insert_chart(*place, chart, {"x_offset": 6, "description": title})
