"""Columns of links: the target stands as plain text in a column of its own, and one formula for every row
makes a link of it.

Excel fills a column of a table from any formula that is written into it; where all rows have the same one,
that changes nothing. And a text constant in a formula ends at 255 characters, which text in a cell does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r"\{([^}]*)\}")
_SPECIAL = re.compile(r"[\[\]#']")
_NAME = r"((?:'.|[^\[\]'])*)"
_IN_ROW = re.compile(rf"[\w.\\]*\[(?:\[#This Row\],\s*\[{_NAME}\]|@\[{_NAME}\]|@{_NAME})\]", re.IGNORECASE)


class Linked(NamedTuple):
    """How a column links: to what the column `target` holds, under the words of `text`.

    `text` and `otherwise`, which is shown where there is no target, may name columns of the row: `{Step}`.
    `bare` takes the place of `text` where the first column that it names is empty.
    """

    target: str
    text: str
    otherwise: str = ""
    bare: str = ""

    @property
    def columns(self) -> list[str]:
        """The columns that the formula reads."""
        return [self.target, *_PART.findall(self.text), *_PART.findall(self.otherwise)]

    def shows(self, row: Mapping[str, object]) -> str:
        """What the formula shows in a row with these cells."""
        said = self.text if row.get(self.target) else self.otherwise
        if said == self.text and self.bare and not row.get(self._begins_with):
            said = self.bare
        return _PART.sub(lambda column: str(row.get(column[1]) or ""), said)

    def formula(self, table: str, headers: Mapping[str, str]) -> str:
        """The formula without its equals sign, as a workbook stores it.

        `headers` gives each column's header as it stands in the table of this name. (Structured references:
        ECMA-376 part 1, 18.17.2.)
        """

        def cell(column: str) -> str:
            return f"{table}[[#This Row],[{_SPECIAL.sub(lambda sign: chr(39) + sign[0], headers[column])}]]"

        def words(template: str) -> str:
            return "&".join(
                cell(part) if number % 2 else f'"{part.replace(chr(34), chr(34) * 2)}"'
                for number, part in enumerate(_PART.split(template))
                if part
            )

        target, text = cell(self.target), words(self.text)
        if self.bare:
            text = f'IF({cell(self._begins_with)}="",{words(self.bare)},{text})'
        # A bare reference to an empty cell would show 0.
        otherwise = f'{words(self.otherwise)}&""' if self.otherwise else '""'
        return f'IF({target}="",{otherwise},HYPERLINK({target},{text}))'

    @property
    def _begins_with(self) -> str:
        return str(_PART.findall(self.text)[0])


@lru_cache(maxsize=64)
def same_formula(one: str | None, other: str | None) -> bool:
    """Whether two formulas differ at most in how they spell a cell of the same row.

    `Log[[#This Row],[File]]` in a file is `[@File]` to the user and, to some versions, to a program. A column
    asks for each of its rows, always the same two: answers are kept.
    """
    if one == other or one is None or other is None:
        return one == other
    return "[" in one and _spelled(one) == _spelled(other)


def _spelled(formula: str) -> str:
    return _IN_ROW.sub(lambda found: f"[@{next(_given(found))}]", formula)


def _given(found: re.Match[str]) -> Iterator[str]:
    yield from (name for name in found.groups() if name is not None)
