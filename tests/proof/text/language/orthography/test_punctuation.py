from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.prose.masks import masks
from eitherway.proof.text.language.orthography.capitals import capitals
from eitherway.proof.text.language.orthography.marks import marks
from eitherway.proof.text.language.orthography.punctuation import punctuation
from eitherway.proof.text.language.reading.reading import Reading
from tests.proof.text.language.readings import reading, shown
from tests.proof.text.letters import letter


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I came ,saw and left.", " ,", ", "),
        ("I came early .", " .", "."),
        ("It is done.I left.", "e.I", "e. I"),
        ("It was late,and I left.", "e,a", "e, a"),
        ("It was late,, and I left.", ",,", ","),
        ("I left early..", "..", "."),
        ("What a day!!", "!!", "."),
    ],
)
def test_marks_out_of_place(wrong: str, found: str, meant: str) -> None:
    assert shown(wrong, marks(reading(wrong))) == [(found, meant)]


def test_a_stop_that_belongs_to_a_name_is_no_second_mark() -> None:
    text = "I would welcome an offer from Acme Constr., and I like the Senior Dev. position there."
    known = Known(companies=("Acme Constr.",), roles=("Senior Dev.",))
    manuscript = letter(text)
    read = Reading(manuscript, masks(manuscript, known))
    assert not list(marks(read))
    assert not list(capitals(read))
    assert list(marks(reading("I liked the tour., so I write.")))


@pytest.mark.parametrize(
    "right",
    [
        "Write to t.bello@mail.example or see www.bello.example, please.",
        "I left at 5 p.m., and it cost $1,200.50 ... I think.",
        "He wrote: “Yes, I did.” (So did I.) It is 3.5 kg.",
        "I know Node.js and the U.S. market.",
        "We spoke of SAP, Oracle, etc., and of Corex Corp., which you led.",
    ],
)
def test_right_marks(right: str) -> None:
    assert not list(marks(reading(right)))


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("It makes a difference to know all the people\n\nThank you.", "people", "people."),
        ("I learned nearly all of it from the manual,\n\nThank you.", "manual,", "manual."),
        ("I chased a bug on a pump The cause was a timer.", "pump The", "pump. The"),
        ("Thank you for, your time today.", "for, your", "for your"),
        ("I wondered, whether there was any news.", "wondered, whether", "wondered whether"),
    ],
)
def test_slips_of_punctuation(wrong: str, found: str, meant: str) -> None:
    assert (found, meant) in shown(wrong, punctuation(reading(wrong)))


@pytest.mark.parametrize(
    "right",
    [
        "Dear Ms. Haddad,\n\nThank you.\n\nYours sincerely,\n\nTunde Bello",
        "I brought three things to the interview on Monday:\n\na pen.",
        "I stayed at The Crown for the night. Could you let me know.",
        "He asked for it, of course, and for, as I recall, two more.",
    ],
)
def test_right_punctuation(right: str) -> None:
    assert not list(punctuation(reading(right)))
