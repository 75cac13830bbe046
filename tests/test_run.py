"""The whole flow on real files: what a run leaves on the disk, and what it refuses to begin."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from eitherway.books.closed.book import ClosedBook, PreparedFile
from eitherway.books.keeping import disk
from eitherway.model.codes import Code
from eitherway.model.problems import CannotAct, CellsInTheWay, EitherWayError, EmptiedWorkbook, LockedWorkbook
from eitherway.model.records import CellChange, Edits, LetterState, Outcome, Plan
from eitherway.model.schema import BY_NAME
from eitherway.model.steps import AFTER_NO
from eitherway.model.tables import Tables
from eitherway.run import list_problems, run
from eitherway.write.marks import sent
from eitherway_workbook import build

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 - a workbook holds no time zone
Row = Mapping[str, object]

NAME: Row = {"Name": "Your name", "Value": "Dana Whitcombe"}
APPLICATION: Row = {"Application": "A", "Company": "Northwind", "Role": "Analyst", "Status": "Interviewing"}
TALK: Row = {
    "Application": "A",
    "Date": date(2026, 11, 18),
    "Interviewer": "Mei Chen",
    "What we talked about": "the reports",
}


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    """The example, nothing flagged yet, alone in its folder."""
    return Path(shutil.copy(built, tmp_path))


def small(folder: Path, *talks: Row, applications: Sequence[Row] = (APPLICATION,)) -> Path:
    """A workbook of these conversations."""
    path = folder / "small.xlsx"
    build(path, {"Settings": [NAME], "Applications": applications, "Interviews": talks})
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ran(book: Path, *, letters: bool = True, dry_run: bool = False, allow_empty: bool = False) -> Outcome:
    return run(ClosedBook(book), DAY, now=NOW, letters=letters, dry_run=dry_run, allow_empty=allow_empty)


def edited(book: Path, sheet: str, edit: Callable[[Worksheet], None]) -> None:
    """As a user would change it: opened, changed, saved."""
    workbook = openpyxl.load_workbook(book)
    edit(workbook[sheet])
    workbook.save(book)


def emptied(*tables: str) -> Callable[[Path], None]:
    """Empties whole rows of these tables, the cells that are ours too."""

    def empty(book: Path) -> None:
        for table in tables:
            edited(book, BY_NAME[table].sheet, partial(_clear, table=table))

    return empty


def _clear(sheet: Worksheet, table: str) -> None:
    left, top, right, bottom = openpyxl.utils.range_boundaries(sheet.tables[table].ref)
    for row in sheet.iter_rows(top + 1, bottom, left, right):
        for cell in row:
            cell.value = None


def column(book: Path, table: str, name: str) -> list[object]:
    """The cells of a table's column, formulas as they are typed."""
    sheet = openpyxl.load_workbook(book)[BY_NAME[table].sheet]
    left, top, right, bottom = openpyxl.utils.range_boundaries(sheet.tables[table].ref)
    headers = [cell.value for cell in next(sheet.iter_rows(top, top, left, right))]
    at = left + headers.index(name)
    return [sheet.cell(row, at).value for row in range(top + 1, bottom + 1)]


def test_letters_are_written_linked_and_logged(book: Path) -> None:
    outcome = ran(book)
    written = [each.letter for each in outcome.letters if each.state is LetterState.WRITTEN]
    assert len(written) == 11
    assert {str(path.relative_to(book.parent).as_posix()) for path in book.parent.rglob("*.docx")} == {
        letter.path for letter in written
    }
    of_rows = {each.row: each for each in reversed(written)}  # of a letter and its e-mail, the letter
    in_rows = [of_rows[row] for row in sorted(of_rows)]
    assert len(in_rows) == 10
    assert [cell for cell in column(book, "Interviews", "File") if cell] == [each.path for each in in_rows]
    (link,) = set(column(book, "Interviews", "Letter"))
    assert str(link).startswith('=IF(Interviews[[#This Row],[File]]="","",HYPERLINK(')
    sheet = openpyxl.load_workbook(book, data_only=True)["Interviews"]
    stored = [cells[BY_NAME["Interviews"].names.index("Letter")] for cells in sheet.values][2:]
    # An application that ended in a no has no step of its own any more.
    steps = ["" if each.step == AFTER_NO else each.step for each in in_rows]
    assert [cell for cell in stored if cell] == [f"{step} letter" if step else "Letter" for step in steps]
    assert column(book, "Log", "Interviewer") == [letter.interviewer for letter in written]
    assert set(column(book, "Log", "What")) == {"Letter written"}
    assert set(column(book, "Log", "When")) == {NOW}


def test_twice_changes_nothing(book: Path) -> None:
    ran(book)
    before = files(book.parent)
    again = ran(book)
    assert list(again.edits) == []
    assert {each.state for each in again.letters} == {LetterState.UNCHANGED, LetterState.HELD}
    ran(book, letters=False)
    assert files(book.parent) == before


