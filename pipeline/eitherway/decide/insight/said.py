"""What the figures say in sentences: what was counted, and from twenty on what is usual; never more."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.decide.insight.rates import clear_differences
from eitherway.model.insight import (
    ABOUT,
    ENOUGH,
    FEW,
    NOTHING_YET,
    WITHIN,
    AnswerTimes,
    Followed,
    Group,
    Insight,
    Said,
)
from eitherway.model.schema import APPLICATIONS
from eitherway.model.steps import CHECK_IN, THANK_YOU
from eitherway.model.tables import Tables
from eitherway.words import days
from eitherway.words.counting import count


def said(told: Insight, tables: Tables) -> list[Said]:
    """A line for each part of the figures.

    What is usual (a rate, a median, a difference) is said of 20 and more; of fewer, only what was counted.
    """
    places = tables.places.get(APPLICATIONS.name)
    lacking = [each for each in ("Source", "Industry") if places and each not in places.letters]
    words = (
        _how_far(told, tables),
        _groups("Source", told.sources, lacking),
        _groups("Industry", told.industries, lacking),
        _answers(told.answers),
        _silence(told),
        _letters(told),
    )
    return [Said(*each) for each in zip(ABOUT, words, strict=True)]


def _how_far(told: Insight, tables: Tables) -> str:
    if told.is_empty:
        to_come = tables.applications["Applied on"].dropna().dt.date
        if to_come.empty:
            return NOTHING_YET[0]
        by, first = days.short_with_year(told.as_of), days.short_with_year(min(to_come))
        return f"Nothing yet by {by}: the first application is of {first}."
    made = count(told.totals.applications, "application")
    interview, second, offer = (stage.applications for stage in told.funnel[1:4])
    usual = f" ({told.funnel[1].percent}%)" if told.totals.applications >= ENOUGH else ""
    return (
        f"{made}: {_number(interview)}{usual} came to an interview, {_number(second)} to a second one, "
        f"{_number(offer)} to an offer."
    )


def _groups(column: str, groups: Sequence[Group], lacking: Sequence[str]) -> str:
    named = [group for group in groups if group.name]
    large = [group for group in named if group.applications >= ENOUGH]
    if column in lacking:
        return (
            f"Applications has no column {column}: add one, and fill it in, to see which brings interviews."
        )
    if not groups:
        return NOTHING_YET[1]
    if not named:
        return f"No application says its {column} yet: fill in that column to see which brings interviews."
    if differences := clear_differences(groups):
        high, low = max(differences, key=lambda pair: (pair[0].percent or 0) - (pair[1].percent or 0))
        return f"{high.name} led to interviews more often than {low.name}: {_of(high)} against {_of(low)}."
    if len(large) > 1:
        return f"No clear difference: {', '.join(f'{group.name} {_of(group)}' for group in large[:3])}."
    if large:
        one = f"{large[0].name}: {_of(large[0])} came to an interview."
        return one if len(named) == 1 else f"{one} Each other is too few to compare ({ENOUGH} needed)."
    most = named[0]
    return f"Too few to compare: it takes {ENOUGH} applications of one; {most.name} has {most.applications}."


def _of(group: Group) -> str:
    return f"{group.interviewed} of {group.applications} ({group.percent}%)"


def _answers(times: AnswerTimes) -> str:
    if not times.interviews:
        return NOTHING_YET[3]
    waiting = f"{_number(times.unanswered)} still {'waits' if times.unanswered == 1 else 'wait'}"
    interviews = count(times.interviews, "interview")
    if times.counted < FEW:
        return (
            f"{interviews}: {_number(times.answered)} answered, {waiting}. Too few to say how long it takes."
        )
    if times.median is None:
        return f"{interviews}: {times.answered} answered, {waiting}. Fewer than half have an answer yet."
    half = f"had an answer within {count(times.median, 'day')}"
    if times.counted < ENOUGH:
        return f"Half of {times.counted} interviews {half}, and {waiting}: too few to expect the same again."
    return f"Half of your interviews {half}. Of {times.counted}, {waiting}, and that is reckoned in."


def _silence(told: Insight) -> str:
    if not told.answers.interviews:
        return NOTHING_YET[3]
    if not told.silence:
        return "No interview is without an answer."
    longest = told.silence[0]
    since = f"{count(longest.days, 'day')} since {days.short_beside(longest.since, told.as_of)}"
    if len(told.silence) == 1:
        return f"One interview waits for an answer, {longest.application}: {since}."
    return f"{len(told.silence)} interviews wait for an answer, longest {longest.application}: {since}."


def _letters(told: Insight) -> str:
    if not told.totals.letters:
        return NOTHING_YET[5]
    parts = [_after(each) for each in told.followed if each.step in (THANK_YOU, CHECK_IN)]
    after = " and ".join(part for part in parts if part)
    told_after = f" Within {WITHIN} business days came an answer to {after}." if after else ""
    return (
        f"{count(told.totals.letters, 'letter')} sent, {sum(told.weeks[-1].letters)} this week.{told_after}"
    )


def _after(each: Followed) -> str:
    known = each.letters - each.too_early
    return f"{each.answer} of {count(known, each.step.lower())}" if known else ""


def _number(number: int) -> str:
    return str(number) if number else "none"
