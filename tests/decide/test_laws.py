"""Laws that hold for every workbook, and the slow reference that the quick code must equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from eitherway.decide import decide
from eitherway.model.records import Flag, Plan, Settings
from tests.decide import reference
from tests.decide.workbooks import DEFAULT_CADENCE, error_in, tables

# Explaining a failure takes Hypothesis minutes here, and the smallest example says enough.
law = partial(settings, deadline=None, phases=tuple(set(Phase) - {Phase.explain}))

YEARS_END = date(2026, 12, 28)
STEP_NAMES = ("Thank-you", "Check-in", "Last note", "Call")
COMPARED = ["row", "Step", "Due", "Days overdue", "Flag", "Why", "Channel"]

days = st.integers(-45, 30).map(lambda days: YEARS_END + timedelta(days))
some_days = st.none() | days
follow_ups = st.sampled_from(["", "", "", "All steps", "Thank-you only", "Nothing"])

interviews = st.fixed_dictionaries(
    {
        "Application": st.sampled_from(["Northwind", " northwind", "Contoso", "Unknown"]),
        "Round": st.sampled_from(["", "1", "2", "final"]),
        "Date": st.one_of(days, days, days, st.none()),
        "Interviewer": st.sampled_from(["Mei Chen", "mei  chen", "Ana Ruiz", ""]),
        "Follow up": follow_ups,
        "Decision by": some_days,
        "Follow up on": some_days,
        "Reply received": st.one_of(st.none(), st.none(), days),
        **{f"{name} sent": some_days for name in STEP_NAMES},
    }
)
applications = st.lists(
    st.fixed_dictionaries(
        {
            "Application": st.sampled_from(["Northwind", "Contoso", "contoso", "Tailspin"]),
            "Status": st.sampled_from(["Interviewing", "Interviewing", "Offer", "Rejected"]),
            "Decision by": some_days,
        }
    ),
    max_size=3,
)
cadences = st.lists(
    st.fixed_dictionaries(
        {
            "Step": st.sampled_from(STEP_NAMES),
            "Letter": st.just("letter"),
            "Counts from": st.sampled_from(["Interview", "Decision date", "Previous step"]),
            "Business days": st.integers(0, 8),
            "Late after": st.none() | st.integers(0, 12),
        }
    ),
    max_size=4,
    unique_by=lambda step: step["Step"],
)


def with_its_own_columns(book: reference.Workbook) -> reference.Workbook:
    """A step that is not in the cadence has no column, unless it is one of the schema's."""
    steps = {f"{step['Step']} sent" for step in book.cadence}
    rows = [
        {name: row[name] for name in row if name != "Call sent" or name in steps} for row in book.interviews
    ]
    return replace(book, interviews=rows)


books = st.builds(
    reference.Workbook,
    interviews=st.lists(interviews, max_size=8),
    applications=applications,
    cadence=cadences,
    days_off=st.frozensets(days, max_size=12),
    soon_within=st.integers(0, 4),
    wait_without_date=st.integers(0, 8),
    gone_quiet_after=st.integers(0, 12),
    broken_interviews=st.frozensets(st.integers(0, 5), max_size=1),
    broken_applications=st.frozensets(st.integers(0, 2), max_size=1),
).map(with_its_own_columns)


def without_early_pin(book: reference.Workbook, row: reference.Row) -> reference.Row:
    """The row without a Follow up on before the day that its thank-you is due."""
    pin = row["Follow up on"]
    early = isinstance(pin, date) and row["Date"] and pin < reference.due_date(book, row, DEFAULT_CADENCE[0])
    return {**row, "Follow up on": None} if early else row


def planned(book: reference.Workbook, as_of: date) -> Plan:
    """The plan of the code under test."""
    figures = Settings(
        country="",
        soon_within=book.soon_within,
        wait_without_date=book.wait_without_date,
        gone_quiet_after=book.gone_quiet_after,
    )
    made = tables(
        book.interviews, book.applications, cadence=book.cadence, days_off=[*book.days_off], settings=figures
    )
    broken = [error_in("Interviews", at + 2) for at in book.broken_interviews]
    broken += [error_in("Applications", at + 2) for at in book.broken_applications]
    return decide(made, as_of, broken)


