"""What the last clicks wrote, kept in `.eitherway` beside the workbook, and what of it can be taken back.

Excel's own Undo ends at any write from outside, so ours has to know what each cell held before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eitherway.books.excel import live_cells
from eitherway.books.keeping import safe_write
from eitherway.books.keeping.backups import FOLDER
from eitherway.books.sheet.cell_xml import Held

MOST_CLICKS = 20
MOST_CELLS = 100_000
"""In all the clicks that can be undone."""


class Written(NamedTuple):
    """A cell that was written: what it held before, and what it held then."""

    sheet: str
    row: int
    column: int
    before: Held
    after: Held


class Resized(NamedTuple):
    """A table whose data ended at row `before` and then at row `after`."""

    table: str
    sheet: str
    before: int
    after: int


class Record(NamedTuple):
    """One write: its moment, what it was for, what was selected (`Today!$F$8`), and all that it changed."""

    when: str
    what: str
    selected: str
    cells: Sequence[Written]
    tables: Sequence[Resized]


class TakenBack(NamedTuple):
    """What undoing comes to: of what, cells and tables to set back, and how many cells hold something new."""

    what: str
    cells: Sequence[Written]
    tables: Sequence[Resized]
    left: int


def take_back(record: Record, holds: Callable[[str, int, int], Held | None]) -> TakenBack:
    """The cells that still hold what was written there; those that were changed since are left as they are.

    `holds` gives what the cell of a sheet, row and column holds, None where the sheet is gone. A table keeps
    its new end while a cell in the rows between its ends was changed.
    """
    cells: list[Written] = []
    left: list[Written] = []
    for cell in record.cells:
        now = holds(cell.sheet, cell.row, cell.column)
        if now is None or not live_cells.same(now, cell.before):
            still_ours = now is not None and live_cells.same(now, cell.after)
            (cells if still_ours else left).append(cell)
    tables = [table for table in record.tables if not any(_between(table, cell) for cell in left)]
    return TakenBack(record.what, cells, tables, len(left))


def load(workbook: Path) -> list[Record]:
    """The last writes into this workbook that are not undone, the latest at the end."""
    try:
        return [_record(found) for found in json.loads(_file(workbook).read_bytes())["clicks"]]
    except (OSError, ValueError, TypeError, KeyError):
        # A record that was damaged from outside is no record; nothing is guessed from it.
        return []


def save(workbook: Path, records: Sequence[Record]) -> None:
    """Keep these as the last writes, as many as are worth their room. Raises OSError."""
    file = _file(workbook)
    if not records:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(exist_ok=True)
    content = {"clicks": [_as_json(record) for record in _latest(records)]}
    # The file takes after one that is there: a fresh one has no permissions to keep.
    file.touch()
    safe_write.replace(file, json.dumps(content, ensure_ascii=False).encode())


def _latest(records: Sequence[Record]) -> Sequence[Record]:
    """The last one whatever its size, and those before it while they are few and small."""
    cells = 0
    for number, record in enumerate(reversed(records)):
        cells += len(record.cells)
        if number and (number == MOST_CLICKS or cells > MOST_CELLS):
            return records[len(records) - number :]
    return records


def _as_json(record: Record) -> Mapping[str, object]:
    return {
        "when": record.when,
        "what": record.what,
        "selected": record.selected,
        "cells": [_entry(cell) for cell in record.cells],
        "tables": [table._asdict() for table in record.tables],
    }


def _record(found: Mapping[str, Any]) -> Record:
    return Record(
        str(found["when"]),
        str(found["what"]),
        str(found["selected"]),
        [_cell(entry) for entry in found["cells"]],
        [Resized(**entry) for entry in found["tables"]],
    )


def _between(table: Resized, cell: Written) -> bool:
    first, last = sorted((table.before, table.after))
    return cell.sheet == table.sheet and first < cell.row <= last


def _file(workbook: Path) -> Path:
    return workbook.parent / FOLDER / f"{workbook.name}.clicks.json"


def _entry(cell: Written) -> Mapping[str, object]:
    return {
        **cell._asdict(),
        "before": live_cells.as_json(cell.before),
        "after": live_cells.as_json(cell.after),
    }


def _cell(entry: Mapping[str, Any]) -> Written:
    return Written(
        str(entry["sheet"]),
        int(entry["row"]),
        int(entry["column"]),
        Held(**entry["before"]),
        Held(**entry["after"]),
    )
