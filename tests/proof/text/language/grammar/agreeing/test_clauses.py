from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from tests.proof.text.language.readings import manuscript, shown


def told(text: str, engines: Engines) -> list[tuple[str, str]]:
    return shown(text, language_findings(manuscript(text), Known(), [], engines))


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("My brother and I was glad.", "was", "were"),
        ("The crew and the foreman was kind.", "was", "were"),
        ("Bending the brims take time.", "take", "takes"),
        ("The two engines by the door needs new parts.", "needs", "need"),
        ("The number of bees have fallen.", "have", "has"),
        ("It is a queue in which the oldest tickets is read aloud.", "is", "are"),
        ("Most people turns the pages.", "turns", "turn"),
        ("Drones doesn't feel for cracks.", "doesn't", "don't"),
        ("The results of the survey was clear.", "was", "were"),
        ("A list of the parts are attached.", "are", "is"),
        ("I know what excite me about it.", "excite", "excites"),
        ("You and Sam was very kind.", "was", "were"),
        ("Half of your readers was pleased.", "was", "were"),
        ("It was the best shift I've work this year.", "work", "worked"),
        ("You kept change the requirements.", "change", "changing"),
        ("I am interested in work for you.", "work", "working"),
    ],
)
def test_a_verb_that_does_not_go_with_what_is_before_it(
    wrong: str, found: str, meant: str, engines: Engines
) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    "right",
    [
        "I noticed three water bars near the saddle that have silted in.",
        "A short deck walk at five would help. I've work to do.",
        "The number of calls has fallen, and a number of people have noticed.",
        "The team of nurses works hard, and the crew and the cook are kind.",
        "You asked what keeps me here. Ten days is enough.",
    ],
)
def test_right_verbs_are_left_alone(right: str, engines: Engines) -> None:
    assert told(right, engines) == []