def plain(column: pd.Series[Any]) -> list[Any]:
    """Cells as the reference gives them: dates as dates, None where there is none."""
    values = column.astype(object).where(column.notna(), None)
    return [value.date() if isinstance(value, pd.Timestamp) else value for value in values]


def answers(plan: Plan) -> list[reference.Answer]:
    columns = [plain(plan.conversations[name]) for name in ("Flag", "Step", "Due", "Days overdue")]
    return [reference.Answer(*cells) for cells in zip(*columns, strict=True)]


@law(max_examples=150)
@given(books, days)
def test_it_decides_what_the_text_says(book: reference.Workbook, as_of: date) -> None:
    plan = planned(book, as_of)
    assert answers(plan) == [reference.answer(book, at, as_of) for at in range(len(book.interviews))]
    summaries = [plain(plan.applications[name]) for name in ("Thanked", "Next due", "Flag", "Last contact")]
    expected = [reference.application_summary(book, at, as_of) for at in range(len(book.applications))]
    assert list(zip(*summaries, strict=True)) == expected


@law(max_examples=40)
@given(books, days)
def test_every_row_has_one_flag_and_one_sentence(book: reference.Workbook, as_of: date) -> None:
    rows = planned(book, as_of).conversations
    assert len(rows) == len(book.interviews)
    assert set(rows["Flag"]) <= set(Flag)
    assert all(why.endswith(".") and ".." not in why and "  " not in why for why in rows["Why"])
    has_step = rows["Step"] != ""
    assert (rows["Due"].notna() == has_step).all()
    assert (rows["Days overdue"].notna() == has_step).all()
    assert ((rows["Channel"] != "") == has_step).all()


@law(max_examples=40)
@given(books, days, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(
    book: reference.Workbook, as_of: date, shuffled: Random
) -> None:
    order = shuffled.sample(range(len(book.interviews)), len(book.interviews))
    moved = replace(
        book,
        interviews=[book.interviews[at] for at in order],
        broken_interviews={order.index(at) for at in book.broken_interviews if at in order},
    )
    before, after = planned(book, as_of), planned(moved, as_of)
    back = after.conversations.assign(row=np.array(order, dtype="int64") + 2).sort_values(
        "row", ignore_index=True
    )
    pd.testing.assert_frame_equal(back[COMPARED], before.conversations[COMPARED])
    pd.testing.assert_frame_equal(after.applications, before.applications)


@law(max_examples=40)
@given(books, days, st.integers(1, 20))
def test_a_later_day_never_lowers_days_overdue_of_the_same_step(
    book: reference.Workbook, as_of: date, later: int
) -> None:
    now, then = answers(planned(book, as_of)), answers(planned(book, as_of + timedelta(later)))
    for before, after in zip(now, then, strict=True):
        if before.step and before.step == after.step:
            assert after.due == before.due
            assert (after.days_overdue or 0) >= (before.days_overdue or 0)


@law(max_examples=40)
@given(books, days, st.integers(0, 40))
def test_a_sent_date_never_brings_a_step_back(book: reference.Workbook, as_of: date, when: int) -> None:
    """Without a reply, marking the step that is owed as sent leaves a later step, or none.

    Pins are no earlier than the thank-you's own day: an earlier one makes it missed sooner, until something
    is sent after the pin.
    """
    rows = [{**row, "Reply received": None} for row in book.interviews]
    book = replace(book, cadence=DEFAULT_CADENCE, interviews=rows)
    book = replace(book, interviews=[without_early_pin(book, row) for row in rows])
    before = answers(planned(book, as_of))
    marked = [
        {**row, f"{answer.step} sent": as_of - timedelta(when)} if answer.step else row
        for row, answer in zip(book.interviews, before, strict=True)
    ]
    after = answers(planned(replace(book, interviews=marked), as_of))
    order = [*(step["Step"] for step in DEFAULT_CADENCE), ""]
    for old, new in zip(before, after, strict=True):
        assert order.index(new.step) > order.index(old.step) or old == new
