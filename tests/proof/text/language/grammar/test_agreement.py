from __future__ import annotations

import pytest

from eitherway.proof.text.language.grammar.agreement import agreement
from tests.proof.text.language.readings import reading, shown


@pytest.mark.parametrize(
    ("wrong", "verb", "meant"),
    [
        ("I has read it.", "has", "have"),
        ("I were glad to come.", "were", "was"),
        ("We hopes to hear soon.", "hopes", "hope"),
        ("She have led a team.", "have", "has"),
        ("I know that it have ended.", "have", "has"),
        ("One of the managers are away.", "are", "is"),
        ("The meetings was long.", "was", "were"),
        ("The list of names are ready.", "are", "is"),
        ("I know the managers who sits there.", "sits", "sit"),
        ("I met a supplier who never send paper.", "send", "sends"),
        ("Nobody in the room were sure.", "were", "was"),
        ("Both is enclosed.", "is", "are"),
        ("There is three reasons for it.", "is", "are"),
        ("There are a reason for it.", "are", "is"),
        ("Few managers is willing to talk.", "is", "are"),
        ("There was six of us.", "was", "were"),
        ("I know that nobody plan for it.", "plan", "plans"),
        ("One of the buses leak at the rear.", "leak", "leaks"),
    ],
)
def test_a_verb_that_does_not_go_with_its_subject(wrong: str, verb: str, meant: str) -> None:
    assert shown(wrong, agreement(reading(wrong))) == [(verb, meant)]


@pytest.mark.parametrize(
    "right",
    [
        "If I were you, I would ask whether it were true.",
        "The team are ready, and the team is ready.",
        "My manager and I have met. My manager and she were there.",
        "What they need is time. The people I met were kind.",
        "I suggest that he take a rest. It made me think.",
        "The rest of the letters are here; a number of them were late.",
        "Ten weeks is long. Two thirds of it was done.",
        "It is one of the shops that sell tea, and the work she does matters.",
        "The way your nurses hand over to the night shift works.",
        "There are a lot of reasons. There was a man and two boys.",
        "Does it work? Has the manager read it? Here is what I do.",
        "Testing children takes time. Setting a pane with a crew was a good way to start.",
        "A shop run by friends is best. He came and I was glad.",
        "I'd show a range rather than a single figure and say why.",
    ],
)
def test_right_verbs(right: str) -> None:
    assert not shown(right, agreement(reading(right)))
