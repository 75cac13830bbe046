from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from eitherway.proof.text.language.grammar.confusions import confused_words
from tests.proof.text.language.readings import manuscript, shown, tagged


def told(text: str, engines: Engines) -> list[tuple[str, str]]:
    return shown(text, language_findings(manuscript(text), Known(), [], engines))


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I know kids who parents work late.", "who", "whose"),
        ("The principle herself came.", "principle", "principal"),
        ("It stood in the stationary cupboard.", "stationary", "stationery"),
        ("It is so quite up there.", "quite", "quiet"),
        ("I can bare either answer.", "bare", "bear"),
        ("It never seizes to amaze me.", "seizes", "ceases"),
        ("It has a sore heal.", "heal", "heel"),
        ("They are paid by peace rate.", "peace", "piece"),
        ("You soon loose interest.", "loose", "lose"),
        ("The dates run from 0.61 two 0.78.", "two", "to"),
        ("They did it off their own accord.", "off", "of"),
        ("I will learn you the job.", "learn", "teach"),
        ("I care allot.", "allot", "a lot"),
        ("It was he's daughter.", "he's", "his"),
        ("Please hire me for a trail shift.", "trail", "trial"),
        ("I read it to many times.", "to", "too"),
        ("I never ruined a carpet accept one.", "accept", "except"),
        ("I don't mind loosing sleep.", "loosing", "losing"),
        ("It lets them breath, and they talk.", "breath", "breathe"),
        ("Its rare that we close.", "Its", "It's"),
        ("I would rather wait then scrap a pair.", "then", "than"),
        ("It is better from me then from him.", "then", "than"),
        ("I am to old for that.", "to", "too"),
        ("They're shop is near.", "They're", "Their"),
        ("Turn of the pump.", "of", "off"),
        ("I want to now more.", "now", "know"),
        ("I've work in two kitchens.", "work", "worked"),
        ("I am writing ask when you decide.", "writing ask", "writing to ask"),
        ("I would be glad work weekends.", "glad work", "glad to work"),
        ("It was my pleasure meet you.", "pleasure meet", "pleasure to meet"),
        ("I'd be proud to be part it.", "part it", "part of it"),
        ("I know every hotel in city.", "in city", "in the city"),
        ("I want to be person you call.", "be person", "be the person"),
        ("I kept it just in cause.", "cause", "case"),
        ("I can start with two weeks notice.", "weeks", "weeks'"),
        ("I have ten years experience with cranes.", "years", "years'"),
        ("We talked about the lease, were it's kept.", "were", "where"),
        ("I came whether or not, and weather or not it rained.", "weather", "whether"),
        ("I'd of stayed longer.", "of", "have"),
        ("I took the later of the two.", "later", "latter"),
        ("I was board at my last job.", "board", "bored"),
        ("Who's idea was the garden?", "Who's", "Whose"),
        ("I trained for two year in Leeds.", "year", "years"),
        ("I am in charge two vans.", "charge two", "charge of two"),
        ("I would say yes write away.", "write", "right"),
        ("Call me if your free on Monday.", "your", "you're"),
        ("It will effect the whole team.", "effect", "affect"),
        ("I treat the patience who come late.", "patience", "patients"),
        ("It has been a mouth since we met.", "mouth", "month"),
        ("We were aloud to stay.", "aloud", "allowed"),
        ("The principle engineer left.", "principle", "principal"),
        ("I came bu train.", "bu", "by"),
        ("Please let know by Friday.", "let know", "let me know"),
        ("It fits just write now.", "write", "right"),
        ("I decide at the end the week.", "end the", "end of the"),
        ("I wonder of you would see me.", "of", "if"),
        ("I see that its getting the better of us.", "its", "it's"),
        ("I'd proud to join.", "I'd proud", "I'd be proud"),
        ("I decide by end of the month.", "by end", "by the end"),
        ("I have been nurse for ten years.", "been nurse", "been a nurse"),
        ("I left it at front desk.", "at front", "at the front"),
    ],
)
def test_the_neighbours_prove_it(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    "right",
    [
        "I write to your office, and the right person answers right away.",
        "It's been quiet, quite quiet, since your team left.",
        "The effect on the team was small; it did not affect the budget.",
        "I had patience with my patients. We read it aloud and were allowed to.",
        "I took part of the stock off the shelf, and one of the crew sold off the rest.",
        "I own two sets of tools, and I have been to many sites.",
        "The team lead led us past the site that they passed.",
        "Thanks for the patience with which you listened; your patience with me was kind.",
        "In the end the clerks saved it. If a place comes up, I would like to know of it.",
        "The town has changed its parking rules. Its only office keeps its clear aim.",
        "If anything is missing, just write to me. I did not write that in haste.",
        "I was one of three people who came.",
        "I found the cause of the noise.",
        "Thank you for sitting down with me last week.",
        "Then nobody came, and it is hard to quickly fix.",
        "Sort them by name, not by the date.",
        "It reads from left to right.",
        "The brine is drawn too near low water.",
    ],
)
def test_right_words_are_left_alone(right: str, engines: Engines) -> None:
    assert told(right, engines) == []


@pytest.mark.parametrize(
    "right",
    [
        "I had a think on the bus. I rely on the brake, and the brake was on.",
        "It is the sort of shop I like. Nobody rides without a fare. I guessed the weight.",
        "I'll go and buy a cake. I am now sure. The one on your desk is short.",
        "They keep the state of their filing to themselves. Say yes or thumbs down.",
        "I would like a principal to learn from. The two I missed were the small ones.",
    ],
)
def test_a_word_that_is_right(right: str, engines: Engines) -> None:
    assert shown(right, confused_words(tagged(right, engines), engines.counts)) == []
