"""Business days: Monday to Friday, less public holidays and the user's days off."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import holidays
import numpy as np
import pandas as pd

from eitherway.decide.arrays import Counts, Days, days, sent_days
from eitherway.model.records import Settings
from eitherway.model.tables import Tables
from eitherway.words.countries import country_code, one_country_alone, region_code, region_of

LAST_YEAR = 2100  # the holidays library knows none after it, and asking costs time
_DAY = np.timedelta64(1, "D")
SHORT_YEAR = 200  # fewer business days than any year has


class BusinessDays(NamedTuple):
    """A calendar that steps and counts in business days; arrays of datetime64[D] in, NaT stays NaT."""

    calendar: np.busdaycalendar

    @classmethod
    def without(cls, days_off: Iterable[date]) -> BusinessDays:
        """Monday to Friday less `days_off`."""
        return cls(np.busdaycalendar(holidays=np.array(sorted(days_off), dtype="datetime64[D]")))

    def after(self, start: Days, number: int) -> Days:
        """The `number`-th business day strictly after each day, which need not be a business day itself.

        0 gives the day itself.
        """
        if number == 0:
            return start
        return np.busday_offset(start, number, roll="backward", busdaycal=self.calendar)

    def between(self, start: Days | np.datetime64, end: Days | np.datetime64) -> Counts:
        """How many business days lie after `start` up to and including `end`; 0 where an end is unknown."""
        start, end = np.broadcast_arrays(start, end)
        apart = start < end
        counts = np.zeros(apart.shape, dtype=np.int64)
        counts[apart] = np.busday_count(start[apart] + _DAY, end[apart] + _DAY, busdaycal=self.calendar)
        return counts


def business_days(tables: Tables, as_of: date) -> BusinessDays:
    """The user's calendar: the public holidays of Country and Region for every year that the workbook's dates
    touch, and the days off.
    """
    days_off = set(tables.days_off["Date"].dropna().dt.date)
    return BusinessDays.without(days_off | public_holidays(tables.settings, _years(tables, as_of)))


def public_holidays(settings: Settings, years: range) -> frozenset[date]:
    """The public holidays of Country and Region in `years` (the holidays library's category "public").

    An unknown country has none; an unknown region has its country's. England is a country and a region.
    """
    country = country_code(settings.country)
    if country is None:
        return frozenset()
    typed = settings.region or region_of(settings.country)
    region = region_code(country, typed) if typed else None
    return _public_holidays(country, region, years)


@lru_cache(maxsize=8)  # a run asks twice, a batch for each of its workbooks
def _public_holidays(country: str, region: str | None, years: range) -> frozenset[date]:
    with one_country_alone(), warnings.catch_warnings():
        # It warns where a calendar that follows the moon is known for fewer years; those years have the rest.
        warnings.simplefilter("ignore", UserWarning)
        return frozenset(holidays.country_holidays(country, subdiv=region, years=years))


def _years(tables: Tables, as_of: date) -> range:
    """From the year of the earliest date to that of the latest, and as far beyond as the cadence reaches."""
    rows = tables.interviews
    columns = [*sent_days(rows), *(days(rows[name]) for name in ("Date", "Decision by", "Follow up on"))]
    dates = np.concatenate([*columns, days(tables.applications["Decision by"]), [np.datetime64(as_of, "D")]])
    years = dates[~np.isnat(dates)].astype("datetime64[Y]").astype(int) + 1970
    last = int(years.max()) + 1 + _reach(tables) // SHORT_YEAR
    return range(int(years.min()), min(last, LAST_YEAR) + 1)


def _reach(tables: Tables) -> int:
    """The most business days from an interview or a sent date to a due date."""
    steps = pd.Series(tables.cadence["Business days"]).fillna(0).sum()
    return int(steps) + tables.settings.wait_without_date
