"""The definitions of docs/insight.md once more, as slowly as they read: what the quick figures must equal.

Written from the text alone; it shares no code with eitherway.decide.insight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tests.decide.reference import Row, Workbook, business_days_after, same

SENT = " sent"
STEPS = ("Thank-you", "Check-in", "Last note")
CLOSED = ("Accepted", "Withdrawn", "Rejected")

Wait = tuple[Row, date, str, int | None]
"""The application, the day of the interview, what became of it, and the days."""


def applications(book: Workbook, as_of: date) -> list[Row]:
    """The first row of each label, if the application was made."""
    found: list[Row] = []
    seen: list[object] = []
    for row in book.applications:
        label = row["Application"]
        if not label or any(same(label, other) for other in seen):
            continue
        seen.append(label)
        applied = row.get("Applied on")
        if isinstance(applied, date) and applied > as_of:
            continue
        if row.get("Status") or applied or took_place(book, row, as_of):
            found.append(row)
    return found


def rows_of(book: Workbook, application: Row) -> list[Row]:
    return [row for row in book.interviews if same(row["Application"], application["Application"])]


def interviews(book: Workbook, application: Row) -> list[date]:
    days: list[date] = []
    for row in rows_of(book, application):
        met = row["Date"]
        if isinstance(met, date) and met not in days:
            days.append(met)
    return sorted(days)


def took_place(book: Workbook, application: Row, as_of: date) -> list[date]:
    return [day for day in interviews(book, application) if day <= as_of]


def reached(book: Workbook, application: Row, stage: str, as_of: date) -> bool:
    status, met = application.get("Status"), took_place(book, application, as_of)
    return {
        "Applied": True,
        "Interview": bool(met) or status in ("Interviewing", "Offer", "Accepted"),
        "Second interview": len(met) >= 2,
        "Offer": status in ("Offer", "Accepted"),
        "Accepted": status == "Accepted",
    }[stage]


def funnel(book: Workbook, as_of: date) -> list[tuple[str, int, int | None]]:
    made = applications(book, as_of)
    stages = ("Applied", "Interview", "Second interview", "Offer", "Accepted")
    counts = [sum(reached(book, each, stage, as_of) for each in made) for stage in stages]
    return [(stage, number, rounded(number, len(made))) for stage, number in zip(stages, counts, strict=True)]


def rounded(part: int, whole: int) -> int | None:
    return None if whole == 0 else int(Fraction(100 * part, whole) + Fraction(1, 2))


def groups(book: Workbook, as_of: date, column: str) -> list[tuple[str, int, int, int]]:
    found: list[list[Row]] = []
    for each in applications(book, as_of):
        for group in found:
            if same(group[0][column], each[column]):
                group.append(each)
                break
        else:
            found.append([each])
    rows = []
    for group in found:
        met = [each for each in group if reached(book, each, "Interview", as_of)]
        waiting = [each for each in group if each not in met and each.get("Status") not in CLOSED]
        rows.append((" ".join(str(group[0][column]).split()), len(group), len(met), len(waiting)))
    named = sorted((row for row in rows if row[0]), key=lambda row: (-row[1], row[0].casefold()))
    return named + [row for row in rows if not row[0]]


def waits(book: Workbook, as_of: date) -> list[Wait]:
    return [
        (each, day, *after(book, each, day, as_of))
        for each in applications(book, as_of)
        for day in took_place(book, each, as_of)
    ]


def after(book: Workbook, application: Row, interview: date, as_of: date) -> tuple[str, int | None]:
    """What became of the wait after one interview."""
    following = [day for day in interviews(book, application) if day > interview]
    replies = [day for day in replied(book, application, as_of) if day >= interview]
    if following:
        before = [day for day in replies if day < following[0]]
        if before:
            return "answered", (max(before) - interview).days
        return ("answered", (following[0] - interview).days) if following[0] <= as_of else ("undated", None)
    latest = max(replies) if replies else None
    decided = application.get("Decided on")
    heard = decided if isinstance(decided, date) and interview <= decided <= as_of else None
    status = application.get("Status")
    if status == "Withdrawn":
        if latest and not promised(book, application, interview, latest):
            return "answered", (latest - interview).days
        return "withdrawn", (heard - interview).days if heard else None
    if heard:
        return "answered", (heard - interview).days
    if status in ("Offer", "Accepted", "Rejected"):
        return ("answered", (latest - interview).days) if latest else ("undated", None)
    if latest and not promised(book, application, interview, latest):
        return "answered", (latest - interview).days
    return "waiting", (as_of - interview).days


def replied(book: Workbook, application: Row, as_of: date) -> list[date]:
    days = [row["Reply received"] for row in rows_of(book, application)]
    return [day for day in days if isinstance(day, date) and day <= as_of]


def promised(book: Workbook, application: Row, interview: date, reply: date) -> bool:
    days = [row["Decision by"] for row in rows_of(book, application) if row["Date"] == interview]
    return any(isinstance(day, date) and day > reply for day in [*days, application["Decision by"]])


def share_waiting(waited: Sequence[Wait], day: int) -> Fraction:
    """What Kaplan and Meier's product is on a day, each day by itself."""
    share = Fraction(1)
    for each_day in range(day + 1):
        at_risk = [wait for wait in waited if wait[3] is not None and wait[3] >= each_day]
        answered = [wait for wait in at_risk if wait[3] == each_day and wait[2] == "answered"]
        if at_risk:
            share *= 1 - Fraction(len(answered), len(at_risk))
    return share


