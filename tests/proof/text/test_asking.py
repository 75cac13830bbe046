from __future__ import annotations

import pytest

from eitherway.model.codes import Severity
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text.asking import asks, asks_for_the_job
from eitherway.proof.text.rules import asks_either_way


def letter(sentence: str) -> Manuscript:
    text = f"Dear Ann Lee,\n\nThank you for the tour. {sentence}\n\nYours,\n\nBo Day"
    return Manuscript(text, Person("Ann Lee"), company="Harbor Bakery Ltd", role="Night Baker")


@pytest.mark.parametrize(
    "asked",
    [
        "I'd love to bake for you.",
        "I'd relish the chance to run the kitchen for you.",
        "I should welcome the opportunity to manage your charities portfolio.",
        "I'd give my eye teeth to work on the spring season.",
        "I'd still rather be on the books with you than working on my own.",
        "Yours is the offer I would rather take.",
        "I'd love to write for your magazine.",
        "I want it very much.",
        "I hope the answer is yes.",
        "It would be a privilege to come aboard.",
        "I should be delighted to accept.",
        "I'd jump at the chance to work nights.",
        "Please put me to work.",
        "I really hope that I'm the person you are looking for.",
        "If you can use me, say so.",
        "I'd be over the moon to get this.",
        "I'd like to lead a crew for Harbor.",
        "I'd be proud to run it.",
        "I'd be very glad of the job.",
        "There's nowhere I'd rather work.",
        "I hope there's a place for me on your crew.",
        "I'd count it a blessing to do this work.",
        "I'd dearly love to learn the rest from you.",
        "If it were offered, I would accept it gladly.",
        "I'd like to be one of the people who make it.",
        "I would be grateful for the chance to drive for you.",
        "This is the work I would choose out of all there is.",
    ],
)
def test_there_are_many_ways_to_ask(asked: str) -> None:
    assert asks_for_the_job(letter(asked))


@pytest.mark.parametrize(
    "said",
    [
        "I'd love to see the new oven.",
        "I would welcome the chance to meet your team, and the opportunity to hear more.",
        "I would rather be told by letter.",
        "I would be happy to send you my references.",
        "I am very interested in the role.",
        "I think I would be a good fit for your team.",
        "I'd love to talk with you again.",
        "I'd be glad to show you how we did it.",
        "I'm glad that you have taken on an apprentice.",
        "If the answer is yes, I can move in two weeks.",
        "I am grateful to you and Mr. Hall for your time.",
        "I'd be glad to take the test.",
        "I would be happy to complete the forms for you.",
        "I am grateful for the chance to talk with you.",
        "I'd like to be of use.",
    ],
)
def test_interest_and_favours_are_no_ask(said: str) -> None:
    assert not asks_for_the_job(letter(said))


@pytest.mark.parametrize(
    "asked",
    [
        "A call either way would be welcome.",
        "Just ring or text, either way.",
        "I'd rather hear a no than nothing.",
        "If I'm not the one, I'd still like to hear it from you.",
        "Kindly revert either way.",
        "Let me know, aye or no.",
        "If you can use me, say so, and if you can't, please tell me that too.",
        "I'd rather know than wonder, so please write even if it's bad news.",
    ],
)
def test_there_are_many_ways_to_ask_for_an_answer(asked: str) -> None:
    assert asks_either_way(asked)


@pytest.mark.parametrize(
    "said",
    ["Either way, I enjoyed the visit.", "Let me know if the file isn't readable.", "I will call on Friday."],
)
def test_this_asks_for_none(said: str) -> None:
    assert not asks_either_way(said)


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("I would welcome the chance to do the same for your guests.", Severity.INFO),
        ("I enjoyed the bread.", Severity.ERROR),
        ("I'd love to hear more about the oven.", Severity.ERROR),
    ],
)
def test_a_wish_for_some_work_holds_no_letter(said: str, severity: Severity) -> None:
    (finding,) = asks(letter(said), Known())
    assert finding.severity is severity
