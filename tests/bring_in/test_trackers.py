"""Trackers of fifty habits brought in: cells in, rows and questions out, none lost and none doubled."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.bring_in.cells.statuses import standing_of
from eitherway.bring_in.cells.values import is_blank, is_yes
from eitherway.bring_in.files.read_file import content, grids
from eitherway.bring_in.joining.join import join
from eitherway.model.problems import CannotAct
from eitherway.model.tables import RawTable
from eitherway_workbook import build
from tests.bring_in.outcomes import brought, empty_tables, golden, outcome, trackers

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001 - a workbook holds no time zone
NOTHING_IN = ("empty", "no_tracker")
FORMATS = ("Videollamada", "Presencial")
"""What stands there in our words."""
FILLED = [path for path in trackers() if path.stem not in NOTHING_IN]


@pytest.fixture(scope="module")
def tables() -> Mapping[str, RawTable]:
    return empty_tables()


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.name)
def test_rows_and_questions_are_those_of_the_golden_file(path: Path, tables: Mapping[str, RawTable]) -> None:
    assert outcome(path, tables) == json.loads(golden(path).read_text("utf-8"))


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.name)
def test_no_cell_is_lost(path: Path, tables: Mapping[str, RawTable]) -> None:
    told = json.dumps(outcome(path, tables), ensure_ascii=False).casefold()
    for grid in grids(path, content(path)):
        if grid.name not in brought(path).columns:
            continue  # a sheet that holds no tracker is told
        columns = enumerate(zip(*grid.rows, strict=True))
        alone = {j for j, cells in columns if sum(map(bool, cells)) < 2}  # a header over nothing
        for i, row in enumerate(grid.rows):
            for j, cell in enumerate(row):
                # Behind a link's words is what counts.
                if cell and j not in alone and (i, j) not in grid.links:
                    assert _stands(cell, told), f"{grid.name}: {cell!r} is lost"


@pytest.mark.parametrize("own_columns", [True, False], ids=["columns", "notes"])
@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.name)
def test_a_second_import_adds_nothing(path: Path, own_columns: bool, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    build(book, {})
    closed = ClosedBook(book)
    first = join(brought(path), closed.read(), own_columns=own_columns)
    closed.apply(first.edits("import"), NOW)
    before = book.read_bytes()
    second = join(brought(path), closed.read(), own_columns=own_columns)
    assert [*map(len, second.added.values())] == [0, 0, 0]
    assert (second.filled, second.differing, second.own_columns) == ([], [], [])
    closed.apply(second.edits("import"), NOW)
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "says"), [("empty.xlsx", "holds a header and no rows"), ("no_tracker.xlsx", "holds no tracker")]
)
def test_a_file_with_nothing_in_it_is_told_so(name: str, says: str) -> None:
    with pytest.raises(CannotAct, match=says):
        brought(trackers()[0].with_name(name))


def _stands(cell: object, told: str) -> bool:
    """Whether the cell's text, its date, what it means as a status, or else each of its words is there."""
    if is_blank(cell) or is_yes(cell) is not None or (cell in FORMATS):
        return True
    match cell:
        case datetime() | date():
            return cell.strftime("%Y-%m-%d") in told
        case float():
            return f"{cell:g}" in told or str(int(cell)) in told
    text = str(cell).casefold()
    reading = standing_of(text)
    if text in told or json.dumps(text, ensure_ascii=False)[1:-1] in told or (reading and reading.whole):
        return True
    if any(sign.isdigit() for sign in text) and re.search(r"\d{4}-\d\d-\d\d", told):
        text = re.sub(
            r"\d+|\b[ap]m\b|\b(?:mon|tue|wed|thu|fri|uhr)\b|"
            r"\b(?:jan|feb|m[aä]r|apr|ma[iy]|ju[nl]|aug|sep|oct|okt|nov|de[cz])\w*",
            " ",
            text,
        )
    words = [word for word in re.findall(r"\w{3,}", text) if word not in ("and", "with", "screen", "onsite")]
    return all(word in told for word in words)
