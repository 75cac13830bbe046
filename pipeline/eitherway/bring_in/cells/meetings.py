"""The interviews that a cell names: a date, or a text such as "Phone screen 10 Nov with Priya; onsite 17
Nov".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from eitherway.bring_in.cells.dates import Found, Order, Written, dated, dates_in, read
from eitherway.bring_in.cells.people import Person, is_persons, people_in
from eitherway.bring_in.cells.stages import format_in, stage_in
from eitherway.bring_in.cells.statuses import DECIDED, Standing, standing_of
from eitherway.bring_in.meanings import Stage
from eitherway.read.text import as_lines
from eitherway.words.salutations.title_words import words

_APART = re.compile(
    r"\s*(?:[;\n•]|(?:→|->|=>)(?!\s*\d{1,2}:\d\d)|"
    r"\s/\s|\bthen\b|\bdann\b|\bpuis\b|\bluego\b)\s*"
)
_WITH = re.compile(r"(?:\bwith\b|\bw/|\bmit\b|\bavec\b|\bcon\b|\bmet\b)\s*(?P<who>.+)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:(?<=[a-zß-ÿ)]{3})|(?<=/\d\d)|(?<=/\d))(?<!\b[Pp]rof)[.!]\s+(?=[A-ZÀ-Þ])")
"""Where a sentence of a note ends: not behind "Dr." or "3."."""
_BESIDE = re.compile(r"[,()\[\]]|\s[-–—]\s")
_ZONE = re.compile(r"\(([A-Z]{2,4}T|UTC|GMT[^()]*)\)")
_LEFT = " ,;:-–—()@."
_EVENTS = (Standing.APPLIED, Standing.OFFER, *DECIDED)
_NO_WORDS = words(
    """
    on at am um im le el a à the and und et y le on: date datum
    """
)


class Said(NamedTuple):
    """One interview as a cell tells it."""

    day: date
    at: time | None
    stage: Stage
    people: tuple[Person, ...]
    left: str
    is_step: bool = False
    """Whether it is named as a step of hiring: "Onsite 10/4", but not "Wrote to Jo 10/4"."""


class Event(NamedTuple):
    """What came about besides: the application was sent, an offer made, the answer a no."""

    standing: Standing
    day: date | None
    text: str


class Told(NamedTuple):
    """All that a cell tells of interviews; `left` belongs to none of them."""

    meetings: list[Said]
    events: list[Event]
    left: str


def meetings_in(cell: object, order: Order, near: date, after: date | None) -> Told:
    """The interviews of a cell, what else came about, and what belongs to nothing of it.

    A date without a year is the first one on or after `after` (the day of the application), else the
    latest one that is not after `near`.
    """
    if not isinstance(cell, str):
        found = read(cell, order, near)
        return Told([Said(found.day, found.at, Stage(), (), "")] if found else [], [], "")
    meetings: list[Said] = []
    events: list[Event] = []
    left: list[str] = []
    for piece in _pieces(_ZONE.sub(r"\1", as_lines(cell))):
        dates = dates_in(piece)
        text = _without(piece, dates).strip(_LEFT)
        if len(dates) < 2 and (standing := _event(text)):
            day = _day(dates[0], order, near, after) if dates else None
            events.append(Event(standing, day.day if day else None, piece.strip(_LEFT)))
            if standing is Standing.APPLIED and day:
                after = day.day
        elif not dates:
            _put_left(piece, meetings, left)
        elif len(dates) == 1:
            meetings += _one(text, dates[0], order, near, after)
        else:
            meetings += [each for date_ in dates for each in _one("", date_, order, near, after)]
            _put_left(_beside(piece, dates), meetings, left)
    return Told(meetings, events, "; ".join(left))


def steps_in(notes: str) -> list[str]:
    """The pieces of a note that each date one step of hiring: "phone screen 3/4 with Jane"."""
    pieces = (piece for part in _SENTENCE.split(notes) for piece in _pieces(as_lines(part)))
    return [
        piece
        for piece in pieces
        if len(dates := dates_in(piece)) == 1
        and (stage_in(text := _without(piece, dates)) or _event(text.strip(_LEFT)))
    ]


def noted_in(notes: str, order: Order, near: date, after: date | None) -> Told:
    """The steps that a note dates; see `meetings_in`. The note stays what it is: nothing is left."""
    told = meetings_in("\n".join(steps_in(notes)), order, near, after)
    return Told(
        [each._replace(left="") for each in told.meetings if each.is_step],
        [each for each in told.events if each.day],
        "",
    )


def with_people(text: str) -> tuple[Person, ...]:
    """The people of a text that says only with whom somebody met; none where it says more."""
    who = _WITH.fullmatch(text.strip())
    people, others = people_in(who["who"].strip(_LEFT)) if who else ((), "")
    return () if others or not is_persons(who["who"] if who else "") else people


def _pieces(text: str) -> list[str]:
    """The text divided where another interview begins: at a sign for it, or at a comma before a date."""
    pieces: list[str] = []
    for whole in filter(None, _APART.split(text)):
        part, ends = _without_end(whole)
        some = part.split(", ")
        if sum(bool(dates_in(each)) for each in some) > 1:
            for each in some:
                if dates_in(each) or not pieces:
                    pieces.append(each)
                else:
                    pieces[-1] += f", {each}"
        else:
            pieces.append(part)
        pieces += ends
    return pieces


def _without_end(part: str) -> tuple[str, list[str]]:
    """The part, and how it ended if that is said behind it: "onsite 17 Nov with Tom & Ana, rejected"."""
    before, comma, end = part.rpartition(",")
    reading = standing_of(end.strip()) if comma and not dates_in(end) else None
    is_end = reading is not None and reading.whole and reading.standing in _EVENTS
    return (before, [end.strip()]) if is_end else (part, [])


def _one(rest: str, found: Written, order: Order, near: date, after: date | None) -> list[Said]:
    """The interview of this date; `rest` is what stands beside it."""
    day = _day(found, order, near, after)
    if day is None:
        return []
    who = _WITH.search(rest)
    people, others = people_in(who["who"].strip(_LEFT)) if who else ((), "")
    people = tuple(person for person in people if person.name)
    if who and people:
        rest = " ".join(filter(None, (rest[: who.start()].strip(_LEFT), others)))
    elif _names_people(rest):  # "8 Sep Priya Nair (Head of Data)"
        people, rest = people_in(rest, family_first=False)
    else:  # "8 Sep - Priya", "22 Sep (phone, Ana Lee)"
        pieces = [piece.strip(_LEFT) for piece in _BESIDE.split(rest) if piece.strip(_LEFT)]
        named = [piece for piece in pieces if _names_people(piece)]
        people = tuple(person for piece in named for person in people_in(piece, family_first=False)[0])
        rest = ", ".join(piece for piece in pieces if piece not in named) if named else rest
    stage = stage_in(rest) or Stage(format=format_in(rest))
    left, is_step = _left(rest, stage), stage_in(rest) is not None
    return [Said(day.day, day.at, stage._replace(name=""), people, left, is_step)]


def _day(found: Written, order: Order, near: date, after: date | None) -> Found | None:
    day = dated(found, order, near)
    if day and day.is_guessed and after and day.day < after:
        years = (after.year, after.year + 1)
        later = [day.day.replace(year=year) for year in years if _exists(day.day, year)]
        return day._replace(day=next((each for each in later if each >= after), day.day))
    return day


def _event(text: str) -> Standing | None:
    """What came about besides an interview: "Applied", "rejected after the onsite", "offer call"."""
    reading = standing_of(text)
    if reading is None or reading.standing not in _EVENTS:
        return None
    is_met = stage_in(text) is not None or bool(_WITH.search(text))
    return reading.standing if reading.standing is not Standing.APPLIED or not is_met else None


def _names_people(piece: str) -> bool:
    is_a_step = stage_in(piece) or format_in(piece) or standing_of(piece)
    return not is_a_step and is_persons(piece, family_first=False)


def _left(rest: str, stage: Stage) -> str:
    """What of the piece still has to be noted; not what round and format say."""
    words = [word.casefold() for word in rest.split()]
    if all(word in _NO_WORDS for word in words) or (stage_in(rest) is not None and not stage.name):
        return ""
    if stage != Stage() and not stage.name and len(words) <= 2:
        return ""
    last = next(i for i in range(len(words), 0, -1) if words[i - 1] not in _NO_WORDS)
    return " ".join(rest.split()[:last]).strip(_LEFT)


def _put_left(piece: str, meetings: list[Said], left: list[str]) -> None:
    if not piece.strip(_LEFT):
        return
    if meetings:
        last = meetings[-1]
        meetings[-1] = last._replace(left="; ".join(filter(None, (last.left, piece.strip(_LEFT)))))
    else:
        left.append(piece)


def _without(piece: str, dates: Sequence[Written]) -> str:
    for found in reversed(dates):
        piece = f"{piece[: found.start]} {piece[found.end :]}"
    return piece


def _beside(piece: str, dates: Sequence[Written]) -> str:
    """What stands beside several dates, without the words that only join them."""
    words_ = _without(piece, dates).split()
    return " ".join(word for word in words_ if word.strip(f"{_LEFT}&+/").casefold() not in {*_NO_WORDS, ""})


def _exists(day: date, year: int) -> bool:
    return (day.month, day.day) != (2, 29) or year % 4 == 0
