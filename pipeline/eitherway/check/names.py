"""The name column holds one person's name: not a title, not two people."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from eitherway.check.people import people
from eitherway.check.titles import is_title
from eitherway.names import folded
from eitherway.problems import Code, Problem, Severity
from eitherway.schema import INTERVIEWERS, INTERVIEWS, Table
from eitherway.tables import Tables
from eitherway.wording import guesses, quote

NAME, GREETING = "Interviewer", "Greet as"
PLACEHOLDERS = frozenset(
    ("tbd", "tba", "tbc", "n/a", "nan", "none", "null", "unknown", "nobody", "somebody", "someone")
)

WRITE_THE_NAME = "Write the person's name; the letter waits for it."
EMPTY_OR_NAME = 'Write a name, such as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.'
A_ROW_EACH = "Give each person a row of their own, so that each gets a personal letter."
AS_TYPED = "Letters go out under the name as typed; a row there adds an address and a greeting."


MANY_NAMES = 8192  # a name stands in Interviewers and in many conversations; it is judged once


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


def greetings(tables: Tables, as_of: date) -> list[Problem]:
    """Greet as holds what follows "Dear": a name, never a title (design.md section 1)."""
    rows = tables.interviewers
    place = tables.places[INTERVIEWERS.name]
    return [
        Problem(Code.TITLE_NOT_NAME, Severity.ERROR, place.at(row, GREETING), *said)
        for row, greeting in zip(rows["row"].tolist(), rows[GREETING].tolist(), strict=True)
        if greeting and (said := _not_a_greeting(greeting))
    ]


def _not_a_greeting(greeting: str) -> tuple[str, str] | None:
    if verdict(greeting) is not None:
        return f"{quote(greeting)} is not a name to greet somebody by.", EMPTY_OR_NAME
    if greeting.casefold().startswith("dear ") or greeting.endswith((",", ":", ";")):
        return f'{quote(greeting)} is more than a name: the letter adds "Dear" and the comma.', EMPTY_OR_NAME
    return None


def interviewers_known(tables: Tables, as_of: date) -> list[Problem]:
    """A name that is not in Interviewers is a warning, once: typing one row must be enough to start."""
    known = {folded(name) for name in tables.interviewers[NAME].tolist()}
    first: dict[str, tuple[int, str]] = {}
    for row, name in zip(tables.interviews["row"].tolist(), tables.interviews[NAME].tolist(), strict=True):
        first.setdefault(folded(name), (row, name))
    unknown = [(row, name) for key, (row, name) in first.items() if key and key not in known]
    named = [(row, name) for row, name in unknown if verdict(name) is None]
    guess = guesses((name for _, name in named), tables.interviewers[NAME].tolist())
    place = tables.places[INTERVIEWS.name]
    return [
        Problem(
            Code.UNKNOWN_INTERVIEWER,
            Severity.WARNING,
            place.at(row, NAME),
            f"{quote(name)} is not in Interviewers.",
            guess[name] + AS_TYPED,
        )
        for row, name in named
    ]


@lru_cache(maxsize=MANY_NAMES)
def verdict(name: str) -> Verdict | None:
    """Why a letter cannot be addressed to what was typed, None if it can.

    Titles are no people: "Sir or Madam" is one thing wrong, not two.
    """
    if not any(sign.isalpha() for sign in name) or name.casefold() in PLACEHOLDERS or "@" in name:
        return Verdict(Code.TITLE_NOT_NAME, f"{quote(name)} is not a name.", WRITE_THE_NAME)
    parts = people(name)
    if all(map(is_title, parts)):
        return Verdict(Code.TITLE_NOT_NAME, f"{quote(name)} is a title, not a name.", WRITE_THE_NAME)
    if len(parts) > 1:
        return Verdict(Code.TWO_NAMES, f"{quote(name)} is more than one name.", A_ROW_EACH)
    return None


def _judge(tables: Tables, table: Table, rows: pd.DataFrame) -> list[Problem]:
    names = rows[NAME].tolist()
    judged = {name: verdict(name) for name in set(names) if name}
    place = tables.places[table.name]
    return [
        Problem(said.code, Severity.ERROR, place.at(row, NAME), said.message, said.fix)
        for row, name in zip(rows["row"].tolist(), names, strict=True)
        if (said := judged.get(name))
    ]
