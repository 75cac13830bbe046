Attribute VB_Name = "LibreOffice"
Option Explicit

' RunPython for LibreOffice, whose Basic does not compile xlwings' own VBA. It lets LibreOffice listen on a pipe
' that only this user may open, and starts Python, which does its work through it. It does not wait: while Basic
' runs, LibreOffice answers nobody else.

Private acceptor As Object
Private pipe As String

Public Sub Start(command As String)
    RunPython "import eitherway.buttons; eitherway.buttons." & command & "()"
End Sub

Public Sub RunPython(code As String)
    Dim python As String
    On Error GoTo Failed
    python = Interpreter()
    If Not FileExists(python) Then
        MsgBox "Python was not found at " & python & "." & Chr(10) & Chr(10) & _
            "Run eitherway new --libreoffice once on this computer, then click again.", 16, "Either Way"
        Exit Sub
    End If
    Listen
    ' -E: what LibreOffice has set for its own Python is not for this one.
    Shell Quoted(python), 0, "-E -c " & Quoted(Attaching() & code) & " " & Arguments(), False
    Exit Sub
Failed:
    MsgBox "Python could not be started: " & Error$ & ".", 16, "Either Way"
End Sub

Private Sub Listen()
    If pipe <> "" Then Exit Sub
    Randomize
    pipe = "eitherway" & CStr(Int(Rnd * 1000000000))
    Set acceptor = CreateUnoService("com.sun.star.office.Acceptor")
    acceptor.initialize Array("pipe,name=" & pipe & ";urp;", True)
End Sub

Private Function Attaching() As String
    Attaching = "import sys, eitherway.books.libreoffice as office; office.attach(*sys.argv[1:]); "
End Function

Private Function Arguments() As String
    Dim program As String
    program = CreateUnoService("com.sun.star.util.PathSubstitution").getSubstituteVariableValue("$(prog)")
    Arguments = pipe & " " & Quoted(program) & " " & ThisComponent.RuntimeUID
End Function

' As xlwings reads it: a name and a value a row in the sheet xlwings.conf. Linux has what macOS has.
Private Function Interpreter() As String
    Dim sheet As Object, row As Long, name As String
    name = "INTERPRETER_MAC"
    If GetGUIType() = 1 Then name = "INTERPRETER_WIN"
    Set sheet = ThisComponent.Sheets.getByName("xlwings.conf")
    Do While sheet.getCellByPosition(0, row).String <> ""
        If sheet.getCellByPosition(0, row).String = name Then
            Interpreter = Expanded(sheet.getCellByPosition(1, row).String)
        End If
        row = row + 1
    Loop
End Function

Private Function Expanded(path As String) As String
    Expanded = Replace(path, "%LOCALAPPDATA%", Environ("LOCALAPPDATA"))
    If Left(Expanded, 5) = "$HOME" Then Expanded = Environ("HOME") & Mid(Expanded, 6)
End Function

Private Function Quoted(text As String) As String
    Quoted = Chr(34) & text & Chr(34)
End Function
