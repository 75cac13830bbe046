"""Section 3 of the design once more, row by row, as slowly as it reads: what the quick code must equal.

Written from the text alone; it shares no code with eitherway.decide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Row = Mapping[str, object]

WORST_FIRST = (
    *("Fix", "Overdue", "Due", "Soon", "Waiting", "Gone quiet"),
    *("Upcoming", "Answered", "Moved on", "Done", "Skipped", "Closed"),
)


@dataclass(frozen=True)
class Workbook:
    """Rows as dicts, empty cells as None or ""; `days_off` holds the public holidays too."""

    interviews: Sequence[Row]
    applications: Sequence[Row]
    cadence: Sequence[Row]
    days_off: Collection[date]
    soon_within: int
    wait_without_date: int
    gone_quiet_after: int
    broken_interviews: Collection[int]
    broken_applications: Collection[int]


@dataclass(frozen=True)
class Answer:
    """What the design says of one conversation."""

    flag: str
    step: str = ""
    due: date | None = None
    days_overdue: int | None = None


def same(one: object, other: object) -> bool:
    return _plain(one) == _plain(other)


def is_business_day(day: date, days_off: Collection[date]) -> bool:
    return day.weekday() < 5 and day not in days_off


def business_days_after(day: date, number: int, days_off: Collection[date]) -> date:
    """The n-th business day strictly after a day."""
    while number > 0:
        day += timedelta(days=1)
        if is_business_day(day, days_off):
            number -= 1
    return day


def business_days_between(start: date, end: date, days_off: Collection[date]) -> int:
    """Business days after `start` up to and including `end`."""
    count = 0
    while start < end:
        start += timedelta(days=1)
        count += is_business_day(start, days_off)
    return count


def answer(  # noqa: C901, PLR0911 - a condition for each line of the table, as the text has it
    book: Workbook, number: int, as_of: date
) -> Answer:
    """The first line of the decision table that fits row `number`, counted from 0."""
    row = book.interviews[number]
    met = row["Date"]
    if number in book.broken_interviews or not isinstance(met, date):
        return Answer("Fix")
    if row["Follow up"] == "Nothing":
        return Answer("Skipped")
    if _application(book, row).get("Status") in {"Accepted", "Withdrawn", "Rejected"}:
        return Answer("Closed")
    if met > as_of:
        return Answer("Upcoming")
    thank_you = next((step for step in book.cadence if same(step["Step"], "Thank-you")), None)
    if thank_you and not _standing(book, row, thank_you) and not missed(book, row, thank_you, as_of):
        return _by_due_date(book, row, thank_you, as_of)
    if row["Follow up"] == "Thank-you only":
        return Answer("Done")
    if row["Reply received"] and decision_date(book, row) is None:
        return Answer("Answered")
    if _later_dates(book, row):
        return Answer("Moved on")
    for step in book.cadence:
        if step is not thank_you and not _standing(book, row, step):
            return _by_due_date(book, row, step, as_of)
    sent = _sent_dates(row)
    if sent and business_days_between(max(sent), as_of, book.days_off) < book.gone_quiet_after:
        return Answer("Waiting")
    return Answer("Gone quiet")


def missed(book: Workbook, row: Row, thank_you: Row, as_of: date) -> bool:
    """More than "Late after" business days overdue, counted from Due as the row would show it, or a later
    conversation has taken place.
    """
    if any(later <= as_of for later in _later_dates(book, row)):
        return True
    late_after = thank_you["Late after"]
    due = _chosen_day(row) or due_date(book, row, thank_you)
    overdue = business_days_between(due, as_of, book.days_off)
    return isinstance(late_after, int) and overdue > late_after


def decision_date(book: Workbook, row: Row) -> date | None:
    """The row's Decision by, else the application's: neither before the interview, nor up to a reply."""
    met, reply = row["Date"], row["Reply received"]
    for promised in (row["Decision by"], _application(book, row).get("Decision by")):
        if not isinstance(promised, date) or not isinstance(met, date) or promised < met:
            continue
        if not isinstance(reply, date) or promised > reply:
            return promised
    return None


def due_date(book: Workbook, row: Row, step: Row) -> date:
    """By the cadence alone: a pinned date is no part of it."""
    met, number = row["Date"], step["Business days"]
    assert isinstance(met, date)
    assert isinstance(number, int)
    previous = _previous(book, step)
    start = met
    if step["Counts from"] == "Decision date":
        promised = decision_date(book, row)
        start, number = (promised, number) if promised else (met, book.wait_without_date)
    elif step["Counts from"] == "Previous step" and previous is not None:
        start = _standing(book, row, previous) or due_date(book, row, previous)
    return business_days_after(start, number, book.days_off)


def application_summary(
    book: Workbook, number: int, as_of: date
) -> tuple[str, date | None, str, date | None]:
    """Thanked, Next due, Flag, Last contact of application `number`."""
    key = book.applications[number]["Application"]
    numbers = [at for at, row in enumerate(book.interviews) if same(row["Application"], key)]
    rows = [book.interviews[at] for at in numbers]
    answers = [answer(book, at, as_of) for at in numbers]
    names = {_plain(row["Interviewer"]) for row in rows if _before(row["Date"], as_of)} - {""}
    thanked = {_plain(row["Interviewer"]) for row in rows if row["Thank-you sent"]} & names
    flags = ["Fix"] * (number in book.broken_applications) + [each.flag for each in answers]
    return (
        f"{len(thanked)} of {len(names)}" if names else "",
        min((each.due for each in answers if each.due), default=None),
        min(flags, key=WORST_FIRST.index, default=""),
        max((day for row in rows for day in _contacts(row)), default=None),
    )


def _by_due_date(book: Workbook, row: Row, step: Row, as_of: date) -> Answer:
    due = _chosen_day(row) or due_date(book, row, step)
    overdue = business_days_between(due, as_of, book.days_off)
    if due > as_of:
        ahead = business_days_between(as_of, due, book.days_off)
        flag = "Soon" if ahead <= book.soon_within else "Waiting"
    else:
        flag = "Overdue" if overdue else "Due"
    return Answer(flag, str(step["Step"]), due, overdue)


def _chosen_day(row: Row) -> date | None:
    """Follow up on, where it is later than every sent and reply date of the row."""
    pin = row["Follow up on"]
    return pin if isinstance(pin, date) and all(pin > day for day in _contacts(row)) else None


def _standing(book: Workbook, row: Row, step: Row) -> date | None:
    """The day the step was sent, unless a decision date after a reply asks for it again."""
    sent, reply = row.get(f"{step['Step']} sent"), row["Reply received"]
    if not isinstance(sent, date):
        return None
    asked_again = isinstance(reply, date) and decision_date(book, row) and _hangs_on_decision(book, step)
    return None if asked_again and isinstance(reply, date) and sent <= reply else sent


def _hangs_on_decision(book: Workbook, step: Row) -> bool:
    """Whether a step counts from the Decision date, itself or by way of the steps before it."""
    previous = _previous(book, step)
    if step["Counts from"] == "Previous step" and previous is not None:
        return _hangs_on_decision(book, previous)
    return step["Counts from"] == "Decision date"


def _previous(book: Workbook, step: Row) -> Row | None:
    at = [each["Step"] for each in book.cadence].index(step["Step"])
    return book.cadence[at - 1] if at else None


def _later_dates(book: Workbook, row: Row) -> list[date]:
    met = row["Date"]
    assert isinstance(met, date)
    others = [other["Date"] for other in book.interviews if same(other["Application"], row["Application"])]
    return [other for other in others if isinstance(other, date) and other > met]


def _application(book: Workbook, row: Row) -> Row:
    found = [each for each in book.applications if same(each["Application"], row["Application"])]
    return found[0] if found else {}


def _sent_dates(row: Row) -> list[date]:
    return [value for name, value in row.items() if name.endswith(" sent") and isinstance(value, date)]


def _contacts(row: Row) -> list[date]:
    reply = row["Reply received"]
    return _sent_dates(row) + ([reply] if isinstance(reply, date) else [])


def _before(value: object, as_of: date) -> bool:
    return isinstance(value, date) and value <= as_of


def _plain(text: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text or "")).casefold().split())
