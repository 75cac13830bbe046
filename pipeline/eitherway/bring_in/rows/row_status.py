"""The status of an application, from all that the cells of its row say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eitherway.bring_in.cells.statuses import DECIDED, Reading, Standing

_S = Standing
FURTHEST = (*DECIDED[::-1], _S.OFFER, _S.INTERVIEWING, _S.APPLIED, _S.OPEN, _S.NOT_YET)
TICKED = Reading(_S.APPLIED, whole=False)
"""Ticked off as sent, which says nothing of what came after."""


class Status(NamedTuple):
    """The word for the cell; `is_guessed` where no cell says one."""

    text: str
    is_guessed: bool


def status_of(readings: Sequence[Reading], *, has_met: bool, is_sent: bool) -> Status | None:
    """The furthest that is said, else what interviews tell; None for what is still to be sent.

    What is only vague ("Waiting to hear") gives way to interviews that took place.
    """
    known = [each for each in readings if each.standing not in (_S.OPEN, _S.NOT_YET)]
    if known:
        furthest = min(known, key=lambda each: FURTHEST.index(each.standing))
        is_vague = furthest.standing is _S.APPLIED and not furthest.whole
        return Status((_S.INTERVIEWING if is_vague and has_met else furthest.standing).value, False)
    if any(each.standing is _S.NOT_YET for each in readings) and not has_met and not is_sent:
        return None
    return Status((_S.INTERVIEWING if has_met else _S.APPLIED).value, True)
