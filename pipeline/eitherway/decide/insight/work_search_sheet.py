"""The sheet Work search, made anew by every run where the workbook has it; older workbooks lack it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np

from eitherway.decide.insight.claim_weeks import (
    MOST_ON_THE_SHEET,
    first_of,
    first_on_the_sheet,
    log_rows,
    reckoning,
)
from eitherway.decide.insight.rules import rule_at
from eitherway.decide.insight.work_search import activities, files_sent
from eitherway.model.records import Rewrite
from eitherway.model.schema import REPLY, WORK_SEARCH
from eitherway.model.steps import SENT
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
    since = max(first_on_the_sheet(how, as_of), _enough(tables, as_of))
    done = activities(tables, as_of, files_sent(raw, log), first_of(how, since))
    return [Rewrite(WORK_SEARCH.name, log_rows(done, how, as_of))]


def _enough(tables: Tables, as_of: date) -> date:
    """A day since which there are as many activities as the sheet holds: all of its earlier ones stay away.

    An application, a letter sent and a reply are one activity each; interviews, which a panel shares, come on
    top of them.
    """
    interviews = tables.interviews
    sent = [interviews[name] for name in interviews.columns if name.endswith(SENT)]
    columns = [tables.applications["Applied on"], *sent, interviews[REPLY]]
    days = np.concatenate([column.to_numpy("datetime64[D]") for column in columns])
    days = np.sort(days[days <= np.datetime64(as_of)])
    return days[-MOST_ON_THE_SHEET].item() if len(days) >= MOST_ON_THE_SHEET else date.min
