"""Words that are in no dictionary: which are misspelt, and which are names or terms of a trade."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.likeness import distance
from eitherway.proof.prose.manuscript import Dialect, Span
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.edits import one_edit
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.remarks import like, remark
from eitherway.proof.text.language.reading.variants import spellings

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines.engines import Engines, Speller


def misspelling(
    reading: Reading, engines: Engines, start: int, end: int, suggestions: Sequence[str]
) -> Finding | None:
    """What to say of a word that one dictionary does not know; None where another source knows it.

    Those are Hunspell's dictionary, where chunspell is installed, a list of words of many trades, and the
    counts, whose words were all taken from dictionaries; plain compounds are words too.

    Trades have words that no dictionary has, so a word is an error only where the slip is sure: one common
    word lies one slip away, and the slip is one that fingers make. It is a warning where a word is
    likely to have been meant, and else only told, as are words made from others ("preparators"), parts
    of hyphenated words and what stands in quotation marks. With a capital inside a sentence it is taken
    for a name, unless it is one slip away from a day, a month or a common word. Code, file names and
    units are left alone.
    """
    word = reading.text[start:end]
    folded = word.lower().replace("’", "'")
    if _is_right(folded, word, engines) or is_code(reading.text, start, end):
        return None
    if folded in _TEXTED:
        why = "This is from text messages. Write it out."
        return remark(reading, FindingCode.SPELLING, (start, end), None, why, severity=Severity.ERROR)
    if _is_borrowed(reading.text, start, end):
        return None
    slip = _one_slip(folded, engines)
    if not slip and (_is_rare(folded, reading, engines) or _is_compound(folded, engines)):
        return None
    return _told(reading, (start, end), slip, suggestions, engines)


def _told(
    reading: Reading, span: Span, slip: str, suggestions: Sequence[str], engines: Engines
) -> Finding | None:
    """How loudly to tell of a word that nothing knows; None for what is taken for a name."""
    word, counts = reading.text[slice(*span)], engines.counts
    folded = word.lower().replace("’", "'")
    nearest = slip or next((near for near in suggestions if _is_meant(folded, near.lower(), counts)), "")
    if not nearest and len(folded) >= _VERY_LONG:
        nearest = next((near for near in suggestions if distance(folded, near.lower(), 1) <= 1), "")
    if word[0].isupper() and not _is_sure(reading, span[0], nearest):
        return None
    meant = like(word, nearest) if nearest else next(iter(suggestions), None)
    severity = _loudness(folded, slip, nearest, engines)
    if severity is not Severity.INFO and (_is_quoted(reading.text, *span) or _is_part(reading.text, *span)):
        severity = Severity.INFO
    why = "This word is in no dictionary." if severity is Severity.INFO else "This looks misspelt."
    return remark(reading, FindingCode.SPELLING, span, meant, why, severity=severity)


def _loudness(folded: str, slip: str, nearest: str, engines: Engines) -> Severity:
    """An error for a sure slip, a warning for a likely one."""
    if not nearest or len(folded) < 3:
        return Severity.INFO
    likeliness = _likeliness(folded, slip) if slip else 0
    common = engines.counts.words.get(nearest.lower(), 0)
    if _is_derived(folded, engines) and not (likeliness == 2 and common >= _VERY_FREQUENT):
        return Severity.INFO
    if not slip and _is_other(folded, nearest.lower()):
        return Severity.INFO
    if slip and (len(folded) >= _LONG or likeliness == 2 or common >= _FREQUENT):
        is_unsure = len(folded) - likeliness <= _SHORT and (likeliness == 0 or common < _MOST_FREQUENT)
        return Severity.WARNING if (is_unsure and likeliness < 2) or folded == f"{slip}s" else Severity.ERROR
    return Severity.WARNING if not slip or common >= _VERY_FREQUENT else Severity.INFO


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
    if len(word) == 1 or any(sign.isupper() or sign.isdigit() for sign in word[1:]) or not word.isascii():
        return True
    folded, word = (_CLITIC.sub("", form) for form in (folded, word))
    forms = {folded, folded.removesuffix("s")}
    if spellings(folded) or not forms.isdisjoint(_trade_words()):
        return True
    stem = folded.removesuffix("s")
    spelled = (folded, word, stem) if len(stem) >= _VERY_LONG else (folded, word)
    if engines.speller and any(map(engines.speller.spell, spelled)):
        return True
    return engines.counts.words.get(folded, 0) >= _COMMON


@cache
def _trade_words() -> frozenset[str]:
    return frozenset(" ".join(lexicon.lines("trades.txt")).split())


def _is_borrowed(text: str, start: int, end: int) -> bool:
    """Whether it is part of a phrase taken over from another language: "force majeure", "mise en place"."""
    around = text[max(start - _LONGEST_PHRASE, 0) : end + _LONGEST_PHRASE]
    at = min(start, _LONGEST_PHRASE)
    phrases = (match.span() for match in _borrowed().finditer(around))
    return any(first <= at and at + end - start <= last for first, last in phrases)


@cache
def _borrowed() -> re.Pattern[str]:
    phrases = sorted(lexicon.lines("borrowed.txt"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _is_rare(folded: str, reading: Reading, engines: Engines) -> bool:
    """Whether it is a word of the counts, and no likelier a slip of another, as "changable" is.

    What an American letter writes otherwise ("anodised") is none there.
    """
    counts = engines.counts.words
    commonest = max((counts[near] for near in _near(folded, engines.counts)), default=0)
    if counts.get(folded, 0) * _TIMES_AS_COMMON <= commonest:
        return False
    if reading.manuscript.dialect is not Dialect.US or not engines.speller:
        return True
    american = (re.sub(british, meant, folded) for british, meant in _TO_AMERICAN)
    return not any(word != folded and engines.speller.spell(word) for word in american)


def _is_compound(folded: str, engines: Engines) -> bool:
    """Whether it is made of two known words, or of a prefix and one: "offcuts", "handheld", "deburring"."""
    counts, speller = engines.counts.words, engines.speller

    def known(part: str) -> bool:
        least = _VERY_COMMON if len(part) < _SHORT else _KNOWN
        return len(part) > 2 and counts.get(part, 0) >= least and part not in lexicon.CLOSED

    for prefix in _PREFIXES:
        stem = folded.removeprefix(prefix)
        if stem != folded and len(stem) >= _SHORT and (known(stem) or stem in counts):
            return True
        if stem != folded and len(stem) > _SHORT and speller and speller.spell(stem):
            return True
    cuts = range(3, len(folded) - 2) if len(folded) > _LONG else ()
    halves = ((folded[:cut], folded[cut:]) for cut in cuts)
    return any(known(one) and known(other) and other not in _ENDINGS for one, other in halves)


def _one_slip(folded: str, engines: Engines) -> str:
    """The likeliest word one slip away, if there is one: by the kind of slip, then the commonest.

    The counts know abbreviations too ("tue"), which nobody means where the speller knows better.
    """
    counts, speller = engines.counts.words, engines.speller
    near = [word for word in _near(folded, engines.counts) if counts[word] >= _COMMON]
    near.sort(key=lambda word: (_likeliness(folded, word), counts[word]), reverse=True)
    return next((word for word in near if speller is None or _knows(speller, word)), "")


@lru_cache(maxsize=4096)
def _near(folded: str, counts: Counts) -> tuple[str, ...]:
    """The words of the counts that are one slip away."""
    return tuple({word: None for word in one_edit(folded) if word in counts.words})


def _knows(speller: Speller, word: str) -> bool:
    return speller.spell(word) or (len(word) > _SHORT and speller.spell(word.title()))


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


def _is_other(found: str, meant: str) -> bool:
    """Whether three letters or more differ and the consonants too: "blether" is no misspelt "bother"."""
    letters, others = Counter(found), Counter(meant)
    changed = ((letters - others) + (others - letters)).total()
    return changed > 2 and _consonants(found) != _consonants(meant)


def _consonants(word: str) -> str:
    return re.sub(r"[aeiouyhw']|(.)(?=\1)", "", word)


def _is_meant(found: str, meant: str, counts: Counts) -> bool:
    """Whether a suggestion is a common word, and like enough to be what was meant."""
    most = 1 if len(found) <= _LONG else 2 if len(found) < _VERY_LONG else 3
    is_like = (found[0] == meant[0] or most == 1) and distance(found, meant, most) <= most
    return is_like and counts.words.get(meant, 0) >= (_KNOWN if most == 1 else _COMMON)


def _is_derived(folded: str, engines: Engines) -> bool:
    """Whether it is a known word with what makes new ones: "lippage", "hoglets", "tonner", "rehair"."""
    again = next((folded.removeprefix(each) for each in _AGAIN if folded.startswith(each)), "")
    if len(again) >= _SHORT and engines.speller and engines.speller.spell(again):
        return True
    return any(
        stem in engines.counts.words or (engines.speller and engines.speller.spell(stem))
        for ending in _MAKING
        if folded.endswith(ending) and len(folded) > len(ending) + 2
        for stem in _stems(folded.removesuffix(ending))
    )


def _stems(stem: str) -> Iterator[str]:
    """What an ending may have been put to: "blad" is "blade", "lipp" is "lip"."""
    yield from (stem, f"{stem}e")
    if stem[-1] == stem[-2]:
        yield stem[:-1]


def is_code(text: str, start: int, end: int) -> bool:
    """Whether it is part of a file name, code, a domain or a unit: "_v3.mp3", "px/m", ".blend", "6s"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return bool(_CODE_BEFORE.search(before) or _CODE_AFTER.match(after))


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a hyphen ties it to another word: "post-mortem", "un-circled"."""
    return bool(
        _TIED_BEFORE.search(text[max(start - 2, 0) : start]) or _TIED_AFTER.match(text[end : end + 2])
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether it stands in quotation marks with a few words more: a term, or another language."""
    before = re.search(r"[\"“‘'][^\"“”‘’\n.?!]*$", text[max(start - 2 * _LONGEST_PHRASE, 0) : start])
    after = re.match(r"[^\"“”\n]*[\"”’']", text[end : end + 2 * _LONGEST_PHRASE])
    return bool(
        before and after and re.search(r"(?:^|[\s(])[\"“‘'][^\"“”‘\n]*$", text[max(start - 60, 0) : start])
    )


