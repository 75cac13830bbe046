Attribute VB_Name = "Ribbon"
Option Explicit

' The ribbon hands each callback the control that was clicked; the macros of the buttons do the rest.

Public Sub RibbonFlagOverdue(control As IRibbonControl)
    FlagOverdue
End Sub

Public Sub RibbonWriteLetters(control As IRibbonControl)
    WriteLetters
End Sub

Public Sub RibbonCheckWorkbook(control As IRibbonControl)
    CheckWorkbook
End Sub

Public Sub RibbonEmail(control As IRibbonControl)
    Email
End Sub

Public Sub RibbonPrintLetters(control As IRibbonControl)
    PrintLetters
End Sub

Public Sub RibbonMarkSent(control As IRibbonControl)
    MarkSent
End Sub

Public Sub RibbonOpenLetter(control As IRibbonControl)
    OpenLetter
End Sub

Public Sub RibbonBringIn(control As IRibbonControl)
    BringIn
End Sub

Public Sub RibbonUndo(control As IRibbonControl)
    Undo
End Sub
