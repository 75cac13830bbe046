"""Keys: each stands once, and what refers to one finds it. Names and labels are compared without case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

import pandas as pd

from eitherway.model.choices import CLOSED_STATUSES, OFFER
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import APPLICATIONS, CADENCE, INTERVIEWERS, INTERVIEWS
from eitherway.model.tables import Tables
from eitherway.words.comparison import did_you_mean, guesses, quote
from eitherway.words.names import folded


def applications_once(tables: Tables, as_of: date) -> list[Problem]:
    """An application's label stands once in Applications."""
    keys = _folded(tables.applications["Application"])
    place = tables.places[APPLICATIONS.name]
    return [
        Problem(
            Code.DUPLICATE_KEY,
            Severity.ERROR,
            place.at(row, "Application"),
            f"{quote(label)} stands in row {earlier} already.",
            "Give one of the two another label, or delete the row that is one too many.",
        )
        for row, earlier, label in _repeated(tables.applications, "Application", keys)
    ]


def steps_once(tables: Tables, as_of: date) -> list[Problem]:
    """A step stands once in the cadence; the first one counts."""
    place = tables.places[CADENCE.name]
    return [
        Problem(
            Code.DUPLICATE_KEY,
            Severity.ERROR,
            place.at(row, "Step"),
            f"The step {quote(step)} stands in row {earlier} already, and that row counts.",
            "Give one of the two another name, or delete the row that is one too many.",
        )
        for row, earlier, step in _repeated(tables.cadence, "Step", _folded(tables.cadence["Step"]))
    ]


def interviewers_once(tables: Tables, as_of: date) -> list[Problem]:
    """A name stands once in Interviewers; two people of one name, at two companies, are only a warning."""
    seen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    problems = []
    columns = (tables.interviewers[name].tolist() for name in ("row", "Interviewer", "Company"))
    for row, name, company in zip(*columns, strict=True):
        earlier = seen[folded(name)] if name else []
        if earlier:
            problems.append(_again(tables, row, name, folded(company), earlier))
        earlier.append((row, folded(company)))
    return problems


def conversations_once(tables: Tables, as_of: date) -> list[Problem]:
    """A conversation (application, round, date, interviewer) stands once in Interviews."""
    frame = tables.interviews
    filled = frame[(frame["Application"] != "") & (frame["Interviewer"] != "") & frame["Date"].notna()]
    days = filled["Date"].to_numpy().astype("int64").tolist()
    text = (_folded(filled[name]) for name in ("Application", "Round", "Interviewer"))
    place = tables.places[INTERVIEWS.name]
    return [
        Problem(
            Code.DUPLICATE_CONVERSATION,
            Severity.ERROR,
            place.at(row, "Interviewer"),
            f"{quote(name)} stands in row {earlier} already, with the same application, round and date.",
            "Delete one of the two rows, or correct what differs.",
        )
        for row, earlier, name in _repeated(filled, "Interviewer", zip(*text, days, strict=True))
    ]


def applications_known(tables: Tables, as_of: date) -> list[Problem]:
    """Interviews names applications that stand in Applications."""
    labels = [label for label in tables.applications["Application"].tolist() if label]
    known = {folded(label) for label in labels}
    typed = tables.interviews["Application"]
    rows = zip(tables.interviews["row"].tolist(), typed.tolist(), _folded(typed), strict=True)
    unknown = [(row, label) for row, label, key in rows if key and key not in known]
    guess = guesses((label for _, label in unknown), labels)
    place = tables.places[INTERVIEWS.name]
    return [
        Problem(
            Code.UNKNOWN_APPLICATION,
            Severity.ERROR,
            place.at(row, "Application"),
            f"{quote(label)} is not in Applications.",
            f"{guess[label]}Pick it from the list, or add a row to Applications.",
        )
        for row, label in unknown
    ]


def contacts_met(tables: Tables, as_of: date) -> list[Problem]:
    """The Contact of an open application is somebody who stands in its interviews, once it has any."""
    met: dict[str, dict[str, str]] = defaultdict(dict)
    columns = (tables.interviews[name] for name in ("Application", "Interviewer"))
    for label, name in zip(*columns, strict=True):
        if label and name:
            met[folded(label)][folded(name)] = name
    place = tables.places[APPLICATIONS.name]
    columns = (tables.applications[name] for name in ("row", "Application", "Contact", "Status"))
    return [
        _not_met(place.at(row, "Contact"), contact, [*people.values()])
        for row, label, contact, status in zip(*columns, strict=True)
        if contact
        if (people := met.get(folded(label)))
        if folded(contact) not in people and status not in (*CLOSED_STATUSES, OFFER)
    ]


def _not_met(where: Location, contact: str, people: Sequence[str]) -> Problem:
    message = (
        f"{quote(contact)} is the Contact, but no interview of this application names them, so whoever you "
        "met last is asked for news."
    )
    fix = (
        f"{did_you_mean(contact, people)}Type the name as it stands in Interviews, or empty the cell to ask "
        "whoever you met last."
    )
    return Problem(Code.CONTACT_NOT_MET, Severity.WARNING, where, message, fix)


def _repeated(frame: pd.DataFrame, column: str, keys: Iterable[Hashable]) -> Iterator[tuple[int, int, str]]:
    """The row of each repeated key, the row where it stood first, and what was typed in `column`."""
    first: dict[Hashable, int] = {}
    for row, typed, key in zip(frame["row"].tolist(), frame[column].tolist(), keys, strict=True):
        if typed and first.setdefault(key, row) != row:
            yield row, first[key], typed


def _again(tables: Tables, row: int, name: str, company: str, earlier: list[tuple[int, str]]) -> Problem:
    where = tables.places[INTERVIEWERS.name].at(row, "Interviewer")
    same = next((at for at, other in earlier if not company or not other or company == other), None)
    if same:
        message = f"{quote(name)} stands in row {same} already."
        fix = "Delete one of the two rows; for two people of one name fill in Company in both."
        return Problem(Code.DUPLICATE_KEY, Severity.ERROR, where, message, fix)
    message = f"{quote(name)} stands in row {earlier[0][0]} too, with another company."
    fix = "For two people of one name there is nothing to do; for one person delete the older row."
    return Problem(Code.DUPLICATE_KEY, Severity.WARNING, where, message, fix)


def _folded(column: pd.Series[str]) -> list[str]:
    """The keys in the form in which they are compared, each distinct one folded once."""
    typed = column.tolist()
    keys = {each: folded(each) for each in set(typed)}
    return [keys[each] for each in typed]
