"""Gifts and invitations before the decision."""

from __future__ import annotations

import pytest

from eitherway.proof.gifts import gifts, social_invitations
from tests.proof.letters import KNOWN, letter


@pytest.mark.parametrize(
    "said",
    [
        "I have enclosed a small gift for you and your team.",
        "I am attaching a $25 gift card and a short note.",
        "I left a bottle of wine at reception.",
        "A small gift is on its way to your office.",
        "Please enjoy the enclosed chocolates.",
        "I'd love to take you to lunch to say thanks.",
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
    ],
)
def test_no_invitation(said: str) -> None:
    assert list(social_invitations(letter(said), KNOWN)) == []
