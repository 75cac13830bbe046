"""The last click's write, kept in `.eitherway` beside the workbook, and what of it can be taken back.

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
    """One write: its moment, and all that it changed."""

    when: str
    cells: Sequence[Written]
    tables: Sequence[Resized]


class TakenBack(NamedTuple):
    """What undoing comes to: cells and tables to set back, and how many cells hold something new."""

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
    return TakenBack(cells, tables, len(left))


def load(workbook: Path) -> Record | None:
    """The last write into this workbook, None where none is known."""
    try:
        found = json.loads(_file(workbook).read_bytes())
        return Record(
            str(found["when"]),
            [_cell(entry) for entry in found["cells"]],
            [Resized(**entry) for entry in found["tables"]],
        )
    except (OSError, ValueError, TypeError, KeyError):
        # A record that was damaged from outside is no record; nothing is guessed from it.
        return None


def save(workbook: Path, record: Record | None) -> None:
    """Keep this as the last write; None forgets it. Raises OSError."""
    file = _file(workbook)
    if record is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(exist_ok=True)
    content = {
        "when": record.when,
        "cells": [_entry(cell) for cell in record.cells],
        "tables": [table._asdict() for table in record.tables],
    }
    # The file takes after one that is there: a fresh one has no permissions to keep.
    file.touch()
    safe_write.replace(file, json.dumps(content, ensure_ascii=False).encode())


def _between(table: Resized, cell: Written) -> bool:
    first, last = sorted((table.before, table.after))
    return cell.sheet == table.sheet and first < cell.row <= last


def _file(workbook: Path) -> Path:
    return workbook.parent / FOLDER / f"{workbook.name}.last-click.json"


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
