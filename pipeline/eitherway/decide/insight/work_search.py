"""The work-search log: a row for each activity that the workbook proves, by claim week.

Columns and rules: docs/work-search.md. What is in the workbook happened on a day, up to `as_of`; a panel of
three is one interview, a letter to each of them is a follow-up each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from eitherway.decide.insight.rows import Row, rows_of
from eitherway.model.choices import CHANNELS, EMAIL, FORMATS, OFFER
from eitherway.model.schema import LOG, REPLY
from eitherway.model.steps import SENT, THANK_YOU
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


class Activity(NamedTuple):
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


class _Job(NamedTuple):
    """A row of Applications, as its activities tell of it."""

    employer: str
    position: str = ""
    contact: str = ""
    result: str = ""


class _Person(NamedTuple):
    """An interviewer: how the log names them, and what is known of them."""

    named: str
    email: str = ""
    channel: str = ""


class _Known(NamedTuple):
    """What activities are told from: rows of Applications with their jobs, people, files, and which days."""

    applications: Sequence[tuple[Row, _Job]]
    jobs: Mapping[str, _Job]
    everyone: Mapping[str, Mapping[str, _Person]]
    files: FilesSent
    thank_you_by: str
    since: date
    as_of: date

    def asks_for(self, day: date | None) -> bool:
        """Whether what happened on that day is wanted."""
        return day is not None and self.since <= day <= self.as_of

    def files_of(self, row: Row, step: str) -> Sequence[str]:
        """The files of a row's letter that Log tells of."""
        if not self.files:
            return ()
        key = folded(row["Application"]), folded(row["Interviewer"]), folded(step)
        return self.files.get(key, ())


_BY_FORMAT = dict(zip(FORMATS, ("Phone", "Online", "In person"), strict=True))
_BY_CHANNEL = dict(zip(CHANNELS, ("E-mail", "Post", "E-mail and post"), strict=True))
_CLOSED = ("Accepted", "Withdrawn", "Rejected", OFFER)


def activities(
    tables: Tables, as_of: date, files: FilesSent | None = None, since: date = date.min
) -> list[Activity]:
    """Everything from `since` up to and on `as_of`, by day, then by kind, employer and person."""
    known = _known(tables, files or {}, since, as_of)
    interviews = rows_of(tables.interviews)
    found = [*_applied(known), *_interviews(interviews, known), *_follow_ups(interviews, known)]
    return sorted(found, key=_order)


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


def _known(tables: Tables, files: FilesSent, since: date, as_of: date) -> _Known:
    applications = [(row, _of_row(row)) for row in rows_of(tables.applications)]
    jobs: dict[str, _Job] = {}
    for row, job in applications:
        jobs.setdefault(folded(row["Application"]), job)
    return _Known(
        applications, jobs, _people(tables), files, tables.settings.thank_you_by, since=since, as_of=as_of
    )


def _applied(known: _Known) -> Iterator[Activity]:
    for row, job in known.applications:
        day = row["Applied on"]
        if known.asks_for(day):
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


def _interviews(rows: Sequence[Row], known: _Known) -> Iterator[Activity]:
    """A panel is one interview: the rows of one application, day, time and round."""
    found: dict[tuple[str, date, str, str], Activity] = {}
    for row in rows:
        day, held = row["Date"], str(row["Format"])
        if not known.asks_for(day):
            continue
        job, person = _met(row, known)
        key = folded(row["Application"]), day, folded(row["Round"]), folded(row["Time"])
        before = found.get(key)
        if before is None:
            found[key] = Activity(
                day,
                Kind.INTERVIEW,
                job.employer,
                job.position,
                person.named,
                _BY_FORMAT.get(held, held),
                _listed(job.contact, person.email),
                job.result,
            )
        elif person.named:
            also = {*before.person.split("; ")}
            named = before.person if person.named in also else _listed(before.person, person.named)
            found[key] = before._replace(person=named)
    yield from found.values()


def _follow_ups(rows: Sequence[Row], known: _Known) -> Iterator[Activity]:
    """Every step sent, and every reply."""
    sent = [name for name in rows[0] if name.endswith(SENT)] if rows else []
    for row in rows:
        letters = {name.removesuffix(SENT): day for name in sent if known.asks_for(day := row[name])}
        reply = row[REPLY]
        if not letters and not known.asks_for(reply):
            continue
        job, person = _met(row, known)
        contact = _listed(job.contact, person.email)
        about = partial(Activity, employer=job.employer, position=job.position, person=person.named)
        for step, day in letters.items():
            yield about(
                day,
                Kind.FOLLOW_UP,
                how=_sent_by(step, row, person, known),
                contact=contact,
                result=f"{step} sent{_answered(reply, day)}",
                proof=_file_of(known.files_of(row, step), row["Date"]),
            )
        if known.asks_for(reply):
            yield about(reply, Kind.REPLY, contact=contact, result="They answered")


def _sent_by(step: str, row: Row, person: _Person, known: _Known) -> str:
    """As it was planned: a thank-you by its channel, every other step by e-mail (decide/channels.py)."""
    is_thanks = folded(step) == folded(THANK_YOU)
    channel = (row["Channel"] or person.channel or known.thank_you_by) if is_thanks else EMAIL
    return _BY_CHANNEL.get(channel, channel)


def _file_of(files: Sequence[str], met: Any) -> str:
    """The last of the letters that is about this interview: its day begins the file's name."""
    begin = f"{met} "
    return next((file for file in reversed(files) if file.rpartition("/")[2].startswith(begin)), "")


def _answered(reply: date | None, sent: date) -> str:
    return f"; they answered {days.short_with_year(reply)}" if reply and reply >= sent else ""


def _of_row(row: Row) -> _Job:
    reference = f" (reference {row['Reference']})" if row["Reference"] else ""
    address = ", ".join(line.strip(" ,") for line in row["Employer address"].splitlines() if line.strip())
    web = row["Employer web"] or row["Link"]
    status, decided = row["Status"], row["Decided on"]
    on = f" {days.short_with_year(decided)}" if decided and status in _CLOSED else ""
    return _Job(
        row["Company"] or row["Application"],
        f"{row['Role']}{reference}".strip(),
        _listed(address, row["Employer phone"], web),
        f"{status}{on}",
    )


def _met(row: Row, known: _Known) -> tuple[_Job, _Person]:
    job = known.jobs.get(folded(row["Application"])) or _Job(row["Application"])
    alike = known.everyone.get(folded(row["Interviewer"]), {})
    only = next(iter(alike.values())) if len(alike) == 1 else _Person(row["Interviewer"])
    return job, alike.get(folded(job.employer), only)


def _people(tables: Tables) -> dict[str, dict[str, _Person]]:
    """By folded name and company; two people may share a name, and the first row of a person counts."""
    found: dict[str, dict[str, _Person]] = {}
    for row in rows_of(tables.interviewers):
        name, title = row["Interviewer"], row["Title"]
        person = _Person(f"{name}, {title}" if title else name, row["Email"], row["Channel"])
        found.setdefault(folded(name), {}).setdefault(folded(row["Company"]), person)
    return found


def _mail(how: str) -> str:
    return _BY_CHANNEL[EMAIL] if how == EMAIL else how


def _listed(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))
