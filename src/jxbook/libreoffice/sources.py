"""The texts that go into a LibreOffice profile: macros/libreoffice/ of the checkout or of the wheel."""

from __future__ import annotations

from jxbook.excel.sources import macros_folder
from jxbook.refusals.macros import no_macro_source


def source(name: str) -> str:
    """The text of one source file. Raises Refusal JX940 when it is missing."""
    try:
        return (macros_folder() / "libreoffice" / name).read_text("utf-8")
    except OSError:
        raise no_macro_source(name) from None
