"""What would stand oddly in a letter: a company spelled in two ways, a headline, half an address, "n/a"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from unicodedata import category

from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Table
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS
from eitherway.model.tables import Tables, setting_at
from eitherway.words.comparison import loose, quote
from eitherway.words.names import folded

ALIKE = 0.85
"""How alike two companies' names must be (difflib's ratio) to be one name spelled in two ways."""
LONGEST_TITLE = 70
"""Signs of a job title that still fits a line of an address block."""
MERGED: tuple[tuple[Table, str, str], ...] = (
    (APPLICATIONS, "Company", "Write the company's name as it should stand in a letter"),
    (APPLICATIONS, "Role", "Write the job's title as it should stand in a letter"),
    (APPLICATIONS, "Reference", "Empty the cell"),
    (INTERVIEWERS, "Title", "Empty the cell"),
    (INTERVIEWERS, "Company", "Empty the cell"),
    (INTERVIEWERS, "Address", "Empty the cell"),
)
"""The columns that stand in a letter as they are typed, and what to do where one says nothing."""
WITHOUT_PICTURES = (("Company", "company's name"), ("Role", "role"))

_NOTHING = re.compile(
    r"\W*+(?:tb[adc]|n\W?a|nan|none|null|nil|unknown|x{2,}|not (?:known|given|applicable)"
    r"|to be (?:announced|confirmed|decided|determined)|the company|company name|job title)?\W*+",
    re.IGNORECASE,
)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d]+")

_EMAIL = re.compile(r"[^@\s,;<>()\"]+@(?:[^@\s,;<>().\"]+\.)+[^@\s,;<>().\"]{2,}")
_DIGITS = re.compile(r"\d+")
_PICTURES, _UNSEEN = ("So", "Sk", "Cs", "Co"), ("Mn", "Cf")
_PARTING = re.compile(r"\s*(?:[|•·~/»→]|\s[-–—]\s|\.\s)\s*")


def companies_alike(tables: Tables, as_of: date) -> list[Problem]:
    """A company spelled in two ways, in Interviewers and in Applications, would be in one letter twice."""
    listed = zip(
        *(tables.applications[name].tolist() for name in ("Application", "row", "Company")), strict=True
    )
    applications = {folded(label): (row, company) for label, row, company in listed}
    met: dict[str, list[tuple[int, str]]] = {}
    rows = (tables.interviews[name].tolist() for name in ("Interviewer", "Application"))
    for name, label in zip(*rows, strict=True):
        if found := applications.get(folded(label)):
            met.setdefault(folded(name), []).append(found)
    people = (tables.interviewers[name].tolist() for name in ("row", "Interviewer", "Company"))
    place, theirs = tables.places[INTERVIEWERS.name], tables.places[APPLICATIONS.name]
    found_alike = (
        (place.at(row, "Company"), company, theirs.at(at, "Company"), other)
        for row, name, company in zip(*people, strict=True)
        for at, other in dict.fromkeys(met.get(folded(name), ()))
        if _are_alike(company, other)
    )
    return [_two_ways(*each) for each in found_alike]


def emails_whole(tables: Tables, as_of: date) -> list[Problem]:
    """An e-mail address has a name, one @ and a domain with a dot."""
    addresses = [*_addresses(tables)]
    domains = {text.rpartition("@")[2] for _, text in addresses if _EMAIL.fullmatch(text)}
    return [
        _no_email(where, text, sorted(domains)) for where, text in addresses if not _EMAIL.fullmatch(text)
    ]


def cells_say_something(tables: Tables, as_of: date) -> list[Problem]:
    """What stands in a letter as it is typed says something: "what N/A needs" is no sentence to send.

    A company that is really called so is let pass by the sheet Words.
    """
    words = {folded(word) for word in tables.words}
    frames = {APPLICATIONS.name: tables.applications, INTERVIEWERS.name: tables.interviewers}
    return [
        _says_nothing(tables.places[table.name].at(row, column), text, fix)
        for table, column, fix in MERGED
        for row, text in zip(*(frames[table.name][name].tolist() for name in ("row", column)), strict=True)
        if text and _NOTHING.fullmatch(text) and folded(text) not in words
    ]


def jobs_plain(tables: Tables, as_of: date) -> list[Problem]:
    """A picture in Company or Role would stand in the sentences of a letter."""
    place, rows = tables.places[APPLICATIONS.name], tables.applications
    return [
        _with_picture(place.at(row, column), text, what, picture[0])
        for column, what in WITHOUT_PICTURES
        for row, text in zip(rows["row"].tolist(), rows[column].tolist(), strict=True)
        if (picture := _EMOJI.search(text))
    ]


def titles_plain(tables: Tables, as_of: date) -> list[Problem]:
    """A Title is a job title: a headline, or one with pictures in it, is no line of an address block."""
    place = tables.places[INTERVIEWERS.name]
    rows = zip(tables.interviewers["row"].tolist(), tables.interviewers["Title"].tolist(), strict=True)
    return [_headline(place.at(row, "Title"), title) for row, title in rows if _is_headline(title)]


def _are_alike(one: str, other: str) -> bool:
    if not one or not other or one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return SequenceMatcher(None, loose(one), loose(other)).ratio() >= ALIKE


def _says_nothing(where: Location, text: str, fix: str) -> Problem:
    message = f"{quote(text)} says nothing, and would stand so in the letter."
    fix = f"{fix}; the letter waits for it. If it is really called so, add {quote(text)} to the sheet Words."
    return Problem(Code.SAYS_NOTHING, Severity.ERROR, where, message, fix)


def _with_picture(where: Location, text: str, what: str, picture: str) -> Problem:
    plain = " ".join(_EMOJI.sub(" ", text).split())
    message = f"{quote(picture)} is a picture, and would stand so in the letter."
    such = f": {quote(plain)}" if plain else ""
    return Problem(
        Code.PICTURE_IN_TEXT, Severity.WARNING, where, message, f"Write the {what} without it{such}."
    )


def _two_ways(where: Location, company: str, other: Location, likely: str) -> Problem:
    message = f"{quote(company)} is {quote(likely)} in {other}; a letter would have both."
    fix = (
        f"Write {quote(likely)} here too, as the job was advertised, or leave both if they are two companies."
    )
    return Problem(Code.COMPANY_TWO_WAYS, Severity.WARNING, where, message, fix)


def _addresses(tables: Tables) -> Iterator[tuple[Location, str]]:
    if tables.settings.email:
        yield setting_at(tables, "Email"), tables.settings.email
    place = tables.places[INTERVIEWERS.name]
    rows = zip(tables.interviewers["row"].tolist(), tables.interviewers["Email"].tolist(), strict=True)
    yield from ((place.at(row, "Email"), text) for row, text in rows if text)


def _no_email(where: Location, text: str, domains: list[str]) -> Problem:
    """The likely one has a domain that stands in another address, or is what is left without its wrapping."""
    name, at, domain = text.rpartition("@")
    inside = _EMAIL.search(text)
    known = next(
        (each for each in domains if domain and each.casefold().startswith(domain.casefold() + ".")), ""
    )
    likely = inside[0] if inside else f"{name}@{known}" if known and name and at else ""
    guess = f"Did you mean {quote(likely)}? " if likely else ""
    message = f"{quote(text)} is not a whole e-mail address."
    return Problem(
        Code.NOT_AN_EMAIL, Severity.WARNING, where, message, f"{guess}Correct it, or empty the cell."
    )


def _is_headline(title: str) -> bool:
    return len(title) > LONGEST_TITLE or "|" in title or any(category(sign) in _PICTURES for sign in title)


def _headline(where: Location, title: str) -> Problem:
    plain = "".join(
        "|" if category(sign) in _PICTURES else sign for sign in title if category(sign) not in _UNSEEN
    )
    parts = (part.strip(" ,;:-") for part in _PARTING.split(plain))
    likely = next((part for part in parts if part and len(part) <= LONGEST_TITLE), "")
    message = f"{quote(title)} reads like a headline, and would stand so in the address block."
    such = f", such as {quote(likely)}" if likely else ""
    fix = f"Write the job title as on their card{such}, or empty the cell."
    return Problem(Code.TITLE_HEADLINE, Severity.WARNING, where, message, fix)
