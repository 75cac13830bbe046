from __future__ import annotations

import pytest

from eitherway.proof.text.language.reading import all_verbs, lexicon


@pytest.mark.parametrize(
    ("word", "base", "kinds"),
    [
        ("superseded", "supersede", {"past", "participle"}),
        ("whispering", "whisper", {"ing"}),
        ("spotted", "spot", {"past", "participle"}),
        ("overwrites", "overwrite", {"s"}),
        ("slid", "slide", {"past", "participle"}),
        ("bet", "bet", {"base", "past", "participle"}),
        ("drove", "drive", {"past"}),
        ("volcano", "volcano", set()),
        ("is", "is", set()),
    ],
)
def test_forms_of_many_more_verbs(word: str, base: str, kinds: set[str]) -> None:
    assert all_verbs.kinds(word) == kinds
    assert all_verbs.bare(word) == base


def test_what_is_nothing_else() -> None:
    assert all_verbs.is_nothing_else("arrive")
    assert not all_verbs.is_nothing_else("hurry")


def test_each_irregular_verb_stands_in_one_list() -> None:
    assert not lexicon.principal_parts("irregular_rare.txt").keys() & lexicon.bases()
