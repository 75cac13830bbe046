"""Whom a letter greets, and how."""

from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Person
from eitherway.proof.text.greetings import greeting, title_addressed
from tests.proof.text.letters import KNOWN, found, letter


@pytest.mark.parametrize(
    "dear",
    [
        "Dear Hiring Manager",
        "To Whom It May Concern",
        "Dear Sir or Madam",
        "Dear HR Director",
        "Dear Headteacher",
        "Gentlemen",
    ],
)
def test_a_title_is_an_error_and_the_name_is_suggested(dear: str) -> None:
    (told,) = title_addressed(letter(dear=dear), KNOWN)
    assert told.suggestions in (("Ms. Chen",), ("Dear Ms. Chen",))
    assert list(greeting(letter(dear=dear), KNOWN)) == []


@pytest.mark.parametrize("person", [Person("Rae Dean", "Ms.", "Dean"), Person("Aaron Judge", "Mr.", "Judge")])
def test_a_name_that_is_a_title_too_is_a_name(person: Person) -> None:
    manuscript = letter(dear=f"Dear {person.honorific} {person.family}", to=person)
    assert [*title_addressed(manuscript, KNOWN), *greeting(manuscript, KNOWN)] == []


@pytest.mark.parametrize(
    "dear",
    [
        "Dear Ms. Chen",
        "Dear Ms Chen",
        "Dear Grace",
        "Dear Grace Chen",
        "Hello Grace",
        "Dear Ms. Grace Chen",
        "Good afternoon, Ms. Chen",
        "Kia ora Grace",
        "Respected Ms Chen",
        "Dear Grace, if I may",
        "Namaste, Ms. Chen",
        "Grace, hi",
    ],
)
def test_each_right_form_of_the_name_will_do(dear: str) -> None:
    assert list(greeting(letter(dear=dear), KNOWN)) == []


@pytest.mark.parametrize(
    "dear", ["Dear Ms. Chan", "Dear Mr. Chen", "Dear Ms. Grace", "Dear Ms. chen", "Dear Chen"]
)
def test_every_other_form_is_an_error(dear: str) -> None:
    manuscript = letter(dear=dear)
    told = list(greeting(manuscript, KNOWN))
    assert found(told, manuscript) == [dear.removeprefix("Dear ")]
    assert told[0].suggestions == ("Ms. Chen",)


def test_the_workbooks_greeting_is_the_only_one() -> None:
    assert list(greeting(letter(dear="Dear Gracie", greeting="Gracie"), KNOWN)) == []
    assert list(greeting(letter(greeting="Gracie"), KNOWN))


@pytest.mark.parametrize("dear", ["Dear Mr Xiaoping", "Dear Mr Deng"])
def test_a_family_name_may_come_first(dear: str) -> None:
    told = list(greeting(letter(dear=dear, to=Person("Deng Xiaoping", "Mr", "Deng")), KNOWN))
    assert bool(told) == (dear == "Dear Mr Xiaoping")


def test_any_honorific_is_right_where_none_is_known() -> None:
    assert list(greeting(letter(to=Person("Grace Chen")), KNOWN)) == []


def test_a_letter_that_greets_nobody() -> None:
    (told,) = greeting(letter(dear="Thank you for your time"), KNOWN)
    assert told.suggestions == ("Ms. Chen",)


def test_nothing_is_known_of_the_recipient() -> None:
    assert list(greeting(letter(dear="Dear friend", to=Person("")), KNOWN)) == []
