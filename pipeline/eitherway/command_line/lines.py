"""Lines on a terminal: words in their styles, wrapped at its width. Piped: plain text, never wrapped."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from shutil import get_terminal_size
from typing import TextIO
from unicodedata import category, east_asian_width

import click

Piece = str | tuple[str, str]
"""Words, or words with their style: "bold red"."""

CLEARED = "\r\033[K"
"""The line in which the cursor stands, empty (ECMA-48: EL)."""

_UNWRAPPED = 100_000
"""Columns that no line needs: what reads a pipe takes a name or a path whole."""
_NARROWEST, _GAP = 20, 2
_WORD = re.compile(r"\s*(?P<word>\S+)")
_UNSEEN = {**dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)]), 9: " "}
"""What would ring, colour the rest or move the cursor, if a name held it."""

_WINDOWS_OUTPUTS = (-11, -12)
"""STD_OUTPUT_HANDLE and STD_ERROR_HANDLE: https://learn.microsoft.com/windows/console/getstdhandle"""

_Line = list[tuple[str, str]]


def show(*pieces: Piece, whole: bool = False) -> None:
    """A line, in as many as the terminal's width makes of it; a `whole` one holds a path to be copied."""
    for line in _wrapped(pieces, _UNWRAPPED if whole else _width()):
        _echo(line)


def show_table(headings: Sequence[str], rows: Iterable[Sequence[Sequence[Piece]]]) -> None:
    """Columns side by side, a blank line between two rows; the last column takes what the others leave."""
    cells = [[[(heading, "bold")] for heading in headings], *rows]
    widths = [
        max(_cells_of(line) for cell in column for line in _wrapped(cell, _UNWRAPPED))
        for column in [*zip(*cells, strict=True)][:-1]
    ]
    left = max(_width() - sum(widths) - _GAP * len(widths), _NARROWEST)
    for number, row in enumerate(cells):
        if number:
            _echo([])
        columns = [_wrapped(cell, width) for cell, width in zip(row, [*widths, left], strict=True)]
        for parts in zip_longest(*columns, fillvalue=[]):
            _echo(_side_by_side(parts, widths))


def is_moving(stream: TextIO) -> bool:
    """Whether a line of the stream can be written over: it is a terminal that obeys control sequences."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and _obeys()


def fitting(text: str) -> str:
    """As much of the text as fits into one line of the terminal."""
    (line, *_) = _wrapped([text], get_terminal_size().columns - 1)
    return "".join(words for words, _ in line)


def _width() -> int:
    return get_terminal_size().columns if sys.stdout.isatty() else _UNWRAPPED


def _echo(line: _Line) -> None:
    plain = os.environ.get("NO_COLOR") or not is_moving(sys.stdout)
    shown = (words if plain or not style else _styled(words, style) for words, style in line)
    print("".join(shown), flush=True)  # click.echo would write UTF-8 to a console that has said ASCII


def _styled(words: str, style: str) -> str:
    named = set(style.split())
    colour = next(iter(named - {"bold", "dim"}), None)
    return click.style(words, colour, bold="bold" in named or None, dim="dim" in named or None)


def _wrapped(pieces: Sequence[Piece], width: int) -> list[_Line]:
    """The lines of the pieces, none of them wider than so many columns, broken between words if possible."""
    each = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
    clean = [(words.translate(_UNSEEN), style) for words, style in each]
    text = "".join(words for words, _ in clean)
    return [_between(clean, *span) for span in _spans(text, width)]


def _between(pieces: _Line, first: int, last: int) -> _Line:
    """The pieces from one place of their text to another."""
    found, at = [], 0
    for words, style in pieces:
        if part := words[max(first - at, 0) : max(last - at, 0)]:
            found.append((part, style))
        at += len(words)
    return found


def _spans(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of the text begins and ends."""
    at = 0
    for line in text.split("\n"):
        yield from ((at + first, at + last) for first, last in _spans_of_line(line, width))
        at += len(line) + 1


def _spans_of_line(line: str, width: int) -> Iterator[tuple[int, int]]:
    first, last = 0, len(line)
    if _cells(line) > width:
        last = 0
        for word in _WORD.finditer(line):
            if last > first and _cells(line[first : word.end()]) > width:
                yield first, last
                first = word.start("word")
            last = word.end()
            while _cells(line[first:last]) > width:  # a word that is wider than the terminal
                part = _fitting(line[first:last], width)
                yield first, first + part
                first += part
    yield first, last


def _fitting(text: str, width: int) -> int:
    """How many signs of the text fit, at least one."""
    return next((count for count in range(1, len(text)) if _cells(text[: count + 1]) > width), len(text))


def _side_by_side(parts: Sequence[_Line], widths: Sequence[int]) -> _Line:
    """The parts of one line, each but the last as wide as its column, and no blanks at the end."""
    line: _Line = []
    gap = 0
    for part, width in zip(parts, [*widths, 0], strict=True):
        if part:
            line += [(" " * gap, ""), *part]
            gap = -_cells_of(part)
        gap += width + _GAP
    return line


def _cells_of(line: _Line) -> int:
    return sum(_cells(words) for words, _ in line)


def _cells(text: str) -> int:
    """The columns that a text takes: two for a sign as wide as Chinese ones, none for an accent by itself."""
    return len(text) if text.isascii() else sum(map(_cells_of_sign, text))


@cache
def _cells_of_sign(sign: str) -> int:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


@cache
def _obeys() -> bool:
    """Whether the console obeys control sequences; that of Windows has to be told to.

    https://learn.microsoft.com/windows/console/setconsolemode (ENABLE_VIRTUAL_TERMINAL_PROCESSING)
    """
    if sys.platform != "win32":
        return True
    import ctypes

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    consoles = map(kernel.GetStdHandle, _WINDOWS_OUTPUTS)
    return any(
        kernel.GetConsoleMode(console, ctypes.byref(mode)) and kernel.SetConsoleMode(console, mode.value | 4)
        for console in consoles
    )
