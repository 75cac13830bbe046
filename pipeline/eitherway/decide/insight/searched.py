"""The search as applications with their interviews: what all figures are counted from.

An *application* is a row of Applications with a label; of rows with one label the first speaks. It counts
once it was made: Applied on is not to come, and Status or Applied on is filled in or an interview took place.
An *interview* is a day on which somebody of an application was met, however many; it *took place* if that day
is not to come. Cells know no history: Status is as it stands, on whatever day is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from eitherway.model.choices import CLOSED_STATUSES, OFFER
from eitherway.model.schema import REPLY
from eitherway.model.steps import SENT
from eitherway.words.names import folded

ACCEPTED = "Accepted"


class Row(NamedTuple):
    """A row of Interviews, as far as figures go by it; `sent` are the days of its letters by step."""

    application: str
    met: date | None
    interviewer: str
    decision_by: date | None
    reply: date | None
    sent: tuple[tuple[str, date], ...]


class Application(NamedTuple):
    """An application that counts: its cells, its rows of Interviews, and the days of its interviews."""

    row: int
    name: str
    company: str
    status: str
    source: str
    industry: str
    applied_on: date | None
    decision_by: date | None
    decided_on: date | None
    rows: Sequence[Row]
    interviews: Sequence[date]
    as_of: date

    @property
    def took_place(self) -> Sequence[date]:
        """The days of the interviews that took place."""
        return [day for day in self.interviews if day <= self.as_of]

    @property
    def is_open(self) -> bool:
        """Whether Status is none of Accepted, Withdrawn and Rejected."""
        return self.status not in CLOSED_STATUSES

    @property
    def is_offered(self) -> bool:
        """Whether Status is Offer or Accepted."""
        return self.status in (OFFER, ACCEPTED)

    @property
    def replies(self) -> list[date]:
        """The days of the replies that have come, in any of the rows."""
        return [row.reply for row in self.rows if row.reply and row.reply <= self.as_of]


def searched(frame: pd.DataFrame, found_rows: Sequence[Row], as_of: date) -> list[Application]:
    """The applications that count on that day, in the order of the table Applications."""
    rows_of: dict[str, list[Row]] = {}
    for row in found_rows:
        rows_of.setdefault(row.application, []).append(row)
    text = (frame[name].tolist() for name in ("Company", "Status", "Source", "Industry"))
    dates = (days(frame[name]) for name in ("Applied on", "Decision by", "Decided on"))
    found: dict[str, Application] = {}
    cells = zip(frame["row"].tolist(), frame["Application"].tolist(), *text, *dates, strict=True)
    for number, name, company, status, source, industry, applied, by, decided in cells:
        key = folded(name)
        if key and key not in found:
            of = rows_of.get(key, [])
            found[key] = Application(
                number,
                name,
                company,
                status,
                source,
                industry,
                applied,
                by,
                decided,
                of,
                _met(of),
                as_of,
            )
    return [each for each in found.values() if _counts(each)]


def rows(interviews: pd.DataFrame) -> list[Row]:
    """The rows of Interviews, in order; their application is folded."""
    steps = [name for name in interviews.columns if name.endswith(SENT)]
    sent = zip(*(days(interviews[name]) for name in steps), strict=True)
    named = [name.removesuffix(SENT) for name in steps]
    text = (interviews[name].tolist() for name in ("Application", "Interviewer"))
    dates = (days(interviews[name]) for name in ("Date", "Decision by", REPLY))
    return [
        Row(
            folded(application),
            met,
            who,
            by,
            reply,
            tuple((s, d) for s, d in zip(named, on, strict=True) if d),
        )
        for application, who, met, by, reply, on in zip(*text, *dates, sent, strict=True)
    ]


def days(column: pd.Series[pd.Timestamp]) -> list[date | None]:
    """The column's dates, None where there is none."""
    found: list[date | None] = column.to_numpy().astype("datetime64[D]").tolist()
    return found


def _met(rows_of_it: Sequence[Row]) -> list[date]:
    return sorted({row.met for row in rows_of_it if row.met})


def _counts(application: Application) -> bool:
    on = application.applied_on
    if on and on > application.as_of:
        return False
    return bool(application.status or on or application.took_place)
