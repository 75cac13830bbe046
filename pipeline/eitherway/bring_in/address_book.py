"""People from an address book: LinkedIn's connections, and the contacts that Google and Outlook export
as CSV.

Their headers are fixed words of the programs. Google: "Given Name", "E-mail 1 - Value", "Organization 1
- Name"
(since 2024 "First Name", "Organization Name"). Outlook: "First Name", "E-mail Address", "Business Street".
LinkedIn: "First Name", "URL", "Email Address", "Position", "Connected On".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eitherway.bring_in.brought import Contact
from eitherway.bring_in.headers import meaning_of
from eitherway.bring_in.layout import Row, Sheet
from eitherway.bring_in.meanings import Meaning
from eitherway.bring_in.vocabulary import bare
from eitherway.read.text import as_lines, as_text

_OF_A_TRACKER = {
    Meaning.STATUS,
    Meaning.APPLIED_ON,
    Meaning.INTERVIEW,
    Meaning.DATE,
    Meaning.OUTCOME,
    Meaning.REACHED,
}
_GIVEN = ("first name", "given name", "vorname", "prenom", "nombre")
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
_TITLE = (
    "job title",
    "organization title",
    "organization 1 - title",
    "position",
    "title",
    "titel",
    "berufsbezeichnung",
)
_EMAIL = re.compile(r"e-?mail(?: address| \d - value| \d address|-adresse)?|primary email|e-?mail \d - value")
_STREET = ("business street", "home street", "address 1 - formatted", "business address", "street")
_CITY = ("business city", "home city", "city")
_POSTAL_CODE = ("business postal code", "home postal code", "postal code", "zip")
_COUNTRY = ("business country/region", "home country/region", "country", "business country")
_OWN_TO_A_BOOK = re.compile(
    r"connected on|e-?mail \d - value|organization \d - name|organization name|business phone|"
    r"group membership|labels|"
    r"given name|e-mail \d address|phone \d - value|categories"
)
_IGNORED = re.compile(
    r".*(?:- type|- label|yomi|phonetic|photo|group membership|labels|"
    r"e-?mail \d? ?(?:type|display name))$|file as"
)


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


def contacts_of(sheet: Sheet) -> list[Contact]:
    """The people of the sheet; those without a name are left out."""
    names = [bare(header.strip()) for header in sheet.headers]
    return [
        contact for row in sheet.rows if (contact := _contact(sheet.grid.name, names, sheet.headers, row))
    ]


def _contact(file: str, names: Sequence[str], headers: Sequence[str], row: Row) -> Contact | None:
    used: set[int] = set()

    def first(*wanted: str) -> str:
        for name in wanted:
            for i, each in enumerate(names):
                if each == name and i not in used and (text := as_lines(str(row.cells[i]))):
                    used.add(i)
                    return text
        return ""

    def matching(pattern: re.Pattern[str]) -> str:
        for i, each in enumerate(names):
            if pattern.fullmatch(each) and "@" in (text := as_text(row.cells[i])) and i not in used:
                used.add(i)
                return text.split(" ::: ")[0]
        return ""

    middle = first("middle name", "additional name")
    name = " ".join(filter(None, (first(*_GIVEN), middle, first(*_FAMILY)))) or first(*_WHOLE)
    if not name:
        return None
    town = " ".join(filter(None, (first(*_POSTAL_CODE), first(*_CITY))))
    cells = {
        "Interviewer": name,
        "Title": first(*_TITLE),
        "Company": first(*_COMPANY),
        "Email": matching(_EMAIL),
        "Address": "\n".join(filter(None, (first(*_STREET), town, first(*_COUNTRY)))),
    }
    repeated = set(cells.values()) | {name}
    notes = [
        f"{headers[i]}: {text}"
        for i, each in enumerate(names)
        if i not in used
        and not _IGNORED.fullmatch(each)
        and (text := as_lines(str(row.cells[i])))
        and text not in repeated
    ]
    return Contact(f"{file}, row {row.number}", {key: value for key, value in cells.items() if value}, notes)
