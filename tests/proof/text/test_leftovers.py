"""What a merge leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.prose.manuscript import Person
from eitherway.proof.text.leftovers import leftovers
from tests.proof.text.letters import KNOWN, found, letter

LEFT = (
    *(
        "[Company]",
        "[INSERT ROLE]",
        "[ ]",
        "{{ point }}",
        "{role}",
        "{% if x %}",
        "<<Name>>",
        "«Role»",
        "<DATE>",
    ),
    *("XXX", "TBD", "TODO", "Lorem ipsum", "____", "??? ", "__NAME__", "MM/DD/YYYY", "%NAME%"),
    *(
        "company_name",
        "LastName",
        "#N/A",
        "#REF!",
        "NaN",
        "NaT",
        "nan",
        "null",
        "&amp;",
        "2026-05-14 00:00:00",
    ),
)


@pytest.mark.parametrize("left", LEFT)
def test_it_is_found_and_holds_the_letter(left: str) -> None:
    manuscript = letter(f"We spoke of {left} on Tuesday.")
    told = list(leftovers(manuscript, KNOWN))
    assert told
    assert told[0].severity is Severity.ERROR
    assert found(told, manuscript)[0].strip() in left


@pytest.mark.parametrize(
    "said",
    [
        "None of the groups published it, and there were none before.",
        "I kept the null hypothesis.",
        "She wrote [sic] and [1].",
        "I earned $40,000, less than 5 % and more than 3.",
        "My last name is Rossi, and you know your name.",
        "My nan made nan bread.",
    ],
)
def test_ordinary_words_are_left_alone(said: str) -> None:
    assert list(leftovers(letter(said), KNOWN)) == []


def test_none_is_an_empty_cell_at_the_end_of_a_clause() -> None:
    manuscript = letter("We spoke on None, and it was good.")
    assert found(leftovers(manuscript, KNOWN), manuscript) == ["None"]


def test_a_title_without_a_name() -> None:
    manuscript = letter(dear="Dear Dr. ")
    assert found(leftovers(manuscript, KNOWN), manuscript) == ["Dr."]


def test_nobody_is_greeted() -> None:
    manuscript = letter(dear="Dear")
    assert found(leftovers(manuscript, KNOWN), manuscript) == ["Dear"]


def test_somebody_may_be_named_so() -> None:
    manuscript = replace(letter("Thank you, Nan."), to=Person("Nan Null", "Ms.", "Null"))
    assert list(leftovers(manuscript, KNOWN)) == []


def test_a_plain_date_of_a_computer_is_a_warning() -> None:
    told = list(leftovers(letter("We met on 2026-05-14."), KNOWN))
    assert [finding.severity for finding in told] == [Severity.WARNING]
