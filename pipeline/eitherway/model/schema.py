"""The workbook, declared once: every table with its columns, their types, widths and help texts.

The builder draws the workbook from it, the reader and the checks expect it, and docs/workbook.md is generated
from it. Widths are in characters of the workbook's font, as Excel counts column widths. What a cell may hold is
in `choices`, the cadence in `steps`, the rows of Settings in `setting_rows`, the Dashboard in `dashboard`.
"""

from __future__ import annotations

from collections.abc import Mapping

from eitherway.model.choices import CHANNELS, FLAG_CHOICES, FOLLOW_UPS, FORMATS, HOW, OK, STATUSES
from eitherway.model.columns import Column, Kind, Role, Table
from eitherway.model.dashboard import DASHBOARD
from eitherway.model.letter_kinds import TONES
from eitherway.model.linked import Linked
from eitherway.model.steps import AFTER_NO, COUNTS_FROM, SENT, STEPS

# fmt: off
REPLY = "Reply received"
ANSWER = "Your answer"
FINGERPRINT = "Fingerprint"
CV_SENT = "CV sent"
PLACE = "Place"
CELL = "Cell"

FILE = Column("File", Kind.TEXT, 44, "The letter's path, from the workbook's folder. Letter is a link to it.", ours=True)
TO_LETTER = Linked(FILE.name, "{Step} letter", bare="Letter")
DRAFT_FILE = Column("Draft file", Kind.TEXT, 44, "The path of the e-mail's draft, from the workbook's folder. Draft is a link to it.", ours=True, later=True)
DRAFT = Column("Draft", Kind.LINK, 18, "Click to open the e-mail in your mail program, once `eitherway mail` or E-mail has written it.", ours=True, later=True, link=Linked(DRAFT_FILE.name, "{Step} e-mail", bare="E-mail"))

COUNTS = Table(
    "Counts",
    Role.COMPUTED,
    "How the search stands on the day of the last run.",
    (
        Column("As of", Kind.DATE, 17, "The day that the flags below were worked out for.", ours=True),
        Column("Overdue", Kind.NUMBER, 13, "Follow-ups whose day has passed.", ours=True),
        Column("Due", Kind.NUMBER, 13, "Follow-ups to send today.", ours=True),
        Column("Soon", Kind.NUMBER, 13, "Follow-ups that fall due in the next business days.", ours=True),
        Column("Waiting", Kind.NUMBER, 13, "Conversations where it is their turn, or not yet time.", ours=True),
        Column("To mend", Kind.NUMBER, 13, "Rows that need a correction first; see Problems.", ours=True),
    ),
    on_sheet="Today",
)

TODAY = Table(
    "Today",
    Role.COMPUTED,
    "Today's list, most urgent first. Made anew by every run; nothing typed here is kept.",
    (
        Column("Flag", Kind.CHOICE, 13, "Overdue, Due (today) or Soon.", ours=True, choices=FLAG_CHOICES),
        Column("Due", Kind.DATE, 17, "The business day on which the follow-up should go out.", ours=True),
        Column("Days overdue", Kind.NUMBER, 13, "Business days since Due, up to today.", ours=True),
        Column("Step", Kind.TEXT, 13, "The follow-up that is owed: thank-you, check-in or last note.", ours=True),
        Column("Interviewer", Kind.TEXT, 24, "Whom to write to.", ours=True),
        Column("Company", Kind.TEXT, 22, "Where the interviewer works.", ours=True),
        Column("Role", Kind.TEXT, 24, "The job you applied for.", ours=True),
        Column("Channel", Kind.CHOICE, 10, "By e-mail, by post, or both.", ours=True, choices=CHANNELS),
        Column("Letter", Kind.LINK, 18, "Click to open the letter in Word.", ours=True, link=TO_LETTER),
        DRAFT,
        Column("Why", Kind.TEXT, 62, "The reason for the flag, in a sentence.", ours=True),
    ),
    added=(FILE, DRAFT_FILE),
    hidden=(FILE.name, DRAFT_FILE.name),
)

