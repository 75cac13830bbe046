"""The button Import on an open workbook: the file's dialog, the questions, the cells."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eitherway.books.excel import native
from eitherway.buttons import actions
from tests.buttons.conftest import User
from tests.engines.openpyxl_engine import contents

TRACKER = """Company,Role,Status,Applied on,Interview,Interviewer,Salary
Quayside Ltd,Analyst,Interviewing,2026-11-02,2026-11-10,Priya Nair,85k
Vintner GmbH,Tester,Absage,2026-11-03,,,
"""
PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{},,,{},{},HR,05 Mar 2024\n"


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    path = tmp_path / "mine" / "tracker.csv"
    path.write_text(TRACKER, encoding="utf-8")
    return path


def imports(user: User, file: Path | bool, *answers: str) -> str:
    user.excel.picks[:] = [str(file) if isinstance(file, Path) else file]
    return user.clicks(actions.bring_in, *answers)


def rows(user: User, sheet: str) -> list[Mapping[str, object]]:
    table = user.book.sheets[sheet].tables[0]
    header, *body = table.range.value
    return [dict(zip(header, row, strict=True)) for row in body]


def test_a_file_is_asked_for_and_what_it_holds_is_shown_before_it_is_written(
    user: User, tracker: Path
) -> None:
    before = len(rows(user, "Applications"))
    said = imports(user, tracker, "ok")
    assert user.excel.alerts[0].startswith(
        "Import: your tracker or address book (Trackers and address books,"
    )
    assert user.excel.alerts[1].startswith(
        "tracker.csv: 2 applications, 1 interviewer, 1 interview would be added."
    )
    assert said.startswith("2 applications, 1 interviewer, 1 interview added.")
    added = rows(user, "Applications")[before:]
    assert [row["Application"] for row in added] == ["Quayside Ltd - Analyst", "Vintner GmbH - Tester"]
    assert added[0]["Notes"] == "Salary: 85k"
    assert rows(user, "Interviews")[-1]["Interviewer"] == "Priya Nair"
    assert rows(user, "Interviewers")[-1]["Company"] == "Quayside Ltd"


def test_the_same_file_again_writes_nothing(user: User, tracker: Path) -> None:
    imports(user, tracker, "ok")
    user.excel.calls.clear()
    assert imports(user, tracker).startswith("2 applications stood there already.")
    assert not [call for call in user.excel.calls if call.startswith(("write", "resize"))]


def test_undo_takes_it_back(user: User, tracker: Path) -> None:
    before = contents(user.book)
    imports(user, tracker, "ok")
    assert contents(user.book) != before
    assert user.clicks(actions.undo).startswith("Undone: import of tracker.csv (")
    assert contents(user.book) == before


@pytest.mark.parametrize(("file", "answers"), [(False, ()), (True, ("cancel",))])
def test_cancel_leaves_all_as_it_was(user: User, tracker: Path, file: bool, answers: tuple[str, ...]) -> None:
    before = contents(user.book)
    imports(user, tracker if file else False, *answers)
    assert contents(user.book) == before


def test_what_differs_is_shown_and_stays(user: User, tracker: Path) -> None:
    imports(user, tracker, "ok")
    newer = TRACKER.replace("Interviewing", "Offer") + "Yonder,Buyer,Applied,2026-11-20,,,\n"
    tracker.write_text(newer, encoding="utf-8")
    imports(user, tracker, "ok")
    assert '(Status) says "Interviewing", the file "Offer".' in user.excel.alerts[1]
    statuses = {row["Company"]: row["Status"] for row in rows(user, "Applications")}
    assert (statuses["Quayside Ltd"], statuses["Yonder"]) == ("Interviewing", "Applied")


def test_an_application_that_may_be_one_that_stands_there_is_asked_for(user: User, tracker: Path) -> None:
    imports(user, tracker, "ok")
    text = TRACKER.splitlines()[0] + "\nQuaysid,Analyst,Offer,2026-11-02,,,\n"
    tracker.write_text(text, encoding="utf-8")
    before = len(rows(user, "Applications"))
    imports(user, tracker, "yes", "ok")
    assert user.excel.alerts[1].startswith(
        '"Quaysid - Analyst" (tracker, row 2) may be "Quayside Ltd - Analyst"'
    )
    assert len(rows(user, "Applications")) == before


def test_people_of_an_address_book_are_added_only_if_wanted(user: User, tmp_path: Path) -> None:
    book = tmp_path / "Connections.csv"
    book.write_text(PEOPLE.format("Zora", "zora@else.example", "Else"), encoding="utf-8")
    before = len(rows(user, "Interviewers"))
    assert imports(user, book, "no").startswith("Nothing is new")
    assert len(rows(user, "Interviewers")) == before
    imports(user, book, "yes", "ok")
    assert rows(user, "Interviewers")[-1]["Email"] == "zora@else.example"


def test_a_file_that_holds_nothing_of_the_kind_is_told(user: User, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert imports(user, tmp_path / "a.pdf").startswith("a.pdf is a PDF, which holds no tracker.")


class _Cancelled(Exception):
    errornumber = native.CANCELLED


@pytest.mark.parametrize("picked", ["/Users/robin/tracker.csv", None])
def test_on_macos_applescripts_dialog_asks(picked: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def choose_file(with_prompt: str) -> SimpleNamespace:
        asked.append(with_prompt)
        if picked is None:
            raise _Cancelled
        return SimpleNamespace(path=picked)

    scripting = SimpleNamespace(activate=lambda: asked.append("activate"), choose_file=choose_file)
    monkeypatch.setitem(sys.modules, "osax", SimpleNamespace(OSAX=lambda pid: scripting))
    excel: Any = SimpleNamespace(app=SimpleNamespace(api=SimpleNamespace(), pid=1))
    found = native.picked_file(excel, "Import", native.FileKinds("Trackers", (".csv",)))
    assert found == (Path(picked) if picked else None)
    assert asked == ["activate", "Import"]
