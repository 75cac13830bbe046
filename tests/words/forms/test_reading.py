"""The form of typed words: labelled inputs of three kinds of people, and laws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.words.forms.form import CARRIED, NOMINAL, Form
from eitherway.words.forms.reading import LONGEST, in_sentences, read_point, read_reason
from eitherway.words.forms.said import sentences

FOLDERS = sorted((Path(__file__).parent / "cases").iterdir())
GOOD = {"noun", "gerund", "wh", "talk", "clause", "infinitive", "adjective"}
TOLD = {"slang", "silly"}
"""Labels of words that a sentence can carry and that nobody should send: they may be merged, and are told."""
MISSED = {
    "the night manager snores",
    "order copies of diploma",
    "the manager's new puppy",
    "benefits from day",
    "less drama",
}
"""What no rule sees."""
SELDOM = {"Great culture and remote", *MISSED}
"""Words of which the label says one thing, and the reader, with reason, another."""


def labelled(name: str) -> list[tuple[str, str]]:
    lines = (line for folder in FOLDERS for line in (folder / name).read_text("utf-8").splitlines() if line)
    found = [(form, words) for form, words in (line.split("\t", 1) for line in lines)]
    assert len(found) > 60
    return found


@pytest.mark.parametrize(("form", "words"), labelled("points.tsv"), ids=lambda text: text[:40])
def test_a_point_is_taken_up_where_it_can_be(form: str, words: str) -> None:
    read = read_point(words)
    if form in TOLD or words in SELDOM:
        return
    assert (read.form in NOMINAL) is (form in GOOD) or (read.changed and form not in GOOD)


@pytest.mark.parametrize(("form", "words"), labelled("reasons.tsv"), ids=lambda text: text[:40])
def test_a_reason_is_taken_up_where_it_can_be(form: str, words: str) -> None:
    if form not in TOLD and words not in SELDOM:
        assert (read_reason(words).form in CARRIED) is (form in GOOD)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("our chat about Kubernetes", "Kubernetes"),
        ("chat re: warehouse safety", "warehouse safety"),
        ("we spoke of the merger", "the merger"),
        ("Phone call re. the rota", "the rota"),
        ("We talked about the new lab.", "the new lab"),
        ("Excel macros", "Excel macros"),
        ("Boeing and the wing", "Boeing and the wing"),
        ("“the quiet hour”", "the quiet hour"),
        ("Migration to SAP", "migration to SAP"),
        ("hiking, dogs, kids", "hiking, dogs and kids"),
        ("the new CRM, Salesforce", "the new CRM, Salesforce"),
        ("one\ttwo\nthree", "one\ttwo\nthree"),
    ],
)
def test_words_as_a_sentence_has_them(typed: str, words: str) -> None:
    assert read_point(typed).words == words


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("You mentioned the March launch", "the March launch"),
        ("if I could start in May", "whether I could start in May"),
        ("their AI strategy", "your AI strategy"),
    ],
)
def test_how_it_might_be_put(typed: str, instead: str) -> None:
    assert read_point(typed).instead == instead


@pytest.mark.parametrize(
    ("typed", "form", "words"),
    [
        ("because they publish what they learn", Form.CLAUSE, "you publish what you learn"),
        ("their mission", Form.NOUN, "your mission"),
        ("the team loves what they do", Form.CLAUSE, "the team loves what they do"),
        ("better data there means fewer mistakes", Form.CLAUSE, "better data there means fewer mistakes"),
    ],
)
def test_in_a_reason_they_are_you_unless_somebody_else_was_named(typed: str, form: Form, words: str) -> None:
    assert read_reason(typed)[:2] == (form, words)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("n/a", ""), ("the plan follows", "The plan follows."), ("It does! I row", "It does! I row."), ("", "")],
)
def test_own_words_are_sentences(typed: str, said: str) -> None:
    assert in_sentences(typed) == said


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("I asked Dr. Okafor. She agreed. The U.S. Office knows.") == 3


@given(st.text(max_size=80))
def test_whatever_is_typed_has_a_form_and_reads_the_same_again(typed: str) -> None:
    for read in (read_point, read_reason):
        once = read(typed)
        if once.form in CARRIED:
            assert read(once.words).form in CARRIED or once.changed


@pytest.mark.parametrize("piece", ["x", "a\n\n", "the ", "my a ", "漢字", "it is ", ", ", '"', "- "])
def test_very_long_words_are_read_by_their_beginning(piece: str) -> None:
    typed = piece * (30_000 // len(piece))
    for read in (read_point, read_reason):
        assert read(typed).form is read(typed[:LONGEST]).form
        assert len(read(typed).words) > 2 * LONGEST or not read(typed).words.strip(piece)
