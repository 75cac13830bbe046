"""The decision table of docs/design.md, section 3: for each conversation, the first line that fits."""

from __future__ import annotations

import numpy as np

from eitherway.decide.arrays import Mask, Words
from eitherway.decide.business_days import BusinessDays
from eitherway.decide.cadence import Owed
from eitherway.decide.conversations import Conversations
from eitherway.model.choices import CLOSED_STATUSES, NOTHING, OFFER, THANK_YOU_ONLY
from eitherway.model.records import Flag, Settings

_BY_ITS_DUE_DATE = ""


def flags(
    known: Conversations, owed: Owed, as_of: np.datetime64, settings: Settings, calendar: BusinessDays
) -> tuple[Words, Mask]:
    """Each conversation's flag, and whether it goes by a due date, so that it has a current step.

    Where nothing is typed in Follow up, only the row that is asked for news goes on. A cadence without a
    thank-you never owes one: Thank-you only is Done. Silence is counted from the latest sent date of any
    step; where nothing was ever sent there is nothing to wait for.
    """
    silence = calendar.between(known.last_sent, as_of)
    table: list[tuple[Mask, str]] = [
        (known.broken, Flag.FIX),
        (known.follow_up == NOTHING, Flag.SKIPPED),
        (np.isin(known.status, CLOSED_STATUSES), Flag.CLOSED),
        (known.met > as_of, Flag.UPCOMING),
        (owed.thank_you, _BY_ITS_DUE_DATE),
        (known.follow_up == THANK_YOU_ONLY, Flag.DONE),
        (known.status == OFFER, Flag.ANSWERED),
        (~np.isnat(known.reply) & np.isnat(known.decision), Flag.ANSWERED),
        (~np.isnat(known.next_met), Flag.MOVED_ON),
        ((known.follow_up == "") & ~known.stands, Flag.DONE),
        (owed.step != "", _BY_ITS_DUE_DATE),
        (~np.isnat(known.last_sent) & (silence < settings.gone_quiet_after), Flag.WAITING),
    ]
    conditions, outcomes = zip(*table, strict=True)
    line = np.select(conditions, outcomes, Flag.GONE_QUIET)
    has_step = line == _BY_ITS_DUE_DATE
    flag = np.where(has_step, _by_due_date(owed, as_of, settings.soon_within, calendar), line)
    return flag.astype(object), has_step


def _by_due_date(owed: Owed, as_of: np.datetime64, soon_within: int, calendar: BusinessDays) -> Words:
    """Days ahead are business days after as_of up to and including Due: at most `soon_within` is Soon."""
    ahead, overdue = calendar.between(as_of, owed.due), calendar.between(owed.due, as_of)
    to_come = owed.due > as_of
    lines = [(to_come & (ahead > soon_within), Flag.WAITING), (to_come, Flag.SOON), (overdue == 0, Flag.DUE)]
    conditions, outcomes = zip(*lines, strict=True)
    flag: Words = np.select(conditions, outcomes, Flag.OVERDUE).astype(object)
    return flag
