"""What stands before a name: kept as it was typed, never guessed."""

from __future__ import annotations

import re
from itertools import takewhile

from eitherway.words.salutations.title_words import ADDRESS, words

BRITISH = "en-GB"

BEFORE_GIVEN_NAME = words("sir dame sister brother")
"""Sir Ian, not Sir McKellen."""

BY_CUSTOM = words(
    "fr father major sister brother baron baroness count countess lord lady viscount viscountess earl duke "
    "duchess"
)
"""Before these names go by customs of their own, or they may be names themselves."""

ABBREVIATED = words("capt dr fr gov hon lt messrs mr mrs ms mx prof rev revd sen sgt")
"""With a full stop in American English, without in British (University of Oxford Style Guide)."""

_NAMES_TOO = words("major baron count")
_OTHER_ABBREVIATION = re.compile(r"[^\W\d_]{3,}\.")
_JOINED_ON = re.compile(r"^((?:dr|mr|mrs|ms|mx|prof|rev)\.)(?=[^\W\d_])", re.IGNORECASE)


def divided(name: str) -> tuple[str, str]:
    """The honorifics before a name, as typed, and the name; the last word is always name.

    >>> divided("Prof. Dr. Hans Müller")
    ('Prof. Dr.', 'Hans Müller')
    """
    typed = _JOINED_ON.sub(r"\1 ", name).split()
    if len(typed) > 1 and typed[0].casefold() == "the" and is_honorific(typed[1]):
        typed = typed[1:]
    before = list(takewhile(is_honorific, typed[:-1]))
    if before and bare(before[0]) in _NAMES_TOO and len(typed) < 3:
        before = []
    return " ".join(before), " ".join(typed[len(before) :])


def is_honorific(word: str) -> bool:
    """Whether it is one, or an abbreviation that can be nothing else before a name ("Engr.")."""
    return bare(word) in ADDRESS or bare(word) in BY_CUSTOM or bool(_OTHER_ABBREVIATION.fullmatch(word))


def in_language(honorific: str, language: str) -> str:
    """The honorific with a capital, and with or without its full stop, as the language writes it.

    >>> in_language("Prof. Dr.", "en-GB"), in_language("Mrs", "en-US")
    ('Prof Dr', 'Mrs.')
    """
    return " ".join(_in_language(word, language) for word in honorific.split())


def bare(word: str) -> str:
    """The word without case and stops."""
    return word.replace(".", "").casefold()


def _in_language(typed: str, language: str) -> str:
    word = typed[:1].upper() + typed[1:]
    if language == BRITISH:
        return word.rstrip(".")
    return f"{word.rstrip('.')}." if bare(word) in ABBREVIATED else word
