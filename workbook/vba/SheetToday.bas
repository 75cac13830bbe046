' Either Way: a double-click on a row of the list opens its letter.
Private Sub Worksheet_BeforeDoubleClick(ByVal Target As Range, Cancel As Boolean)
    If Target.ListObject Is Nothing Then Exit Sub
    If Target.ListObject.DisplayName <> "Today" Then Exit Sub
    Cancel = True
    OpenLetter
End Sub
