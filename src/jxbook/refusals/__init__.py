"""Why jxbook refuses to go on: every refusal in one catalogue, its code, its words and its page of the handbook.

An entry is a function from the facts of one case to its words; `raise damaged(path.name)` is a call of it. The
modules go by what the user was about to do. No refusal is worded anywhere else: tests hold that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from jxbook.refusals.entry import RefusalEntry

SECTIONS = ("何时出现", "怎么办")
"""The sections of a page, in their order."""


def entries() -> Iterator[tuple[str, RefusalEntry[...]]]:
    """Every entry with the name by which it is called."""
    from pkgutil import iter_modules  # only the handbook needs it

    for module in iter_modules(__path__):
        held = vars(import_module(f"{__name__}.{module.name}"))
        yield from ((name, one) for name, one in held.items() if isinstance(one, RefusalEntry))


@cache
def pages() -> dict[str, RefusalEntry[...]]:
    """Code → the entry that bears its page, by code. A further wording of a code has no page of its own."""
    found = {one.code: one for _, one in entries() if one.bears_page}
    return dict(sorted(found.items()))
