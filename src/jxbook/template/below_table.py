"""What stands below the indicator table: boxes for text, and the line of signatures."""

from __future__ import annotations

from jxbook.template import entry_rules
from jxbook.template.columns import STANDING
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook.row_height import height

_LABEL, _INPUT = "box centre", "box input text indent"
_LEAST, _MOST, _WITHOUT_LIMIT = 48, 300, 90
_LINES_TO_SPARE = 1
_NAME_HEIGHT = 26
_SIGNED, _SIGNATURE = 13, 20
"""How a label and the room beside it share the line."""


def write_boxes(writer: SheetWriter, layout: Layout) -> None:
    """Write the boxes, each high enough for the longest text that it takes."""
    columns = layout.columns
    left, last = columns["level2"], columns.last
    for row, label, limit in layout.box_rows:
        area = f"{left}{row}:{last}{row}"
        writer.put(f"{STANDING}{row}:{columns['level1']}{row}", label, _LABEL)
        writer.put(area, None, _INPUT)
        writer.rule(area, entry_rules.text(label, f"按实际情况填写“{label}”，可分段。", limit))
        full = "字" * limit + "\n" * _LINES_TO_SPARE
        needed = height(full, columns.width(left, last), least=_LEAST) if limit else _WITHOUT_LIMIT
        writer.height(row, min(needed, _MOST))


def write_signatures(writer: SheetWriter, layout: Layout) -> None:
    """Write the signatures, the same number in every line."""
    columns = layout.columns
    rows = tuple(layout.signature_rows)
    for row, labels in rows:
        spans = columns.share(STANDING, columns.last, (_SIGNED, _SIGNATURE) * len(rows[0][1]))
        places = [f"{left}{row}:{right}{row}" for left, right in spans]
        for turn, label in enumerate(labels):
            writer.put(places[2 * turn], label, _LABEL)
            writer.put(places[2 * turn + 1], None, f"{_INPUT} centre")
        writer.height(row, _NAME_HEIGHT)
