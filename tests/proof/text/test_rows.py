"""Names of other rows in this letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.rows import wrong_rows
from tests.proof.text.letters import KNOWN, found, letter


@pytest.mark.parametrize(
    ("said", "wrong", "severity"),
    [
        ("Amara Diallo and I spoke.", "Amara Diallo", Severity.ERROR),
        ("I spoke with Dr. Diallo.", "Dr. Diallo", Severity.WARNING),
        ("I would love to join Harbor Freight Lines.", "Harbor Freight Lines", Severity.ERROR),
        ("Tulip Tree Floral is near Harbor Freight Lines.", "Harbor Freight Lines", Severity.WARNING),
        ("This is my request for the Branch Manager job.", "Branch Manager", Severity.ERROR),
        ("What attracts me to Finch Foods is the pace.", "Finch Foods", Severity.WARNING),
        ("I would bring the same care to Finch Foods.", "Finch Foods", Severity.WARNING),
        ("I want to be your next Head Baker.", "Head Baker", Severity.WARNING),
    ],
)
def test_another_rows_name(said: str, wrong: str, severity: Severity) -> None:
    manuscript = letter(said)
    told = list(wrong_rows(manuscript, KNOWN))
    assert found(told, manuscript) == [wrong]
    assert told[0].severity is severity


@pytest.mark.parametrize(
    "said",
    [
        "At Finch Foods I ran the cold store, and my job at Head & Sons was harder.",
        "I would be glad to start on Monday, and I will write to Ms. Torres.",
        "I want to be your Wholesale Buyer, and the Buyer role suits me.",
        "Tulip Tree is the company I want to join, and TTF is near.",
        "The Branch Manager of your bank was kind, and a Wholesale Buyer needs that.",
    ],
)
def test_what_may_be_mentioned(said: str) -> None:
    assert list(wrong_rows(letter(said), KNOWN)) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "I met Amara Diallo.",
            '"Amara Diallo" is somebody of another row of the workbook, but this letter is to "Grace Chen".',
        ),
        (
            "I met Dr. Diallo.",
            '"Dr. Diallo" is "Amara Diallo" of another row of the workbook, but this letter is to '
            '"Grace Chen".',
        ),
        (
            "I like Harbor Freight Lines.",
            '"Harbor Freight Lines" is the company of another row of the workbook, but this letter\'s is '
            '"Tulip Tree Floral".',
        ),
    ],
)
def test_it_says_whose_name_it_is_and_what_this_row_has(said: str, told: str) -> None:
    assert [finding.message for finding in wrong_rows(letter(said), KNOWN)] == [told]


def test_it_says_in_which_row_the_name_stands() -> None:
    known = replace(KNOWN, places={"Amara Diallo": "Interviews!7", "Harbor Freight Lines": "Applications!3"})
    told = wrong_rows(letter("Amara Diallo knows Harbor Freight Lines. I met Dr. Diallo."), known)
    rows = [finding.message.partition("workbook ")[2].partition(",")[0] for finding in told]
    assert sorted(rows) == ["(Applications!3)", "(Interviews!7)", "(Interviews!7)"]


def test_the_greeting_is_to_somebody_of_another_row() -> None:
    (told,) = wrong_rows(letter(dear="Dear Dr. Diallo"), KNOWN)
    assert told.severity is Severity.ERROR


def test_the_rest_of_the_panel_and_the_users_words_are_allowed() -> None:
    assert list(wrong_rows(letter("I met Amara Diallo.", others=("Amara Diallo",)), KNOWN)) == []
    own = replace(KNOWN, words=frozenset(["Amara", "Diallo"]))
    assert list(wrong_rows(letter("I met Amara Diallo."), own)) == []


def test_it_takes_no_workbook_to_see_a_stranger() -> None:
    assert list(wrong_rows(letter("I would love to join Harbor Freight Lines."), Known()))
