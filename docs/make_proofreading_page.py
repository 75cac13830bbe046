"""Write docs/proofreading.md, the page on what proofreading finds, from what it says of small letters.

Run `python docs/make_proofreading_page.py` after a change to a check or its words; a test holds it to that.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text import Proofreader
from eitherway.proof.text.copies import near_copies

PAGE = Path(__file__).with_name("proofreading.md")

OPENING = """\
# What proofreading finds

*This page is made from what the program says by `python docs/make_proofreading_page.py`.*

Every letter is read again after it has been merged. What is found has a code, the words that it is about and,
where there is one, a suggestion. Nothing is ever corrected by itself.

- An **error** holds the letter back until it is mended.
- A **warning** holds nothing back. It stands in Problems with the cell that the words came from, and can be
  accepted: `eitherway proof --accept`, or "OK" in Problems. What was accepted is not asked again.
- An **info** is only told by `eitherway proof`: a word that no dictionary knows and that looks like no slip,
  or, under `no-ask` and `no-either-way`, a letter that hardly says so: say it plainly.

The severity below is that of the example. The same code may come as a warning where the check is less sure: a
name of another row that may rightly be mentioned, a misspelling with two likely corrections. A name of
another row is told with that row, as `Interviews!7`.

Where nothing is found the program says "no errors found". That is all it knows: read the letter yourself
before you send it. Names, companies and roles of the workbook and the words in your own word list are not
spell-checked; names that are *nearly* those of the workbook are told.
"""

BODY = """\
Dear Ms. Chen,

Thank you for showing me the cold room on Tuesday. Your question about peonies stayed with me.

I hope that you will offer me the job. Please let me know either way.

Sincerely,

