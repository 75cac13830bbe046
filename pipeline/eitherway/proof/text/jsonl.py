"""Letters as JSON lines, one a line, and their findings as JSON lines again.

A line holds `text` and what is known of the letter: `id`, `to` {`full`, `honorific`, `last`}, `email`,
`company`, `role`, `sender`, `others`, `dialect` (US, UK), `kind`, `panel`, `greeting`, `decided`, `written`
(YYYY-MM-DD). Anything but `text` may be missing; `to` may be the full name alone. A line with `letter` is a
changed copy of the line of that id and takes from it what it lacks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eitherway.model.findings import Finding
from eitherway.model.letter_kinds import KINDS
from eitherway.proof.prose.manuscript import Dialect, Known, Manuscript, Person
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.proofreading import Proofreader
from eitherway.words.comparison import loose, quote
from eitherway.words.names import folded

Line = Mapping[str, object]

KINDS_AS_WRITTEN = {"thanks": "thank-you"} | {loose(kind): kind for kind in KINDS}
"""The kinds of letter, as loosely written; any other `kind` is what was changed in a copy."""

BRITISH = ("uk", "gb", "en-gb", "british")
AMERICAN = ("us", "en-us", "american")
NO_LETTER = 'This line is no letter: write a JSON object with "text" on it.'


class Entry(NamedTuple):
    """A line that is a letter. `panel` is "" for a letter to one interviewer alone."""

    key: object
    base: str
    panel: str
    manuscript: Manuscript


def proofread_lines(lines: Iterable[str], proofreader: Proofreader | None = None) -> Iterator[Line]:
    """For each line that is not blank `{"id", "findings"}`, `{"id", "error"}` where it is no letter.

    Where a value is not understood, `notes` says which, and what was taken instead.
    All lines together are the workbook: each letter is read knowing every person, company and role in them.
    Letters with the same `panel` and company are compared with one another.
    """
    read = [_parsed(line) for line in lines if line.strip()]
    originals = {str(line.get("id")): line for line in read if "letter" not in line}
    entries = [_entry(line, originals) for line in read]
    known = known_from(line for line, entry in zip(read, entries, strict=True) if entry)
    panels = _panels(entry for entry in entries if entry)
    reader = proofreader or Proofreader()
    for line, entry in zip(read, entries, strict=True):
        if entry is None:
            yield {"id": line.get("id"), "error": NO_LETTER}
        else:
            found = [*reader.read(entry.manuscript, known), *_copied(entry, panels, known)]
            answer = {"id": entry.key, "findings": [finding.as_json() for finding in found]}
            notes = list(_notes(line))
            yield {**answer, "notes": notes} if notes else answer


def manuscript_of(line: Line, clean: Line | None = None) -> Manuscript:
    """The letter of a line; what it lacks it takes from `clean`, the line that it is a changed copy of."""
    whole = {**(clean or {}), **line}
    to = _person(whole.get("to"))
    greeting = whole.get("greeting")
    return Manuscript(
        text=_text(whole.get("text")),
        to=Person(
            _text(to.get("full")),
            _text(to.get("honorific")),
            _text(to.get("last")),
            _text(whole.get("email")),
        ),
        sender=_text(whole.get("sender")),
        company=_text(whole.get("company")),
        role=_text(whole.get("role")),
        others=tuple(map(Person, _texts(whole.get("others")))),
        dialect=Dialect.UK if _text(whole.get("dialect")).casefold() in BRITISH else Dialect.US,
        kind=_kind(line, clean or {}),
        greeting=greeting if isinstance(greeting, str) else None,
        decided=whole.get("decided") is True,
        written=_day(whole.get("written")),
    )


def known_from(lines: Iterable[Line]) -> Known:
    """Everybody, every company and every role that the lines name."""
    letters = [manuscript_of(line) for line in lines]
    return Known(
        people=_distinct(
            name
            for letter in letters
            for name in (letter.to.full, letter.sender, *(other.full for other in letter.others))
        ),
        companies=_distinct(letter.company for letter in letters),
        roles=_distinct(letter.role for letter in letters),
    )


def _parsed(line: str) -> Line:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _entry(line: Line, originals: Mapping[str, Line]) -> Entry | None:
    if not isinstance(line.get("text"), str):
        return None
    base = str(line.get("letter", line.get("id")))
    clean = originals.get(base, {}) if "letter" in line else {}
    panel = line.get("panel", clean.get("panel"))
    manuscript = manuscript_of(line, clean)
    named = f"{panel}\n{folded(manuscript.company)}" if panel else ""
    return Entry(line.get("id"), base, named, manuscript)


def _panels(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, Entry]]:
    """For each panel one letter to each person: the first, since the others are changed copies of it."""
    panels: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        if entry.panel:
            panels.setdefault(entry.panel, {}).setdefault(_reader(entry), entry)
    return panels


def _copied(entry: Entry, panels: Mapping[str, Mapping[str, Entry]], known: Known) -> list[Finding]:
    others = [
        other.manuscript
        for reader, other in panels.get(entry.panel, {}).items()
        if reader != _reader(entry) and other.base != entry.base
    ]
    return near_copies([entry.manuscript, *others], known)[0] if others else []


def _notes(line: Line) -> Iterator[str]:
    """The values of a line that are not understood; the kind of a changed copy may be anything."""
    dialect, kind, to = (line.get(name) for name in ("dialect", "kind", "to"))
    if dialect not in (None, "") and _text(dialect).casefold() not in (*BRITISH, *AMERICAN):
        yield f"The dialect {_shown(dialect)} was read as US. Write US or UK."
    if kind not in (None, "") and "letter" not in line and loose(_text(kind)) not in KINDS_AS_WRITTEN:
        yield f"The kind {_shown(kind)} was read as thank-you. Write one of {', '.join(KINDS)}."
    if not isinstance(to, str | dict | None):
        yield f'"to" is {_shown(to)}, which is no name. Write the full name, or {{"full": "..."}}.'


def _shown(value: object) -> str:
    return quote(str(value)) if isinstance(value, str | int | float) else "a list or an object"


def _reader(entry: Entry) -> str:
    return folded(entry.manuscript.to.full) or entry.base


def _kind(line: Line, clean: Line) -> str:
    said = (loose(_text(each.get("kind"))) for each in (line, clean))
    return next((KINDS_AS_WRITTEN[kind] for kind in said if kind in KINDS_AS_WRITTEN), "thank-you")


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _person(value: object) -> Line:
    return value if isinstance(value, dict) else {"full": value}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
