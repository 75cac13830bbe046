"""Excel tables: what each covers, and its columns."""

from __future__ import annotations

from typing import NamedTuple

from eitherway.books.sheet.areas import Area


class TableXml(NamedTuple):
    """A table as its part declares it. `area` is its whole extent, header and total row included."""

    name: str
    part: str
    area: Area
    header_rows: int
    total_rows: int
    columns: tuple[str, ...]

    @property
    def body(self) -> Area:
        """The data rows."""
        return self.area._replace(
            top=self.area.top + self.header_rows, bottom=self.area.bottom - self.total_rows
        )
