"""Letters that no row leads to any more, because a name, a company or a date has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from eitherway.letters.owed.plan import letter_paths
from eitherway.letters.owed.sources import place
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Plan
from eitherway.model.schema import LOG
from eitherway.model.tables import RawTable, Tables, cells_of
from eitherway.words.comparison import find
from eitherway.words.names import folded


class _Logged(NamedTuple):
    row: int
    application: str
    interviewer: str
    path: str


def left_over(raw: Mapping[str, RawTable], plan: Plan, tables: Tables, folder: Path) -> list[Problem]:
    """A warning for each letter of Log that stands below `folder` and belongs to no conversation.

    Each can be accepted. An application that is gone took its letters with it: they are an archive, as are
    those of an earlier Letters folder.
    """
    logged = list(_logged(raw))
    if not logged:
        return []
    ours = {_tail(path) for path in letter_paths(plan, tables)}
    labels = set(map(folded, tables.applications["Application"]))
    found = {
        each.path: _problem(each, tables)
        for each in logged
        if folded(each.application) in labels and _tail(each.path) not in ours and _stands(folder, each.path)
    }
    return list(found.values())


def _problem(letter: _Logged, tables: Tables) -> Problem:
    return Problem(
        Code.LETTER_LEFT_OVER,
        Severity.WARNING,
        place(tables, LOG.name, letter.row, "File"),
        f'"{letter.path}" is left over: no row of Interviews leads to it any more, as the name, the company '
        "or the date has changed since.",
        "Take over what you may have written in it, then delete it or move it elsewhere. To leave it where "
        "it is, type OK beside this in Problems.",
        (sha256(letter.path.encode()).hexdigest()[:12],),
    )


def _logged(raw: Mapping[str, RawTable]) -> Iterator[_Logged]:
    name = find(LOG.name, raw)
    first = raw[name].header_row + 1 if name is not None else 0
    columns = ("Application", "Interviewer", "File")
    for number, row in enumerate(cells_of(raw, LOG.name, columns), start=first):
        cells = [str(row.get(column, "")) for column in columns]
        if cells[-1]:
            yield _Logged(number, *cells)


def _tail(path: str) -> str:
    """A letter's path within the letters folder, however its case."""
    return "/".join(path.casefold().split("/")[-2:])


def _stands(folder: Path, path: str) -> bool:
    within = PurePosixPath(path)
    return not within.is_absolute() and ".." not in within.parts and (folder / path).is_file()
