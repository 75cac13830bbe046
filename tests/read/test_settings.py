from __future__ import annotations

from dataclasses import replace

from eitherway.model.records import Settings
from eitherway.read.workbook import read_tables
from tests.read.raw import said, with_cells, workbook


def test_names_in_any_order_matched_loosely_and_empty_ones_by_default() -> None:
    raw = with_cells(
        workbook(),
        "Settings",
        ["Gone  quiet after", 15.0],
        ["", "a note between"],
        ["LANGUAGE", "EN-gb"],
        ["Thankyou by", "both"],
        ["Default tone", ""],
        ["Your name", "  Dana\u00a0Whitcombe "],
        ["Address", "12 Mill Lane\r\nLeeds"],
        ["Country", "united kingdom"],
        ["Region", "Scotland"],
    )
    tables, problems = read_tables(raw)
    assert problems == []
    assert tables.settings == Settings(
        your_name="Dana Whitcombe",
        address="12 Mill Lane\nLeeds",
        country="United Kingdom",
        region="Scotland",
        language="en-GB",
        thank_you_by="Both",
        gone_quiet_after=15,
    )
    place = tables.places["Settings"]
    assert place.at(place.rows["Your name"], "Value").cell == "B7"
    assert "Email" not in place.rows


def test_what_cannot_be_read_keeps_its_default() -> None:
    raw = with_cells(
        workbook(),
        "Settings",
        ["Language", "en"],
        ["Soon within", "-3"],
        ["Wait when no date was given", "a week"],
        ["Defualt tone", "Formal"],
        ["Favourite colour", "green"],
        ["Your name", "Dana"],
        ["your name", "Ana"],
        ["Country", "Atlantis"],
    )
    tables, problems = read_tables(raw)
    assert tables.settings == Settings(your_name="Dana", country="Atlantis")
    assert said(problems) == [
        'Error unknown-value: Settings!B2 (Value): "en" is not one of en-US, en-GB. Pick it from the list.',
        "Error not-a-number: Settings!B3 (Value): -3 is less than nothing. "
        "Type a whole number of business days, such as 5.",
        'Error not-a-number: Settings!B4 (Value): "a week" is not a whole number. '
        "Type a whole number of business days, such as 5.",
        'Warning unknown-setting: Settings!A5 (Name): "Defualt tone" is not a setting. '
        'Did you mean "Default tone"? Correct the name or delete the row.',
        'Warning unknown-setting: Settings!A6 (Name): "Favourite colour" is not a setting. '
        "Correct the name or delete the row.",
        'Error duplicate-key: Settings!A8 (Name): "Your name" stands in row 7 already, and that row counts. '
        "Delete one of the two rows.",
    ]


def test_no_rows_are_all_defaults() -> None:
    tables, problems = read_tables(with_cells(workbook(), "Settings"))
    assert (tables.settings, problems) == (Settings(), [])


def test_text_is_read_as_its_cell_shows_it_and_a_number_as_it_is() -> None:
    raw = with_cells(workbook(), "Settings", ["Phone", 5550142], ["Soon within", 4])
    looks = {0: "000 0000", 1: '0" days"'}
    raw["Settings"] = replace(raw["Settings"], formats=lambda column: looks)
    settings, problems = read_tables(raw)[0].settings, read_tables(raw)[1]
    assert (settings.phone, settings.soon_within) == ("555 0142", 4)
    assert not [problem for problem in problems if problem.where.table == "Settings"]
