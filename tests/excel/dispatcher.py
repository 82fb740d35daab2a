"""xlwings' own dispatch of a cell function, run without Excel.

Excel calls `XLPython.CallUDF` over COM, which ends in `xlwings.udfs.call_udf`: the arguments are converted,
the function is called, its result is converted back. All of that is Python and runs anywhere once the Windows
modules that it imports exist. This touches private names of xlwings, which is why it stays among the tests.
"""

from __future__ import annotations

import atexit
import ctypes
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

MISSING = -2147352572
"""What an argument that was left out arrives as: DISP_E_PARAMNOTFOUND."""
ERRORS = {"#REF!": -2146826265, "#N/A": -2146826246, "#VALUE!": -2146826273, "#SPILL!": -2146826243}
"""What a cell that shows an error arrives as."""
UDFS = "jxbook.excel.udfs"

Area = Sequence[Sequence[object]]


class ExcelRange:
    """A COM Range as far as the dispatch looks at it: its values, row by row, a single cell's bare."""

    _oleobj_ = SimpleNamespace(
        GetTypeInfo=lambda: SimpleNamespace(GetTypeAttr=lambda: SimpleNamespace(iid="range"))
    )
    Worksheet = SimpleNamespace(Parent=SimpleNamespace(Application=SimpleNamespace(Hwnd=1)))
    Row = Column = 1

    def __init__(self, values: Area) -> None:
        rows = tuple(tuple(row) for row in values)
        self.Value = rows[0][0] if len(rows) == len(rows[0]) == 1 else rows
        self.Rows = SimpleNamespace(Count=len(rows))
        self.Columns = SimpleNamespace(Count=len(rows[0]))


def _windows() -> dict[str, ModuleType]:
    """Stand-ins for what pywin32 has and Linux has not."""
    never = type("Never", (), {})
    names = {
        "pythoncom": {
            "__file__": "",
            "CoInitialize": lambda: None,
            "com_error": type("com_error", (Exception,), {}),
        },
        "pywintypes": {
            "TimeType": never,
            "com_error": type("com_error", (Exception,), {}),
            "IID": lambda _: "range",
        },
        "win32api": {},
        "win32con": {},
        "win32gui": {},
        "win32process": {"GetWindowThreadProcessId": lambda _: (0, 0)},
        "win32timezone": {},
        "win32com": {},
        "win32com.client": {
            name: type(name, (), {}) for name in ("CDispatch", "DispatchBaseClass", "CoClassBaseClass")
        }
        | {"Dispatch": lambda one: one, "DispatchEx": lambda one: one},
        "xlwings.com_server": {"loop": None},
    }
    modules = {name: ModuleType(name) for name in names}
    for name, module in modules.items():
        module.__dict__.update(names[name])
    modules["win32com"].client = modules["win32com.client"]  # type: ignore[attr-defined]
    return modules


@contextmanager
def dispatching() -> Iterator[Callable[..., object]]:
    """`call(name, *arguments)` as a cell would make it; the value that comes back to VBA."""
    import xlwings

    dlls = dict.fromkeys(("oledll", "windll", "PyDLL"), mock.MagicMock())
    with mock.patch.dict(sys.modules, _windows()), mock.patch.multiple(ctypes, create=True, **dlls):
        windows = importlib.import_module("xlwings._xlwindows")
        atexit.unregister(windows.cleanup)  # it looks for processes of Excel
        udfs = importlib.import_module("xlwings.udfs")
        engine = SimpleNamespace(impl=windows.engine, name="excel", type="desktop")
        with (
            mock.patch.object(xlwings, "_xlwindows", windows, create=True),
            mock.patch.dict(xlwings.engines.engines_by_name, {"excel": engine}),
            mock.patch.multiple(xlwings, func=udfs.xlfunc, arg=udfs.xlarg, ret=udfs.xlret),
        ):
            sys.modules.pop(UDFS, None)  # it may have been imported with the xlwings of Linux

            def call(name: str, *arguments: Any) -> object:
                return _unwrapped(udfs.call_udf(UDFS, name, arguments, None, None))

            yield call
    sys.modules.pop(UDFS, None)


def _unwrapped(result: Any) -> object:
    """As `XLPython.CallUDF` hands a result on."""
    if len(result) == 1:
        return result[0][0] if len(result[0]) == 1 else result[0]
    return result
