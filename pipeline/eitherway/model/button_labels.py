"""The commands that stand on the sheet Today and in the ribbon: declared once, in their order."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """One button: what it is called in Python and in VBA, and what its user reads.

    `name` is the function in `eitherway.buttons`, `macro` the Sub in `Buttons.bas`. Commands of one `group`
    stand together. `screentip` and `supertip` are the bold line and the text that the ribbon shows under the
    pointer; `image` is the name of one of Office's own icons (`imageMso`, MS-CUSTOMUI2 2.2.6), `keytip` what
    is typed after Alt and the tab's own. What stands in a cell's menu as well has `in_menu`.
    """

    name: str
    macro: str
    label: str
    group: str
    screentip: str
    supertip: str
    image: str
    keytip: str
    in_menu: bool = False

    @property
    def callback(self) -> str:
        """The Sub in `Ribbon.bas` that the ribbon calls."""
        return f"Ribbon{self.macro}"


COMMANDS = (
    Command(
        "flag_overdue",
        "FlagOverdue",
        "Flag overdue",
        "Follow-ups",
        "See whom to write to today",
        "Works out which follow-up each interviewer is owed and when, and makes the list on Today anew.",
        "RefreshAll",
        "F",
    ),
    Command(
        "write_letters",
        "WriteLetters",
        "Write letters",
        "Follow-ups",
        "Write a letter to each person on the list",
        "Writes a personal Word letter per interviewer beside the workbook. A letter you edited is kept.",
        "ExportWord",
        "L",
    ),
    Command(
        "check_workbook",
        "CheckWorkbook",
        "Check workbook",
        "Follow-ups",
        "See what to mend",
        "Lists in Problems what is wrong in the workbook, where, and what to do about it.",
        "ErrorChecking",
        "C",
    ),
    Command(
        "email",
        "Email",
        "E-mail",
        "On its way",
        "Draft the e-mails; nothing is sent",
        "For the selected rows of Today or Interviews, else for all on the list. Settings say where they go.",
        "FileSendAsAttachment",
        "E",
        in_menu=True,
    ),
    Command(
        "print_letters",
        "PrintLetters",
        "Print letters",
        "On its way",
        "Open the letters by post as one PDF",
        "For the selected rows of Today or Interviews, else for all on the list. Needs LibreOffice.",
        "FilePrint",
        "P",
    ),
    Command(
        "mark_sent",
        "MarkSent",
        "Mark sent",
        "Selected rows",
        "You have sent these: write today's date",
        "Select rows on Today or in Interviews first. Fills in the day that the step was sent.",
        "AcceptInvitation",
        "S",
        in_menu=True,
    ),
    Command(
        "open_letter",
        "OpenLetter",
        "Open letter",
        "Selected rows",
        "Open the letter of the selected row in Word",
        "Select a row on Today or in Interviews first.",
        "FileOpen",
        "O",
        in_menu=True,
    ),
    Command(
        "bring_in",
        "BringIn",
        "Import",
        "Another tracker",
        "Bring in your own tracker or address book",
        "Asks for a file (.xlsx, .csv, .vcf), shows what it holds, adds what is new. Nothing is replaced.",
        "GetExternalDataFromText",
        "I",
    ),
    Command(
        "undo",
        "Undo",
        "Undo",
        "Last write",
        "Take back what Either Way wrote last",
        "Gives each cell its earlier content, unless you changed it since. Excel's own Undo cannot do that.",
        "Undo",
        "U",
    ),
)
