from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eitherway.proof.text.language.reading.reading import NOTHING, Around
from tests.proof.text.language.readings import reading

LETTER = (
    "Dear Dr. Müller,\n\nThank you for the e-mail at 9 a.m. on Tuesday. Mr. Ross paid $1,200.50 for it!\n\n"
    "Is it sent?\n\nYours sincerely,\n\nTunde Bello"
)


def test_sentences_end_at_full_stops_that_end_something() -> None:
    sentences = [" ".join(token.text for token in sentence.tokens) for sentence in reading(LETTER).prose]
    assert sentences == [
        "Thank you for the e-mail at 9 a.m . on Tuesday .",
        "Mr . Ross paid $ 1,200.50 for it !",
        "Is it sent ?",
    ]


def test_salutation_close_and_signature_are_no_prose() -> None:
    prose = [part.is_prose for part in reading(LETTER).paragraphs]
    assert prose == [False, True, True, False, False]
    (closing,) = reading(LETTER).closings
    assert closing.folded(0, 3) == "yours sincerely ,"


def test_a_mask_covers_what_it_touches() -> None:
    page = reading("I met Ann-Marie Cole there.", names=["Marie Cole"])
    assert [token.text for token in page.tokens if token.masked] == ["Ann-Marie", "Cole"]
    assert not page.is_masked(0, 5)


def test_beyond_its_ends_a_sentence_has_nothing() -> None:
    (sentence,) = reading("It works.").prose
    assert sentence[-1] is NOTHING
    assert sentence[9] is NOTHING
    assert Around(sentence, 0).word(1) == "works"


@given(st.text(max_size=200))
def test_tokens_are_the_text_in_order(text: str) -> None:
    tokens = reading(text).tokens
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(first.end <= second.start for first, second in pairwise(tokens))
