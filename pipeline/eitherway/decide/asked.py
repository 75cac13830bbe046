"""Whom to ask for news: one conversation of each application, that of its Contact or the latest."""

from __future__ import annotations

import numpy as np
import pandas as pd

from eitherway.decide.arrays import NO_DAY, Counts, Days, Mask, Words
from eitherway.model.choices import ALL_STEPS

NOBODY = -1


def asked_rows(application: Counts, met: Days, past: Mask, follow_up: Words, is_contact: Mask) -> Counts:
    """For each conversation, the index of the one that is asked for news of its application; -1 for none.

    It is the first on the application's latest day with All steps typed; else, of those where nothing is
    typed, the latest with the Contact, or the first on the latest day among them.
    """
    free = past & (follow_up == "")
    on_the_latest = past & (met == latest_days(application, met, past))
    typed = _first_of_the_latest(application, met, on_the_latest & (follow_up == ALL_STEPS))
    contact = _first_of_the_latest(application, met, free & is_contact)
    otherwise = _first_of_the_latest(application, met, free)
    return np.where(typed != NOBODY, typed, np.where(contact != NOBODY, contact, otherwise))


def latest_days(group: Counts, day: Days, which: Mask) -> Days:
    """For each row the latest day among those `which` rows are of its group; NaT without one."""
    return latest_by(group, day, which, int(group.max(initial=-1)) + 1)[group]


def latest_by(group: Counts, day: Days, which: Mask, groups: int) -> Days:
    """The latest day among those `which` rows are of each group, by its number; NaT without one."""
    found = np.full(groups, np.iinfo(np.int64).min)
    np.maximum.at(found, group[which], day[which].astype(np.int64))
    return found.view("datetime64[D]")  # the least number is NaT


def met_again(application: Counts, interviewer: Words, met: Days, past: Mask) -> Days:
    """The latest `past` day on which the same person was met again in the same application, else NaT."""
    people, _ = pd.factorize(interviewer)
    pairs = application * (people.max(initial=0) + 1) + people
    person = pd.factorize(pairs)[0].astype(np.int64)
    latest = latest_days(person, met, past & (interviewer != ""))
    return np.where(latest > met, latest, NO_DAY)


def _first_of_the_latest(group: Counts, day: Days, which: Mask) -> Counts:
    """For each row the index of the first row on the latest day, among the `which` rows of its group."""
    found = np.full(group.max(initial=-1) + 1, NOBODY, dtype=np.int64)
    on_it = (which & (day == latest_days(group, day, which))).nonzero()[0][::-1]
    found[group[on_it]] = on_it  # the last one set is the first one in the table
    return found[group]
