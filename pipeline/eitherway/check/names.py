"""The name column holds one person's name: not a title, not two people."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from unicodedata import name as unicode_name

import pandas as pd

from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Table
from eitherway.model.problems import Location, Problem
from eitherway.model.schema import INTERVIEWERS, INTERVIEWS
from eitherway.model.tables import Tables
from eitherway.words.comparison import guesses, quote
from eitherway.words.disguises import look_alikes, plain, without_unseen
from eitherway.words.names import folded
from eitherway.words.salutations.people import people
from eitherway.words.salutations.title_words import words
from eitherway.words.salutations.titles import is_title

NAME = "Interviewer"
GREET_AS = "Greet as"
PLACEHOLDERS = words("tbd tba tbc n/a nan none null unknown nobody somebody someone name xxx") | frozenset(
    ("full name", "first name", "last name", "first last", "your name", "interviewer name")
)
SHORTEST = 3  # letters of a name of which the case says anything: JP may be initials
NO_LONGER_THAN = 120  # what is longer is a text that slipped into the cell

_ERROR_CELL = re.compile(r"#[A-Z0-9_/]+[!?]?")
_NOT_IN_NAMES = re.compile(r"[\\{}<>@=?]|\.\.|://|^\[[^\[\]]*\]$")
WRITE_THE_NAME = "Write the person's name; the letter waits for it."
A_ROW_EACH = "Give each person a row of their own, so that each gets a personal letter."
SOME = 3
AS_TYPED = "Letters go out under the name as typed; a row there adds an address and a greeting."


MANY_NAMES = 65_536  # a name stands in Interviewers and in many conversations; it is judged once


class Verdict(NamedTuple):
    """Why something is not one person's name, and what to do."""

    code: Code
    message: str
    fix: str


def names_in_interviews(tables: Tables, as_of: date) -> list[Problem]:
    """Each conversation names one person: the letter is addressed to that name."""
    return _judge(tables, INTERVIEWS, tables.interviews)


def names_in_interviewers(tables: Tables, as_of: date) -> list[Problem]:
    """Each row of Interviewers is one person."""
    return _judge(tables, INTERVIEWERS, tables.interviewers)


def interviewers_known(tables: Tables, as_of: date) -> list[Problem]:
    """Names that are not in Interviewers are a warning, once for all: typing one row must be enough to start.

    One that is near a name there may be misspelt, and is told by itself.
    """
    known = {folded(name) for name in tables.interviewers[NAME].tolist()}
    first: dict[str, tuple[int, str]] = {}
    for row, name in zip(tables.interviews["row"].tolist(), tables.interviews[NAME].tolist(), strict=True):
        first.setdefault(folded(name), (row, name))
    unknown = [(row, name) for key, (row, name) in first.items() if key and key not in known]
    named = [(row, name) for row, name in unknown if verdict(name) is None]
    guess = guesses((name for _, name in named), tables.interviewers[NAME].tolist())
    meant = [(row, name) for row, name in named if guess[name]]
    new = [(row, name) for row, name in named if not guess[name]]
    place = tables.places[INTERVIEWS.name]
    return [
        *(_not_listed(place.at(row, NAME), quote(name), guess[name] + AS_TYPED) for row, name in meant),
        *([_all_not_listed(place.at(new[0][0], NAME), [name for _, name in new])] if new else ()),
    ]


def _not_listed(where: Location, who: str, fix: str, verb: str = "is") -> Problem:
    message = f"{who} {verb} not in Interviewers."
    return Problem(Code.UNKNOWN_INTERVIEWER, Severity.WARNING, where, message, fix)


def _all_not_listed(where: Location, names: list[str]) -> Problem:
    """Told once for all of them, with the first few names."""
    if len(names) == 1:
        return _not_listed(where, quote(names[0]), AS_TYPED)
    shown, more = names[:SOME], len(names) - SOME
    listed = [*map(quote, shown), f"{more} more"] if more > 0 else [*map(quote, shown)]
    fix = "Letters go out under the names as typed; a row there adds an address and a greeting."
    return _not_listed(where, f"{', '.join(listed[:-1])} and {listed[-1]}", fix, "are")


