Attribute VB_Name = "JxEngine"
Option Explicit

' The one Python behind all cells and buttons. It is held from call to call. When a call fails and Python does not
' answer any more, it is started once more; when that fails too, nothing is tried for some minutes: a broken
' installation costs one message, and not a wait in each of fifty cells. A button tries again at once.

Private Const SILENCE As Date = #12:05:00 AM#
Private Const PATIENCE As Date = #12:00:10 AM#
Private Const FUNCTIONS As String = "jxbook.excel.udfs"

Private server As Object
Private silentUntil As Date
Private told As Boolean
Private reason As String

' =JX_...(): what Python answers. A failure is #VALUE!, which no sum skips.
Public Function JxCall(ByVal name As String, ByVal arguments As Variant) As Variant
    Dim again As Boolean
    On Error GoTo failed
once_more:
    JxCall = CVErr(xlErrValue)
    If JxAnswers() Then JxCall = server.CallUDF(FUNCTIONS, name, arguments)
    Exit Function
failed:
    JxCall = CVErr(xlErrValue)
    If Alive() Then Exit Function
    Set server = Nothing
    If again Then
        GiveUp "JX952"
        Exit Function
    End If
    again = True
    Resume once_more
End Function

' Is there a Python? Where none runs yet it is started, unless that has just failed.
Public Function JxAnswers() As Boolean
    If server Is Nothing Then
        If Now >= silentUntil Then Start
    End If
    JxAnswers = Not server Is Nothing
End Function

' Runs what a button of this workbook stands for. The answer: nothing, or the code of what went wrong.
Public Function JxPress(ByVal action As String) As String
    On Error GoTo failed
    silentUntil = 0
    If Not server Is Nothing Then
        If Not Alive() Then Set server = Nothing
    End If
    told = True
    If Not JxAnswers() Then
        JxPress = reason
        Exit Function
    End If
    JxPress = "JX952"
    server.Exec "import jxbook.excel.buttons"
    JxPress = "JX954"
    server.SetAttr server.Module("xlwings._xlwindows"), "BOOK_CALLER", ThisWorkbook
    server.Exec "import jxbook.excel.buttons as b; b." & action & "()"
    JxPress = ""
failed:
End Function

' A new Python in place of the present one, which is asked to go and, where it does not answer, ended. The answer:
' nothing, or the code of what went wrong.
Public Function JxRestart() As String
    On Error Resume Next
    If Not server Is Nothing Then server.Exec "import os; os._exit(0)"
    JxEnd
    On Error GoTo 0
    Set server = Nothing
    silentUntil = 0
    told = True
    If Not JxAnswers() Then JxRestart = reason
End Function

' Why there is no Python: a code and its text; nothing while there is one.
Public Function JxReason() As String
    If reason <> "" Then JxReason = reason & " " & JxText(reason)
End Function

Private Sub Start()
    Dim attempt As Long, began As Date
    For attempt = 1 To 2
        began = Now
        reason = JxActivate(server)
        If reason = "" Then
            silentUntil = 0
            told = False
            Exit Sub
        End If
        ' What is not there will not be there at once; and nobody is made to wait twice.
        If reason <> "JX952" Or Now - began > PATIENCE Then Exit For
    Next attempt
    GiveUp reason
End Sub

Private Sub GiveUp(ByVal code As String)
    reason = code
    silentUntil = Now + SILENCE
    If told Then Exit Sub
    told = True
    JxWarn code
End Sub

' Python lives as long as it can count; what it refused else was the fault of that one call.
Private Function Alive() As Boolean
    On Error GoTo gone
    If Not server Is Nothing Then Alive = (server.Len("jx") = 2)
gone:
End Function
