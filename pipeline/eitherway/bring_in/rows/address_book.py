"""People from an address book: LinkedIn's connections, and the contacts that Google and Outlook export
as CSV.

Their headers are fixed words of the programs. Google: "Given Name", "E-mail 1 - Value", "Organization 1
- Name" (since 2024 "First Name", "Organization Name"; its template for imports has no "Address 1 -
Formatted"). Outlook: "First Name", "E-mail Address", "Business Street"; Google's "Outlook CSV" has "Business
Address" and "Business Country" besides. LinkedIn: "First Name", "URL", "Email Address", "Position",
"Connected On".

Source: the header lines that readers, writers and tests of other programs hold, looked up in public
repositories in November 2026: some ten of each of Google's three agree, five of Outlook.com's, two of
Outlook's. Its German ones stand in none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eitherway.bring_in.brought import Contact
from eitherway.bring_in.cells.addresses import lines_of
from eitherway.bring_in.mapping.headers import meaning_of
from eitherway.bring_in.mapping.layout import Row, Sheet
from eitherway.bring_in.meanings import Meaning
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_lines, as_text
from eitherway.words.counting import count

_OF_A_TRACKER = {
    Meaning.STATUS,
    Meaning.APPLIED_ON,
    Meaning.INTERVIEW,
    Meaning.DATE,
    Meaning.OUTCOME,
    Meaning.REACHED,
}
_GIVEN = ("first name", "given name", "vorname", "prenom", "nombre")
_MIDDLE = ("middle name", "additional name", "weitere vornamen")
_FAMILY = ("last name", "family name", "nachname", "nom", "apellidos", "surname")
_WHOLE = ("name", "display name", "full name", "file as", "formatted name", "anzeigename")
_COMPANY = (
    "company",
    "organization name",
    "organization 1 - name",
    "organisation",
    "firma",
    "organization",
    "societe",
    "empresa",
)
_JOB = ("job title", "organization title", "organization 1 - title", "position", "berufsbezeichnung")
_JOB_OR_PREFIX = ("title", "titel")
_PREFIX = ("name prefix", "anrede")
_EMAIL = re.compile(
    r"e-?mail(?: address| \d - value| \d address|-adresse)?|primary email|"
    r"e-?mail \d - value|e-mail(?: \d)?: adresse"
)


class _Place(NamedTuple):
    """The columns of one address: all of it in one, or its parts."""

    whole: str
    streets: tuple[str, ...]
    city: str
    region: str
    code: str
    country: tuple[str, ...]


def _english(where: str) -> _Place:
    streets = tuple(f"{where} street{number}" for number in ("", " 2", " 3"))
    return _Place(
        f"{where} address",
        (*streets, f"{where} address po box"),
        f"{where} city",
        f"{where} state",
        f"{where} postal code",
        (f"{where} country/region", f"{where} country"),
    )


def _german(where: str, region: str) -> _Place:
    streets = tuple(f"strasse {where}{number}" for number in ("", " 2", " 3"))
    code, country = f"postleitzahl {where}", (f"land/region {where}",)
    return _Place(f"adresse {where}", streets, f"ort {where}", region, code, country)


_GOOGLES = _Place(
    "address 1 - formatted",
    ("address 1 - street", "address 1 - extended address", "address 1 - po box"),
    "address 1 - city",
    "address 1 - region",
    "address 1 - postal code",
    ("address 1 - country",),
)
_PLACES = (
    _GOOGLES,
    _english("business"),
    _german("geschaftlich", "region geschaftlich"),
    _english("home"),
    _german("privat", "bundesland/kanton privat"),
    _Place("address", ("street",), "city", "state", "postal code", ("country",)),
)
_FEW = 5
_NOTES = ("notes", "notizen", "remarques", "notas")
_OWN_TO_A_BOOK = re.compile(
    r"connected on|e-?mail \d - value|organization \d - name|organization name|business phone|"
    r"group membership|labels|"
    r"given name|e-mail \d address|phone \d - value|categories|kategorien|e-mail: angezeigter name"
)
_IGNORED = re.compile(
    r".*(?:- type|- label|yomi|phonetic.*|photo|group membership|labels|"
    r"e-?mail \d? ?(?:type|display name)|e-mail-typ|e-mail(?: \d)?: (?:typ|angezeigter name))$|file as|"
    r"initials|initialen|priority|prioritat|private?|sensitivity|vertraulichkeit|gender|geschlecht"
)
_NO_DAY = re.compile(r"0[/.]0[/.]0+")
"""Outlook's birthday of somebody who has none."""
_ACADEMIC = re.compile(r"(?:prof|dr)\b\.?", re.IGNORECASE)


