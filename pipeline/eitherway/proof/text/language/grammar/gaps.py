"""Small words left out: where the trigram model and all that stands around say that one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar.likelier import Change, parted_leads
from eitherway.proof.text.language.grammar.weighing import Leads, Window, surely
from eitherway.proof.text.language.reading.flow import Flow, Together
from eitherway.proof.text.language.reading.ngrams import NOBODY, Ngrams
from eitherway.proof.text.language.reading.reading import Reading, Token
from eitherway.proof.text.language.reading.remarks import remark

if TYPE_CHECKING:
    from eitherway.proof.text.language.engines.engines import Engines

Array = NDArray[Any]

SMALL = tuple(
    """
    a an the to of in on at for with be been is are am was were have has had do did i you we it that and from
    by as about not my your our his her their who which would will could can me us him them so than if or when
    but into up out this there
    """.split()  # noqa: SIM905 - words are easier to read than as many quoted strings
)
"""The words that may have been left out."""

SURE = 4.0
"""So surely it is told, as log odds; DECISIONS.md says what that finds and alarms."""


class Gap(NamedTuple):
    """A place before which a small word may be missing, and what speaks for it."""

    place: int
    window: Window
    leads: Leads


def left_out(text: Together, engines: Engines) -> list[list[Finding]]:
    """Of each reading, the small words that are missing, the surest first."""
    gaps = list(gaps_of(text.flow, engines.ngrams))
    weighed = zip(surely(((gap.window, gap.leads) for gap in gaps), engines.counts), gaps, strict=True)
    best = {gap.place: (sure, gap) for sure, gap in sorted(weighed) if sure > SURE}
    told = [gap for _, gap in sorted(best.values(), reverse=True)]
    return text.sorted((gap.place, partial(_finding, text.flow, gap)) for gap in told)


def gaps_of(flow: Flow, ngrams: Ngrams) -> Iterator[Gap]:
    """Where each of the small words would make the text likelier."""
    places = gap_places(flow)
    if not len(places):
        return
    before, after = (flow.numbers[places + offset] for offset in (-1, 0))
    now = ngrams.logarithms(np.full_like(before, NOBODY), before, after)
    after_word, before_word = _beside(ngrams)
    found = np.argwhere(after_word[before] + before_word[after] - now[:, np.newaxis] > _LEAST_NEAR)
    changes = [Change(int(places[at]), 0, SMALL[word], 0) for at, word in found.tolist()]
    heard = [_heard(flow, place) for place in range(len(flow.words))]
    for change, parts in zip(changes, parted_leads(flow, changes, ngrams).T.tolist(), strict=True):
        leads, place = Leads(*parts), change.place
        if leads.whole > 0 and change.word not in (heard[place - 1], heard[place]):
            third, further, near, after_it, later = heard[place - 3 : place + 2]
            yield Gap(place, Window(change.word, (near, further, third), (after_it, later)), leads)


def gap_places(flow: Flow) -> Array:
    """The places of words before which a word may be missing: nothing but a blank stands before them."""
    pairs = enumerate(pairwise(flow.tokens), start=1)
    return np.array([place for place, pair in pairs if _are_neighbours(*pair)], np.int64)


def _are_neighbours(first: Token | None, second: Token | None) -> bool:
    """Whether both are words, with one blank between them."""
    return bool(first and second and first.is_word and second.is_word and second.start == first.end + 1)


def _heard(flow: Flow, place: int) -> str:
    """The word there, also one that the model does not know."""
    word, token = flow.words[place], flow.tokens[place]
    if word or token is None:
        return word
    return "<n>" if token.masked else "<#>" if token.text[0].isdigit() else token.folded


@lru_cache(maxsize=1)
def _beside(ngrams: Ngrams) -> tuple[Array, Array]:
    """A row for each word: how likely each of the small words is after it, and it after each of them.

    The last row is that of NOBODY.
    """
    numbers = np.array([ngrams.number(word) for word in SMALL])
    after = np.column_stack([ngrams.after_all(number) for number in numbers])
    before = np.column_stack([ngrams.before_all(number) for number in numbers])
    return np.vstack([after, ngrams.single[numbers]]), np.vstack([before, np.zeros(len(numbers))])


def _finding(flow: Flow, gap: Gap, reading: Reading) -> Finding:
    before, token = flow.tokens[gap.place - 1 : gap.place + 1]
    word = gap.window.word
    assert before is not None, "a gap is after a word"
    assert token is not None, "and before one"
    why = f"The word “{word}” seems to be missing."
    span = (before.start, token.end)
    return remark(reading, FindingCode.GRAMMAR, span, f"{before.text} {word} {token.text}", why)


_LEAST_NEAR = -1.0
"""What two neighbours have to tell for a word before those beyond them are asked."""
