"""What a column of a foreign tracker can mean, and what is known of a column once that is found out."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from eitherway.words.comparison import find


class Meaning(StrEnum):
    """A column's meaning; the value is what a person says to `--map` and reads in the table of columns."""

    COMPANY = "Company"
    ROLE = "Role"
    ROLE_AT_COMPANY = "Role at company"
    STATUS = "Status"
    OUTCOME = "Outcome"
    REACHED = "Stage reached (yes or no)"
    APPLIED_ON = "Applied on"
    DATE = "Date of the row"
    SOURCE = "Source"
    LINK = "Link"
    REFERENCE = "Reference"
    INDUSTRY = "Industry"
    WHY = "Why this job"
    DECISION_BY = "Decision by"
    DECIDED_ON = "Decided on"
    NOTES = "Notes"
    NOTES_AND_INTERVIEWS = "Notes and interviews"
    INTERVIEW = "Interview"
    INTERVIEWER = "Interviewer"
    ROUND = "Round"
    FORMAT = "Format"
    TIME = "Time"
    POINT = "What we talked about"
    FOLLOW_UP_ON = "Follow up on"
    THANKED = "Thank-you sent"
    CHECKED_IN = "Check-in sent"
    REPLIED = "Reply received"
    CONTACT = "Contact"
    RECRUITER = "Recruiter"
    HIRING_MANAGER = "Hiring manager"
    FIRST_NAME = "First name"
    LAST_NAME = "Last name"
    TITLE = "Title of the contact"
    EMAIL = "Email"
    PHONE = "Phone"
    ADDRESS = "Address"
    PROFILE = "Profile of the contact"
    OWN = "a column of your own"
    LEAVE_OUT = "leave out"


APPLICATION_TEXTS = (
    Meaning.COMPANY,
    Meaning.ROLE,
    Meaning.SOURCE,
    Meaning.LINK,
    Meaning.REFERENCE,
    Meaning.INDUSTRY,
    Meaning.WHY,
)
APPLICATION_DATES = (Meaning.APPLIED_ON, Meaning.DECISION_BY, Meaning.DECIDED_ON)
INTERVIEW_DATES = (Meaning.FOLLOW_UP_ON, Meaning.THANKED, Meaning.CHECKED_IN, Meaning.REPLIED)
PEOPLE = (Meaning.INTERVIEWER, Meaning.CONTACT, Meaning.HIRING_MANAGER, Meaning.RECRUITER)
ABOUT_PEOPLE = (Meaning.TITLE, Meaning.EMAIL, Meaning.PHONE, Meaning.ADDRESS, Meaning.PROFILE)
AMONG_WORDS = (Meaning.INTERVIEW, Meaning.NOTES_AND_INTERVIEWS)
"""What is dated among other words."""
DATED = (*APPLICATION_DATES, *INTERVIEW_DATES, Meaning.DATE, *AMONG_WORDS)
MANY_ALLOWED = (
    *(
        Meaning.NOTES,
        Meaning.NOTES_AND_INTERVIEWS,
        Meaning.OWN,
        Meaning.DECIDED_ON,
        Meaning.LEAVE_OUT,
        Meaning.REACHED,
        Meaning.INTERVIEW,
    ),
    *(Meaning.OUTCOME, Meaning.INTERVIEWER, Meaning.TIME, Meaning.FORMAT, Meaning.POINT, Meaning.CONTACT),
)
"""What several columns of one sheet may mean at once."""


class Sureness(StrEnum):
    """How sure a guess is: what is unsure is asked, and off a terminal not acted on."""

    SAID = "as you said"
    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Stage(NamedTuple):
    """A step of hiring that a header, a status or a text names: "Phone screen", "2nd interview".

    `number` is the round that is named (0: none), `is_last` says "final"; `format` is "Phone", "Video",
    "On site" or ""; `name` is how the text puts it, "" where it says no more than the number and the format.
    """

    number: int = 0
    is_last: bool = False
    format: str = ""
    name: str = ""

    @property
    def round(self) -> str:
        """What stands in the column Round; "" where only the order of the dates can tell."""
        return "final" if self.is_last else str(self.number or "")


class Column(NamedTuple):
    """A column of a foreign sheet: its place in the grid from 0, its header, and what it means.

    `group` joins the columns of one interview ("Phone screen" and "Phone screen with"). `why` says in a
    clause what the guess rests on; `others` are what it may mean instead.
    """

    place: int
    header: str
    meaning: Meaning
    sureness: Sureness
    why: str = ""
    stage: Stage = Stage()
    group: str = ""
    others: tuple[Meaning, ...] = ()
    samples: tuple[str, ...] = ()


def meaning_named(said: str) -> Meaning | None:
    """The meaning that a person names: by its value, or by a short form of it."""
    names = {meaning.value: meaning for meaning in Meaning} | _SHORT
    found = find(said, names)
    return names[found] if found else None


_SHORT = {
    "own": Meaning.OWN,
    "own column": Meaning.OWN,
    "keep": Meaning.OWN,
    "skip": Meaning.LEAVE_OUT,
    "ignore": Meaning.LEAVE_OUT,
    "date": Meaning.DATE,
    "stage reached": Meaning.REACHED,
    "interview date": Meaning.INTERVIEW,
    "profile": Meaning.PROFILE,
    "contact email": Meaning.EMAIL,
    "contact phone": Meaning.PHONE,
    "contact title": Meaning.TITLE,
}
