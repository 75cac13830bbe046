from __future__ import annotations

from datetime import date

import pytest

from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text.weekdays import weekdays


def told(text: str, written: date | None = None) -> list[str]:
    letter = Manuscript(text, Person("Ann Lee"), written=written)
    return [text[each.start : each.end] for each in weekdays(letter, Known())]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("We met on Tuesday, December 16.", "Tuesday, December 16"),
        ("We met on Thursday 31st December.", "Thursday 31st December"),
        (
            "We meet on Friday, 1 January 2027, and on Saturday the 2nd of January, 2026.",
            "Saturday the 2nd of January, 2026",
        ),
    ],
)
def test_a_weekday_of_another_date_is_told(text: str, wrong: str) -> None:
    assert told(text, date(2026, 12, 20)) == ([] if "31st" in text else [wrong])


def test_the_nearest_year_counts_over_new_year() -> None:
    assert told("We met on Wednesday, December 30.", date(2027, 1, 4)) == []
    assert told("We meet on Monday, January 4.", date(2026, 12, 30)) == []


def test_without_a_year_and_a_day_nothing_is_said() -> None:
    assert told("We met on Tuesday, December 16.") == []
    assert told("We met on Tuesday, February 30.", date(2026, 3, 1)) == []
