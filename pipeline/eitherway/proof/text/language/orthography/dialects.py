"""American words in a British letter, and British ones in an American letter."""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Reading, Token
from eitherway.proof.text.language.reading.remarks import like, remark
from eitherway.proof.text.language.reading.variants import to_american, to_british


def dialect(reading: Reading) -> Iterator[Finding]:
    """Each word that only the other side of the Atlantic writes so.

    Words that both allow stand in no list: -ize and -ization in Britain, "grey", "towards" or "whilst" there.
    """
    us = reading.manuscript.dialect is Dialect.US
    table = to_american() if us else to_british()
    side, other = ("American", "British") if us else ("British", "American")
    for place, token in enumerate(reading.tokens):
        if token.masked or (token.folded in _ONLY_SOMETIMES and not _means_it(reading, place)):
            continue
        for start, end, word in _parts(token):
            meant = table.get(word)
            if meant and not _is_title(reading, token):
                why = f"This is {other} spelling, and the letter is in {side} English."
                yield remark(
                    reading, FindingCode.DIALECT, (start, end), like(reading.text[start:end], meant), why
                )


def _parts(token: Token) -> Iterator[tuple[int, int, str]]:
    at = token.start
    for part in token.folded.split("-"):
        word = part.removesuffix("'s")
        yield at, at + len(word), word
        at += len(part) + 1


def _is_title(reading: Reading, token: Token) -> bool:
    """Whether it is part of a proper name that the workbook does not know: "the Labor Day parade"."""
    if not token.text[0].isupper():
        return False
    around = reading.text[max(token.start - 2, 0) : token.start]
    starts_sentence = not around.strip() or around.strip()[-1:] in '.?!:“"' or "\n" in around
    after = reading.text[token.end :].lstrip()[:1]
    return not starts_sentence or after.isupper()


def _means_it(reading: Reading, place: int) -> bool:
    """Whether a word that both sides have is used here as only one of them would.

    In British English "license" is a verb and "practice" a noun; a computer's program is one everywhere.
    """
    tokens = reading.tokens[max(place - 4, 0) : place + 5]
    word = reading.tokens[place].folded
    before = [token.folded for token in reading.tokens[max(place - 2, 0) : place]]
    if word.startswith("program"):
        return not _COMPUTING & {token.folded for token in tokens}
    if word == "practice":
        return bool(before) and before[-1] in _BEFORE_VERBS and before[0] not in _BEFORE_TO_NOUN
    return bool(_BEFORE_NOUNS & set(before))


_ONLY_SOMETIMES = words("program programs license licenses practice")
_COMPUTING = words("computer software code python app java compiler bug run write wrote writing written")
_BEFORE_NOUNS = lexicon.DETERMINERS | {"driving", "full", "software", "of", "with"}
_BEFORE_VERBS = lexicon.MODALS | {"to", "i", "we", "you"}
_BEFORE_TO_NOUN = words("back due approach in")
