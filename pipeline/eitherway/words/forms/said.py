"""Typed words taken apart: without what stands around them, word by word, sentence by sentence."""

from __future__ import annotations

import re
from unicodedata import normalize

from eitherway.words.forms.lexicon import (
    COMMON,
    NOUNS_IN_ING,
    ORDINARY_ENDINGS,
    SUBJECTS,
    is_adverb,
    is_gerund,
)
from eitherway.words.forms.verb_words import is_past, listed

_WORD = re.compile(r"[\w&./+#%€$£@-]*\w(?:['’]\w+)*['’]?|[\w]")
_BULLET = re.compile(r"(?:^|\n|\s/\s|\s)(?:[-–—•*·▪‣]|\(?(?:\d{1,2}|[a-h])[.)])\s")
_FIRST_BULLET = re.compile(r"^\s*(?:[-–—•*·▪‣]|\(?\d{1,2}[.)])\s+")
_STOP_INSIDE = re.compile(r"(?P<word>[\w'’]{2,})(?P<stop>[.?!])[\"'”’)]*\s+[\"'“‘(]*(?P<next>[^\W_])")
_NO_STOP = listed(
    """
    dr mr mrs ms mx prof rev st sr jr inc corp ltd co etc vs approx incl excl esp dept est avg max min fig vol
    no ave blvd bros univ assoc gen col sgt capt gov sen rep hon u.s u.k e.g i.e a.m p.m yahoo
    """
)
_AROUND = ('""', "“”", "''", "‘’", "()")
_NO_NAMES = COMMON | NOUNS_IN_ING


def bare(text: str) -> str:
    """The words without marks at their ends: the stop, quotes around all of it, a single bullet."""
    line = _FIRST_BULLET.sub("", normalize("NFC", text)).strip().rstrip(" .,;:!…")
    if len(line) > 2 and line[0] + line[-1] in _AROUND and not {line[0], line[-1]} & {*line[1:-1]}:
        line = line[1:-1].strip(" .,;:!")
    return line


def said(words: str) -> list[str]:
    """The words in small letters; names, which begin with a capital, have a ^ before them."""
    found = [each.replace("’", "'") for each in _WORD.findall(words)]
    shouted = words.isupper()
    told = [
        f"^{word.lower()}" if not shouted and _is_name(word, place) else word.lower()
        for place, word in enumerate(found)
    ]
    return told or [""]


def is_list(text: str) -> bool:
    """Whether bullets or numbers stand before several things."""
    return len(_BULLET.findall(f" {text.strip()}")) > 1


def sentences(text: str) -> int:
    """How many sentences a text holds."""
    return 1 + sum(map(_is_an_end, _STOP_INSIDE.finditer(text))) if text.strip() else 0


def _is_name(word: str, place: int) -> bool:
    """Whether it may be a name; a first word is one if it is in no list of common words."""
    if not word[:1].isupper() or word == "I" or word.startswith("I'"):
        return False
    if place:
        return True
    plain = word.lower()
    known = plain in _NO_NAMES or plain.partition("'")[0] in SUBJECTS or plain.endswith(ORDINARY_ENDINGS)
    return not (known or is_gerund(plain) or is_past(plain) or is_adverb(plain) or word.isupper())


def _is_an_end(stop: re.Match[str]) -> bool:
    """Whether a sentence ends there, and not an abbreviation: "reports. Also", but "approx. EUR 500"."""
    return stop["next"].isupper() and stop["word"].casefold().replace("’", "'") not in _NO_STOP
