"""Letters of one panel that are too much alike."""

from __future__ import annotations

from dataclasses import replace

from eitherway.model.codes import Severity
from eitherway.proof.prose.manuscript import Manuscript, Person
from eitherway.proof.text.copies import near_copies
from tests.proof.text.letters import ASKED, KNOWN, found, letter

COLD = "You said that peonies hate a warm truck. I drove them for two summers, at night, with open windows."
MONEY = (
    "Your numbers on shrinkage surprised me. At my last shop we halved them by counting stems twice a day."
)
AMARA = Person("Amara Diallo", "Dr.", "Diallo")


def to_amara(said: str, asked: str = ASKED) -> Manuscript:
    return letter(said, asked=asked, dear="Dear Dr. Diallo", to=AMARA)


def test_the_same_letter_twice_is_told_in_both() -> None:
    one, other = letter(COLD), to_amara(COLD)
    for mine, told in zip((one, other), near_copies([one, other], KNOWN), strict=True):
        assert told[0].severity is Severity.ERROR
        assert found(told, mine)[0] in COLD
        assert told[0].fingerprint


def test_other_words_for_the_same_sentences_do_not_hide_it() -> None:
    changed = COLD.replace("hate", "dislike").replace("summers", "seasons").replace("drove", "carried")
    assert near_copies([letter(COLD), to_amara(changed)], KNOWN)[0]


def test_the_line_that_every_letter_has_makes_no_copy() -> None:
    asked = "I would be glad to be your next buyer. Please let me know either way."
    assert near_copies([letter(COLD), to_amara(MONEY, asked)], KNOWN) == [[], []]


def test_names_do_not_make_letters_different() -> None:
    one = letter(COLD + " Grace Chen would agree.")
    other = to_amara(COLD + " Amara Diallo would agree.")
    assert near_copies([one, other], KNOWN)[0][0].message.startswith("100% of this letter")


def test_empty_letters_are_no_copies() -> None:
    assert near_copies([replace(letter(), text="")] * 2, KNOWN) == [[], []]