APPLICATIONS = Table(
    "Applications",
    Role.INPUT,
    "A row for each job that you applied for.",
    (
        Column("Application", Kind.TEXT, 32, 'A short label of your own, such as "Northwind - Data Analyst"; Interviews refers to it. Empty, it is Company and Role: "Company - Role".'),
        Column("Company", Kind.TEXT, 22, "The company's name as it should stand in a letter.", required=True),
        Column("Role", Kind.TEXT, 26, "The job's title as it should stand in a letter.", required=True),
        Column("Status", Kind.CHOICE, 13, "Where the application stands. Accepted, Withdrawn and Rejected close all its follow-ups.", required=True, choices=STATUSES),
        Column("Applied on", Kind.DATE, 13, "The day you applied.", memo=True),
        Column("How", Kind.CHOICE, 11, "How you applied; benefit offices ask.", choices=HOW, strict=False, later=True, memo=True),
        Column("Source", Kind.TEXT, 16, "Where you found the job: a site, a fair, a friend.", memo=True),
        Column("Link", Kind.TEXT, 28, "The advertisement's address.", memo=True),
        Column("Reference", Kind.TEXT, 14, "The employer's reference number; it stands in the letter."),
        Column("Industry", Kind.TEXT, 16, "The company's field.", memo=True),
        Column("Tone", Kind.CHOICE, 10, "How letters for this application sound. Empty: Settings decides. A folder of your own in letter_templates is a tone too.", choices=TONES, strict=False),
        Column("Why this job", Kind.TEXT, 44, 'Why you want it, to follow "because": "the team publishes what it learns".'),
        Column("Contact", Kind.CHOICE, 26, "Whom to ask for news, by full name. Empty: whoever you met last.", choices_from=("Interviewers", "Interviewer"), strict=False, later=True),
        Column(CV_SENT, Kind.TEXT, 28, "The CV that you sent with it: a file beside this workbook, or its whole path. `eitherway mail --attach cv` puts it on a draft.", later=True, memo=True),
        Column("Decision by", Kind.DATE, 13, "The day by which they said they would decide."),
        Column("Decided on", Kind.DATE, 13, "The day you heard the decision. After a no, a gracious note is offered from that day on.", memo=True),
        Column("Employer address", Kind.LINES, 30, "The company's postal address; a work-search log asks for it.", later=True, memo=True),
        Column("Employer phone", Kind.TEXT, 17, "The company's telephone number.", later=True, memo=True),
        Column("Employer web", Kind.TEXT, 24, "The company's e-mail or web address.", later=True, memo=True),
        Column("Notes", Kind.LINES, 36, "Anything you want to remember.", memo=True),
        Column("Thanked", Kind.TEXT, 10, "How many of the interviewers you met have been thanked.", ours=True),
        Column("Next due", Kind.DATE, 13, "The earliest follow-up that is still owed.", ours=True),
        Column("Flag", Kind.CHOICE, 13, "The most urgent flag among this application's conversations.", ours=True, choices=FLAG_CHOICES),
        Column("Last contact", Kind.DATE, 13, "The last day that either side wrote.", ours=True),
    ),
)

INTERVIEWERS = Table(
    "Interviewers",
    Role.INPUT,
    "A row for each person you meet. Optional, but it makes the letters better.",
    (
        Column("Interviewer", Kind.TEXT, 26, "The full name, spelled as on their card.", required=True),
        Column("Greet as", Kind.TEXT, 18, 'How the letter greets them, if not by full name: "Dr. Okafor", "Rachel".'),
        Column("Title", Kind.TEXT, 28, "Their job title, for the address block."),
        Column("Company", Kind.TEXT, 22, "Their company; it tells apart two people of one name."),
        Column("Email", Kind.TEXT, 34, "Their e-mail address."),
        Column("Address", Kind.LINES, 32, "Their postal address, in several lines (Alt+Enter)."),
        Column("Channel", Kind.CHOICE, 10, "How to thank this person. Empty: Settings decides.", choices=CHANNELS),
        Column("Notes", Kind.LINES, 36, "Anything you want to remember.", memo=True),
    ),
)

