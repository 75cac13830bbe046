"""The rows on the terminal, one by one, and as a table of Markdown."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence

from rich.console import Console

from benchmarks.rows import Row

WIDTH = 140
COLUMNS = ("What", "Ours", "Unit", "Against", "Ratio", "Target")


def show(rows: Iterable[Row], title: str = "") -> list[Row]:
    """Print each row as soon as it is measured, and give them all."""
    say = Console(width=WIDTH, highlight=False, soft_wrap=True).print
    say(title, style="bold")
    say(_columns(COLUMNS), style="dim")
    return [_said(row, say) for row in rows]


def _said(row: Row, say: Callable[..., None]) -> Row:
    say(_columns(cells(row)), markup=False)
    return row


def _columns(texts: Sequence[str]) -> str:
    what, ours, unit, against, ratio, target = texts
    return f"{what:<66} {ours:>9} {unit:<9} {against:<42} {ratio:>7}  {target}".rstrip()


def alone(rows: Callable[[bool], Iterable[Row]]) -> None:
    """A part run by itself: `python -m benchmarks.NAME [--quick]`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="fewer turns, smaller inputs")
    show(rows(parser.parse_args().quick))


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
