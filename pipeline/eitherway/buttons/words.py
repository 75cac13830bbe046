"""What the buttons' messages say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eitherway.books.excel.click_record import Record, TakenBack
from eitherway.model.problems import EitherWayError, Problem, errors
from eitherway.model.records import Outcome, Plan
from eitherway.model.report import Json, growth_lines, headline, letters_line, owed, problems_line
from eitherway.words.counting import count
from eitherway.write.logged import marked_as

FollowUp = Json
MOST_NAMES = 12
MOST_REASONS = 5
BUTTONS = {"flags": "Flag overdue", "letters": "Write letters", "problems": "Check workbook"}
"""What the buttons are called, by the purpose of their writes."""


def flagged(outcome: Outcome) -> str:
    """`4 overdue, 2 due today. First: Rachel Vilsack, Northwind.`, and what to mend."""
    return lines(*growth_lines(outcome), headline(outcome.plan), _to_mend(outcome.problems))


def lettered(outcome: Outcome) -> str:
    """What became of the letters, and what to mend."""
    said = (letters_line(outcome.letters), headline(outcome.plan), _to_mend(outcome.problems))
    return lines(*growth_lines(outcome), *said)


def checked(problems: Sequence[Problem]) -> str:
    """What to mend, or that there is nothing."""
    return _to_mend(problems) or "No problems: nothing is to be mended."


def marked(found: Sequence[FollowUp], outcome: Outcome) -> str:
    """Who was marked, and what comes next."""
    every = f" ({names(found)})" if len(found) > 1 else ""
    deed = f"{marked_as(outcome.plan, outcome.marks)}{every}."
    return lines(*growth_lines(outcome), deed, headline(outcome.plan))


def of_rows(plan: Plan, rows: Iterable[int]) -> list[FollowUp]:
    """The follow-ups of these rows of Interviews, in their order."""
    by_row = {each["row"]: each for each in owed(plan)}
    return [by_row[row] for row in rows]


def sent_yet(said: str, many: int) -> str:
    """The question after drafts were made: only their user knows whether they went out."""
    them = "it" if many == 1 else "them"
    return lines(
        said,
        f"Have you sent {them} yourself by now? Yes marks {them} as sent today. "
        "No marks nothing; Mark sent does it later.",
    )


def sure(found: Sequence[FollowUp], *, moved: bool) -> str:
    """The question before several rows are marked, or one that is not on today's list or has `moved`."""
    anew = "The list was made anew since you selected this row." if moved else ""
    return lines(anew, f"Mark as sent today: {names(found)}?")


def take_in(rows: Sequence[Problem]) -> str:
    """The question where rows stand under tables: a program other than Excel lets none of them grow."""
    table = "table" if len(rows) == 1 else "tables"
    return lines(
        *(each.message for each in rows),
        f"Take what stands there into the {table}? No leaves it where it is, out of everything.",
    )


def sure_though_empty(stop: EitherWayError) -> str:
    """The question before a table that has lost all its rows is believed."""
    return lines(stop.what, "If you emptied it on purpose, press OK. If not, press Cancel.")


def undone(back: TakenBack, earlier: Record | None) -> str:
    """What was taken back, how much was left as it was changed since, and what Undo takes back next."""
    said = f"Undone: {_deed(back.what)} ({count(len(back.cells), 'cell')}). Letters stay where they are."
    changed = f"{back.left} cell{' was' if back.left == 1 else 's were'} changed since"
    left = f"{changed} and left as {'it is' if back.left == 1 else 'they are'}." if back.left else ""
    return lines(said, left, f"Undo once more takes back: {_deed(earlier.what)}." if earlier else "")


def trouble(error: EitherWayError) -> str:
    """What is wrong, and what to do."""
    return lines(error.what, error.fix)


def mistake(log: str) -> str:
    """That it is our fault, and where it is written down."""
    return lines("Either Way was stopped by a mistake of its own.", f"Please report it with {log}")


def waiting(problems: Sequence[Problem]) -> list[str]:
    """Why something waits, each with its cell; of many the first."""
    more = len(problems) - MOST_REASONS
    told = [f"Waits: {problem}" for problem in problems[:MOST_REASONS]]
    return [*told, f"{more} more wait: mend these, then click again."] if more > 0 else told


def names(found: Sequence[FollowUp]) -> str:
    """Whom follow-ups are to, and which they are; of many the first."""
    every = [f"{each['interviewer']}, {each['company']} ({each['step']})" for each in found[:MOST_NAMES]]
    more = len(found) - len(every)
    return "; ".join([*every, f"and {more} more"] if more else every)


def lines(*said: str) -> str:
    """What is said, an empty line between; what is empty is left out."""
    return "\n\n".join(line for line in said if line)


def _deed(purpose: str) -> str:
    """What a write was for, by the button that does it, if one does."""
    return BUTTONS.get(purpose, purpose) or "the last write"


def _to_mend(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    first = [*errors(problems), *problems][0]
    return lines(f"{problems_line(problems)} See the Problems sheet.", f"First: {first}")
