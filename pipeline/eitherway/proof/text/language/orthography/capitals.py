"""Capitals: at a sentence's start, in "I", in days, months, nations and names, and else nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known
from eitherway.proof.prose.named import FEW_WORKBOOKS
from eitherway.proof.prose.passages import MANY, blocks
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import NOTHING, Reading, Sentence, Token
from eitherway.proof.text.language.reading.remarks import remark


def capitals(reading: Reading) -> Iterator[Finding]:
    """Every small letter that should be a capital, and capitals on ordinary words within a sentence."""
    for sentence in reading.prose:
        yield from _first_word(reading, sentence)
        yield from _within(reading, sentence)
    for place, token in enumerate(reading.tokens):
        yield from _the_word_i(reading, token)
        yield from _always_capital(reading, place)


def _first_word(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    first = next((token for token in sentence.tokens if token.is_word or token.text[0].isdigit()), NOTHING)
    if first.masked or reading.begins_item(first.start) or _goes_on(reading.text, first.start):
        return
    if first.text[:1].islower() and first.text[1:].islower() | (len(first.text) == 1):
        yield _capital(reading, first, "A sentence begins with a capital.")


def _goes_on(text: str, start: int) -> bool:
    """Whether no sentence ends before it: after a quoted question ("Why me?" you asked), in "take.mp3"."""
    before = text[max(start - 8, 0) : start]
    return bool(_IN_A_NAME.search(before) or _AFTER_QUOTATION.search(before))


def _the_word_i(reading: Reading, token: Token) -> Iterator[Finding]:
    if token.text[0] == "i" and token.folded in _I_FORMS and not token.masked:
        around = reading.text[max(token.start - 1, 0) : token.start] + reading.text[token.end : token.end + 2]
        if not re.search(r"[(/&@_]|\.\w", around):
            yield _capital(reading, token, "The word “I” is always a capital.")


def _always_capital(reading: Reading, place: int) -> Iterator[Finding]:
    token = reading.tokens[place]
    if token.masked or not token.text[0].islower():
        return
    if (
        token.folded.removesuffix("'s").rstrip("s") in _DAYS
        or token.folded in _MONTHS
        or (token.folded in _PEOPLES and not (token.folded == "polish" and _is_done(reading, place)))
    ):
        yield _capital(reading, token, "Days, months, languages and nations begin with a capital.")
    elif token.folded in _MONTH_OR_WORD and _is_date(reading, token):
        yield _capital(reading, token, "Months begin with a capital.")


def _is_done(reading: Reading, place: int) -> bool:
    """Whether somebody polishes something: "I'd polish the punch"."""
    before = reading.tokens[place - 1].folded if place else ""
    after = reading.tokens[place + 1].folded if place + 1 < len(reading.tokens) else ""
    does = before in lexicon.SUBJECTS | lexicon.MODALS | {"to", "and", "of"} or before.endswith("'d")
    return does or after in lexicon.DETERMINERS


def _is_date(reading: Reading, token: Token) -> bool:
    before = reading.text[: token.start].rstrip()
    after = reading.text[token.end :].lstrip()
    day_before = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)?$", before)
    if token.folded == "august" and not re.search(
        r"(?i)\b(?:an?|the|most|so|such|this|your|that|more)$", before
    ):
        return True
    if day_before or re.match(r"\d{1,2}(?:st|nd|rd|th)?\b|\d{4}\b", after):
        return True
    return bool(re.search(r"\b(?:in|since|last|next|by|early|late|mid|of|until)$", before)) and bool(
        re.match(r"[.,?]|and I\b|I\b", after)
    )


def names(reading: Reading, known: Known) -> Iterator[Finding]:
    """A name, company or role of the workbook that stands in the letter with other capitals than there.

    Only a small first letter counts, and only where the name's own first letter is a capital: a role is
    rightly in small letters in running prose ("an analyst"), so roles are left out.
    """
    manuscript, text = reading.manuscript, reading.text
    others = (person.full for person in manuscript.others)
    own = _index((manuscript.company, manuscript.to.full, manuscript.sender, *others))
    for at, block in blocks(text):
        found = dict.fromkeys((*_beginning(block, own), *_of_workbook_in(block, known)))
        for start, name in sorted(found, key=itemgetter(0)):
            span = (at + start, at + start + len(name))
            if not _GOES_ON.match(text, span[1]):
                why = "In the workbook it is written with a capital."
                yield remark(reading, FindingCode.CAPITALS, span, name, why)


class _Index(NamedTuple):
    """Names by their text in any case, and by their first words in any case how long they are."""

    names: Mapping[str, Sequence[str]]
    lengths: Mapping[str, Collection[int]]


def _beginning(block: str, index: _Index) -> Iterator[tuple[int, str]]:
    """The names that stand, in any case, where a word begins with a small letter, and where each stands."""
    small = _small_words(block)
    for word in small.keys() & index.lengths.keys():
        for start, length in product(small[word], index.lengths[word]):
            names = index.names.get(_any_case(block[start : start + length]), ())
            yield from ((start, name) for name in names if len(name) == length)


@lru_cache(maxsize=MANY)
def _small_words(block: str) -> Mapping[str, Sequence[int]]:
    """Where words that begin with a small letter stand, by the word in any case."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _FIRST_WORD.finditer(block):
        if match[0][0].islower():
            found[_any_case(match[0])].append(match.start())
    return found


