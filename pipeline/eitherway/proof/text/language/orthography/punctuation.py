"""Punctuation: full stops that are missing, and commas in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Paragraph, Reading, Sentence
from eitherway.proof.text.language.reading.remarks import remark


def punctuation(reading: Reading) -> Iterator[Finding]:
    """What a sentence or a paragraph lacks or has too much of; `marks` sees to single marks."""
    for paragraph in reading.paragraphs:
        if paragraph.is_prose:
            yield from [] if paragraph.is_item else _last_mark(reading, paragraph)
    for sentence in reading.prose:
        yield from _run_on(reading, sentence)
        yield from _stray_comma(reading, sentence)


def _last_mark(reading: Reading, paragraph: Paragraph) -> Iterator[Finding]:
    """A paragraph of prose that ends in no full stop; a colon may end one, before a list."""
    text = reading.text[paragraph.start : paragraph.end].rstrip().rstrip("\"'”’)]*")
    if not text or text[-1] in ".?!:…—":
        return
    why = "The paragraph ends without a full stop."
    last = re.search(r"[\w’'-]+\W*$", text)
    start = paragraph.start + (last.start() if last else len(text) - 1)
    end = paragraph.start + len(text)
    meant = reading.text[start:end].rstrip(" ,;") + "."
    yield remark(reading, FindingCode.PUNCTUATION, (start, end), meant, why)


def _run_on(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """A word that opens sentences, with its capital, within one: "a medical pump The cause turned"."""
    for place in range(2, len(sentence) - 1):
        before, token, after = sentence[place - 1], sentence[place], sentence[place + 1]
        if token.masked or not before.is_plain or not (after.is_plain or after.folded == "i"):
            continue
        if token.text.istitle() and token.folded in _OPENERS and before.folded not in _TIED_FORWARD:
            why = "A full stop seems to be missing after it."
            meant = f"{before.text}. {token.text}"
            yield remark(reading, FindingCode.PUNCTUATION, (before.start, token.end), meant, why)


def _stray_comma(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """A comma that parts what belongs together: "for, your time", "idea, of opening"."""
    for place in range(1, len(sentence) - 2):
        before, mark, after = sentence[place - 1], sentence[place], sentence[place + 1]
        if mark.text not in {",", ";"} or before.masked or after.masked:
            continue
        if _parts_a_phrase(sentence, place):
            why = "No comma belongs here."
            meant = f"{before.text} {after.text}"
            yield remark(reading, FindingCode.PUNCTUATION, (before.start, after.end), meant, why)


def _parts_a_phrase(sentence: Sentence, place: int) -> bool:
    before, after = sentence[place - 1].folded, sentence[place + 1].folded
    if before in _NEVER_BEFORE_COMMA and after not in _PARENTHESES:
        return before not in lexicon.PREPOSITIONS or after in _AFTER_PREPOSITION
    if before in _OPENING_THAT_CLAUSE and after in {"that", "whether", "if"} and place < 5:
        return True
    return after == "of" and sentence[place + 2].folded.endswith("ing") and before in _NOUNS_WITH_OF


_OPENERS = words(
    """
    the this these those it we they he she you there my our your if when what please thank after
    before since although while because
    """
)
_TIED_FORWARD = (
    lexicon.PREPOSITIONS
    | lexicon.DETERMINERS
    | lexicon.CONJUNCTIONS
    | lexicon.BE_FORMS
    | {"called", "named", "titled"}
)
_NEVER_BEFORE_COMMA = words("the a an my your our their its to for with into from of at very")
_PARENTHESES = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.ADVERBS | {"however", "too", "though", "or", "and"}
)
_AFTER_PREPOSITION = lexicon.DETERMINERS | lexicon.OBJECTS | {"you", "taking", "meeting", "showing"}
"""What a preposition is followed by; before others it may end a clause: "nobody can fail at, such"."""

_OPENING_THAT_CLAUSE = words(
    """
    wondered wonder asked know think thought believe hope ask said mentioned
    """
)
_NOUNS_WITH_OF = words(
    """
    idea way plan chance hope possibility thought prospect aim goal intention
    """
)
