"""Which follow-ups `mail` and `print` are about, and the line to type once their user has sent them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eitherway.model.records import CellChange, Plan
    from eitherway.model.tables import Tables

who = click.argument("who", nargs=-1)


class Chosen:
    """WHO as rows of Interviews, found out before anything is written; None means everybody."""

    def __init__(self, who: Sequence[str]) -> None:
        self.who, self.rows = who, None if not who else frozenset[int]()

    def __call__(self, plan: Plan, _: Tables) -> Sequence[CellChange]:
        """What a run asks before it decides. Raises CannotAct where WHO is owed nothing."""
        from eitherway.write import marks

        if self.who:
            self.rows = frozenset(marks.owed(plan, self.who))
        return ()

    def __contains__(self, row: int) -> bool:
        return self.rows is None or row in self.rows


def once_sent(book: Path, rows: Sequence[int]) -> list[str]:
    """What to type when these rows' letters are on their way: only their user knows that."""
    each = list(dict.fromkeys(rows))
    named = f'"{book}"' if " " in str(book) else str(book)
    return [
        f"Nothing was sent. Once you have sent {'it' if len(each) == 1 else 'them'}, type:",
        f"eitherway sent {named} {' '.join(map(str, each))}",
    ]
