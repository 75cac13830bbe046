"""The questions of the interview card: to ask before one leaves, and to answer in the evening."""

from __future__ import annotations

from eitherway.model.choices import CHANNELS

PROMPTS = (
    "Which question of theirs made you think?",
    "What did they show you, or tell you about their work?",
    "What did the two of you agree on, or laugh about?",
)
QUESTIONS = (
    "May I have your card? (or: how do you spell your name?)",
    "By which day will you decide?",
    f"How do you like to hear from me: {', '.join(CHANNELS[:-1]).lower()}, or both?",
)
