from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language.orthography import capitals
from eitherway.proof.text.language.reading.reading import Reading
from tests.proof.text.language.readings import manuscript, reading, shown


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
    assert shown(wrong, capitals.capitals(reading(wrong))) == found


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
    assert not list(capitals.capitals(reading(right, names=["iPhone"] if "iPhone" in right else [])))


def test_a_company_of_the_workbook_in_small_letters() -> None:
    text = "I would love to join northwind Traders soon."
    letter = Reading(manuscript(text, company="Northwind Traders"), [])
    assert shown(text, capitals.names(letter, Known())) == [("northwind Traders", "Northwind Traders")]


SIGNS = "aABiIıİsSſßẞ1 .@-"


@given(st.text(SIGNS, max_size=30), st.lists(st.text(SIGNS, max_size=4), max_size=30))
def test_names_in_small_letters_are_those_that_a_scan_of_all_names_finds(
    text: str, names: Sequence[str]
) -> None:
    found = capitals.names(Reading(manuscript(text), []), Known(people=tuple(names)))
    told = {(each.start, each.end, each.suggestions) for each in found}
    assert told == {
        (start, start + len(name), (name,))
        for name in names
        for start in range(len(text))
        if name[:1].isupper() and text[start].islower() and stands(name, text, start)
    }


def stands(name: str, text: str, start: int) -> bool:
    alone = re.compile(rf"(?<![\w@./-]){re.escape(name)}(?![\w@])", re.IGNORECASE)
    return bool(alone.match(text, start))


def test_a_name_that_is_a_word_too_may_stand_in_small_letters() -> None:
    text = "I hope that you will grant this, and see northwind."
    known = Known(people=("Hope", "Will", "Grant"), companies=("Northwind",))
    assert shown(text, capitals.names(reading(text), known)) == [("northwind", "Northwind")]
