"""What the user accepts of what proofreading warns of: read where it was typed, remembered in Accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from eitherway.model.choices import OK
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import CannotAct, Location, Problem
from eitherway.model.records import Accepted, Append, CellValue, Checked
from eitherway.model.schema import ACCEPTED, ANSWER, FINGERPRINT, PROBLEMS
from eitherway.model.tables import RawTable, Tables, cells_of
from eitherway.words.comparison import loose

YES = frozenset(map(loose, (OK, "okay", "O.K.", "yes")))
TO_ADD = (
    f"Add a sheet with a table {ACCEPTED.name} that has the columns {', '.join(ACCEPTED.names)}, or copy "
    "your rows into a workbook that `eitherway new` makes."
)

_ANSWER = (FINGERPRINT, ANSWER, "Severity", "Where", "What")


class _Answer(NamedTuple):
    mark: str
    typed: str
    severity: str
    where: str
    what: str

    @property
    def accepts(self) -> bool:
        """An error cannot be accepted: it has to be mended."""
        return loose(self.typed) in YES and self.severity != Severity.ERROR

    @property
    def takes_none(self) -> bool:
        """Whether an OK says nothing here."""
        return self.severity == Severity.ERROR or not self.mark

    @property
    def fingerprints(self) -> str:
        """The mark without the code that it begins with."""
        return self.mark.partition(" ")[2]


def accepted_so_far(raw: Mapping[str, RawTable], tables: Tables, now: datetime | None = None) -> Accepted:
    """What Accepted holds and what was typed in Problems since; `now` stamps the rows to add.

    Where the workbook has no table to remember it in, nothing new is accepted, and that is said.
    """
    answers = list(_answers(raw))
    new = [answer for answer in answers if answer.accepts]
    can_remember = remembers(tables)
    needless = _needless(raw, tables)
    staying = {answer.mark: answer.typed for answer in answers if not (answer.accepts and can_remember)}
    if not can_remember:
        return Accepted(
            tables.accepted, answers=staying, problems=[*needless, *([_cannot(tables)] if new else [])]
        )
    rows = [_row(answer.fingerprints, answer.where, answer.what, now) for answer in new]
    marks = {mark for answer in new for mark in answer.fingerprints.split()}
    rows = [row for row in rows if not set(str(row[FINGERPRINT]).split()) <= tables.accepted]
    return Accepted(tables.accepted | marks, [Append(ACCEPTED.name, rows)] if rows else [], staying, needless)


def rows_to_accept(
    wanted: Sequence[str],
    letters: Sequence[Checked],
    problems: Sequence[Problem],
    tables: Tables,
    now: datetime,
) -> Append:
    """The rows that remember what has these fingerprints.

    Raises CannotAct for one that is an error, or that nothing has, or where there is no table to remember it.
    """
    if not remembers(tables):
        raise CannotAct(f"The workbook has no table {ACCEPTED.name} to remember it in.", TO_ADD)
    found = {
        mark: _Said(each.severity, str(each.where), each.message)
        for each in problems
        for mark in each.fingerprints
    }
    for letter in letters:
        for each in letter.findings:
            found.setdefault(each.fingerprint, _Said(each.severity, each.source, each.message))
    return Append(
        ACCEPTED.name, [_accepted_row(mark, found.get(mark), now) for mark in dict.fromkeys(wanted)]
    )


class _Said(NamedTuple):
    severity: Severity
    where: str
    what: str


def _accepted_row(mark: str, said: _Said | None, now: datetime) -> Mapping[str, CellValue]:
    if said is None:
        raise CannotAct(
            f'Nothing that was found has the fingerprint "{mark}".',
            "`eitherway proof` gives it in brackets after each finding. Nothing was written.",
        )
    if said.severity is Severity.ERROR:
        raise CannotAct(f"{said.where}: {said.what}", "An error cannot be accepted: it has to be mended.")
    return _row(mark, said.where, said.what, now)


def remembers(tables: Tables) -> bool:
    """Whether the workbook has the table Accepted; those of an earlier version lack it."""
    return ACCEPTED.name in tables.places


def _needless(raw: Mapping[str, RawTable], tables: Tables) -> list[Problem]:
    """A warning of each OK beside what takes none: the next list would leave it out without a word."""
    answers = map(_answer, cells_of(raw, PROBLEMS.name, _ANSWER))
    beside = [each.what for each in answers if loose(each.typed) in YES and each.takes_none]
    if not beside:
        return []
    more = f" and {len(beside) - 1} more" if len(beside) > 1 else ""
    message = f"Your {OK} beside “{beside[0]}”{more} does not apply: that cannot be accepted."
    fix = "Do what stands beside it there instead."
    return [Problem(Code.CANNOT_ACCEPT, Severity.WARNING, _problems_table(tables), message, fix)]


def _answers(raw: Mapping[str, RawTable]) -> Iterator[_Answer]:
    """What was typed beside problems that can be known again."""
    for row in cells_of(raw, PROBLEMS.name, _ANSWER):
        answer = _answer(row)
        if answer.mark and answer.typed:
            yield answer


def _answer(row: Mapping[str, object]) -> _Answer:
    return _Answer(*(str(row.get(name, "")).strip() for name in _ANSWER))


def _row(mark: str, where: str, what: str, now: datetime | None) -> Mapping[str, CellValue]:
    return {"When": now, "Where": where, "What": what, FINGERPRINT: mark}


def _cannot(tables: Tables) -> Problem:
    message = f"Your {OK} cannot be remembered: the workbook has no table {ACCEPTED.name}."
    return Problem(Code.CANNOT_REMEMBER, Severity.WARNING, _problems_table(tables), message, TO_ADD)


def _problems_table(tables: Tables) -> Location:
    place = tables.places.get(PROBLEMS.name)
    return Location(place.sheet if place else PROBLEMS.sheet, table=PROBLEMS.name)
