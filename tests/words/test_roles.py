"""Roles as advertisements write them, and as one says them."""

from __future__ import annotations

import pytest

from eitherway.words.roles import spoken_role


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Data Analyst (m/w/d)", "Data Analyst"),
        ("Data Analyst (m/f/x)", "Data Analyst"),
        ("Chargé de mission H/F", "Chargé de mission H/F"),
        ("Chargé de mission (H/F)", "Chargé de mission"),
        ("Verpleegkundige (m/v/x), Utrecht", "Verpleegkundige, Utrecht"),
        ("Koch (w|m|d)", "Koch"),
        ("Koch (m, w, divers)", "Koch"),
        ("Head of Sales (all genders)", "Head of Sales"),
        ("Head of Sales (gn*)", "Head of Sales"),
        ("Entwickler m/w/d", "Entwickler"),
        ("Entwickler - m/w/d", "Entwickler"),
        ("Engineer (I/O)", "Engineer (I/O)"),
        ("Nurse (M)", "Nurse (M)"),
        ("A/B tester", "A/B tester"),
        ("(m/w/d)", "(m/w/d)"),
    ],
)
def test_the_mark_that_anybody_may_apply_is_not_said(typed: str, said: str) -> None:
    assert spoken_role(typed) == said
