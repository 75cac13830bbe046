"""Which rows a selection means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eitherway.buttons.selected import in_tables, letter, letter_path
from eitherway.model.problems import CannotAct
from eitherway.model.records import Link
from eitherway.model.tables import RawTable

TODAY = RawTable("Today", "Start", 7, 2, ("Flag", "Letter"), [["Overdue", ""], ["Due", ""], ["", ""]])
INTERVIEWS = RawTable("Interviews", "Mine", 2, 1, ("Date", "Interviewer"), [["", "Mei"], ["", "Ana"]])


@pytest.mark.parametrize(
    ("sheet", "address", "meant"),
    [
        ("Start", "$B$8", ("Today", (8,))),
        ("Start", "$B$8:$C$9", ("Today", (8, 9))),
        ("Start", "$C$9,$B$8", ("Today", (8, 9))),
        ("Start", "$9:$9", ("Today", (9,))),
        ("Start", "$B:$B", ("Today", (8, 9))),
        ("Start", "$B$10", None),
        ("Start", "$Z$8", None),
        ("Mine", "$A$4", ("Interviews", (4,))),
        ("Mine", "$A$1:$B$400", ("Interviews", (3, 4))),
        ("Other", "$A$4", None),
        ("", "", None),
    ],
)
def test_the_rows_that_are_touched(
    sheet: str, address: str, meant: tuple[str, tuple[int, ...]] | None
) -> None:
    found = in_tables({"Today": TODAY, "Interviews": INTERVIEWS}, sheet, address)
    assert (found and (found.table, found.rows)) == meant


def test_a_letter_is_a_word_file_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / 'L "1"').mkdir()
    file = tmp_path / 'L "1"' / "a.docx"
    file.touch()
    assert letter('L "1"/a.docx', tmp_path) == file
    (tmp_path / "a.exe").touch()
    for path in ("", "a.exe", "gone.docx"):
        with pytest.raises(CannotAct):
            letter(path, tmp_path)


def test_a_workbook_of_an_earlier_version_has_the_path_in_its_link() -> None:
    formula = "=" + Link('L "1"/a.docx', 'Say "hi"').formula
    assert letter_path(TODAY, 8, {3: formula}.__getitem__) == 'L "1"/a.docx'
    assert letter_path(TODAY, 8, lambda column: "") == ""
    newer = replace(TODAY, columns=("Letter", "File"), rows=[["Open", "a.docx"]])
    assert letter_path(newer, 8, lambda column: "=A1") == "a.docx"


@pytest.mark.parametrize(
    "target", ["../letter.docx", "/srv/letter.docx", "C:\\letter.docx", "\\\\host\\letter.docx"]
)
def test_a_link_out_of_the_workbooks_folder_is_not_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").touch()
    folder = tmp_path / "search"
    folder.mkdir()
    with pytest.raises(CannotAct, match="does not stand beside the workbook"):
        letter(target, folder)
