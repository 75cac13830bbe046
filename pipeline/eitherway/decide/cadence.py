"""The cadence: when each step is due, whether it went out, and which one is owed now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from eitherway.decide.arrays import NO_DAY, Days, Mask, Words, days, latest, no_days
from eitherway.decide.business_days import BusinessDays
from eitherway.decide.conversations import Conversations
from eitherway.model.steps import COUNTS_FROM, DECISION_DATE, INTERVIEW, THANK_YOU, sent_column
from eitherway.words.names import folded


class Step(NamedTuple):
    """A step of the cadence, in business days. Without `late_after` it is never too late by count."""

    name: str
    counts_from: str
    business_days: int
    late_after: int | None

    @property
    def is_thank_you(self) -> bool:
        """Whether this is the thank-you, which alone can be missed."""
        return folded(self.name) == folded(THANK_YOU)


class DatedStep(NamedTuple):
    """A step for every conversation: the due date by the cadence, and the sent date where it stands.

    `reopened` marks the rows where a Decision date after a reply asks for the step again.
    """

    step: Step
    due: Days
    sent: Days
    reopened: Mask


class Owed(NamedTuple):
    """What each conversation owes if its flag goes by a due date: `step` is "" where every step is sent.

    `due` is the day that the user chose on the `pinned` rows, else the due date by the cadence. `thank_you`
    marks the rows that owe the thank-you, `missed` those whose thank-you is too late to send. `put_off` marks
    the rows whose step waits for the days between letters.
    """

    step: Words
    counts_from: Words
    due: Days
    pinned: Mask
    put_off: Mask
    thank_you: Mask
    missed: Mask


def steps(cadence: pd.DataFrame) -> list[Step]:
    """The Cadence table's steps in its order, less rows that cannot be used or that name a step again."""
    found: dict[str, Step] = {}
    columns = (cadence[name] for name in ("Step", "Counts from", "Business days", "Late after"))
    for name, counts_from, number, late in zip(*columns, strict=True):
        if name and counts_from in COUNTS_FROM and not pd.isna(number):
            step = Step(name, counts_from, int(number), None if pd.isna(late) else int(late))
            found.setdefault(folded(name), step)
    return list(found.values())


def dated_steps(
    cadence: Sequence[Step],
    interviews: pd.DataFrame,
    known: Conversations,
    wait_without_date: int,
    calendar: BusinessDays,
) -> list[DatedStep]:
    """Work out every step's due date and which sent dates stand.

    A Decision date after a reply reopens the steps that count from it, and the steps that count from a step
    so reopened: what was sent on or before the reply no longer stands for them. Where a row stands for its
    application, a step other than the thank-you that was sent before the latest interview belongs to an
    earlier round.
    """
    dated: list[DatedStep] = []
    for step in cadence:
        column = sent_column(step.name)
        sent = days(interviews[column]) if column in interviews else no_days(len(interviews))
        previous = dated[-1] if dated else None
        reopened = _reopened(step, previous, known)
        earlier_round = known.stands & (sent < known.interview) & (not step.is_thank_you)
        stands = ~(earlier_round | (reopened & (sent <= known.reply)))
        due = _due(step, previous, known, wait_without_date, calendar)
        dated.append(DatedStep(step, due, np.where(stands, sent, NO_DAY), reopened))
    return dated


def owed(
    dated: Sequence[DatedStep],
    known: Conversations,
    as_of: np.datetime64,
    days_between_letters: int,
    calendar: BusinessDays,
) -> Owed:
    """The step that each conversation owes: the thank-you unless it is sent or missed, else the first unsent.

    A step after the first is put off to `days_between_letters` after whatever the row sent last. Follow up on
    takes the place of the due date where it is later than every sent and reply date of the row, and so also
    where there is none.
    """
    count = len(known.met)
    step, counts_from = np.full(count, "", dtype=object), np.full(count, "", dtype=object)
    due, thank_you, missed = no_days(count), np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    put_off = np.zeros(count, dtype=bool)
    between = calendar.after(known.last_sent, days_between_letters)
    first_to_last = sorted(dated, key=lambda each: not each.step.is_thank_you)
    for each in reversed(first_to_last):
        unsent = np.isnat(each.sent)
        if each.step.is_thank_you:
            missed = unsent & _too_late(each, known, as_of, calendar)
            thank_you = unsent = unsent & ~missed
        late = (each.due < between) & (each is not first_to_last[0])
        step[unsent], counts_from[unsent] = each.step.name, each.step.counts_from
        due[unsent], put_off[unsent] = np.where(late, between, each.due)[unsent], late[unsent]
    chosen = (step != "") & ~np.isnat(known.pin) & ~(known.pin <= latest(known.last_contact, known.reply))
    return Owed(
        step, counts_from, np.where(chosen, known.pin, due), chosen, put_off & ~chosen, thank_you, missed
    )


def _reopened(step: Step, previous: DatedStep | None, known: Conversations) -> Mask:
    if step.counts_from == DECISION_DATE:
        return ~np.isnat(known.reply) & ~np.isnat(known.decision)
    if step.counts_from == INTERVIEW or previous is None:
        return np.zeros(len(known.met), dtype=bool)
    return previous.reopened


def _due(
    step: Step,
    previous: DatedStep | None,
    known: Conversations,
    wait_without_date: int,
    calendar: BusinessDays,
) -> Days:
    """The due date by the cadence. A first step that counts from the previous one counts from the interview;
    where the previous step was not sent, the day it had been due takes its place.

    The thank-you is for the day on which this person was met, whatever its row stands for.
    """
    interview = known.met if step.is_thank_you else known.interview
    if step.counts_from == DECISION_DATE:
        by_decision = calendar.after(known.decision, step.business_days)
        without = calendar.after(interview, wait_without_date)
        return np.where(np.isnat(known.decision), without, by_decision)
    if step.counts_from == INTERVIEW or previous is None:
        return calendar.after(interview, step.business_days)
    start = np.where(np.isnat(previous.sent), previous.due, previous.sent)
    return calendar.after(start, step.business_days)


def _too_late(
    thank_you: DatedStep, known: Conversations, as_of: np.datetime64, calendar: BusinessDays
) -> Mask:
    """Whether an unsent thank-you is missed: the same person was met again, or it is more than Late after
    overdue by its worked-out day.
    """
    again, late_after = ~np.isnat(known.again), thank_you.step.late_after
    return again if late_after is None else again | (calendar.between(thank_you.due, as_of) > late_after)
