Attribute VB_Name = "Clicks"
Option Explicit

' What every macro calls. The status bar tells of the click before Python is there; Python takes it from then on.

Public Sub Start(command As String)
    If NothingIsOpen() Then
        MsgBox "No workbook is open that may be changed." & vbLf & vbLf & _
            "Open yours; if a yellow bar says Protected View, click Enable Editing. Then click again.", _
            vbExclamation, "Either Way"
        Exit Sub
    End If
    Application.StatusBar = "Either Way: Starting ..."
    RunPython "import eitherway.buttons; eitherway.buttons." & command & "()"
    ' On macOS Excel does not wait for Python, which gives the status bar back itself.
    If Application.OperatingSystem Like "Windows*" Then Application.StatusBar = False
End Sub

Private Function NothingIsOpen() As Boolean
    Dim excel As Object
    If ActiveWorkbook Is Nothing Then
        NothingIsOpen = True
        Exit Function
    End If
    Set excel = Application
    On Error Resume Next ' Excel for Mac has no Protected View.
    NothingIsOpen = Not excel.ActiveProtectedViewWindow Is Nothing
End Function