def names_cased(tables: Tables, as_of: date) -> list[Problem]:
    """A name all in small letters or all in capitals is a warning, once; Greet as says how it should read,
    and is told of itself where it is no better.

    It stands where the name is first: in Interviewers, else in Interviews.
    """
    people, met = tables.interviewers, tables.interviews
    columns = (people[each].tolist() for each in ("row", NAME, GREET_AS))
    greetings = [(row, name, text) for row, name, text in zip(*columns, strict=True) if text]
    greeted = {folded(name) for _, name, _ in greetings}
    at = tables.places[INTERVIEWERS.name].at
    told = {
        text: _cased(at(row, GREET_AS), text, how)
        for row, name, text in greetings
        if (how := _one_case(text)) and folded(text) != folded(name)
    }
    for table, rows in ((INTERVIEWERS, people), (INTERVIEWS, met)):
        place = tables.places[table.name]
        for row, name in zip(rows["row"].tolist(), rows[NAME].tolist(), strict=True):
            how = _one_case(name)
            if how and folded(name) not in greeted and verdict(name) is None:
                told.setdefault(folded(name), _cased(place.at(row, NAME), name, how))
    return list(told.values())


@lru_cache(maxsize=MANY_NAMES)
def verdict(name: str) -> Verdict | None:
    """Why a letter cannot be addressed to what was typed, None if it can.

    Titles are no people: "Sir or Madam" is one thing wrong, not two.
    """
    if disguised := _disguised(name):
        fix = f"Write {quote(plain(name))} instead; the letter waits for it."
        return Verdict(Code.TITLE_NOT_NAME, disguised, fix)
    if no_name := _no_name(name):
        return Verdict(Code.TITLE_NOT_NAME, no_name, WRITE_THE_NAME)
    parts = people(name)
    if all(map(is_title, parts)):
        return Verdict(Code.TITLE_NOT_NAME, f"{quote(name)} is a title, not a name.", WRITE_THE_NAME)
    if len(parts) > 1:
        return Verdict(Code.TWO_NAMES, f"{quote(name)} is more than one name.", A_ROW_EACH)
    return None


def _disguised(name: str) -> str:
    """Why a name does not hold the letters that it seems to hold, as a sentence; "" if it does."""
    if without_unseen(name) != name:
        return f"{quote(without_unseen(name))} holds signs that cannot be seen."
    if alike := look_alikes(name):
        return f"{quote(name)} holds letters of another alphabet ({alike}) that only look like these."
    return ""


def _no_name(text: str) -> str:
    if _ERROR_CELL.fullmatch(text):
        return f"{quote(text)} is an error of the cell's formula, not a name."
    if len(text) > NO_LONGER_THAN:
        return f"{quote(text)} is longer than any name."
    has_letters = any(sign.isalpha() for sign in text)
    if not has_letters or text.casefold() in PLACEHOLDERS or _NOT_IN_NAMES.search(text):
        return f"{quote(text)} is not a name."
    return ""


def _one_case(name: str) -> str:
    """How a name in Latin letters is written that has one case throughout; "" for initials and others."""
    how = "small letters" if name.islower() else "capitals" if name.isupper() else ""
    if not how:
        return ""
    letters = [sign for sign in name if sign.isalpha()]
    latin = all(unicode_name(sign, "").startswith("LATIN") for sign in letters)
    return how if latin and len(letters) >= SHORTEST else ""


def _cased(where: Location, name: str, how: str) -> Problem:
    message = f"{quote(name)} is all in {how}, and would stand so in the letter."
    fix = "Write it as on their card. If that is how they write it, repeat it as Greet as in Interviewers."
    if where.column == GREET_AS:
        fix = "Write it as they do. If that is how they write it, repeat the whole name here."
    return Problem(Code.NAME_CASE, Severity.WARNING, where, message, fix)


def _judge(tables: Tables, table: Table, rows: pd.DataFrame) -> list[Problem]:
    names = rows[NAME].tolist()
    judged = {name: verdict(name) for name in set(names) if name}
    place = tables.places[table.name]
    return [
        Problem(said.code, Severity.ERROR, place.at(row, NAME), said.message, said.fix)
        for row, name in zip(rows["row"].tolist(), names, strict=True)
        if (said := judged.get(name))
    ]
