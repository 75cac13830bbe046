"""What an import of one of the trackers gives, for the golden files: python -m tests.bring_in.outcomes
writes them.

A golden file that was written anew has to be read by a person, cell by cell, before it counts.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from eitherway.books.closed.book import ClosedBook
from eitherway.bring_in import telling
from eitherway.bring_in.brought import Brought, Ways
from eitherway.bring_in.importing import read_files
from eitherway.bring_in.joining.join import join
from eitherway.bring_in.mapping.said import Said
from eitherway.model.tables import RawTable
from eitherway_workbook import build

FOLDER = Path(__file__).parent / "trackers"
AS_OF = date(2026, 11, 28)
WAYS = Ways(AS_OF, day_first=False, why_order="the workbook's language is en-US")


def trackers() -> list[Path]:
    """The files to bring in."""
    return sorted(path for path in FOLDER.iterdir() if ".expected" not in path.name)


def golden(path: Path) -> Path:
    """The golden file beside a tracker."""
    return path.with_name(f"{path.name}.expected.json")


def brought(path: Path) -> Brought:
    """What the file holds."""
    return read_files([path], Said(), WAYS)


def empty_tables() -> Mapping[str, RawTable]:
    """The tables of a new workbook."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "book.xlsx")
        build(book, {})
        return ClosedBook(book).read()


def outcome(path: Path, raw: Mapping[str, RawTable]) -> dict[str, Any]:
    """Rows and questions, as the golden files hold them."""
    found = brought(path)
    joined = join(found, raw)
    data: dict[str, Any] = telling.as_json(
        Path("book.xlsx"), found, joined, created=True, dry_run=False, update=False
    )
    columns = {
        f"{each['sheet']}!{each['column']}": f"{each['meaning']} ({each['sure']})" for each in data["columns"]
    }
    kept = ("added", "own_columns", "questions", "told")
    return {"columns": columns, **{name: data[name] for name in kept}}


if __name__ == "__main__":
    tables = empty_tables()
    for file in trackers():
        if file.stem not in ("empty", "no_tracker"):
            text = json.dumps(outcome(file, tables), ensure_ascii=False, indent=1) + "\n"
            golden(file).write_text(text, encoding="utf-8")
