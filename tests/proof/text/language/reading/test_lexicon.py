from __future__ import annotations

import pytest

from eitherway.proof.text.language.reading import lexicon
from eitherway.words.verbs import verbs


@pytest.mark.parametrize(
    ("word", "base", "kind"),
    [
        ("carries", "carry", "s"),
        ("has", "have", "s"),
        ("planned", "plan", "past"),
        ("travelling", "travel", "ing"),
        ("traveling", "travel", "ing"),
        ("grown", "grow", "participle"),
        ("lying", "lie", "ing"),
        ("seeing", "see", "ing"),
    ],
)
def test_forms_of_verbs(word: str, base: str, kind: str) -> None:
    assert lexicon.Form(base, kind) in lexicon.forms(word)
    assert lexicon.base_of(word, kind) == base


def test_what_a_spelling_can_be_only() -> None:
    assert lexicon.is_only("knows", "s")
    assert not lexicon.is_only("cut", "base")
    assert not lexicon.is_only("volcano", "base")
    assert lexicon.kinds("put") == {"base", "past", "participle"}


def test_every_form_of_every_verb_is_one_word() -> None:
    bases = verbs().every - {"be"}
    assert len(bases) > 700
    assert all(lexicon.inflected(base, "ing").isalpha() and lexicon.forms(base) for base in bases)
