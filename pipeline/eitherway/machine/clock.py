"""The clock of both faces."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """The user's wall clock, to the second: the one place that asks it."""
    return datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
