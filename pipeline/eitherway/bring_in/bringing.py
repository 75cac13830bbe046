"""A foreign file, from its grids to what it brings: pure, and the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eitherway.bring_in.brought import Brought, Ways
from eitherway.bring_in.cells.dates import Order, dates_in, is_open
from eitherway.bring_in.files.grids import Grid
from eitherway.bring_in.joining.gathering import gather
from eitherway.bring_in.mapping.columns import columns_of
from eitherway.bring_in.mapping.layout import Sheet, sheet_of
from eitherway.bring_in.mapping.reshaping import reshaped
from eitherway.bring_in.meanings import AMONG_WORDS, DATED, PEOPLE, Column, Meaning, Sureness
from eitherway.bring_in.rows.address_book import contacts_of, is_address_book
from eitherway.bring_in.rows.own_tables import BROUGHT_IN, not_brought_in, own_table, take_own
from eitherway.bring_in.rows.sheet_rows import dated_cells, orders_of, settled_orders, take_rows
from eitherway.read.text import as_text
from eitherway.words.comparison import quote

_NAMING = (Meaning.COMPANY, Meaning.ROLE, Meaning.ROLE_AT_COMPANY, Meaning.LAST_NAME, *PEOPLE)


def bring(grids: Sequence[Grid], said: Mapping[str, Meaning], ways: Ways) -> Brought:
    """All that the sheets hold of a search for work; `said` are the meanings that the user gave some
    headers.
    """
    brought = Brought()
    sheets: list[tuple[Sheet, list[Column]]] = []
    for raw in grids:
        if (ours := own_table([as_text(cell) for cell in raw.rows[0]])) and ours not in BROUGHT_IN:
            brought.said.append(not_brought_in(raw.name, ours))
            continue
        grid = raw if ours else reshaped(raw)
        sheet = sheet_of(grid, [*said])
        if sheet is None:
            brought.said.append(
                f"The sheet {grid.name} has no header that names a company, a role or a person."
            )
            continue
        brought.said += sheet.said
        if table := own_table(sheet.headers):
            take_own(sheet, table, Order(ways.day_first, False, ways.why_order), ways.as_of, brought)
            continue
        if is_address_book(sheet.headers):
            people, told = contacts_of(sheet)
            brought.address_book += people
            brought.said += told
            continue
        columns = columns_of(sheet, said)
        if not sheet.rows:
            brought.said.append(f"The sheet {grid.name} holds a header and no rows.")
            brought.columns[grid.name] = []
        elif _is_tracker(columns):
            sheets.append((sheet, columns))
            brought.columns[grid.name] = columns
        else:
            brought.said.append(
                f"The sheet {grid.name} names no company, role or person; nothing of it was brought in."
            )
    sheets = _surely(sheets, brought)
    own = [orders_of(sheet, columns, ways.as_of) for sheet, columns in sheets]
    order = _file_order(own, ways)
    for (sheet, columns), found in zip(sheets, own, strict=True):
        settled = settled_orders(columns, found, order)
        brought.orders |= _told_orders(sheet, columns, settled)
        brought.said += [*_without_year(sheet, columns), *map(_read_as_well, _noted(columns))]
        take_rows(sheet, columns, ways, settled, brought)
    gather(brought)
    if not brought.applications:  # a list of people, not a tracker that names some
        brought.address_book, brought.contacts = brought.contacts + brought.address_book, []
    return brought


def _surely(
    sheets: Sequence[tuple[Sheet, list[Column]]], brought: Brought
) -> list[tuple[Sheet, list[Column]]]:
    """The sheets; beside one whose columns say what they are, none that only may be a tracker, like a pivot
    table of it.
    """
    doubtful = [
        pair
        for pair in sheets
        if not any(each.meaning in _NAMING and each.sureness is not Sureness.UNSURE for each in pair[1])
    ]
    if len(doubtful) == len(sheets):
        return [*sheets]
    for sheet, _ in doubtful:
        del brought.columns[sheet.grid.name]
        brought.said.append(
            f"The sheet {sheet.grid.name} names no company or role for sure, as another does: "
            "it was not brought in. --map can say which column is the Company."
        )
    return [pair for pair in sheets if pair not in doubtful]


def unsure(brought: Brought) -> list[Column]:
    """The columns whose meaning has to be asked for."""
    return [
        each for columns in brought.columns.values() for each in columns if each.sureness is Sureness.UNSURE
    ]


def _is_tracker(columns: Sequence[Column]) -> bool:
    return any(column.meaning in _NAMING for column in columns)


def _file_order(own: Sequence[Mapping[int, Order]], ways: Ways) -> Order:
    """The order of day and month where a column's own dates do not tell: as most other columns of the
    file.
    """
    counts = Counter(order.day_first for some in own for order in some.values() if order.is_sure)
    if counts[True] != counts[False]:
        return Order(counts[True] > counts[False], True, "the file's other dates")
    return Order(ways.day_first, False, ways.why_order)


def _told_orders(sheet: Sheet, columns: Sequence[Column], settled: Mapping[int, Order]) -> dict[str, Order]:
    """The order of each column in which it makes a difference."""
    return {
        column.header: settled[column.place]
        for column in columns
        if column.meaning in DATED
        and any(is_open(cell, within=column.meaning in AMONG_WORDS) for cell in dated_cells(sheet, column))
    }


def _without_year(sheet: Sheet, columns: Sequence[Column]) -> list[str]:
    """A line for each column that holds dates without a year: which year was taken."""
    first = {
        column.header: next((str(cell) for cell in dated_cells(sheet, column) if _lacks_year(cell)), "")
        for column in columns
        if column.meaning in DATED
    }
    some = {header: text for header, text in first.items() if text}
    if not some:
        return []
    names, text = ", ".join(map(quote, some)), next(iter(some.values()))
    return [
        f"Dates without a year ({quote(text)}) in {names}: each is taken for the latest that has passed, "
        "an interview's for the first one after its application."
    ]


def _noted(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.meaning is Meaning.NOTES_AND_INTERVIEWS]


def _read_as_well(column: Column) -> str:
    return (
        f"What {quote(column.header)} dates of interviews stands in Interviews as well; "
        "the notes stay as they are."
    )


def _lacks_year(cell: object) -> bool:
    return isinstance(cell, str) and any(not found.year for found in dates_in(cell))


def order_line(header: str, order: Order) -> str:
    """How the column's dates were read, for a person."""
    how = "day first (31/12)" if order.day_first else "month first (12/31)"
    return f"Dates in {quote(header)} are read {how}: {order.why}."
