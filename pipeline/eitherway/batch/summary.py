"""A batch in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eitherway.batch.results import Result, State, is_of_a_template
from eitherway.model.records import LetterState
from eitherway.model.report import owed_line
from eitherway.words.counting import count

MOST = 10
"""Templates that are told of."""


def summary(results: Sequence[Result]) -> list[str]:
    """How many workbooks were done now, what is owed in all of them, and what became of the letters."""
    told = [result for result in results if result.state is not State.NOT_RUN]
    now = [result for result in told if not result.done_before]
    return [
        *_stopped(len(told), len(results)),
        _workbooks(told, now),
        *_follow_ups(told),
        *_letters(now),
        *_to_mend(told),
        *_templates(now),
    ]


def _stopped(told: int, found: int) -> list[str]:
    if told == found:
        return []
    missing = "1 was" if found - told == 1 else f"{found - told} were"
    return [f"Stopped: {told} of {found} workbooks. {missing} not run; run it again with --resume."]


def _workbooks(told: Sequence[Result], now: Sequence[Result]) -> str:
    if not told:
        return "No workbook was run."
    before = len(told) - len(now)
    states = Counter(result.state for result in now)
    said = [f"{before} done before and passed over"] if before else []
    said += [f"{states[state]} {state.value}" for state in State if state in states]
    return f"{count(len(told), 'workbook')}: {', '.join(said)}."


def _follow_ups(told: Sequence[Result]) -> list[str]:
    read = [result for result in told if result.state is State.DONE]
    if not read:
        return []
    owed = owed_line(_total([result.flags for result in read]))
    unread = sum(result.is_refused for result in told)
    beside = f"; {unread} could not be read" if unread else ""
    return [f"Follow-ups: {owed or 'none now'} in {count(len(read), 'workbook')}{beside}."]


def _letters(now: Sequence[Result]) -> list[str]:
    if not now:
        return []
    letters = _total([result.letters for result in now])
    said = [f"{letters[state]} {state.value}" for state in LetterState if letters[state]]
    return [f"Letters: {', '.join(said) or 'none'}."]


def _to_mend(told: Sequence[Result]) -> list[str]:
    with_errors = [result for result in told if result.errors]
    if not with_errors:
        return []
    total = sum(result.errors for result in with_errors)
    return [f"To mend: {total} in {len(with_errors)} of the workbooks; each lists its own in Problems."]


def _templates(now: Sequence[Result]) -> list[str]:
    """A template that cannot be used holds letters of many clients: it is told here, once."""
    held = Counter(
        message
        for result in now
        for message in {each["message"] for each in result.problems if is_of_a_template(each)}
    )
    return [
        f"{message} So it is in {count(number, 'workbook')}." for message, number in held.most_common(MOST)
    ]


def _total(counts: Sequence[Mapping[str, int]]) -> Counter[str]:
    total = Counter[str]()
    for some in counts:
        total.update(some)
    return total
