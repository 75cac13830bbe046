"""A foreign file from the disk: its sheets as grids, or one clear message."""

from __future__ import annotations

from pathlib import Path

from eitherway.bring_in.files.grids import Grid
from eitherway.model.problems import EitherWayError, UnreadableWorkbook

MB = 1_000_000
MOST_TEXT = 64 * MB
"""Bytes of a text file: some 300,000 applications."""
MOST_FILE = 256 * MB
"""Bytes of a spreadsheet, with all its pictures."""
MOST_COLUMNS = 400
MOST_ROWS = 200_000

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPREADSHEETS = (b"PK", _COMPOUND)
_SAVE_AS = "Save it as .xlsx or .csv in the program that made it, and import that."
_KINDS = "Either Way brings in .xlsx, .xlsm, .xls, .ods, .csv, .tsv and address books (.vcf)."


class UnreadableFile(EitherWayError):
    """The file is missing, locked, too large, or of no kind that can be brought in."""


def content(path: Path) -> bytes:
    """The file's bytes. Raises UnreadableFile."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFile(f"{path} is not a file.", "Give the file's own name as well.")
        with path.open("rb") as file:
            head = file.read(len(_COMPOUND))
            if size > (MOST_FILE if head.startswith(_SPREADSHEETS) else MOST_TEXT):
                raise _too_large(path, size)
            data = head + file.read()
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {path}.", "Check its name and its folder.") from None
    except OSError as trouble:
        reason = (trouble.strerror or type(trouble).__name__).lower()
        raise UnreadableFile(
            f"{path} cannot be read ({reason}).", "Close it in other programs, and try again."
        ) from trouble
    if not data.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise UnreadableFile(f"{path.name} is empty.", "Nothing was done; check that it is the right file.")
    return data


def grids(path: Path, data: bytes) -> list[Grid]:
    """The file's sheets, those with nothing in them left out. Raises UnreadableFile."""
    found = [grid for grid in _grids(path, data) if grid.rows]
    for grid in found:
        _check_extent(path, grid)
    if not found:
        raise UnreadableFile(
            f"{path.name} holds no cells.", "Nothing was done; check that it is the right file."
        )
    return found


def _grids(path: Path, data: bytes) -> list[Grid]:
    if data.startswith(_SPREADSHEETS):
        return _spreadsheet(path, data)
    if kind := _other_kind(data):
        raise UnreadableFile(f"{path.name} is {kind}, which holds no tracker.", _KINDS)
    return [_text(path, data)]


def _text(path: Path, data: bytes) -> Grid:
    import csv  # noqa: PLC0415 - a spreadsheet does without

    from eitherway.bring_in.files.text_file import NoText, grid_of  # noqa: PLC0415 - as above

    try:
        return grid_of(data, path.stem)
    except NoText as trouble:
        raise UnreadableFile(f"{path.name} {trouble}.", _KINDS) from None
    except csv.Error as trouble:
        raise UnreadableFile(f"{path.name} cannot be divided into cells ({trouble}).", _SAVE_AS) from None


def _spreadsheet(path: Path, data: bytes) -> list[Grid]:
    from eitherway.books.keeping.unreadable import diagnosis  # noqa: PLC0415 - a text file does without
    from eitherway.books.package.archive import DamagedPackage, OverLimit  # noqa: PLC0415 - as above
    from eitherway.bring_in.files.spreadsheet import grids_by_calamine, grids_of  # noqa: PLC0415 - as above

    trouble = diagnosis(path, data)
    try:
        if trouble is None:
            return grids_of(data)
        if any(kind in trouble.what for kind in (".xls)", ".xlsb)", ".ods)")):
            return grids_by_calamine(data)
    except OverLimit as why:
        raise UnreadableFile(f"{path.name} was not opened: {why}.", _SAVE_AS) from why
    except DamagedPackage as why:
        raise UnreadableFile(f"{path.name} cannot be brought in: {why}.", _SAVE_AS) from why
    raise UnreadableFile(trouble.what.replace(", not an Excel workbook (.xlsx or .xlsm)", ""), _fix(trouble))


def _fix(trouble: UnreadableWorkbook) -> str:
    if "password" in trouble.fix:
        return trouble.fix
    return _SAVE_AS if trouble.what.count("damaged") else _KINDS


def _other_kind(data: bytes) -> str:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n").lower()
    if start.startswith(b"%pdf"):
        return "a PDF"
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if start.startswith(b"<?xml"):
        return "an XML file"
    if start.startswith((b"{", b"[")):
        return "a JSON file"
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        return "a picture"
    return ""


def _check_extent(path: Path, grid: Grid) -> None:
    columns, rows = len(grid.rows[0]), len(grid.rows)
    if columns > MOST_COLUMNS:
        raise UnreadableFile(
            f"{path.name} has {columns:,} columns; a tracker has {MOST_COLUMNS} at most.",
            "Keep the columns that you need in a copy, and import that.",
        )
    if rows > MOST_ROWS:
        raise UnreadableFile(
            f"{path.name} has {rows:,} rows; Either Way brings in {MOST_ROWS:,} at most.",
            "Divide it into several files, and import one after the other.",
        )


def _too_large(path: Path, size: int) -> UnreadableFile:
    return UnreadableFile(
        f"{path.name} has {size // MB} MB; "
        f"text may have {MOST_TEXT // MB} MB, a spreadsheet {MOST_FILE // MB}.",
        "Keep the rows that you need in a copy, and import that.",
    )
