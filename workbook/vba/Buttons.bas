Attribute VB_Name = "Buttons"
Option Explicit

' One macro per button on Today. All the work, and every word shown, is in Python.

Public Sub FlagOverdue()
    Start "flag_overdue"
End Sub

Public Sub WriteLetters()
    Start "write_letters"
End Sub

Public Sub CheckWorkbook()
    Start "check_workbook"
End Sub

Public Sub Email()
    Start "email"
End Sub

Public Sub PrintLetters()
    Start "print_letters"
End Sub

Public Sub MarkSent()
    Start "mark_sent"
End Sub

Public Sub OpenLetter()
    Start "open_letter"
End Sub

Public Sub BringIn()
    Start "bring_in"
End Sub

Public Sub Undo()
    Start "undo"
End Sub