def answer_times(book: Workbook, as_of: date) -> Mapping[str, object]:
    waited = waits(book, as_of)
    lasted = [days for *_, days in waited if days is not None]
    longest = max(lasted) if lasted else -1
    halves = [day for day in range(longest + 1) if share_waiting(waited, day) <= Fraction(1, 2)]
    by_day: list[tuple[int, int | None]] = []
    for day in (4, 8, 12, 16, 20, 24, 28, 32, 36, 40):
        share = share_waiting(waited, min(day, max(longest, 0)))
        seen = day <= longest or share == 0
        by_day.append((day, int(100 * (1 - share) + Fraction(1, 2)) if seen and lasted else None))
    states = [state for _, _, state, _ in waited]
    return {
        "interviews": len(waited),
        "counted": len(lasted),
        "dated": states.count("answered"),
        "undated": states.count("undated"),
        "unanswered": states.count("waiting"),
        "withdrawn": states.count("withdrawn"),
        "median": min(halves) if halves else None,
        "by_day": by_day,
    }


def silence(book: Workbook, as_of: date) -> list[tuple[int, str, date]]:
    waiting = [
        (days, str(row["Application"]), day)
        for row, day, state, days in waits(book, as_of)
        if state == "waiting" and days is not None
    ]
    return sorted(waiting, key=lambda each: (-each[0], each[1]))


def letters(rows: Sequence[Row], as_of: date) -> list[tuple[str, date]]:
    return [
        (column.removesuffix(SENT), day)
        for row in rows
        for column, day in row.items()
        if column.endswith(SENT) and isinstance(day, date) and day <= as_of
    ]


def weeks(book: Workbook, as_of: date) -> list[tuple[date, list[int]]]:
    monday = as_of
    while monday.weekday():
        monday -= timedelta(days=1)
    found = []
    for back in range(11, -1, -1):
        first = monday - timedelta(days=7 * back)
        seven = [first + timedelta(days=number) for number in range(7)]
        steps = [step for step, day in letters(book.interviews, as_of) if day in seven]
        own = [step for step in steps if step not in STEPS]
        found.append((first, [*(steps.count(step) for step in STEPS), len(own)]))
    return found


def followed(book: Workbook, as_of: date) -> list[tuple[str, int, int, int, int, int]]:
    counts = {step: [0, 0, 0, 0] for step in STEPS}
    for each in applications(book, as_of):
        decided = each.get("Decided on")
        answers = replied(book, each, as_of)
        if isinstance(decided, date) and decided <= as_of and each.get("Status") != "Withdrawn":
            answers.append(decided)
        for step, sent in letters(rows_of(book, each), as_of):
            if step not in STEPS:
                continue
            end = business_days_after(sent, 10, book.days_off)
            if [day for day in answers if sent <= day <= end]:
                counts[step][0] += 1
            elif [day for day in took_place(book, each, as_of) if sent < day <= end]:
                counts[step][1] += 1
            elif end > as_of:
                counts[step][3] += 1
            else:
                counts[step][2] += 1
    return [(step, sum(found), found[0], found[1], found[2], found[3]) for step, found in counts.items()]


def totals(book: Workbook, as_of: date, flags: Sequence[str]) -> tuple[int, ...]:
    made = applications(book, as_of)
    return (
        len(made),
        len([each for each in made if each.get("Status") not in CLOSED]),
        sum(len(took_place(book, each, as_of)) for each in made),
        len([each for each in made if each.get("Status") in ("Offer", "Accepted")]),
        len([flag for flag in flags if flag in ("Overdue", "Due")]),
        len(letters(book.interviews, as_of)),
    )


Event = tuple[date, str, str, str]


def within(events: Sequence[Event], first: date, last: date) -> list[Event]:
    return sorted(event for event in events if first <= event[0] <= last)


def place_of(book: Workbook, row: Row) -> str:
    """The company of the first application of that label, else the label as typed."""
    for each in book.applications:
        if same(each["Application"], row["Application"]):
            return str(each.get("Company") or row["Application"])
    return str(row["Application"])


def of_rows(book: Workbook, day_and_what: Callable[[Row], Sequence[tuple[object, str]]]) -> list[Event]:
    return [
        (day, what, str(row["Interviewer"]), place_of(book, row))
        for row in book.interviews
        for day, what in day_and_what(row)
        if isinstance(day, date)
    ]


def sent_in(book: Workbook, first: date, last: date) -> list[Event]:
    return within(
        of_rows(book, lambda row: [(row[n], n.removesuffix(SENT)) for n in row if n.endswith(SENT)]),
        first,
        last,
    )


def met_in(book: Workbook, first: date, last: date) -> list[Event]:
    return within(of_rows(book, lambda row: [(row["Date"], "Interview")]), first, last)


def answered_in(book: Workbook, first: date, last: date) -> list[Event]:
    events = of_rows(book, lambda row: [(row["Reply received"], "Reply")])
    for each in book.applications:
        day, status = each.get("Decided on"), each.get("Status")
        if isinstance(day, date):
            events.append(
                (day, f"Decision ({status})" if status else "Decision", "", str(each.get("Company") or ""))
            )
    return within(events, first, last)


def quiet(book: Workbook, flags: Sequence[str], as_of: date) -> list[Event]:
    """All that are Gone quiet, on the day on which they became so."""
    events = []
    for row, flag in zip(book.interviews, flags, strict=True):
        if flag == "Gone quiet":
            sent = [day for name, day in row.items() if name.endswith(SENT) and isinstance(day, date)]
            last = max(sent, default=row["Date"] or as_of)
            assert isinstance(last, date)
            day = business_days_after(last, book.gone_quiet_after, book.days_off)
            events.append((day, "Gone quiet", str(row["Interviewer"]), place_of(book, row)))
    return events
