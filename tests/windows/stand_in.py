"""Run by the Windows Python, in Excel's place: the macros of a workbook, in pyOpenVBA's interpreter, with a real COM.

    python stand_in.py BOOK.xlsm STEPS.json

Of the macros only JxBridge does not run as it is, because the interpreter cannot call Windows: what it declares is
called here, by ctypes, in the same order and with what its constants say. All else, JxEngine, JxFunctions and
xlwings' DLL, pywin32 and the server in a process of its own, is what a clerk's Excel runs. Prints, as JSON, the
outcome and the seconds of each step:

    {"cell": "JX_SCORE", "arguments": […]}  a value or "#VALUE!"; an argument is what a cell holds (see `_put`)
    {"macro": "JxRestartPython"}            the Sub of a button
    {"python": "expression"}                the text of what this is in the server
    {"here": "statement"}                   something done in the process that stands in for Excel
    {"open": "C:\\\\乙.xlsm"}                 from here on another workbook, in the same Excel
    {"clock": 6}                            minutes that pass
    {"time": 50, "calls": [{"cell": …}, …]} seconds of these calls one after the other, the average of so many times; with
                                            "before": true the DLL is asked for the server at each, as by xlwings' macros
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime
import json
import os
import re
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pythoncom
import pywintypes
import win32com.client
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBADate, VBAErrorValue, VBAObject, VBARuntimeError

from jxbook.excel.project import modules_of

OMITTED = -0x7FFDFFFC  # DISP_E_PARAMNOTFOUND
FIRST_ERROR = -0x7FF60000
"""What Excel's error number is added to, to give the code that a Variant holds."""
KEPT, ENDED = 1, -1

_BRIDGE = """
Public Function JxActivate(ByRef server As Object) As String
    Set server = Nothing
    JxActivate = Windows.Activate()
    If JxActivate = "" Then Set server = Windows.Server
End Function
Public Sub JxEnd()
    Windows.Finish
End Sub
Public Sub JxShow(ByVal message As String, ByVal title As String)
    MsgBox message, vbExclamation, title
End Sub
Public Function Now() As Date
    Now = Windows.Clock
End Function
"""


class Variant(ctypes.Structure):
    """A VARIANT, as far as the DLL fills it."""

    _fields_ = (
        ("kind", ctypes.c_ushort),
        ("reserved", ctypes.c_ushort * 3),
        ("value", ctypes.c_void_p),
        ("more", ctypes.c_void_p),
    )


class ComObject(VBAObject):
    """A COM object, late bound, as VBA holds it."""

    vba_type_name = "Object"

    def __init__(self, dispatch: Any) -> None:
        self.dispatch = dispatch

    def vba_get(self, name: str, args: Any = (), named: Any = None) -> Any:
        identity = self._invoke(lambda: self.dispatch._oleobj_.GetIDsOfNames(name))
        given = [as_com(one) for one in args]
        method = pythoncom.DISPATCH_METHOD | pythoncom.DISPATCH_PROPERTYGET
        return as_vba(self._invoke(lambda: self.dispatch._oleobj_.Invoke(identity, 0, method, True, *given)))

    def _invoke(self, call: Any) -> Any:
        try:
            return call()
        except pywintypes.com_error as error:
            raise VBARuntimeError(error.hresult, str(error)) from None


