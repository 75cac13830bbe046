"""Slips of the hand: a word typed twice, blanks in the wrong place, "a" for "an"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.reading import Reading, Token
from eitherway.proof.text.language.reading.remarks import like, remark
from eitherway.proof.text.language.reading.sounds import article_before


def doubled_words(reading: Reading) -> Iterator[Finding]:
    """A word that stands twice in a row, with nothing but blanks between, be it across a line's end."""
    for first, second in pairwise(reading.tokens):
        if _is_repeated(reading, first, second):
            why = "The same word stands twice in a row."
            yield remark(
                reading,
                FindingCode.DOUBLED_WORD,
                (first.start, second.end),
                first.text,
                why,
                severity=Severity.ERROR,
            )
    for window in zip(*(reading.tokens[start:] for start in range(4)), strict=False):
        if window[0].folded == window[2].folded and _is_pair_twice(reading, window):
            span, meant = (window[0].start, window[3].end), f"{window[0].text} {window[1].text}"
            why = "The same words stand twice in a row."
            yield remark(reading, FindingCode.DOUBLED_WORD, span, meant, why, severity=Severity.ERROR)


def spacing(reading: Reading) -> Iterator[Finding]:
    """Two blanks in a row, or a tab; the span has a sign on either side, to hold more than blanks."""
    for match in _BLANKS.finditer(reading.text):
        before, after = match.start() - 1, match.end()
        message = f"There {_counted(match.group())} between {_beside(reading.text, match)}. Leave one blank."
        meant = f"{reading.text[before]} {reading.text[after]}"
        yield Finding(FindingCode.SPACING, Severity.WARNING, message, before, after + 1, (meant,))


def articles(reading: Reading) -> Iterator[Finding]:
    """As in "a" before a vowel sound, "an" before a consonant sound."""
    for first, second in pairwise(reading.tokens):
        if (
            first.masked
            or first.folded not in {"a", "an"}
            or not reading.text[first.end : second.start].isspace()
        ):
            continue
        meant = article_before(second.text)
        if meant and meant != first.folded and _is_article(reading, first, second):
            why = f"“{second.text}” begins with a {'vowel' if meant == 'an' else 'consonant'} sound."
            yield remark(
                reading,
                FindingCode.A_AN,
                first.span,
                like(first.text, meant),
                why,
                severity=Severity.ERROR,
            )


def _counted(blanks: str) -> str:
    if "\t" in blanks:
        return "is a tab"
    return f"are {_NUMBERS.get(len(blanks), len(blanks))} blanks"


def _beside(text: str, blanks: re.Match[str]) -> str:
    """The words before and after, each as long as a message can quote it."""
    before = text[: blanks.start()].rsplit(maxsplit=1)[-1]
    after = text[blanks.end() :].split(maxsplit=1)[0]
    return f"“{before[-_LONGEST:]}” and “{after[:_LONGEST]}”"


def _is_repeated(reading: Reading, first: Token, second: Token) -> bool:
    if first.folded != second.folded:
        return _is_repeated_part(reading, first, second)
    between = reading.text[first.end : second.start]
    if not between.isspace() or "\n\n" in between or not first.text[0].isalpha():
        return False
    if first.masked and second.masked and first.text == second.text:
        return False
    return first.folded not in _RIGHTLY_TWICE


def _is_pair_twice(reading: Reading, window: tuple[Token, ...]) -> bool:
    """As in "for the for the pattern", but not "house to house to house" or "more and more and"."""
    one, two, three, four = window
    if (one.folded, two.folded) != (three.folded, four.folded) or one.folded == two.folded:
        return False
    if any(not token.text.isalpha() or token.masked for token in window) or two.folded in _LINKING:
        return False
    between = reading.text[one.start : four.end]
    return one.folded in lexicon.CLOSED and "\n" not in between and not re.search(r"[^\w\s]", between)


def _is_repeated_part(reading: Reading, first: Token, second: Token) -> bool:
    """Whether it is "hour hour-long"."""
    if "-" not in second.folded or reading.text[first.end : second.start] != " ":
        return False
    return second.folded.split("-")[0] == first.folded and first.text.isalpha() and len(first.text) > 1


def _is_article(reading: Reading, first: Token, second: Token) -> bool:
    """Whether a capital A is no grade, key or blood group: "an A in maths", "vitamin A is"."""
    if first.text != "A":
        return True
    before = reading.text[: first.start].rstrip(" ")
    return not before or before[-1] in ".?!\n“\"'‘(:"


_RIGHTLY_TWICE = frozenset({"had", "that", "bora", "pago", "bye", "hear", "there", "walla", "baden", "duran"})
_LINKING = frozenset({"and", "or", "to", "by", "after", "in", "on", "upon"})
_NUMBERS = {2: "two", 3: "three"}
_LONGEST = 40
_BLANKS = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0\t]*)(?=\S)")
