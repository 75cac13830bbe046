from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.proof.text.language.reading.flow import EDGE, flow_of
from eitherway.proof.text.language.reading.ngrams import NOBODY, Ngrams, read_ngrams
from tests.proof.text.language.readings import reading


@pytest.fixture(scope="module")
def ngrams() -> Ngrams:
    return read_ngrams()


def likelihood(ngrams: Ngrams, words: str) -> float:
    numbers = [np.array([ngrams.number(word)]) for word in words.split()]
    return exp(ngrams.logarithms(*numbers)[0])


def test_a_word_is_likely_after_two_that_it_follows(ngrams: Ngrams) -> None:
    assert likelihood(ngrams, "looking forward to") > 0.5
    assert likelihood(ngrams, "i have worked") > 10 * likelihood(ngrams, "i have works")


def test_a_word_is_as_likely_as_anywhere_after_one_that_nobody_knows(ngrams: Ngrams) -> None:
    assert likelihood(ngrams, "qzx qzx work") == pytest.approx(likelihood(ngrams, "to qzx work"))
    assert ngrams.number("qzx") == NOBODY
    assert likelihood(ngrams, "i have qzx") == 1


@given(st.sampled_from(["to", "of the", "i have", "<s> thank", "for your"]))
def test_what_may_follow_is_no_more_than_certain(ngrams: Ngrams, before: str) -> None:
    first, second = ([NOBODY] * 2 + [ngrams.number(word) for word in before.split()])[-2:]
    every = np.flatnonzero(np.arange(len(ngrams.single)) != ngrams.beginning)
    total = np.exp(ngrams.logarithms(np.full_like(every, first), np.full_like(every, second), every)).sum()
    assert 0.8 < total < 1.2


def test_each_word_beside_all_others_is_what_pairs_tell(ngrams: Ngrams) -> None:
    to, every = ngrams.number("to"), np.arange(len(ngrams.single))
    nobody, one = np.full_like(every, NOBODY), np.full_like(every, to)
    inner = every != ngrams.beginning
    after = ngrams.logarithms(nobody, every, one)
    assert np.allclose(ngrams.after_all(to), after)
    assert np.allclose(ngrams.before_all(to)[inner], ngrams.logarithms(nobody, one, every)[inner])


def test_a_flow_hears_no_marks_and_knows_no_names(ngrams: Ngrams) -> None:
    letter = reading("Well, Noor Haddad's team shipped 12 follow-ups; it works.", names=["Noor Haddad's"])
    flow = flow_of(letter.prose, ngrams)
    assert [word or "?" for word in flow.words] == (
        f"? {EDGE} well ? team shipped ? follow ups {EDGE} it works </s> ? ?".split()
    )
    assert [token.text for token in flow.tokens if token] == (
        ["Well", "Noor", "team", "shipped", "12", ";", "it", "works", "."]
    )