class Bridge(VBAObject):
    """What the Declares of JxBridge reach."""

    vba_type_name = "Windows"

    def __init__(self, source: str) -> None:
        constants = dict(re.findall(r'Const (\w+) As String = "([^"]*)"', source))
        self.place, self.started_with = constants["PLACE"], constants["STARTED_WITH"]
        self.library = "jxbook64.dll"
        self.dll: Any = None
        self.server: Any = None
        self.minutes = 0.0
        self.kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self.kernel.LoadLibraryW.restype = ctypes.c_void_p

    def vba_get(self, name: str, args: Any = (), named: Any = None) -> Any:
        return getattr(self, name.lower())()

    def activate(self) -> str:
        if not self.interpreter():
            return "JX951"
        if not self.loaded():
            return "JX953"
        result = Variant()
        if self.call(result, KEPT):
            self.why = ctypes.wstring_at(result.value) if result.kind == 8 else ""  # 8 is VT_BSTR
            print("DLL:", self.why, file=sys.stderr)
            return "JX952"
        interface = pythoncom.ObjectFromAddress(result.value, pythoncom.IID_IDispatch)
        self.server_ = ComObject(win32com.client.Dispatch(interface))
        self.server = lambda: self.server_
        return ""

    def finish(self) -> None:
        if self.loaded():
            self.call(Variant(), ENDED)

    def clock(self) -> VBADate:
        return as_vba(datetime.datetime(2024, 1, 5, 9) + datetime.timedelta(minutes=self.minutes))

    def call(self, result: Variant, mode: int) -> int:
        """XLPyDLLActivateAuto; VBA hands a String to it in the system's code page."""
        command = f'"{self.interpreter()}"{self.started_with}'.encode("mbcs", "replace")
        return int(self.dll.XLPyDLLActivateAuto(ctypes.byref(result), command, mode))

    def loaded(self) -> bool:
        if not self.kernel.LoadLibraryW(self.expanded(self.place + self.library)):
            return False
        self.dll = ctypes.WinDLL(self.library)  # by its name alone, as a Declare finds what is loaded
        return True

    def interpreter(self) -> str:
        room = ctypes.create_unicode_buffer(1024)
        path = self.expanded(self.place + r"Scripts\pythonw.exe")
        self.kernel.GetShortPathNameW(path, room, len(room))
        return room.value

    def expanded(self, path: str) -> str:
        room = ctypes.create_unicode_buffer(1024)
        self.kernel.ExpandEnvironmentStringsW(path, room, len(room))
        return room.value


class Host(ExcelBridge):
    """Excel as the interpreter has it, and Windows besides."""

    windows: Bridge

    def global_object(self, name: str) -> object:
        return self.windows if name == "windows" else super().global_object(name)


