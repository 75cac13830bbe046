"""How far applications came: each by the furthest stage that it ever reached."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.decide.insight.searched import ACCEPTED, Application
from eitherway.model.insight import STAGES, Stage, percent

INTERVIEWING = "Interviewing"


def funnel(applications: Sequence[Application]) -> list[Stage]:
    """Of the applications that were made, how many *ever reached* each stage, and the percent of all.

    *Interview*: one took place, whatever Status says since, or Status is Interviewing, Offer or Accepted.
    *Second interview*: interviews took place on two days or more; an offer after one alone skips it.
    *Offer*: Status is Offer or Accepted. *Accepted*: Status is Accepted. An offer that you declined shows
    only while Status says Offer.
    """
    reached = (
        len(applications),
        sum(has_interview(each) for each in applications),
        sum(len(each.took_place) > 1 for each in applications),
        sum(each.is_offered for each in applications),
        sum(each.status == ACCEPTED for each in applications),
    )
    return [
        Stage(name, number, percent(number, len(applications)))
        for name, number in zip(STAGES, reached, strict=True)
    ]


def has_interview(application: Application) -> bool:
    """Whether the application ever reached the stage Interview."""
    return bool(application.took_place) or application.status == INTERVIEWING or application.is_offered
