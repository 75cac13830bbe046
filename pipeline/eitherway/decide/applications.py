"""Each application's own summary of its conversations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from eitherway.decide.arrays import NO_DAY, Counts, Days, Words, days, words
from eitherway.decide.asked import latest_by
from eitherway.decide.conversations import Conversations, with_errors
from eitherway.model.problems import Problem
from eitherway.model.records import Flag
from eitherway.model.schema import APPLICATIONS
from eitherway.model.steps import THANK_YOU, sent_column
from eitherway.model.tables import Tables

_FLAGS = [flag.value for flag in Flag]
_RANKS = {flag: rank for rank, flag in enumerate(_FLAGS)}


def applications(
    tables: Tables,
    problems: Sequence[Problem],
    known: Conversations,
    *,
    flag: Words,
    due: Days,
    as_of: np.datetime64,
) -> pd.DataFrame:
    """A row per application: `row`, Application, Thanked, Next due, Flag and Last contact.

    The flag is Fix where the application's own row has an error, else the worst of its conversations (the
    order of records.Flag), "" without any.
    """
    rows = tables.applications
    broken = with_errors(rows, APPLICATIONS.name, problems)
    listed, application = known.listed, known.application
    numbers = int(max(listed.max(initial=-1), application.max(initial=-1))) + 1
    contact = latest_by(application, known.last_contact, ~np.isnat(known.last_contact), numbers)
    sent = days(tables.interviews[sent_column(THANK_YOU)])
    return pd.DataFrame(
        {
            "row": rows["row"].to_numpy(),
            "Application": words(rows["Application"]),
            "Thanked": np.array(_thanked(known, sent, as_of, numbers), dtype=object)[listed],
            "Next due": _earliest(application, due, numbers)[listed].astype("datetime64[s]"),
            "Flag": np.where(broken, Flag.FIX.value, _worst(application, flag, numbers)[listed]),
            "Last contact": contact[listed].astype("datetime64[s]"),
        }
    )


def _worst(application: Counts, flag: Words, numbers: int) -> Words:
    """The worst flag of each application by its number, "" without any."""
    worst = np.full(numbers, len(_FLAGS))
    np.minimum.at(worst, application, np.array([_RANKS[each] for each in flag], dtype=worst.dtype))
    found: Words = np.array([*_FLAGS, ""], dtype=object)[worst]
    return found


def _earliest(application: Counts, due: Days, numbers: int) -> Days:
    """The earliest known day of each application by its number, NaT without one."""
    known = ~np.isnat(due)
    earliest = np.full(numbers, np.iinfo(np.int64).max)
    np.minimum.at(earliest, application[known], due[known].astype(np.int64))
    return np.where(earliest < np.iinfo(np.int64).max, earliest.view("datetime64[D]"), NO_DAY)


def _thanked(known: Conversations, sent: Days, as_of: np.datetime64, numbers: int) -> list[str]:
    """Of the people met by as_of, those with any thank-you sent to them: "2 of 3", by application's number;
    "" where nobody was met.
    """
    people = list(zip(known.application.tolist(), known.interviewer.tolist(), strict=True))
    met = {person for person, past in zip(people, known.met <= as_of, strict=True) if past and person[1]}
    thanked = met & {person for person, when in zip(people, ~np.isnat(sent), strict=True) if when}
    of, done = (Counter(application for application, _ in each) for each in (met, thanked))
    return [f"{done[number]} of {of[number]}" if of[number] else "" for number in range(numbers)]
