"""pyOpenVBA's interpreter with our modules, and with stubs in place of xlwings' module and its Python server."""

from __future__ import annotations

from typing import Any

import pytest
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.interpreter import _preprocess

from jxbook.excel.project import standard_modules

_XLWINGS = """
Public Function GetConfig(key As String) As Variant
    GetConfig = "C:\\jxbook\\pythonw.exe"
End Function
Public Function FileExists(ByVal path As String) As Boolean
    FileExists = {found}
End Function
Public Function XLPy()
    {start}
    Set XLPy = New Server
End Function
Public Function RunPython(PythonCommand As String)
    Debug.Print Application.StatusBar & "|" & PythonCommand
    {running}
End Function
Public Sub Told(ByVal Macro As String, ByVal Description As String, ByVal Category As String, Optional ArgumentDescriptions)
    Dim hints As String
    If Not IsMissing(ArgumentDescriptions) Then hints = Join(ArgumentDescriptions, "|")
    Debug.Print Macro & "|" & Category & "|" & Description & "|" & hints
End Sub
"""
_SERVER = """
Public Sub Module(ByVal name As String)
    Debug.Print "import " & name
    {importing}
End Sub
Public Function CallUDF(ByVal script As String, ByVal name As String, args, book, caller)
    Dim one, shown As String
    For Each one In args
        shown = shown & "|"
        If IsMissing(one) Then shown = shown & "missing" Else shown = shown & one
    Next one
    Debug.Print script & "." & name & shown
    {calling}
    CallUDF = 15
End Function
"""


def excel(
    book: Any,
    monkeypatch: pytest.MonkeyPatch,
    *,
    found: bool = True,
    start: str = "",
    importing: str = "",
    running: str = "",
    calling: str = "",
) -> ExcelApplication:
    """Excel with a workbook open; each of the last four is a line of VBA that runs at that step."""
    # Without VBA7 the message goes to MsgBox, which the interpreter records; it cannot call user32.
    monkeypatch.setitem(_preprocess.DEFAULT_CONSTANTS, "VBA7", False)
    app = ExcelApplication.open(book, with_vba=False)
    app.add_module(_XLWINGS.format(found=found, start=start, running=running), name="xlwings")
    app.add_module(_SERVER.format(importing=importing, calling=calling), name="Server", kind="class")
    for name, source in standard_modules():
        if name != "xlwings":
            # Two members of Excel that the interpreter lacks.
            source = source.replace("Application.Caller", "Nothing").replace(
                "Application.MacroOptions", "Told"
            )
            app.add_module(source, name=name)
    return app
