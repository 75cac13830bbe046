from __future__ import annotations

from eitherway.proof.text.language.reading.counts import Counts, read_counts

COUNTS = Counts(
    {"let": 10**9, "me": 2 * 10**9, "know": 5 * 10**8, "no": 2 * 10**9, "cup": 10**8},
    {"let": {"me": 8 * 10**8}, "me": {"know": 3 * 10**8}, "cup": {"of": 5 * 10**7}},
)


def test_the_usual_word_fits_better() -> None:
    assert COUNTS.fit("me", "know", "") > COUNTS.fit("me", "no", "")
    assert COUNTS.fit("let", "me", "know") > COUNTS.fit("let", "me", "no")


def test_words_that_were_never_counted_are_rare_not_impossible() -> None:
    assert COUNTS.fit("", "qwerty", "") < COUNTS.fit("", "cup", "")


def test_how_often_one_follows_another() -> None:
    assert COUNTS.follows("cup", "of") == 0.5
    assert COUNTS.before("me", ["let", "see"]) == 0.4
    assert COUNTS.has("cup", "of")
    assert not COUNTS.has("of", "cup")


def test_the_table_beside_the_module_holds_what_is_common() -> None:
    counts = read_counts()
    assert counts.pair("thank", "you") > 10**8
    assert counts.words["the"] > counts.words["tour"] > 10**6
    assert counts.pair("tour", "qwerty") == 0
