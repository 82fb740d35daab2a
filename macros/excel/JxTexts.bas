Attribute VB_Name = "JxTexts"
Option Explicit

' The Chinese texts. VBA keeps its sources in the codepage of a system, not in Unicode: Chinese written there
' is garbled, at run time too, on every computer whose codepage is not Chinese. Cells are Unicode everywhere,
' so the texts stand in two hidden sheets: jxbook.texts (key, text) and _IntelliSense_ (the functions).

Public Function JxText(ByVal key As String) As String
    Dim place As Long
    JxText = key
    On Error GoTo unknown
    With ThisWorkbook.Worksheets("jxbook.texts")
        For place = 1 To 100
            If .Cells(place, 1).Value = key Then JxText = .Cells(place, 2).Value
        Next place
    End With
unknown:
End Function

' Does a cell of the form say that jxbook reckoned it? What is asked for, JxText("engine"), that cell reckons too.
Public Function JxReckoned() As Boolean
    On Error GoTo unknown
    JxReckoned = Not ThisWorkbook.Worksheets(JxText("form")).UsedRange.Find(What:=JxText("engine"), LookIn:=xlValues, LookAt:=xlPart) Is Nothing
unknown:
End Function

Public Sub JxDescribeFunctions()
    Dim place As Long, saved As Boolean
    saved = ThisWorkbook.Saved
    With ThisWorkbook.Worksheets("_IntelliSense_")
        For place = 2 To 100
            If .Cells(place, 1).Value = "" Then Exit For
            Describe .Cells(place, 1)
        Next place
    End With
    ' Describing a function counts as a change, and nobody should be asked to save for it.
    ThisWorkbook.Saved = saved
End Sub

Private Sub Describe(ByVal start As Range)
    Dim macro As String, hints() As String, count As Long
    On Error Resume Next
    macro = "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & start.Value
    For count = 0 To 19
        If start.Offset(0, 4 + 2 * count).Value = "" Then Exit For
        ReDim Preserve hints(0 To count)
        hints(count) = start.Offset(0, 4 + 2 * count).Value
    Next count
    If count = 0 Then
        Application.MacroOptions Macro:=macro, Description:=start.Offset(0, 1).Value, Category:=JxText("category")
    Else
        Application.MacroOptions Macro:=macro, Description:=start.Offset(0, 1).Value, Category:=JxText("category"), ArgumentDescriptions:=hints
    End If
End Sub
