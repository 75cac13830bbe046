"""A workbook's tables as files that other programs read: CSV, JSON and vCards. Pure but for `write`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from eitherway.bring_in.vcards import as_vcards
from eitherway.model.problems import CannotAct, LockedWorkbook
from eitherway.model.schema import INTERVIEWERS, TABLES
from eitherway.model.tables import RawTable, cells_of
from eitherway.read.text import as_lines, as_text
from eitherway.words.comparison import find
from eitherway.words.formulas import defused

_MARK = "\ufeff"


def contents(raw: Mapping[str, RawTable], name: str) -> dict[str, bytes]:
    """Files by name: a CSV for each of our tables, in UTF-8 with the mark that Excel looks for, and a
    JSON of all.
    """
    tables = [raw[found] for table in TABLES if (found := find(table.name, raw))]
    files = {f"{table.name.replace('_', ' ')}.csv": _csv(table) for table in tables}
    data = {table.name.replace("_", " "): _records(table) for table in tables}
    files[f"{name}.json"] = (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    return files


def vcards(raw: Mapping[str, RawTable]) -> dict[str, bytes]:
    """The people of Interviewers as one address book. Raises CannotAct where there are none."""
    people = [
        {column: as_lines(cell) if isinstance(cell, str) else as_text(cell) for column, cell in row.items()}
        for row in cells_of(raw, INTERVIEWERS.name, INTERVIEWERS.names)
    ]
    named = [person for person in people if person.get("Interviewer")]
    if not named:
        raise CannotAct("Interviewers names nobody.", "Fill in a row there first. Nothing was written.")
    return {"Interviewers.vcf": as_vcards(named).encode()}


def write(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write the files; those of an earlier export are replaced. Raises LockedWorkbook."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            written.append(folder / name)
            written[-1].write_bytes(data)
    except OSError as trouble:
        raise LockedWorkbook(
            f"{written[-1] if written else folder} cannot be written ({(trouble.strerror or '').lower()}).",
            "Close it in other programs, or give another folder with --to.",
        ) from trouble
    return written


def _csv(table: RawTable) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(defused, table.columns))
    writer.writerows([_in_csv(cell) for cell in row] for row in _filled(table))
    return (_MARK + text.getvalue()).encode()


def _in_csv(cell: object) -> str:
    return defused(as_lines(cell)) if isinstance(cell, str) else as_text(cell)


def _records(table: RawTable) -> list[dict[str, object]]:
    return [
        {column: _in_json(cell) for column, cell in zip(table.columns, row, strict=True)}
        for row in _filled(table)
    ]


def _in_json(cell: object) -> object:
    match cell:
        case "":
            return None
        case date() | datetime() | time() | timedelta():
            return as_text(cell)
    return cell


def _filled(table: RawTable) -> Sequence[Sequence[object]]:
    return [row for row in table.rows if any(cell != "" for cell in row)]
