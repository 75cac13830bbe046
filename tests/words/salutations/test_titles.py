from __future__ import annotations

import pytest

from eitherway.words.salutations.titles import begins_with_office, is_title
from tests.words.salutations.names import LABELLED, NAMES, TITLES


@pytest.mark.parametrize("text", TITLES)
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(("text", "title"), LABELLED.items())
def test_the_labelled_titles_and_names(text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize("text", ["", "42", "..."])
def test_without_a_letter_nobody_is_named(text: str) -> None:
    assert is_title(text)


def test_an_office_may_be_of_anything() -> None:
    assert begins_with_office("Head of Learning and Growth")
    assert not begins_with_office("Ana of Northwind")