def _is_sure(reading: Reading, start: int, nearest: str) -> bool:
    if not nearest:
        return False
    before = reading.text[:start].rstrip(" “\"'(")
    begins = not before or before[-1] in ".?!\n:"
    return begins or nearest in _CAPITAL_WORDS


_CLITIC = re.compile(r"'(?:s|ll|d|ve|re)$|(?<=s)'$")
_CODE_BEFORE = re.compile(r"[\w)][./]$|[\d_/\\=@#~.$]$")
_CODE_AFTER = re.compile(r"[_/\\=@#~\d]|\.[a-z\d]|[(\[]\S")
_TIED_BEFORE = re.compile(r"\w[-‑]$")
_TIED_AFTER = re.compile(r"[-‑]\w")
_MAKING = words("er ers or ors age ages let lets ie ies ist ists ish ling lings ette ettes")
_AGAIN = ("re", "un", "non", "over", "under")
_COMMON = 3_000_000
_FREQUENT = 100_000_000
_MOST_FREQUENT = 1_000_000_000
_VERY_FREQUENT = 30_000_000
_VERY_COMMON = 8_000_000
_KNOWN = 1_000_000
_SHORT = 4
_LONG = 6
_VERY_LONG = 10
_LONGEST_PHRASE = 30
_TIMES_AS_COMMON = 20
_PREFIXES = words(
    """
    anti bio co de electro geo hydro hyper immuno inter intra mid micro mis multi neuro non off out over peri
    trans photo poly post pre re semi sub super tele ultra un under up
    """
)
_ENDINGS = words("able ally full ness less ment like ship")
_TO_AMERICAN = (
    (r"is(?=e|ing|ation)", "iz"), ("our", "or"), ("ll", "l"), ("[ao]e", "e"), ("(?<=[bt])re", "er"),
)  # fmt: skip
_TEXTED = words("ur lol lmao rofl omg btw imo imho tbh idk thx thnx tks pls plz ppl ttyl brb tmrw tmw luv")
_CAPITAL_WORDS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december english spanish french german sincerely regards yours
    dear
    """
)
