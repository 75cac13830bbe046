"""What follows "Dear": Greet as is a name, and a greeting that had to be guessed is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pandas as pd

from eitherway.check.names import GREET_AS, NAME, verdict
from eitherway.model.codes import Code, Severity
from eitherway.model.columns import Table
from eitherway.model.problems import Problem
from eitherway.model.schema import INTERVIEWERS, INTERVIEWS
from eitherway.model.tables import Tables
from eitherway.words.comparison import quote
from eitherway.words.names import folded
from eitherway.words.salutations.beside import PICTURES
from eitherway.words.salutations.greeting import greeting
from eitherway.words.salutations.parts import parts

_OPENING = re.compile(
    r"(?:dear|hi|hello|hey|hiya|greetings|to|good (?:morning|afternoon|evening|day))\b(?=[\s,:;!])",
    re.IGNORECASE,
)
"""What opens a letter, though some of it may be a name as well (To Van Minh)."""
EMPTY_OR_NAME = 'Write a name, such as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.'


def greetings(tables: Tables, as_of: date) -> list[Problem]:
    """Greet as holds what follows "Dear": a name, never a title (docs/design.md, section 1)."""
    rows = tables.interviewers
    place = tables.places[INTERVIEWERS.name]
    return [
        Problem(Code.TITLE_NOT_NAME, Severity.ERROR, place.at(row, GREET_AS), *said)
        for row, name, greet_as in zip(
            *(rows[each].tolist() for each in ("row", NAME, GREET_AS)), strict=True
        )
        if greet_as and (said := _not_a_greeting(greet_as, name))
    ]


def greetings_guessed(tables: Tables, as_of: date) -> list[Problem]:
    """A greeting for which the order of the name or a small word in it had to be chosen is a warning, once
    for each person met.

    It stands at the cell that ends it: Greet as in Interviewers, or the name itself where there is no row.
    """
    met = _first_rows(tables.interviews)
    everyone = tables.interviewers
    columns = (everyone[column].tolist() for column in ("row", NAME, GREET_AS))
    people = [(folded(name), row, name, greet_as) for row, name, greet_as in zip(*columns, strict=True)]
    unconfirmed = [(row, name) for key, row, name, greet_as in people if key in met and not greet_as]
    known = {key for key, *_ in people}
    return [
        *_guessed(tables, INTERVIEWERS, GREET_AS, unconfirmed),
        *_guessed(tables, INTERVIEWS, NAME, [each for key, each in met.items() if key not in known]),
    ]


def _first_rows(interviews: pd.DataFrame) -> dict[str, tuple[int, str]]:
    """By folded name, the first row of everyone met, and the name as it stands there."""
    typed: dict[str, int] = {}
    for row, name in zip(interviews["row"].tolist(), interviews[NAME].tolist(), strict=True):
        typed.setdefault(name, row)
    first: dict[str, tuple[int, str]] = {}
    for name, row in typed.items():
        first.setdefault(folded(name), (row, name))
    return first


def _guessed(
    tables: Tables, table: Table, column: str, people: Iterable[tuple[int, str]]
) -> Iterator[Problem]:
    place, settings = tables.places[table.name], tables.settings
    for row, name in people:
        chosen = greeting(name, "", settings.language, settings.greet_with)
        if chosen.guess and verdict(name) is None:
            where = place.at(row, column)
            yield Problem(Code.GREETING_GUESSED, Severity.WARNING, where, *_said(name, chosen.text, table))


def _said(name: str, chosen: str, table: Table) -> tuple[str, str]:
    unsure = "" if parts(name).certain else " Which part of it is the family name is a guess."
    here = "here" if table is INTERVIEWERS else f"as {GREET_AS} in a row of Interviewers"
    picture = "Leave the picture out of the name. " if PICTURES.search(name) else ""
    return (
        f'The letter to {quote(name)} begins "Dear {chosen},".{unsure}',
        f"{picture}Write {quote(chosen)} {here} if that is right, or else what is.",
    )


def _not_a_greeting(greeting: str, name: str) -> tuple[str, str] | None:
    if verdict(greeting) is not None:
        return f"{quote(greeting)} is not a name to greet somebody by.", EMPTY_OR_NAME
    opening = _OPENING.match(greeting)
    is_part_of_the_name = opening and folded(opening[0]) in folded(name).split()
    if (opening and not is_part_of_the_name) or greeting.endswith((",", ":", ";")):
        return f'{quote(greeting)} is more than a name: the letter adds "Dear" and the comma.', EMPTY_OR_NAME
    return None
