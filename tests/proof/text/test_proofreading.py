"""The whole list of checks on one letter."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Person
from eitherway.proof.text import Proofreader
from eitherway.proof.text.proofreading import most_telling
from tests.proof.text.letters import GRACE, KNOWN, found, letter

PROOFREADER = Proofreader()


def test_a_right_letter_has_no_finding() -> None:
    assert PROOFREADER.read(letter(), KNOWN) == []


def test_findings_come_in_the_order_of_the_text_and_with_fingerprints() -> None:
    manuscript = letter("It was awesome on [DATE].", dear="Dear Ms. Chan")
    told = PROOFREADER.read(manuscript, KNOWN)
    assert found(told, manuscript) == ["Ms. Chan", "awesome", "[DATE]"]
    assert all(finding.fingerprint for finding in told)


def test_of_one_stretch_of_text_one_finding_is_told() -> None:
    manuscript = letter(dear="Dear Mr. Rosi")
    assert [finding.code for finding in PROOFREADER.read(manuscript, KNOWN)] == [FindingCode.GREETING]


def test_the_loudest_is_kept_of_one_check_and_the_earlier_of_two() -> None:
    quiet = Finding(FindingCode.TONE, Severity.INFO, "", 0, 5)
    loud = Finding(FindingCode.TONE, Severity.WARNING, "", 4, 9)
    earlier = Finding(FindingCode.GREETING, Severity.WARNING, "", 8, 12)
    whole = Finding(FindingCode.NO_ASK, Severity.ERROR, "", 0, 0)
    assert most_telling([quiet, loud, whole]) == [whole, loud]
    assert most_telling([loud, earlier, quiet]) == [earlier, quiet]


def fingerprints() -> list[str]:
    manuscript = letter("It was awesome.", asked="I hope for the best.")
    return [finding.fingerprint for finding in PROOFREADER.read(manuscript, KNOWN)]


def test_the_same_finding_has_the_same_fingerprint_in_another_run() -> None:
    assert fingerprints() == fingerprints()
    assert len(set(fingerprints())) == 3


def test_a_missing_ask_is_another_one_in_a_letter_to_somebody_else() -> None:
    manuscript = letter(asked="Thank you.", to=replace(GRACE, full="Grace B. Chen"))
    mine, theirs = (PROOFREADER.read(each, KNOWN) for each in (letter(asked="Thank you."), manuscript))
    assert [each.code for each in mine] == [each.code for each in theirs]
    assert {each.fingerprint for each in mine}.isdisjoint(each.fingerprint for each in theirs)


def test_grammar_is_another_finding_in_another_sentence() -> None:
    one, other = (PROOFREADER.read(letter(said), KNOWN) for said in ("The the tour.", "It was the the tour."))
    assert one[0].fingerprint != other[0].fingerprint


LONG = 30_000


@pytest.mark.parametrize(
    "text", ["a", "{{", "\x00\x1b", "שלום ", "😀", "<a b='&'>", "I would like to be the one you "]
)
def test_a_cell_of_30_000_characters_is_read_to_its_end(text: str) -> None:
    manuscript = letter((text * LONG)[:LONG])
    for finding in PROOFREADER.read(manuscript, KNOWN):
        assert 0 <= finding.start <= finding.end <= len(manuscript.text)


def test_of_a_point_without_end_only_the_length_is_told() -> None:
    told = PROOFREADER.read(letter(f"I enjoyed talking about {'the new harbour plan and ' * 1200}."), KNOWN)
    assert [(each.code, each.severity) for each in told] == [(FindingCode.TOO_LONG, Severity.ERROR)]


def test_a_long_letter_is_read_up_to_its_last_whole_sentence() -> None:
    told = PROOFREADER.read(letter("It was awesome. " + "I saw the plan of the bridge. " * 300), KNOWN)
    assert [each.code for each in told] == [FindingCode.TOO_LONG, FindingCode.TONE]


ANYTHING = st.text(max_size=200) | st.text("ab .,'’-&{}[]<>\n!?Mr1_%:", max_size=200)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING, ANYTHING)
def test_any_text_and_name_can_be_read(text: str, name: str, company: str) -> None:
    manuscript = replace(letter(), text=text, to=Person(name, "", name, name), company=company)
    for finding in PROOFREADER.read(manuscript, KNOWN):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message


def test_importing_the_stage_loads_no_engine() -> None:
    heavy = "{'harper', 'nameparser', 'pandas'}"
    program = f"import sys, eitherway.proof.text; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
