from __future__ import annotations

import pytest

from eitherway.words.salutations.people import people
from tests.words.salutations.names import FULL_NAMES, NAMES, TWO


@pytest.mark.parametrize("text", [*NAMES, *FULL_NAMES, "Sarah, recruiter", "Priya (HR)", "Ana she/they"])
def test_one_person(text: str) -> None:
    assert len(people(text)) == 1


@pytest.mark.parametrize("text", [*TWO, "Ana Silva\nMei Chen", "Ngozi\nOkafor"])
def test_several(text: str) -> None:
    assert len(people(text)) > 1


def test_an_office_is_one_however_many_things_it_is_of() -> None:
    assert people("Head of Learning and Growth") == ["Head of Learning and Growth"]
