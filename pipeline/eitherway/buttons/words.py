"""What the buttons' messages say."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.books.excel.click_record import TakenBack
from eitherway.model.problems import EitherWayError, Problem, errors
from eitherway.model.records import Outcome
from eitherway.model.report import Json, headline, letters_line, problems_line

FollowUp = Json
MOST_NAMES = 12


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
    return _lines(f"Marked as sent today: {_names(found)}.", headline(outcome.plan))


def sure(found: Sequence[FollowUp]) -> str:
    """The question before more than one row is marked, or one that is not on today's list."""
    return f"Mark as sent today: {_names(found)}?"


def sure_though_empty(stop: EitherWayError) -> str:
    """The question before a table that has lost all its rows is believed."""
    return _lines(stop.what, "If you emptied it on purpose, press OK. If not, press Cancel.")


def undone(back: TakenBack) -> str:
    """How much was taken back, and how much was left as the user has changed it since."""
    number = len(back.cells)
    said = f"Took back {number} cell{'' if number == 1 else 's'}. Letters stay where they are."
    if not back.left:
        return said
    changed = f"{back.left} cell{' was' if back.left == 1 else 's were'} changed since"
    return _lines(said, f"{changed} and left as {'it is' if back.left == 1 else 'they are'}.")


def trouble(error: EitherWayError) -> str:
    """What is wrong, and what to do."""
    return _lines(error.what, error.fix)


def mistake(log: str) -> str:
    """That it is our fault, and where it is written down."""
    return _lines("Either Way was stopped by a mistake of its own.", f"Please report it with {log}")


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
