"""Why: the reason for each flag, in one sentence that a person would say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from eitherway.decide.arrays import NO_DAY, Days, Words, no_days
from eitherway.decide.cadence import DatedStep, Owed
from eitherway.decide.conversations import Conversations
from eitherway.decide.spoken import spoken_days, spoken_round
from eitherway.model.choices import OFFER
from eitherway.model.records import Flag
from eitherway.model.steps import DECISION_DATE, spoken_step
from eitherway.words.sentences import ended

SOMEBODY = "somebody else"


def why(
    flag: Words, known: Conversations, owed: Owed, dated: Sequence[DatedStep], as_of: np.datetime64
) -> Words:
    """A sentence per conversation, with the weekday and the dates; the year where it is not as_of's."""
    year = as_of.astype(object).year
    told = zip(
        flag,
        _each(owed.step, spoken_step),
        owed.thank_you,
        owed.pinned,
        owed.missed,
        owed.put_off,
        spoken_days(known.met, year),
        spoken_days(owed.due, year),
        owed.due < as_of,
        _last_event(known, dated, year),
        _promise(known, owed, year),
        spoken_days(known.reply, year),
        spoken_days(_thanked(known, dated), year),
        spoken_days(known.again, year),
        spoken_days(known.next_met, year),
        _each(known.next_round, spoken_round),
        known.next_met <= as_of,
        known.status,
        known.company,
        np.where(known.follow_up == "", np.where(known.asked_name == "", SOMEBODY, known.asked_name), ""),
        strict=True,
    )
    return np.array([_SENTENCES[each.flag](each) for each in map(_Told._make, told)], dtype=object)


class _Told(NamedTuple):
    """One conversation with its days already spoken: "Mon 16 Nov", "" where there is none."""

    flag: str
    step: str
    thank_you: bool
    pinned: bool
    missed: bool
    put_off: bool
    met: str
    due: str
    due_passed: bool
    last_event: str
    promise: str
    reply: str
    thanked: str
    again: str
    next_met: str
    next_round: str
    met_again: bool
    status: str
    company: str
    asked_of: str


def _owed_now(told: _Told) -> str:
    """On a day off that follows Due, nothing is overdue yet; then the day is said."""
    passed = told.due_passed and told.flag == Flag.DUE
    if told.thank_you:
        chosen = f" and chose {told.due} for it" if told.pinned else ""
        was_due = f"; it was due on {told.due}" if passed and not chosen else ""
        return f"No thank-you yet: you met on {told.met}{chosen}{was_due}."
    reason = f"you chose {told.due} for the {told.step}" if told.pinned else told.promise
    if passed and not told.pinned:
        was_due = f"the {told.step} was due on {told.due}"
        reason = f"{reason}, so {was_due}" if reason else was_due
    return _sentence(told, f"no word since {told.last_event}", reason)


def _owed_later(told: _Told) -> str:
    when = f"you chose {told.due} for the {told.step}"
    if not told.pinned:
        when = f"the {told.step} {'waits until' if told.put_off else 'is due on'} {told.due}"
    if told.thank_you:
        return f"You met on {told.met}; {when}."
    waiting = f"no word yet since {told.last_event}"
    return _sentence(told, waiting if told.pinned or told.put_off else told.promise or waiting, when)


def _waiting(told: _Told) -> str:
    if told.step:
        return _owed_later(told)
    return _sentence(told, f"no word yet since {told.last_event}", "every step is sent")


def _gone_quiet(told: _Told) -> str:
    return _sentence(told, f"no word since {told.last_event}", "no step is left")


def _answered(told: _Told) -> str:
    if told.status == OFFER:
        return _sentence(
            told, f"there is an offer from {told.company}" if told.company else "there is an offer"
        )
    return _sentence(told, f"they answered on {told.reply}")


def _moved_on(told: _Told) -> str:
    came = "came" if told.met_again else "comes"
    return _sentence(told, f"{told.next_round} {came} after it, on {told.next_met}")


def _done(told: _Told) -> str:
    if told.asked_of:
        news = f"news is asked of {told.asked_of}"
        return ended(f"Thanked; {news}") if told.thanked else _sentence(told, news)
    if told.thanked:
        return f"Your thank-you went out on {told.thanked}; you chose to send no more than that."
    return _sentence(told, f"you chose to send no more than {'that' if told.missed else 'a thank-you'}")


def _closed(told: _Told) -> str:
    return {"Accepted": "You accepted.", "Withdrawn": "You withdrew."}.get(
        told.status, f"{told.company or 'They'} said no."
    )


def _sentence(told: _Told, first: str, second: str = "") -> str:
    """The clauses as one sentence, led by the missed thank-you where there is one."""
    if told.missed:
        both = f"{first}, and {second}" if second else first
        missed = "The thank-you is too late to send"
        if told.again:
            missed = f"You met again on {told.again}, so this thank-you is left out"
        return ended(f"{missed}; {both}")
    clauses = f"{first}; {second}" if second else first
    return ended(f"{clauses[0].upper()}{clauses[1:]}")


_SENTENCES: Mapping[str, Callable[[_Told], str]] = {
    Flag.FIX: lambda told: "Mend this row first: see Problems.",
    Flag.OVERDUE: _owed_now,
    Flag.DUE: _owed_now,
    Flag.SOON: _owed_later,
    Flag.WAITING: _waiting,
    Flag.GONE_QUIET: _gone_quiet,
    Flag.UPCOMING: lambda told: f"You meet on {told.met}.",
    Flag.ANSWERED: _answered,
    Flag.MOVED_ON: _moved_on,
    Flag.DONE: _done,
    Flag.SKIPPED: lambda told: "You chose to send nothing here.",
    Flag.CLOSED: _closed,
}


def _last_event(known: Conversations, dated: Sequence[DatedStep], year: int) -> Words:
    """What happened last: "you met on Mon 16 Nov", "your thank-you on ...", "their reply on ...", and "the
    interview on ..." where a later one was with somebody else.
    """
    event, last = np.full(len(known.met), "you met on ", dtype=object), no_days(len(known.met))
    later = np.where(known.interview > known.met, known.interview, NO_DAY)
    happened = [("the interview on ", later)]
    happened += [(f"your {spoken_step(each.step.name)} on ", each.sent) for each in dated]
    for phrase, day in [*happened, ("their reply on ", known.reply)]:
        newer = ~np.isnat(day) & ~(day < last)
        event[newer], last[newer] = phrase, day[newer]
    spoken: Words = event + spoken_days(np.where(np.isnat(last), known.met, last), year)
    return spoken


def _thanked(known: Conversations, dated: Sequence[DatedStep]) -> Days:
    found = (each.sent for each in dated if each.step.is_thank_you)
    return next(found, no_days(len(known.met)))


def _promise(known: Conversations, owed: Owed, year: int) -> Words:
    """What they said of a decision, for a step that counts from it; "" for the others."""
    by = "they said they would decide by " + spoken_days(known.decision, year)
    said = np.where(np.isnat(known.decision), "they named no day for a decision", by)
    return np.where(owed.counts_from == DECISION_DATE, said, "")


def _each(text: Words, spoken: Callable[[str], str]) -> Words:
    codes, distinct = pd.factorize(text)
    return np.array([spoken(each) for each in distinct], dtype=object)[codes]
