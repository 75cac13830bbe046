"""The caseload as its reader opens it: one list over all clients, a row per workbook, charts."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from eitherway_workbook.caseload import build as module
from eitherway_workbook.caseload.build import Client, caseload, is_caseload
from tests.conftest import Validate

AS_OF = date(2026, 11, 20)


def owed(interviewer: str, days: int, due: str = "2026-11-17") -> dict[str, object]:
    return {
        "flag": "Overdue",
        "due": due,
        "days_overdue": days,
        "step": "Thank-you",
        "interviewer": interviewer,
        "company": "Northwind",
        "role": "Analyst",
        "why": "No thank-you yet: you met on Mon 16 Nov.",
    }


def client(
    path: str, *follow_ups: dict[str, object], name: str = "", state: str = "done", what: str = ""
) -> Client:
    flags = {"Overdue": len(follow_ups)} if follow_ups else {}
    return Client(path, name, state, flags, 2, 1, 0, 3, follow_ups, what)


OFFICE = (
    client("/office/ana/job.xlsx", owed("Mei Chen", 3)),
    client("/office/bao/job.xlsx", owed("Chidi Okafor", 5), owed("Rachel Vilsack", 1)),
    client("/office/chidi/job.xlsx", state="refused", what="job.xlsx is open in Excel. Close it."),
    client("/office/budget.xlsx", state="not ours", what="It has none of the tables."),
)


def opened(tmp_path: Path, *clients: Client) -> openpyxl.Workbook:
    path = tmp_path / "caseload.xlsx"
    caseload(path, clients, AS_OF)
    return openpyxl.load_workbook(path)


def column(sheet: Worksheet, name: str) -> list[object]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(name)].value for row in sheet.iter_rows(min_row=2)]


def test_one_list_over_all_clients_most_overdue_first(tmp_path: Path) -> None:
    sheet = opened(tmp_path, *OFFICE)["Follow ups"]
    assert column(sheet, "Interviewer") == ["Chidi Okafor", "Mei Chen", "Rachel Vilsack"]
    assert column(sheet, "Days overdue") == [5, 3, 1]
    assert column(sheet, "Client")[1] == (
        f'=HYPERLINK("{"../" * (len(tmp_path.parts) - 1)}office/ana/job.xlsx","ana/job")'
    )


def test_a_row_for_each_workbook_what_was_not_done_first(tmp_path: Path) -> None:
    sheet = opened(tmp_path, *OFFICE)["Workbooks"]
    assert column(sheet, "State") == ["Refused", "Done", "Done", "Not ours"]
    assert column(sheet, "Overdue") == [None, 2, 1, None]
    assert column(sheet, "Letters written") == [None, 2, 2, None]
    assert column(sheet, "Errors") == [None, 0, 0, None]
    assert column(sheet, "What")[0] == "job.xlsx is open in Excel. Close it."
    assert column(sheet, "File")[0] == "/office/chidi/job.xlsx"


def test_the_overview_says_how_many(tmp_path: Path) -> None:
    assert overview(opened(tmp_path, *OFFICE)) == [
        "Caseload",
        "Friday 20 November 2026: 4 workbooks, 2 done, 1 refused, 1 not ours.",
        "Not done: 1. They stand first in Workbooks, each with its reason.",
        "3 overdue, 4 letters held, 1 workbook not done",
        "Made anew by every run; keep notes elsewhere.",
    ]


def overview(workbook: openpyxl.Workbook) -> list[object]:
    return [row[1].value for row in workbook["Overview"].iter_rows(max_col=2)]


def test_a_batch_that_was_stopped_never_looks_complete(tmp_path: Path) -> None:
    missing = client("/office/dev/job.xlsx", state="not run", what="Go on with --resume.")
    workbook = opened(tmp_path, *OFFICE, missing)
    stopped = "Stopped: 4 of 5 workbooks. 1 is not in this list; run it again with --resume."
    assert overview(workbook)[1:3] == [
        "Friday 20 November 2026: 4 workbooks, 2 done, 1 refused, 1 not ours.",
        stopped,
    ]
    cell = next(cell for row in workbook["Overview"] for cell in row if cell.value == stopped)
    assert cell.font.color.rgb == "FFA63A2B"
    assert column(workbook["Workbooks"], "State") == ["Refused", "Not run", "Done", "Done", "Not ours"]
    assert column(workbook["Workbooks"], "Overdue")[1] is None


def test_a_caseload_of_nobody(tmp_path: Path) -> None:
    assert overview(opened(tmp_path))[1] == "Friday 20 November 2026: no workbook was run."


def test_clients_have_their_names_and_namesakes_their_files_too(tmp_path: Path) -> None:
    sheet = opened(
        tmp_path,
        client("/office/a/job.xlsx", name="Dana Whitcombe"),
        client("/office/b/job.xlsx", name="Bao Nguyen"),
        client("/office/c/job.xlsx", name="Dana Whitcombe"),
        client("/office/d/job.xlsx"),
    )["Workbooks"]
    names = [str(link).split('","')[1].removesuffix('")') for link in column(sheet, "Client")]
    assert names == ["Dana Whitcombe (a/job)", "Bao Nguyen", "Dana Whitcombe (c/job)", "d/job"]


def test_the_charts_draw_no_bar_that_is_not_there(tmp_path: Path) -> None:
    workbook = opened(tmp_path, *OFFICE)
    assert [row[1].value for row in workbook["Overdue figures"].iter_rows(min_row=2)] == [2, 1]
    assert [row[0].value for row in workbook["Conversations figures"].iter_rows(min_row=2)] == ["Overdue"]
    assert opened(tmp_path, *OFFICE[2:]).sheetnames == [
        *("Overview", "Follow ups", "Workbooks", "Silence", "To mend")
    ]


def test_the_charts_say_their_figures_in_words(tmp_path: Path) -> None:
    opened(tmp_path, *OFFICE)
    with zipfile.ZipFile(tmp_path / "caseload.xlsx") as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="Chart: What each conversation needs. Overdue 3."' in drawing


def test_each_printed_page_says_what_it_is_and_of_which_day(tmp_path: Path) -> None:
    workbook = opened(tmp_path, *OFFICE)
    for name in ("Follow ups", "Workbooks"):
        header = workbook[name].oddHeader
        assert (header.left.text, header.right.text) == ("Caseload: &A", "Friday 20 November 2026")


def test_a_long_reason_is_cut_to_what_a_row_can_show(tmp_path: Path) -> None:
    sheet = opened(tmp_path, client("/office/a.xlsx", state="refused", what="A table is missing. " * 99))
    told = str(column(sheet["Workbooks"], "What")[0])
    assert (len(told), told[-1]) == (600, "…")


def test_one_client_with_nothing_to_do(tmp_path: Path) -> None:
    workbook = opened(tmp_path, client("/office/ana/job.xlsx"))
    assert "Nothing to follow up now." in overview(workbook)
    assert column(workbook["Follow ups"], "Interviewer") == [None]
    assert column(workbook["Workbooks"], "State") == ["Done"]


def test_text_stays_text_and_what_no_formula_can_hold_is_no_link(tmp_path: Path) -> None:
    deep = f"/office/{'d' * 200}/{'e' * 100}/job.xlsx"
    names = ("/office/=1+1.xlsx", '/office/say "hi" #1 50%20.xlsx', deep)
    workbook = opened(tmp_path, *(client(name, owed("=cmd()", 1), what="=2+2") for name in names))
    sheet = workbook["Follow ups"]
    assert set(column(sheet, "Interviewer")) == {"=cmd()"}
    assert {cell.data_type for cell in sheet["F"][1:]} == {"s"}
    links = column(sheet, "Client")
    assert str(links[0]).endswith('office/=1+1.xlsx","=1+1")')
    assert str(links[1]).endswith('office/say ""hi"" %231 50%2520.xlsx","say ""hi"" #1 50%20")')
    assert links[2] == f"{'d' * 200}/{'e' * 100}/job"
    assert {cell.data_type for row in workbook["Overdue figures"]["A2:A4"] for cell in row} == {"s"}


def test_a_list_that_would_be_too_long_is_cut_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    workbook = opened(tmp_path, *OFFICE)
    assert column(workbook["Follow ups"], "Days overdue") == [5, 3]
    assert "Follow ups lists the most urgent 2 of 3." in overview(workbook)


def test_a_file_keeps_its_own_name_beside_its_bar(tmp_path: Path) -> None:
    names = [f"/office/autumn term/group of Mei Chen/client {number}.xlsx" for number in (1, 2)]
    workbook = opened(tmp_path, *(client(name, owed("Mei Chen", 1)) for name in names), client("/office/b"))
    labels = [workbook["Overdue figures"].cell(row, 1).value for row in (2, 3)]
    assert labels == ["group of Mei Chen/client 1", "group of Mei Chen/client 2"]


def test_a_long_name_is_not_cut(tmp_path: Path) -> None:
    name = "Maria Magdalena Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
    workbook = opened(tmp_path, client("/office/a.xlsx", owed("Mei Chen", 1), name=name))
    assert workbook["Overdue figures"].cell(2, 1).value == name


def test_a_caseload_is_known_by_its_mark_and_nothing_else_is(tmp_path: Path) -> None:
    caseload(tmp_path / "caseload.xlsx", OFFICE, AS_OF)
    assert is_caseload(tmp_path / "caseload.xlsx")
    edited = openpyxl.load_workbook(tmp_path / "caseload.xlsx")
    edited.save(tmp_path / "edited.xlsx")
    assert is_caseload(tmp_path / "edited.xlsx")
    openpyxl.Workbook().save(tmp_path / "budget.xlsx")
    (tmp_path / "notes.xlsx").write_text("no workbook")
    assert not any(is_caseload(tmp_path / name) for name in ("budget.xlsx", "notes.xlsx", "none.xlsx"))


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        caseload(tmp_path / "none" / "caseload.xlsx", OFFICE, AS_OF)


@pytest.mark.validator
@pytest.mark.parametrize("clients", [OFFICE, OFFICE[2:], ()], ids=["office", "nothing done", "nobody"])
def test_excel_would_open_it(clients: tuple[Client, ...], tmp_path: Path, validate: Validate) -> None:
    path = tmp_path / "caseload.xlsx"
    caseload(path, clients, AS_OF)
    assert validate(path) == []
    with zipfile.ZipFile(path) as package:
        assert [name for name in package.namelist() if name.startswith("xl/media")] == []
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == (2 if clients is OFFICE else 0)
