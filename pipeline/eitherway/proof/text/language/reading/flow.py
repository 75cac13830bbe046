"""A text as the model of likelihoods reads it: one run of words, without what one does not hear."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading.ngrams import NOBODY, Ngrams
from eitherway.proof.text.language.reading.reading import Reading, Sentence, Token

Array = NDArray[Any]
EDGE = "<s>"
"""The word that begins a sentence."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Words, their numbers, and the token that each is; all of one length.

    A name, a number or a word that the model does not know is "", and has NOBODY's number. A sentence begins
    with EDGE and has two that nobody knows after it. No token is known of a part of a word with hyphens.
    """

    words: list[str]
    numbers: Array
    tokens: list[Token | None]


def flow_of(sentences: Iterable[Sentence], ngrams: Ngrams) -> Flow:
    """The sentences one after the other."""
    words: list[str] = []
    tokens: list[Token | None] = []
    for sentence in sentences:
        words += ["", EDGE]
        tokens += [None, None]
        for token in sentence.tokens:
            heard = _heard(token, ngrams, is_last=token is sentence.tokens[-1])
            if heard == [""] and token.masked and tokens[-1] is not None and tokens[-1].masked:
                continue
            words += heard
            tokens += [token if len(heard) == 1 else None] * len(heard)
        words += ["", ""]
        tokens += [None, None]
    return Flow(words, np.array([ngrams.number(word) for word in words], np.int64), tokens)


@dataclass(frozen=True, eq=False)
class Together:
    """Readings as one flow, so that a model is asked but once of all; `ends` is where each of them ends."""

    readings: Sequence[Reading]
    flow: Flow
    ends: Sequence[int]

    def sorted(self, found: Iterable[tuple[int, Callable[[Reading], Finding]]]) -> list[list[Finding]]:
        """Of each reading what was found in it, by the place in the flow and what makes a finding of it."""
        told: list[list[Finding]] = [[] for _ in self.readings]
        for place, finding in found:
            at = bisect_right(self.ends, place)
            told[at].append(finding(self.readings[at]))
        return told


def together(readings: Sequence[Reading], ngrams: Ngrams) -> Together:
    """The readings one after the other."""
    flows = [flow_of(reading.prose, ngrams) for reading in readings]
    words = [word for flow in flows for word in flow.words]
    numbers = np.concatenate([np.array([], np.int64), *(flow.numbers for flow in flows)])
    flow = Flow(words, numbers, [token for flow in flows for token in flow.tokens])
    return Together(readings, flow, [*accumulate(len(each.words) for each in flows)])


def _heard(token: Token, ngrams: Ngrams, *, is_last: bool) -> list[str]:
    """The words of a token; "" for one that the model does not know."""
    if token.masked or token.text[0].isdigit():
        return [""]
    if not token.is_word:
        return [] if token.text in _SILENT else ["</s>" if is_last else EDGE]
    if ngrams.number(token.folded) != NOBODY:
        return [token.folded]
    parts = token.folded.replace("/", "-").split("-")
    is_made_up = len(parts) > 1 and all(ngrams.number(part) != NOBODY for part in parts)
    return parts if is_made_up else [""]


_SILENT = frozenset(",\"“”'‘’")
