"""An XlsxWriter worksheet with two habits of Excel that XlsxWriter lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

TagAttributes = Sequence[tuple[str, Any]]


class FormSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows may have a height for the start and still grow with their text, and whose formulas
    may have empty text as cached value (XlsxWriter writes an empty number)."""

    def __init__(self) -> None:
        super().__init__()
        self._growing: dict[str, tuple[str, ...]] = {}

    def grow_row(self, row: int, style: Any, height: float | None = None) -> None:
        """Give a row, counted from 0, a style, and leave its height to its text.

        With a `height` it opens at that, until somebody enters text: for merged cells, which no program measures.
        """
        self.set_row(row, height, style)
        self._growing[str(row + 1)] = ("ht", "customHeight") if height is None else ("customHeight",)

    def _xml_start_tag_unencoded(self, tag: str, attributes: TagAttributes = ()) -> None:
        kept = list(attributes)
        if tag == "row":
            dropped = self._growing.get(str(dict(kept)["r"]), ())
            kept = [one for one in kept if one[0] not in dropped]
        super()._xml_start_tag_unencoded(tag, kept)

    def _xml_formula_element(self, formula: str, result: Any, attributes: TagAttributes = ()) -> None:
        kind = [("t", "str")] if result == "" else []
        super()._xml_formula_element(formula, result, [*attributes, *kind])
