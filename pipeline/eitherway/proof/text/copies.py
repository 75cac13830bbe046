"""Letters of one panel that are too much alike: people on a panel compare what they got."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.fingerprints import fingerprinted
from eitherway.proof.prose.found import WHOLE_LETTER, finding
from eitherway.proof.prose.likeness import key
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.masks import masks
from eitherway.proof.prose.passages import body, sentences, words
from eitherway.words.comparison import quote

HELD, TOLD = 0.50, 0.35
"""The share of a letter that stands in another one too, from which on it is an error, and a warning."""

RUN = 4
"""Words in a row that make a passage."""

SAME_SENTENCE = 0.75
"""How alike (difflib's ratio over words) two sentences are that say the same in other words."""

MOST_WORDS = 1500
"""What is compared of a letter, as comparing takes the product of the lengths."""

NAME = "name"
NOBODY = Known()


class Passage(NamedTuple):
    """A sentence: where it stands, and its words with the names masked."""

    span: Span
    words: tuple[str, ...]


NOWHERE = Passage(WHOLE_LETTER, ())


class Letter(NamedTuple):
    """What is compared of a letter: its sentences, how many words they have, and all runs of words."""

    passages: Sequence[Passage]
    length: int
    runs: frozenset[tuple[str, ...]]


class Copy(NamedTuple):
    """How much of two letters is the same, and where the longest piece of it stands in each."""

    share: float
    one: Span
    other: Span


def near_copies(panel: Sequence[Manuscript], known: Known = NOBODY) -> list[list[Finding]]:
    """For each letter of a panel what tells of the letter that it is most like, if it is too like one.

    Likeness is the larger of two shares, with all names masked: runs of four words of the shorter letter that
    stand in the other (containment: Broder, "On the resemblance and containment of documents", 1997), and
    words in sentences that are nearly the same.
    """
    if len(panel) < 2:
        return [[] for _ in panel]
    letters = [_letter(_passages(manuscript, known)) for manuscript in panel]
    worst: list[tuple[float, int, Span] | None] = [None] * len(panel)
    for first in range(len(panel)):
        for second in range(first + 1, len(panel)):
            copy = _compared(letters[first], letters[second])
            for mine, theirs, span in ((first, second, copy.one), (second, first, copy.other)):
                if copy.share >= TOLD and copy.share > (worst[mine] or (0.0,))[0]:
                    worst[mine] = (copy.share, theirs, span)
    return [
        [fingerprinted(_near_copy(panel, *found), manuscript)] if found else []
        for manuscript, found in zip(panel, worst, strict=True)
    ]


def _near_copy(panel: Sequence[Manuscript], share: float, other: int, span: Span) -> Finding:
    whose = (
        f"the letter to {quote(panel[other].to.full)}"
        if panel[other].to.full
        else "another letter of the panel"
    )
    return finding(
        FindingCode.NEAR_COPY,
        Severity.ERROR if share >= HELD else Severity.WARNING,
        f"{share:.0%} of this letter also stands in {whose}. Say what only the two of you talked about.",
        span,
    )


def _passages(manuscript: Manuscript, known: Known) -> list[Passage]:
    """The sentences between salutation and close; of a name "name" for the first word, "" for the others."""
    hidden = masks(manuscript, known)
    start, end = body(manuscript.text)
    found = [word for word in words(manuscript.text) if start <= word.start < end][:MOST_WORDS]
    starts = [word.start for word in found]
    said = [key(word.text) for word in found]
    for first, last in hidden:
        for place in range(bisect_left(starts, first), bisect_left(starts, last)):
            said[place] = NAME if starts[place] == first else ""
    passages = [
        Passage(span, tuple(filter(None, said[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])))
        for span in sentences(manuscript.text)
        if start <= span[0] < end
    ]
    return [passage for passage in passages if passage.words]


def _compared(one: Letter, other: Letter) -> Copy:
    """Of the shorter letter, how much stands in the longer one, and the longest sentence of it."""
    if one.length > other.length:
        share, theirs, mine = _compared(other, one)
        return Copy(share, mine, theirs)
    alike = [(passage, twin) for passage in one.passages if (twin := _twin(passage, other.passages))]
    share = sum(len(passage.words) for passage, _ in alike) / max(one.length, 1)
    longest, its_twin = max(alike, key=lambda pair: len(pair[0].words), default=(NOWHERE, NOWHERE))
    contained = len(one.runs & other.runs) / len(one.runs) if one.runs else 0.0
    return Copy(max(share, contained), longest.span, its_twin.span)


def _letter(passages: Sequence[Passage]) -> Letter:
    told = [word for passage in passages for word in passage.words]
    runs = zip(*(told[start:] for start in range(RUN)), strict=False)
    return Letter(passages, len(told), frozenset(runs))


def _twin(passage: Passage, others: Sequence[Passage]) -> Passage | None:
    """The first sentence that says nearly the same."""
    said = frozenset(passage.words)
    for other in others:
        if passage.words == other.words:
            return other
        # No more words can match than those that both have, and hardly two sentences have so many.
        both = sum(map(said.__contains__, other.words))
        if 2 * both >= SAME_SENTENCE * (len(passage.words) + len(other.words)):
            matcher = SequenceMatcher(a=other.words, b=passage.words, autojunk=False)
            if matcher.quick_ratio() >= SAME_SENTENCE and matcher.ratio() >= SAME_SENTENCE:
                return other
    return None
