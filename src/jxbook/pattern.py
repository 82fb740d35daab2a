"""Regular expressions that are compiled when they are first asked something.

A command asks half of the 200 that it loads, and compiling one takes as long as loading a small module.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any, AnyStr

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Pattern:
    """A pattern that is not compiled yet; once it is, its methods are the compiled one's, at no further cost."""

    __slots__ = (*_METHODS, "flags", "pattern")

    def __init__(self, text: str | bytes, flags: int = 0) -> None:
        self.pattern, self.flags = text, flags

    def __getattr__(self, name: str) -> Any:  # only while the slot of a method is empty
        if name not in _METHODS:
            raise AttributeError(name)
        compiled: re.Pattern[Any] = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


if TYPE_CHECKING:

    def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """As `re.compile`; a mistake in the text is raised at the first use."""
else:
    pattern = _Pattern
