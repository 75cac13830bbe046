from __future__ import annotations

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.engines.harper import harper, lints_of
from tests.proof.text.language.readings import manuscript, reading, shown


def told(text: str, engines: Engines) -> list[tuple[str, str]]:
    return shown(text, harper(reading(text), engines, lints_of(manuscript(text), engines)))


def test_a_pronoun_within_a_word_is_no_subject(engines: Engines) -> None:
    assert told("My gran says a thank-you goes off like milk.", engines) == []
    assert ("goes", "go") in told("My gran says you goes off like milk.", engines)
