"""Address books as vCards: versions 2.1, 3.0 and 4.0 in, 3.0 out (what Outlook, Google and Apple all take).

Format: RFC 2426 (3.0), RFC 6350 (4.0) and the vCard 2.1 specification of the Internet Mail Consortium.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from eitherway.bring_in.brought import Contact
from eitherway.bring_in.cells.addresses import lines_of
from eitherway.bring_in.files.text_file import decoded

if TYPE_CHECKING:
    from vobject.base import Component

_LOG = "vobject.base"
_NOTED = {"tel": "Phone: ", "url": "Web: ", "note": ""}


def is_vcard(data: bytes) -> bool:
    """Whether the bytes are an address book of vCards."""
    return b"BEGIN:VCARD" in data[:4096].upper().replace(b"\0", b"")


def contacts_of(data: bytes, file: str) -> tuple[list[Contact], list[str]]:
    """The people of the cards, and what is to be told; a line that cannot be read is left out."""
    import vobject  # noqa: PLC0415 - loads only for an address book

    skipped = _Skipped()
    log = logging.getLogger(_LOG)
    others, log.handlers = log.handlers, [skipped]
    said: list[str] = []
    found: list[Contact] = []
    try:
        for number, card in enumerate(_cards(decoded(data)[0]), start=1):
            try:
                for component in vobject.readComponents(card, ignoreUnreadable=True, allowQP=True):
                    found += _contact(component, f"{file}, card {number}")
            except Exception as trouble:  # vobject raises many kinds
                why = str(trouble).partition("\n")[0] or type(trouble).__name__
                said.append(f"{file}: card {number} cannot be read ({why}).")
    finally:
        log.handlers = others
    if skipped.count:
        said.append(
            f"{file}: {skipped.count} line{'s' if skipped.count > 1 else ''} of the cards could not be read."
        )
    return found, said


def as_vcards(people: Iterable[Mapping[str, str]]) -> str:
    """The people of Interviewers as vCards 3.0; the keys are the names of its columns."""
    import vobject  # noqa: PLC0415 - loads only for an address book

    return "".join(_card(vobject, person).serialize() for person in people)


def _cards(text: str) -> list[str]:
    """Each card by itself, so that a broken one harms no other."""
    cards: list[list[str]] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip().upper() == "BEGIN:VCARD":
            cards.append([])
        if cards:
            cards[-1].append(line)
    return ["\r\n".join(card) for card in cards]


def _contact(card: Component, where: str) -> list[Contact]:
    contents = card.contents
    name = _first(contents, "fn") or _name(contents)
    if not name:
        return []
    company = contents["org"][0].value if contents.get("org") else []
    cells = {
        "Interviewer": " ".join(name.split()),
        "Title": _first(contents, "title") or _first(contents, "role"),
        "Company": company[0].strip()
        if isinstance(company, list) and company
        else str(company or "").strip(),
        "Email": _first(contents, "email").removeprefix("mailto:"),
        "Address": _address(contents),
    }
    notes = [f"Email: {each.value}" for each in contents.get("email", [])[1:]]
    for kind, before in _NOTED.items():
        notes += [f"{before}{_text(each.value)}" for each in contents.get(kind, ())]
    return [Contact(where, {key: value for key, value in cells.items() if value}, notes)]


def _text(value: object) -> str:
    return str(value).removeprefix("tel:").strip()


def _first(contents: Mapping[str, Any], kind: str) -> str:
    return next((_text(each.value) for each in contents.get(kind, ()) if _text(each.value)), "")


def _name(contents: Mapping[str, Any]) -> str:
    name = contents["n"][0].value if contents.get("n") else None
    parts = (getattr(name, part, "") for part in ("prefix", "given", "additional", "family", "suffix"))
    return " ".join(" ".join(part) if isinstance(part, list) else part for part in parts if part).strip()


def _address(contents: Mapping[str, Any]) -> str:
    for each in contents.get("adr", ()):
        at = each.value
        streets = "\n".join(filter(None, map(_line, (at.box, at.extended, at.street))))
        text = lines_of(streets, *map(_line, (at.city, at.region, at.code, at.country)))
        if text.strip():
            return text
    return ""


def _line(part: object) -> str:
    return "\n".join(map(str, part)) if isinstance(part, list) else str(part)


def _card(vobject: Any, person: Mapping[str, str]) -> Any:
    card = vobject.vCard()
    name = person["Interviewer"]
    given, _, family = name.rpartition(" ")
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    for kind, column in (("title", "Title"), ("email", "Email"), ("note", "Notes")):
        if person.get(column):
            card.add(kind).value = person[column]
    if person.get("Company"):
        card.add("org").value = [person["Company"]]
    if person.get("Address"):
        card.add("adr").value = vobject.vcard.Address(street=person["Address"].replace("\n", ", "))
    return card


class _Skipped(logging.Handler):
    """Counts the lines that vobject leaves out, in place of its own line on stderr."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
