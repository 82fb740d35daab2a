"""pyOpenVBA's interpreter with our modules. In the place of JxBridge, which calls Windows: a world of the test's own.

The world is VBA as well, because the interpreter knows no other objects; a test sets its variables with `put`.
"""

from __future__ import annotations

from typing import Any

from pyopenvba.apps.excel import ExcelApplication

from jxbook.excel.project import System, standard_modules

_WORLD = """
Public Missing As String
Public Startable As Boolean
Public Slow As Long
Public Generation As Long
Public Fails As String
Public Dies As Long
Public Minutes As Double

Public Sub Put(ByVal name As String, ByVal value As Variant)
    Select Case name
        Case "Missing": Missing = value
        Case "Startable": Startable = value
        Case "Slow": Slow = value
        Case "Fails": Fails = value
        Case "Dies": Dies = value
        Case "Minutes": Minutes = value
    End Select
End Sub

Public Function Now() As Date
    Now = #1/5/2024 9:00:00 AM# + Minutes / 1440
End Function

Public Sub Full()
    Debug.Print "calculate"
End Sub

Public Sub Told(ByVal Macro As String, ByVal Description As String, ByVal Category As String, Optional ArgumentDescriptions)
    Dim hints As String
    If Not IsMissing(ArgumentDescriptions) Then hints = Join(ArgumentDescriptions, "|")
    Debug.Print Macro & "|" & Category & "|" & Description & "|" & hints
End Sub
"""
_BRIDGE = """
Public Function JxActivate(ByRef server As Object) As String
    Set server = Nothing
    JxActivate = Missing
    If Missing <> "" Then Exit Function
    Debug.Print "start"
    Minutes = Minutes + Slow
    JxActivate = "JX952"
    If Not Startable Then Exit Function
    Generation = Generation + 1
    Set server = New Server
    server.Born = Generation
    JxActivate = ""
End Function
Public Sub JxEnd()
    Debug.Print "end"
    Generation = Generation + 1
End Sub
Public Sub JxShow(ByVal message As String, ByVal title As String)
    MsgBox message, vbExclamation, title
End Sub
"""
_SERVER = """
Public Born As Long

Private Sub Live(ByVal doing As String)
    If Born <> Generation Then Err.Raise -2147023174, , "the RPC server is unavailable"
    If Dies > 0 And doing <> "Len" Then
        Dies = Dies - 1
        Generation = Generation + 1
        Err.Raise -2147023170, , "the remote procedure call failed"
    End If
    If Fails = doing Then Err.Raise 440, , "Traceback"
End Sub
Public Function Len(ByVal text As String) As Long
    Live "Len"
    Len = 2
End Function
Public Function Module(ByVal name As String)
    Module = name
End Function
Public Sub SetAttr(ByVal owner, ByVal name As String, ByVal value)
    Debug.Print owner & "." & name & " = " & value.Name
End Sub
Public Sub Exec(ByVal code As String)
    Debug.Print Application.StatusBar & "|" & code
    If InStr(code, "_exit") > 0 Then
        Dies = Dies + 1
        Live "exit"
    End If
    If InStr(code, " as ") = 0 Then Live "import" Else Live "press"
End Sub
Public Function CallUDF(ByVal script As String, ByVal name As String, args)
    Dim one, shown As String
    For Each one In args
        shown = shown & "|"
        If IsMissing(one) Then shown = shown & "missing" Else shown = shown & one
    Next one
    Debug.Print script & "." & name & shown
    Live name
    CallUDF = 15
End Function
"""


def excel(book: Any, **world: object) -> ExcelApplication:
    """Excel for Windows with a workbook open; `put` says how the world is: see its variables."""
    app = ExcelApplication.open(book, with_vba=False)
    app.add_module(_WORLD, name="World")
    app.add_module(_BRIDGE, name="JxBridge")
    app.add_module(_SERVER, name="Server", kind="class")
    _add(app, System.WINDOWS, without="JxBridge")
    put(app, **({"Startable": True} | world))
    return app


def excel_for_mac(book: Any, running: str = "") -> ExcelApplication:
    """The same for a Mac; `running` is a line of VBA in the place of what xlwings does."""
    app = ExcelApplication.open(book, with_vba=False)
    run_python = f'Public Function RunPython(PythonCommand As String)\n    Debug.Print Application.StatusBar & "|" & PythonCommand\n    {running}\nEnd Function\n'
    app.add_module(_WORLD, name="World")
    app.add_module(run_python, name="xlwings")
    _add(app, System.MAC, without="xlwings")
    return app


def put(app: ExcelApplication, **world: object) -> None:
    """Change the world: `Missing` the code of what is not installed, `Startable` whether Python starts, `Slow` how
    many minutes that takes, `Fails` the one call that Python refuses, `Dies` how many calls it will not survive,
    `Minutes` the clock."""
    for name, value in world.items():
        app.run("Put", name, value)


def _add(app: ExcelApplication, system: System, without: str) -> None:
    for name, source in standard_modules(system):
        if name != without:
            # Two members of Excel that the interpreter lacks.
            source = source.replace("Application.MacroOptions", "Told")
            app.add_module(source.replace("Application.CalculateFull", "Full"), name=name)
