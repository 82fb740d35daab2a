"""An XlsxWriter worksheet with two habits of Excel that XlsxWriter lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

TagAttributes = Sequence[tuple[str, Any]]


class FormSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows may have a height and still grow with their text, and whose formulas may
    have empty text as cached value (XlsxWriter writes an empty number)."""

    def __init__(self) -> None:
        super().__init__()
        self._growing: set[int] = set()

    def grow_row(self, row: int, height: float, style: Any) -> None:
        """Give a row, counted from 0, a height that Excel changes when text is entered, and a style."""
        self.set_row(row, height, style)
        self._growing.add(row + 1)

    def _xml_start_tag_unencoded(self, tag: str, attributes: TagAttributes = ()) -> None:
        kept = list(attributes)
        if tag == "row" and dict(kept)["r"] in self._growing:
            kept = [one for one in kept if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)

    def _xml_formula_element(self, formula: str, result: Any, attributes: TagAttributes = ()) -> None:
        kind = [("t", "str")] if result == "" else []
        super()._xml_formula_element(formula, result, [*attributes, *kind])