@lru_cache(maxsize=MANY)
def _of_workbook_in(block: str, known: Known) -> tuple[tuple[int, str], ...]:
    return tuple(_beginning(block, _of_workbook(known)))


@lru_cache(maxsize=FEW_WORKBOOKS)
def _of_workbook(known: Known) -> _Index:
    return _index((*known.companies, *known.people))


def _index(names: Iterable[str]) -> _Index:
    """Of these names those that begin with a capital and are no ordinary words."""
    found: dict[str, list[str]] = defaultdict(list)
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        if name[:1].isupper() and (" " in name.strip() or name.lower() not in _ORDINARY_NAMES):
            found[_any_case(name)].append(name)
            lengths[_any_case(_AFTER_WORD.split(name, maxsplit=1)[0])].add(len(name))
    return _Index(found, lengths)


def _any_case(text: str) -> str:
    """The form in which a capital is its small letter, the Turkish i with and without a dot too."""
    return text.translate(_ONE_I).casefold()


def _within(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """An ordinary verb or small word with a capital, between two ordinary words."""
    for place in range(1, len(sentence) - 1):
        token, before, after = sentence[place], sentence[place - 1], sentence[place + 1]
        follows_word = before.is_plain or (place == 1 and before.is_word and not before.masked)
        if not (follows_word and after.is_plain) or token.masked or not token.text.istitle():
            continue
        if token.folded in _NEVER_CAPITAL and len(token.text) > 1:
            why = "It has a capital in the middle of a sentence."
            yield remark(reading, FindingCode.CAPITALS, token.span, token.text.lower(), why)


def _capital(reading: Reading, token: Token, why: str) -> Finding:
    meant = token.text[0].upper() + token.text[1:]
    return remark(reading, FindingCode.CAPITALS, token.span, meant, why, severity=Severity.ERROR)


_IN_A_NAME = re.compile(r"[\w/\\)][.?!]$|\s\.$")
_AFTER_QUOTATION = re.compile(r"(?:[?!…]|\.\.\.)[\"”’')]+ $")
_FIRST_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]\w*")
_AFTER_WORD = re.compile(r"\W")
_GOES_ON = re.compile(r"[\w@]")
_ONE_I = str.maketrans("ıİ", "ii")
_I_FORMS = frozenset({"i", "i'm", "i'd", "i'll", "i've"})
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words("january february april june july september october november december")
_MONTH_OR_WORD = words("march may august")
_PEOPLES = words(
    """
    english french german spanish italian portuguese dutch greek turkish arabic hebrew hindi urdu
    punjabi bengali tamil chinese mandarin cantonese japanese korean vietnamese thai russian ukrainian
    polish czech hungarian romanian swedish norwegian danish finnish icelandic irish scottish welsh
    british american canadian australian mexican brazilian indian african asian european yoruba igbo
    swahili amharic somali tagalog persian farsi london paris berlin madrid rome dublin edinburgh
    glasgow cardiff belfast manchester birmingham leeds bristol liverpool chicago boston seattle houston
    dallas denver atlanta philadelphia detroit miami minneapolis duluth montana texas california florida
    ohio oregon michigan wisconsin minnesota virginia colorado arizona nevada england scotland wales
    ireland britain france germany spain italy europe america canada australia africa asia mexico brazil
    japan china india christmas easter
    """
) - {"turkey"}
_ORDINARY_NAMES = words(
    """
    will may mark grant rose grace hope joy faith dean chance bill art june april
    """
)
_NEVER_CAPITAL = (
    words(
        """
    accept consider enclose discuss receive appreciate enjoy provide include require explain believe
    want need hope know think thank please look forward hear meet met give gave make made take took send
    sent tell told ask asked join joined
    """
    )
    | lexicon.PREPOSITIONS
    | lexicon.POSSESSIVES
    | lexicon.OBJECTS
    | lexicon.MODALS - {"may", "will"}
    | lexicon.BE_FORMS
    | lexicon.HAVE_FORMS
    | (lexicon.CONJUNCTIONS - {"or"})
) - {"i've", "i'll"}
