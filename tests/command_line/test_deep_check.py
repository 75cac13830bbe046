"""`eitherway check --deep`: what the file holds, what becomes of it, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eitherway.command_line.main import main
from tests.books.workbooks import excel_parts, packed

FOLDER = Path(__file__).parents[3] / "shared" / "workbooks"
GAUNTLET = FOLDER / "paper-xlsx__33cc97f6a9__gauntlet.xlsx"


def deep(path: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--deep", *options, str(path)])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    return path


def test_in_words(book: Path) -> None:
    result = deep(book)
    assert result.exit_code == 0
    assert result.output == (
        "Search.xlsx is whole: all of it can be read.\n"
        "It holds what many programs lose when they save a workbook. Either Way does not:\n"
        "\n"
        "Kept; in a sheet only the cells that Either Way fills change:\n"
        "     1  Rich text in cells\n"
        "     1  Readings of East Asian text\n"
        "\n"
        "Kept; Excel works them out anew when it opens the workbook:\n"
        "     2  Formulas with the values that they showed last\n"
    )


def test_as_json(book: Path) -> None:
    told = json.loads(deep(book, "--json").output)
    assert told["workbook"] == str(book)
    assert told["parts"] == 11
    assert told["broken"] == told["odd"] == told["lost"] == []
    assert told["saved_by"] == ""
    assert told["kinds"][0] == {
        "kind": "Rich text in cells",
        "count": 1,
        "safe": True,
        "how": "kept; in a sheet only the cells that Either Way fills change",
    }


def test_a_broken_part_is_something_to_mend(book: Path) -> None:
    book.write_bytes(packed(excel_parts() | {"xl/media/drawing.xml": "<a>"}))
    result = deep(book)
    assert result.exit_code == 1
    assert "Search.xlsx is damaged in 1 place." in result.output
    assert (
        "let Excel repair it, and save it:\n  Its part xl/media/drawing.xml is broken XML (no element found"
        in result.output
    )


def test_what_is_odd_is_said_and_is_no_error(book: Path) -> None:
    book.write_bytes(packed(excel_parts() | {"../notes": "x"}))
    result = deep(book)
    assert result.exit_code == 0
    assert "\nUnusual, though programs mostly bear it:\n" in result.output
    assert "  ../notes has a name that leads out of a folder; no part is put into one.\n" in result.output
    assert "  ../notes has no content type.\n" in result.output


def test_what_is_no_workbook_is_refused(book: Path) -> None:
    book.write_bytes(b"%PDF-1.7\n")
    result = deep(book)
    assert result.exit_code == 3
    assert result.stderr.startswith("eitherway: Search.xlsx is a PDF, not an Excel workbook")


@pytest.mark.skipif(not GAUNTLET.is_file(), reason="the workbooks of others do not stand beside us")
def test_a_workbook_of_others() -> None:
    told = {each["kind"]: each["count"] for each in json.loads(deep(GAUNTLET, "--json").output)["kinds"]}
    assert told == {
        "Notes": 1,
        "Charts": 1,
        "Pictures": 1,
        "Conditional formats of Excel 2010 and later": 1,
        "Sparklines": 2,
    }
