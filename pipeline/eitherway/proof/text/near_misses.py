"""Names that are nearly those of the workbook: misspelt, without accents, divided or joined otherwise."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category, normalize

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.likeness import LONG, begin_alike, is_slip, key, same_letters, slips
from eitherway.proof.prose.manuscript import Known, Manuscript, Person, Span
from eitherway.proof.prose.named import (
    Kind,
    Named,
    accepted,
    family,
    own_names,
    own_people,
)
from eitherway.proof.prose.parted import FIRST, Names, Parted, parted_names, workbook_names_parted
from eitherway.proof.prose.passages import MANY, Word, blocks, words, words_in, words_of
from eitherway.words.comparison import quote
from eitherway.words.names import folded
from eitherway.words.salutations.honorifics import bare as bare_title
from eitherway.words.salutations.honorifics import divided, is_honorific

MOST_WORDS = 6
"""Words that a name's text may be divided into and still be found as the same letters."""

SURE = 6
"""From this length on a single word that is one slip off a name is hardly another word."""

_DATES = frozenset(name.casefold() for name in (*day_name, *month_name) if name)


def near_misses(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """A word or a few that are nearly a name: of this letter's people, company and role, or of another row's.

    The slips allowed grow with a word's length; a name of several words needs one of them right beside it.
    What consists of the user's own words is left alone, and so is what the greeting has as the workbook gives
    it: the honorific as the language writes it, the name as in Greet as.
    """
    own = accepted(known)
    for miss in _misses(manuscript, known):
        written, greeting = manuscript.text[miss.start : miss.end], _alike(manuscript.greeting or "")
        if not own.issuperset(folded(word) for word in words_of(written)) and not re.search(
            rf"(?<!\w){re.escape(_alike(written))}(?!\w)", greeting
        ):
            yield miss


class Miss(NamedTuple):
    """What is nearly a name, and where in its block; `letters` are those of a name of several words with a
    slip in it, which may be another name's, as they should be.
    """

    start: int
    end: int
    named: Named
    letters: str = ""


def _misses(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    text = manuscript.text
    mine = parted_names(own_names(manuscript))
    others = workbook_names_parted(known)
    for at, block in blocks(text):
        for severity, misses in (
            (Severity.ERROR, _in_block(block, mine)),
            (Severity.WARNING, _of_workbook(block, known)),
        ):
            for miss in misses:
                if miss.letters not in mine.whole and miss.letters not in others.whole:
                    yield _near(text, (at + miss.start, at + miss.end), miss.named, severity)
    yield from _single(manuscript, words(text), others)


@lru_cache(maxsize=MANY)
def _of_workbook(block: str, known: Known) -> tuple[Miss, ...]:
    return tuple(_in_block(block, workbook_names_parted(known)))


def _in_block(block: str, names: Names) -> Iterator[Miss]:
    said = _said(block)
    if not names.starts.isdisjoint(said.starts):
        yield from _same_letters(block, said.keys, names)
    if not names.by_word.keys().isdisjoint(said.keys):
        yield from _phrases(block, said.keys, names)


class Said(NamedTuple):
    """The keys of a block's words, and what they begin with."""

    keys: Sequence[str]
    starts: frozenset[str]


@lru_cache(maxsize=MANY)
def _said(block: str) -> Said:
    keys = tuple(key(word.text) for word in words_in(block))
    return Said(keys, frozenset(letters[:FIRST] for letters in keys))


def _same_letters(block: str, keys: Sequence[str], names: Names) -> Iterator[Miss]:
    """The letters of a name with other accents, hyphens, apostrophes, blanks or capitals."""
    found = words_in(block)
    for at in range(len(found)):
        if keys[at] and keys[at][:FIRST] not in names.starts:
            continue
        letters = ""
        for last in range(at, min(at + MOST_WORDS, len(found))):
            if last > at and not _beside(block, found[last - 1], found[last]):
                break
            letters += keys[last]
            parted = names.whole.get(letters) or names.whole.get(letters.removesuffix("s"))
            if parted and (wrong := _written_otherwise(block, found[at : last + 1], parted.named)):
                yield Miss(*wrong, parted.named)
            if not names.begins(letters):
                break


def _written_otherwise(text: str, window: Sequence[Word], named: Named) -> Span | None:
    """The span, unless these letters are written as the name is, or differ in capitals that are free."""
    start, end = window[0].start, _end(window[-1], named.text)
    written, right = _alike(text[start:end]), _alike(named.text)
    if key(written) != key(right) or written == right or written.isupper():
        return None
    if written[0].islower() and right[0].isupper():
        return None
    if written.casefold() == right.casefold():
        begins = window[0].first and written[1:] == right[1:]
        return None if begins or named.kind is Kind.ROLE else (start, end)
    return start, end


def _phrases(block: str, keys: Sequence[str], names: Names) -> Iterator[Miss]:
    """Names of several words with a slip in some of them; the others stand where they should."""
    found = words_in(block)
    seen = set()
    for at, letters in enumerate(keys):
        for place, parted in names.by_word.get(letters, ()):
            first, last = at - place, at - place + len(parted.keys)
            if first < 0 or last > len(found) or (first, parted.named) in seen:
                continue
            seen.add((first, parted.named))
            window = found[first:last]
            if _nearly(block, window, parted):
                end = _end(window[-1], parted.named.text)
                yield Miss(window[0].start, end, parted.named, "".join(keys[first:last]))


def _nearly(text: str, window: Sequence[Word], parted: Parted) -> bool:
    """Whether each word is the name's or so near it, and not all are; a role's plural is no slip."""
    if parted.words[0][0].isupper() and not window[0].capital:
        return False
    if parted.named.kind is not Kind.PERSON and sum(word.capital for word in window) < len(window) / 2:
        return False
    off = []
    for word, said, right in zip(window, parted.words, parted.keys, strict=True):
        one = key(_unpossessive(word.text, said))
        if one != right:
            if not _is_slip_beside(one, right):
                return False
            off.append((one, right))
    if not off or off == [(parted.keys[-1] + "s", parted.keys[-1])]:
        return False
    return all(_beside(text, one, other) for one, other in pairwise(window))


def _single(manuscript: Manuscript, found: Sequence[Word], others: Names) -> Iterator[Finding]:
    """One word, after a title or alone, that is nearly a name of this letter's people or its company."""
    text = manuscript.text
    targets = _single_names(manuscript)
    mine = {key(name) for name in targets} | _DATES
    of_parts = [person for person in own_people(manuscript) if len(family(person).split()) > 1]
    for at, word in enumerate(found):
        if not word.capital or word.text == "I":
            continue
        titled = at > 0 and found[at - 1].capital and is_honorific(found[at - 1].text)
        yield from _dropped(text, of_parts, found, at, titled)
        written = key(_unpossessive(word.text))
        if written in mine or written in others.by_word or written in others.whole:
            continue
        if not titled and _among_capitals(text, found, at):
            continue
        names = [
            name for name in targets if not titled or _may_follow(found[at - 1], targets[name], manuscript)
        ]
        nearest = next((name for name in names if _is_slip(written, key(name), titled, word.first)), None)
        if nearest:
            sure = titled or (len(written) >= SURE and not word.first and not (at and found[at - 1].first))
            yield _near(
                text,
                (word.start, _end(word, nearest)),
                targets[nearest],
                Severity.ERROR if sure else Severity.WARNING,
            )


def _single_names(manuscript: Manuscript) -> Mapping[str, Named]:
    """Each word of the letter's people, and its company's first."""
    people = {
        word: Named(word, Kind.PERSON, person.full)
        for person in own_people(manuscript)
        for word in person.full.split()
        if word[0].isupper() and len(key(word)) > 1 and not is_honorific(word)
    }
    company = manuscript.company.split()[:1]
    return people | {
        word: Named(word, Kind.COMPANY, manuscript.company) for word in company if len(word) > SURE - 2
    }


def _may_follow(title: Word, named: Named, manuscript: Manuscript) -> bool:
    """Whether a name goes with a title: a family name, and a short one only with its owner's own title."""
    addressed = [person for person in own_people(manuscript) if person.full != manuscript.sender]
    owner = next((person for person in addressed if person.full == named.whole), None)
    if owner is None or named.text not in family(owner).split():
        return False
    return len(key(named.text)) >= LONG or bare_title(owner.honorific) in ("", bare_title(title.text))


@lru_cache(maxsize=MANY)
def _is_slip(written: str, right: str, titled: bool, first: bool) -> bool:
    """Short words are near too many others: alone they must at least begin alike or be the same letters."""
    if titled:
        return _is_slip_beside(written, right)
    if len(right) < SURE:
        alike = begin_alike(written, right) or same_letters(written, right)
        return not first and len(right) > 2 and alike and is_slip(written, right, 1)
    return is_slip(written, right, 1 if first else slips(len(right)))


def _dropped(
    text: str, people: Sequence[Person], found: Sequence[Word], at: int, titled: bool
) -> Iterator[Finding]:
    """The last word of a family name without what belongs before it: "Ms. Berg" for "Ms. van der Berg"."""
    word = found[at]
    for person in people:
        parts = family(person).split()
        if len(parts) < 2 or _unpossessive(word.text) != parts[-1]:
            continue
        before = text[: word.start].split()[-(len(parts) - 1) :]
        if [key(part) for part in before] != [key(part) for part in parts[:-1]] and (
            titled or not _among_capitals(text, found, at)
        ):
            name = Named(family(person), Kind.PERSON, person.full)
            yield _near(text, (word.start, _end(word, parts[-1])), name, Severity.WARNING)


def _among_capitals(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether it stands beside another capital, as part of a longer name; a sentence's first is none."""
    before = at > 0 and _beside(text, found[at - 1], found[at]) and found[at - 1]
    after = at + 1 < len(found) and _beside(text, found[at], found[at + 1]) and found[at + 1]
    return bool(
        (before and before.capital and not before.first and before.text != "I")
        or (after and after.capital and after.text != "I")
    )


def _near(text: str, span: Span, named: Named, severity: Severity) -> Finding:
    written = quote(text[span[0] : span[1]])
    whole = f" of {quote(named.whole)}" if named.whole != named.text else ""
    message = (
        f"{written} is nearly {named.kind.value} {quote(named.text)}{whole}, "
        "but not written as in the workbook."
    )
    return finding(FindingCode.NAME_NEAR_MISS, severity, message, span, named.text)


@lru_cache(maxsize=MANY)
def _is_slip_beside(written: str, right: str) -> bool:
    """Beside words that are right, or after a title, even a short word is recognised; a number is none."""
    if right.isdigit() or len(right) < 2:
        return False
    return same_letters(written, right) or is_slip(written, right, max(1, slips(len(right))))


def _beside(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start].strip(" .\n\u00a0-") == "" and not other.first


def _unpossessive(word: str, right: str = "") -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") and right[-2:] not in ("'s", "’s") else word


def _end(word: Word, right: str) -> int:
    return word.start + len(_unpossessive(word.text, right))


@lru_cache(maxsize=MANY)
def _alike(name: str) -> str:
    """One Unicode form, one apostrophe, one blank, no pictures, no stop at the end or after a title.

    What is left out is no slip of the writer's.
    """
    shown = "".join(sign for sign in normalize("NFC", name) if category(sign) != "So")
    honorific, rest = divided(shown.replace("’", "'").replace("ʼ", "'").rstrip("."))
    return f"{honorific.replace('.', '')} {rest}".strip()
