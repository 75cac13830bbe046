"""The types in which the workbook is declared: a kind, a column, a table. Its tables are in schema.py."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from eitherway.model.linked import Linked


class Kind(StrEnum):
    """What a column holds, and so how it is read, checked, formatted and validated."""

    TEXT = "text"
    LINES = "several lines of text"
    CHOICE = "one of a list"
    DATE = "date"
    MOMENT = "date and time"
    NUMBER = "whole number"
    LINK = "link"


class Role(StrEnum):
    """Who fills a table: the user, or the pipeline (whole, or only by adding rows)."""

    INPUT = "yours"
    COMPUTED = "computed"
    APPENDED = "appended to"


class Column(NamedTuple):
    """A column. `ours` means that the pipeline writes it. `choices` feed a drop-down, from a fixed list or
    (`choices_from`, a table and column) from another table; other values are a problem only if `strict`.
    A `later` column came with a later version: a workbook of an earlier one works without it. A `memo` is for
    the user's own memory: no letter and no decision reads it, so what is wrong there stops nothing. A column
    of links is worked out from others of its row, as `link` says.
    """

    name: str
    kind: Kind
    width: float
    help: str
    required: bool = False
    ours: bool = False
    choices: tuple[str, ...] = ()
    choices_from: tuple[str, str] | None = None
    strict: bool = True
    later: bool = False
    memo: bool = False
    link: Linked | None = None

    @property
    def needed(self) -> bool:
        """Whether the rules cannot do without the column itself, filled or not."""
        return not self.later and (self.required or self.ours or self.kind is Kind.DATE)


class Table(NamedTuple):
    """An Excel table (ListObject); it stands on the sheet of its own name unless `sheet` says otherwise.

    A workbook of an earlier version works without an `optional` table, and without the `added` columns of
    another, which `new` draws after the rest. Of these, those that are `hidden` hold nothing for a reader.
    """

    name: str
    role: Role
    help: str
    columns: tuple[Column, ...]
    on_sheet: str = ""
    optional: bool = False
    added: tuple[Column, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def drawn(self) -> tuple[Column, ...]:
        """All columns, in the order in which `new` draws them."""
        return self.columns + self.added

    @property
    def sheet(self) -> str:
        """The sheet that `new` puts the table on; the reader finds it anywhere."""
        return self.on_sheet or self.name

    @property
    def excel_name(self) -> str:
        """The table's name as a ListObject: Excel allows no space there ("Days_off")."""
        return self.name.replace(" ", "_")

    @property
    def by_name(self) -> Mapping[str, Column]:
        """All columns by their names."""
        return {column.name: column for column in self.drawn}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns that a workbook must have, in their order."""
        return tuple(column.name for column in self.columns)