Mark Rossi"""

LETTER = Manuscript(
    text=BODY,
    to=Person("Grace Chen", "Ms.", "Chen"),
    sender="Mark Rossi",
    company="Tulip Tree Floral",
    role="Wholesale Buyer",
)
KNOWN = Known(
    people=("Grace Chen", "Mark Rossi", "Amara Diallo"),
    companies=("Tulip Tree Floral", "Harbor Freight Lines"),
    roles=("Wholesale Buyer",),
)


class Example(NamedTuple):
    """A right letter, what is changed in it, and what to do about what is then found."""

    code: FindingCode
    wrong: str
    right: str
    to_do: str


EXAMPLES = (
    Example(
        FindingCode.LEFTOVER,
        "on [DATE]",
        "on Tuesday",
        "Write what belongs there: in the cell, or in the template if the field is missing there.",
    ),
    Example(
        FindingCode.TITLE_ADDRESSED,
        "Dear Hiring Manager",
        "Dear Ms. Chen",
        "Find out the name; a call to the front desk is enough.",
    ),
    Example(
        FindingCode.GREETING,
        "Dear Ms. Chan",
        "Dear Ms. Chen",
        "Correct the letter, or fill in Greet as in Interviewers.",
    ),
    Example(
        FindingCode.NAME_NEAR_MISS,
        "the cold room of Tulip Tree Florel",
        "the cold room",
        "Correct the letter, or the workbook if it is off. A name that is right goes into your word list.",
    ),
    Example(
        FindingCode.WRONG_ROW,
        "the cold room of Harbor Freight Lines",
        "the cold room",
        "Put in this letter's own name. What may rightly be mentioned goes into your word list.",
    ),
    Example(
        FindingCode.NO_ASK,
        "I enjoyed the tour.",
        "I hope that you will offer me the job.",
        "Say that you want the job, in your own words.",
    ),
    Example(
        FindingCode.NO_EITHER_WAY,
        "I look forward to the summer.",
        "Please let me know either way.",
        "Ask for an answer whatever it is.",
    ),
    Example(
        FindingCode.GIFT,
        "I have sent a box of chocolates to your office.",
        "Your question about peonies stayed with me.",
        "Wait with gifts until the decision has been made.",
    ),
    Example(
        FindingCode.SOCIAL_INVITATION,
        "I have added you on LinkedIn.",
        "Your question about peonies stayed with me.",
        "Wait with invitations until the decision has been made.",
    ),
    Example(
        FindingCode.TOO_LONG,
        "It was a pleasure. " * 50,
        "Your question about peonies stayed with me.",
        "Keep what only the two of you talked about, and cut the rest.",
    ),
    Example(FindingCode.DOUBLED_WORD, "the the cold room", "the cold room", "Take one of the two out."),
    Example(FindingCode.SPACING, "the  cold room", "the cold room", "Leave one space."),
    Example(FindingCode.A_AN, "me a orchid room", "me the cold room", "Go by the sound: an hour, a union."),
    Example(FindingCode.CAPITALS, "on tuesday", "on Tuesday", "Write it with, or without, the capital."),
    Example(FindingCode.PUNCTUATION, "stayed with me..", "stayed with me.", "Write it as suggested."),
    Example(
        FindingCode.SPELLING,
        "Your qeustion",
        "Your question",
        "Correct it, or add the word to your word list if it is right.",
    ),
    Example(
        FindingCode.GRAMMAR,
        "The growers was kind.",
        "Your question about peonies stayed with me.",
        "Read the sentence aloud; accept it if it is as you mean it.",
    ),
    Example(
        FindingCode.CONFUSED_WORD,
        "I came away form the room with a plan.",
        "Your question about peonies stayed with me.",
        "A right word in the wrong place. Accept it if it is as you mean it.",
    ),
    Example(
        FindingCode.TONE,
        "The room was awesome.",
        "Your question about peonies stayed with me.",
        "Say it as you would to somebody you have met once.",
    ),
    Example(
        FindingCode.DIALECT,
        "I like its colour.",
        "Your question about peonies stayed with me.",
        "Keep to the English of Language in Settings.",
    ),
)


def page() -> str:
    """The whole page as Markdown."""
    proofreader = Proofreader()
    found = [(example, first(example, proofreader)) for example in EXAMPLES]
    rows = [row(finding, example.wrong, example.to_do) for example, finding in found]
    return "\n".join([OPENING, *HEAD, *rows, *more_rows(proofreader), ""])


HEAD = ["| Code | Severity | For example | It says | What to do |", "| --- | --- | --- | --- | --- |"]


def first(example: Example, proofreader: Proofreader) -> Finding:
    """What is found of that code once the letter is changed. Raises StopIteration if nothing is."""
    letter = replace(LETTER, text=BODY.replace(example.right, example.wrong))
    return next(each for each in proofreader.read(letter, KNOWN) if each.code is example.code)


def more_rows(proofreader: Proofreader) -> list[str]:
    """The two codes that take more than the letter's text."""
    other = replace(LETTER, to=Person("Grace Chen", "Ms.", "Chen", "amara.diallo@tuliptree.example"))
    email = next(each for each in proofreader.read(other, KNOWN) if each.code is FindingCode.EMAIL_NAME)
    twin = replace(
        LETTER, to=Person("Amara Diallo", "Dr.", "Diallo"), text=BODY.replace("Ms. Chen", "Dr. Diallo")
    )
    copy = near_copies([LETTER, twin], KNOWN)[0][0]
    return [
        row(
            email, "a letter to Grace Chen, e-mail amara.diallo@...", "Compare the cell Email with the name."
        ),
        row(copy, "the same letter for two people of a panel", "Write a point of its own for each of them."),
    ]


def row(finding: Finding, example: str, to_do: str) -> str:
    """One line of the table."""
    shown = example if len(example) < 60 else f"{example[:40].rstrip()} ..."
    cells = (
        f"`{finding.code}`",
        finding.severity.lower(),
        shown.replace("  ", "&nbsp;&nbsp;"),
        finding.message,
        to_do,
    )
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
