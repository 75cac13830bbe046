from __future__ import annotations

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.engines.harper import lints_of
from eitherway.proof.text.language.reading.tags import tags_of
from tests.proof.text.language.readings import manuscript


def test_each_word_has_its_part_of_speech(engines: Engines) -> None:
    text = "The oldest tickets were read aloud."
    tags = tags_of(lints_of(manuscript(text), engines))
    assert [tags[text.index(word)] for word in text.rstrip(".").split()] == [
        "DET", "ADJ", "NOUN", "AUX", "VERB", "ADV"
    ]  # fmt: skip


def test_names_are_replaced_by_known_ones_of_the_same_length(engines: Engines) -> None:
    text = "I met Xyqwz of Grwlplk on Monday."
    masks = [(6, 11), (15, 22)]
    spelled = lints_of(manuscript(text), engines, masks).get("SpellCheck", [])
    assert not list(spelled)
    assert len(lints_of(manuscript(text), engines)["SpellCheck"]) == 2
