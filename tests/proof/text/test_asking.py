"""Whether a letter asks for the job, and to hear either way."""

from __future__ import annotations

import pytest

from eitherway.model.codes import FindingCode, Severity
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text.asking import asks, either_way


def letter(sentence: str, kind: str = "thank-you") -> Manuscript:
    text = f"Dear Ann Lee,\n\nThank you for the tour. {sentence}\n\nYours,\n\nBo Day"
    return Manuscript(text, Person("Ann Lee"), company="Harbor Bakery Ltd", role="Night Baker", kind=kind)


def missing(sentence: str) -> list[Severity]:
    return [finding.severity for finding in asks(letter(sentence), Known())]


def missing_either_way(sentence: str) -> list[Severity]:
    return [finding.severity for finding in either_way(letter(sentence), Known())]


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
def test_there_are_many_ways_to_ask(asked: str) -> None:
    assert Severity.ERROR not in missing(asked)


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
        "I am very interested in this job.",
        "Thank you for the opportunity to interview for the job.",
        "I would be happy to look at it, whether or not you hire me.",
        "This is a school where I would be happy to work.",
        "I would like to thank you for the talk about the position.",
        "Would you give me a call about the job?",
        "I hope you'll let me visit again.",
        "Will you put me in touch with her?",
        "I am sure I can do the job.",
        "Can I have a copy of the plan?",
    ],
)
def test_interest_and_favours_are_no_ask(said: str) -> None:
    assert missing(said)


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
        "Please let me know either way.",
        "Whatever you decide, please drop me a line.",
        "I would be grateful for a reply, yes or no.",
        "I hope to hear from you, even if the answer is no.",
        "One way or the other, please tell me.",
    ],
)
def test_there_are_many_ways_to_ask_for_an_answer(asked: str) -> None:
    assert Severity.ERROR not in missing_either_way(asked)


@pytest.mark.parametrize(
    "said",
    [
        "Either way, I enjoyed the visit.",
        "Let me know if the file isn't readable.",
        "I will call on Friday.",
        "I look forward to hearing from you.",
        "Whatever you decide, I was grateful for the tea.",
        "Please let me know whether you need references.",
    ],
)
def test_this_asks_for_none(said: str) -> None:
    assert missing_either_way(said)


@pytest.mark.parametrize("said", ["I enjoyed the bread.", "We walked round the yard."])
def test_a_letter_that_asks_nothing_is_held(said: str) -> None:
    assert (missing(said), missing_either_way(said)) == ([Severity.ERROR], [Severity.ERROR])


@pytest.mark.parametrize("kind", ["thank-you", "check-in", "last-note", "after-no", "note-card"])
def test_only_letters_before_an_answer_ask(kind: str) -> None:
    manuscript = letter("Thank you again.", kind)
    told = [finding.code for check in (asks, either_way) for finding in check(manuscript, Known())]
    asking = kind in ("thank-you", "check-in", "last-note")
    assert told == ([FindingCode.NO_ASK, FindingCode.NO_EITHER_WAY] if asking else [])
