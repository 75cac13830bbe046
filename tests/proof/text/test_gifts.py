"""Gifts and invitations before the decision."""

from __future__ import annotations

import pytest

from eitherway.proof.text.gifts import gifts, social_invitations
from tests.proof.text.letters import KNOWN, letter


@pytest.mark.parametrize(
    "said",
    [
        "I have enclosed a small gift for you and your team.",
        "I am attaching a $25 gift card and a short note.",
        "I left a bottle of wine at reception.",
        "A small gift is on its way to your office.",
        "Please enjoy the enclosed chocolates.",
        "I'd love to take you to lunch to say thanks.",
        "I enjoyed talking about the gift I sent you, a box of chocolates.",
        "I enjoyed talking about the bottle of wine that I will send you.",
        "I enjoyed talking about the jam I sent you.",
        "Enclosed is a $20 gift card.",
        "Enclosed please find a small gift.",
        "Here are two tickets to the game on Friday.",
        "I am bringing you some homemade jam.",
    ],
)
def test_a_gift(said: str) -> None:
    assert list(gifts(letter(said), KNOWN))
    assert list(gifts(letter(said, decided=True), KNOWN)) == []


@pytest.mark.parametrize(
    "said",
    [
        "I ran the gift shop and sold gift cards to your customers.",
        "You have a gift for explaining, and I was gifted a second chance.",
        "Thank you for the cup of tea and the cookies.",
        "At present I work for a wine merchant.",
        "I have enclosed the references you asked for.",
        "I delivered flowers for six years.",
        "I enjoyed talking about the gift card program and the tickets to the game that your team sells.",
        "Enclosed is a list of the flowers that sold best, and here are two of my reports.",
        "Here is a link to the gift guide, and I am bringing you my portfolio.",
        "I could bring you some coffee customers and send you a report on wine.",
        "I sent you an invoice for the cake in May.",
    ],
)
def test_no_gift(said: str) -> None:
    assert list(gifts(letter(said), KNOWN)) == []


@pytest.mark.parametrize(
    "said",
    [
        "I have sent you an invitation to connect on LinkedIn.",
        "I just followed you on Instagram.",
        "I added you on Facebook last night.",
        "Let's connect on LinkedIn.",
        "I sent you a friend request.",
        "Look me up on LinkedIn.",
        "I enjoyed talking about our link on LinkedIn, where I sent you an invitation.",
        "I've sent you a request on LinkedIn.",
        "We must connect on LinkedIn.",
        "My profile is linkedin.com/in/rossi. Please connect with me.",
        "I added you as a friend.",
    ],
)
def test_an_invitation(said: str) -> None:
    assert list(social_invitations(letter(said), KNOWN))
    assert list(social_invitations(letter(said, decided=True), KNOWN)) == []


@pytest.mark.parametrize(
    "said",
    [
        "I took a LinkedIn Learning course and ran the Instagram account as Social Media Manager.",
        "We invited customers to follow the shop on Facebook.",
        "We connected at once, and I followed your advice.",
        "I saw the job on LinkedIn.",
        "On LinkedIn I saw your invitation to the open day.",
        "I used LinkedIn to hire, and I sent candidates a request for references.",
        "I added you as a reference, and we should connect the two databases.",
        "Please connect with me at the number below.",
    ],
)
def test_no_invitation(said: str) -> None:
    assert list(social_invitations(letter(said), KNOWN)) == []
