"""Who has not answered, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eitherway.decide.insight.waiting import State, Wait
from eitherway.model.insight import Silence


def silence(waits: Iterable[Wait], flags: Mapping[int, str]) -> list[Silence]:
    """The interviews that are *unanswered*, longest first: the same ones that the answer times count.

    *Silence* is the days since that interview. `flags` are the applications' flags, by Excel row.
    """
    waiting = [
        Silence(
            each.application.name,
            each.application.company,
            each.interview,
            each.days,
            flags[each.application.row],
        )
        for each in waits
        if each.state is State.UNANSWERED and each.days is not None
    ]
    return sorted(waiting, key=lambda each: (-each.days, each.application))
