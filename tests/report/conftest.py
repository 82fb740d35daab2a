"""Tables as lines of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.document.blocks import Table
from jxbook.document.layout import slots
from jxbook.document.marks import bare


def _drawn(table: Table | None) -> list[str]:
    """A table as lines of text: ↑ continues the cell above, ← the cell to the left."""
    assert table is not None
    found = []
    for placed in slots(table):
        texts = []
        for one, _, begins in placed:
            texts.append(bare(one.text).replace("\n", "/") if begins else "↑")
            texts += ["←"] * (one.colspan - 1)
        found.append(" | ".join(texts))
    return found


@pytest.fixture(scope="session")
def drawn() -> Callable[[Table | None], list[str]]:
    """A table as lines of text."""
    return _drawn
