"""Right sentences whose verb does not go with the noun before it, and needs not."""

from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from tests.proof.text.language.readings import manuscript, shown


@pytest.mark.parametrize(
    "right",
    [
        "We don't scold people. Neither do I.",
        "My own two are at school now, and the other two are awake.",
        "What you and I were reading is out of print.",
        "The value that my group and I were using was wrong.",
        "If the mines were lined up and I were the one with the pencil, I would wait.",
        "It was not until noon that the two of us were able to see it.",
        "Leeds is where my folk are.",
        "I saw that nobody asked the porters who swaps with whom.",
        "What matters is the rack.",
        "Your sheet with the feed times and the doses is the first one I have seen.",
        "Ten bucks says there is a pinhole.",
        "My root pass on the pipe was pretty. Your walk to work is long.",
        "If a place were offered, I would take it. It is vital that he come alone.",
        "There's more. I work with diamonds, which have their own ideas.",
        "The ten that go out on Fridays are mine.",
        "How many nurses does it take? Why do the lights flicker?",
        "Only then did she tell me. How can she expect that?",
        "I watched the crew pour the slab, and heard a boy read eleven rows.",
        "Thank you for an hour and a half that was meant to be forty minutes.",
        "I like to live where a few of my friends are.",
        "Nobody but the nurses knows. The latter appear to be old.",
        "Every day bring your badge. The two buyers, Ann and Tom, are late.",
        "A total of four boxes are missing, and a handful of cooks decide.",
        "The party challenging the two bids has won. Mixing colours is hard.",
        "The man whose tools I use is retired.",
        "There are a table and two chairs, and there was bread and cheese.",
        "Following the talk are two short films.",
        "Thirty pupils, a worksheet on plates, and the projector were against me.",
        "A cook and a baker who know each other work well together.",
        "We won both games, which never happens. The seats were wet, which was nobody's fault.",
        "I have six, of which two work, and seven, one of which works.",
    ],
)
def test_right_sentences_are_left_alone(right: str, engines: Engines) -> None:
    found = language_findings(manuscript(right), Known(), [], engines)
    assert shown(right, (each for each in found if each.code.value == "grammar")) == []
