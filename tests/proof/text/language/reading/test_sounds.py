from __future__ import annotations

import pytest

from eitherway.proof.text.language.reading.sounds import article_before


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (
            "an",
            "apple hour heir honour honest X-ray FBI MSc A+ 8 11 18 unimportant umbrella e-mail RSPCA SQL M3",
        ),
        ("a", "house unit user European one-off U-turn NATO 7 100 UX BA yard ukulele hotel Euro B2"),
        ("", "historic historian herb LAMP"),
    ],
)
def test_what_is_said_before_a_word(article: str, words: str) -> None:
    assert {word: article_before(word) for word in words.split()} == dict.fromkeys(words.split(), article)