def test_a_dry_run_tells_the_same_and_writes_nothing(book: Path) -> None:
    before = files(book.parent)
    told = ran(book, dry_run=True)
    assert files(book.parent) == before
    done = ran(book)
    assert told.dry_run
    assert [(each.letter.path, each.state) for each in told.letters] == [
        (each.letter.path, each.state) for each in done.letters
    ]
    assert (list(told.problems), list(told.edits)) == (list(done.problems), list(done.edits))


def test_only_a_letter_that_was_written_is_linked_and_logged(tmp_path: Path) -> None:
    other = {**TALK, "Interviewer": "Ana Ruiz", "What we talked about": "the new team"}
    book = small(tmp_path, TALK, other)
    (tmp_path / "Letters").symlink_to("nowhere")  # it holds nothing, and no folder can be made there
    outcome = ran(book)
    assert [each.state for each in outcome.letters] == [LetterState.HELD, LetterState.HELD]
    assert [each for each in column(book, "Interviews", "File") if each] == []
    assert [each for each in column(book, "Log", "What") if each] == []
    assert (
        len([cell for cell in column(book, "Problems", "What") if "could not be written" in str(cell)]) == 2
    )


def in_the_way(sheet: Worksheet) -> None:
    """The user's own words right below the Problems table."""
    bottom = openpyxl.utils.range_boundaries(sheet.tables["Problems"].ref)[3]
    sheet.cell(bottom + 1, 3).value = "mine"


def merged_cells(sheet: Worksheet) -> None:
    left, top, *_ = openpyxl.utils.range_boundaries(sheet.tables["Interviews"].ref)
    at = left + BY_NAME["Interviews"].names.index("Flag")
    sheet.merge_cells(start_row=top + 1, end_row=top + 2, start_column=at, end_column=at)


@pytest.mark.parametrize(
    ("sheet", "edit", "trouble"),
    [("Problems", in_the_way, CellsInTheWay), ("Interviews", merged_cells, EitherWayError)],
)
def test_what_cannot_be_saved_leaves_no_letter(
    sheet: str, edit: Callable[[Worksheet], None], trouble: type[EitherWayError], book: Path
) -> None:
    edited(book, sheet, edit)
    before = files(book.parent)
    with pytest.raises(trouble):
        ran(book)
    assert files(book.parent) == before


def test_the_workbook_is_laid_out_once(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Edits] = []
    prepare = ClosedBook.prepare

    def counted(book: ClosedBook, edits: Edits) -> PreparedFile:
        asked.append(edits)
        return prepare(book, edits)

    monkeypatch.setattr(ClosedBook, "prepare", counted)
    for letters in (False, True, True):
        ran(book, letters=letters)
    assert len(asked) == 3
    for letter in (book.parent / "Letters").rglob("*.docx"):
        letter.unlink()
    ran(book)
    assert len(asked) == 4


def test_marks_are_made_before_anything_is_decided_and_logged(tmp_path: Path) -> None:
    book = small(tmp_path, TALK)

    def mark(plan: Plan, tables: Tables) -> Sequence[CellChange]:
        assert plan.conversations["Step"].to_list() == ["Thank-you"]
        return sent(plan, tables, ["Mei Chen"], DAY)

    outcome = run(ClosedBook(book), DAY, now=NOW, letters=False, mark=mark)
    assert outcome.plan.conversations["Step"].to_list() == ["Check-in"]
    assert [str(each)[:10] for each in column(book, "Interviews", "Thank-you sent")] == ["2026-11-20"]
    logged = [column(book, "Log", name) for name in ("When", "What", "Application", "Interviewer")]
    assert logged == [[NOW], ["Thank-you sent: 2026-11-20"], ["A"], ["Mei Chen"]]


def test_the_letter_names_the_decision_date_of_the_plan(tmp_path: Path) -> None:
    """After their reply only a date that lies after it counts, for the letter too."""
    promised = {**APPLICATION, "Decision by": date(2026, 11, 19)}
    talk = {
        **TALK,
        "Date": date(2026, 11, 10),
        "Thank-you sent": date(2026, 11, 11),
        "Decision by": date(2026, 11, 12),
        "Reply received": date(2026, 11, 13),
    }
    outcome = ran(small(tmp_path, talk, applications=[promised]), dry_run=True)
    assert [str(each.date()) for each in outcome.plan.conversations["Decision date"]] == ["2026-11-19"]
    assert outcome.letters[0].letter.fields["decision_date"] == "Thursday, November 19"


def test_an_interviewer_of_a_shared_name_is_the_same_for_the_channel_and_the_address(tmp_path: Path) -> None:
    book = tmp_path / "two.xlsx"
    people: list[Row] = [
        {"Interviewer": "Mei Chen", "Company": company, "Title": company, "Channel": "Post"}
        for company in ("Contoso", "Fabrikam")
    ]
    talks: list[Row] = [TALK, {**TALK, "Application": "B"}]
    applications = [APPLICATION, {**APPLICATION, "Application": "B", "Company": "Contoso"}]
    rows = {"Settings": [NAME], "Applications": applications, "Interviewers": people}
    build(book, {**rows, "Interviews": talks})
    outcome = ran(book, dry_run=True)
    assert outcome.plan.conversations["Channel"].to_list() == ["Email", "Post"]
    titles = [each.letter.fields["recipient"]["title"] for each in outcome.letters]  # type: ignore[index]  # mappings
    assert titles == ["", "Contoso"]


