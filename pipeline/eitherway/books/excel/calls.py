"""Writing to an open workbook, all or nothing: every step knows its way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from eitherway.books.excel.busy import Wait, is_refusal, patiently
from eitherway.model.problems import EitherWayError, LockedWorkbook

Step = Callable[[], None]


class Writing:
    """Steps that were begun, in order, each with what undoes it."""

    def __init__(self, wait: Wait) -> None:
        """`wait` sleeps for so many seconds while Excel is busy."""
        self._wait = wait
        self._back: list[Step] = []

    def do(self, step: Step, back: Step) -> None:
        """Take a step, patiently. Its way back is noted first; what Excel refuses, it has not done at all."""
        self._back.append(back)
        try:
            patiently(step, self._wait)
        except Exception as trouble:  # whatever it is goes on; only the way back depends on what it is
            if is_refusal(trouble) or isinstance(trouble, EitherWayError):
                self._back.pop()
            raise

    def undo_all(self) -> None:
        """Go all the way back, the last step first."""
        while self._back:
            patiently(self._back[-1], self._wait)
            self._back.pop()


@contextmanager
def all_or_nothing(wait: Wait) -> Iterator[Writing]:
    """Steps taken inside are all undone if one fails. Raises LockedWorkbook where Excel itself refused."""
    writing = Writing(wait)
    try:
        yield writing
    except BaseException as trouble:
        _go_back(writing)
        if is_refusal(trouble):
            raise LockedWorkbook(
                "Excel did not let Either Way write to this workbook.",
                "Unprotect its sheets (Review > Unprotect Sheet), then click again. Nothing was written.",
            ) from trouble
        raise


def _go_back(writing: Writing) -> None:
    try:
        writing.undo_all()
    except Exception as trouble:  # each system refuses with errors of its own; all others go on
        if not is_refusal(trouble) and not isinstance(trouble, LockedWorkbook):
            raise
        raise LockedWorkbook(
            "Excel became busy while Either Way was writing, and not all of it is taken back.",
            "Press Enter (or Esc), then click Undo.",
        ) from trouble
