Attribute VB_Name = "JxRibbon"
Option Explicit

' The ribbon's buttons bear the names of the Subs they call. "As Object" spares a reference to the Office library.
Public Sub JxOnRibbon(ByVal control As Object)
    Select Case control.ID
        Case "JxCheck": JxCheck
        Case "JxReport": JxReport
        Case "JxClear": JxClear
        Case "JxAddRow": JxAddRow
        Case "JxDeleteRow": JxDeleteRow
        Case "JxRecalculate": JxRecalculate
        Case "JxRestartPython": JxRestartPython
        Case "JxHelp": JxHelp
    End Select
End Sub
