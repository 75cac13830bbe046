"""The personal point as typed: a clause that a sentence can take up, and another one for each of a panel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from eitherway.letters.owed.fields import clause
from eitherway.letters.owed.sources import Conversation, place
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Flag
from eitherway.model.tables import Tables
from eitherway.words.comparison import quote
from eitherway.words.names import folded
from eitherway.words.salutations.honorifics import ABBREVIATED, bare
from eitherway.words.salutations.title_words import words

POINT = "What we talked about"
EXAMPLE = "moving the reports off paper"
AS_IN = '"I enjoyed talking with you about ...".'

_VERBS = words(
    """
    am are is was were have had has do did will would can could should might said spoke talked told met made
    saw went gave got had knew found felt thought took brought began ran wrote taught heard showed shown
    discussed like like love think know want need work use
    """
)
_ADVERBS = words("also both all really just then even still already briefly mostly each")
_LITTLE = words("a an the my your our their his her its this that these those and")
_ABBREVIATIONS = ABBREVIATED | words(
    "inc corp ltd etc vs approx incl excl esp dept est avg max min fig vol ave blvd bros univ assoc"
)
_BEGINS_A_SENTENCE = re.compile(
    r"(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he)(?P<short>['’](?:m|ve|d|ll|re|s))?\s+(?P<rest>.+)", re.DOTALL
)
_TALKED = re.compile(r"(?:I|[Ww]e)\s+(?:(?:talked|spoke|chatted)\s+about|discussed)\s+(?P<point>\S.*)")
_STOP_INSIDE = re.compile(r"(?P<word>\w{3,})[.?][\"'”’)]*\s+[\"'“‘(]*(?P<next>[^\W\d_])")
_LIST = re.compile(r"(?:^|\n)\s*(?:[-–—•*·]|\d{1,2}[.)])\s")
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(
    r"(?P<word>The|An?|My|Your|Our|Their|His|Her|Its|This|That|These|Those|What|How|Why|When|Where|Which|Who"
    r"|Whether|Moving|Using|Making|Building|Getting)\s+[a-z]"
    r"|(?P<doing>[A-Z][a-z]+ing)\s+(?:the|an?|my|your|our|their|his|her|its|this|that|these|those|how|to)\s"
)


def no_clause(tables: Tables, conversation: Conversation) -> Problem | None:
    """Why the letter cannot take up the point as it was typed: it is a list, or a sentence of its own."""
    point = clause(conversation.point)
    where = _cell(tables, conversation)
    if what := _what_it_is(point):
        message = f"{quote(point)} is {what}, and the letter takes it up within one: {AS_IN}"
        such = quote(_rewritten(point))
        fix = f"Write only what goes on from there, such as {such}; the letter waits for it."
        return _error(Code.POINT_NOT_A_CLAUSE, where, message, fix)
    return None


def same_points(rows: Sequence[Conversation]) -> dict[int, Conversation]:
    """By row of Interviews, another conversation of the same panel for which the same point was typed.

    The same are two points in which all words but the little ones are the same (docs/design.md, section 1: a
    separate, personal follow-up to each). A panel is an application and a day.
    """
    panels: dict[tuple[object, ...], list[Conversation]] = defaultdict(list)
    for row in rows:
        if row.flag != Flag.SKIPPED and row.point:
            panels[folded(row.application), row.day].append(row)
    same: dict[tuple[object, ...], list[Conversation]] = defaultdict(list)
    for panel, members in panels.items():
        for row in members if len(members) > 1 else ():
            same[panel, _telling(row.point)].append(row)
    return {
        row.row: next(other for other in alike if folded(other.interviewer) != folded(row.interviewer))
        for (_, said), alike in same.items()
        if said
        if len({folded(row.interviewer) for row in alike}) > 1
        for row in alike
    }


def same_point(tables: Tables, conversation: Conversation, other: Conversation) -> Problem:
    """Two of one panel would read the same of themselves."""
    message = (
        f"{quote(clause(conversation.point))} is what {_cell(tables, other).cell} says for "
        f"{other.interviewer}, of the same panel; they may well compare their letters."
    )
    fix = (
        f"Write what only you and {conversation.interviewer} talked about, for a separate, personal "
        "follow-up to each; the letter waits for it."
    )
    return _error(Code.SAME_POINT, _cell(tables, conversation), message, fix)


def capitals(tables: Tables, conversation: Conversation) -> list[Problem]:
    """A warning where the point begins with an ordinary word in a capital, which stands within a sentence."""
    found = _CAPITAL.match(clause(conversation.point))
    if found is None or no_clause(tables, conversation):
        return []
    word = found["word"] or found["doing"]
    message = f"{quote(word)} stands within a sentence of the letter, where it has no capital."
    fix = f"Write {quote(word.lower())} here: the letter goes on from {AS_IN}"
    where = _cell(tables, conversation)
    return [Problem(Code.POINT_CAPITAL, Severity.WARNING, where, message, fix)]


def _what_it_is(point: str) -> str:
    """What the point is instead of a clause, as the end of "This is ..."; "" for a clause."""
    if _LIST.search(point):
        return "a list instead of a sentence"
    if any(map(_is_an_end, _STOP_INSIDE.finditer(point))):
        return "more than one sentence"
    return "a sentence of its own" if _has_subject_and_verb(point) else ""


def _has_subject_and_verb(point: str) -> bool:
    found = _BEGINS_A_SENTENCE.match(point)
    if found is None:
        return False
    said = (word.strip(",").casefold() for word in found["rest"].split())
    verb = next((word for word in said if word not in _ADVERBS), "")
    return bool(found["short"]) or verb in _VERBS or (len(verb) > 4 and verb.endswith("ed"))


def _is_an_end(stop: re.Match[str]) -> bool:
    """Whether a sentence ends there, and not an abbreviation: "reports. Also", but "approx. EUR 500"."""
    return stop["next"].isupper() and bare(stop["word"]) not in _ABBREVIATIONS


def _rewritten(point: str) -> str:
    """What the user talked about, where the sentence says that they did; else an example."""
    talked = _TALKED.fullmatch(point)
    return talked["point"] if talked and not _what_it_is(talked["point"]) else EXAMPLE


def _telling(point: str) -> tuple[str, ...]:
    found = _WORD.findall(folded(point))
    return tuple(word for word in found if word not in _LITTLE) or tuple(found)


def _cell(tables: Tables, conversation: Conversation) -> Location:
    return place(tables, "Interviews", conversation.row, POINT)


def _error(code: Code, where: Location, message: str, fix: str) -> Problem:
    return Problem(code, Severity.ERROR, where, message, fix)
