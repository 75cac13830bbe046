from __future__ import annotations

import pytest

from eitherway.proof.language.capitals import capitals
from eitherway.proof.language.reading import Reading
from eitherway.proof.manuscript import Known
from tests.proof.language.readings import manuscript, reading, shown


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("It went well. we talked for an hour.", [("we", "We")]),
        ("Last week i saw it.", [("i", "I")]),
        ("On reflection i'm sure.", [("i'm", "I'm")]),
        ("We met on tuesday for a talk.", [("tuesday", "Tuesday")]),
        ("We met on march 3 for a talk.", [("march", "March")]),
        ("I speak spanish at home.", [("spanish", "Spanish")]),
        ("Please Consider this letter.", [("Consider", "consider")]),
    ],
)
def test_capitals(wrong: str, found: list[tuple[str, str]]) -> None:
    assert shown(wrong, capitals(reading(wrong), Known())) == found


@pytest.mark.parametrize(
    "right",
    [
        "I may come in May. We march on, as Rome did. An august body met.",
        "Dear Ms. Haddad,\n\nThank you for the talk (i.e. the long one) about eBay.",
        "The iPhone app is ready. iPhone users like it.",
        "I use Excel and Word every day.",
    ],
)
def test_right_capitals(right: str) -> None:
    assert not list(capitals(reading(right, names=["iPhone"] if "iPhone" in right else []), Known()))


def test_a_company_of_the_workbook_in_small_letters() -> None:
    text = "I would love to join northwind Traders soon."
    letter = Reading(manuscript(text, company="Northwind Traders"), [])
    assert shown(text, capitals(letter, Known())) == [("northwind Traders", "Northwind Traders")]
