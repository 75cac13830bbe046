"""A closed workbook, read and changed in place."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.books.closed.undo import last_write, undo
from eitherway.model.problems import CannotAct, ChangedWorkbook, LockedWorkbook
from eitherway.model.records import CellChange, CellEdit, CellValue, Edits, Link
from tests.books.workbooks import NOW, cells, differing_parts, excel_parts, packed, part, written
from tests.conftest import Convert, Validate

SHEET = "xl/worksheets/page_7.xml"


def setting(**values: CellValue) -> Edits:
    """The changes of Excel row 3 of Interviews."""
    return Edits([CellChange("Interviews", 3, column, value) for column, value in values.items()])


def test_a_table_is_found_through_relationships_and_read_as_typed(workbook: Path) -> None:
    table = ClosedBook(workbook).read()["Interviews"]
    assert (table.sheet, table.header_row, table.first_column) == ("My interviews", 2, 2)
    assert table.columns == ("Interviewer", "Due", "Flag", "Letter")
    assert table.rows == [["Mei Chen ", date(2026, 11, 16), "Overdue", "Open"], ["A & B", "", "", ""]]


def test_total_rows_and_rows_nobody_wrote(tmp_path: Path) -> None:
    parts = excel_parts()
    table = str(parts["xl/tables/t.xml"]).replace("<table", '<table totalsRowCount="1"', 1)
    parts["xl/tables/t.xml"] = table.replace('"B2:E4"', '"B2:E14"', 1)
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(parts))
    rows = ClosedBook(path).read()["Interviews"].rows
    assert len(rows) == 11
    assert rows[10] == ["", "", "", ""]


def test_an_error_is_read_as_its_text(tmp_path: Path) -> None:
    parts = excel_parts()
    sheet = str(parts[SHEET])
    parts[SHEET] = sheet.replace('<c r="C4" s="1"/>', '<c r="C4" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(parts))
    assert ClosedBook(path).read()["Interviews"].rows[1][1] == "#DIV/0!"


def test_only_the_cells_meant_change(workbook: Path) -> None:
    old = workbook.read_bytes()
    book = ClosedBook(workbook)
    edits = book.apply(setting(Due=date(2026, 11, 17), Flag="Due & <soon>"), NOW)
    new = workbook.read_bytes()
    assert list(edits) == [
        CellEdit("My interviews", "C3", "2026-11-16", "2026-11-17"),
        CellEdit("My interviews", "D3", "Overdue", "Due & <soon>"),
    ]
    assert differing_parts(old, new) == {SHEET, "xl/workbook.xml"}
    assert part(new, SHEET) == part(old, SHEET).replace(
        '<c r="C3" s="1"><v>46342</v></c><c r="D3" t="s"><v>5</v></c>',
        '<c r="C3" s="1"><v>46343</v></c><c r="D3" t="inlineStr"><is><t>Due &amp; &lt;soon&gt;</t></is></c>',
    )
    assert '<calcPr calcId="191029" fullCalcOnLoad="1"/>' in part(new, "xl/workbook.xml")


def test_what_a_cell_holds_already_is_not_written(workbook: Path) -> None:
    old = workbook.read_bytes()
    same = setting(
        Interviewer="Mei Chen ", Due=date(2026, 11, 16), Flag="Overdue", Letter=Link("old.docx", "Open")
    )
    book = ClosedBook(workbook)
    assert list(book.prepare(same).cells) == []
    assert list(book.apply(same, NOW)) == []
    assert workbook.read_bytes() == old
    assert [file.name for file in workbook.parent.iterdir()] == ["Search.xlsx"]


def test_twice_is_once(workbook: Path) -> None:
    edits = setting(
        Due=datetime.fromisoformat("2026-11-17 15:30"), Flag=None, Letter=Link("new.docx", "Open")
    )
    book = ClosedBook(workbook)
    book.apply(edits, NOW)
    once = workbook.read_bytes()
    assert list(book.apply(edits, NOW)) == []
    assert list(ClosedBook(workbook).apply(edits, NOW)) == []
    assert workbook.read_bytes() == once
    assert len(list((workbook.parent / ".eitherway").glob("*.xlsx"))) == 1


def test_a_change_that_is_prepared_tells_its_cells_and_writes_nothing(workbook: Path) -> None:
    old = workbook.read_bytes()
    book = ClosedBook(workbook)
    cells = list(book.prepare(setting(Flag="Due", Due=None)).cells)
    assert cells == [
        CellEdit("My interviews", "C3", "2026-11-16", ""),
        CellEdit("My interviews", "D3", "Overdue", "Due"),
    ]
    assert workbook.read_bytes() == old
    assert list(book.apply(setting(Flag="Due", Due=None), NOW)) == cells


@pytest.mark.parametrize(
    ("value", "read_back"),
    [
        ("Why: “no & <yes>”, naïve 李 😀", "Why: “no & <yes>”, naïve 李 😀"),
        (" spaces kept ", " spaces kept "),
        ("two\nlines", "two\nlines"),
        ("tab\tbell\a", "tab\tbell\a"),
        ("_x0041_ is typed", "_x0041_ is typed"),
        ("=SUM(A1)", "=SUM(A1)"),
        (12, 12.0),
        (-1.5, -1.5),
        (True, True),
        ("", ""),
        (None, ""),
        (Link("Letters/A.docx", "Open"), "Open"),
        (Link("x" * 256, "too long a target for a formula"), "too long a target for a formula"),
    ],
)
def test_values_are_read_back(workbook: Path, value: CellValue, read_back: object) -> None:
    book = ClosedBook(workbook)
    book.apply(setting(Flag=value), NOW)
    assert book.read()["Interviews"].rows[0][2] == read_back
    assert not book.prepare(setting(Flag=value)).cells


@pytest.mark.parametrize("date_1904", [False, True])
def test_dates_in_both_date_systems(tmp_path: Path, date_1904: bool) -> None:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts(date_1904=date_1904)))
    book = ClosedBook(path)
    book.apply(setting(Due=date(2026, 12, 24)), NOW)
    assert book.read()["Interviews"].rows[0][1] == date(2026, 12, 24)
    book.apply(setting(Due=datetime.fromisoformat("2026-12-24 18:45")), NOW)
    assert book.read()["Interviews"].rows[0][1] == datetime.fromisoformat("2026-12-24 18:45")
    assert openpyxl.load_workbook(path)["My interviews"]["C3"].value == datetime.fromisoformat(
        "2026-12-24 18:45"
    )
    assert next(iter(book.prepare(setting(Due=None)).cells)).before == "2026-12-24 18:45"


def test_a_link_is_a_formula_with_its_text(workbook: Path) -> None:
    edits = Edits([CellChange("Interviews", 4, "Letter", Link('Letters/"A" & B.docx', "Open letter"))])
    ClosedBook(workbook).apply(edits, NOW)
    xml = part(workbook.read_bytes(), SHEET)
    formula = 'HYPERLINK("Letters/""A"" &amp; B.docx","Open letter")'
    assert f'<c r="E4" t="str"><f>{formula}</f><v>Open letter</v></c>' in xml
    sheet = openpyxl.load_workbook(workbook)["My interviews"]
    assert sheet["E4"].value == '=HYPERLINK("Letters/""A"" & B.docx","Open letter")'


def test_a_formula_that_goes_leaves_the_calculation_chain(workbook: Path) -> None:
    ClosedBook(workbook).apply(setting(Letter="no link"), NOW)
    chain = part(workbook.read_bytes(), "xl/calcChain.xml")
    assert '<c r="A9" i="7"/></calcChain>' in chain
    assert "E3" not in chain


def test_an_empty_calculation_chain_goes_whole(tmp_path: Path) -> None:
    parts = excel_parts()
    parts["xl/calcChain.xml"] = str(parts["xl/calcChain.xml"]).replace('<c r="A9"/>', "")
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(parts))
    ClosedBook(path).apply(setting(Letter=None), NOW)
    new = path.read_bytes()
    everything = part(new, "[Content_Types].xml") + part(new, "xl/_rels/workbook.xml.rels")
    assert "calcChain" not in everything
    assert differing_parts(packed(parts), new) == {
        "xl/calcChain.xml",
        "xl/workbook.xml",
        SHEET,
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    }
    assert cells(new, "My interviews")[2][4] == ""


def test_a_workbook_that_changed_since_it_was_read_is_refused(workbook: Path) -> None:
    book = ClosedBook(workbook)
    book.read()
    changed = packed(excel_parts() | {"custom/new.bin": b"typed meanwhile"})
    workbook.write_bytes(changed)
    with pytest.raises(ChangedWorkbook, match=r"Search\.xlsx was changed by another program"):
        book.apply(setting(Flag="Due"), NOW)
    assert workbook.read_bytes() == changed
    assert [file.name for file in workbook.parent.iterdir()] == ["Search.xlsx"]


def test_a_locked_workbook_is_refused(workbook: Path) -> None:
    book = ClosedBook(workbook)
    book.read()
    workbook.with_name("~$Search.xlsx").write_bytes(b"")
    with pytest.raises(LockedWorkbook):
        book.apply(setting(Flag="Due"), NOW)


def test_all_that_goes_beside_a_workbook_goes_beside_its_file_not_beside_a_link(
    workbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "Link.xlsx"
    link.symlink_to(workbook)
    book = ClosedBook(link)
    assert book.path == workbook
    book.apply(setting(Flag="Due"), NOW)
    assert (tmp_path / last_write(link).write.backup).is_file()
    undo(link, NOW)
    assert link.is_symlink()
    assert [file.name for file in link.parent.iterdir()] == ["Link.xlsx"]


def test_a_path_that_is_no_link_stays_as_it_was_given(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workbook.parent)
    assert ClosedBook(Path("Search.xlsx")).path == Path("Search.xlsx")


def test_the_date_system_is_told(tmp_path: Path) -> None:
    """A date typed into a cell without a date format is only a number."""
    path = tmp_path / "Search.xlsx"
    for date_1904 in (True, False):
        written(path, {"Interviews": ("A1", [["Date"], [44880]])}, date_1904=date_1904)
        assert ClosedBook(path).read()["Interviews"].date_1904 is date_1904


def test_a_symlink_keeps_leading_to_its_file(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "Link.xlsx"
    link.symlink_to(workbook)
    ClosedBook(link).apply(setting(Flag="Due"), NOW)
    assert link.is_symlink()
    assert ClosedBook(workbook).read()["Interviews"].rows[0][2] == "Due"


@pytest.mark.parametrize(
    ("table", "row", "column", "said"),
    [
        ("Letters", 3, "Flag", "no table named Letters"),
        ("Interviews", 3, "Colour", "has no column Colour"),
        ("Interviews", 5, "Flag", "Row 5 is no row of the table Interviews"),
    ],
)
def test_a_place_that_is_not_there(workbook: Path, table: str, row: int, column: str, said: str) -> None:
    with pytest.raises(CannotAct, match=said):
        ClosedBook(workbook).prepare(Edits([CellChange(table, row, column, "x")]))


def test_tables_and_columns_are_found_by_loose_names(tmp_path: Path) -> None:
    path = written(tmp_path / "s.xlsx", {"interviews": ("A1", [["days  OVERDUE"], [3]])})
    edits = Edits([CellChange("Interviews", 2, "Days overdue", 4)])
    assert list(ClosedBook(path).apply(edits, NOW)) == [CellEdit("Sheet1", "A2", "3", "4")]


@pytest.mark.validator
def test_the_result_is_valid(workbook: Path, validate: Validate) -> None:
    edits = setting(Due=date(2026, 11, 17), Flag="two\nlines\a", Letter=Link("a.docx", "Open"))
    ClosedBook(workbook).apply(edits, NOW)
    assert validate(workbook) == []


@pytest.mark.libreoffice
def test_what_libreoffice_saved_is_not_rewritten(workbook: Path, libreoffice: Convert) -> None:
    edits = setting(
        Interviewer="Mei & Chen ", Due=date(2026, 11, 17), Flag="Due", Letter=Link("new.docx", "Open")
    )
    ClosedBook(workbook).apply(edits, NOW)
    resaved = libreoffice(workbook, "xlsx")
    book = ClosedBook(resaved)
    assert book.read()["Interviews"].rows[0] == ["Mei & Chen ", date(2026, 11, 17), "Due", "Open"]
    assert list(book.prepare(edits).cells) == []
    book.apply(setting(Flag="Soon"), NOW)
    reopened = openpyxl.load_workbook(io.BytesIO(libreoffice(resaved, "xlsx").read_bytes()))
    assert reopened["My interviews"]["D3"].value == "Soon"


@pytest.mark.parametrize(
    ("typed", "under"), [({}, []), ({3: "x"}, ["x"]), ({3: "x", 4: "y", 6: "z"}, ["x", "y", "", "z"])]
)
def test_rows_under_a_table_are_read(tmp_path: Path, typed: dict[int, str], under: list[str]) -> None:
    path = tmp_path / "Search.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row, text in {1: "Interviewer", 2: "Mei Chen", **typed}.items():
        sheet[f"A{row}"] = text
    sheet["C3"] = "a note beside the table"
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Interviews", ref="A1:A2"))
    workbook.save(path)
    assert [cell for [cell] in ClosedBook(path).read()["Interviews"].under] == under
