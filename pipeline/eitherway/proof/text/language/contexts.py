"""Words mistaken for others where the words on either side prove it: "just in cause", "write away", "your free".

The school-book confusions are a closed set; `data/contexts.txt` says for each of them between which neighbours
the word is surely the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from eitherway.proof.text.language import lexicon
from eitherway.proof.text.language.reading import Around, Token
from eitherway.proof.text.language.subjects import Number, noun_number

Test = Callable[[Token], bool]


class Context(NamedTuple):
    """What was meant, and what must stand before it, outwards, and after it."""

    meant: str
    before: tuple[Test, ...]
    after: tuple[Test, ...]


def proven_by_context(around: Around) -> str:
    """The word that was meant at that place; empty where nothing is proven."""
    token = around.token(0)
    if token.masked or not (token.text.islower() or (around.place == 0 and token.text.istitle())):
        return ""
    return next((each.meant for each in _contexts().get(token.folded, ()) if _fits(each, around)), "")


def _fits(context: Context, around: Around) -> bool:
    return all(test(around.token(-offset)) for offset, test in enumerate(context.before, 1)) and all(
        test(around.token(offset)) for offset, test in enumerate(context.after, 1)
    )


@cache
def _contexts() -> Mapping[str, Sequence[Context]]:
    """The contexts by the wrong word."""
    found: dict[str, list[Context]] = {}
    for line in lexicon.lines("contexts.txt"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"contexts.txt: {line}")
        before = tuple(map(_test, reversed(match["before"].split())))
        after = tuple(map(_test, match["after"].split()))
        found.setdefault(match["wrong"], []).append(Context(match["right"], before, after))
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
    return token.is_plain and noun_number(token) is Number.PLURAL and token.tag != "VERB"


def _tagged(*tags: str) -> Test:
    return lambda token: token.is_plain and token.tag in tags


_LINE = re.compile(r"(?P<before>[^\[]*)\[(?P<wrong>[^>]+) > (?P<right>[^\]]+)\](?P<after>.*)")
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
