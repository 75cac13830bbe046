"""The interview rate by Source and by Industry, and which differences it bears out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from eitherway.decide.insight.funnel import has_interview
from eitherway.decide.insight.searched import Application
from eitherway.model.insight import ENOUGH, Group
from eitherway.words.names import folded

_Z2 = (196 * 196, 100 * 100)
"""The square of 1.96, the normal distribution's 97.5th percentile, as a fraction."""


def rates(applications: Iterable[Application], named: Callable[[Application], str]) -> list[Group]:
    """The applications by Source, or by Industry, with the most first; those that name none come last.

    *Interview rate*: of the applications of a group, the percent that ever reached an interview
    (*Interviewed*). *Pending* are those without one whose Status is not Accepted, Withdrawn or Rejected: they
    may still come to one, so the rate of a young search is low. Names that differ in case or spaces are one,
    spelled as first typed.
    """
    counted: dict[str, list[int]] = {}
    spelled: dict[str, str] = {}
    for each in applications:
        key = folded(name := named(each))
        spelled.setdefault(key, " ".join(name.split()))
        figures = counted.setdefault(key, [0, 0, 0])
        reached = has_interview(each)
        figures[0] += 1
        figures[1] += reached
        figures[2] += not reached and each.is_open
    order = sorted(counted, key=lambda key: (not key, -counted[key][0], key))
    return [Group(spelled[key], *counted[key]) for key in order]


def clear_differences(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """The pairs of named groups whose rates differ clearly, the higher one first.

    Clearly: both have 20 applications or more, and the 95 % intervals of their rates do not meet (Wilson
    1927).
    """
    large = [group for group in groups if group.name and group.applications >= ENOUGH]
    pairs = (sorted(pair, key=_rate, reverse=True) for pair in combinations(large, 2))
    return [(high, low) for high, low in pairs if interval(high)[0] > interval(low)[1]]


def interval(group: Group) -> tuple[float, float]:
    """The 95 % interval of a group's rate, from 0 to 1 (Wilson 1927)."""
    z2 = _Z2[0] / _Z2[1]
    n, k = group.applications, group.interviewed
    middle = (k + z2 / 2) / (n + z2)
    half = (z2 * (k * (n - k) / n + z2 / 4)) ** 0.5 / (n + z2)
    return middle - half, middle + half


def _rate(group: Group) -> float:
    return group.interviewed / group.applications
