"""Whom an envelope goes to: the lines of the address, in the form that the post of the country asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from eitherway.letters.files import Merged
from eitherway.letters.owed.sources import people, person, place
from eitherway.model.choices import POST
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Letter, LetterState
from eitherway.model.tables import Tables
from eitherway.send.paper.address_forms import arranged
from eitherway.words.countries import country_code
from eitherway.words.names import folded

FEWEST = 2
"""A street and a place."""


class Addressed(NamedTuple):
    """One piece of mail: the recipient's lines, the first the name. `extra` is the line that can go where
    there is no room for it: the title.
    """

    row: int
    lines: tuple[str, ...]
    extra: str = ""


def addressed(letters: Sequence[Letter], tables: Tables) -> tuple[list[Addressed], list[Problem]]:
    """The pieces of mail in the order of the letters, and what is missing: no address, no piece."""
    everyone = people(tables)
    found, problems = [], []
    for letter in letters:
        recipient = _group(letter, "recipient")
        address = [line.strip() for line in str(recipient["address"]).splitlines() if line.strip()]
        known = person(everyone, letter.interviewer, str(letter.fields["company"]))
        where = place(tables, "Interviewers", known.row, "Address") if known.row else letter.where
        if not address:
            problems.append(_no_address(letter, where))
            continue
        if len(address) < FEWEST or not any(sign.isdigit() for line in address for sign in line):
            problems.append(_short_address(letter, where))
        head = (str(recipient[name]) for name in ("name", "title", "company"))
        lines = [*head, *_abroad(address, tables.settings.country)]
        found.append(Addressed(letter.row, tuple(_once(lines)), str(recipient["title"])))
    return found, problems


def by_post(merged: Sequence[Merged]) -> list[Merged]:
    """The letters on paper that are not held."""
    return [
        each
        for each in merged
        if each.result.state is not LetterState.HELD and each.result.letter.channel == POST
    ]


def sender_lines(name: str, address: str, country: str) -> tuple[str, ...]:
    """The return address."""
    typed = [line.strip() for line in address.splitlines() if line.strip()]
    return tuple(line for line in (name.strip(), *arranged(typed, country_code(country))) if line)


def _abroad(address: list[str], from_country: str) -> list[str]:
    """The country stands last, in capitals, on mail that goes abroad (UPU, S42); on other mail not at all.

    A last line that names none is part of the address; two letters alone may be a state's.
    """
    home = country_code(from_country)
    to = country_code(address[-1]) if len(address[-1]) > len("US") else None
    if to is None:
        return arranged(address, home)
    return [*arranged(address[:-1], to), *([] if to == home else [address[-1].upper()])]


def _once(lines: Sequence[str]) -> Iterator[str]:
    """Without empty lines; an address that repeats name or company is common."""
    told: set[str] = set()
    for line in lines:
        if line and folded(line) not in told:
            told.add(folded(line))
            yield line


def _group(letter: Letter, name: str) -> Mapping[str, Any]:
    group = letter.fields[name]
    return group if isinstance(group, Mapping) else {}


def _no_address(letter: Letter, where: Location) -> Problem:
    here = where.column == "Address"
    message = f"No envelope for {letter.interviewer}: there is no address."
    typed = "Type the address here" if here else "Give them a row in Interviewers with the Address"
    return Problem(Code.NO_ADDRESS, Severity.ERROR, where, message, f"{typed}, and run this again.")


def _short_address(letter: Letter, where: Location) -> Problem:
    message = f"The address of {letter.interviewer} looks short: a street or a place seems to be missing."
    fix = "Look at its envelope; each line of the address has a line of its own here (Alt+Enter)."
    return Problem(Code.NO_ADDRESS, Severity.WARNING, where, message, fix)
