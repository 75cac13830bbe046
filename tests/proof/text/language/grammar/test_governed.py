from __future__ import annotations

import pytest

from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.verbforms import verb_forms
from tests.proof.text.language.readings import shown, tagged


@pytest.mark.parametrize(
    ("wrong", "verb", "meant"),
    [
        ("I have since supersede the old list.", "supersede", "superseded"),
        ("She has never chew the end of a pen.", "chew", "chewed"),
        ("I'd never saw a kiln that size.", "saw", "seen"),
        ("It must have complicate the order.", "complicate", "complicated"),
        ("Has anybody look at the fuse?", "look", "looked"),
        ("Had I knew that, I would have come.", "knew", "known"),
        ("Could you told me on Friday?", "told", "tell"),
        ("Rarely does anyone gets there early.", "gets", "get"),
        ("It would overrides the first one.", "overrides", "override"),
        ("They don't answering the phone.", "answering", "answer"),
        ("I would be thrill to join you.", "thrill", "thrilled"),
        ("I have never been lock in a room.", "lock", "locked"),
        ("The rest would be make by hand.", "make", "made"),
        ("I am tired of arrive late.", "arrive", "arriving"),
        ("He left without once raise his voice.", "raise", "raising"),
        ("I look forward to whisper the news.", "whisper", "whispering"),
        ("I'm used to drive anything with wheels.", "drive", "driving"),
        ("Before recommend it, I asked around.", "recommend", "recommending"),
        ("Nobody should keep blame a fuse.", "blame", "blaming"),
        ("They have given up count on rain.", "count", "counting"),
        ("I used to raced pigeons.", "raced", "race"),
        ("Thank you for the opportunity to visits your yard.", "visits", "visit"),
        ("They should have being felled in May.", "being", "been"),
        ("I had not planned on be asked to sing.", "be", "being"),
    ],
)
def test_a_form_that_the_word_before_does_not_allow(
    wrong: str, verb: str, meant: str, engines: Engines
) -> None:
    assert shown(wrong, verb_forms(tagged(wrong, engines))) == [(verb, meant)]


@pytest.mark.parametrize(
    ("wrong", "verb", "meant"),
    [
        ("Thank you for letting me sitting in.", "sitting", "sit"),
        ("He has never let me forgot it.", "forgot", "forget"),
        ("It helped me understanding why you stay.", "understanding", "understand"),
        ("I'd rather knew either way.", "knew", "know"),
        ("I would sooner heard a no.", "heard", "hear"),
        ("I wish changing my answer.", "changing", "to change"),
        ("I would like you consider me.", "consider", "to consider"),
        ("I once watch a teller do that.", "watch", "watched"),
        ("When you shown me the press, I knew.", "shown", "showed"),
        ("I hope you won't mind my ask about it.", "ask", "asking"),
    ],
)
def test_a_form_that_goes_by_a_person(wrong: str, verb: str, meant: str, engines: Engines) -> None:
    assert shown(wrong, verb_forms(tagged(wrong, engines))) == [(verb, meant)]


@pytest.mark.parametrize(
    ("wrong", "verb", "meant"),
    [
        ("I teach chemistry for seventeen years.", "teach", "have taught"),
        ("It went badly, and I feel guilty ever since.", "feel", "have felt"),
        ("I am certified since March.", "am", "have been"),
        ("Last year, I begin a course in welding.", "begin", "began"),
        ("I find two of them last year.", "find", "found"),
        ("I have read the booklet last night.", "read", "read"),
        ("If I would have known, I would have asked.", "would have", "had"),
        ("If I were in the chair, I will ask first.", "will", "would"),
    ],
)
def test_a_form_that_the_time_does_not_allow(wrong: str, verb: str, meant: str, engines: Engines) -> None:
    assert shown(wrong, verb_forms(tagged(wrong, engines))) == [(verb, meant)]


@pytest.mark.parametrize(
    "right",
    [
        "I may be light on the handrail, and you must be ready. I've been busy, and I've been home.",
        "She spoke quietly and without hurry, free of charge. We cut our length of stay.",
        "I got to thinking about it. People will do nearly anything if you ask.",
        "The tractor is used to drive a pump. I don't mind crawl spaces.",
        "I always have work to do. There will be light by noon. It was quiet and dark by six.",
        "If you would have me, I would come. I know people, and I wonder if they would have come.",
        "Last year I put it down. I read it last night. I have lived here for two years.",
        "I am staying for two years. I cut it yesterday. I know that last week was hard.",
        "Whatever you had given them worked. What have you seen? I had you told at once.",
        "You asked if I could back a truck and broadcast a game. It has cost and hurt us.",
        "I enjoyed myself, and I finished first. The people you met were kind.",
    ],
)
def test_what_is_right(right: str, engines: Engines) -> None:
    assert shown(right, verb_forms(tagged(right, engines))) == []