def is_address_book(headers: Sequence[str]) -> bool:
    """Whether these are the headers of an address book and not of somebody's own sheet."""
    names = [*map(bare, headers)]
    has_name = any(name in (*_GIVEN, *_WHOLE) for name in names)
    if has_name and any(_OWN_TO_A_BOOK.fullmatch(name) for name in names):
        return True
    meanings = {guess[0] for header in headers if (guess := meaning_of(header))}
    return (
        any(name in _GIVEN for name in names)
        and any(name in _FAMILY for name in names)
        and not meanings & _OF_A_TRACKER
    )


def contacts_of(sheet: Sheet) -> tuple[list[Contact], list[str]]:
    """The people of the sheet, and what is told of the entries without a name, which are left out."""
    names = [bare(header.strip()) for header in sheet.headers]
    some = [(row.number, _contact(sheet.grid.name, names, sheet.headers, row)) for row in sheet.rows]
    nameless = [str(number) for number, contact in some if contact is None]
    told = (
        f"{sheet.grid.name}: {count(len(nameless), 'entry', 'entries')} without anybody's name "
        f"{'is' if len(nameless) == 1 else 'are'} left out (row {', '.join(nameless[:_FEW])}"
        f"{' and more' if len(nameless) > _FEW else ''})."
    )
    return [contact for _, contact in some if contact], [told] if nameless else []


class _Fields:
    """The cells of one row by what their headers are called; each counts once."""

    def __init__(self, names: Sequence[str], cells: Sequence[object]) -> None:
        self._names = names
        self._texts = [as_lines(str(cell)) for cell in cells]
        self._used: set[int] = set()

    def first(self, *wanted: str) -> str:
        """The first of the columns that holds anything."""
        for name in wanted:
            for i, each in enumerate(self._names):
                if each == name and i not in self._used and self._texts[i]:
                    self._used.add(i)
                    return self._texts[i]
        return ""

    def email(self) -> str:
        """The first address; where a cell holds several, the others are left in it."""
        for i, each in enumerate(self._names):
            if _EMAIL.fullmatch(each) and "@" in self._texts[i] and i not in self._used:
                first, _, self._texts[i] = as_text(self._texts[i]).partition(" ::: ")
                return first
        return ""

    def address(self) -> str:
        """The address as the program wrote it, else put together from its parts: at work, else at home."""
        for place in _PLACES:
            streets = "\n".join(filter(None, map(self.first, place.streets)))
            city, region, code = map(self.first, (place.city, place.region, place.code))
            parts = lines_of(streets, city, region, code, self.first(*place.country))
            if region not in parts:  # no line of an address there: it is noted
                self._used -= {i for i, each in enumerate(self._names) if each == place.region}
            if whole := self.first(place.whole):
                lacks = [line for line in parts.splitlines() if not _within(line, whole)]
                return parts if _within(whole, parts) else "\n".join([whole, *lacks])
            if streets or city:
                return parts
        return ""

    def rest(self, headers: Sequence[str], repeated: set[str]) -> list[str]:
        """What was not asked for, each under its header."""
        return [
            text if self._names[i] in _NOTES else f"{headers[i]}: {text}"
            for i, text in enumerate(self._texts)
            if text
            and i not in self._used
            and not _IGNORED.fullmatch(self._names[i])
            and not _NO_DAY.fullmatch(text)
            and text not in repeated
        ]


def _within(one: str, other: str) -> bool:
    """Whether each word of the one stands in the other."""
    return {*re.findall(r"\w+", one)} <= {*re.findall(r"\w+", other)}


def _contact(file: str, names: Sequence[str], headers: Sequence[str], row: Row) -> Contact | None:
    fields = _Fields(names, row.cells)
    given, middle = fields.first(*_GIVEN), fields.first(*_MIDDLE)
    name = " ".join(filter(None, (given, middle, fields.first(*_FAMILY)))) or fields.first(*_WHOLE)
    if not name:
        return None
    has_job = any(each in names for each in _JOB)
    prefix = fields.first(*_PREFIX, *(_JOB_OR_PREFIX if has_job else ()))
    academic = " ".join(found[0] for found in _ACADEMIC.finditer(prefix))
    cells = {
        "Interviewer": f"{academic} {name}".strip(),
        "Title": fields.first(*_JOB, *(() if has_job else _JOB_OR_PREFIX)),
        "Company": fields.first(*_COMPANY),
        "Email": fields.email(),
        "Address": fields.address(),
    }
    notes = fields.rest(headers, {*cells.values(), name})
    if prefix and not academic:
        notes.insert(0, f"Title: {prefix}")
    return Contact(f"{file}, row {row.number}", {key: value for key, value in cells.items() if value}, notes)
