"""What is known of each conversation before the cadence is asked: row, application, what came later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from eitherway.decide.arrays import (
    NO_DAY,
    Counts,
    Days,
    Mask,
    Words,
    days,
    folded,
    latest,
    no_days,
    sent_days,
    words,
)
from eitherway.model.problems import Problem, errors
from eitherway.model.schema import INTERVIEWS
from eitherway.model.tables import Tables


class Conversations(NamedTuple):
    """The facts of every conversation: an array per fact, all in the order of the Interviews rows.

    `application` is a number, equal for conversations of the same application; `listed` has the number of
    each Applications row. `company`, `role` and `status` are the application's, "" where it is unknown;
    `interviewer` is folded; `decision` is the Decision date that counts; `last_sent` is the latest sent date
    of any step; `next_met` and `next_round` are those of the first later conversation of the application.
    """

    application: Counts
    listed: Counts
    company: Words
    role: Words
    status: Words
    interviewer: Words
    met: Days
    broken: Mask
    follow_up: Words
    decision: Days
    pin: Days
    reply: Days
    last_sent: Days
    next_met: Days
    next_round: Words

    @property
    def last_contact(self) -> Days:
        """The latest sent or reply date."""
        return latest(self.last_sent, self.reply)


def conversations(tables: Tables, problems: Sequence[Problem]) -> Conversations:
    """Join each Interviews row with its application and with the next conversation of that application.

    A row without a readable Date is broken even where no problem says so. An application whose own row is
    broken does not break its conversations.
    """
    rows, known = tables.interviews, tables.applications
    listed, application = _numbered(words(known["Application"]), words(rows["Application"]))
    position = _positions(listed, application)
    met, reply = days(rows["Date"]), days(rows["Reply received"])
    next_met, next_round = _next_conversations(application, met, words(rows["Round"]))
    promised = (days(rows["Decision by"]), np.append(days(known["Decision by"]), NO_DAY)[position])
    return Conversations(
        application=application,
        listed=listed,
        company=np.append(words(known["Company"]), "")[position],
        role=np.append(words(known["Role"]), "")[position],
        status=np.append(words(known["Status"]), "")[position],
        interviewer=folded(words(rows["Interviewer"])),
        met=met,
        broken=with_errors(rows, INTERVIEWS.name, problems) | np.isnat(met),
        follow_up=words(rows["Follow up"]),
        decision=_decision(promised, met, reply),
        pin=days(rows["Follow up on"]),
        reply=reply,
        last_sent=latest(*sent_days(rows)),
        next_met=next_met,
        next_round=next_round,
    )


def with_errors(rows: pd.DataFrame, table: str, problems: Sequence[Problem]) -> Mask:
    """The rows of `table` that an error-level problem points at."""
    broken = {problem.where.row for problem in errors(problems) if problem.where.table == table}
    return rows["row"].isin(broken).to_numpy(dtype=bool)


def _numbered(listed: Words, named: Words) -> tuple[Counts, Counts]:
    """A number for each application, the same for every way to type its key."""
    numbers = pd.factorize(folded(np.concatenate([listed, named])))[0].astype(np.int64)
    return numbers[: len(listed)], numbers[len(listed) :]


def _positions(listed: Counts, wanted: Counts) -> npt.NDArray[np.intp]:
    """Where each wanted application stands, -1 where it is unknown; the first of a key's rows."""
    keys = pd.Series(listed).drop_duplicates()
    found: npt.NDArray[np.intp] = np.append(keys.index, -1)[pd.Index(keys).get_indexer(wanted)]
    return found


def _decision(promised: Sequence[Days], met: Days, reply: Days) -> Days:
    """The Decision date: the first of the row's and the application's Decision by that is not before the
    interview and, where a reply is in, lies after the reply.
    """
    counts = [(each >= met) & (np.isnat(reply) | (each > reply)) for each in promised]
    return np.select(counts, list(promised), NO_DAY)


def _next_conversations(application: Counts, met: Days, rounds: Words) -> tuple[Days, Words]:
    """The date and round of the first later conversation of the same application, NaT and "" without one.

    A conversation counts when it has a Date, whatever else is wrong with its row. Of several on that date the
    one whose round has a name speaks, whichever row comes first.
    """
    names_first = -pd.factorize(rounds, sort=True)[0]
    order = np.lexsort((names_first, met, application))
    order = order[~np.isnat(met[order])]
    begins = _differs(application[order]) | _differs(met[order])
    speakers, following = order[begins], np.cumsum(begins)
    later = np.append(speakers, -1)[following]
    same = (following < len(speakers)) & (application[later] == application[order])
    next_met, next_round = no_days(len(met)), np.full(len(met), "", dtype=object)
    next_met[order[same]], next_round[order[same]] = met[later[same]], rounds[later[same]]
    return next_met, next_round


def _differs(ordered: npt.NDArray[Any]) -> Mask:
    """Where a value is another than the one before it; at the first, too."""
    differs = np.ones(len(ordered), dtype=bool)
    differs[1:] = ordered[1:] != ordered[:-1]
    return differs
