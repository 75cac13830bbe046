from __future__ import annotations

from collections.abc import Iterator

import pytest

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.engines.harper import harper, lints_of
from eitherway.proof.text.language.orthography.spelling import spelling
from eitherway.proof.text.language.reading.reading import Reading
from tests.proof.text.language.readings import reading, shown


def by_harper(read: Reading, engines: Engines) -> Iterator[Finding]:
    return harper(read, engines, lints_of(read.manuscript, engines))


def misspelt(findings: Iterator[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code is FindingCode.SPELLING]


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I whould like to come.", "whould", "would"),
        ("Thnak you for the tour.", "Thnak", "Thank"),
        ("I will come with tahnks.", "tahnks", "thanks"),
        ("It was on Wendesday that we met.", "Wendesday", "Wednesday"),
        ("I worked in a wirehouse.", "wirehouse", "warehouse"),
        ("It was realy kind.", "realy", "really"),
        ("She writes carefuly.", "carefuly", "carefully"),
        ("We met agian.", "agian", "again"),
        ("I hav time.", "hav", "have"),
    ],
)
def test_a_misspelt_word_is_an_error(wrong: str, found: str, meant: str, engines: Engines) -> None:
    (finding,) = misspelt(by_harper(reading(wrong), engines))
    assert shown(wrong, [finding]) == [(found, meant)]
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "clipped",
    [
        "We do perio charting.",
        "The scaff went up.",
        "Your turnaround for frozens is short.",
        "I trim verdes.",
    ],
)
def test_a_word_of_a_trade_that_is_near_another_holds_no_letter(clipped: str, engines: Engines) -> None:
    told = misspelt(by_harper(reading(clipped), engines))
    assert Severity.ERROR not in [finding.severity for finding in told]


@pytest.mark.parametrize("texted", ["ur", "lol", "thx"])
def test_what_is_from_text_messages_has_no_suggestion(texted: str, engines: Engines) -> None:
    (finding,) = misspelt(by_harper(reading(f"I like {texted} and the tour."), engines))
    assert finding.severity is Severity.ERROR
    assert not finding.suggestions
    assert "text messages" in finding.message


@pytest.mark.parametrize(
    ("side", "right"),
    [
        (Dialect.US, "The runbook covers lidar, offcuts and the handover of the cleanroom."),
        (Dialect.US, "I was honoured to use the Kubernetes and PostgreSQL tools from Kyiv."),
        (Dialect.UK, "I organise, organize and analyse; my favourite rota is the fortnightly one."),
    ],
)
def test_words_of_a_trade_names_and_the_other_dialect_are_no_misspellings(
    side: Dialect, right: str, engines: Engines
) -> None:
    assert not shown(right, misspelt(by_harper(reading(right, side), engines)))


def test_masked_names_are_not_read(engines: Engines) -> None:
    assert not misspelt(by_harper(reading("I met Oluwaseun there.", names=["Oluwaseun"]), engines))


def test_harper_also_finds_grammar_with_a_whole_sentence_to_say(engines: Engines) -> None:
    text = "I should of come."
    (finding,) = by_harper(reading(text), engines)
    assert finding.code is FindingCode.GRAMMAR
    assert finding.message.startswith("“")
    assert finding.suggestions


def test_an_endless_paragraph_is_not_given_to_harper(engines: Engines) -> None:
    assert not list(by_harper(reading("whould " * 1000), engines))


def test_the_speller_in_harpers_place(engines: Engines) -> None:
    pytest.importorskip("hunspell")
    assert engines.speller
    text = "I whould organise the colour programme with Oluwaseun."
    findings = spelling(reading(text, Dialect.UK, names=["Oluwaseun"]), engines, engines.speller)
    assert shown(text, findings) == [("whould", "would")]
