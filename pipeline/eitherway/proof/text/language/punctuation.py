"""Punctuation: stops that are missing, doubled or in the wrong place, and what opens but does not close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language import lexicon
from eitherway.proof.text.language.lexicon import words
from eitherway.proof.text.language.reading import Paragraph, Reading, Sentence
from eitherway.proof.text.language.remarks import remark


def punctuation(reading: Reading) -> Iterator[Finding]:
    """What a sentence or a paragraph lacks or has too much of; `marks` sees to single marks."""
    for paragraph in reading.paragraphs:
        if paragraph.is_prose:
            yield from [] if paragraph.is_item else _last_mark(reading, paragraph)
            yield from _unmatched(reading, paragraph)
    for sentence in reading.prose:
        yield from _run_on(reading, sentence)
        yield from _question(reading, sentence)
        yield from _stray_comma(reading, sentence)
        yield from _comma_after_opening(reading, sentence)


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


def _unmatched(reading: Reading, paragraph: Paragraph) -> Iterator[Finding]:
    text = reading.text[paragraph.start : paragraph.end]
    if paragraph.is_item:
        text = _without_mark(text)
    for opening, closing in ("()", "[]", "“”"):
        if text.count(opening) != text.count(closing):
            mark = opening if text.count(opening) > text.count(closing) else closing
            at = paragraph.start + text.index(mark)
            why = f"“{opening}” and “{closing}” come in pairs, and one of them is missing in this paragraph."
            yield remark(reading, FindingCode.PUNCTUATION, (at, at + 1), None, why)
    if len(re.findall(r"(?<!\d)\"", text)) % 2:
        at = paragraph.start + text.index('"')
        why = "A quotation mark is opened or closed without the other."
        yield remark(reading, FindingCode.PUNCTUATION, (at, at + 1), None, why)


def _without_mark(item: str) -> str:
    """An item of a list with blanks for its "1)", so that all else stays in its place."""
    mark = item.split(maxsplit=1)[0]
    return item.replace(mark, " " * len(mark), 1)


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


def _question(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """A direct question that ends in a full stop; a request ("Could you please ...") may."""
    last = sentence[len(sentence) - 1]
    if last.text != "." or len(sentence) < 5:
        return
    first, second = sentence[0].folded, sentence[1].folded
    if first == "were" and any(token.folded in _UNREAL for token in sentence.tokens):
        return
    if (first in _ASKING and second in _ASKED) or (first in _ASKING_WORDS and second in _ASKING):
        before = sentence[len(sentence) - 2]
        why = "This is a question."
        meant = f"{before.text}?"
        yield remark(reading, FindingCode.PUNCTUATION, (before.start, last.end), meant, why)


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
        return True
    if before in _OPENING_THAT_CLAUSE and after in {"that", "whether", "if"} and place < 5:
        return True
    return after == "of" and sentence[place + 2].folded.endswith("ing") and before in _NOUNS_WITH_OF


def _comma_after_opening(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """A set phrase at the start that is always set off before a pronoun: "On reflection my answer"."""
    for length in (2, 3):
        if sentence.folded(0, length) in _SET_OFF and sentence[length].folded in _SUBJECTS_OF_CLAUSE:
            last, subject = sentence[length - 1], sentence[length]
            why = "A comma belongs after the opening phrase."
            meant = f"{last.text}, {subject.text}"
            yield remark(reading, FindingCode.PUNCTUATION, (last.start, subject.end), meant, why)
    if sentence[0].folded in {
        "however",
        "therefore",
        "furthermore",
        "moreover",
        "nevertheless",
        "additionally",
    }:
        first, subject = sentence[0], sentence[1]
        if subject.folded in _SUBJECTS_OF_CLAUSE and subject.folded != "you":
            why = "A comma belongs after the opening word."
            meant = f"{first.text}, {subject.text}"
            yield remark(reading, FindingCode.PUNCTUATION, (first.start, subject.end), meant, why)


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
_ASKING = words(
    """
    is are was were do does did can will has have am isn't aren't don't doesn't didn't
    """
)
_UNREAL = lexicon.MODALS | words("i'd you'd he'd she'd we'd they'd")
_ASKED = words("i you he she it we they there this that")
_ASKING_WORDS = words("when where why how")
_NEVER_BEFORE_COMMA = words("the a an my your our their its to for with into from of at very")
_PARENTHESES = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.ADVERBS | {"however", "too", "though", "or", "and"}
)
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
_SET_OFF = frozenset(
    [
        "on reflection",
        "in addition",
        "for example",
        "for instance",
        "of course",
        "in fact",
        "as discussed",
        "in short",
        "in conclusion",
        "as promised",
        "in my view",
        "in my opinion",
        "in my experience",
        "as a result",
        "more than anything",
        "above all",
        "at present",
        "first of all",
        "after all",
    ]
)
_SUBJECTS_OF_CLAUSE = lexicon.SUBJECTS | lexicon.POSSESSIVES
