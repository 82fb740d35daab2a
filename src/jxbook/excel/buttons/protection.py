"""Sheets are protected without a password; a button lifts that for a moment and puts it back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jxbook.refusals.buttons import protected_by_password

_ALLOWED = (
    "FormattingCells",
    "FormattingColumns",
    "FormattingRows",
    "InsertingColumns",
    "InsertingRows",
    "InsertingHyperlinks",
    "DeletingColumns",
    "DeletingRows",
    "Sorting",
    "Filtering",
    "UsingPivotTables",
)


@contextmanager
def unprotected(sheet: Any) -> Iterator[None]:
    """The sheet without its protection. Raises Refusal JX956 when a password keeps it."""
    api = sheet.api
    on_windows = hasattr(api, "ProtectContents")
    locked = bool(api.ProtectContents if on_windows else api.protect_contents.get())
    if not locked:
        yield
        return
    allowed = _allowed(api) if on_windows else {}
    _unprotect(sheet, on_windows)
    try:
        yield
    finally:
        if on_windows:
            api.Protect(**allowed)
        else:  # what the template permits: AppleScript does not tell what was
            api.protect_worksheet(
                worksheet_contents=True,
                allow_formatting_cells=True,
                allow_formatting_columns=True,
                allow_formatting_rows=True,
                allow_inserting_rows=True,
                allow_deleting_rows=True,
            )


def _allowed(api: Any) -> Mapping[str, bool]:
    permissions = {f"Allow{one}": bool(getattr(api.Protection, f"Allow{one}")) for one in _ALLOWED}
    return {
        "DrawingObjects": bool(api.ProtectDrawingObjects),
        "Contents": True,
        "Scenarios": bool(api.ProtectScenarios),
        **permissions,
    }


def _unprotect(sheet: Any, on_windows: bool) -> None:
    api = sheet.api
    try:
        if on_windows:
            api.Unprotect("")  # without an argument Excel asks, and the password would be lost
        else:
            api.unprotect()
        locked = bool(api.ProtectContents if on_windows else api.protect_contents.get())
    except Exception:  # COM and AppleScript each have their own
        locked = True
    if locked:
        raise protected_by_password(sheet.name)
