"""What follows "Dear" in a letter."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.words.salutations import honorifics
from eitherway.words.salutations.beside import PICTURES, stands_alone
from eitherway.words.salutations.parts import Parts, parts
from eitherway.words.salutations.title_words import words

FULL_NAME, FIRST_NAME, FAMILY_NAME = "Full name", "First name", "Title and family name"
"""What Settings' Greet with may say, for people who have no Greet as."""

PARTICLES = words("van von de der den del della di da dos du la le bin ibn al el abu ten ter zu zur af av")


class Greeting(NamedTuple):
    """What follows "Dear". `guess` is True where the order of the name, or whether a small word belongs to
    the family name, had to be chosen; to leave out a suffix or an aside is no guess.
    """

    text: str
    guess: bool = False


def greeting(name: str, greet_as: str, language: str, greet_with: str = FULL_NAME) -> Greeting:
    """How a letter in `language` ("en-US", "en-GB") greets somebody, in every tone.

    "Greet as" always wins. By first name, that stands alone. Else an honorific that was typed stands before
    the family name, and where none was, the name stands in full: none is guessed. What stands beside a name
    is left out.

    >>> greeting("Dr. Ngozi Okafor, PhD", "", "en-GB")
    Greeting(text='Dr Okafor', guess=False)
    >>> greeting("Jürgen Müller", "", "en-US", "First name").text
    'Jürgen'
    """
    if greet_as:
        return Greeting(greet_as)
    if greet_with != FIRST_NAME and stands_alone(name):
        return Greeting(name)
    known = parts(name)
    text = known.given if greet_with == FIRST_NAME and known.given else addressed(known, language)
    return Greeting(text, guess=_is_guess(text, known, name))


def _is_guess(text: str, known: Parts, typed: str) -> bool:
    if PICTURES.search(typed):
        return True
    if text in (known.full, known.written):
        return False
    takes_family = text.endswith(known.family)
    by_custom = any(honorifics.bare(word) in honorifics.BY_CUSTOM for word in known.honorific.split())
    particle = takes_family and any(word in PARTICLES for word in known.family.casefold().split()[:-1])
    return not known.certain or particle or by_custom or typed.rstrip(".").lower().endswith((" dr", " prof"))


def addressed(name: Parts, language: str) -> str:
    """The honorific with the name that it goes with, else the full name."""
    if not name.honorific:
        return name.full
    called = name.given if _goes_with_given(name.honorific) else name.family
    return f"{honorifics.in_language(name.honorific, language)} {called or name.family}"


def _goes_with_given(honorific: str) -> bool:
    return honorifics.bare(honorific.rpartition(" ")[2]) in honorifics.BEFORE_GIVEN_NAME
