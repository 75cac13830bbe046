"""What the buttons' messages say."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.books.excel.click_record import Record, TakenBack
from eitherway.model.problems import EitherWayError, Problem, errors
from eitherway.model.records import Outcome
from eitherway.model.report import Json, headline, letters_line, problems_line
from eitherway.words.counting import count
from eitherway.write.logged import marked_as

FollowUp = Json
MOST_NAMES = 12
BUTTONS = {"flags": "Flag overdue", "letters": "Write letters", "problems": "Check workbook"}
"""What the buttons are called, by the purpose of their writes."""


def flagged(outcome: Outcome) -> str:
    """`4 overdue, 2 due today. First: Rachel Vilsack, Northwind.`, and what to mend."""
    return _lines(headline(outcome.plan), _to_mend(outcome.problems))


def lettered(outcome: Outcome) -> str:
    """What became of the letters, and what to mend."""
    return _lines(letters_line(outcome.letters), headline(outcome.plan), _to_mend(outcome.problems))


def checked(problems: Sequence[Problem]) -> str:
    """What to mend, or that there is nothing."""
    return _to_mend(problems) or "No problems: nothing is to be mended."


def marked(found: Sequence[FollowUp], outcome: Outcome) -> str:
    """Who was marked, and what comes next."""
    every = f" ({_names(found)})" if len(found) > 1 else ""
    return _lines(f"{marked_as(outcome.plan, outcome.marks)}{every}.", headline(outcome.plan))


def sure(found: Sequence[FollowUp], *, moved: bool) -> str:
    """The question before several rows are marked, or one that is not on today's list or has `moved`."""
    anew = "The list was made anew since you selected this row." if moved else ""
    return _lines(anew, f"Mark as sent today: {_names(found)}?")


def sure_though_empty(stop: EitherWayError) -> str:
    """The question before a table that has lost all its rows is believed."""
    return _lines(stop.what, "If you emptied it on purpose, press OK. If not, press Cancel.")


def undone(back: TakenBack, earlier: Record | None) -> str:
    """What was taken back, how much was left as it was changed since, and what Undo takes back next."""
    said = f"Undone: {_deed(back.what)} ({count(len(back.cells), 'cell')}). Letters stay where they are."
    changed = f"{back.left} cell{' was' if back.left == 1 else 's were'} changed since"
    left = f"{changed} and left as {'it is' if back.left == 1 else 'they are'}." if back.left else ""
    return _lines(said, left, f"Undo once more takes back: {_deed(earlier.what)}." if earlier else "")


def trouble(error: EitherWayError) -> str:
    """What is wrong, and what to do."""
    return _lines(error.what, error.fix)


def mistake(log: str) -> str:
    """That it is our fault, and where it is written down."""
    return _lines("Either Way was stopped by a mistake of its own.", f"Please report it with {log}")


def _deed(purpose: str) -> str:
    """What a write was for, by the button that does it, if one does."""
    return BUTTONS.get(purpose, purpose) or "the last write"


def _to_mend(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    first = [*errors(problems), *problems][0]
    return _lines(f"{problems_line(problems)} See the Problems sheet.", f"First: {first}")


def _names(found: Sequence[FollowUp]) -> str:
    names = [f"{each['interviewer']}, {each['company']} ({each['step']})" for each in found[:MOST_NAMES]]
    more = len(found) - len(names)
    return "; ".join([*names, f"and {more} more"] if more else names)


def _lines(*said: str) -> str:
    return "\n\n".join(line for line in said if line)
