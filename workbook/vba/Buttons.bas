Attribute VB_Name = "Buttons"
Option Explicit

' One macro per button on Today. All the work, and every word shown, is in Python.

Public Sub FlagOverdue()
    RunPython "import eitherway.buttons; eitherway.buttons.flag_overdue()"
End Sub

Public Sub WriteLetters()
    RunPython "import eitherway.buttons; eitherway.buttons.write_letters()"
End Sub

Public Sub CheckWorkbook()
    RunPython "import eitherway.buttons; eitherway.buttons.check_workbook()"
End Sub

Public Sub MarkSent()
    RunPython "import eitherway.buttons; eitherway.buttons.mark_sent()"
End Sub

Public Sub OpenLetter()
    RunPython "import eitherway.buttons; eitherway.buttons.open_letter()"
End Sub

Public Sub Undo()
    RunPython "import eitherway.buttons; eitherway.buttons.undo()"
End Sub
