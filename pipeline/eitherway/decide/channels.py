"""How a step goes out: by e-mail, by post, or both."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from eitherway.decide.arrays import Mask, Words, folded, words
from eitherway.decide.conversations import Conversations
from eitherway.model.choices import EMAIL
from eitherway.model.tables import Tables


def channels(tables: Tables, known: Conversations, thank_you: Mask) -> Words:
    """A thank-you goes by the row's Channel, else the interviewer's, else Settings' Thank-you by; every other
    step is a short e-mail.
    """
    of_row, of_interviewer = words(tables.interviews["Channel"]), _of_interviewers(tables, known)
    otherwise = np.where(of_interviewer != "", of_interviewer, tables.settings.thank_you_by)
    by = np.where(of_row != "", of_row, otherwise)
    return np.where(thank_you, by, EMAIL)


def _of_interviewers(tables: Tables, known: Conversations) -> Words:
    """The Channel of the interviewer of that name at the application's company, else of the only one of that
    name; two people may share a name, and the first row of a person counts.
    """
    people = tables.interviewers
    names, companies = folded(words(people["Interviewer"])), folded(words(people["Company"]))
    everyone: dict[str, dict[str, str]] = {}
    for name, company, channel in zip(names, companies, people["Channel"], strict=True):
        everyone.setdefault(name, {}).setdefault(company, channel)
    wanted = zip(known.interviewer, folded(known.company), strict=True)
    found = [_channel(everyone.get(name, {}), company) for name, company in wanted]
    return np.array(found, dtype=object)


def _channel(alike: Mapping[str, str], company: str) -> str:
    only = next(iter(alike.values())) if len(alike) == 1 else ""
    return alike.get(company, only)
