"""The ask, the "either way" line, the length."""

from __future__ import annotations

import pytest

from eitherway.model.codes import FindingCode, Severity
from eitherway.proof.text.asking import asks, asks_for_the_job
from eitherway.proof.text.rules import FAR_TOO_LONG, LONGEST, asks_either_way, either_way, length
from tests.proof.text.letters import KNOWN, letter


@pytest.mark.parametrize(
    "asked",
    [
        "I want this job.",
        "I would love to be your next Wholesale Buyer.",
        "I hope you will offer me the position.",
        "I am asking you to put my name forward.",
        "Please consider this letter my request for the Wholesale Buyer job.",
        "It would be an honour to join Tulip Tree Floral.",
        "I should be delighted to be offered the post.",
        "I would gladly accept the job.",
        "I would be proud to work for you.",
        "I ask for your support as the panel decides.",
        "I would be grateful for the opportunity to join the team.",
        "Yours is the job I want.",
        "If you offer me the post, I shall accept it gladly.",
        "I would be honored if you chose me.",
        "I hope you'll hire me.",
        "I'd much rather you hired me.",
        "Will you take me on?",
        "Would you give me the job?",
        "I hope the committee will choose me.",
        "Please give the job to me.",
        "I hope to become part of the team.",
        "I'd jump at an offer.",
        "Nobody wants this job more than I do.",
    ],
)
def test_this_asks_for_the_job(asked: str) -> None:
    assert asks_for_the_job(letter(asked=asked))


@pytest.mark.parametrize(
    "asked",
    [
        "I am very interested in this job.",
        "Thank you for the opportunity to interview for the job.",
        "I would be happy to look at it, whether or not you hire me.",
        "This is a school where I would be happy to work.",
        "I would welcome the chance to do the same for your counselors.",
        "I would like to thank you for the talk about the position.",
        "Please let me know either way.",
        "Would you give me a call about the job?",
        "I hope you'll let me visit again.",
        "Will you put me in touch with her?",
        "I am sure I can do the job.",
        "Can I have a copy of the plan?",
    ],
)
def test_this_does_not(asked: str) -> None:
    assert not asks_for_the_job(letter(asked=asked))


@pytest.mark.parametrize(
    "line",
    [
        "Please let me know either way.",
        "Whatever you decide, please drop me a line.",
        "I would be grateful for a reply, yes or no.",
        "I hope to hear from you, even if the answer is no.",
        "One way or the other, please tell me.",
    ],
)
def test_this_asks_to_hear_either_way(line: str) -> None:
    assert asks_either_way(line)


@pytest.mark.parametrize(
    "line",
    [
        "I look forward to hearing from you.",
        "Whatever you decide, I was grateful for the tea.",
        "Please let me no either way.",
        "Please let me know whether you need references.",
    ],
)
def test_this_does_not_ask_to_hear(line: str) -> None:
    assert not asks_either_way(line)


@pytest.mark.parametrize("kind", ["thank-you", "check-in", "last-note", "after-no", "note-card"])
def test_only_letters_before_an_answer_ask(kind: str) -> None:
    manuscript = letter(asked="Thank you again.", kind=kind)
    told = [finding.code for check in (asks, either_way) for finding in check(manuscript, KNOWN)]
    asking = kind in ("thank-you", "check-in", "last-note")
    assert told == ([FindingCode.NO_ASK, FindingCode.NO_EITHER_WAY] if asking else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (LONGEST, []),
        (LONGEST + 1, [Severity.WARNING]),
        (FAR_TOO_LONG, [Severity.WARNING]),
        (FAR_TOO_LONG + 1, [Severity.ERROR]),
    ],
)
def test_the_length_is_that_of_the_body(words: int, told: list[Severity]) -> None:
    manuscript = letter("word " * (words - 1) + "word.", asked="")
    assert [finding.severity for finding in length(manuscript, KNOWN)] == told
