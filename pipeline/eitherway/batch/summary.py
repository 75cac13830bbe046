"""A batch in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eitherway.batch.results import Result, State
from eitherway.records import ON_TODAYS_LIST, Flag, LetterState


def summary(results: Sequence[Result]) -> list[str]:
    """How many workbooks were done, what is owed in all of them, and what became of the letters."""
    states = Counter(result.state for result in results)
    said = ", ".join(f"{states[state]} {state.value}" for state in State if state in states)
    number = "1 workbook" if len(results) == 1 else f"{len(results)} workbooks"
    return [
        f"{number}: {said}." if results else "No workbook was run.",
        _follow_ups(results),
        _letters(results),
        *_to_mend(results),
    ]


def _follow_ups(results: Sequence[Result]) -> str:
    flags = _total([result.flags for result in results])
    words = {Flag.OVERDUE: "overdue", Flag.DUE: "due today", Flag.SOON: "soon"}
    said = [f"{flags[flag]} {words[flag]}" for flag in ON_TODAYS_LIST if flags[flag]]
    return f"Follow-ups: {', '.join(said) or 'none now'}."


def _letters(results: Sequence[Result]) -> str:
    letters = _total([result.letters for result in results])
    said = [f"{letters[state]} {state.value}" for state in LetterState if letters[state]]
    return f"Letters: {', '.join(said) or 'none'}."


def _to_mend(results: Sequence[Result]) -> list[str]:
    with_errors = [result for result in results if result.errors]
    if not with_errors:
        return []
    total = sum(result.errors for result in with_errors)
    return [f"To mend: {total} in {len(with_errors)} of the workbooks; each lists its own in Problems."]


def _total(counts: Sequence[Mapping[str, int]]) -> Counter[str]:
    total = Counter[str]()
    for count in counts:
        total.update(count)
    return total
