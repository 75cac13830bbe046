"""The workbook that is built, opened by other programs' readers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.table import Table as ExcelTable

from eitherway.model.columns import Kind
from eitherway.model.schema import BY_NAME, INTERVIEWS, SETTINGS, TABLES
from eitherway.model.setting_rows import SETTING_ROWS
from eitherway_workbook import build, example
from tests.conftest import Convert, Validate
from tests.workbook.conftest import TODAY

OF_TABLES = dict.fromkeys(table.sheet for table in TABLES if table.sheet not in ("Dashboard", "Lists"))
SHEETS = [*OF_TABLES, "Interview card", "Dashboard", "Lists"]


def opened(path: Path) -> Workbook:
    return openpyxl.load_workbook(path, data_only=True)


def tables_of(book: Workbook) -> dict[str, ExcelTable]:
    """The Excel tables by the schema's names; Excel allows no space in a table's name."""
    return {table.name.replace("_", " "): table for sheet in book for table in sheet.tables.values()}


def rules(path: Path, sheet: str) -> list[str]:
    """The formulas of a sheet's conditional formats."""
    formats = opened(path)[sheet].conditional_formatting
    return [formula for area in formats for rule in area.rules for formula in rule.formula]


def test_the_sheets_stand_in_their_order(workbook: Path) -> None:
    book = opened(workbook)
    assert book.sheetnames == SHEETS
    assert book.active is not None
    assert book.active.title == "Today"
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["Lists"]


def test_every_table_stands_on_its_sheet_with_its_columns(workbook: Path) -> None:
    book = opened(workbook)
    drawn = tables_of(book)
    assert drawn.keys() == BY_NAME.keys()
    for table in TABLES:
        assert tuple(drawn[table.name].column_names) == tuple(table.by_name)
        assert drawn[table.name].name in book[table.sheet].tables


def test_no_table_has_one_of_excels_own_styles(workbook: Path) -> None:
    styles = [table.tableStyleInfo for table in tables_of(opened(workbook)).values()]
    assert all(style is None or style.name is None for style in styles)


def test_every_header_has_its_help_as_a_note(workbook: Path) -> None:
    book = opened(workbook)
    for name, drawn in tables_of(book).items():
        left, top, _, _ = range_boundaries(drawn.ref)
        for offset, column in enumerate(BY_NAME[name].columns):
            note = book[BY_NAME[name].sheet].cell(top, left + offset).comment
            assert note is not None, (name, column.name)
            assert note.text.startswith(column.help)


def test_every_data_cell_has_a_style_and_so_do_the_columns(empty: Path) -> None:
    book = opened(empty)
    for name, drawn in tables_of(book).items():
        sheet = book[BY_NAME[name].sheet]
        left, top, right, bottom = range_boundaries(drawn.ref)
        for row in sheet.iter_rows(top + 1, bottom, left, right):
            assert all(cell.has_style for cell in row), (name, row)
        spans = [(span.min, span.max) for span in sheet.column_dimensions.values() if span.has_style]
        styled = {column for first, last in spans for column in range(first, last + 1)}
        assert set(range(left, right + 1)) <= styled, name


def test_dates_are_dates_that_read_the_same_everywhere(demo: Path) -> None:
    sheet = opened(demo)["Interviews"]
    for column in INTERVIEWS.columns:
        if column.kind is Kind.DATE:
            cell = sheet.cell(3, INTERVIEWS.names.index(column.name) + 1)
            assert cell.number_format == "d mmm yyyy"
    assert sheet.cell(3, INTERVIEWS.names.index("Date") + 1).is_date


def test_pandas_reads_the_rows(demo: Path) -> None:
    frame = pd.read_excel(demo, sheet_name="Interviews", header=1, engine="openpyxl")
    given = example(TODAY)["Interviews"]
    assert list(frame["Interviewer"]) == [row["Interviewer"] for row in given]
    assert frame["Date"].dtype.kind == "M"


