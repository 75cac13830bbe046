"""What is left of another letter: copy-paste slips that nobody labelled for us, each kind several times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitherway.model.codes import FindingCode
from eitherway.proof.text import Proofreader
from tests.proof.text.letters import KNOWN, found, letter


@pytest.fixture(scope="module")
def reader() -> Proofreader:
    return Proofreader()


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ("I hope to work for Zendesk one day soon.", FindingCode.WRONG_ROW, "Zendesk"),
        ("I understand what Deloitte needs from a junior.", FindingCode.WRONG_ROW, "Deloitte"),
        (
            "What draws me to Harbourline Logistics is the rota.",
            FindingCode.WRONG_ROW,
            "Harbourline Logistics",
        ),
        ("My interest in Tesco goes back years.", FindingCode.WRONG_ROW, "Tesco"),
        ("I would bring my experience to Kroger.", FindingCode.WRONG_ROW, "Kroger"),
        ("I would fit in well at Sainsbury's.", FindingCode.WRONG_ROW, "Sainsbury's"),
        ("I hope to be part of Marriott for years.", FindingCode.WRONG_ROW, "Marriott"),
        ("I can't wait to start at Baker Hughes.", FindingCode.WRONG_ROW, "Baker Hughes"),
        ("I would love to join you as a Loan Underwriter.", FindingCode.WRONG_ROW, "Loan Underwriter"),
        (
            "I am writing about the Warehouse Supervisor position.",
            FindingCode.WRONG_ROW,
            "Warehouse Supervisor",
        ),
        ("I hope to become your next Payroll Specialist.", FindingCode.WRONG_ROW, "Payroll Specialist"),
        ("I want to be the Dental Nurse you choose.", FindingCode.WRONG_ROW, "Dental Nurse"),
        ("I like how Tulip Tree Florral buys.", FindingCode.NAME_NEAR_MISS, "Tulip Tree Florral"),
        ("I like how Harbor Freight Lynes ships.", FindingCode.NAME_NEAR_MISS, "Harbor Freight Lynes"),
        ("We met on Friday, 12 November 2026, at ten.", FindingCode.LEFTOVER, "Friday, 12 November 2026"),
        ("I can come on Monday, March 3rd, 2026.", FindingCode.LEFTOVER, "Monday, March 3rd, 2026"),
        ("I am free from 46401 on.", FindingCode.LEFTOVER, "from 46401"),
        ("We spoke on Tuesday, 46350.", FindingCode.LEFTOVER, "on Tuesday, 46350"),
        ("My rate is $XX an hour.", FindingCode.LEFTOVER, "$XX"),
        ("I saved my last firm £XXX a year.", FindingCode.LEFTOVER, "£XXX"),
        (
            "The chocolates at your reception are from me.",
            FindingCode.GIFT,
            "chocolates at your reception are from me",
        ),
        (
            "I have two tickets to the derby, if you would like them.",
            FindingCode.GIFT,
            "tickets to the derby, if you would",
        ),
        ("Dinner will be on me.", FindingCode.GIFT, "Dinner will be on me"),
        ("Thanks. Ta for the yard.", FindingCode.TONE, "Ta"),
        ("The plant was sick, mate.", FindingCode.TONE, "sick, mate"),
        ("Thanks. Yo, I want this job.", FindingCode.TONE, "Yo"),
    ],
)
def test_it_is_found(said: str, code: FindingCode, words: str, reader: Proofreader) -> None:
    manuscript = letter(said)
    findings = [each for each in reader.read(manuscript, KNOWN) if each.code is code]
    assert words in found(findings, manuscript)


def test_a_name_that_only_sounds_like_the_right_one_is_told_which(reader: Proofreader) -> None:
    manuscript = replace(letter("I want to work at Acme Robotix."), company="Acme Robotics")
    (finding,) = reader.read(manuscript, replace(KNOWN, companies=("Acme Robotics",)))
    assert finding.suggestions == ("Acme Robotics",)
    assert '"Acme Robotics"' in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "I left Deloitte in March, after six years.",
        "My brother works at Tesco, so I know the hours.",
        "As I told the panel last week, my notice is short.",
        "I was a Warehouse Supervisor for two years.",
        "I paid for two tickets and never used them.",
        "The 46350 part is out of stock.",
        "I learned my trade at Baker Hughes.",
    ],
)
def test_what_is_mentioned_rightly_is_left_alone(said: str, reader: Proofreader) -> None:
    assert reader.read(letter(said), KNOWN) == []
