"""The rows of the caseload's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from eitherway.model.urgency import urgency
from eitherway_workbook.caseload.names import DONE, NOT_REFUSED, Client, Names
from eitherway_workbook.caseload.tables import COUNTED, WHY

LONGEST_WHAT = 600
"""Characters: a row is at most 409 points high (Microsoft, "Excel specifications and limits")."""


def follow_ups(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """One list over all clients, in the order of each client's own (docs/design.md, section 3)."""
    found = [
        {
            "Flag": each["flag"],
            "Due": date.fromisoformat(each["due"]),
            "Days overdue": each["days_overdue"],
            "Client": names.link(client),
            "Step": each["step"],
            "Interviewer": each["interviewer"],
            "Company": each["company"],
            "Role": each["role"],
            WHY: each["why"],
        }
        for client in clients
        for each in client.follow_ups
    ]
    return sorted(found, key=_urgency)


def silences(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """The silence of all clients, longest first."""
    found = [
        {
            "Days": each["days"],
            "Since": date.fromisoformat(each["since"]),
            "Client": names.link(client),
            "Application": each["application"],
        }
        for client in clients
        for each in client.silences
    ]
    return sorted(found, key=lambda row: -row["Days"])


def problems(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """All that is to be mended or looked at: those with the most to do first, errors before warnings."""
    return [
        {
            "Client": names.link(client),
            "Severity": each["severity"].capitalize(),
            "Where": each["where"],
            "What": _cut(each["message"]),
            "What to do": _cut(each["fix"]),
        }
        for client in sorted(clients, key=_worst_first)
        for each in client.problems
    ]


def workbooks(clients: Iterable[Client], names: Names) -> list[dict[str, Any]]:
    """What was not done first, then those with the most to do."""
    return [_row(client, names) for client in sorted(clients, key=_worst_first)]


def _urgency(row: Mapping[str, Any]) -> tuple[int, date, str, str]:
    return urgency(row["Days overdue"], row["Due"], row["Company"], row["Interviewer"])


def _worst_first(client: Client) -> tuple[int, int]:
    place = NOT_REFUSED.index(client.state) if client.state in NOT_REFUSED else -1
    return place, -client.overdue


def _row(client: Client, names: Names) -> dict[str, Any]:
    counted = {
        **{name: client.flags.get(name, 0) for name in COUNTED},
        "Interviews this week": client.interviews_this_week,
        "Offers": client.offers,
        "Longest silence": client.longest_silence,
        "Change": client.change,
        "Letters written": client.written,
        "Letters held": client.held,
        "Errors": client.errors,
        "Warnings": client.warnings,
    }
    return {
        "Client": names.link(client),
        "State": client.state.capitalize(),
        **(counted if client.state == DONE else {}),  # nobody knows them of the others
        "What": _cut(client.what),
        "File": client.path,
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_WHAT else f"{text[: LONGEST_WHAT - 1]}…"