INTERVIEWS = Table(
    "Interviews",
    Role.INPUT,
    "A row for each interviewer of each interview: a panel of three is three rows.",
    (
        Column("Application", Kind.CHOICE, 32, "Which application; pick it from the list.", required=True, choices_from=("Applications", "Application")),
        Column("Round", Kind.TEXT, 8, "1, 2, 3, final."),
        Column("Format", Kind.CHOICE, 10, "Phone, Video or On site.", choices=FORMATS, strict=False, memo=True),
        Column("Date", Kind.DATE, 13, "The day of the interview.", required=True),
        Column("Time", Kind.TEXT, 9, "When it begins, 14:30 or 2:30 pm.", later=True, memo=True),
        Column("Interviewer", Kind.CHOICE, 26, "One person's full name. A new name can simply be typed.", required=True, choices_from=("Interviewers", "Interviewer"), strict=False),
        Column("What we talked about", Kind.LINES, 48, 'The personal point, to follow "I enjoyed talking with you about": "moving the reports off paper".'),
        Column("In your own words", Kind.LINES, 48, "Up to three sentences of your own, a paragraph of the letter: a promise, an answer to a doubt of theirs.", later=True),
        Column("Follow up", Kind.CHOICE, 16, "Empty: a thank-you to everybody, and one of them is asked for news. All steps: this person is asked too. Or Thank-you only, or Nothing.", choices=FOLLOW_UPS),
        Column("Channel", Kind.CHOICE, 10, "How this thank-you goes out. Empty: the interviewer's channel, then Settings.", choices=CHANNELS),
        Column("Tone", Kind.CHOICE, 10, "How this letter sounds. Empty: the application's tone, then Settings.", choices=TONES, strict=False),
        Column("Decision by", Kind.DATE, 13, "The day by which this interviewer said you would hear."),
        Column("Follow up on", Kind.DATE, 13, "A day that you choose for the next follow-up, in place of the worked-out one."),
        *(Column(step + SENT, Kind.DATE, 13, f"The day your {step.lower()} went out.") for step in STEPS),
        Column(AFTER_NO + SENT, Kind.DATE, 13, "The day your note after a no went out. It is offered once, and may be left out.", later=True),
        Column(REPLY, Kind.DATE, 13, "The day they last answered you."),
        Column("Notes", Kind.LINES, 36, "Anything you want to remember.", memo=True),
        Column("Step", Kind.TEXT, 13, "The follow-up that is owed next.", ours=True),
        Column("Due", Kind.DATE, 13, "The business day on which it should go out.", ours=True),
        Column("Days overdue", Kind.NUMBER, 13, "Business days since Due.", ours=True),
        Column("Flag", Kind.CHOICE, 13, "What the row needs: Fix, Overdue, Due, Soon, Waiting, Gone quiet and so on.", ours=True, choices=FLAG_CHOICES),
        Column("Why", Kind.TEXT, 58, "The reason for the flag, in a sentence.", ours=True),
        Column("Letter", Kind.LINK, 18, "Click to open the letter in Word.", ours=True, link=TO_LETTER),
        DRAFT,
        Column("In the letter", Kind.TEXT, 58, "How what you talked about reads in the letter.", ours=True, later=True),
    ),
    added=(FILE, DRAFT_FILE),
    hidden=(FILE.name, DRAFT_FILE.name),
)

CADENCE = Table(
    "Cadence",
    Role.INPUT,
    'When each follow-up is owed. Change the figures, or add a step S with a date column "S sent" in Interviews.',
    (
        Column("Step", Kind.TEXT, 16, "The step's name.", required=True),
        Column("Letter", Kind.TEXT, 16, "The letter template's name, such as thank-you.", required=True),
        Column("Counts from", Kind.CHOICE, 16, "The day that the business days are counted from.", required=True, choices=COUNTS_FROM),
        Column("Business days", Kind.NUMBER, 15, "How many business days after that day the step is due.", required=True),
        Column("Late after", Kind.NUMBER, 12, "A thank-you this many business days overdue is left out."),
    ),
)

SETTINGS = Table(
    "Settings",
    Role.INPUT,
    "Your name is all that must be filled in.",
    (
        Column("Name", Kind.TEXT, 30, "The setting.", required=True),
        Column("Value", Kind.LINES, 34, "Your choice."),
        Column("What it does", Kind.TEXT, 70, "What the setting changes.", memo=True),
    ),
)

DAYS_OFF = Table(
    "Days off",
    Role.INPUT,
    "Days that are not business days for you, beside the public holidays of your country.",
    (
        Column("Date", Kind.DATE, 14, "The day off.", required=True),
        Column("Why", Kind.TEXT, 40, "For your own memory.", memo=True),
    ),
)

PROBLEMS = Table(
    "Problems",
    Role.COMPUTED,
    "What to mend, with a link to the cell. Made anew by every run. Type OK beside a warning about a letter's words to accept it.",
    (
        Column("Severity", Kind.TEXT, 11, "An error stops its row or its letter; a warning stops nothing.", ours=True),
        Column("Where", Kind.LINK, 34, "Click to go to the cell.", ours=True, link=Linked(CELL, f"{{{PLACE}}}", f"{{{PLACE}}}")),
        Column("What", Kind.TEXT, 64, "What is wrong.", ours=True),
        Column("What to do", Kind.TEXT, 64, "How to mend it.", ours=True),
    ),
    added=(
        Column(ANSWER, Kind.CHOICE, 14, "Type OK beside what proofreading warns of, if it is right as it is: it is not told again. An error has to be mended.", choices=(OK,), strict=False),
        Column(FINGERPRINT, Kind.TEXT, 14, "By this a warning is known again.", ours=True),
        Column(PLACE, Kind.TEXT, 34, "The place in words, as Where shows it.", ours=True),
        Column(CELL, Kind.TEXT, 24, "The cell that Where leads to.", ours=True),
    ),
    hidden=(FINGERPRINT, PLACE, CELL),
)