class Workbook:
    """A workbook that is open in this Excel: its macros, and a sheet for arguments."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            modules = modules_of(package.read("xl/vbaProject.bin"))
        self.bridge = Bridge(modules["JxBridge"])
        self.app = ExcelApplication.open(path, with_vba=False)
        host = Host(self.app.application)
        host.windows = self.bridge
        self.app.interpreter.host = host
        self.app.add_module(_BRIDGE, name="JxBridge")
        for name, source in modules.items():
            if name.startswith("Jx") and name != "JxBridge":
                full = source.replace("Application.CalculateFull", 'Debug.Print "calculate"')
                self.app.add_module(full, name=name)
        self.app.run_ = self.app.interpreter.run
        self.sheet = self.app.application.vba_get("Worksheets").vba_get("Add")

    def cell(self, name: str, arguments: list[Any]) -> Any:
        """What a cell with this call of a function shows."""
        places = [self._put(row + 1, one) for row, one in enumerate(arguments)]
        value = self.app.evaluate(f"{name}({', '.join(places)})")
        return "#VALUE!" if isinstance(value, VBAErrorValue) else value

    def _put(self, row: int, held: Any) -> str:
        """Put into cells what an argument is: null is a blank cell, {"date": …}, {"error": 2007} is #DIV/0!, lists of
        lists an area, {"omitted": true} nothing at all. The expression that hands the cells over."""
        if held == {"omitted": True}:
            return ""
        area = held if isinstance(held, list) else [[held]]
        for down, line in enumerate(area):
            for across, one in enumerate(line):
                cell = self.sheet.vba_get("Cells", [row * 20 + down, across + 1])
                cell.vba_set("Value", _held(one))
        last = f"{chr(64 + len(area[0]))}{row * 20 + len(area) - 1}"
        return f'Worksheets("{self.sheet.vba_get("Name")}").Range("A{row * 20}:{last}")'


def _held(value: Any) -> object:
    if value is None:
        return EMPTY
    if isinstance(value, dict):
        return (
            VBAErrorValue(value["error"])
            if "error" in value
            else as_vba(datetime.datetime.fromisoformat(value["date"]))
        )
    return float(value) if isinstance(value, int) else value


def as_com(value: Any) -> Any:
    """A value of the interpreter as Excel hands it to COM."""
    if value is EMPTY:
        return pythoncom.Empty
    if value is MISSING:
        return OMITTED  # pywin32 sends no VT_ERROR; the other side makes this number of one
    if isinstance(value, VBAErrorValue):
        return FIRST_ERROR + value.number
    if isinstance(value, VBADate):
        return pywintypes.Time(VBADate.EPOCH + datetime.timedelta(days=value.serial))
    if isinstance(value, VBAArray):
        return _nested(value, [])
    if isinstance(value, VBAObject):
        return (
            value.dispatch if isinstance(value, ComObject) else None
        )  # the interpreter's own are not of COM
    return value


def _nested(array: VBAArray, at: list[int]) -> tuple[Any, ...]:
    lower, upper = array.bounds[len(at)]
    deeper = len(at) + 1 < len(array.bounds)
    return tuple(
        _nested(array, [*at, one]) if deeper else as_com(array.get([*at, one]))
        for one in range(lower, upper + 1)
    )


def as_vba(value: Any) -> Any:
    """What COM gave as the interpreter holds it."""
    if isinstance(value, datetime.datetime):
        return VBADate((value.replace(tzinfo=None) - VBADate.EPOCH) / datetime.timedelta(days=1))
    if type(value).__name__ == "PyIDispatch":
        return ComObject(win32com.client.Dispatch(value))
    return EMPTY if value is None else value


class Excel:
    """The process: its workbooks, and where it stands."""

    def __init__(self, path: Path) -> None:
        self.books: dict[Path, Workbook] = {}
        self.open(path)

    def open(self, path: Path) -> None:
        self.book = self.books.setdefault(path, None) or Workbook(path)  # type: ignore[arg-type]
        self.books[path] = self.book

    def step(self, step: dict[str, Any]) -> Any:
        app, bridge = self.book.app, self.book.bridge
        if "open" in step:
            return self.open(Path(step["open"]))
        if "clock" in step:
            bridge.minutes += step["clock"]
            return None
        if "macro" in step:
            return app.run(step["macro"])
        if "here" in step:
            return exec(step["here"])
        if "python" in step:
            server = bridge.server_.dispatch
            return server.Str(server.Eval(step["python"]))
        if "time" in step:
            return self.timed(step)
        return self.book.cell(step["cell"], step["arguments"])

    def timed(self, step: dict[str, Any]) -> float:
        server = self.book.bridge.server_.dispatch
        calls = [(one["cell"], [as_com(_held(each)) for each in one["arguments"]]) for one in step["calls"]]
        began = time.perf_counter()
        for _ in range(step["time"]):
            for name, given in calls:
                if step.get("before"):
                    self.book.bridge.activate()
                server.CallUDF("jxbook.excel.udfs", name, given)
        return (time.perf_counter() - began) / step["time"]

    def said(self) -> list[str]:
        return [one[1] for book in self.books.values() for one in book.app.dialogs]


def main() -> None:
    pythoncom.CoInitialize()
    excel = Excel(Path(sys.argv[1]))
    steps = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    done = []
    for step in steps:
        began = time.perf_counter()
        outcome: dict[str, Any] = {}
        try:
            outcome["value"] = excel.step(step)
        except Exception as error:
            outcome["failed"] = f"{type(error).__name__}: {error}"
        done.append(outcome | {"seconds": time.perf_counter() - began})
    with contextlib.suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")
    calculated = sum(book.app.console.count("calculate") for book in excel.books.values())
    answer = {"steps": done, "said": excel.said(), "calculated": calculated}
    print(json.dumps(answer, ensure_ascii=False, default=str))
    sys.stdout.flush()
    os._exit(0)  # as Excel ends: with it goes, by the DLL's doing, the server


if __name__ == "__main__":
    main()
