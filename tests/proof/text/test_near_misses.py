"""Names that are nearly the workbook's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.model.codes import Severity
from eitherway.proof.prose.likeness import distance
from eitherway.proof.prose.manuscript import Known, Person
from eitherway.proof.text.near_misses import near_misses
from eitherway.proof.text.proofreading import most_telling
from tests.proof.text.letters import GRACE, KNOWN, found, letter


def missed(said: str, to: Person = GRACE, others: tuple[str, ...] = ()) -> list[str]:
    manuscript = letter(said, to=to, others=others, dear=f"Dear {to.honorific} {to.family}")
    return found(most_telling(near_misses(manuscript, KNOWN)), manuscript)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("I like Tulip Tree Florel.", "Tulip Tree Florel"),
        ("I like Tulp Tree Floral's shop.", "Tulp Tree Floral"),
        ("I like TulipTree Floral.", "TulipTree Floral"),
        ("I would be a Wholesale Bayer.", "Wholesale Bayer"),
        ("It was kind of Ms. Chan.", "Chan"),
        ("Mark Rosi asked.", "Mark Rosi"),
        ("It was Amara Dialo.", "Amara Dialo"),
    ],
)
def test_a_slip_in_a_name(said: str, wrong: str) -> None:
    assert missed(said) == [wrong]


@pytest.mark.parametrize(
    ("person", "wrong"),
    [
        (Person("Annika Müller", "Dr.", "Müller"), "Muller"),
        (Person("Siobhán O'Brien", "Ms.", "O'Brien"), "OBrien"),
        (Person("Fatima Al-Sayed", "Dr.", "Al-Sayed"), "Al Sayed"),
        (Person("Denise McAllister", "Ms.", "McAllister"), "Mcallister"),
        (Person("Lotte van der Berg", "Ms.", "van der Berg"), "van den Berg"),
        (Person("Lotte van der Berg", "Ms.", "van der Berg"), "Berg"),
        (Person("Kim Min-jun", "Mr.", "Kim"), "Kmi"),
        (Person("Brett Favre", "Mr.", "Favre"), "Phavre"),
    ],
)
def test_accents_apostrophes_hyphens_capitals_and_particles(person: Person, wrong: str) -> None:
    assert missed(f"It was kind of {person.honorific} {wrong} to come.", person) == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "Will you tell the Markets desk? On Mark's advice I read the market reports.",
        "I like Tulip Tree, and Tulip Tree Floral’s tulip trees.",
        "I met the wholesale buyers and two Wholesale Buyers.",
        "The Chen family, and Grace, were kind.",
        "I told Prof. Rosso and Dr. Lin.",
        "Then I saw the church and the chef.",
    ],
)
def test_ordinary_words_and_other_peoples_names(said: str) -> None:
    assert missed(said) == []


def test_a_short_name_after_another_title_is_another_name() -> None:
    assert missed("My reference is Prof. Lin.", Person("Bo Li", "Mr.", "Li")) == []


def test_who_may_be_mentioned_is_spelled_right_too() -> None:
    assert missed("Mr. Tanka was kind.", others=("Hiroshi Tanaka",)) == ["Tanka"]


def test_another_rows_name_is_a_warning_and_this_letters_an_error() -> None:
    told = most_telling(near_misses(letter("Amara Dialo met Mark Rosi."), KNOWN))
    assert [finding.severity for finding in told] == [Severity.ERROR, Severity.WARNING]


def test_the_users_words_are_right() -> None:
    known = replace(KNOWN, words=frozenset(["Florel", "tulip", "tree"]))
    assert list(near_misses(letter("I like Tulip Tree Florel."), known)) == []


@pytest.mark.parametrize(
    ("typed", "greeting"),
    [
        ("Mr Smith", "Mr. Smith"),
        ("Mrs. O'Neil", "Mrs O’Neil"),
        ("Dr Ngozi Okafor", "Dr. Ngozi Okafor"),
        ("Zoë 🎉 Smith", "Zoë Smith"),
        ("Grace Chen", "Gracie"),
        ("Lotte van der Berg", "Ms. Berg"),
    ],
)
def test_the_greeting_that_the_program_writes_is_no_near_miss(typed: str, greeting: str) -> None:
    manuscript = letter(dear=f"Dear {greeting}", to=Person(typed), greeting=greeting)
    known = replace(KNOWN, people=(*KNOWN.people, typed))
    assert list(near_misses(manuscript, known)) == []


def test_a_slip_elsewhere_is_told_whatever_the_greeting_is() -> None:
    manuscript = letter(
        "It was kind of Mr. Smyth.", dear="Dear Mr. Smith", to=Person("Mr Smith"), greeting="Mr. Smith"
    )
    assert found(most_telling(near_misses(manuscript, KNOWN)), manuscript) == ["Mr. Smyth"]


def test_a_large_workbook_is_as_quick() -> None:
    known = Known(people=tuple(f"Ana{n} Silva{n}" for n in range(3000)), roles=("Analyst",) * 3000)
    assert list(near_misses(letter(), known)) == []


def test_a_large_workbook_finds_the_same() -> None:
    many = replace(KNOWN, people=(*(f"Ana{n} Silva{n}" for n in range(3000)), *KNOWN.people))
    manuscript = letter("Amara Dialo met Mark Rosi of Tulp Tree Floral. It was kind of Ms. Chan.")
    told = list(near_misses(manuscript, many))
    assert told == list(near_misses(manuscript, KNOWN))
    assert len(told) >= 4


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7), st.integers(0, 4))
def test_distance_is_the_same_both_ways_and_bounded(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == distance(other, one, most) <= most + 1
    assert (distance(one, other, most) == 0) == (one == other)
