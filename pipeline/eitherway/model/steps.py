"""The steps of the cadence: their names, and what Cadence holds in a new workbook."""

from __future__ import annotations

THANK_YOU = "Thank-you"
CHECK_IN = "Check-in"
LAST_NOTE = "Last note"
AFTER_NO = "After no"
SENT = " sent"
INTERVIEW, DECISION_DATE, PREVIOUS_STEP = COUNTS_FROM = ("Interview", "Decision date", "Previous step")

DEFAULT_CADENCE: tuple[tuple[str, str, str, int, int | None], ...] = (
    (THANK_YOU, "thank-you", INTERVIEW, 1, 10),
    (CHECK_IN, "check-in", DECISION_DATE, 1, None),
    (LAST_NOTE, "last-note", PREVIOUS_STEP, 5, None),
)
"""The rows of Cadence in a new workbook, which names every step that is not a user's own."""

STEPS = tuple(step for step, *_ in DEFAULT_CADENCE)
NAMED = (*STEPS, AFTER_NO)
"""Every step with a name of ours: those of the cadence, and the note that a no calls for."""


def sent_column(step: str) -> str:
    """The Interviews column that holds the day a step was sent: "Thank-you sent"."""
    return step + SENT


def spoken_step(step: str) -> str:
    """The step's name within a sentence: "check-in", but "HR call", and "note after a no"."""
    if step == AFTER_NO:
        return "note after a no"
    return step if step[1:2].isupper() else step[:1].lower() + step[1:]
