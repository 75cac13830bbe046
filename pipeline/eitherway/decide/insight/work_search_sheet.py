"""The sheet Work search, made anew by every run where the workbook has it; older workbooks lack it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from eitherway.decide.insight.claim_weeks import first_of, first_on_the_sheet, log_rows, reckoning
from eitherway.decide.insight.rules import rule_at
from eitherway.decide.insight.work_search import activities, files_sent
from eitherway.model.records import Rewrite
from eitherway.model.schema import WORK_SEARCH
from eitherway.model.tables import RawTable, Tables
from eitherway.words.comparison import find
from eitherway.words.countries import country_code


def work_search_sheet(
    raw: Mapping[str, RawTable], tables: Tables, as_of: date, log: Iterable[Mapping[str, object]]
) -> list[Rewrite]:
    """The table Work search by the rule of Settings' Country and Region; nothing where it is not there.

    `log` holds the rows that this run adds to Log.
    """
    name = find(WORK_SEARCH.name, raw)
    if name is None or not all(find(column, raw[name].columns) for column in WORK_SEARCH.names):
        return []
    settings = tables.settings
    rule = rule_at(settings.country, settings.region)
    rule = rule if rule and rule.is_of_work_search else None
    how = reckoning(rule, country_code(settings.country), goal=settings.work_search_goal)
    since = first_of(how, first_on_the_sheet(how, as_of))
    done = activities(tables, as_of, files_sent(raw, log), since)
    return [Rewrite(WORK_SEARCH.name, log_rows(done, how, as_of))]
