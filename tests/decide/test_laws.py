"""Laws that hold for every workbook, and the slow reference that the quick code must equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

import numpy as np
import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from eitherway.model.records import Flag
from eitherway.words.names import folded
from tests.decide import reference
from tests.decide.agreement import answers, differences, disagreement, planned
from tests.decide.workbooks import DEFAULT_CADENCE

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
        "Interviewer": st.sampled_from(["Mei Chen", "mei  chen", "Ana Ruiz", "Jo Berg", ""]),
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
            "Status": st.sampled_from(["Interviewing", "Interviewing", "Interviewing", "Offer", "Rejected"]),
            "Contact": st.sampled_from(["", "", "MEI CHEN", "Ana Ruiz", "Nobody"]),
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
    days_between_letters=st.integers(0, 5),
    gone_quiet_after=st.integers(0, 12),
    broken_interviews=st.frozensets(st.integers(0, 5), max_size=1),
    broken_applications=st.frozensets(st.integers(0, 2), max_size=1),
).map(with_its_own_columns)


@law(max_examples=100)
@given(books, days)
def test_it_decides_what_the_text_says(book: reference.Workbook, as_of: date) -> None:
    assert differences(book, as_of) == []


def test_it_decides_what_the_text_says_of_workbooks_as_people_keep_them() -> None:
    """`python -m tests.decide.agreement 10000` asks at length."""
    assert disagreement(range(200)) == ""


@law(max_examples=40)
@given(books, days)
def test_every_row_has_one_flag_and_one_sentence(book: reference.Workbook, as_of: date) -> None:
    rows = planned(book, as_of).conversations
    assert len(rows) == len(book.interviews)
    assert set(rows["Flag"]) <= set(Flag)
    # A name as it is typed, of whom news is asked, may hold two blanks; no cell that was read does.
    said = rows["Why"].str.replace("mei  chen", "Mei Chen")
    assert all(why.endswith(".") and ".." not in why and "  " not in why for why in said)
    has_step = rows["Step"] != ""
    assert (rows["Due"].notna() == has_step).all()
    assert (rows["Days overdue"].notna() == has_step).all()
    assert ((rows["Channel"] != "") == has_step).all()


@law(max_examples=40)
@given(books, days)
def test_news_is_asked_of_one_unless_all_steps_is_typed(book: reference.Workbook, as_of: date) -> None:
    asked: list[str] = []
    for row, answer in zip(book.interviews, answers(planned(book, as_of)), strict=True):
        if answer.step not in ("", "Thank-you") and row["Follow up"] != "All steps":
            asked.append(folded(str(row["Application"])))
    assert len(asked) == len(set(asked))


@law(max_examples=40)
@given(books, days, st.randoms(use_true_random=False))
def test_only_the_order_of_a_days_own_rows_matters(
    book: reference.Workbook, as_of: date, shuffled: Random
) -> None:
    """Of a panel where nobody is the Contact the first row is asked; else rows may stand in any order."""
    order = shuffled.sample(range(len(book.interviews)), len(book.interviews))
    together: dict[object, list[int]] = {}
    for at in order:
        row = book.interviews[at]
        together.setdefault((folded(str(row["Application"])), row["Date"]), []).append(at)
    order = [at for panel in together.values() for at in sorted(panel)]
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
    """Of the same round, that is: where a row stands for its application, its steps count from the
    application's latest interview (docs/design.md, section 3), so one in between begins them anew; and a day
    in Follow up on counts where it is later than the reply, which there is the application's. Every other
    row's step and every thank-you is the same one, whoever is met meanwhile.
    """
    then = as_of + timedelta(later)
    begun = {folded(str(row["Application"])) for row in book.interviews if _between(row["Date"], as_of, then)}
    found = zip(book.interviews, answers(planned(book, as_of)), answers(planned(book, then)), strict=True)
    for row, before, after in found:
        anew = row["Follow up"] == "" and folded(str(row["Application"])) in begun
        of_its_own = before.step == "Thank-you" and row["Follow up on"] is None
        if before.step and before.step == after.step and (of_its_own or not anew):
            assert after.due == before.due
            assert (after.days_overdue or 0) >= (before.days_overdue or 0)


@law(max_examples=40)
@given(books, days, st.integers(0, 40))
def test_a_sent_date_never_brings_a_step_back(book: reference.Workbook, as_of: date, when: int) -> None:
    """Without a reply, marking the step that is owed as sent, since the last interview, leaves a later step
    or none.
    """
    rows = [{**row, "Reply received": None} for row in book.interviews]
    book = replace(book, cadence=DEFAULT_CADENCE, interviews=rows)
    met = [day for row in rows if isinstance(day := row["Date"], date) and day <= as_of]
    on = max([as_of - timedelta(when), *met])
    before = answers(planned(book, as_of))
    marked = [
        {**row, f"{answer.step} sent": on} if answer.step else row
        for row, answer in zip(book.interviews, before, strict=True)
    ]
    after = answers(planned(replace(book, interviews=marked), as_of))
    order = [*(step["Step"] for step in DEFAULT_CADENCE), ""]
    for old, new in zip(before, after, strict=True):
        assert order.index(new.step) > order.index(old.step) or old == new


@law(max_examples=80)
@given(books, interviews, days, st.sampled_from(["Northwind", "Contoso"]))
def test_another_persons_row_never_makes_a_thank_you_late(
    book: reference.Workbook, other: reference.Row, as_of: date, application: str
) -> None:
    added = {**other, "Application": application, "Interviewer": "Somebody Else"}
    more = replace(book, interviews=[*book.interviews, added])
    before, after = answers(planned(book, as_of)), answers(planned(more, as_of))
    for old, new in zip(before, after[:-1], strict=True):
        if old.step == "Thank-you":
            assert new.step == "Thank-you"
            assert (new.days_overdue or 0) <= (old.days_overdue or 0)


def _between(day: object, start: date, end: date) -> bool:
    return isinstance(day, date) and start < day <= end
