"""What several rows say of one application, one interview or one person, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from eitherway.bring_in.brought import Application, Brought, Contact, Meeting
from eitherway.bring_in.cells.statuses import Standing
from eitherway.bring_in.cells.values import line
from eitherway.bring_in.joining.keys import company_key, link_key, person_key, role_key
from eitherway.model.records import CellValue
from eitherway.words.names import folded

_FURTHEST = ("Rejected", "Withdrawn", "Accepted", "Offer", "Interviewing", "Applied")
SAME_DAYS = 45
"""Two applications for one role at one company that lie further apart are two."""


def gather(brought: Brought) -> None:
    """Join the rows of one application, and the mentions of one person."""
    brought.applications = _applications(brought)
    brought.contacts = _contacts(brought.contacts)
    _complete_names(brought)
    _label(brought.applications)


def _applications(brought: Brought) -> list[Application]:
    found: list[Application] = []
    by_key: dict[tuple[str, str], list[Application]] = defaultdict(list)
    by_company: dict[str, list[Application]] = defaultdict(list)
    by_label: dict[str, Application] = {}
    # What only refers to an application comes last: the row that it refers to may stand on a later sheet.
    for row in sorted(brought.applications, key=lambda each: each.is_short):
        company, role = keys_of(row)
        label = folded(str(row.cells.get("Application", "")))
        if label and not company and label in by_label:
            _join(by_label[label], row)
            continue
        some = by_key[company, role] if role or not row.is_short else by_company[company][-1:]
        same = next((each for each in some if company and _is_same(each, row)), None)
        if same is None:
            found.append(row)
            by_key[company, role].append(row)
            by_company[company].append(row)
            if label:
                by_label.setdefault(label, row)
        else:
            _join(same, row)
    return found


def keys_of(row: Application) -> tuple[str, str]:
    """The forms in which company and role are compared."""
    return company_key(str(row.cells.get("Company", ""))), role_key(str(row.cells.get("Role", "")))


def _is_same(one: Application, other: Application) -> bool:
    links = [link_key(str(each.cells.get("Link", ""))) for each in (one, other)]
    references = [str(each.cells.get("Reference", "")) for each in (one, other)]
    if all(references) and references[0] != references[1]:
        return False
    days = [each.cells.get("Applied on") for each in (one, other)]
    if isinstance(days[0], date) and isinstance(days[1], date):
        return days[0] == days[1] and not (all(links) and links[0] != links[1] and not other.meetings)
    return not all(links) or links[0] == links[1]


def _join(one: Application, other: Application) -> None:
    """Take into `one` what `other` says besides."""
    for name, value in other.cells.items():
        if not one.cells.get(name):
            one.cells[name] = value
        elif name == "Status" and not other.is_short:
            one.cells[name] = min((str(one.cells[name]), str(value)), key=_FURTHEST.index)
        elif not _is_alike(name, one.cells[name], value) and name != "Status":
            one.notes.append(line(name, value))
    for name, value in other.own.items():
        if one.own.get(name) in (None, ""):
            one.own[name] = value
        elif one.own[name] != value:
            one.notes.append(line(name, value))
    one.notes += [note for note in other.notes if note not in one.notes]
    for meeting in other.meetings:
        _join_meeting(one, meeting)
    one.meetings.sort(key=lambda each: str(each.cells.get("Date", "")))
    _number(one)
    if one.meetings and one.cells.get("Status") == Standing.APPLIED.value and other.meetings:
        one.cells["Status"] = Standing.INTERVIEWING.value


def _join_meeting(application: Application, meeting: Meeting) -> None:
    """Add the interview, unless it stands there; one of that day that names nobody yet is this one."""
    same_day = [each for each in application.meetings if each.cells.get("Date") == meeting.cells.get("Date")]
    key = _meeting_key(meeting)
    same = next((each for each in same_day if _meeting_key(each) == key or not key[1]), None)
    same = same or next((each for each in same_day if not each.cells.get("Interviewer")), None)
    if same is None:
        application.meetings.append(meeting)
        return
    for name, value in meeting.cells.items():
        if not same.cells.get(name) or (name == "Round" and str(same.cells[name]).isdigit()):
            same.cells[name] = value
    same.notes += [note for note in meeting.notes if note not in same.notes]


def _number(application: Application) -> None:
    """Rounds that only counted the row's own interviews are counted anew."""
    number, last = 0, None
    for meeting in application.meetings:
        if meeting.cells.get("Date") != last:
            number, last = number + 1, meeting.cells.get("Date")
        if str(meeting.cells.get("Round", "")) in map(str, range(10)):
            meeting.cells["Round"] = str(max(number, int(str(meeting.cells.get("Round")))))


