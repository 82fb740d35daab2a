Attribute VB_Name = "JxButtons"
Option Explicit

' One Sub for each button of the form and of the ribbon. Python (jxbook.excel.buttons) does the work and
' speaks of its own failures; what stands here is what Python cannot say: that it did not start.
' Every Chinese text comes from JxTexts, so this source is plain ASCII and the same under every codepage.

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

' Every cell anew: also those that stand as they were saved, by a computer without jxbook.
Public Sub JxRecalculate()
    Dim code As String
    Begin "recalculate"
    If Not JxAnswers() Then code = JxRestart()
    If code = "" Then Application.CalculateFull
    Finish code, "recalculate"
End Sub

Public Sub JxRestartPython()
    Dim code As String
    Begin "restart"
    code = JxRestart()
    If code = "" Then Application.CalculateFull
    Finish code, "restart"
End Sub

' What is done when the workbook opens: where the numbers in it are not jxbook's, jxbook reckons them.
Public Sub JxOpened()
    If JxReckoned() Then Exit Sub
    If JxAnswers() Then Application.CalculateFull
End Sub

Private Sub Perform(ByVal action As String)
    Dim code As String
    Begin action
    code = JxPress(action)
    Finish code, action
End Sub

Private Sub Begin(ByVal action As String)
    On Error Resume Next
    Application.StatusBar = JxText("busy." & action)
End Sub

' Python leaves its result in the bar; only what this module wrote itself must not stay there.
Private Sub Finish(ByVal code As String, ByVal action As String)
    On Error Resume Next
    If CStr(Application.StatusBar) = JxText("busy." & action) Then Application.StatusBar = False
    If code <> "" Then JxWarn code
End Sub

Public Sub JxWarn(ByVal code As String)
    JxShow code & vbLf & JxText(code), JxText("title")
End Sub
