"""What follows "Dear" in a letter."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.words.salutations import honorifics
from eitherway.words.salutations.beside import stands_alone
from eitherway.words.salutations.parts import Parts, parts


class Greeting(NamedTuple):
    """What follows "Dear". `guess` is True where a part of what was typed had to be chosen."""

    text: str
    guess: bool = False


def greeting(name: str, greet_as: str, language: str) -> Greeting:
    """How a letter in `language` ("en-US", "en-GB") greets somebody, in every tone.

    "Greet as" always wins. An honorific that was typed stands before the family name; where none was, the
    name stands in full, for nothing in a name tells which is right. What stands beside a name is left out.

    >>> greeting("Dr. Ngozi Okafor, PhD", "", "en-GB")
    Greeting(text='Dr Okafor', guess=True)
    """
    if greet_as:
        return Greeting(greet_as)
    if stands_alone(name):
        return Greeting(name)
    text = addressed(parts(name), language)
    return Greeting(text, guess=_words(text) != _words(name))


def addressed(name: Parts, language: str) -> str:
    """The honorific with the name that it goes with, else the full name."""
    if not name.honorific:
        return name.full
    called = name.given if _goes_with_given(name.honorific) else name.family
    return f"{honorifics.in_language(name.honorific, language)} {called or name.family}"


def _goes_with_given(honorific: str) -> bool:
    return honorifics.bare(honorific.rpartition(" ")[2]) in honorifics.BEFORE_GIVEN_NAME


def _words(text: str) -> list[str]:
    """The words without the stops of honorifics, which are the language's and not a choice."""
    return [word.rstrip(".") for word in text.split()]
