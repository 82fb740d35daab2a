"""A grid → Form: the parts of a form, each found by its printed labels, wherever they stand.

The names are resolved on first use: a cell function reads labels as a form does, and needs none of the rest.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from jxbook.form import Form
    from jxbook.recognition.form import read_form as read_form
    from jxbook.recognition.meant import recognise as recognise
    from jxbook.recognition.places import FormPlace as FormPlace
    from jxbook.recognition.places import forms_in as forms_in

_HOMES = {"FormPlace": "places", "forms_in": "places", "read_form": "form", "recognise": "meant"}
__all__ = [*_HOMES, "open_form"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jxbook.recognition' has no attribute {name!r}")
    return getattr(import_module(f"jxbook.recognition.{_HOMES[name]}"), name)


def open_form(path: Path) -> Form:
    """The form that a workbook holds.

    Raises Refusal JX90x when the file cannot be read, JX930 or JX931 when it holds no form or several.
    """
    from jxbook.recognition.meant import recognise
    from jxbook.workbook.reader import read_grid

    return recognise(read_grid(path), path.name)
