"""The tables of the caseload, declared as the workbook's own are (eitherway/model/schema.py)."""

from __future__ import annotations

from eitherway.model.choices import FLAG_CHOICES
from eitherway.model.columns import Column, Kind, Role, Table
from eitherway.model.records import Flag

COUNTED = (Flag.OVERDUE.value, Flag.DUE.value, Flag.SOON.value, Flag.WAITING.value, Flag.FIX.value)

WHY = "Why, as told to the client"

FOLLOW_UPS = Table(
    "Follow ups",
    Role.COMPUTED,
    "What all clients owe, most urgent first.",
    (
        Column("Flag", Kind.CHOICE, 12, "Overdue, Due (today) or Soon.", ours=True, choices=FLAG_CHOICES),
        Column("Due", Kind.DATE, 14, "The business day on which it should go out.", ours=True),
        Column("Days overdue", Kind.NUMBER, 13, "Business days since Due.", ours=True),
        Column("Client", Kind.LINK, 38, "Click to open the client's workbook.", ours=True),
        Column("Step", Kind.TEXT, 13, "The follow-up that is owed.", ours=True),
        Column("Interviewer", Kind.TEXT, 24, "Whom the client should write to.", ours=True),
        Column("Company", Kind.TEXT, 22, "Where the interviewer works.", ours=True),
        Column("Role", Kind.TEXT, 24, "The job.", ours=True),
        Column(WHY, Kind.TEXT, 58, "The reason for the flag; “you” is the client.", ours=True),
    ),
)

WORKBOOKS = Table(
    "Workbooks",
    Role.COMPUTED,
    "A row for each workbook that was found.",
    (
        Column("Client", Kind.LINK, 28, "Click to open the workbook.", ours=True),
        Column("State", Kind.CHOICE, 11, "Done, refused, failed, not run, or not ours.", ours=True),
        *(Column(name, Kind.NUMBER, 9, f"Conversations flagged {name}.", ours=True) for name in COUNTED),
        Column("Interviews this week", Kind.NUMBER, 11, "From Monday to Sunday; a panel is one.", ours=True),
        Column("Offers", Kind.NUMBER, 8, "Applications with Status Offer or Accepted.", ours=True),
        Column(
            "Longest silence",
            Kind.NUMBER,
            10,
            "Days since the interview that has been without an answer for longest.",
            ours=True,
        ),
        Column("Change", Kind.LINES, 28, "What is other than in the caseload before this one.", ours=True),
        Column(
            "Letters written",
            Kind.NUMBER,
            9,
            "Letters written by this batch, also before --resume.",
            ours=True,
        ),
        Column("Letters held", Kind.NUMBER, 9, "Letters that wait for a correction.", ours=True),
        Column("Errors", Kind.NUMBER, 8, "Problems that stop a row or a letter.", ours=True),
        Column("Warnings", Kind.NUMBER, 10, "Problems that stop nothing.", ours=True),
        Column(
            "What", Kind.LINES, 30, "Why nothing was done, or the first error, and what to do.", ours=True
        ),
        Column("File", Kind.LINES, 26, "Where the workbook lies.", ours=True),
    ),
)

SILENCE = Table(
    "Silence",
    Role.COMPUTED,
    "Interviews without an answer, of all clients, longest first.",
    (
        Column("Days", Kind.NUMBER, 9, "Calendar days since the interview.", ours=True),
        Column("Since", Kind.DATE, 14, "The interview that is without an answer.", ours=True),
        Column("Client", Kind.LINK, 38, "Click to open the client's workbook.", ours=True),
        Column("Application", Kind.TEXT, 60, "Whose silence it is.", ours=True),
    ),
)

TO_MEND = Table(
    "To mend",
    Role.COMPUTED,
    "All problems of each client: errors first.",
    (
        Column("Client", Kind.LINK, 38, "Click to open the client's workbook.", ours=True),
        Column(
            "Severity",
            Kind.TEXT,
            11,
            "An error stops its row or its letter; a warning stops nothing.",
            ours=True,
        ),
        Column("Where", Kind.TEXT, 34, "The cell.", ours=True),
        Column("What", Kind.TEXT, 64, "What is wrong; “you” is the client.", ours=True),
        Column("What to do", Kind.TEXT, 64, "How to mend it.", ours=True),
    ),
)
