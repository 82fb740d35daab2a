"""How cells look: named traits that add up to a format, in the fonts and calm colours of an office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

INPUT, COMPUTED, FLAGGED, WAITING, SHADE = "#FFF8DC", "#EAF1F8", "#F8CBC3", "#FFE08A", "#F2F2F2"
BAR, TRACK, GRID = "#4F81BD", "#DCE6F1", "#CCCCCC"
"""Of the charts on 看板."""
_RULE = "#BFBFBF"

_BODY = {
    "font_name": "宋体",
    "font_charset": 134,
    "font_size": 10.5,
    "text_wrap": True,
    "valign": "vcenter",
}

_TRAITS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 18, "bold": True, "align": "center"},
    "heading": {"font_name": "黑体", "font_size": 12},
    "head": {"font_name": "黑体", "align": "center", "bg_color": SHADE},
    "subtitle": {"align": "center"},
    "small": {"font_size": 9},
    "pale": {"font_color": "#595959"},
    "box": {"border": 1},
    "rule": {"border": 1, "border_color": _RULE},
    "centre": {"align": "center"},
    "left": {"align": "left"},
    "indent": {"indent": 1},
    "top": {"valign": "top"},
    "stacked": {"rotation": 270, "text_wrap": False},
    "shrink": {"shrink": True, "text_wrap": False},
    "line": {"text_wrap": False},
    "card": {"left": 1, "right": 1, "left_color": _RULE, "right_color": _RULE},
    "roof": {"top": 1, "top_color": _RULE},
    "floor": {"bottom": 1, "bottom_color": _RULE},
    "figure": {"font_name": "黑体", "font_size": 24, "font_color": "#1F3864"},
    "warning": {"font_color": "#C00000"},
    "open": {"locked": False},
    "input": {"locked": False, "bg_color": INPUT},
    "computed": {"bg_color": COMPUTED},
    "flagged": {"bg_color": FLAGGED},
    "waiting": {"bg_color": WAITING},
    "shade": {"bg_color": SHADE},
    "text": {"num_format": "@"},
    "money": {"num_format": "[=0]0;#,##0.00####"},
    "percent": {"num_format": "0.00%"},
    "share": {"num_format": "0%"},
    "score": {"num_format": "0.00"},
    "plain": {},
    "grade": {"num_format": '"等级："@'},
}

_LINE = 1.25
"""How much higher a line is than its type."""

_CONDITIONAL: Mapping[str, Mapping[str, Any]] = {
    "flagged": {"bg_color": FLAGGED},
    "waiting": {"bg_color": WAITING},
    "error": {"font_color": "#C00000", "bottom": 1, "bottom_color": _RULE},
    "row": {"bottom": 1, "bottom_color": _RULE},
}


class Formats:
    """The formats of one workbook, each made once. `book` is an XlsxWriter workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, ...], Any] = {}

    def cell(self, traits: str) -> Any:
        """The format with these traits ("box input text"); a later trait overrides an earlier one."""
        key = ("cell", *traits.split())
        if key not in self._made:
            properties = dict(_BODY)
            for trait in key[1:]:
                properties.update(_spacer(trait) or _TRAITS[trait])
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def conditional(self, name: str) -> Any:
        """The format that a conditional format lays over a cell."""
        key = ("conditional", name)
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(_CONDITIONAL[name]))
        return self._made[key]


def _spacer(trait: str) -> Mapping[str, Any]:
    """ "spacer25": type so large that a row is 25 points high; empty for any other trait."""
    points = trait.removeprefix("spacer")
    return {"font_size": round(float(points) / _LINE)} if points != trait else {}
