"""Small tables written as text, so that one screen of a test shows what goes in and what comes out."""

from __future__ import annotations


def grid(text: str) -> list[dict[str, str]]:
    """Rows of a table drawn with bars: the first line names the columns, a line of dashes is skipped.

    >>> grid('''
    ... Interviewer | Date
    ... Mei Chen    | 2026-11-16
    ... ''')
    [{'Interviewer': 'Mei Chen', 'Date': '2026-11-16'}]
    """
    lines = [line for line in text.strip().splitlines() if line.strip(" -|")]
    head, *body = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(head, cells, strict=True)) for cells in body]
