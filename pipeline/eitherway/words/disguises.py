"""Letters that are not what they seem: signs that nobody sees, and another alphabet's look-alikes.

They come along from web pages, from PDFs that hyphenate, and from keyboards that were switched. Source of the
pairs: Unicode Technical Standard 39, confusables.txt, as far as letters of names go.
"""

from __future__ import annotations

import re
from unicodedata import name as unicode_name
from unicodedata import normalize

_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Controls of devices and of the direction of writing, soft hyphens, spaces of no width; a line feed stands
between two names instead.
"""
_JOINERS = re.compile("[\u200c\u200d]")
"""They shape Persian and Indic names; between other letters they do nothing."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_FORMS = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]")
_ARABIC, _PICTURES = 0x0600, 0x1F000
_WORD = re.compile(r"[^\W\d_]+")

_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανρ",
    "ABESIJKMHOPCTYXaesijkopcyxhdqwABEZHIKMNOPTYXoiavp",
)


def without_unseen(text: str) -> str:
    """The text without signs that cannot be seen and change no letter."""
    bare = _UNSEEN.sub("", text)
    is_joined = any(map(_is_joined, bare))
    return bare if is_joined else _JOINERS.sub("", bare)


def look_alikes(text: str) -> str:
    """The letters of another alphabet that look like Latin ones, where the rest of the name is Latin."""
    found = [sign for word in _WORD.findall(text) if _is_disguised(word, text) for sign in word]
    return ", ".join(dict.fromkeys(f"{_script(sign)} {sign}" for sign in found if not _LATIN.match(sign)))


def plain(text: str) -> str:
    """The text as its reader takes it."""
    bare = without_unseen(text)
    return _WORD.sub(lambda word: _bare(word[0]) if _is_disguised(word[0], bare) else word[0], bare)


def _is_disguised(word: str, text: str) -> bool:
    """Whether all letters of the word would pass for Latin ones, and some are none; a name that is in another
    alphabet throughout is what it seems.
    """
    others = [sign for sign in word if not _LATIN.match(sign)]
    in_latin = _LATIN.search(_formed(text))
    return bool(others) and bool(in_latin) and all(map(_LATIN.match, map(_bare, others)))


def _bare(text: str) -> str:
    """The Latin letters for which others pass."""
    return _formed(text.translate(_LOOK_ALIKES))


def _formed(text: str) -> str:
    """The text with wide, bold and the like Latin letters as plain ones."""
    return _FORMS.sub(lambda sign: normalize("NFKC", sign[0]), text)


def _is_joined(sign: str) -> bool:
    """Whether joiners mean something between such signs: letters from Arabic on, and pictures."""
    return (sign.isalpha() and ord(sign) >= _ARABIC and not _LATIN.match(sign)) or ord(sign) >= _PICTURES


def _script(sign: str) -> str:
    return unicode_name(sign, "").partition(" ")[0].capitalize()
