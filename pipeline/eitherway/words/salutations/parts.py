"""The parts of a person's name. nameparser divides it; in which order it stands is only suggested."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from eitherway.words.salutations import honorifics
from eitherway.words.salutations.beside import alone
from eitherway.words.salutations.order import Order, order

if TYPE_CHECKING:
    from nameparser import ParsedName, Parser, Token

MANY_NAMES = 32_768  # a person has many conversations; a name is divided once


class Parts(NamedTuple):
    """A name divided. `written` is for an address block, with honorific and letters after it; `full` without.

    `family` is what follows an honorific: the family name; for an Icelander, a Malay or a Tamil, who have
    none, the given name; for somebody of one name, that. `certain` is False where it might be another word.
    """

    written: str
    full: str
    honorific: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""
    family_first: bool = False
    certain: bool = True


@lru_cache(maxsize=MANY_NAMES)
def parts(name: str) -> Parts:
    """The parts of one person's name, however it was typed; a title or two names give no useful ones.

    >>> parts("Dr. Ngozi Okafor, PhD")[:6]
    ('Dr. Ngozi Okafor, PhD', 'Ngozi Okafor', 'Dr.', 'Ngozi', 'Okafor', 'PhD')
    """
    typed = alone(name)
    honorific, rest = honorifics.divided(typed)
    if honorific and len(rest.split()) > 2 and _TITLE_LAST.search(rest):
        rest = _TITLE_LAST.sub("", rest)
        typed = f"{honorific} {rest}"
    if len(rest.split()) < 2:
        return Parts(typed, rest, honorific, "" if honorific else rest, rest)
    known = _patronymic(rest) or _divided(rest)
    honorific = f"{honorific} {known.honorific}".strip()
    anew = f"{honorific} {known.full}".strip() + (f", {known.suffix}" if known.suffix else "")
    return known._replace(honorific=honorific, written=typed if known.full in typed else anew)


MALAY = (
    "moham[ae]d|mohamm[ae]d|mohd|muhammad|ahmad|abdul\\w*|ismail|ibrahim|osman|othman|yusoff?|razak|hassan|hussein|"
    "mahmud|omar|zainal|hashim|kassim|aziz|karim|rahim|salleh|sulaiman|yaacob|jaafar|daud|musa|idris|bakar|hamzah"
)
"""Fathers' names with which "bin" is a Malay's, who goes by the given name; with others it is often a
family's.
"""

_CHILD_OF = re.compile(
    rf"\s+(?:bin(?=\s+(?:{MALAY})\b)|binti|binte|bte?\.?|[asd]/[olp]|anak)\s+", re.IGNORECASE
)
_FATHER_OF = re.compile(r"(?:abu|umm?|(?-i:bin|binti?|ibn))\s+\S+", re.IGNORECASE)
_INITIAL_LAST = re.compile(r"(?P<given>[^\W\d_]{2,}(?: [^\W\d_]{2,})?) [^\W\d_](?:\. ?[^\W\d_])?\.?")
_TITLE_LAST = re.compile(r"\s+(?:dr|prof|mrs?|ms)\.?$", re.IGNORECASE)
_ICELANDIC = re.compile(r"(?:.*d[óo]ttir|(?=.*[ðþ]).*son|(?=.*[áíóúý]).*sson)", re.IGNORECASE)


def _patronymic(name: str) -> Parts | None:
    """Somebody called by the given name, since what follows it is a parent's, or only an initial."""
    if "," not in name and _FATHER_OF.fullmatch(name):
        return Parts(name, name, given=name, family=name, certain=False)
    if initial := _INITIAL_LAST.fullmatch(name):
        return Parts(name, name, given=initial["given"], family=initial["given"], certain=False)
    if child := _CHILD_OF.search(name):
        given = name[: child.start()]
        return Parts(name, name, given=given, family=given, certain=False)
    if "," not in name and _ICELANDIC.fullmatch(name):
        given = name.rpartition(" ")[0]
        return Parts(name, name, given=given, family=given.split()[0], certain=False)
    return None


def _divided(name: str) -> Parts:
    parsed = _parser(Order.GIVEN_FIRST).parse(name)
    suggested = Order.GIVEN_FIRST if _is_inverted(parsed) else order([word.text for word in _words(parsed)])
    if suggested is not Order.GIVEN_FIRST:
        parsed = _parser(suggested).parse(name)
    return Parts(
        written=name,
        full=_in_reading_order(parsed) or name,
        honorific=_honorific(parsed),
        given=_without_initials(parsed.given_names),
        family=parsed.family or parsed.given_names or name,
        suffix=parsed.suffix,
        family_first=not _is_inverted(parsed) and _starts(parsed, "family") < _starts(parsed, "given") < inf,
        certain=suggested is Order.GIVEN_FIRST and not parsed.ambiguities,
    )


def _words(parsed: ParsedName) -> list[Token]:
    """The words of the name itself, as they were typed; "King" before one is a name, "Dr." is not."""
    beside = {"suffix", "nickname", "maiden", "title" if _honorific(parsed) else ""}
    return [token for token in parsed.tokens if token.role not in beside]


def _honorific(parsed: ParsedName) -> str:
    return parsed.title if all(map(honorifics.is_honorific, parsed.title.split())) else ""


def _is_inverted(parsed: ParsedName) -> bool:
    """Whether a comma puts the family name first, "Okafor, Ngozi"."""
    return _starts(parsed, "family") < parsed.original.find(",") < _starts(parsed, "given") < inf


def _starts(parsed: ParsedName, role: str) -> float:
    return min(
        (token.span.start for token in parsed.tokens if token.role == role and token.span), default=inf
    )


def _in_reading_order(parsed: ParsedName) -> str:
    if _is_inverted(parsed):
        return f"{parsed.given_names} {parsed.family}"
    words = _words(parsed)
    first = "".join(word.text for word in words[:1])
    return first + "".join(f"{_between(before, word)}{word.text}" for before, word in pairwise(words))


def _between(before: Token, word: Token) -> str:
    """A space, but none in Korean, where family and given name are written as one."""
    touching = before.span and word.span and before.span.end == word.span.start
    return "" if touching else " "


def _without_initials(given: str) -> str:
    words = given.split()
    return " ".join(word for word in words if not word.endswith(".")) or given


@cache
def _parser(suggested: Order) -> Parser:
    """A parser that knows what nameparser lacks; it is loaded for the first name that has to be divided."""
    import nameparser  # noqa: PLC0415 - a run that divides no name must not wait for it

    lexicon = nameparser.Lexicon.default().add(
        particles=("ten", "wa"), titles=("justice",), suffix_acronyms=("kc", "llb")
    )
    policy = nameparser.Policy(
        name_order=nameparser.FAMILY_FIRST if suggested is Order.FAMILY_FIRST else nameparser.GIVEN_FIRST,
        two_family_names=suggested is Order.TWO_SURNAMES,
        patronymic_rules=frozenset((nameparser.PatronymicRule.EAST_SLAVIC,)),
    )
    return nameparser.Parser(lexicon, policy)