def test_of_two_rows_of_an_application_the_first_counts_everywhere(tmp_path: Path) -> None:
    second = {**APPLICATION, "Company": "Second", "Reference": "second", "Status": "Rejected"}
    book = small(tmp_path, TALK, applications=[{**APPLICATION, "Reference": "first"}, second])
    outcome = ran(book, dry_run=True)
    [follow_up] = outcome.plan.conversations.to_dict("records")
    assert (follow_up["Company"], follow_up["Flag"]) == ("Northwind", "Overdue")
    assert outcome.letters[0].letter.fields["reference"] == "first"


CLOSED: Row = {**APPLICATION, "Status": "Rejected"}


@pytest.mark.parametrize(
    ("application", "tables", "said"),
    [
        (APPLICATION, ["Interviews"], "Interviews"),
        (APPLICATION, ["Interviews", "Applications"], "Interviews"),
        (APPLICATION, ["Interviews", "Counts", "Applications"], "Interviews"),
        (APPLICATION, ["Applications"], "Applications"),
        (CLOSED, ["Interviews"], "Interviews"),
        (CLOSED, ["Interviews", "Counts", "Today"], "Interviews"),
        (CLOSED, ["Applications"], "Applications"),
    ],
)
def test_an_emptied_table_stops_the_run(
    application: Row, tables: list[str], said: str, tmp_path: Path
) -> None:
    """Counts, Today and Applications remember, each alone; a closed application stands in no count."""
    book = small(tmp_path, TALK, applications=[application])
    ran(book)
    emptied(*tables)(book)
    before = files(tmp_path)
    with pytest.raises(EmptiedWorkbook, match=f"^{said} has no rows any more"):
        ran(book)
    assert files(tmp_path) == before


def test_a_search_that_was_ended_on_purpose_is_asked_about_once(tmp_path: Path) -> None:
    book = small(tmp_path, TALK)
    ran(book)
    emptied("Interviews")(book)
    ran(book, allow_empty=True)
    assert len(ran(book).plan.conversations) == 0


@pytest.mark.parametrize("application", [APPLICATION, {**APPLICATION, "Company": None}])
def test_a_search_that_has_just_begun_is_not_emptied(application: Row, tmp_path: Path) -> None:
    """An application whose own row is to be mended is flagged Fix before its first interview."""
    book = small(tmp_path, applications=[application])
    ran(book)
    assert len(ran(book).plan.applications) == 1


def test_list_problems_writes_the_problems_and_nothing_else(book: Path) -> None:
    outcome = list_problems(ClosedBook(book), DAY, now=NOW)
    assert {edit.sheet for edit in outcome.edits} == {"Problems"}
    assert len(column(book, "Problems", "What")) == len(outcome.problems)
    assert not [*book.parent.rglob("*.docx")]


def test_a_mark_that_fits_no_row_does_nothing(book: Path) -> None:
    before = files(book.parent)
    with pytest.raises(CannotAct):
        run(
            ClosedBook(book),
            DAY,
            now=NOW,
            mark=lambda plan, tables: sent(plan, tables, ["Nobody At All"], DAY),
        )
    assert files(book.parent) == before


def test_an_error_that_holds_a_letter_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    people = [{"Interviewer": "Mei Chen", "Greet as": "Hi Mei"}]
    applied = {"Settings": [NAME], "Applications": [APPLICATION]}
    build(path, {**applied, "Interviewers": people, "Interviews": [TALK]})
    outcome = run(ClosedBook(path), DAY, now=NOW, dry_run=True, proof=False)
    assert [problem.code for problem in outcome.problems] == [Code.TITLE_NOT_NAME]


def test_a_disk_that_is_full_at_the_end_names_the_letters_that_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = ("Mei Chen", "Ana Silva", "Tom Reyes", "Zoë Brown")
    book = small(
        tmp_path,
        *({**TALK, "Interviewer": name, "What we talked about": f"plan {name[0]}"} for name in people),
    )
    before = book.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "replace", full)
    with pytest.raises(LockedWorkbook) as refused:
        run(ClosedBook(book), DAY, now=NOW, proof=False)
    assert "The disk is full" in refused.value.what
    assert "4 letters were written before, and stand: " in refused.value.fix
    assert 'Mei Chen - thank-you e-mail.docx"' in refused.value.fix
    assert "and 1 more. The next run takes them up." in refused.value.fix
    assert book.read_bytes() == before
    monkeypatch.undo()
    assert {each.state for each in run(ClosedBook(book), DAY, now=NOW, proof=False).letters} == {
        LetterState.UNCHANGED
    }
