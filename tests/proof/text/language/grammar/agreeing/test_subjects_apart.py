"""Parts of many, subjects that "who" stands for, joined ones, and clauses after what somebody said."""

from __future__ import annotations

import pytest

from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text.language import language_findings
from eitherway.proof.text.language.engines.engines import Engines
from tests.proof.text.language.readings import manuscript, shown


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("There were forty people, and each of them were calm.", "were", "was"),
        ("I noticed every one of the shelves have a label.", "have", "has"),
        ("Not a single one of them were late.", "were", "was"),
        ("You told me that half the calls is about lunches.", "is", "are"),
        ("Only 12 percent of them finishes the form.", "finishes", "finish"),
        ("If twenty-two per cent of your bookings is late, a text would help.", "is", "are"),
        ("You have nine hoods, of which three fails the test.", "fails", "fail"),
        ("Thank you for ninety minutes, sixty of which was about dogs.", "was", "were"),
        ("Not many does.", "does", "do"),
        ("The rest of the shelves was bare.", "was", "were"),
        ("The two I missed was small.", "was", "were"),
        ("The minutes of that meeting was lost.", "was", "were"),
    ],
)
def test_parts_of_many(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I saw two programs in Duluth which has run for years.", "has", "have"),
        ("I liked the woman on line 6 who don't believe it.", "don't", "doesn't"),
        ("I can stay with my aunt, who live by the pier.", "live", "lives"),
        ("My three children, who thinks so, would agree.", "thinks", "think"),
        ("The view shut me up, which don't happen often.", "don't", "doesn't"),
        ("I asked about the restaurant whose tips was paid late.", "was", "were"),
        ("Those of us who was there remember it.", "was", "were"),
        ("Who say a thing like that?", "say", "says"),
        ("I want the one which nobody else want.", "want", "wants"),
        ("Everybody who comes through the door want the same bread.", "want", "wants"),
        ("Everything that followed from those two lines were tidy.", "were", "was"),
        ("The women who pack on line 2 knows it.", "knows", "know"),
        ("Every conservator I have ever respected say the same.", "say", "says"),
    ],
)
def test_relatives(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("I saw a tool in which the punch and the die was new.", "was", "were"),
        ("My guard card and my training is both current.", "is", "are"),
        ("I was nervous, and you and Baz was very nice.", "was", "were"),
        ("Because neither noise nor ice are a bother, I came.", "are", "is"),
        ("Neither you nor the nurses knows the tubing.", "knows", "know"),
        ("The smell of paint and brake fluid make my mother ill.", "make", "makes"),
        ("The big cartoner, together with its two feeders, were stopped.", "were", "was"),
        ("The notes, however sparse, carries weight.", "carries", "carry"),
        ("One of the sheds, the old barn, need a new roof.", "need", "needs"),
        ("Interviews like mine, with four people, and one alarm, is long.", "is", "are"),
        ("My grandmother reads well; what stops her are the fear of it.", "are", "is"),
        ("What draws me to the museum are the variety of the work.", "are", "is"),
    ],
)
def test_joined_subjects_and_asides(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


@pytest.mark.parametrize(
    ("wrong", "found", "meant"),
    [
        ("You told me there was four.", "was", "were"),
        ("There is roots and old thatch in it.", "is", "are"),
        ("There have been no news of it.", "have", "has"),
        ("There doesn't seem to be two plans.", "doesn't", "don't"),
        ("Is there any questions?", "Is", "Are"),
        ("Do everyone go silent?", "Do", "Does"),
        ("How many hours do the course take?", "do", "does"),
        ("Here is the two forms.", "is", "are"),
        ("I realize the budget have to be approved.", "have", "has"),
        ("I dare say the storm have kept you.", "have", "has"),
        ("I'm told most interviews involves a chair.", "involves", "involve"),
        ("You told me that cell counts has dropped.", "has", "have"),
        ("It is not often that somebody senior know the plan.", "know", "knows"),
        ("Because without it the other five is only lights.", "is", "are"),
        ("He asked which ones was hail.", "was", "were"),
    ],
)
def test_after_there_questions_and_what_is_said(wrong: str, found: str, meant: str, engines: Engines) -> None:
    assert (found, meant) in told(wrong, engines)


def test_a_verb_keeps_its_not(engines: Engines) -> None:
    assert ("wasn't", "weren't") in told("The boxes behind the door wasn't counted.", engines)


def told(text: str, engines: Engines) -> list[tuple[str, str]]:
    return shown(text, language_findings(manuscript(text), Known(), [], engines))
