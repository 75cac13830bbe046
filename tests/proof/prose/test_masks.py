"""What spelling and grammar leave alone."""

from __future__ import annotations

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.prose.masks import masks
from tests.proof.text.letters import KNOWN, letter


def masked(said: str, known: Known = KNOWN) -> list[str]:
    manuscript = letter(said)
    start = manuscript.text.index(said)
    spans = masks(manuscript, known)
    return [manuscript.text[a:b] for a, b in spans if start <= a < start + len(said)]


def test_names_companies_and_roles_are_masked_with_their_possessives() -> None:
    said = "Tulip Tree Floral's Wholesale Buyer met Amara Diallo and Chen."
    assert masked(said) == ["Tulip Tree Floral's", "Wholesale Buyer", "Amara Diallo", "Chen"]


def test_a_company_may_be_named_by_its_first_words() -> None:
    assert masked("I like Tulip Tree.") == ["Tulip Tree"]


def test_addresses_are_masked() -> None:
    said = "Write to mark.rossi@post.example or see https://rossi.example/work and rossi.example."
    assert masked(said) == ["mark.rossi@post.example", "https://rossi.example/work", "rossi.example"]


def test_the_users_words_are_masked_however_they_are_capitalised() -> None:
    assert masked("The Kanban board", Known(words=frozenset(["kanban"]))) == ["Kanban"]


def test_a_name_one_letter_off_is_not_masked() -> None:
    assert masked("Tulip Tree Florel and Chenn") == ["Tulip Tree"]