WORDS = Table(
    "Words",
    Role.INPUT,
    "Words of your own that proofreading should know: terms of your trade, names of tools.",
    (
        Column("Word", Kind.TEXT, 26, "A word, or a few, spelled as they should be.", required=True),
        Column("Note", Kind.TEXT, 44, "For your own memory.", memo=True),
    ),
    optional=True,
)

ACCEPTED = Table(
    "Accepted",
    Role.APPENDED,
    "What proofreading warned of and you found right. Delete a row to be warned again.",
    (
        Column("When", Kind.MOMENT, 18, "The time you said OK.", ours=True),
        Column("Where", Kind.TEXT, 40, "The cell that the words came from.", ours=True),
        Column("What", Kind.TEXT, 64, "What it had warned of.", ours=True),
        Column(FINGERPRINT, Kind.TEXT, 20, "By this the warning is known again.", ours=True),
    ),
    optional=True,
)

LOG = Table(
    "Log",
    Role.APPENDED,
    "What Either Way did and when. Rows are only ever added.",
    (
        Column("When", Kind.MOMENT, 18, "The time of the run.", ours=True),
        Column("What", Kind.TEXT, 44, "What was done.", ours=True),
        Column("Application", Kind.TEXT, 32, "The application it was for.", ours=True),
        Column("Interviewer", Kind.TEXT, 26, "The interviewer it was for.", ours=True),
        Column("Step", Kind.TEXT, 13, "The follow-up it was for.", ours=True),
        Column(FILE.name, Kind.TEXT, 62, "The letter's path, from the workbook's folder.", ours=True),
    ),
    added=(Column("Letter", Kind.LINK, 14, "Click to open the letter in Word.", ours=True, link=Linked(FILE.name, "Open letter")),),
)

LISTED_TONES = Table(
    "Tones",
    Role.COMPUTED,
    "What the drop-downs of a tone offer: the tones that come with Either Way, and each folder of your own in letter_templates.",
    (Column("Tone", Kind.TEXT, 18, "How letters may sound.", ours=True),),
    on_sheet="Lists",
    optional=True,
)

WORK_SEARCH = Table(
    "Work search",
    Role.COMPUTED,
    "What you did in the last 13 weeks (at most 500 rows), for a benefit office. Made anew by every run; `eitherway worksearch` prints any weeks.",
    (
        Column("Week ending", Kind.DATE, 13, "The last day of the week.", ours=True),
        Column("Date", Kind.DATE, 13, "The day on which it happened.", ours=True),
        Column("Kind", Kind.TEXT, 13, "Application, interview, follow-up or reply.", ours=True),
        Column("Employer", Kind.TEXT, 22, "The company.", ours=True),
        Column("Position and reference", Kind.LINES, 24, "The job, and the employer's number of it.", ours=True),
        Column("Person and title", Kind.LINES, 27, "Whom it was with.", ours=True),
        Column("How", Kind.TEXT, 14, "In person, online, by phone, e-mail or post.", ours=True),
        Column("Employer contact", Kind.LINES, 32, "Address, phone, e-mail or web: what the workbook holds of them.", ours=True),
        Column("Result", Kind.LINES, 21, "What came of it so far.", ours=True),
        Column("Proof", Kind.LINES, 18, "The file that shows it, where the workbook knows one.", ours=True),
        Column("For your office", Kind.TEXT, 20, "Whether your place lists this kind of activity as counting. Not known: ask your office.", ours=True),
        Column("Of your number", Kind.LINES, 18, "How many of the week are listed as counting, of how many you need.", ours=True),
    ),
    optional=True,
)

TABLES: tuple[Table, ...] = (
    COUNTS, TODAY, APPLICATIONS, INTERVIEWERS, INTERVIEWS, CADENCE, SETTINGS, DAYS_OFF, WORDS, PROBLEMS, ACCEPTED,
    WORK_SEARCH, LOG, *DASHBOARD, LISTED_TONES,
)
# fmt: on
"""All tables, in the order of their sheets."""

BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
