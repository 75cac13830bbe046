"""Columns of links as values for cells: one formula for all rows, over the targets that stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from eitherway.model.columns import Table
from eitherway.model.linked import Linked
from eitherway.model.records import CellValue, Formula, Link
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find

Shown = Callable[[Mapping[str, CellValue]], Formula]
"""From a row's cells, by the schema's column names, to what its cell of links holds."""


def links_of(schema: Table, raw: Mapping[str, RawTable]) -> dict[str, Shown]:
    """The columns of links of this table that have all they need; older workbooks may lack the targets."""
    name = find(schema.name, raw)
    return dict(_links(schema, raw[name])) if name is not None else {}


def linked(row: Mapping[str, CellValue], links: Mapping[str, Shown]) -> dict[str, CellValue]:
    """The row with its cells of links."""
    return {**row, **{column: shown(row) for column, shown in links.items()}}


def target_of(link: Link | None) -> str | None:
    """What the column beside holds."""
    return link.target if link else None


def _links(schema: Table, table: RawTable) -> Iterator[tuple[str, Shown]]:
    for column in schema.drawn:
        if (link := column.link) is None or find(column.name, table.columns) is None:
            continue
        headers = {name: find(name, table.columns) for name in link.columns}
        found = {name: header for name, header in headers.items() if header is not None}
        if len(found) == len(headers):
            text = link.formula(table.name, found)
            yield column.name, partial(_shown, text, link)


def _shown(text: str, link: Linked, row: Mapping[str, CellValue]) -> Formula:
    return Formula(text, link.shows(row))
