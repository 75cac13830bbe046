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
    days_between_letters: int
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


def answer(  # noqa: C901, PLR0911, PLR0912 - a condition for each line of the table, as the text has it
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
    case = conversation(book, number, as_of)
    thank_you = next((step for step in book.cadence if same(step["Step"], "Thank-you")), None)
    if thank_you and not _standing(book, case, thank_you) and not missed(book, case, thank_you, as_of):
        return _by_due_date(book, case, thank_you, as_of)
    if row["Follow up"] == "Thank-you only":
        return Answer("Done")
    if _application(book, row).get("Status") == "Offer":
        return Answer("Answered")
    if case.reply and decision_date(book, case) is None:
        return Answer("Answered")
    if any(day > (as_of if case.asked else met) for day in _dates(book, row)):
        return Answer("Moved on")
    if not row["Follow up"] and not case.asked:
        return Answer("Done")
    for step in book.cadence:
        if step is not thank_you and not _standing(book, case, step):
            return _by_due_date(book, case, step, as_of)
    sent = _sent_dates(row)
    if sent and business_days_between(max(sent), as_of, book.days_off) < book.gone_quiet_after:
        return Answer("Waiting")
    return Answer("Gone quiet")


@dataclass(frozen=True)
class Conversation:
    """A row, whether it is the asked one, and the interview and the reply that it goes by."""

    row: Row
    asked: bool
    stands: bool
    interview: date
    reply: date | None


def asked_row(book: Workbook, row: Row, as_of: date) -> int | None:
    """The number of the row that is asked for news of the row's application."""
    taken_place = [at for at in _rows(book, row) if _before(book.interviews[at]["Date"], as_of)]
    if not taken_place:
        return None
    latest = max(_day(book, at) for at in taken_place)
    for at in taken_place:
        if _day(book, at) == latest and book.interviews[at]["Follow up"] == "All steps":
            return at
    among = [at for at in taken_place if not book.interviews[at]["Follow up"]]
    contact = _application(book, row).get("Contact")
    of_contact = [at for at in among if contact and same(book.interviews[at]["Interviewer"], contact)]
    found = of_contact or among
    last = max((_day(book, at) for at in found), default=None)
    return next((at for at in found if _day(book, at) == last), None)


def conversation(book: Workbook, number: int, as_of: date) -> Conversation:
    """The row with what it goes by: the asked row stands for its application, another one for itself."""
    row = book.interviews[number]
    met, reply = row["Date"], row["Reply received"]
    assert isinstance(met, date)
    asked = asked_row(book, row, as_of) == number
    if not asked or row["Follow up"] == "All steps":
        return Conversation(row, asked, stands=False, interview=met, reply=_date(reply))
    interview = max(day for day in _dates(book, row) if day <= as_of)
    replies = [_date(book.interviews[at]["Reply received"]) for at in _rows(book, row)]
    counted = [each for each in replies if each and each >= interview]
    return Conversation(row, asked, stands=True, interview=interview, reply=max(counted, default=None))


def missed(book: Workbook, case: Conversation, thank_you: Row, as_of: date) -> bool:
    """More than "Late after" business days overdue by its worked-out day, or the same person met again."""
    row = case.row
    for at in _rows(book, row):
        again = book.interviews[at]
        same_person = row["Interviewer"] and same(again["Interviewer"], row["Interviewer"])
        if same_person and _before(again["Date"], as_of) and _day(book, at) > _known(row["Date"]):
            return True
    late_after = thank_you["Late after"]
    overdue = business_days_between(due_date(book, case, thank_you), as_of, book.days_off)
    return isinstance(late_after, int) and overdue > late_after


def decision_date(book: Workbook, case: Conversation) -> date | None:
    """The row's Decision by, else the application's: neither before the interview, nor up to a reply."""
    for promised in (case.row["Decision by"], _application(book, case.row).get("Decision by")):
        if not isinstance(promised, date) or promised < case.interview:
            continue
        if case.reply is None or promised > case.reply:
            return promised
    return None


def due_date(book: Workbook, case: Conversation, step: Row) -> date:
    """By the cadence alone: neither a pinned date nor the days between letters are part of it."""
    number = step["Business days"]
    assert isinstance(number, int)
    previous = _previous(book, step)
    start = case.interview
    if step["Counts from"] == "Decision date":
        promised = decision_date(book, case)
        start, number = (promised, number) if promised else (case.interview, book.wait_without_date)
    elif step["Counts from"] == "Previous step" and previous is not None:
        start = _standing(book, case, previous) or due_date(book, case, previous)
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


def _by_due_date(book: Workbook, case: Conversation, step: Row, as_of: date) -> Answer:
    due = due_date(book, case, step)
    sent = _sent_dates(case.row)
    if sent and not _is_the_first(book, step):
        due = max(due, business_days_after(max(sent), book.days_between_letters, book.days_off))
    due = _chosen_day(case) or due
    overdue = business_days_between(due, as_of, book.days_off)
    if due > as_of:
        ahead = business_days_between(as_of, due, book.days_off)
        flag = "Soon" if ahead <= book.soon_within else "Waiting"
    else:
        flag = "Overdue" if overdue else "Due"
    return Answer(flag, str(step["Step"]), due, overdue)


def _is_the_first(book: Workbook, step: Row) -> bool:
    """The thank-you comes first wherever it stands; without one the first row of Cadence does."""
    thank_you = [each for each in book.cadence if same(each["Step"], "Thank-you")]
    return step is (thank_you or book.cadence)[0]


def _chosen_day(case: Conversation) -> date | None:
    """Follow up on, where it is later than every sent and reply date of the row."""
    pin = case.row["Follow up on"]
    contacts = _contacts(case.row) + ([case.reply] if case.reply else [])
    return pin if isinstance(pin, date) and all(pin > day for day in contacts) else None


def _standing(book: Workbook, case: Conversation, step: Row) -> date | None:
    """The day the step was sent, unless it belongs to an earlier round, or a decision date after a reply
    asks for it again.
    """
    sent = case.row.get(f"{step['Step']} sent")
    if not isinstance(sent, date):
        return None
    if case.stands and not same(step["Step"], "Thank-you") and sent < case.interview:
        return None
    asked_again = case.reply and decision_date(book, case) and _hangs_on_decision(book, step)
    return None if asked_again and case.reply and sent <= case.reply else sent


def _hangs_on_decision(book: Workbook, step: Row) -> bool:
    """Whether a step counts from the Decision date, itself or by way of the steps before it."""
    previous = _previous(book, step)
    if step["Counts from"] == "Previous step" and previous is not None:
        return _hangs_on_decision(book, previous)
    return step["Counts from"] == "Decision date"


def _previous(book: Workbook, step: Row) -> Row | None:
    at = [each["Step"] for each in book.cadence].index(step["Step"])
    return book.cadence[at - 1] if at else None


def _rows(book: Workbook, row: Row) -> list[int]:
    """The numbers of the rows of the same application."""
    every = enumerate(book.interviews)
    return [at for at, other in every if same(other["Application"], row["Application"])]


def _dates(book: Workbook, row: Row) -> list[date]:
    """The dates of all conversations of the row's application."""
    found = [book.interviews[at]["Date"] for at in _rows(book, row)]
    return [day for day in found if isinstance(day, date)]


def _day(book: Workbook, number: int) -> date:
    return _known(book.interviews[number]["Date"])


def _known(value: object) -> date:
    assert isinstance(value, date)
    return value


def _date(value: object) -> date | None:
    return value if isinstance(value, date) else None


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
