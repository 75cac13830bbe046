"""The caseload of a batch, in the file that its user named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from eitherway.batch.changes import before, change
from eitherway.batch.results import Result, printable
from eitherway.books.keeping.lock import check_free
from eitherway.model.problems import CannotAct, LockedWorkbook
from eitherway.model.records import LetterState
from eitherway_workbook.caseload.build import Client, caseload, is_caseload


def check_report(report: Path) -> None:
    """Raise CannotAct where something other than an earlier caseload stands: it would be lost."""
    if report.exists() and not is_caseload(report):
        raise CannotAct(
            f"{report} is there already and is not a caseload, so nothing is written over it.",
            "Give --report another name.",
        )


def write_report(report: Path, results: Sequence[Result], as_of: date) -> None:
    """Write the caseload, or leave what is there as it is. Raises CannotAct, LockedWorkbook.

    Among workbooks that are equally urgent, the caseload keeps the order of the results.
    """
    check_report(report)
    beside = report.with_name(f".{report.name}.tmp")
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        if report.exists():
            check_free(report)
        earlier = before(report)
        clients = [client_of(result, change(result, earlier)) for result in results]
        caseload(beside, clients, as_of, earlier.day)
        beside.chmod(_mode(result.path for result in results))
        beside.replace(report)
    except (OSError, LockedWorkbook) as trouble:
        what = trouble.what if isinstance(trouble, LockedWorkbook) else f"{trouble.strerror}."
        raise LockedWorkbook(
            f"The caseload {report} cannot be written: {what}",
            "The workbooks are done. Close it if it is open, then give the same command with --resume.",
        ) from trouble
    finally:
        beside.unlink(missing_ok=True)


def _mode(books: Iterable[str]) -> int:
    """What all workbooks allow: nobody may read of one in the caseload who may not read it itself."""
    mode = 0o644
    for book in books:
        with suppress(OSError):
            mode &= Path(book).stat().st_mode
    return mode | 0o600


def client_of(result: Result, changed: str = "") -> Client:
    """A result as the caseload and the brief tell of it."""
    return Client(
        path=printable(result.path),
        name=printable(result.client),
        state=result.state,
        flags=result.flags,
        written=result.letters.get(LetterState.WRITTEN, 0),
        held=result.letters.get(LetterState.HELD, 0),
        errors=result.errors,
        warnings=result.warnings,
        follow_ups=result.follow_ups,
        what=f"{result.what} {result.fix}".strip(),
        interviews_this_week=result.interviews_this_week,
        offers=result.offers,
        silences=result.silences,
        coming=result.coming,
        problems=result.problems,
        change=changed,
    )
