"""The work-search log: a row for each activity that the workbook proves, by claim week.

Columns and rules: docs/work-search.md. What is in the workbook happened on a day, up to `as_of`; a panel of
three is one interview, a letter to each of them is a follow-up each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain
from typing import Any

import pandas as pd

from eitherway.model.schema import BOTH, CHANNELS, EMAIL, FORMATS, LOG, OFFER, REPLY, SENT, THANK_YOU
from eitherway.model.tables import RawTable, Tables, cells_of
from eitherway.words import days
from eitherway.words.names import folded

FilesSent = Mapping[tuple[str, str, str], Sequence[str]]
"""The letters that Log tells of, by application, interviewer and step, all folded."""

WEEK = timedelta(days=7)


class Kind(StrEnum):
    """The kinds of activity, in the order in which those of one day are listed."""

    APPLICATION = "Application"
    INTERVIEW = "Interview"
    FOLLOW_UP = "Follow-up"
    REPLY = "Reply"


@dataclass(frozen=True, slots=True)
class Activity:
    """One row of the log; text is "" where the workbook does not say."""

    day: date
    kind: Kind
    employer: str
    position: str = ""
    person: str = ""
    how: str = ""
    contact: str = ""
    result: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    """A row of Applications, as its activities tell of it."""

    employer: str
    position: str = ""
    contact: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class _Person:
    """An interviewer: how the log names them, and what is known of them."""

    named: str
    email: str = ""
    channel: str = ""


_BY_FORMAT = dict(zip(FORMATS, ("Phone", "Online", "In person"), strict=True))
_BY_CHANNEL = dict(zip(CHANNELS, ("E-mail", "Post", "E-mail and post"), strict=True))
_CLOSED = ("Accepted", "Withdrawn", "Rejected", OFFER)


def activities(tables: Tables, as_of: date, files: FilesSent | None = None) -> list[Activity]:
    """Everything up to and on `as_of`, by day, then by kind, employer and person."""
    jobs, everyone = _jobs(tables), _people(tables)
    found = [
        *_applied(tables, jobs),
        *_interviews(tables, jobs, everyone),
        *_follow_ups(tables, jobs, everyone, files or {}),
    ]
    return sorted((each for each in found if each.day <= as_of), key=_order)


def files_sent(raw: Mapping[str, RawTable], more: Iterable[Mapping[str, object]] = ()) -> FilesSent:
    """The files that Log tells of, and those of the rows that are to go into it."""
    columns = ("Application", "Interviewer", "Step", "File")
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in chain(cells_of(raw, LOG.name, columns), more):
        application, interviewer, step, file = (str(row.get(name) or "") for name in columns)
        if file:
            found.setdefault((folded(application), folded(interviewer), folded(step)), []).append(file)
    return found


def week_ending(day: date, begins: int) -> date:
    """The last day of the week that holds `day`, where weeks begin on the weekday `begins` (Monday is 0)."""
    return day + timedelta(days=(begins - 1 - day.weekday()) % 7)


def month_ending(day: date) -> date:
    """The last day of the month that holds `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _order(each: Activity) -> tuple[date, int, str, str, str]:
    return each.day, [*Kind].index(each.kind), folded(each.employer), folded(each.person), each.position


def _applied(tables: Tables, jobs: Mapping[str, _Job]) -> Iterator[Activity]:
    for row in _rows(tables.applications):
        if (day := _day(row["Applied on"])) is None:
            continue
        job = _of_row(row)
        yield Activity(
            day,
            Kind.APPLICATION,
            job.employer,
            job.position,
            person=row["Contact"],
            how=_mail(row["How"]),
            contact=job.contact,
            result=job.result,
            proof=row["CV sent"],
        )


def _interviews(
    tables: Tables, jobs: Mapping[str, _Job], everyone: Mapping[str, Mapping[str, _Person]]
) -> Iterator[Activity]:
    """A panel is one interview: the rows of one application, day, time and round."""
    found: dict[tuple[str, date, str, str], Activity] = {}
    for row in _rows(tables.interviews):
        day = _day(row["Date"])
        if day is None:
            continue
        job, person = _met(row, jobs, everyone)
        key = folded(row["Application"]), day, folded(row["Round"]), folded(row["Time"])
        before = found.get(key)
        if before is None:
            found[key] = Activity(
                day,
                Kind.INTERVIEW,
                job.employer,
                job.position,
                person.named,
                _BY_FORMAT.get(row["Format"], row["Format"]),
                _listed(job.contact, person.email),
                job.result,
            )
        elif person.named:
            also = {*before.person.split("; ")}
            named = before.person if person.named in also else _listed(before.person, person.named)
            found[key] = replace(before, person=named)
    yield from found.values()


def _follow_ups(
    tables: Tables,
    jobs: Mapping[str, _Job],
    everyone: Mapping[str, Mapping[str, _Person]],
    files: FilesSent,
) -> Iterator[Activity]:
    """Every step sent, and every reply."""
    sent = [name for name in tables.interviews.columns if name.endswith(SENT)]
    for row in _rows(tables.interviews):
        letters = {name.removesuffix(SENT): day for name in sent if (day := _day(row[name]))}
        reply = _day(row[REPLY])
        if not letters and reply is None:
            continue
        job, person = _met(row, jobs, everyone)
        contact = _listed(job.contact, person.email)
        for step, day in letters.items():
            key = folded(row["Application"]), folded(row["Interviewer"]), folded(step)
            channel = EMAIL
            if folded(step) == folded(THANK_YOU):
                channel = row["Channel"] or person.channel or tables.settings.thank_you_by
            yield Activity(
                day,
                Kind.FOLLOW_UP,
                job.employer,
                job.position,
                person.named,
                _BY_CHANNEL.get(channel, _BY_CHANNEL[BOTH]),
                contact,
                f"{step} sent{_answered(reply, day)}",
                _file_of(files.get(key, ()), row["Date"]),
            )
        if reply is not None:
            yield Activity(
                reply,
                Kind.REPLY,
                job.employer,
                job.position,
                person.named,
                contact=contact,
                result="They answered",
            )


def _file_of(files: Sequence[str], met: Any) -> str:
    """The last of the letters that is about this interview: its day begins the file's name."""
    begin = f"{_day(met)} "
    return next((file for file in reversed(files) if file.rpartition("/")[2].startswith(begin)), "")


def _answered(reply: date | None, sent: date) -> str:
    return f"; they answered {days.short_with_year(reply)}" if reply and reply >= sent else ""


def _jobs(tables: Tables) -> dict[str, _Job]:
    """By folded label; the first row of one that stands twice."""
    found: dict[str, _Job] = {}
    for row in _rows(tables.applications):
        found.setdefault(folded(row["Application"]), _of_row(row))
    return found


def _of_row(row: Mapping[str, Any]) -> _Job:
    reference = f" (reference {row['Reference']})" if row["Reference"] else ""
    address = ", ".join(line.strip(" ,") for line in row["Employer address"].splitlines() if line.strip())
    web = row["Employer web"] or row["Link"]
    status, decided = row["Status"], _day(row["Decided on"])
    on = f" {days.short_with_year(decided)}" if decided and status in _CLOSED else ""
    return _Job(
        row["Company"] or row["Application"],
        f"{row['Role']}{reference}".strip(),
        _listed(address, row["Employer phone"], web),
        f"{status}{on}",
    )


def _met(
    row: Mapping[str, Any], jobs: Mapping[str, _Job], everyone: Mapping[str, Mapping[str, _Person]]
) -> tuple[_Job, _Person]:
    job = jobs.get(folded(row["Application"])) or _Job(row["Application"])
    alike = everyone.get(folded(row["Interviewer"]), {})
    only = next(iter(alike.values())) if len(alike) == 1 else _Person(row["Interviewer"])
    return job, alike.get(folded(job.employer), only)


def _people(tables: Tables) -> dict[str, dict[str, _Person]]:
    """By folded name and company; two people may share a name, and the first row of a person counts."""
    found: dict[str, dict[str, _Person]] = {}
    for row in _rows(tables.interviewers):
        name, title = row["Interviewer"], row["Title"]
        person = _Person(f"{name}, {title}" if title else name, row["Email"], row["Channel"])
        found.setdefault(folded(name), {}).setdefault(folded(row["Company"]), person)
    return found


def _rows(frame: pd.DataFrame) -> Iterable[dict[str, Any]]:
    rows: Sequence[dict[str, Any]] = frame.to_dict("records")
    return rows


def _day(value: Any) -> date | None:
    return None if value is None or pd.isna(value) else value.date()


def _mail(how: str) -> str:
    return _BY_CHANNEL[EMAIL] if how == EMAIL else how


def _listed(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))
