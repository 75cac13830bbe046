"""Rows under a table: a click asks whether to take them in, and loses none of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from eitherway.buttons import actions
from tests.buttons.conftest import User
from tests.engines.openpyxl_engine import PROTECTED, ExcelError, contents

QUESTION = (
    "Rows 36 to 37 stand under the table Interviews, not in it, so nothing there is followed up.\n\n"
    "Take what stands there into the table? No leaves it where it is, out of everything."
)


@pytest.fixture
def under(sit_down: Callable[[Path], User], built: Path, tmp_path: Path) -> User:
    """Someone who typed two rows in a program in which tables do not grow."""
    book = load_workbook(built)
    sheet = book["Interviews"]
    columns, last = [cell.value for cell in sheet[2]], range_boundaries(sheet.tables["Interviews"].ref)[3]
    for row, name in enumerate(("Noor Haddad", "Ivo Blum"), last + 1):
        typed = {
            "Application": "Northwind - Data Analyst",
            "Date": datetime(2026, 11, 19),  # noqa: DTZ001 - a cell has no time zone
            "Interviewer": name,
            "What we talked about": f"the plans for room {row}",
            "Round": "=1+1",
        }
        for column, value in typed.items():
            sheet.cell(row, columns.index(column) + 1, value)
    (tmp_path / "typed").mkdir()
    path = tmp_path / "typed" / built.name
    book.save(path)
    return sit_down(path)


def ends_at(user: User) -> str:
    return str(user.book.impl.sheets("Interviews").formulas.tables["Interviews"].ref).partition(":")[2]


def typed(user: User) -> list[object]:
    return [user.cell("Interviews", cell) for cell in ("A36", "F36", "D37", "F37", "G37")]


def test_yes_takes_them_in_and_flags_them(under: User) -> None:
    before = typed(under)
    said = under.clicks(actions.flag_overdue, "yes")
    assert under.excel.alerts[0] == QUESTION
    assert said.startswith(
        "The table Interviews took in the 2 rows under it.\n\n4 overdue, 6 due today, 3 soon."
    )
    assert ends_at(under).endswith("37")
    assert typed(under) == before
    assert under.cell("Interviews", "W36") == "Due"
    assert "Take what" not in "".join(under.clicks(actions.flag_overdue))


def test_no_leaves_them_and_the_rest_goes_on(under: User) -> None:
    before, end = typed(under), ends_at(under)
    said = under.clicks(actions.flag_overdue, "no")
    assert said.startswith("4 overdue, 4 due today, 3 soon.")
    assert "Interviews!A36: Rows 36 to 37 stand under the table Interviews" in said
    assert (typed(under), ends_at(under)) == (before, end)


def test_a_workbook_without_such_rows_is_asked_nothing(user: User) -> None:
    user.clicks(actions.flag_overdue)
    assert len(user.excel.alerts) == 1


def test_undo_puts_them_back_under_the_table(under: User) -> None:
    before = contents(under.book)
    end = ends_at(under)
    under.clicks(actions.flag_overdue, "yes")
    under.clicks(actions.undo)
    assert contents(under.book) == before
    assert ends_at(under) == end


def test_what_excel_refuses_half_way_takes_nothing_from_them(under: User) -> None:
    before, end = contents(under.book), ends_at(under)

    refusals = ["write Today"]

    def refuse(call: str) -> None:
        if refusals and call.startswith(refusals[0]):
            refusals.clear()
            raise ExcelError(PROTECTED)

    under.excel.before_call = refuse
    assert "Nothing was written" in under.clicks(actions.flag_overdue, "yes")
    assert (contents(under.book), ends_at(under)) == (before, end)


def test_write_letters_asks_once_and_writes_theirs_too(under: User) -> None:
    under.clicks(actions.write_letters, "yes")
    assert len(under.excel.alerts) == 2
    assert [*under.path.parent.rglob(f"{date(2026, 11, 19)} Noor Haddad - thank-you e-mail.docx")]
