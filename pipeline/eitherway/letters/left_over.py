"""Letters of an earlier run that should not go out: no row leads to them any more, as a name, a company or a
date has changed since, or their letter is held back now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from eitherway.letters.owed.plan import letter_paths
from eitherway.letters.owed.sources import place
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Letter, LetterResult, LetterState, Plan
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


def out_of_date(results: Iterable[LetterResult], folder: Path) -> list[Problem]:
    """A warning for each letter that is held back while an earlier version of it stands below `folder`.

    Each can be accepted. One that could not be written is told as that.
    """
    return [
        _earlier(letter, letter.held)
        for letter, state in results
        if state is LetterState.HELD
        and letter.held
        and letter.held.code is not Code.LETTER_NOT_WRITTEN
        and _stands(folder, letter.path)
    ]


def _earlier(letter: Letter, held: Problem) -> Problem:
    return Problem(
        Code.LETTER_OUT_OF_DATE,
        Severity.WARNING,
        letter.where,
        f'"{letter.path}" is of an earlier run; the letter is held back now, for {held.where}.',
        "Do not send it as it is. Mend that and run this again, or delete the file. If you wrote it "
        "yourself and it is right, type OK beside this in Problems.",
        (_fingerprint(letter.path),),
    )


def _fingerprint(path: str) -> str:
    return sha256(path.encode()).hexdigest()[:12]


def _problem(letter: _Logged, tables: Tables) -> Problem:
    return Problem(
        Code.LETTER_LEFT_OVER,
        Severity.WARNING,
        place(tables, LOG.name, letter.row, "File"),
        f'"{letter.path}" is left over: no row of Interviews leads to it any more, as the name, the company '
        "or the date has changed since.",
        "Take over what you may have written in it, then delete it or move it elsewhere. To leave it where "
        "it is, type OK beside this in Problems.",
        (_fingerprint(letter.path),),
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
