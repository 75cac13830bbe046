"""A letter's text in parts: words, sentences, salutation, body; spans count code points of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from eitherway.proof.prose.manuscript import Span

FEW = 512  # letters that are read together, check by check

MANY = 2048  # blocks and sentences: those that many letters share are used again and again, and stay

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ.‑-][^\W_]+)*|&")
_SENTENCE_END = re.compile(r"[.!?]+[\"”’)]*(?=\s|$)(?!(?<=\b[Nn]o\.)\s*\d)|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|rev|revd|hon|sr|jr|st|mt|sgt|capt|lt|col|gen)"
    r"|\b(?:inc|ltd|co|corp|dept|vs|approx)"
    r"|(?<!['’])\b[a-z]|\be\.g|\bi\.e|\ba\.m|\bp\.m)\.$",
    re.IGNORECASE,
)
_GREETED = re.compile(
    r"\s*(?P<opener>my dear|dear(?:est)?|hello(?: again)?|hi(?:ya| there)?|hey(?: there)?|howdy|aloha"
    r"|g['’]day|hola|bonjour|bonsoir|salut|ciao|buongiorno|buenos d[ií]as|buenas tardes|ol[aá]|guten tag"
    r"|hallo|moin|servus|hej|ahoj|shalom|salaa?m|assalamu ?alaikum|namaste|namaskar|sawubona|kia ora"
    r"|m[oō]rena|talofa|bula|greetings|respected|esteemed|honou?red|yo|alright|all right|[ae]y up|howzit"
    r"|(?:(?:a very )?good )?(?:morning|afternoon|evening|day))\b"
    r"[ \t]*(?:,[ \t]+)?(?P<name>[^\n]*?)(?P<more>,[ \t]+(?-i:[a-z])[^\n]*)?(?=\n|$)",
    re.IGNORECASE,
)
_WITHOUT_DEAR = re.compile(
    r"\s*(?P<name>to whom[^\n]*|(?:attention|attn)\b[^\n]*"
    r"|(?:[^\n.!?]|(?<=[^\W\d_])\.(?= ?(?-i:[A-Z]))){1,60}[,:])(?=[ \t]*(?:\n|$))",
    re.IGNORECASE,
)
_HELLO_AFTER = re.compile(r",\s+(?:hi|hello|hey|good \w+)$", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?=\s|$)\s*")
_SHORT_LINE = 80
_OPENED = re.compile(r"\s|[^\W_]")
_MOST_OPENING = 8  # quotation marks and brackets between the start of a sentence and its first word
_END_OF_NAME = " \t,:;!.–—-"


class Word(NamedTuple):
    """A word of the text, where it stands, and whether a sentence begins with it."""

    text: str
    start: int
    end: int
    first: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class Found(NamedTuple):
    """A span of a text, and why it is to be looked at."""

    start: int
    end: int
    why: str = ""

    @property
    def span(self) -> Span:
        return self.start, self.end


class Salutation(NamedTuple):
    """The first line: what opens it ("Dear", "" for "To whom ..."), and who is greeted, where that stands."""

    opener: str
    name: str
    start: int
    end: int
    line_end: int


@lru_cache(maxsize=FEW)
def blocks(text: str) -> tuple[tuple[int, str], ...]:
    """What empty lines part, and where each begins: paragraphs, the salutation, the lines of a signature."""
    return tuple((match.start(), match.group()) for match in _BLOCK.finditer(text))


def by_block(text: str, find: Callable[[str], Iterable[Found]]) -> Iterator[Found]:
    """What is found in each block, at its place in the text.

    What `find` remembers of a block (`lru_cache`) holds for all letters that have it.
    """
    for at, block in blocks(text):
        for start, end, why in find(block):
            yield Found(start + at, end + at, why)


@lru_cache(maxsize=FEW)
def sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences; an empty line ends one, the point of "Dr." does not."""
    return tuple((at + start, at + end) for at, block in blocks(text) for start, end in sentences_in(block))


@lru_cache(maxsize=MANY)
def sentences_in(text: str) -> tuple[Span, ...]:
    """Likewise, of a block."""
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(trimmed for span in spans if (trimmed := _trimmed(text, span)))


@lru_cache(maxsize=FEW)
def words(text: str) -> tuple[Word, ...]:
    """The words in order; "O'Brien", "Al-Sayed" and "e.g" are one word each, "&" is one."""
    return tuple(
        Word(said, at + start, at + end, first)
        for at, block in blocks(text)
        for said, start, end, first in words_in(block)
    )


@lru_cache(maxsize=MANY)
def words_in(text: str) -> tuple[Word, ...]:
    """Likewise, of a block."""
    begins = [start for start, _ in sentences_in(text)]
    found = []
    for match in _WORD.finditer(text):
        start = match.start()
        sentence = begins[max(bisect_right(begins, start) - 1, 0)]
        first = start - sentence <= _MOST_OPENING and not _OPENED.search(text, sentence, start)
        found.append(Word(match.group(), start, match.end(), first))
    return tuple(found)


def words_of(name: str) -> list[str]:
    """The same words of a name: very many names would push the letter out of what is kept."""
    return _WORD.findall(name)


@lru_cache(maxsize=FEW)
def salutation(text: str) -> Salutation | None:
    """Whom the first line greets; None if it is no greeting."""
    match = _GREETED.match(text) or _WITHOUT_DEAR.match(text)
    if match is None or len(match.group()) > _SHORT_LINE:
        return None
    name = _HELLO_AFTER.sub("", match.group("name").rstrip(_END_OF_NAME))
    if match.group("name")[len(name) :].startswith(".") and _ABBREVIATION.search(name + "."):
        name += "."
    start = match.start("name")
    opener = match.groupdict().get("opener") or ""
    return Salutation(opener, name, start, start + len(name), match.end())


def body(text: str) -> Span:
    """From after the salutation up to the sign-off: the last short paragraphs without a sentence in them."""
    greeted = salutation(text)
    start = greeted.line_end if greeted else 0
    end = len(text)
    for paragraph in reversed(list(re.finditer(r"[^\n]+", text[start:]))):
        if len(paragraph.group().split()) > 6 or paragraph.group().rstrip().endswith((".", "?", "!")):
            return start, start + paragraph.end()
        end = start + paragraph.start()
    return start, end


def sentence_with(words: str, text: str) -> str:
    """The sentence of a letter that holds the words, "" where none does."""
    start = text.find(words)
    if start < 0:
        return ""
    before = text.rfind("\n", 0, start) + 1
    begins = max((stop.end() for stop in _STOP.finditer(text, before, start)), default=before)
    stop = _STOP.search(text, start + len(words))
    end = text.find("\n", start + len(words))
    ends = min(stop.end() if stop else len(text), end if end >= 0 else len(text))
    return text[begins:ends].strip()


def sentence_around(text: str, start: int) -> Span:
    """The sentence in which a code point stands; (start, start) outside all."""
    spans = sentences(text)
    before = bisect_right(spans, start, key=itemgetter(0)) - 1
    return spans[before] if before >= 0 and start < spans[before][1] else (start, start)


def _trimmed(text: str, span: Span) -> Span | None:
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    end = span[0] + len(piece.rstrip())
    return (start, end) if start < end else None
