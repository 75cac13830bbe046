"""The order of today's list."""

from __future__ import annotations

from datetime import date


def urgency(
    days_overdue: int | None, due: date | None, company: str | None, name: str | None
) -> tuple[int, date, str, str]:
    """Most overdue first (business days), then by due date, company and name (docs/design.md, section 3)."""
    return -(days_overdue or 0), due or date.max, (company or "").casefold(), (name or "").casefold()
