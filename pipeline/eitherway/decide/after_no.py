"""The note after a no: offered once, to whoever was asked for news of the application, and never overdue.

An addition to the table of docs/design.md, section 3, where the row stays Closed.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from eitherway.decide.arrays import NO_DAY, Days, Mask, Words, days, latest, words
from eitherway.decide.asked import latest_days
from eitherway.decide.business_days import BusinessDays
from eitherway.decide.conversations import Conversations, positions
from eitherway.decide.spoken import spoken_days
from eitherway.model.choices import EMAIL, POST, REJECTED
from eitherway.model.letter_kinds import NOTE_CARD
from eitherway.model.records import Flag
from eitherway.model.steps import AFTER_NO, sent_column
from eitherway.model.tables import Tables

OFFERED_FOR = 10
"""Business days after the no. It is as long as a thank-you may be late: thanks that come later look odd."""


def with_notes(
    plan: pd.DataFrame, tables: Tables, known: Conversations, as_of: np.datetime64, calendar: BusinessDays
) -> pd.DataFrame:
    """The plan of the conversations as those see them who write.

    The row of whoever was asked for news of a Rejected application has the Step After no, Due on the last day
    for it, Soon until then; unless one was sent in any row of the application. A card goes by post.
    """
    decided = _decided(tables, known, as_of)
    last = calendar.after(_heard(known, decided, as_of), OFFERED_FOR)
    offered = (
        known.asked & ~known.broken & (known.status == REJECTED) & ~_sent(tables, known) & (last >= as_of)
    )
    cards = (plan["Channel"] != "") & plan["Step"].isin(_by_hand(tables))
    if not offered.any() and not cards.any():
        return plan
    due = np.where(offered, last, NO_DAY)
    flag = np.where(calendar.between(as_of, due) > 0, Flag.SOON, Flag.DUE).astype(object)
    notes = pd.DataFrame(
        {
            "Step": AFTER_NO,
            "Due": due.astype("datetime64[s]"),
            "Days overdue": pd.array([0] * len(plan), dtype="Int64"),
            "Flag": flag,
            "Why": _why(known, decided, due, as_of),
            "Channel": EMAIL,
        }
    )
    owed = plan.assign(Channel=plan["Channel"].mask(cards, POST))
    for name in notes.columns:
        owed[name] = owed[name].mask(offered, notes[name])
    return owed


def _decided(tables: Tables, known: Conversations, as_of: np.datetime64) -> Days:
    """The day of the decision, where one is typed that has come."""
    typed = np.append(days(tables.applications["Decided on"]), NO_DAY)
    decided = typed[positions(known.listed, known.application)]
    return np.where(decided <= as_of, decided, NO_DAY)


def _heard(known: Conversations, decided: Days, as_of: np.datetime64) -> Days:
    """The day of the no; where none is typed, the last day on which there was any contact."""
    contact = latest(known.met, known.last_contact)
    last = latest_days(known.application, contact, contact <= as_of)
    return np.where(np.isnat(decided), last, decided)


def _sent(tables: Tables, known: Conversations) -> Mask:
    """The rows of applications for which a note went out."""
    sent = days(tables.interviews[sent_column(AFTER_NO)])
    return ~np.isnat(latest_days(known.application, sent, ~np.isnat(sent)))


def _why(known: Conversations, decided: Days, due: Days, as_of: np.datetime64) -> Words:
    year = as_of.astype(object).year
    said = np.where(known.company == "", "They", known.company) + " said no"
    said += np.where(np.isnat(decided), "", " on " + spoken_days(decided, year))
    why: Words = said + "; a note of thanks keeps the door open, until " + spoken_days(due, year) + "."
    return why


def _by_hand(tables: Tables) -> list[str]:
    """The steps whose letter is copied by hand."""
    letters = words(tables.cadence["Letter"])
    return [step for step, letter in zip(tables.cadence["Step"], letters, strict=True) if letter == NOTE_CARD]