def test_every_choice_of_the_user_has_a_drop_down(workbook: Path) -> None:
    book = opened(workbook)
    for table in TABLES:
        lists = {
            str(rule.sqref): rule
            for rule in book[table.sheet].data_validations.dataValidation
            if rule.type == "list"
        }
        for offset, column in enumerate(table.columns):
            if column.ours or not (column.choices or column.choices_from):
                continue
            letter = openpyxl.utils.get_column_letter(offset + 1)
            rule = lists[f"{letter}3:{letter}2000"]
            assert (rule.errorStyle in (None, "stop")) is column.strict, column.name
            assert rule.formula1 in book.defined_names


def test_a_drop_down_lists_the_choices(empty: Path) -> None:
    book = opened(empty)
    sheet, cells = next(book.defined_names["Choices_Status"].destinations)
    listed = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert tuple(listed) == BY_NAME["Applications"].by_name["Status"].choices


def test_a_drop_down_fed_by_another_table_grows_with_it(empty: Path) -> None:
    names = opened(empty).defined_names
    assert names["Choices_Applications_Application"].attr_text == "Applications[Application]"
    assert names["Choices_Interviewers_Interviewer"].attr_text == "Interviewers[Interviewer]"


def test_the_users_dates_and_numbers_are_validated_well_below_the_table(workbook: Path) -> None:
    book = opened(workbook)
    for table in TABLES:
        ranges = {str(rule.sqref): rule.type for rule in book[table.sheet].data_validations.dataValidation}
        for offset, column in enumerate(table.columns):
            letter = openpyxl.utils.get_column_letter(offset + 1)
            wanted = {Kind.DATE: "date", Kind.NUMBER: "whole"}.get(column.kind)
            if wanted and not column.ours:
                assert ranges[f"{letter}3:{letter}2000"] == wanted, column.name


def test_settings_stand_at_their_defaults_each_with_its_own_validation(empty: Path) -> None:
    sheet = opened(empty)["Settings"]
    rows = {row[0].value: row for row in sheet.iter_rows(3, 2 + len(SETTING_ROWS), 1, 3)}
    assert list(rows) == [setting.name for setting in SETTING_ROWS]
    assert (rows["Country"][1].value, rows["Soon within"][1].value) == ("United States", 2)
    assert rows["Your name"][1].value is None
    validated = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    for setting in SETTING_ROWS:
        wanted = "list" if setting.choices else {Kind.NUMBER: "whole"}.get(setting.kind)
        assert validated.get(rows[setting.name][1].coordinate) == wanted, setting.name
        assert rows[setting.name][2].value == setting.help


@pytest.mark.parametrize("sheet", ["Today", "Applications", "Interviews"])
def test_what_is_due_is_compared_with_the_day_the_workbook_is_opened(demo: Path, sheet: str) -> None:
    found = rules(demo, sheet)
    assert any("<TODAY()" in formula for formula in found)
    assert any("=TODAY()" in formula for formula in found)


def test_headers_stay_in_sight_and_are_printed_on_every_page(workbook: Path) -> None:
    for sheet in opened(workbook).worksheets[: len(SHEETS) - 3]:
        assert sheet.freeze_panes is not None, sheet.title
        assert sheet.print_title_rows is not None, sheet.title
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize is None


def test_rows_below_the_header_fit_themselves_to_their_text(demo: Path) -> None:
    with ZipFile(demo) as parts:
        rows = re.findall(r'<row r="(\d+)"[^>]*>', parts.read("xl/worksheets/sheet4.xml").decode())
        fixed = re.findall(
            r'<row r="(\d+)"[^>]*customHeight', parts.read("xl/worksheets/sheet4.xml").decode()
        )
    assert len(rows) > 30
    assert fixed == ["1", "2"]


def test_the_dashboard_has_native_charts_and_no_image(workbook: Path) -> None:
    with ZipFile(workbook) as parts:
        names = parts.namelist()
    assert sum(name.startswith("xl/charts/chart") for name in names) == 4
    assert not [name for name in names if name.startswith("xl/media")]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, demo: Path, empty: Path) -> None:
    build(tmp_path / "demo.xlsx", example(TODAY))
    build(tmp_path / "empty.xlsx", {})
    assert (tmp_path / "demo.xlsx").read_bytes() == demo.read_bytes()
    assert (tmp_path / "empty.xlsx").read_bytes() == empty.read_bytes()


