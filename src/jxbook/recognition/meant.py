"""The one form of a file that is meant."""

from __future__ import annotations

from jxbook.form import Form
from jxbook.recognition.form import read_form
from jxbook.recognition.places import forms_in
from jxbook.recognition.unfound import none_found
from jxbook.refusals.forms import several_forms, unknown_form
from jxbook.workbook.grid import Grid


def recognise(grid: Grid, place: str, form: str | None = None, front: str = "") -> Form:
    """The one form of a workbook, or the one called `form`; `place` is the file's name, for messages. Of several the
    one on the sheet `front` is meant, which lies in front of the user.

    Raises Refusal JX930 when no sheet holds a form, JX931 when more than one does and none was named, JX935 when
    none has that name.
    """
    found = forms_in(grid)
    if not found:
        raise none_found(grid, place)
    if form is not None:
        called = [one for one in found if form in (one.name, one.sheet)]
        if not called:
            raise unknown_form(place, form, "、".join(one.name for one in found))
        found = tuple(called)
    elif len(found) > 1:
        found = tuple(one for one in found if one.sheet == front) or found
    if len(found) > 1:
        named = (
            f"{one.sheet}第{one.tables[0].top}行" if one.name == one.sheet else one.name for one in found
        )
        where = "、".join(named)
        raise several_forms(place, where)
    return read_form(grid, found[0])
