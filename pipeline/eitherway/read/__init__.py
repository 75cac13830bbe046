"""Raw cells in, typed tables and problems out.

`read_tables` loads pandas, so it is fetched when it is asked for: who only reads text does without (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eitherway.read.workbook import read_tables as read_tables


def __getattr__(name: str) -> Any:
    if name != "read_tables":
        raise AttributeError(name)
    from eitherway.read.workbook import read_tables  # noqa: PLC0415 - see above

    return read_tables