def test_text_stays_text_whatever_it_looks_like(tmp_path: Path) -> None:
    rows = [{"Interviewer": "=1+1", "Email": "https://a.example", "Notes": "007", "Title": "{=A1}"}]
    build(tmp_path / "odd.xlsx", {"Interviewers": rows})
    sheet = openpyxl.load_workbook(tmp_path / "odd.xlsx")["Interviewers"]
    cells = {str(cell.value): cell for cell in sheet[3] if cell.value}
    assert cells.keys() == set(rows[0].values())
    assert {cell.data_type for cell in cells.values()} == {"s"}
    assert not any(cell.hyperlink for cell in cells.values())


def test_a_link_is_a_formula_with_its_text_stored(tmp_path: Path) -> None:
    row = {"Flag": "Due", "Step": "Check-in", "File": 'Letters/Say "hi".docx'}
    build(tmp_path / "link.xlsx", {"Today": [row, {}]})
    stored = opened(tmp_path / "link.xlsx")["Today"]["J8"].value
    formula = openpyxl.load_workbook(tmp_path / "link.xlsx")["Today"]["J8"].value
    assert stored == "Check-in letter"
    refers = "Today[[#This Row],[{}]]".format
    words = f'IF({refers("Step")}="","Letter",{refers("Step")}&" letter")'
    link = f"HYPERLINK({refers('File')},{words})"
    assert formula == f'=IF({refers("File")}="","",{link})'
    sheet = openpyxl.load_workbook(tmp_path / "link.xlsx")["Today"]
    letter = next(each for each in sheet.tables["Today"].tableColumns if each.name == "Letter")
    assert f"={letter.calculatedColumnFormula.attr_text}" == sheet["J9"].value == formula


def test_helpers_reach_below_a_table_that_is_longer_than_most(tmp_path: Path) -> None:
    rows = [{"Date": date(2026, 1, 1), "Why": "Rest"}] * 2100
    build(tmp_path / "long.xlsx", {"Days off": rows})
    (rule,) = opened(tmp_path / "long.xlsx")["Days off"].data_validations.dataValidation
    assert str(rule.sqref) == "A3:A2602"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ({"Intervews": []}, "no table 'Intervews'"),
        ({"Interviews": [{"Intervewer": "Mei Chen"}]}, "no column Intervewer"),
        ({SETTINGS.name: [{"Name": "Your nme", "Value": "Maya"}]}, "no setting Your nme"),
        ({"Interviews": [{"Interviewer": ["Mei", "Chen"]}]}, "cannot hold"),
    ],
)
def test_what_the_workbook_has_no_place_for_is_refused(
    tmp_path: Path, rows: dict[str, list[dict[str, object]]], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        build(tmp_path / "refused.xlsx", rows)
    assert not (tmp_path / "refused.xlsx").exists()


@pytest.mark.validator
def test_microsofts_validator_finds_no_error(workbook: Path, validate: Validate) -> None:
    assert validate(workbook) == []


@pytest.mark.libreoffice
def test_libreoffice_prints_every_sheet(demo: Path, libreoffice: Convert) -> None:
    assert libreoffice(demo, "pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.libreoffice
def test_libreoffice_counts_what_is_stored(workbook: Path, libreoffice: Convert, tmp_path: Path) -> None:
    """The stored values are taken out, so that every formula is worked out anew."""
    blank = tmp_path / "uncounted.xlsx"
    with ZipFile(workbook) as parts, ZipFile(blank, "w") as left:
        for name in parts.namelist():
            left.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", parts.read(name)))
    counted, stored = opened(libreoffice(blank, "xlsx")), opened(workbook)
    for sheet in stored:
        for row in sheet.iter_rows():
            for cell in row:
                assert (counted[sheet.title][cell.coordinate].value or "") == (cell.value or ""), cell
