"""What is known of each conversation before the cadence is asked: who is asked, what came later."""

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
    sent_days,
    words,
)
from eitherway.decide.asked import NOBODY, asked_rows, latest_days, met_again
from eitherway.model.problems import Problem, errors
from eitherway.model.schema import INTERVIEWS
from eitherway.model.tables import Tables


class Conversations(NamedTuple):
    """The facts of every conversation: an array per fact, all in the order of the Interviews rows.

    `application` is a number, equal for conversations of the same application; `listed` has the number of
    each Applications row. `company`, `role` and `status` are the application's, "" where it is unknown;
    `interviewer` is folded. `met` is the row's Date, `broken` marks a row with an error. `asked_name` is
    who is asked for news of the application, "" before anybody was met; `asked` marks the rows of these, and
    `stands` those of them that speak for all of their application. `interview` and `reply` are what steps
    and Decision date go by: on those rows the application's, else the row's own. `decision` is the Decision
    date that counts; `last_sent` and `last_contact` are the latest days in the row's own cells, of any step
    sent and of any contact. `again` is the latest day by as_of on which the same person was met again;
    `next_met` and `next_round` are those of the first later conversation of the application.
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
    asked_name: Words
    asked: Mask
    stands: Mask
    interview: Days
    reply: Days
    decision: Days
    pin: Days
    last_sent: Days
    last_contact: Days
    again: Days
    next_met: Days
    next_round: Words


def conversations(tables: Tables, problems: Sequence[Problem], as_of: np.datetime64) -> Conversations:
    """Join each Interviews row with its application, and with the other conversations of that application.

    A row without a readable Date is broken even where no problem says so. An application whose own row is
    broken does not break its conversations.
    """
    rows, known = tables.interviews, tables.applications
    listed, application = _numbered(words(known["Application"]), words(rows["Application"]))
    position = positions(listed, application)
    met, replied = days(rows["Date"]), days(rows["Reply received"])
    interviewer, follow_up = folded(words(rows["Interviewer"])), words(rows["Follow up"])
    contact = np.append(folded(words(known["Contact"])), "")[position]
    past = met <= as_of
    asked = asked_rows(application, met, past, follow_up, (interviewer == contact) & (contact != ""))
    is_asked = asked == np.arange(len(met))
    stands = is_asked & (follow_up == "")
    interview = np.where(stands, latest_days(application, met, past), met)
    answer = latest_days(application, replied, ~np.isnat(replied))
    reply = np.where(stands, np.where(answer >= interview, answer, NO_DAY), replied)
    next_met, next_round = _next_conversations(application, interview, met, words(rows["Round"]))
    promised = (days(rows["Decision by"]), np.append(days(known["Decision by"]), NO_DAY)[position])
    last_sent = latest(*sent_days(rows))
    return Conversations(
        application=application,
        listed=listed,
        company=np.append(words(known["Company"]), "")[position],
        role=np.append(words(known["Role"]), "")[position],
        status=np.append(words(known["Status"]), "")[position],
        interviewer=interviewer,
        met=met,
        broken=with_errors(rows, INTERVIEWS.name, problems) | np.isnat(met),
        follow_up=follow_up,
        asked_name=np.append(words(rows["Interviewer"]), "")[asked],
        asked=is_asked,
        stands=stands,
        interview=interview,
        reply=reply,
        decision=_decision(promised, interview, reply),
        pin=days(rows["Follow up on"]),
        last_sent=last_sent,
        last_contact=latest(last_sent, replied),
        again=met_again(application, interviewer, met, past),
        next_met=next_met,
        next_round=next_round,
    )


def with_errors(rows: pd.DataFrame, table: str, problems: Sequence[Problem]) -> Mask:
    """The rows of `table` that an error-level problem points at."""
    broken = {problem.where.row for problem in errors(problems) if problem.where.table == table}
    return rows["row"].isin(broken).to_numpy(dtype=bool)


def positions(listed: Counts, wanted: Counts) -> npt.NDArray[np.intp]:
    """Where each wanted application stands, -1 where it is unknown; the first of a key's rows."""
    keys = pd.Series(listed).drop_duplicates()
    found: npt.NDArray[np.intp] = np.append(keys.index, -1)[pd.Index(keys).get_indexer(wanted)]
    return found


def _numbered(listed: Words, named: Words) -> tuple[Counts, Counts]:
    """A number for each application, the same for every way to type its key."""
    numbers = pd.factorize(folded(np.concatenate([listed, named])))[0].astype(np.int64)
    return numbers[: len(listed)], numbers[len(listed) :]


def _decision(promised: Sequence[Days], interview: Days, reply: Days) -> Days:
    """The Decision date: the first of the row's and the application's Decision by that is not before the
    interview and, where a reply is in, lies after the reply.
    """
    counts = [(each >= interview) & (np.isnat(reply) | (each > reply)) for each in promised]
    return np.select(counts, list(promised), NO_DAY)


def _next_conversations(application: Counts, interview: Days, met: Days, rounds: Words) -> tuple[Days, Words]:
    """The date and round of the application's first conversation after `interview`, NaT and "" without one.

    A conversation counts when it has a Date, whatever else is wrong with its row. Of several on that date the
    one whose round has a name speaks, whichever row comes first.
    """
    names_first = -pd.factorize(rounds, sort=True)[0]
    order = np.lexsort((names_first, met, application))
    order = order[~np.isnat(met[order])]
    speakers = order[_differs(application[order]) | _differs(met[order])]
    span = np.int64(2**32)  # more days than there are between any two dates
    spoken = application[speakers] * span + met[speakers].astype(np.int64)
    after = np.searchsorted(spoken, application * span + interview.astype(np.int64), side="right")
    later = np.append(speakers, NOBODY)[np.where(np.isnat(interview), len(speakers), after)]
    same = (later != NOBODY) & (np.append(application, NOBODY)[later] == application)
    return np.where(same, np.append(met, NO_DAY)[later], NO_DAY), np.where(
        same, np.append(rounds, "")[later], ""
    )


def _differs(ordered: npt.NDArray[Any]) -> Mask:
    """Where a value is another than the one before it; at the first, too."""
    differs = np.ones(len(ordered), dtype=bool)
    differs[1:] = ordered[1:] != ordered[:-1]
    return differs
