"""What people call a field who have not looked it up; and our name for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import combining, normalize

_PARTS_OF_AN_ADDRESS = (
    "city|town|zip|zip code|postcode|postal code|post code|state|province|county|country|country or region|"
    "region|address 2|address 3|address line 2|address line 3|plz|postleitzahl|ort|stadt|land|ville|"
    "code postal|pays|"
    "ciudad|codigo postal|pais"
)
"""What is a part of `recipient.address` only."""

_NAMES: Mapping[str, str] = {
    "sender.name": (
        "my name|your name|user name|sender|applicant|applicant name|candidate|candidate name|from"
    ),
    "sender.email": "my email|my e mail|your email|sender mail|from email",
    "sender.phone": "my phone|your phone|my number|my mobile|phone|telephone|mobile|cell",
    "sender.address": "my address|your address|from address|return address",
    "date": "today|letter date|current date|date today|todays date|datum|fecha",
    "recipient.name": (
        "name|full name|recipient|recipient name|interviewer|interviewer name|contact|contact name|"
        "hiring manager|manager|manager name|to|to name|addressee|contact person|recipient full name"
    ),
    "recipient.greeting": "greeting|salutation|greeting line|dear|greeting name",
    "recipient.honorific": "honorific|courtesy title|prefix|mr ms|name prefix|anrede|civilite|tratamiento",
    "recipient.given": (
        "first name|given name|forename|first|fname|vorname|prenom|nombre|recipient first name|"
        "recipient first|interviewer first name|contact first name"
    ),
    "recipient.family": (
        "last name|family name|surname|last|lname|nachname|familienname|nom|nom de famille|apellido|"
        "apellidos|"
        "recipient last name|recipient last|"
        "interviewer last name|contact last name"
    ),
    "recipient.title": "job title|title|their title|interviewer title|contact title|recipient job title",
    "recipient.company": (
        "company name of recipient|their company|recipient organisation|recipient organization"
    ),
    "recipient.email": (
        "email|e mail|mail|email address|e mail address|recipient mail|to email|interviewer email"
    ),
    "recipient.address": (
        "address|street|address 1|address line 1|street address|postal address|recipient street|to address|"
        "strasse|anschrift|adresse|direccion|" + _PARTS_OF_AN_ADDRESS
    ),
    "recipient.block": "address block|addressblock|recipient address block|block",
    "company": (
        "company name|firmenname|unternehmen|employer|employer name|organisation|organization|firm|"
        "firma|business|societe|entreprise|empresa|compania"
    ),
    "role": (
        "position|job|job name|position title|role title|vacancy|job position|role name|stelle|poste|puesto"
    ),
    "reference": "ref|reference number|job reference|job id|requisition|req id|job number",
    "interview_date": "date of interview|interview|interview day|meeting date|met on|interviewed on",
    "point": ("topic|talked about|what we talked about|discussion|discussed|personal point|highlight"),
    "why_this_job": "why|reason|why me|why this role|motivation|why company",
    "decision_date": "decision by|decision day|deadline|decide by",
}
_DOUBTFUL = frozenset(
    (
        "title", "jobtitle", "phone", "telephone", "mobile", "cell", "date", "name", "contact", "manager",
        "from", "to", "dear", "reason", "why", "interview", "deadline",
    )
)  # fmt: skip
"""What may as well mean something else: somebody's courtesy title, your own telephone or theirs."""


def field_for(guess: str) -> str:
    """Our field for a name that somebody guessed ("first_name", "«LastName»", "my-name"); "" for none."""
    last = "" if _is_of_sender(guess) else guess.rpartition(".")[2]
    return _BY_GUESS.get(_plain(guess), "") or _BY_GUESS.get(_plain(last), "")


def likely_field(guess: str) -> tuple[str, bool]:
    """The same or, with False, a field that the name's last words speak of ("HiringManager_FirstName") or one
    of several readings ("Title"); ("", False) for none.
    """
    if found := field_for(guess):
        return found, _plain(guess) not in _DOUBTFUL
    words = _words(guess)
    ends = ("".join(words[at:]) for at in range(1, len(words)) if not _is_of_sender(guess))
    return next((found for end in ends if (found := _BY_GUESS.get(end, ""))), ""), False


def is_part_of_address(guess: str) -> bool:
    """Whether a name means no more than a part of an address, such as City."""
    return _plain(guess) in {_plain(each) for each in _PARTS_OF_AN_ADDRESS.split("|")}


def _is_of_sender(guess: str) -> bool:
    """Whether it speaks of you, of whom fewer fields are known."""
    return _words(guess)[:1] in (["my"], ["your"], ["sender"], ["applicant"], ["candidate"])


def _plain(name: str) -> str:
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", normalize("NFKD", name))
    return re.findall(r"[^\W_]+", "".join(sign for sign in apart.casefold() if not combining(sign)))


_BY_GUESS = {_plain(guess): ours for ours, names in _NAMES.items() for guess in names.split("|")} | {
    _plain(ours): ours for ours in _NAMES
}
