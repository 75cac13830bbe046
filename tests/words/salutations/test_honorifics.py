from __future__ import annotations

import pytest

from eitherway.words.salutations.honorifics import divided, in_language


@pytest.mark.parametrize(
    ("name", "honorific", "rest"),
    [
        ("Dr. Ngozi Okafor", "Dr.", "Ngozi Okafor"),
        ("dr Ngozi Okafor", "dr", "Ngozi Okafor"),
        ("Dr.Ngozi Okafor", "Dr.", "Ngozi Okafor"),
        ("The Rev. Dr. King", "Rev. Dr.", "King"),
        ("Frau Weber", "Frau", "Weber"),
        ("Atty. Cruz", "Atty.", "Cruz"),
        ("Mr. Judge", "Mr.", "Judge"),
        ("Judge", "", "Judge"),
        ("J. Smith", "", "J. Smith"),
        ("The Anh", "", "The Anh"),
        ("Dean Smith", "", "Dean Smith"),
        ("", "", ""),
    ],
)
def test_divided(name: str, honorific: str, rest: str) -> None:
    assert divided(name) == (honorific, rest)


@pytest.mark.parametrize(
    ("typed", "american", "british"),
    [
        ("Dr.", "Dr.", "Dr"),
        ("Ms", "Ms.", "Ms"),
        ("Prof. Dr.", "Prof. Dr.", "Prof Dr"),
        ("Judge", "Judge", "Judge"),
        ("", "", ""),
    ],
)
def test_the_stop_is_the_languages(typed: str, american: str, british: str) -> None:
    assert (in_language(typed, "en-US"), in_language(typed, "en-GB")) == (american, british)
