"""Words that are in no dictionary: which are misspelt, and which are names or terms of a trade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from eitherway.findings import Finding, FindingCode
from eitherway.problems import Severity
from eitherway.proof.language import lexicon
from eitherway.proof.language.counts import Counts
from eitherway.proof.language.dialects import spellings
from eitherway.proof.language.edits import one_edit
from eitherway.proof.language.lexicon import words
from eitherway.proof.language.reading import Reading
from eitherway.proof.language.remarks import like, remark

if TYPE_CHECKING:
    from eitherway.proof.engines import Engines, Speller


def misspelling(
    reading: Reading, engines: Engines, start: int, end: int, suggestions: Sequence[str]
) -> Finding | None:
    """What to say of a word that one dictionary does not know; None where another source knows it.

    Those are Hunspell's dictionary, where chunspell is installed, a list of words of many trades, and the
    counts; plain compounds are words too.

    A word in small letters is an error, or a warning where nothing like it is known; with a capital inside a
    sentence it is taken for a name, unless it is one slip away from a day, a month or a common word.
    """
    word = reading.text[start:end]
    folded = word.lower().replace("’", "'")
    counts = engines.counts
    if _is_right(folded, word, engines):
        return None
    if folded in _TEXTED:
        why = "This is from text messages. Write it out."
        return remark(reading, FindingCode.SPELLING, (start, end), None, why, severity=Severity.ERROR)
    one_slip = _one_slip(folded, counts)
    if not one_slip and _is_compound(folded, counts):
        return None
    nearest = one_slip or next((near for near in suggestions if _is_meant(folded, near.lower(), counts)), "")
    if word[0].isupper() and not _is_sure(reading, start, nearest):
        return None
    severity = Severity.ERROR if nearest else Severity.WARNING
    meant = like(word, nearest) if nearest else next(iter(suggestions), None)
    why = "This word is in no dictionary." if not nearest else "This looks misspelt."
    return remark(reading, FindingCode.SPELLING, (start, end), meant, why, severity=severity)


def spelling(reading: Reading, engines: Engines, speller: Speller) -> Iterator[Finding]:
    """Misspelt words by a speller that knows words only, where Harper is missing.

    Its dictionary is American, so a British spelling is left to the check of the dialect.
    """
    for token in reading.tokens:
        if token.masked or not re.fullmatch(r"[^\W\d_]+(?:['’][^\W\d_]+)*", token.text):
            continue
        if not speller.spell(token.folded) and not speller.spell(token.text):
            found = misspelling(reading, engines, token.start, token.end, speller.suggest(token.folded))
            if found:
                yield found


def _is_right(folded: str, word: str, engines: Engines) -> bool:
    """Whether it is a word all the same: a letter, an acronym, a common word, one of the other dialect's."""
    if len(word) == 1 or any(character.isupper() for character in word[1:]) or not word.isascii():
        return True
    if spellings(folded) or folded.removesuffix("'s") in _trade_words():
        return True
    if engines.speller and (engines.speller.spell(folded) or engines.speller.spell(word)):
        return True
    return engines.counts.words.get(folded, 0) >= _COMMON


@cache
def _trade_words() -> frozenset[str]:
    return frozenset(" ".join(lexicon.lines("trades.txt")).split())


def _is_compound(folded: str, counts: Counts) -> bool:
    """Whether it is made of two common words, or of a prefix and one: "offcuts", "handheld"."""

    def known(part: str, least: int) -> bool:
        return len(part) >= least and counts.words.get(part, 0) >= _VERY_COMMON and part not in _SMALL_WORDS

    for prefix in _PREFIXES:
        stem = folded.removeprefix(prefix)
        if stem != folded and (known(stem, 4) or (len(stem) > _LONG and stem in counts.words)):
            return True
    cuts = range(3, len(folded) - 2) if len(folded) > _LONG else ()
    return any(known(folded[:cut], 3) and known(folded[cut:], 3) for cut in cuts)


def _one_slip(folded: str, counts: Counts) -> str:
    """The likeliest word one slip away, if there is one: by the kind of slip, then the commonest."""
    near = [word for word in one_edit(folded) if counts.words.get(word, 0) >= _COMMON]
    return max(near, key=lambda word: (_likeliness(folded, word), counts.words[word]), default="")


def _likeliness(found: str, meant: str) -> int:
    """A doubled letter written once ("realy") or two that changed places come first, a lost letter next."""
    if len(found) == len(meant):
        return 2 if sorted(found) == sorted(meant) else 0
    shorter, longer = sorted((found, meant), key=len)
    doubled = any(
        one == other and longer[:at] + longer[at + 1 :] == shorter
        for at, (one, other) in enumerate(pairwise(longer))
    )
    return 2 if doubled else int(len(meant) > len(found))


def _is_meant(found: str, meant: str, counts: Counts) -> bool:
    """Whether a suggestion is a common word, and like enough to be what was meant."""
    is_like = abs(len(found) - len(meant)) <= 2 and len(set(found) & set(meant)) >= len(set(found)) - 2
    return is_like and counts.words.get(meant, 0) >= _COMMON


def _is_sure(reading: Reading, start: int, nearest: str) -> bool:
    if not nearest:
        return False
    before = reading.text[:start].rstrip(" “\"'(")
    begins = not before or before[-1] in ".?!\n:"
    return begins or nearest in _CAPITAL_WORDS


_COMMON = 3_000_000
_VERY_COMMON = 8_000_000
_LONG = 6
_PREFIXES = (
    "de",
    "mis",
    "co",
    "re",
    "un",
    "non",
    "multi",
    "micro",
    "pre",
    "sub",
    "over",
    "under",
    "inter",
    "anti",
    "mid",
    "semi",
    "super",
    "off",
    "out",
    "up",
)
_SMALL_WORDS = (
    lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.MODALS | lexicon.BE_FORMS
)
_TEXTED = words("ur lol lmao rofl omg btw imo imho tbh idk thx thnx tks pls plz ppl ttyl brb tmrw tmw luv")
_CAPITAL_WORDS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december english spanish french german sincerely regards yours
    dear
    """
)
