"""The rows as a table on the terminal, and as one of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.rows import Row

COLUMNS = ("What", "Ours", "Unit", "Against", "Ratio", "Target")


def show(rows: Iterable[Row], title: str = "") -> None:
    """Print the rows."""
    table = Table(title=title)
    for column in COLUMNS:
        table.add_column(column, justify="right" if column in ("Ours", "Ratio") else "left")
    for row in rows:
        table.add_row(*cells(row))
    Console(width=140).print(table)


def markdown(rows: Iterable[Row]) -> list[str]:
    """The lines of a table that a page can hold."""
    sides = ["---:" if column in ("Ours", "Ratio") else "---" for column in COLUMNS]
    return [_line(COLUMNS), _line(sides), *(_line(cells(row)) for row in rows)]


def cells(row: Row) -> tuple[str, str, str, str, str, str]:
    """A row as text, figures to three digits."""
    return row.what, figure(row.ours), row.unit, row.against, figure(row.ratio), row.target


def figure(number: float) -> str:
    """Three digits, and all of a larger number's whole ones: 0.0123, 1.62, 38.4, 12,345."""
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:#.3g}"


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"
