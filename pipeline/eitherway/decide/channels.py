"""How a step goes out: by e-mail, by post, or both."""

from __future__ import annotations

import numpy as np

from eitherway.decide.arrays import Mask, Words, folded, words
from eitherway.decide.conversations import Conversations
from eitherway.schema import EMAIL
from eitherway.tables import Tables


def channels(tables: Tables, known: Conversations, thank_you: Mask) -> Words:
    """A thank-you goes by the row's Channel, else the interviewer's, else Settings' Thank-you by; every other
    step is a short e-mail.
    """
    of_row, of_interviewer = words(tables.interviews["Channel"]), _of_interviewers(tables, known)
    otherwise = np.where(of_interviewer != "", of_interviewer, tables.settings.thank_you_by)
    by = np.where(of_row != "", of_row, otherwise)
    return np.where(thank_you, by, EMAIL)


def _of_interviewers(tables: Tables, known: Conversations) -> Words:
    """The Channel of the interviewer of that name, by preference the one at the application's company."""
    people = tables.interviewers
    names, companies = folded(words(people["Interviewer"])), folded(words(people["Company"]))
    by_name: dict[str, str] = {}
    by_name_and_company: dict[tuple[str, str], str] = {}
    for name, company, channel in zip(names, companies, people["Channel"], strict=True):
        by_name.setdefault(name, channel)
        by_name_and_company.setdefault((name, company), channel)
    wanted = zip(known.interviewer, folded(known.company), strict=True)
    found = [by_name_and_company.get(person, by_name.get(person[0], "")) for person in wanted]
    return np.array(found, dtype=object)
