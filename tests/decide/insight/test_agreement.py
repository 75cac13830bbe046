"""Each figure equals the slow reference's, over thousands of random workbooks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decide import reference as rules
from tests.decide.insight import reference
from tests.decide.insight.searches import long_search, searches, told
from tests.decide.test_laws import YEARS_END, law

days = st.integers(-12, 8).map(lambda days: YEARS_END + timedelta(days))


def differences(book: rules.Workbook, as_of: date) -> list[str]:
    """The figures that are not the reference's."""
    figures, week, plan = told(book, as_of)
    flags = plan.conversations["Flag"].tolist()
    first, until = as_of - timedelta(days=6), as_of
    quiet = reference.quiet(book, flags, as_of)
    pairs = {
        "totals": (tuple(figures.totals), reference.totals(book, as_of, flags)),
        "funnel": (list(map(tuple, figures.funnel)), reference.funnel(book, as_of)),
        "sources": (list(map(tuple, figures.sources)), reference.groups(book, as_of, "Source")),
        "industries": (list(map(tuple, figures.industries)), reference.groups(book, as_of, "Industry")),
        "answers": (figures.answers._asdict(), reference.answer_times(book, as_of)),
        "silence": (
            [(each.days, each.application, each.since) for each in figures.silence],
            reference.silence(book, as_of),
        ),
        "followed": (list(map(tuple, figures.followed)), reference.followed(book, as_of)),
        "weeks": (list(map(tuple, figures.weeks)), reference.weeks(book, as_of)),
        "sent": (list(map(tuple, week.sent)), reference.sent_in(book, first, until)),
        "met": (list(map(tuple, week.met)), reference.met_in(book, first, until)),
        "answered": (list(map(tuple, week.answered)), reference.answered_in(book, first, until)),
        "gone quiet": (list(map(tuple, week.gone_quiet)), reference.within(quiet, first, until)),
        "quiet before": (week.quiet_before, len([each for each in quiet if each[0] < first])),
    }
    return [f"{name}: {one} is to be {other}" for name, (one, other) in pairs.items() if one != other]


@law(max_examples=100)
@given(searches(), days)
def test_each_figure_is_what_its_definition_says(book: rules.Workbook, as_of: date) -> None:
    assert differences(book, as_of) == []


@pytest.mark.slow
@law(max_examples=2000)
@given(searches(), days)
def test_each_figure_is_what_its_definition_says_over_2000_workbooks(
    book: rules.Workbook, as_of: date
) -> None:
    assert differences(book, as_of) == []


@pytest.mark.slow
@law(max_examples=60)
@given(st.integers(0, 10**9))
def test_so_it_is_of_long_searches(seed: int) -> None:
    assert differences(*long_search(seed)) == []
