"""What people call a field who have not looked it up; and our name for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "sender.name": (
        "my name|your name|user name|sender|applicant|applicant name|candidate|candidate name|from"
    ),
    "sender.email": "my email|my e mail|your email|sender mail|from email",
    "sender.phone": "my phone|your phone|my number|my mobile|phone|telephone|mobile|cell",
    "sender.address": "my address|your address|from address|return address",
    "date": "today|letter date|current date|date today|todays date",
    "recipient.name": (
        "name|full name|recipient|recipient name|interviewer|interviewer name|contact|contact name|"
        "hiring manager|manager|manager name|to|to name|addressee|contact person|recipient full name"
    ),
    "recipient.greeting": "greeting|salutation|greeting line|dear|greeting name",
    "recipient.honorific": "honorific|courtesy title|prefix|mr ms|name prefix|anrede",
    "recipient.given": (
        "first name|firstname|given name|forename|first|fname|vorname|prenom|recipient first name|"
        "recipient first|interviewer first name|contact first name"
    ),
    "recipient.family": (
        "last name|lastname|family name|surname|last|lname|nachname|nom|recipient last name|recipient last|"
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
        "city|town|zip|zip code|postcode|postal code|state|country"
    ),
    "recipient.block": "address block|addressblock|recipient address block|block",
    "company": (
        "company name|firmenname|unternehmen|employer|employer name|organisation|organization|firm|"
        "firma|business"
    ),
    "role": "position|job|job name|position title|role title|vacancy|job position|role name|stelle",
    "reference": "ref|reference number|job reference|job id|requisition|req id|job number",
    "interview_date": "date of interview|interview|interview day|meeting date|met on|interviewed on",
    "point": ("topic|talked about|what we talked about|discussion|discussed|personal point|highlight"),
    "why_this_job": "why|reason|why me|why this role|motivation|why company",
    "decision_date": "decision by|decision day|deadline|decide by",
}
_BY_GUESS = {guess: ours for ours, names in _NAMES.items() for guess in names.split("|")} | {
    ours.replace(".", " ").replace("_", " "): ours for ours in _NAMES
}


def field_for(guess: str) -> str:
    """Our field for a name that somebody guessed ("first_name", "«LastName»", "my-name"); "" for none."""
    return _BY_GUESS.get(_plain(guess), "") or _BY_GUESS.get(_plain(guess.rpartition(".")[2]), "")


def _plain(name: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", apart.casefold()))
