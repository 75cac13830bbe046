"""Links over a column: their formula, what they show, and how programs spell the same formula."""

from __future__ import annotations

import pytest

from eitherway.model.linked import Linked, same_formula
from eitherway.model.schema import TABLES

LETTER = Linked("File", "{Step} letter", bare="Letter")
PLACE = Linked("Cell", "{Place}", "{Place}")


def test_a_row_with_a_target_shows_its_words_and_one_without_shows_the_others() -> None:
    assert LETTER.shows({"File": "a.docx", "Step": "Check-in"}) == "Check-in letter"
    assert LETTER.shows({"File": "a.docx", "Step": None}) == "Letter"
    assert LETTER.shows({"File": None, "Step": "Check-in"}) == ""
    assert PLACE.shows({"Cell": "#'Log'!A3", "Place": "Log!A3 (When)"}) == "Log!A3 (When)"
    assert PLACE.shows({"Place": "Settings"}) == "Settings"
    assert PLACE.shows({}) == ""


def test_the_formula_is_the_same_for_every_row() -> None:
    here = {"Cell": "Cell", "Place": "Place"}
    place, cell = "Problems[[#This Row],[Place]]", "Problems[[#This Row],[Cell]]"
    step, file = "Log[[#This Row],[Step]]", "Log[[#This Row],[File]]"
    assert LETTER.formula("Log", {"File": "File", "Step": "Step"}) == (
        f'IF({file}="","",HYPERLINK({file},IF({step}="","Letter",{step}&" letter")))'
    )
    assert PLACE.formula("Problems", here) == f'IF({cell}="",{place}&"",HYPERLINK({cell},{place}))'


def test_a_header_s_own_brackets_are_no_reference() -> None:
    formula = LETTER.formula("Today", {"File": "File [old]", "Step": "Step #1's"})
    assert "[File '[old']]" in formula
    assert "[Step '#1''s]" in formula


@pytest.mark.parametrize(
    "spelled",
    [
        'IF(Log[[#This Row],[File]]="","",HYPERLINK(Log[[#This Row],[File]],"Open"))',
        'IF([@File]="","",HYPERLINK([@File],"Open"))',
        'IF(Log[@File]="","",HYPERLINK(Log[@File],"Open"))',
        'IF([@[File]]="","",HYPERLINK([@[File]],"Open"))',
        'IF([[#This Row],[File]]="","",HYPERLINK([[#This Row],[File]],"Open"))',
    ],
)
def test_a_cell_of_the_row_may_be_spelled_in_several_ways(spelled: str) -> None:
    wanted = Linked("File", "Open").formula("Log", {"File": "File"})
    assert same_formula(spelled, wanted)
    assert not same_formula(spelled.replace("File", "Step"), wanted)
    assert not same_formula(None, wanted)


def test_no_constant_is_longer_than_excel_allows_and_each_column_that_is_read_exists() -> None:
    linked = [(table, column.link) for table in TABLES for column in table.drawn if column.link]
    assert len(linked) == 6
    for table, link in linked:
        headers = {name: name for name in link.columns}
        assert headers.keys() <= table.by_name.keys()
        assert max(map(len, link.formula(table.excel_name, headers).split('"')[1::2])) <= 255
