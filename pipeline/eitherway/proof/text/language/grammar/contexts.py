"""What the words on either side prove: words mistaken ("just in cause", "your free") and words left out.

The school-book confusions are a closed set; `data/contexts.txt` says for each of them between which
neighbours the word is surely the wrong one, and `data/gaps.txt` between which a small word is missing ("let
know").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.reading import Around, Token

Test = Callable[[Token], bool]


class Context(NamedTuple):
    """What was meant, and what must stand before it, outwards, and after it.

    `is_sure` says that it is proven, however common the words are as they stand.
    """

    meant: str
    before: tuple[Test, ...]
    after: tuple[Test, ...]
    is_sure: bool = False


def proven_by_context(around: Around) -> Context | None:
    """What proves another word to be meant at that place."""
    token = around.token(0)
    if token.masked or not (token.text.islower() or (around.place == 0 and token.text[1:].islower())):
        return None
    proofs = (each for each in _contexts().get(token.folded, ()) if _fits(each, around))
    return max(proofs, key=lambda each: each.is_sure, default=None)


def missing_by_context(gap: Around) -> str:
    """The word that is missing after the place; empty where none is."""
    before, after = gap.token(0).folded, gap.token(1)
    lines = (*_gaps().before.get(before, ()), *_gaps().after.get(after.folded, ()))
    if not lines or not after.text:
        return ""
    beyond = Around(gap.sentence, gap.place + 1)
    return next(
        (each.meant for each in lines if _all(each.before, beyond, -1) and _all(each.after, gap, 1)),
        "",
    )


def _fits(context: Context, around: Around) -> bool:
    return _all(context.before, around, -1) and _all(context.after, around, 1)


def _all(tests: Sequence[Test], around: Around, way: int) -> bool:
    """Whether each passes, outwards from the place."""
    return all(test(around.token(way * offset)) for offset, test in enumerate(tests, 1))


class Gaps(NamedTuple):
    """The contexts of missing words, by the word before the gap, or else by the one after it."""

    before: Mapping[str, Sequence[Context]]
    after: Mapping[str, Sequence[Context]]


@cache
def _gaps() -> Gaps:
    before: dict[str, list[Context]] = {}
    after: dict[str, list[Context]] = {}
    for line in lexicon.lines("gaps.txt"):
        match = _GAP.fullmatch(line)
        if match is None:
            raise ValueError(f"gaps.txt: {line}")
        context = _context(match["before"], match["missing"], match["after"])
        first = match["before"].split()[-1:]
        index, place = (
            (before, first[0]) if first and _is_named(first[0]) else (after, match["after"].split()[0])
        )
        for word in place.split("|"):
            index.setdefault(word, []).append(context)
    return Gaps(before, after)


def _is_named(place: str) -> bool:
    """Whether a place is nothing but words."""
    return not place.startswith("!") and _CLASSES.keys().isdisjoint(place.split("|"))


def _context(before: str, meant: str, after: str) -> Context:
    return Context(meant, tuple(map(_test, reversed(before.split()))), tuple(map(_test, after.split())))


@cache
def _contexts() -> Mapping[str, Sequence[Context]]:
    """The contexts by the wrong word."""
    found: dict[str, list[Context]] = {}
    for line in lexicon.lines("contexts.txt"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"contexts.txt: {line}")
        context = _context(match["before"], match["right"], match["after"])
        context = context._replace(is_sure=match["sure"] == ">>")
        found.setdefault(match["wrong"], []).append(context)
    return found


def _test(place: str) -> Test:
    denied, listed = place.startswith("!"), frozenset(place.removeprefix("!").split("|"))
    tests = [_CLASSES[name] for name in sorted(listed & _CLASSES.keys())]
    words = listed - _CLASSES.keys()

    def test(token: Token) -> bool:
        found = (token.folded in words and not token.masked) or any(is_one(token) for is_one in tests)
        return found != denied

    return test


def _is_edge(token: Token) -> bool:
    return not token.text or token.text[0] in ".?!:;)"


def _is_base(token: Token) -> bool:
    """Whether it is a verb's base and nothing else."""
    return token.folded == "be" or (
        lexicon.is_only(token.folded, "base") and lexicon.is_only_verb(token.folded)
    )


def _is_many(token: Token) -> bool:
    is_noun = token.is_plain and token.tag != "VERB" and token.folded not in lexicon.CLOSED
    return is_noun and noun_number(token) is Number.PLURAL


def _tagged(*tags: str) -> Test:
    return lambda token: token.is_plain and token.tag in tags


_LINE = re.compile(r"(?P<before>[^\[]*)\[(?P<wrong>[^>]+) (?P<sure>>>?) (?P<right>[^\]]+)\](?P<after>.*)")
_GAP = re.compile(r"(?P<before>[^\[]*)\[\+ (?P<missing>[^\]]+)\](?P<after>.*)")
_CLASSES: Mapping[str, Test] = {
    "_": lambda token: True,
    "^": lambda token: not token.text or token.text in "“\"'‘",
    "$": _is_edge,
    "NAME": lambda token: token.masked,
    "NUM": lambda token: token.text[:1].isdigit(),
    "DET": lambda token: token.folded in lexicon.DETERMINERS,
    "PREP": lambda token: token.folded in lexicon.PREPOSITIONS,
    "PRON": lambda token: token.folded in lexicon.SUBJECTS | lexicon.OBJECTS,
    "MODAL": lambda token: token.folded in lexicon.MODALS or token.folded.endswith(("'d", "'ll")),
    "BE": lambda token: token.folded in lexicon.BE_FORMS,
    "BASE": _is_base,
    "ING": lambda token: lexicon.is_only(token.folded, "ing"),
    "NOUNS": _is_many,
    "NOUN": _tagged("NOUN"),
    "ADJ": _tagged("ADJ"),
    "ADV": _tagged("ADV"),
    "VERB": _tagged("VERB"),
    "ADP": _tagged("ADP"),
    "PROPN": _tagged("PROPN"),
    "_er": lambda token: token.folded.endswith("er"),
}