def _is_alike(name: str, one: CellValue, other: CellValue) -> bool:
    if name == "Company":
        return company_key(str(one)) == company_key(str(other))
    if name == "Role":
        return role_key(str(one)) == role_key(str(other))
    return one == other


def _meeting_key(meeting: Meeting) -> tuple[object, str]:
    return meeting.cells.get("Date"), person_key(str(meeting.cells.get("Interviewer", "")))


def _contacts(contacts: list[Contact]) -> list[Contact]:
    """Each person once; two of one name at two companies are two."""
    found: list[Contact] = []
    by_name: dict[str, dict[str, Contact]] = defaultdict(dict)
    for contact in contacts:
        same = _same_person(by_name[person_key(str(contact.cells["Interviewer"]))], contact)
        if same is None:
            found.append(contact)
        else:
            _join_people(same, contact)
    return found


def _same_person(there: dict[str, Contact], contact: Contact) -> Contact | None:
    """The contact of this name at this company; where either names no company, the first of this name."""
    company = company_key(str(contact.cells.get("Company", "")))
    same = there.get(company) or (there.get("") if company else next(iter(there.values()), None))
    there.setdefault(company, same or contact)
    return same


def _join_people(one: Contact, other: Contact) -> None:
    for name, value in other.cells.items():
        if not one.cells.get(name):
            one.cells[name] = value
        elif name in ("Email", "Title", "Address") and one.cells[name] != value:
            one.notes.append(line(name, value))
    one.notes += [note for note in other.notes if note not in one.notes]


def _complete_names(brought: Brought) -> None:
    """Where a company's file names "Priya" here and "Priya Sharma" there, it is one person, told as such."""
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for contact in brought.contacts:
        name = str(contact.cells["Interviewer"])
        company = company_key(str(contact.cells.get("Company", "")))
        if len(words := person_key(name).split()) > 1:
            for word in (words[0], words[-1]):
                full[company, word].add(name)
    kept: list[Contact] = []
    for contact in brought.contacts:
        name = str(contact.cells["Interviewer"])
        whole = full.get((company_key(str(contact.cells.get("Company", ""))), person_key(name)), set())
        if len(whole) != 1:
            kept.append(contact)
            continue
        _rename(brought, contact, next(iter(whole)))
    brought.contacts = _contacts([*kept])
    _spell_alike(brought)


def _spell_alike(brought: Brought) -> None:
    """Interviews name people as Interviewers does: "Hr. Krause" there is "Herr Krause" here."""
    spelled = {
        (company_key(str(each.cells.get("Company", ""))), person_key(str(each.cells["Interviewer"]))): each
        for each in brought.contacts
    }
    for application in brought.applications:
        for cells in _naming(application):
            for column in ("Interviewer", "Contact"):
                if not (name := cells.get(column)):
                    continue
                if found := spelled.get((keys_of(application)[0], person_key(str(name)))):
                    cells[column] = found.cells["Interviewer"]


def _rename(brought: Brought, contact: Contact, whole: str) -> None:
    name, company = str(contact.cells["Interviewer"]), company_key(str(contact.cells.get("Company", "")))
    if person_key(name) != person_key(whole):
        brought.said.append(f'{contact.cells.get("Company")}: "{name}" is taken for {whole}.')
    for each in brought.contacts:
        if each.cells["Interviewer"] == whole and company_key(str(each.cells.get("Company", ""))) == company:
            for key, value in contact.cells.items():
                each.cells.setdefault(key, value)
            each.notes += [note for note in contact.notes if note not in each.notes]
    for application in brought.applications:
        if keys_of(application)[0] == company:
            for cells in _naming(application):
                for column in ("Interviewer", "Contact"):
                    if person_key(str(cells.get(column, ""))) == person_key(name):
                        cells[column] = whole


def _naming(application: Application) -> Iterator[dict[str, CellValue]]:
    yield application.cells
    for meeting in application.meetings:
        yield meeting.cells


def _label(applications: list[Application]) -> None:
    """Give each application a label of its own: "Acme - Analyst", a second one "Acme - Analyst (2)"."""
    used: dict[str, int] = defaultdict(int)
    for application in applications:
        names = [str(application.cells.get(name, "")) for name in ("Company", "Role")]
        said = str(application.cells.get("Application", ""))
        label = said or " - ".join(filter(None, names)) or application.where
        used[label.casefold()] += 1
        number = used[label.casefold()]
        application.cells = {
            "Application": label if number == 1 else f"{label} ({number})",
            **application.cells,
        }
