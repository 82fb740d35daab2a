Attribute VB_Name = "JxEngine"
Option Explicit

' On a Mac xlwings has no functions for cells, and starts Python anew for each button. This module stands in the
' place of the one for Windows, in the workbooks that `jxbook new --mac` makes.

' =JX_...(): not on a Mac.
Public Function JxCall(ByVal name As String, ByVal arguments As Variant) As Variant
    JxCall = CVErr(xlErrNA)
End Function

Public Function JxAnswers() As Boolean
End Function

Public Function JxPress(ByVal action As String) As String
    On Error GoTo failed
    RunPython "import jxbook.excel.buttons as b; b." & action & "()"
    Exit Function
failed:
    JxPress = "JX954"
End Function

' Nothing runs on between two buttons.
Public Function JxRestart() As String
End Function

Public Function JxReason() As String
End Function

Public Sub JxShow(ByVal message As String, ByVal title As String)
    MsgBox message, vbExclamation, title
End Sub
