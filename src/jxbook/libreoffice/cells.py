"""A cell's call, as Basic hands it over → what the cell shows."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import starmap

from jxbook.functions.registry import FUNCTIONS, Argument

_NO_VALUE = 519  # LibreOffice's number for #VALUE!
VALUE_ERROR: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8 << 48 | _NO_VALUE))[0]
"""The NaN that Calc takes for #VALUE!: an error that no sum skips, where a text would be."""

_CALLS = {function.name: function for function in FUNCTIONS}
_NEVER_ZERO = {"indicator", "reason", "policy", "year"}


def answer(name: str, given: Sequence[object]) -> object:
    """What a function of the registry answers, or #VALUE! when it fails.

    A number of the sheet is a float, an empty cell None, an area a tuple of rows.
    """
    try:
        function = _CALLS[name]
        return function.call(*starmap(_given, zip(function.arguments, given, strict=True)))
    except Exception:  # Basic could only turn it into a dialog for every cell
        return VALUE_ERROR


def _given(argument: Argument, value: object) -> object:
    """What was meant by a value. An argument skipped in the middle arrives as 0, so where 0 makes no sense
    it counts as not given; an area of one cell arrives as its value."""
    if value == 0 and argument.name in _NEVER_ZERO:
        return None
    if argument.area and value is not None and not isinstance(value, tuple):
        return ((value,),)
    return value
