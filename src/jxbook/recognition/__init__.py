"""A grid → Form: the parts of a form, each found by its printed labels, wherever they stand."""

from __future__ import annotations

from pathlib import Path

from jxbook.form import Form
from jxbook.recognition.form import FormPlace, forms_in, read_form, recognise

__all__ = ["FormPlace", "forms_in", "open_form", "read_form", "recognise"]


def open_form(path: Path) -> Form:
    """The form that a workbook holds.

    Raises Refusal JX90x when the file cannot be read, JX930 or JX931 when it holds no form or several.
    """
    from jxbook.workbook.reader import read_grid

    return recognise(read_grid(path), path.name)
