"""Text with separators (.csv, .tsv) as rows: whatever its encoding, its separator and its line ends."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from eitherway.bring_in.files.grids import Grid, squared

SEPARATORS = (",", ";", "\t", "|")
LINES_LOOKED_AT = 60
GUARDED = re.compile(r"'(?=[=+\-@\t\r])")
"""The apostrophe with which `export` keeps a spreadsheet from taking text for a formula."""

_WESTERN = frozenset("äöüÄÖÜßéèêëàâáãåçñíìîïóòôõúùûœæøÉÈÀÂÇÑÁÍÓÚ¿¡€£°§–—‘’“”„…•·´«»\u00a0")
_CENTRAL = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰ")
_OLD_ENCODINGS = (("cp1252", _WESTERN), ("mac_roman", _WESTERN), ("cp1250", _CENTRAL | _WESTERN))
_UTF_8_MARK, _UTF_16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_UNSTRUCTURED_LINES = 50


class NoText(Exception):
    """The bytes are no text; the message is a clause."""


def grid_of(data: bytes, name: str) -> Grid:
    """The text's rows. Raises NoText."""
    text, said = decoded(data)
    return Grid(name, squared(rows_of(text)), said=said)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what has to be said about its encoding.

    A mark at the beginning decides; else UTF-8 if all of it is; else the one of Windows' and the old Mac's
    encodings in which it has the most letters that people write. Where single lines are in another encoding
    than the rest, each is read in its own. Raises NoText for what no program writes as text.
    """
    if data.startswith(_UTF_16_MARKS):
        return data.decode("utf-16", "replace"), ()
    if _is_utf_16(data):
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace"), ()
    said: tuple[str, ...] = ()
    if zeros := data.count(b"\0"):
        if zeros * 100 > len(data):
            raise NoText("holds bytes that are no text")
        data = data.replace(b"\0", b"")
        said = (f"{zeros} zero byte{'s were' if zeros > 1 else ' was'} left out: no text holds them.",)
    data = data.removeprefix(_UTF_8_MARK)
    try:
        return data.decode("utf-8"), said
    except UnicodeDecodeError:
        return _in_old_encodings(data), said


def rows_of(text: str) -> list[list[str]]:
    """The rows between separators; the one that gives the most even columns is taken."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if named := re.fullmatch(r"sep=(.)", first.strip()):
        return _parsed(rest, named[1])
    best = max(SEPARATORS, key=lambda separator: _evenness(text, separator))
    return _parsed(text, best)


def _is_utf_16(data: bytes) -> bool:
    start = data[:2000]
    return any(start[side::2].count(0) * 10 > 4 * len(start) for side in (0, 1))


def _in_old_encodings(data: bytes) -> str:
    lines = data.split(b"\n")
    broken = [line for line in lines if not _is_utf_8(line)]
    sample = b"\n".join(broken[:2000])
    encoding, _ = max(_OLD_ENCODINGS, key=lambda each: _likely(sample, *each))
    if any(not line.isascii() and _is_utf_8(line) for line in lines):
        return "\n".join(
            line.decode("utf-8") if _is_utf_8(line) else line.decode(encoding, "replace") for line in lines
        )
    return data.decode(encoding, "replace")


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likely(sample: bytes, encoding: str, usual: frozenset[str]) -> int:
    signs = [sign for sign in sample.decode(encoding, "replace") if sign > "\x7f"]
    return sum(1 if sign in usual else -1 for sign in signs)


def _evenness(text: str, separator: str) -> float:
    """How many columns the first lines have in common, less for each line that has another number."""
    lengths = Counter(len(row) for row in islice(_reader(text, separator), LINES_LOOKED_AT) if len(row) > 1)
    if not lengths:
        return 0
    columns, rows = lengths.most_common(1)[0]
    return math.sqrt(columns - 1) * rows * rows / sum(lengths.values())


def _parsed(text: str, separator: str) -> list[list[str]]:
    if _is_closed(text, separator):
        return [[_unguarded(cell) for cell in row] for row in _reader(text, separator)]
    # A quotation mark that is never closed: all that follows would be one cell.
    return [[_unguarded(cell) for cell in _line(line, separator)] for line in text.split("\n")]


def _is_closed(text: str, separator: str) -> bool:
    """Whether every quotation mark that opens a cell is closed, and none too late to be meant."""
    if '"' not in text:
        return True
    last: list[str] = []
    for row in _reader(text, separator):
        if any(cell.count("\n") > _UNSTRUCTURED_LINES for cell in row):
            return False
        last = row
    # Only the last cell can reach the end unclosed; then the marks of the whole text are odd in number.
    return not (last and "\n" in last[-1] and text.count('"') % 2)


def _line(line: str, separator: str) -> list[str]:
    """The cells of a line that stands by itself."""
    if line.count('"') % 2:
        return line.replace('"', "").split(separator)
    return next(_reader(line, separator), [])


def _unguarded(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and GUARDED.match(cell) else cell


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
