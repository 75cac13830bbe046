"""Each button, from the click to its message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from eitherway import buttons
from eitherway.books.closed.book import ClosedBook
from eitherway.buttons import actions
from eitherway.machine import clock
from eitherway.model import button_labels
from eitherway.model.report import headline
from eitherway.run import look
from eitherway_workbook import build
from tests.buttons.conftest import AS_OF, NOW, User
from tests.engines.openpyxl_engine import EDITING, ExcelError, contents, opened

TODAY = datetime(2026, 11, 20)  # noqa: DTZ001 (a workbook holds no time zone)


def test_every_command_has_its_function() -> None:
    assert all(callable(getattr(buttons, command.name)) for command in button_labels.COMMANDS)


def test_a_button_runs_its_action_on_the_calling_workbook(user: User) -> None:
    user.excel.alerts.clear()
    buttons.check_workbook()
    assert "See the Problems sheet." in user.excel.alerts[0]


def test_flag_overdue_says_what_is_due_and_what_to_mend(user: User) -> None:
    said = user.clicks(actions.flag_overdue)
    assert said.startswith("4 overdue, 4 due today, 3 soon. First: Carmen Delgado Ruiz, Northwind Analytics.")
    assert "3 errors to mend, 1 warning. See the Problems sheet." in said
    assert "First: Interviews!F20 (Interviewer): " in said
    assert user.excel.statuses[:2] == [
        "Either Way: Reading the workbook ...",
        "Either Way: Working out the follow-ups ...",
    ]
    assert user.cell("Today", "B8") == "Overdue"


def test_flag_overdue_twice_writes_nothing_the_second_time(user: User) -> None:
    first = user.clicks(actions.flag_overdue)
    user.excel.calls.clear()
    assert user.clicks(actions.flag_overdue) == first
    assert not [call for call in user.excel.calls if call.startswith(("write", "resize"))]


def test_write_letters_writes_them_beside_the_workbook_and_links_them(user: User) -> None:
    said = user.clicks(actions.write_letters)
    assert said.startswith("Letters: 11 written, 1 held back.")
    assert len([*user.path.parent.rglob("*.docx")]) == 11
    assert user.cell("Today", "J8") == "Thank-you letter"


def test_check_workbook_lists_the_problems_and_writes_nothing_else(user: User) -> None:
    before = contents(user.book)
    said = user.clicks(actions.check_workbook)
    assert "errors to mend" in said
    assert user.book.sheets.active.name == "Problems"
    after = contents(user.book)
    assert {sheet for sheet, cell in after if after[sheet, cell] != before.get((sheet, cell))} == {"Problems"}


def test_a_workbook_without_problems_says_so(sit_down: Callable[[Path], User], tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    build(tmp_path / "new" / "new.xlsx", {"Settings": [{"Name": "Your name", "Value": "Robin Vale"}]})
    user = sit_down(tmp_path / "new" / "new.xlsx")
    assert user.clicks(actions.check_workbook) == "No problems: nothing is to be mended."
    assert user.clicks(actions.flag_overdue) == "Nothing to follow up now."


def test_mark_sent_from_today(user: User) -> None:
    user.clicks(actions.flag_overdue)
    name = str(user.cell("Today", "F8"))
    row = user.row_of("Interviews", name)
    user.selects("Today", "C8")
    said = user.clicks(actions.mark_sent)
    assert said.startswith(f"{name}'s thank-you: sent on Fri 20 Nov.\n\n3 overdue")
    assert user.cell("Interviews", f"N{row}") == TODAY
    assert user.cell("Log", "B3") == "Thank-you sent: 2026-11-20"
    assert user.cell("Log", "D3") == name
    assert user.cell("Today", "F8") != name


def test_mark_sent_from_interviews_asks_before_it_marks_several(user: User) -> None:
    user.clicks(actions.flag_overdue)
    rows = [user.row_of("Interviews", str(user.cell("Today", f"F{row}"))) for row in (8, 9)]
    user.selects("Interviews", ",".join(f"A{row}" for row in rows))
    before = contents(user.book)
    assert user.clicks(actions.mark_sent, "cancel").startswith("Mark as sent today: Carmen Delgado Ruiz, ")
    assert contents(user.book) == before
    user.clicks(actions.mark_sent, "ok")
    assert [user.cell("Interviews", f"N{row}") for row in rows] == [TODAY, TODAY]


def test_a_second_click_marks_nobody_else(user: User) -> None:
    user.clicks(actions.flag_overdue)
    user.selects("Today", "F8")
    user.clicks(actions.mark_sent)
    before = contents(user.book)
    assert user.excel.selection.address == "$B$7"
    assert user.clicks(actions.mark_sent).startswith("No row of Today or Interviews is selected.")
    assert contents(user.book) == before


def test_a_row_that_the_last_click_has_moved_is_asked_about(user: User) -> None:
    user.clicks(actions.flag_overdue)
    first, second = str(user.cell("Today", "F8")), str(user.cell("Today", "F9"))
    user.selects("Interviews", f"A{user.row_of('Interviews', first)}")
    user.clicks(actions.mark_sent)
    user.selects("Today", "F8")
    assert user.cell("Today", "F8") == second
    assert user.clicks(actions.mark_sent, now=NOW).startswith(f"{second}'s thank-you: sent on")
    user.clicks(actions.undo)
    user.selects("Today", "F8")
    sheet = user.book.sheets["Interviews"]
    sheet.range(f"M{user.row_of('Interviews', second)}").value = TODAY
    user.clicks(actions.flag_overdue)
    asked = user.clicks(actions.mark_sent, "cancel")
    assert asked.startswith("The list was made anew since you selected this row.\n\nMark as sent today: ")


def test_mark_sent_ends_as_the_command_lines_sent(user: User, tmp_path: Path) -> None:
    user.clicks(actions.flag_overdue)
    user.selects("Today", "B8")
    said = user.clicks(actions.mark_sent)
    user.book.impl.formulas.save(tmp_path / "saved.xlsx")
    assert headline(look(ClosedBook(tmp_path / "saved.xlsx"), AS_OF).plan) in said


def test_rows_that_a_filter_hides_are_not_marked(user: User) -> None:
    user.clicks(actions.flag_overdue)
    user.book.sheets["Today"].range("A9:A17").rows.hidden = True
    user.selects("Today", "B8:B18")
    asked = user.clicks(actions.mark_sent, "cancel")
    assert asked.count(";") == 1


@pytest.mark.parametrize(
    ("sheet", "cells", "said"),
    [
        ("Settings", "A3", "No row of Today or Interviews is selected."),
        ("Today", "B2", "No row of Today or Interviews is selected."),
        ("Interviews", "A2", "No row of Today or Interviews is selected."),
        ("Interviews", "A3", "Row 3 of Interviews (Rachel Goldberg) has no follow-up that is owed now."),
    ],
)
def test_a_selection_that_means_no_follow_up_is_refused(
    user: User, sheet: str, cells: str, said: str
) -> None:
    user.clicks(actions.flag_overdue)
    user.selects(sheet, cells)
    before = contents(user.book)
    assert user.clicks(actions.mark_sent).startswith(said)
    assert contents(user.book) == before


def test_a_selection_in_another_workbook_does_not_count(user: User, built: Path) -> None:
    other = opened(built, user.excel.engine)
    other.impl.fullname = "/elsewhere/other.xlsx"
    user.excel.selection = other.sheets["Interviews"].range("A3").impl
    assert user.clicks(actions.mark_sent).startswith("No row of Today or Interviews is selected.")


def test_a_line_of_today_that_is_out_of_date_is_refused(user: User) -> None:
    user.clicks(actions.flag_overdue)
    user.book.sheets["Today"].range("F8").value = "Somebody Else"
    user.selects("Today", "B8")
    assert user.clicks(actions.mark_sent).startswith(
        "Today's line for Somebody Else no longer fits Interviews."
    )


def test_open_letter(user: User) -> None:
    user.clicks(actions.write_letters)
    name = str(user.cell("Today", "F8"))
    user.selects("Today", "F8")
    assert user.clicks(actions.open_letter) == ""
    user.selects("Interviews", f"A{user.row_of('Interviews', name)}")
    assert user.clicks(actions.open_letter) == ""
    assert [name in file.name and file.is_file() for file in user.files] == [True, True]


def test_open_letter_without_a_letter(user: User) -> None:
    user.clicks(actions.flag_overdue)
    user.selects("Today", "F8")
    assert user.clicks(actions.open_letter).startswith("This row has no letter.")
    user.selects("Today", "F8:F9")
    assert user.clicks(actions.open_letter).startswith("More than one row is selected.")
    user.clicks(actions.write_letters)
    for letter in user.path.parent.rglob("*.docx"):
        letter.unlink()
    user.selects("Today", "F8")
    assert "is not there any more" in user.clicks(actions.open_letter)
    assert not user.files


def test_undo(user: User) -> None:
    before = contents(user.book)
    user.clicks(actions.flag_overdue)
    user.book.sheets["Interviews"].range("X5").value = "my own reason"
    said = user.clicks(actions.undo)
    assert said.startswith("Undone: Flag overdue (")
    assert said.endswith("1 cell was changed since and left as it is.")
    after = contents(user.book)
    assert {key for key in after if after[key] != before.get(key)} == {("Interviews", "X5")}
    assert user.clicks(actions.undo).startswith("There is nothing to undo")


def test_an_emptied_table_is_asked_about(user: User) -> None:
    user.clicks(actions.flag_overdue)
    sheet = user.book.sheets["Interviews"]
    sheet.range("A3:S35").value = [[None] * 19 for _ in range(33)]
    before = contents(user.book)
    assert user.clicks(actions.flag_overdue, "cancel").startswith("Interviews has no rows any more.")
    assert contents(user.book) == before
    assert user.clicks(actions.flag_overdue, "ok") == "Nothing to follow up now."


def test_an_unsaved_workbook_is_told_to_be_saved(user: User) -> None:
    user.book.impl.fullname = "Book1"
    buttons.flag_overdue()
    assert user.excel.alerts == ["Book1 has never been saved.\n\nSave the workbook first, then click again."]


def test_a_protected_sheet_is_named(user: User) -> None:
    user.book.sheets["Today"].api.ProtectContents = True
    assert user.clicks(actions.flag_overdue).startswith(
        "The sheet Today is protected.\n\nReview > Unprotect Sheet, then click again."
    )


def test_a_cell_that_stays_edited(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eitherway.books.excel.busy.WAITS", (0.0, 0.0, 0.0))

    def refuse(call: str) -> None:
        raise ExcelError(EDITING)

    user.excel.before_call = refuse
    assert user.clicks(actions.flag_overdue).endswith("Press Enter (or Esc), then click again.")


def test_a_mistake_of_ours_names_the_log_and_shows_no_traceback(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / name))

    def slip(click: object) -> str:
        raise ZeroDivisionError("ours")

    said = user.clicks(slip)
    assert said.startswith("Either Way was stopped by a mistake of its own.")
    assert said.endswith("mistake.log")
    assert "ZeroDivisionError: ours" in (tmp_path / "eitherway" / "mistake.log").read_text()


def test_without_a_workbook_the_words_end_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / name))
    with pytest.raises(SystemExit, match="mistake of its own"):
        buttons.flag_overdue()


def test_of_two_open_workbooks_only_the_calling_one_is_written(user: User, built: Path) -> None:
    other = opened(built, user.excel.engine)
    before = contents(other)
    user.clicks(actions.flag_overdue)
    assert contents(other) == before
    assert user.cell("Today", "B8") == "Overdue"


def test_the_clock_is_the_users(user: User) -> None:
    assert clock.now().tzinfo is None
    assert user.clicks(actions.flag_overdue, now=NOW.replace(month=10, day=1)) == user.clicks(
        actions.flag_overdue, now=NOW.replace(month=10, day=1)
    )
    assert user.cell("Today", "B5") == datetime.combine(date(2026, 10, 1), datetime.min.time())
