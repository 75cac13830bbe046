"""Settings that the letters and the calendar cannot do without."""

from __future__ import annotations

from datetime import date

from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.tables import Tables, setting_at
from eitherway.words.comparison import did_you_mean, quote
from eitherway.words.countries import country_code, country_names, region_code, region_names

SOME = 6


def sender_named(tables: Tables, as_of: date) -> list[Problem]:
    """Your name must be filled in: letters are signed with it."""
    if tables.settings.your_name:
        return []
    message, fix = (
        "Your name is empty.",
        "Write your full name; the letters are signed with it and wait for it.",
    )
    return [Problem(Code.NO_SENDER_NAME, Severity.ERROR, setting_at(tables, "Your name"), message, fix)]


def country_known(tables: Tables, as_of: date) -> list[Problem]:
    """Country must be one whose public holidays are known."""
    country = tables.settings.country
    if country_code(country):
        return []
    message = f"{quote(country)} is not a country whose public holidays are known."
    fix = f"{did_you_mean(country, country_names())}Type its English name or its ISO code."
    return [Problem(Code.UNKNOWN_VALUE, Severity.ERROR, setting_at(tables, "Country"), message, fix)]


def region_known(tables: Tables, as_of: date) -> list[Problem]:
    """Region must be empty or a region of the country, by name or code."""
    region, country = tables.settings.region, tables.settings.country
    code = country_code(country)
    if not region or code is None or region_code(code, region):
        return []
    names = region_names(code)
    some = ", ".join(names[:SOME]) + (" and so on" if len(names) > SOME else "")
    message = f"{quote(region)} is not a region of {country} that has public holidays of its own."
    fix = did_you_mean(region, names) + (f"Known are {some}." if names else "Empty the cell.")
    return [Problem(Code.UNKNOWN_VALUE, Severity.ERROR, setting_at(tables, "Region"), message, fix)]
