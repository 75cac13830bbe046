"""Cells as text: as people see them in Excel, trimmed, in Unicode NFC."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from unicodedata import normalize

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
"""What comes along when text is copied from a web page: zero-width spaces, word joiners, byte order marks."""

EXACT_DIGITS = 15  # as many as Excel keeps of a number


def as_text(cell: object) -> str:
    """The cell on one line: every run of spaces, no-break spaces and line breaks is one space."""
    return " ".join(_clean(cell).split())


def as_lines(cell: object) -> str:
    """The cell with its line breaks (as single line feeds) and inner spaces as typed."""
    return _clean(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def as_names(cell: object) -> str:
    """Like `as_text`, but a line break between two words stays: a second line may be a second person.

    So do signs that cannot be seen, unless there is nothing else: the check of names tells of them.
    """
    if not _clean(cell).strip():
        return ""
    lines = (" ".join(line.split()) for line in normalize("NFC", _typed(cell)).splitlines())
    return "\n".join(line for line in lines if line)


def _clean(cell: object) -> str:
    text = cell if isinstance(cell, str) else _seen(cell)
    if text.isascii():
        return text
    return normalize("NFC", text if text.isprintable() else text.translate(INVISIBLE))


def _typed(cell: object) -> str:
    return cell if isinstance(cell, str) else _seen(cell)


def _seen(cell: object) -> str:
    """What Excel would show: 1 for 1.0, TRUE, and dates in ISO form."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.{EXACT_DIGITS}g}" if abs(cell) < 10**EXACT_DIGITS else str(cell)
        case datetime():
            return cell.isoformat(" ", "minutes").removesuffix(" 00:00")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("minutes")
        case timedelta():
            hours, seconds = divmod(round(cell.total_seconds()), 3600)
            return f"{hours}:{seconds // 60:02}"
    return str(cell)
