"""No cell of a workbook adds a header, a recipient or markup to a draft, or a line to a calendar."""

from __future__ import annotations

import email
from datetime import date, datetime
from email import policy
from pathlib import Path
from typing import Any

import icalendar
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway.send.draft_files import beside_letters
from eitherway_workbook import build
from tests.command_line.test_mail import ADDRESS, MEI
from tests.command_line.test_main import DAY, ONE_CONVERSATION, eitherway

EVIL = '\r\nBcc: all@evil.example\r\n\r\n<script>x</script>, "q" <b@evil.example>\nEND:VCALENDAR'
NOW = datetime.fromisoformat("2026-11-20T09:30")
HEADERS = ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
CELLS = [
    ("Applications", "Application"),
    ("Applications", "Company"),
    ("Applications", "Role"),
    ("Applications", "Reference"),
    ("Applications", "Why this job"),
    ("Interviewers", "Interviewer"),
    ("Interviewers", "Greet as"),
    ("Interviewers", "Title"),
    ("Interviewers", "Company"),
    ("Interviewers", "Email"),
    ("Interviewers", "Address"),
    ("Interviews", "Interviewer"),
    ("Interviews", "Round"),
    ("Interviews", "Format"),
    ("Interviews", "Time"),
    ("Interviews", "What we talked about"),
    ("Interviews", "In your own words"),
    ("Settings", "Your name"),
    ("Settings", "Email"),
    ("Settings", "Phone"),
    ("Settings", "Address"),
]


def with_evil(folder: Path, table: str, column: str) -> Path:
    """A workbook with one thank-you, and what is evil behind the text of one cell."""
    tables: dict[str, list[dict[str, Any]]] = {
        **{name: [dict(row) for row in rows] for name, rows in ONE_CONVERSATION.items()},
        "Interviewers": [{**MEI, **ADDRESS}],
    }
    if table == "Settings":
        rows = [row for row in tables[table] if row["Name"] == column]
        if not rows:
            tables[table].append({"Name": column, "Value": "mine"})
        for row in tables[table]:
            row["Value"] = f"{row['Value']}{EVIL}" if row["Name"] == column else row["Value"]
    else:
        (row,) = tables[table]
        row[column] = f"{row.get(column, 'Mine')}{EVIL}"
    book = folder / "book.xlsx"
    build(book, tables)
    return book


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column"), CELLS, ids=[f"{table}, {column}" for table, column in CELLS])
def test_a_cell_says_what_it_says_and_no_more(tmp_path: Path, table: str, column: str) -> None:
    book = with_evil(tmp_path, table, column)
    day = date.fromisoformat(DAY)
    # Not proofread: that would hold most of them.
    run(ClosedBook(book), day, now=NOW, proof=False, send=beside_letters(book))
    for file in tmp_path.rglob("*.eml"):
        content = file.read_bytes()
        draft: Any = email.message_from_bytes(content, policy=policy.strict)
        assert sorted(draft.keys()) == HEADERS
        assert [each.addr_spec for each in draft["To"].addresses] == ["mei@northwind.example"]
        assert "<script>" not in draft.get_body(("html",)).get_content()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(map(len, content.split(b"\r\n"))) <= 998
    assert eitherway("calendar", book, "--as-of", DAY).exit_code == 0
    calendar = icalendar.Calendar.from_ical(book.with_suffix(".ics").read_bytes())
    assert {each.name for each in calendar.subcomponents} <= {"VEVENT"}
    assert book.with_suffix(".ics").read_bytes().count(b"\r\nEND:VCALENDAR") == 1


def test_what_is_evil_does_get_into_drafts(tmp_path: Path) -> None:
    """Else the test above would be about nothing."""
    book = with_evil(tmp_path, "Applications", "Why this job")
    run(ClosedBook(book), date.fromisoformat(DAY), now=NOW, proof=False, send=beside_letters(book))
    (file,) = tmp_path.rglob("*.eml")
    assert b"evil" in file.read_bytes()
