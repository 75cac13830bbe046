"""Today's list: its order, and what it says beside the reason."""

from __future__ import annotations

from datetime import date


def urgency(
    days_overdue: int | None, due: date | None, company: str | None, name: str | None
) -> tuple[int, date, str, str]:
    """Most overdue first (business days), then by due date, company and name (docs/design.md, section 3)."""
    return -(days_overdue or 0), due or date.max, (company or "").casefold(), (name or "").casefold()


def said_today(why: str | None, to_note: str | None) -> str | None:
    """The reason, and behind it what is to be noted while it is remembered."""
    return " ".join(filter(None, (why, to_note))) or None
