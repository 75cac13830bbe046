"""Cells gathered into blocks: Excel is given a rectangle at a time, never a cell at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from eitherway.books.sheet.areas import Area

Cell = tuple[int, int]
"""Row and column, counted from 1."""

Content = TypeVar("Content")


def bridged(
    cells: Mapping[Cell, Content], ours: Iterable[Area], now: Callable[[int, int], Content]
) -> dict[Cell, Content]:
    """The cells, and what those between them hold `now` wherever all of a block is `ours`.

    Each area of ours is one run of neighbouring columns that only the pipeline writes: writing what a cell
    there holds already is cheaper than a second block.
    """
    filled = dict(cells)
    for area in ours:
        inside = [cell for cell in cells if area.holds(*cell)]
        if inside:
            block = around(inside)
            for row in range(block.top, block.bottom + 1):
                for column in range(block.left, block.right + 1):
                    if (row, column) not in filled:
                        filled[row, column] = now(row, column)
    return filled


def rectangles(cells: Iterable[Cell]) -> list[Area]:
    """The cells as rectangles without a gap: runs within each row, equal runs of neighbouring rows joined."""
    open_runs: dict[tuple[int, int], Area] = {}
    done: list[Area] = []
    for run in _runs(sorted(cells)):
        above = open_runs.get((run.left, run.right))
        if above and above.bottom == run.top - 1:
            run = above._replace(bottom=run.bottom)  # noqa: PLW2901 - the run grows downwards
        elif above:
            done.append(above)
        open_runs[run.left, run.right] = run
    return sorted([*done, *open_runs.values()])


def around(cells: Iterable[Cell]) -> Area:
    """The smallest area that holds all of the cells."""
    rows, columns = zip(*cells, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def _runs(cells: Iterable[Cell]) -> list[Area]:
    runs: list[Area] = []
    for row, column in cells:
        if runs and runs[-1].top == row and runs[-1].right == column - 1:
            runs[-1] = runs[-1]._replace(right=column)
        else:
            runs.append(Area(row, column, row, column))
    return runs
