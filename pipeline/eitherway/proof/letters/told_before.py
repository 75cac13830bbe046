"""What proofreading said the last time: a run that reads no letter leaves it listed while it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eitherway.model.codes import Code, FindingCode, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import ON_TODAYS_LIST, Plan
from eitherway.model.schema import FINGERPRINT, INTERVIEWS, LOG, PROBLEMS
from eitherway.model.tables import RawTable, cells_of, column_letter
from eitherway.words.comparison import find

COLUMNS = (FINGERPRINT, "Severity", "Where", "What", "What to do")
_PLACE = re.compile(r"(?P<sheet>.+)!(?P<letter>[A-Z]+)(?P<row>\d+)(?: \((?P<column>.+)\))?")
_QUOTED = re.compile(r"[“\"](.+?)[”\"]")
_CODES = {code.value: code for code in (*FindingCode, *Code)}


def told_before(raw: Mapping[str, RawTable], plan: Plan, accepted: frozenset[str]) -> list[Problem]:
    """The problems that can be accepted, as Problems has them, less what was accepted or mended since.

    A cell no longer holds what was found in it once none of the words quoted stands there; a conversation's,
    once it owes no letter. What was found in a template or a file stays until the letters are read again.
    """
    listed = plan.owed["Flag"].isin([flag.value for flag in ON_TODAYS_LIST])
    owing = set(plan.owed["row"][listed].tolist())
    return [
        problem
        for problem in _told(raw)
        if not accepted.issuperset(problem.fingerprints) and _may_hold(problem, raw, owing)
    ]


def _told(raw: Mapping[str, RawTable]) -> Iterator[Problem]:
    for row in cells_of(raw, PROBLEMS.name, COLUMNS):
        mark, severity, where, what, fix = (str(row.get(column, "")) for column in COLUMNS)
        code, *fingerprints = mark.split() or [""]
        place = _PLACE.fullmatch(where)
        if place and fingerprints and code in _CODES and severity in set(Severity):
            at = Location(place["sheet"], int(place["row"]), place["letter"], place["column"] or "")
            yield Problem(_CODES[code], Severity(severity), at, what, fix, tuple(fingerprints))


def _may_hold(problem: Problem, raw: Mapping[str, RawTable], owing: set[int]) -> bool:
    where = problem.where
    table = next((each for each in raw.values() if each.sheet == where.sheet and _holds(each, where)), None)
    if table is None:
        return False
    if find(INTERVIEWS.name, [table.name]) and where.row not in owing:
        return False
    quoted = _QUOTED.search(problem.message)
    of_a_file = where.column == "Letter" or find(LOG.name, [table.name])
    cell = str(table.rows[where.row - table.header_row - 1][_column(table, where)])
    return bool(of_a_file or quoted is None or any(word in cell for word in quoted[1].split()))


def _holds(table: RawTable, where: Location) -> bool:
    return 0 < where.row - table.header_row <= len(table.rows) and _column(table, where) >= 0


def _column(table: RawTable, where: Location) -> int:
    """The column's index in the table, -1 where it stands beside it."""
    letters = [column_letter(table.first_column + i) for i in range(len(table.columns))]
    return letters.index(where.letter) if where.letter in letters else -1
