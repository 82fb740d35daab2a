Attribute VB_Name = "JxBridge"
Option Explicit

' All that only Windows can answer: where Python is, xlwings' DLL, and the process that the DLL starts.
' `jxbook install` lays the DLL down under a name of ours, so that a workbook outlives every upgrade.
' Texts go to Windows as UTF-16. Only the DLL takes the system's code page; hence a short path, which is ASCII
' whatever the user is called, and a command that is the same in every workbook: it names no file of anybody's,
' and the DLL keeps one Python for one command.

Private Const PLACE As String = "%LOCALAPPDATA%\jxbook\venv\"
Private Const STARTED_WITH As String = " -I -B -m jxbook.excel.server $(CLSID)"
Private Const KEPT As Long = 1
Private Const ENDED As Long = -1

#If Win64 Then
    Private Const LIBRARY As String = "jxbook64.dll"
    Private Declare PtrSafe Function ActivateAuto Lib "jxbook64.dll" Alias "XLPyDLLActivateAuto" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
#Else
    Private Const LIBRARY As String = "jxbook32.dll"
    Private Declare PtrSafe Function ActivateAuto Lib "jxbook32.dll" Alias "XLPyDLLActivateAuto" (ByRef result As Variant, ByVal command As String, ByVal mode As Long) As Long
#End If
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr
Private Declare PtrSafe Function ExpandEnvironmentStringsW Lib "kernel32" (ByVal text As LongPtr, ByVal expanded As LongPtr, ByVal room As Long) As Long
Private Declare PtrSafe Function GetShortPathNameW Lib "kernel32" (ByVal path As LongPtr, ByVal shortened As LongPtr, ByVal room As Long) As Long
Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, ByVal text As LongPtr, ByVal caption As LongPtr, ByVal style As Long) As Long

' Lets `server` be the Python that answers, started where it does not run yet. The answer: nothing, or the code
' of what is missing.
Public Function JxActivate(ByRef server As Object) As String
    Dim result As Variant
    Set server = Nothing
    #If Mac Then
        JxActivate = "JX958"
    #Else
        JxActivate = "JX951"
        If Interpreter() = "" Then Exit Function
        JxActivate = "JX953"
        If Not Loaded() Then Exit Function
        JxActivate = "JX952"
        If ActivateAuto(result, Command(), KEPT) <> 0 Then Exit Function
        Set server = result
        JxActivate = ""
    #End If
End Function

' Ends the Python that all open workbooks share.
Public Sub JxEnd()
    Dim unused As Variant
    #If Mac Then
    #Else
        If Loaded() Then ActivateAuto unused, Command(), ENDED
    #End If
End Sub

' The built-in MsgBox shows Chinese only where the system's own code page is Chinese; this one always does.
Public Sub JxShow(ByVal message As String, ByVal title As String)
    #If Mac Then
        MsgBox message, vbExclamation, title
    #Else
        MessageBoxW Application.Hwnd, StrPtr(message), StrPtr(title), vbExclamation
    #End If
End Sub

Private Function Command() As String
    Command = Chr(34) & Interpreter() & Chr(34) & STARTED_WITH
End Function

Private Function Interpreter() As String
    Interpreter = Shortened(Expanded(PLACE & "Scripts\pythonw.exe"))
End Function

Private Function Loaded() As Boolean
    Dim path As String
    path = Expanded(PLACE & LIBRARY)
    Loaded = LoadLibraryW(StrPtr(path)) <> 0
End Function

' A path with its variable filled in: VBA's own Environ loses what the code page lacks.
Private Function Expanded(ByVal path As String) As String
    Dim room As String, length As Long
    room = String(1024, vbNullChar)
    length = ExpandEnvironmentStringsW(StrPtr(path), StrPtr(room), Len(room))
    If length > 0 And length <= Len(room) Then Expanded = Left(room, length - 1)
End Function

' A path in 8.3 names; nothing where there is no such file. Of a disk without such names Windows gives the long one.
Private Function Shortened(ByVal path As String) As String
    Dim room As String, length As Long
    room = String(1024, vbNullChar)
    length = GetShortPathNameW(StrPtr(path), StrPtr(room), Len(room))
    If length > 0 And length < Len(room) Then Shortened = Left(room, length)
End Function
