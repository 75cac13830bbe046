"""What a template may name: the fields of one letter, all of them text, whole numbers or groups of these.

docs/templates.md lists each with its meaning; a field that is not known is "", so that a template can ask
for it with `{% if ... %}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from eitherway.letters.owed.panels import Seat
from eitherway.letters.owed.papers import A4, LETTER
from eitherway.letters.owed.sources import Application, Conversation, Person
from eitherway.model.records import Settings
from eitherway.words import days
from eitherway.words.countries import country_code
from eitherway.words.forms.form import CARRIED, Form, Reading, Worded
from eitherway.words.forms.reading import in_sentences, read_point, read_reason
from eitherway.words.names import folded
from eitherway.words.salutations.greeting import greeting
from eitherway.words.salutations.honorifics import in_language
from eitherway.words.salutations.parts import parts

# Unicode CLDR, supplemental data, paperSize US-Letter.
LETTER_COUNTRIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


class Fields(Mapping[str, object]):
    """The fields of one letter, worked out when first asked for: a run that only flags asks for none."""

    def __init__(self, work_out: Callable[[], Mapping[str, object]]) -> None:
        self._work_out = work_out

    @cached_property
    def _all(self) -> Mapping[str, object]:
        return self._work_out()

    def __getitem__(self, name: str) -> object:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class Writer(NamedTuple):
    """What all letters of a run share: the sender, the day, the language and the paper."""

    sender: Mapping[str, str]
    as_of: date
    today: str
    language: str
    paper: str
    greet_with: str

    def fields(
        self, conversation: Conversation, application: Application | None, recipient: Person, seat: Seat
    ) -> dict[str, object]:
        """The fields of one letter, named as templates name them."""
        reason = read_reason(application.why_this_job if application else "")
        return {
            "sender": self.sender,
            "date": self.today,
            "recipient": _recipient(recipient, conversation, self.language, self.greet_with),
            "company": conversation.company,
            "role": conversation.role,
            "reference": application.reference if application else "",
            "interview_date": self._spoken(conversation.day),
            "round": conversation.round,
            "status": application.status if application else "",
            "point": _worded(read_point(conversation.point)),
            "own_words": in_sentences(conversation.own_words),
            "why_this_job": _because(reason),
            "reason": _worded(reason),
            "step": conversation.step,
            "channel": conversation.channel,
            "panel": {"position": seat.position, "size": seat.size, "turn": seat.turn},
            "decision_date": self._spoken(conversation.decision),
            "decision_passed": self._spoken(self._if_passed(conversation.decision)),
            "language": self.language,
            "paper": self.paper,
        }

    def _if_passed(self, day: date | None) -> date | None:
        """The day, unless it is still to come: a letter must not speak of it as of one that has been."""
        return day if day and day < self.as_of else None

    def _spoken(self, day: date | None) -> str:
        return days.in_a_sentence(day, self.language) if day else ""


def writer(settings: Settings, as_of: date) -> Writer:
    """The sender of Settings, writing on `as_of`."""
    paper = LETTER if country_code(settings.country) in LETTER_COUNTRIES else A4
    sender = {
        "name": settings.your_name,
        "email": settings.email,
        "phone": settings.phone,
        "address": settings.address,
        "contact": _listed((_one_line(settings.address), settings.phone, settings.email), " · "),
    }
    return Writer(
        sender, as_of, days.heading(as_of, settings.language), settings.language, paper, settings.greet_with
    )


def _worded(read: Reading) -> Worded:
    return Worded(read.words if read.form in CARRIED else "", read.form)


def _because(reason: Reading) -> str:
    """What goes on after "because": a clause, "of growth", "I want to learn", "it is close to home"."""
    return f"{_AFTER_BECAUSE[reason.form]}{reason.words}" if reason.form in CARRIED else ""


_AFTER_BECAUSE = {
    Form.CLAUSE: "",
    Form.NOUN: "of ",
    Form.WH: "of ",
    Form.GERUND: "I would enjoy ",
    Form.INFINITIVE: "I want ",
    Form.ADJECTIVE: "it is ",
}


def _recipient(person: Person, conversation: Conversation, language: str, greet_with: str) -> dict[str, str]:
    company = person.company or conversation.company
    known = parts(person.name)
    honorific = in_language(known.honorific, language)
    name = known.written.replace(known.honorific, honorific, 1)
    lines = (name, person.title, company, *person.address.splitlines())
    return {
        "name": name,
        "greeting": greeting(person.name, person.greet_as, language, greet_with).text,
        "honorific": honorific,
        "given": known.given,
        "family": known.family,
        "title": person.title,
        "company": company,
        "email": person.email,
        "address": person.address,
        "block": "\n".join(_once(lines)),
    }


def _once(lines: Iterable[str]) -> list[str]:
    """The lines in order, without empty ones; an address that repeats name or company is common."""
    distinct: dict[str, str] = {}
    for line in lines:
        distinct.setdefault(folded(line), line.strip())
    return [line for line in distinct.values() if line]


def _one_line(address: str) -> str:
    return _listed((line.strip(" ,") for line in address.splitlines()), ", ")


def _listed(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)
