"""Letters as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text import Proofreader
from eitherway.proof.text.jsonl import known_from, manuscript_of, proofread_lines
from tests.proof.text.letters import letter

CLEAN: Mapping[str, object] = {
    "id": "A1",
    "dialect": "UK",
    "kind": "thanks",
    "panel": "P",
    "to": {"full": "Grace Chen", "honorific": "Ms.", "last": "Chen"},
    "email": "gchen@tuliptree.example",
    "company": "Tulip Tree Floral",
    "role": "Wholesale Buyer",
    "sender": "Mark Rossi",
    "others": ["Amara Diallo"],
    "text": letter().text,
}
BROKEN: Mapping[str, object] = {
    "id": "caps-A1",
    "letter": "A1",
    "kind": "caps",
    "text": letter("It was awesome.").text,
}


def proofread(*lines: object) -> list[Mapping[str, object]]:
    typed = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(proofread_lines(typed, Proofreader()))


def test_a_clean_letter_and_a_changed_copy_of_it() -> None:
    clean, broken = proofread(CLEAN, "", BROKEN)
    assert clean == {"id": "A1", "findings": []}
    assert broken["id"] == "caps-A1"
    assert [(each["code"], each["start"], each["end"]) for each in _findings(broken)] == [("tone", 23, 30)]


def test_a_changed_copy_takes_what_it_lacks_and_not_the_kind() -> None:
    manuscript = manuscript_of(BROKEN, CLEAN)
    assert (manuscript.kind, manuscript.to.full, manuscript.dialect) == (
        "thank-you",
        "Grace Chen",
        Dialect.UK,
    )
    assert manuscript_of({**CLEAN, "kind": "checkin"}).kind == "check-in"


def test_what_is_missing_or_of_another_type_is_taken_as_unknown() -> None:
    manuscript = manuscript_of(
        {"text": "Dear Ann,", "to": "Ann Bo", "others": "x", "dialect": 7, "role": None}
    )
    assert (manuscript.to.full, manuscript.others, manuscript.role) == ("Ann Bo", (), "")


def test_what_is_no_letter_says_so() -> None:
    told = proofread("{", "[1]", {"id": 5}, "[" * 100_000, {"id": "S", "text": "\ud800"})
    assert [line["id"] for line in told] == [None, None, 5, None, "S"]
    assert all("error" in line for line in told[:4])


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ({"dialect": "FR"}, ['The dialect "FR" was read as US. Write US or UK.']),
        ({"kind": "zzz"}, ['The kind "zzz" was read as thank-you. Write one of ']),
        ({"to": 5}, ['"to" is "5", which is no name. Write the full name, or {"full": "..."}.']),
        ({"dialect": [], "kind": 1}, ["The dialect a list or an object", 'The kind "1" was read']),
        ({"to": "Grace Chen", "kind": "Thank-You", "dialect": "en-GB"}, []),
        ({"letter": "A1", "kind": "caps"}, []),
    ],
)
def test_a_value_that_is_not_understood_is_noted(line: Mapping[str, object], noted: list[str]) -> None:
    (told,) = proofread({"id": "N", "text": letter().text, **line})
    notes = told.get("notes", [])
    assert isinstance(notes, list)
    assert [note[: len(begins)] for note, begins in zip(notes, noted, strict=True)] == noted


def test_all_lines_are_the_workbook() -> None:
    known = known_from([CLEAN, {**CLEAN, "company": "Harbor Freight Lines"}])
    assert known.people == ("Grace Chen", "Mark Rossi", "Amara Diallo")
    assert known.companies == ("Tulip Tree Floral", "Harbor Freight Lines")


def test_letters_of_one_panel_are_compared_but_not_copies_of_one_letter() -> None:
    other = {
        **CLEAN,
        "id": "A2",
        "to": {"full": "Amara Diallo", "honorific": "Dr.", "last": "Diallo"},
        "email": "",
        "text": letter(dear="Dear Dr. Diallo").text,
    }
    alone = {**BROKEN, "id": "again", "panel": "P"}
    told = proofread(CLEAN, alone, other)
    assert [[each["code"] for each in _findings(line) if each["code"] == "near-copy"] for line in told] == [
        ["near-copy"]
    ] * 3
    assert proofread(CLEAN, {**CLEAN, "id": "A3"})[0]["findings"] == []


def _findings(line: Mapping[str, object]) -> list[Mapping[str, object]]:
    findings = line["findings"]
    assert isinstance(findings, list)
    return findings
