"""The quick code and the slow reference on random workbooks: panels, rounds, Contact, replies, pins, steps.

`python -m tests.decide.agreement 10000` compares as many and says what differs first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import pandas as pd

from eitherway.decide import decide
from eitherway.model.problems import Problem
from eitherway.model.records import Plan, Settings
from eitherway.model.tables import Tables
from tests.decide import reference
from tests.decide.workbooks import DEFAULT_CADENCE, error_in, tables

START = date(2026, 11, 2)
PEOPLE = ("Mei Chen", "Ana Ruiz", "Jo Berg", "Dan Whitfield", "Zoë Müller", "mei  chen", "Bo Li", "Ng")
COUNTS_FROM = ("Interview", "Decision date", "Previous step")
FOLLOW_UPS = ("",) * 6 + ("All steps", "Thank-you only", "Nothing")


def random_workbook(random: Random) -> tuple[reference.Workbook, date]:
    """A workbook as people keep them, here and there with an odd cell, and a day to look at it."""
    as_of = START + timedelta(random.randint(0, 60))
    cadence = _cadence(random)
    names = [f"Company {number}" for number in range(random.randint(1, 3))]
    rows = [row for name in names for row in _interviews(random, name, cadence, as_of)]
    random.shuffle(rows)
    some = random.random() < 0.1
    book = reference.Workbook(
        interviews=rows,
        applications=[_application(random, name) for name in names if random.random() < 0.97],
        cadence=cadence,
        days_off={_day(random, 60) for _ in range(random.randint(0, 6))},
        soon_within=random.choice((2, 2, 0, 4)),
        wait_without_date=random.choice((5, 5, 0, 8)),
        days_between_letters=random.choice((3, 3, 0, 6)),
        gone_quiet_after=random.choice((10, 10, 0, 4)),
        broken_interviews={random.randrange(len(rows))} if some else set(),
        broken_applications=set(),
    )
    return book, as_of


def as_tables(book: reference.Workbook) -> tuple[Tables, list[Problem]]:
    """The workbook as the code under test reads it, and the errors in its rows."""
    figures = Settings(
        country="",
        soon_within=book.soon_within,
        wait_without_date=book.wait_without_date,
        days_between_letters=book.days_between_letters,
        gone_quiet_after=book.gone_quiet_after,
    )
    made = tables(
        book.interviews, book.applications, cadence=book.cadence, days_off=[*book.days_off], settings=figures
    )
    broken = [error_in("Interviews", at + 2) for at in book.broken_interviews]
    broken += [error_in("Applications", at + 2) for at in book.broken_applications]
    return made, broken


def planned(book: reference.Workbook, as_of: date) -> Plan:
    """The plan of the code under test."""
    made, broken = as_tables(book)
    return decide(made, as_of, broken)


def answers(plan: Plan) -> list[reference.Answer]:
    """What the plan says, as the reference says it."""
    columns = [plain(plan.conversations[name]) for name in ("Flag", "Step", "Due", "Days overdue")]
    return [reference.Answer(*cells) for cells in zip(*columns, strict=True)]


def plain(column: pd.Series[Any]) -> list[Any]:
    """Cells as the reference gives them: dates as dates, None where there is none."""
    values = column.astype(object).where(column.notna(), None)
    return [value.date() if isinstance(value, pd.Timestamp) else value for value in values]


def differences(book: reference.Workbook, as_of: date) -> list[str]:
    """What the plan says of rows and applications that the reference says otherwise."""
    plan = planned(book, as_of)
    expected = [reference.answer(book, at, as_of) for at in range(len(book.interviews))]
    summaries = [plain(plan.applications[name]) for name in ("Thanked", "Next due", "Flag", "Last contact")]
    of_applications = [reference.application_summary(book, at, as_of) for at in range(len(book.applications))]
    return [
        f"{at}: {one} is to be {other}"
        for found, wanted in (
            (answers(plan), expected),
            (list(zip(*summaries, strict=True)), of_applications),
        )
        for at, (one, other) in enumerate(zip(found, wanted, strict=True))
        if one != other
    ]


def disagreement(seeds: Sequence[int]) -> str:
    """The first workbook on which the two differ, "" if they agree on all."""
    for seed in seeds:
        book, as_of = random_workbook(Random(seed))
        if found := differences(book, as_of):
            rows = "\n".join(map(str, book.interviews))
            return f"seed {seed}, {as_of}: {found}\n{rows}\n{book.applications}\n{book.cadence}"
    return ""


def _cadence(random: Random) -> list[reference.Row]:
    steps = list(DEFAULT_CADENCE)
    if random.random() < 0.4:
        late = random.choice((None, 0, 3))
        own = ("Call", "call", random.choice(COUNTS_FROM), random.randint(0, 6), late)
        at = random.choice((len(steps), random.randint(0, len(steps))))
        steps.insert(at, dict(zip(DEFAULT_CADENCE[0], own, strict=True)))
    if random.random() < 0.1:
        del steps[random.randrange(len(steps))]
    return steps


def _application(random: Random, name: str) -> reference.Row:
    return {
        "Application": name,
        "Status": random.choice(("Interviewing",) * 6 + ("Applied", "Offer", "Accepted", "Rejected")),
        "Contact": random.choice(("", "", "", *PEOPLE)),
        "Decision by": _day(random, 60) if random.random() < 0.3 else None,
    }


def _interviews(
    random: Random, name: str, cadence: Sequence[reference.Row], as_of: date
) -> list[reference.Row]:
    rounds = sorted(_day(random, 50) for _ in range(random.randint(1, 3)))
    rows: list[reference.Row] = []
    for number, met in enumerate(rounds, start=1):
        panel = random.sample(PEOPLE, random.choice((1, 1, 2, 3, 7)))
        dated = [(_conversation(random, met, person), _sent(random, met, cadence, as_of)) for person in panel]
        typed = name if random.random() < 0.95 else f" {name.upper()}"
        rows += [{"Application": typed, "Round": str(number), **row, **sent} for row, sent in dated]
    return rows


def _conversation(random: Random, met: date, person: str) -> reference.Row:
    return {
        "Date": met,
        "Interviewer": person,
        "Follow up": random.choice(FOLLOW_UPS),
        "Decision by": met + timedelta(random.randint(-3, 30)) if random.random() < 0.3 else None,
        "Follow up on": met + timedelta(random.randint(-3, 40)) if random.random() < 0.2 else None,
        "Reply received": met + timedelta(random.randint(0, 25)) if random.random() < 0.2 else None,
    }


def _sent(random: Random, met: date, cadence: Sequence[reference.Row], as_of: date) -> reference.Row:
    """One step after the other, until they stop; now and then one that was left out before, or is to come."""
    own = {f"{step['Step']} sent" for step in cadence}
    sent: dict[str, object] = {}
    day, goes_on = met, True
    for column in ("Thank-you sent", "Check-in sent", "Last note sent", "Call sent"):
        day += timedelta(random.randint(0, 9))
        goes_on = (goes_on and random.random() < 0.7) or random.random() < 0.05
        if column in own or column != "Call sent":
            sent[column] = day if goes_on and (day <= as_of or random.random() < 0.05) else None
    return sent


def _day(random: Random, span: int) -> date:
    return START + timedelta(random.randint(0, span))


if __name__ == "__main__":
    told = disagreement(range(int(sys.argv[1]))) or f"{sys.argv[1]} random workbooks: they agree."
    print(told)
    sys.exit(told.startswith("seed"))
