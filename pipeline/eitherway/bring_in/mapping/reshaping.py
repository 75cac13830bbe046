"""Sheets that are no table: cards below the names of stages, and the names of fields one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from eitherway.bring_in.cells.cards import card_in
from eitherway.bring_in.cells.kinds import Kind, kind_of
from eitherway.bring_in.cells.statuses import standing_of
from eitherway.bring_in.files.grids import Cell, Grid, Places
from eitherway.bring_in.mapping.headers import named
from eitherway.bring_in.meanings import Meaning
from eitherway.read.text import as_text

_ROWS_LOOKED_AT = 10
_LABELS_LOOKED_AT = 40
_FEWEST = 3
_MOST_OF = 0.75
_LONGEST_HEADER = 40
_CARDS = (Kind.TEXT, Kind.PERSON, Kind.LONG, Kind.DATED_TEXT, Kind.URL, Kind.STATUS)
_COMPANIES = (Meaning.COMPANY, Meaning.ROLE_AT_COMPANY)
BOARD = ("Company", "Role", "Status", "Notes")


def reshaped(grid: Grid) -> Grid:
    """The grid as a table with a header; itself where it is one."""
    if (top := _board(grid)) is not None:
        return _from_board(grid, top)
    if (left := _upright(grid)) is not None:
        return _from_upright(grid, left)
    return grid


def _board(grid: Grid) -> int | None:
    """The row that names stages, where what stands below are cards: "Applied | Interview | Offer"."""
    for top, row in enumerate(grid.rows[:_ROWS_LOOKED_AT]):
        names = [as_text(cell) for cell in row if cell != ""]
        stages = [name for name in names if len(name) <= _LONGEST_HEADER and standing_of(name)]
        if len(names) < _FEWEST or len(stages) < _FEWEST or len(stages) < _MOST_OF * len(names):
            continue
        below = [cell for line in grid.rows[top + 1 :] for cell in line if cell != ""]
        cards = sum(isinstance(cell, str) and kind_of(cell) in _CARDS for cell in below)
        return top if below and cards >= _MOST_OF * len(below) else None
    return None


def _from_board(grid: Grid, top: int) -> Grid:
    stages = [as_text(cell) for cell in grid.rows[top]]
    rows: list[Sequence[Cell]] = [BOARD]
    links: dict[tuple[int, int], str] = {}
    comments: dict[tuple[int, int], str] = {}
    for i, row in enumerate(grid.rows[top + 1 :], start=top + 1):
        for j, cell in enumerate(row):
            if cell == "":
                continue
            card = card_in(as_text(cell) if not isinstance(cell, str) else cell)
            for old, new in ((grid.links, links), (grid.comments, comments)):
                if (i, j) in old:
                    new[len(rows), 0] = old[i, j]
            rows.append((card.company, card.role, stages[j], card.more))
    names = ", ".join(filter(None, stages))
    said = f"The sheet {grid.name} is a board ({names}): each of its cards became an application."
    return grid._replace(rows=rows, links=links, comments=comments, said=(*grid.said, said))


def _upright(grid: Grid) -> int | None:
    """The column that names what stands beside it, where no row does: "Company", "Role" in A1, A2."""
    width = len(grid.rows[0])
    top = grid.rows[:_LABELS_LOOKED_AT]
    best_row = max((_named(row) for row in grid.rows[:_ROWS_LOOKED_AT]), default=0)
    for left in range(min(2, width - 1)):
        labels = [row[left] for row in top if row[left] != ""]
        many = _named(labels)
        known = sum(isinstance(cell, str) and _meaning(cell) is not None for cell in labels)
        if many >= _FEWEST and many > best_row and known >= _MOST_OF * len(labels) - 1:
            return left
    return None


def _from_upright(grid: Grid, left: int) -> Grid:
    """A row for each column beside the names, and for each time that the first of the names comes again."""
    blocks = [*_blocks(grid, left)]
    labels = list(dict.fromkeys(label for block in blocks for label in block))
    has_company = any(_meaning(label) in _COMPANIES for label in labels)
    rows: list[list[Cell]] = [[*labels] if has_company else [*labels, "Company"]]
    links: dict[tuple[int, int], str] = {}
    comments: dict[tuple[int, int], str] = {}
    for block in blocks:
        for j in range(left + 1, len(grid.rows[0])):
            cells: list[Cell] = [grid.rows[block[name]][j] if name in block else "" for name in labels]
            if not any(cell != "" for cell in cells):
                continue
            links |= _moved(grid.links, block, labels, j, len(rows))
            comments |= _moved(grid.comments, block, labels, j, len(rows))
            rows.append(cells if has_company else [*cells, grid.name])
    said = () if has_company else (f"The sheet {grid.name} names no company: its own name was taken for it.",)
    return grid._replace(rows=rows, links=links, comments=comments, said=(*grid.said, *said))


def _blocks(grid: Grid, left: int) -> Iterator[dict[str, int]]:
    """The rows of the names; a second block begins where the first name comes again."""
    at = [(as_text(row[left]), i) for i, row in enumerate(grid.rows) if _meaning(row[left])]
    starts = [i for i, (label, _) in enumerate(at) if label == at[0][0]]
    for start, end in pairwise([*starts, len(at)]):
        block: dict[str, int] = {}
        for label, i in at[start:end]:
            block[label if label not in block else f"{label} ({i + 1})"] = i
        yield block


def _moved(
    old: Places, block: Mapping[str, int], labels: Sequence[str], column: int, row: int
) -> dict[tuple[int, int], str]:
    return {
        (row, place): old[block[name], column]
        for place, name in enumerate(labels)
        if name in block and (block[name], column) in old
    }


def _named(cells: Sequence[Cell]) -> int:
    """How many different things of a search for work the cells name."""
    found = [meaning for cell in cells if (meaning := _meaning(cell))]
    return len({*found} - {Meaning.OWN})


def _meaning(cell: Cell) -> Meaning | None:
    if not isinstance(cell, str) or not cell or len(cell) > _LONGEST_HEADER:
        return None
    guess = named(cell)
    return guess[0] if guess else None
