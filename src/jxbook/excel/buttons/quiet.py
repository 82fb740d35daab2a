"""Excel held still while rows are moved: no recalculation in between, no flicker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any


@contextmanager
def quiet(app: Any) -> Iterator[None]:
    """Calculation by hand and a still screen, both put back afterwards.

    Each step of a change of rows would otherwise make Excel ask this very process for every score.
    """
    before: dict[str, Any] = {}
    with suppress(Exception):  # a comfort: what cannot be set stays as it is
        for name, value in (("calculation", "manual"), ("screen_updating", False)):
            before[name] = getattr(app, name)
            setattr(app, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            with suppress(Exception):
                setattr(app, name, value)
