Attribute VB_Name = "JxButtons"
Option Explicit

' One Sub for each button of the form and of the ribbon. Python (jxbook.excel.buttons) does the work and
' speaks of its own failures; what stands here is what Python cannot say: that it did not start.
' Every Chinese text comes from JxTexts, so this source is plain ASCII and the same under every codepage.

#If Mac Then
#ElseIf VBA7 Then
    ' The built-in MsgBox shows Chinese only where the system's own codepage is Chinese; this one always does.
    Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, ByVal text As LongPtr, ByVal caption As LongPtr, ByVal style As Long) As Long
#End If

Public Sub JxCheck()
    Perform "check"
End Sub

Public Sub JxReport()
    Perform "report"
End Sub

Public Sub JxClear()
    Perform "clear"
End Sub

Public Sub JxAddRow()
    Perform "add_row"
End Sub

Public Sub JxDeleteRow()
    Perform "delete_row"
End Sub

Public Sub JxHelp()
    Perform "help_"
End Sub

Private Sub Perform(ByVal action As String)
    Dim code As String, interpreter As String
    On Error GoTo failed
    code = "JX954"
    Application.StatusBar = JxText("busy." & action)
    #If Mac Then
    #Else
        ' RunPython shows a traceback when the import fails; so the import is tried here first.
        interpreter = GetConfig("INTERPRETER_WIN")
        code = "JX951"
        If Not FileExists(interpreter) Then Err.Raise vbObjectError + 951
        code = "JX952"
        XLPy.Module "jxbook.excel.buttons"
        code = "JX954"
    #End If
    RunPython "import jxbook.excel.buttons as b; b." & action & "()"
    ' Python leaves its result in the bar; only what this Sub wrote itself must not stay there.
    If CStr(Application.StatusBar) = JxText("busy." & action) Then Application.StatusBar = False
    Exit Sub
failed:
    ' The number with which xlwings says that its DLL was not found: another version is installed.
    If code = "JX952" And Err.Number = 1 Then code = "JX953"
    Application.StatusBar = False
    Warn code
End Sub

Private Sub Warn(ByVal code As String)
    Dim message As String, title As String
    message = code & vbLf & JxText(code)
    title = JxText("title")
    #If Mac Then
        MsgBox message, vbExclamation, title
    #ElseIf VBA7 Then
        MessageBoxW Application.Hwnd, StrPtr(message), StrPtr(title), vbExclamation
    #Else
        MsgBox message, vbExclamation, title
    #End If
End Sub
