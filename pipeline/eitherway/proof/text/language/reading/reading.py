"""A letter as its reader meets it: paragraphs, sentences, words and marks, each at its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from eitherway.proof.prose.manuscript import Manuscript, Span
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.tags import Tags


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a punctuation mark; `folded` is its lower-case form with a straight apostrophe.

    `masked` says that it is part of a name, a company, a role or an address, or one of the user's own words;
    `tag` is its part of speech as in `tags.py`, empty where nobody knows.
    """

    text: str
    folded: str
    start: int
    end: int
    masked: bool
    tag: str = ""

    @property
    def span(self) -> Span:
        """From its first letter up to, but not including, what follows."""
        return self.start, self.end

    @property
    def is_word(self) -> bool:
        """Whether it has a letter in it."""
        return self.text[:1].isalpha() or any(character.isalpha() for character in self.text)

    @property
    def is_plain(self) -> bool:
        """Whether it is an ordinary word in small letters, so neither a name nor a title."""
        return not self.masked and self.text.islower()


NOTHING = Token("", "", -1, -1, False)
"""What stands before the first and after the last token of a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens from one full stop to the next; asking beyond its ends gives NOTHING."""

    tokens: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        tokens = self.tokens
        return tokens[place] if 0 <= place < len(tokens) else NOTHING

    def folded(self, place: int, count: int = 1) -> str:
        """`count` tokens from `place` on, in lower case, with a blank between them."""
        return " ".join(self[at].folded for at in range(place, place + count))


class Around(NamedTuple):
    """A place in a sentence, asked for what stands near it."""

    sentence: Sentence
    place: int

    def token(self, offset: int) -> Token:
        """The token that many places further on; before it, if less than nothing."""
        tokens, place = self.sentence.tokens, self.place + offset
        return tokens[place] if 0 <= place < len(tokens) else NOTHING

    def word(self, offset: int) -> str:
        """The same in lower case."""
        tokens, place = self.sentence.tokens, self.place + offset
        return tokens[place].folded if 0 <= place < len(tokens) else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's place in the text, whether it is running prose, and whether it is an item of a list.

    A salutation, a close and a signature are not prose: no sentence is expected of them. An item of a list
    may begin in small letters and end in any mark, or none.
    """

    start: int
    end: int
    is_prose: bool
    is_item: bool = False


@dataclass(frozen=True)
class Reading:
    """A manuscript with its masked spans, cut up on demand; every check of the language reads one."""

    manuscript: Manuscript
    masks: Sequence[Span]
    tags: Tags = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The letter, as it was handed in."""
        return self.manuscript.text

    def is_masked(self, start: int, end: int) -> bool:
        """Whether any part of the span belongs to a name or another masked span."""
        before = bisect_right(self._mask_starts, end - 1)
        return any(mask_end > start for _, mask_end in self._sorted_masks[:before])

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs; lines broken within one (an address, a signature) count as one each."""
        spans = [match.span() for match in _LINE.finditer(self.text)]
        return [
            Paragraph(start, end, self._is_prose(start, end), bool(_ITEM.match(self.text, start)))
            for start, end in spans
        ]

    @cached_property
    def prose(self) -> list[Sentence]:
        """The sentences of running prose."""
        return [
            sentence
            for paragraph in self.paragraphs
            if paragraph.is_prose
            for sentence in self._sentences(paragraph)
        ]

    @cached_property
    def closings(self) -> list[Sentence]:
        """The lines that close the letter, as "Yours sincerely,"."""
        ends = [
            part
            for part in self.paragraphs
            if not part.is_prose
            and self.text[part.end - 1] == ","
            and not self.text.startswith("Dear", part.start)
        ]
        return [sentence for part in ends for sentence in self._sentences(part)]

    def begins_item(self, start: int) -> bool:
        """Whether nothing but the mark of a list's item, as "-" or "2.", stands before it on its line."""
        line = self.text.rfind("\n", 0, start) + 1
        return bool(_ITEM.fullmatch(self.text, line, start))

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens of the letter, its salutation and signature included."""
        return [self._token(match) for match in _TOKEN.finditer(self.text)]

    @cached_property
    def _sorted_masks(self) -> list[Span]:
        return sorted(self.masks)

    @cached_property
    def _mask_starts(self) -> list[int]:
        return [start for start, _ in self._sorted_masks]

    def _is_prose(self, start: int, end: int) -> bool:
        words = self.text[start:end].split()
        if words[0] == "Dear":
            return False
        return len(words) > _LONGEST_CLOSE or words[-1][-1] in ".?!"

    def _token(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        word = match.group()
        folded = word.lower().replace("’", "'")
        return Token(word, folded, start, end, self.is_masked(start, end), self.tags.get(start, ""))

    def _sentences(self, paragraph: Paragraph) -> Iterator[Sentence]:
        tokens = [token for token in self.tokens if paragraph.start <= token.start < paragraph.end]
        first = 0
        for place, token in enumerate(tokens):
            if token.text[0] in ".?!" and self._ends_sentence(tokens, place):
                yield Sentence(tuple(tokens[first : place + 1]))
                first = place + 1
        if tokens[first:]:
            yield Sentence(tuple(tokens[first:]))

    def _ends_sentence(self, tokens: Sequence[Token], place: int) -> bool:
        """A stop that belongs to a name ("Acme Inc.") or an abbreviation ends one only before a capital."""
        before, stop = tokens[place - 1] if place else NOTHING, tokens[place]
        after = tokens[place + 1] if place + 1 < len(tokens) else NOTHING
        if stop.text != "." or not (stop.masked or before.folded in ABBREVIATIONS):
            return after.text != "," and not (stop.text.startswith("..") and after.text[:1].islower())
        return before.folded not in _BEFORE_NAMES and after.text[:1].isupper() and not after.masked


ABBREVIATIONS = words(
    """
    mr mrs ms dr prof rev hon st jr sr inc ltd co corp dept no vs etc eg ie approx ext tel fig vol jan
    feb mar apr jun jul aug sep sept oct nov dec a.m p.m e.g i.e u.s u.k ph.d m.d b.a m.a b.sc m.sc d.c
    lb lbs oz ft hr hrs ed eng mus phil min mins sec secs yr yrs wk wks avg max misc
    """
)
"""What is written with a full stop that ends no sentence."""

_BEFORE_NAMES = words("mr mrs ms dr prof rev hon st no vs e.g i.e eg ie")
_LONGEST_CLOSE = 7
_LINE = re.compile(r"\S[^\n]*")
_ITEM = re.compile(r"[ \t]*(?:[-–—•◦▪·*]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_TOKEN = re.compile(
    r"[^\s@]{1,64}+@[^\s@]+\w"  # an e-mail address
    r"|(?:[^\W\d_]\.){2,}(?=\w)[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_](?=\.)"  # a.m, U.S, without the last full stop
    r"|\d+(?:[.,:]\d+)*\w*"  # a number, a time, an ordinal
    r"|\w+(?:[-'’/&+](?=\w)\w+)*[+#]*"  # a word, with its hyphens and apostrophes
    r"|[.?!]+|[^\w\s]"
)
