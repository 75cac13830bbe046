"""What stands beside the reason: the day by which they must answer, and what is still to be noted."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from eitherway.decide.arrays import NO_DAY, Days, Mask, Words, days
from eitherway.decide.asked import latest_days
from eitherway.decide.conversations import Conversations
from eitherway.decide.insight.rules import Rule, rule_at
from eitherway.decide.spoken import spoken_days
from eitherway.model.records import ON_TODAYS_LIST, Flag
from eitherway.model.schema import REPLY
from eitherway.model.tables import Tables
from eitherway.words.forms.answers import is_no_answer

POINT = "What we talked about"
OPEN = (*ON_TODAYS_LIST, Flag.WAITING, Flag.GONE_QUIET, Flag.DONE)
NOTE = f"Note tonight what the two of you talked about ({POINT}): the thank-you waits for it."


def must_tell(tables: Tables, flag: Words, known: Conversations, as_of: np.datetime64) -> Words:
    """The day by which an employer must have told a person whom it interviewed, as a sentence.

    "They must tell you by Thu 31 Dec (45 days, Ontario)", counted in calendar days from the application's
    last interview, where Settings' Country and Region name a place with such a rule; "" elsewhere, where an
    interview is still to come, and where they answered since the last one.
    """
    none = np.full(len(flag), "", dtype=object)
    rule = rule_at(tables.settings.country, tables.settings.region)
    if rule is None or rule.answer_days is None or not len(flag):
        return none
    last = _last_interview(known, as_of)
    by = last + np.timedelta64(rule.answer_days, "D")
    open_ = np.isin(flag, OPEN) & _since(rule, last) & ~_answered(tables, known, last)
    spoken = spoken_days(by, as_of.astype(object).year)
    verb = np.where(by < as_of, "had to", "must").astype(object)
    told = " They " + verb + " tell you by " + spoken + f" ({rule.answer_days} days, {rule.place})."
    return np.where(open_, told, none)


def to_note(rows: Iterable[int], flag: Words, point: Words, thank_you: Mask) -> dict[int, str]:
    """What Today asks for in the evening, by Excel row: the personal point of an interview that has none,
    while its thank-you is not due yet.
    """
    early = thank_you & np.isin(flag, (Flag.SOON, Flag.WAITING))
    asked = zip(rows, early, point, strict=True)
    return {row: NOTE for row, is_early, said in asked if is_early and is_no_answer(said)}


def _last_interview(known: Conversations, as_of: np.datetime64) -> Days:
    """The application's latest interview, NaT where one is still to come."""
    latest_of_all = latest_days(known.application, known.met, ~np.isnat(known.met))
    return np.where(latest_of_all <= as_of, latest_of_all, NO_DAY)


def _since(rule: Rule, last: Days) -> Mask:
    if rule.answer_since is None:
        return ~np.isnat(last)
    return last >= np.datetime64(rule.answer_since, "D")


def _answered(tables: Tables, known: Conversations, last: Days) -> Mask:
    """Whether anybody of the application answered on the day of its last interview or later."""
    replied = days(tables.interviews[REPLY])
    newest = latest_days(known.application, replied, ~np.isnat(replied))
    return newest >= last
