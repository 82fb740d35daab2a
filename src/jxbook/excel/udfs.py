"""The module that Excel loads (`CallUDF` names it): each function of the registry, for xlwings.

xlwings looks the functions up by name in this module. A failure stays an exception: the VBA wrapper turns it
into #VALUE!, so that no sum skips it; why, stands in the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any

import xlwings as xw

from jxbook.excel.errors import ERROR_CODES
from jxbook.excel.journal import note_failure
from jxbook.functions.registry import CATEGORY, FUNCTIONS, Argument, CellFunction


def _udf(function: CellFunction) -> Callable[..., object]:
    """The function as xlwings wants it: a name of its own, no type hints (xlwings would convert by them)."""

    def udf(*arguments: Any) -> object:
        if any(type(one) is int and one in ERROR_CODES for one in arguments):
            raise ValueError("an argument is an error")
        try:
            return function.call(*arguments)
        except Exception as error:
            note_failure(function.name, error)
            raise

    udf.__name__ = udf.__qualname__ = function.name
    udf.__doc__ = function.description
    udf.__annotations__ = {}
    udf.__signature__ = Signature([_parameter(one) for one in function.arguments])  # type: ignore[attr-defined]
    made: Callable[..., object] = udf
    for one in function.arguments:
        made = xw.arg(one.name, doc=one.description, err_to_str=True, ndim=2 if one.area else None)(made)
    return xw.func(category=CATEGORY)(made)  # last: xw.arg puts the function back into xlwings' category


def _parameter(argument: Argument) -> Parameter:
    default = None if argument.optional else Parameter.empty
    return Parameter(argument.name, Parameter.POSITIONAL_OR_KEYWORD, default=default)


globals().update({function.name: _udf(function) for function in FUNCTIONS})
