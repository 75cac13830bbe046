"""A letter is read block by block, and what was read before is not read again: the findings stay the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect, Known, Manuscript, Person
from eitherway.proof.prose.masks import masks
from eitherway.proof.text import Proofreader
from eitherway.proof.text.jsonl import manuscript_of
from eitherway.proof.text.language import language_findings, page, read_blocks
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.orthography import capitals
from eitherway.proof.text.language.reading.blocks import Block, blocks
from eitherway.proof.text.language.reading.reading import Reading
from tests.proof.text.language.readings import manuscript

KNOWN = Known(
    people=("Grace Chen", "Rosa O’Neil"), companies=("A & B Labs", "Acme"), roles=("Office Manager",)
)
LABELLED = [
    manuscript_of(json.loads(line))
    for name in ("held_out.jsonl", "held_out_3.jsonl", "held_out_4.jsonl")
    for line in (Path(__file__).parents[2] / name).read_text(encoding="utf-8").splitlines()
]
PIECES = (
    "Dear Ms. Chen,", "I would loved to join A & B Labs as office manager.", "Thank you for for your time.",
    "We spoke about a interesting idea ,and i liked it", "about Office Manager post", "- first the budget",
    "- second the the team", "Robin Vale\nrobin@vale.example", "acme has colour and flavor.", "their is way",
    "He have two dog. It is what we does", "Tuesday,  december 4", "the\nthe", "“Why me?” you asked.",
)  # fmt: skip
"""Blocks with and without a slip; a name in small letters, a list, lines that belong together."""


def whole(letter: Manuscript, known: Known, engines: Engines) -> list[Finding]:
    """What is found where the letter is one block, and nothing is remembered."""
    own = masks(letter, known)
    found = read_blocks([Block(letter.text, own, letter.dialect, letter.role)], engines)[0]
    return sorted({*found, *capitals.names(Reading(letter, own), known)}, key=place)


def by_blocks(letter: Manuscript, known: Known, engines: Engines) -> list[Finding]:
    return sorted(set(language_findings(letter, known, masks(letter, known), engines)), key=place)


def place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.start, finding.end, finding.code, finding.message


def test_labelled_letters_say_the_same_whole_and_by_blocks(engines: Engines) -> None:
    for letter in LABELLED:
        assert by_blocks(letter, KNOWN, engines) == whole(letter, KNOWN, engines)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8),
    st.sampled_from(("\n\n", "\n\n\n")),
    st.sampled_from(Dialect),
    st.sampled_from(("", "Office Manager", "Night Clerk")),
)
def test_any_blocks_in_any_order_say_the_same_whole(
    engines: Engines, pieces: list[str], between: str, dialect: Dialect, role: str
) -> None:
    letter = replace(manuscript(between.join(pieces), dialect), role=role, company="A & B Labs")
    assert by_blocks(letter, KNOWN, engines) == whole(letter, KNOWN, engines)


def test_letters_read_together_say_the_same_as_one_by_one(engines: Engines) -> None:
    proofreader = Proofreader(engines)
    letters = [*LABELLED, *(replace(each, others=(Person("Rosa O’Neil"),)) for each in LABELLED[:20])]
    alone = [proofreader.read(letter, KNOWN) for letter in letters]
    page.cache_clear()
    assert proofreader.read_all(letters, KNOWN) == alone
    assert any(alone)


def test_a_block_is_read_once(engines: Engines) -> None:
    page.cache_clear()
    for day in ("Monday", "Tuesday", "Wednesday"):
        text = f"Dear Ms. Chen,\n\nThank you for {day}.\n\nI hope to hear from you either way."
        language_findings(manuscript(text), Known(), (), engines)
    assert page.cache_info().misses == 5


def test_blocks_carry_their_own_names_and_role() -> None:
    letter = replace(manuscript("Ana Wu\n\nThe role of Clerk at Ana’s.\n \nAna"), role="Clerk")
    at = masks(letter, Known(people=("Ana Wu", "Ana")))
    assert [(block.text, block.masks, block.role) for _, block in blocks(letter, at)] == [
        ("Ana Wu", ((0, 6),), ""),
        ("The role of Clerk at Ana’s.", ((12, 17), (21, 26)), "Clerk"),
        ("Ana", ((0, 3),), ""),
    ]
