' jxbook：项目支出绩效自评函数。由 jxbook install --libreoffice 写入，请勿手工修改。
Option Explicit

' The answer of jxbook's Python to one cell. An empty array is an error in the cell (Err:538), which no
' sum skips; CVErr would be a text. A runtime error would open a dialog for every cell.
Private Function JxAnswer(functionName As String, given)
  Static script As Object
  On Error GoTo Failed
  If IsNull(script) Then
    Dim providers As Object
    providers = GetProcessServiceManager().createInstance("com.sun.star.script.provider.MasterScriptProviderFactory")
    script = providers.createScriptProvider("").getScript("vnd.sun.star.script:jxbook_functions.py$answer?language=Python&location=user")
  End If
  JxAnswer = script.invoke(Array(functionName, given), Array(), Array())
  Exit Function
Failed:
  JxAnswer = Array()
End Function
