"""What belongs to another row of the workbook: its person, company or role in this letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.likeness import key
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.named import (
    FEW_WORKBOOKS,
    Kind,
    Named,
    Place,
    own_people,
    own_places,
    own_words,
    workbook_places,
)
from eitherway.proof.prose.passages import MANY, Found, by_block, salutation, sentence_around, words
from eitherway.proof.prose.phrases import one_of, pattern
from eitherway.words.comparison import quote
from eitherway.words.names import folded
from eitherway.words.salutations.honorifics import is_honorific
from eitherway.words.salutations.titles import is_title

_CAPITAL = r"(?-i:[A-Z][A-Za-z]{0,2}\.|[A-Z0-9](?:[\w'’-]|\.(?=\w)){0,30})"
_PARTS = {
    "run": rf"(?P<run>{_CAPITAL}(?: (?:(?:and|of|for|the|&) )?{_CAPITAL}){{0,5}})",
    "job": one_of("job, position, role, post, vacancy, opening, opportunity, appointment, posting"),
    "drew": one_of(
        "attract, attracts, attracted, draw, draws, drew, brings, brought, interests, excites, appeals"
    ),
    "love": one_of(
        """
        interested in, interest in, enthusiasm for, excited about, future (?:at|with), work(?:ing)? for,
        employed (?:at|by), career (?:at|with)
        """
    ),
    "met": one_of("interview, meeting, conversation, visit, talk, day, afternoon, morning"),
    "firm": one_of(
        """
        my (?:first|top), the (?:company|firm|place|school|team|employer|one)
        """
    ),
}


def _patterns(*each: str) -> tuple[re.Pattern[str], ...]:
    """One for each, since a name is a group of its own in all."""
    return tuple(pattern(line, _PARTS) for line in each)


_COMPANY_PLACES = _patterns(
    r"\b<drew> (?:to )?me (?:most )?(?:to|about) <run>",
    r"\b(?:join|joining) <run>",
    r"\b(?:the|this|a|an|your) (?:[\w'’-]{1,30} ){0,6}<job>s? (?:at|with) <run>",
    r"(?:^|(?<=[.!?]\s)|(?<=\n)|, and |, but )<run> (?:is|remains|would be) (?:still )?<firm>",
    r"\b(?<!used to )(?<!years )<love> <run>",
    r"\b<met> (?:at|to) <run>",
    r"\b(?:what|where|how|why) <run> (?:needs|wants|does|offers|stands for|is (?:looking for|going|doing))\b",
    r"\b(?:contribute|commitment|devoted|loyal|an asset|value) to <run>",
    r"\b(?:your team|your colleagues|everyone|everybody|the team|the people|the staff) at <run>",
    r"\b(?:to|my) (?:start|begin|starting|life|future|place|first day) (?:work )?(?:at|with) <run>",
    r"\bfit in (?:well |right |nicely )?(?:at|with) <run>",
    r"\b(?:to|hope of|chance of) (?:be|being) (?:a )?part of <run>",
    r"\bmy (?:experience|skills|energy|ideas|talents?|strengths|eye|hands|knowledge) to <run>",
    r"\b(?:help|helping|see) <run> (?:grow|succeed|thrive|reach|meet|build)\b",
)
"""Where a letter names the company that it is about."""

_ROLE_PLACES = _patterns(
    r"\b(?:the|this|your|an?) <run> <job>\b",
    r"\b<job> (?:of|as)(?: an?| the| your)? <run>",
    r"\b(?:be|become|becoming|being|as) (?:your|the)(?: next| new)? <run>",
    r"\b(?:be|am) (?:the|your) <run> (?:that |whom? )?you (?:choose|pick|hire|need|want|call|are)",
)
"""Where a letter names the job that it asks for."""

_SURE_ROLE_PLACES = _patterns(r"\bjoin(?:ing)? [^.,;?!\n]{1,40}? as (?:an?|your|the)(?: next| new)? <run>")
"""Where nothing but this letter's own role can stand."""

_HOPED_FOR = _patterns(r"\b(?:at|to|for|with) <run>")
_WISHING = re.compile(r"\b(?:I|we)(?:['’]d| would| will| hope| want| should| could| wish)\b")

