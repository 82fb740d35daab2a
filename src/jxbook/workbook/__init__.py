"""Excel workbooks, in and out: bounded reading, recognising a form, changing cells in place, templates."""

from __future__ import annotations

from pathlib import Path

from jxbook.form import Form


def open_form(path: Path) -> Form:
    """The form that a workbook holds.

    Raises Refusal JX90x when the file cannot be read, JX930 or JX931 when it holds no form or several.
    """
    from jxbook.workbook.reader import read_grid
    from jxbook.workbook.recognise import recognise

    return recognise(read_grid(path), path.name)