_NO_NAME = pattern(
    "<word>",
    {
        "word": one_of(
            """
            (?:mon|tues|wednes|thurs|fri|satur|sun)days?, january, february, march, april, may, june,
            july, august, september, october, november, december, christmas, easter, english, mr, mrs, ms,
            mx, dr, prof, rev, i, you, the, my, your, our, it, this, that
            """
        )
    },
)
_DOER = re.compile(
    r"(?:er|or|ist|ian|ant|ent|man|woman|eer|hand|lead|head|nurse|cook|chef|clerk|guard|coach|mate|smith)$",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset(("my", "last", "previous", "former", "old", "current", "first", "own", "present"))
_SMALL_WORDS = frozenset(("the", "and", "of", "for"))
_RIGHT = {Kind.COMPANY: "company", Kind.ROLE: "role"}
_SURE_ROLE = "sure role"
_PLACES = {"company": _COMPANY_PLACES, "role": _ROLE_PLACES, _SURE_ROLE: _SURE_ROLE_PLACES}


class Rows(NamedTuple):
    """A letter beside the workbook: the places of its own names, and of all other rows'."""

    manuscript: Manuscript
    known: Known
    mine: tuple[Place, ...]
    others: tuple[Place, ...]

    def right(self, kind: Kind) -> str:
        """What this letter's own row has."""
        return {Kind.COMPANY: self.manuscript.company, Kind.ROLE: self.manuscript.role}.get(kind, "").strip()

    def has(self, kind: Kind) -> bool:
        """Whether the letter names its own anywhere."""
        return any(place.named.kind is kind for place in self.mine)


def wrong_rows(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Names of another row are errors where this letter's own should stand, and else to be looked at.

    Who may rightly be mentioned is in `others`; what stands among the user's words is never asked about.
    """
    text = manuscript.text
    rows = Rows(manuscript, known, own_places(manuscript), workbook_places(text, known))
    kept = [*_spans(rows.mine), *own_words(text, known)]
    for place in rows.others:
        if not _meets((place.start, place.end), kept) and not _is_part_of(place.named, rows):
            yield from _other_row(rows, place)
    yield from _greeted(rows)
    yield from (each for kind in _RIGHT if rows.right(kind) for each in _strangers(rows, kind))


def _other_row(rows: Rows, place: Place) -> Iterator[Finding]:
    """A name of another row; a role may be anybody's, unless it stands where this letter's belongs."""
    kind = place.named.kind
    in_place = kind is Kind.PERSON or not rows.has(kind) or _stands_in(rows, place)
    if in_place or kind is not Kind.ROLE:
        severity = Severity.ERROR if in_place else Severity.WARNING
        yield _others(rows, place.named, (place.start, place.end), severity)


def _greeted(rows: Rows) -> Iterator[Finding]:
    """Somebody of another row after a title: "Ms. Silva" in a letter to Mr. Reid."""
    text = rows.manuscript.text
    people = own_people(rows.manuscript)
    mine = {key(part) for person in people for part in f"{person.full} {person.family}".split()}
    greeted, families = salutation(text), _families(rows.known)
    for title, word in pairwise(words(text)):
        if not title.capital or not is_honorific(title.text):
            continue
        letters = key(word.text.removesuffix("'s").removesuffix("’s"))
        if letters in families and letters not in mine:
            begins = bool(greeted and title.start < greeted.line_end)
            span = (title.start, word.end)
            severity = Severity.ERROR if begins else Severity.WARNING
            yield _others(rows, families[letters], span, severity)


@lru_cache(maxsize=FEW_WORKBOOKS)
def _families(known: Known) -> Mapping[str, Named]:
    """Everybody, by the last word of the name; of several the first in the workbook."""
    people = (Named(name.strip(), Kind.PERSON, name.strip()) for name in reversed(known.people))
    return {key(named.text.split()[-1]): named for named in people if named.text}


def _strangers(rows: Rows, kind: Kind) -> Iterator[Finding]:
    """A company or a role that no row has, just where this letter's own belongs.

    A role counts only if the letter nowhere names its own, a company also beside it.
    """
    text, right, named = rows.manuscript.text, rows.right(kind), rows.has(kind)
    found = [] if kind is Kind.ROLE and named else [*by_block(text, partial(_standing, _RIGHT[kind]))]
    if kind is Kind.ROLE:
        found += by_block(text, partial(_standing, _SURE_ROLE))
    if kind is Kind.COMPANY and not named:
        found += by_block(text, _hoped_for)
    for start, end, _ in found:
        run = text[start:end].rstrip(".")
        if _is_strange(rows, (start, end), right) and (kind is Kind.COMPANY or _is_role(text[start:end])):
            span = (start, start + len(run))
            message = f"{quote(run)} stands where this letter's {_RIGHT[kind]} belongs, {quote(right)}."
            yield finding(FindingCode.WRONG_ROW, Severity.WARNING, message, span, right)


def _is_role(run: str) -> bool:
    """Whether it is what somebody is called at work: a title, or words that end as "Loan Underwriter"."""
    return is_title(run) or (" " in run and bool(_DOER.search(run)))


@lru_cache(maxsize=MANY)
def _standing(where: str, block: str) -> tuple[Found, ...]:
    """The capitals in a row that stand there."""
    return tuple(Found(*match.span("run")) for each in _PLACES[where] for match in each.finditer(block))


@lru_cache(maxsize=MANY)
def _hoped_for(block: str) -> tuple[Found, ...]:
    """Several capitals in a row in what the writer hopes for: "I would bring the same to Finch Foods"."""
    matches = [match for each in _HOPED_FOR for match in each.finditer(block) if " " in match["run"]]
    starts = [sentence_around(block, match.start())[0] for match in matches]
    return tuple(
        Found(*match.span("run"))
        for match, start in zip(matches, starts, strict=True)
        if _WISHING.search(block, start, match.start())
    )


def _is_strange(rows: Rows, span: Span, right: str) -> bool:
    """Whether it is a name of its own: no date, no known name or short form of one, no former job."""
    run = rows.manuscript.text[slice(*span)].rstrip(".")
    first = run.split()[0].rstrip(".")
    before = rows.manuscript.text[: span[0]].rsplit(maxsplit=2)[-2:]
    shared = {key(word) for word in run.split()} & {key(word) for word in right.split()}
    initials = "".join(word[0] for word in right.split()).casefold()
    return not (
        _meets(span, _spans([*rows.mine, *rows.others]))
        or _NO_NAME.fullmatch(first)
        or shared - _SMALL_WORDS
        or key(run) == initials
        or first[0].isdigit()
        or len(key(run)) < 3
        or not _ELSEWHERE.isdisjoint(word.casefold() for word in before)
    )


def _stands_in(rows: Rows, place: Place) -> bool:
    if place.named.kind not in _RIGHT:
        return False
    found = by_block(rows.manuscript.text, partial(_standing, _RIGHT[place.named.kind]))
    return any(start <= place.start < end for start, end, _ in found)


def _is_part_of(named: Named, rows: Rows) -> bool:
    """Whether it is a part of this letter's own name ("Kestrel" beside "Kestrel Robotics")."""
    return folded(named.text) in folded(rows.right(named.kind))


def _spans(found: Sequence[Place]) -> list[Span]:
    return [(place.start, place.end) for place in found]


def _meets(span: Span, kept: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in kept)


def _others(rows: Rows, named: Named, span: Span, severity: Severity) -> Finding:
    """What to say of another row's name: whose it is, and what this letter's row has instead."""
    written, right = rows.manuscript.text[slice(*span)], rows.right(named.kind)
    addressed = rows.manuscript.to.full.strip()
    if named.kind is Kind.PERSON:
        whose = "somebody" if written == named.text else quote(named.text)
        mine = f", but this letter is to {quote(addressed)}" if addressed else ""
    else:
        whose = (
            f"the {_RIGHT[named.kind]}"
            if written == named.text
            else f"the {_RIGHT[named.kind]} {quote(named.text)}"
        )
        mine = f", but this letter's is {quote(right)}" if right else ""
    place = rows.known.places.get(named.whole, "")
    row = f" ({place})" if place else ""
    message = f"{quote(written)} is {whose} of another row of the workbook{row}{mine}."
    return finding(FindingCode.WRONG_ROW, severity, message, span, *([right] if right else []))
