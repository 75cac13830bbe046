"""The Dashboard's tables, row by row. Each always has the same number of rows: its chart stays on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from eitherway.model.columns import Table
from eitherway.model.dashboard import (
    DASHBOARD,
    DASHBOARD_ANSWERS,
    DASHBOARD_FOLLOWED,
    DASHBOARD_FUNNEL,
    DASHBOARD_INDUSTRIES,
    DASHBOARD_SEARCH,
    DASHBOARD_SILENCE,
    DASHBOARD_SOURCES,
    DASHBOARD_WEEKS,
    DASHBOARD_WORDS,
    DASHBOARD_WORK,
)
from eitherway.model.insight import FEW, GROUPS, NO_GROUPS, NO_SILENCE, SILENCES, Group, Insight
from eitherway.model.records import CellValue, Rewrite
from eitherway.model.tables import RawTable
from eitherway.words.comparison import find

Row = Mapping[str, CellValue]

NOT_GIVEN = "(not given)"
TOO_FEW, NOT_YET = "too few", "not yet"


def dashboards(raw: Mapping[str, RawTable]) -> list[Table]:
    """The Dashboard's tables that the workbook has, whole; one of an earlier version has none."""
    return [table for table in DASHBOARD if _has(raw, table)]


def dashboard_rewritten(told: Insight, tables: Sequence[Table]) -> list[Rewrite]:
    """These tables of the Dashboard made anew."""
    rows = dashboard_rows(told)
    return [Rewrite(table.name, rows[table.name]) for table in tables]


def dashboard_rows(told: Insight) -> dict[str, list[Row]]:
    """The rows of every table of the Dashboard.

    Where nothing is counted yet, labels stand alone, so that charts are empty and say what will stand there.
    """
    sent = any(each.letters for each in told.followed)
    of_week = any(any(week.letters) for week in told.weeks)
    totals, answers = told.totals, told.answers
    cells: dict[str, Sequence[Sequence[CellValue]]] = {
        DASHBOARD_SEARCH.name: [
            (told.as_of, totals.applications, totals.open, totals.interviews, totals.offers)
        ],
        DASHBOARD_WORK.name: [
            (totals.to_write, totals.letters, answers.answered, answers.unanswered, _median(told))
        ],
        DASHBOARD_WORDS.name: told.said,
        DASHBOARD_FUNNEL.name: [
            (name, *(_unless(told.is_empty, figure) for figure in figures)) for name, *figures in told.funnel
        ],
        DASHBOARD_ANSWERS.name: [
            (day, _unless(answers.counted < FEW, percent)) for day, percent in answers.by_day
        ],
        DASHBOARD_FOLLOWED.name: [
            (each.step, *(_unless(not sent, figure) for figure in each[2:])) for each in told.followed
        ],
        DASHBOARD_WEEKS.name: [
            (week.monday, *(_unless(not of_week, each) for each in week.letters)) for week in told.weeks
        ],
        DASHBOARD_SOURCES.name: _groups(told.sources),
        DASHBOARD_INDUSTRIES.name: _groups(told.industries),
        DASHBOARD_SILENCE.name: _padded(
            [(each.days, each.since, each.flag, each.application) for each in told.silence[:SILENCES]]
            or [(NO_SILENCE,)],
            SILENCES,
        ),
    }
    return {
        table.name: [dict(zip_longest(table.names, row)) for row in cells[table.name]] for table in DASHBOARD
    }


def _has(raw: Mapping[str, RawTable], table: Table) -> bool:
    name = find(table.name, raw)
    return name is not None and all(find(column, raw[name].columns) for column in table.names)


def _median(told: Insight) -> CellValue:
    if not told.answers.interviews:
        return None
    if told.answers.counted < FEW:
        return TOO_FEW
    return NOT_YET if told.answers.median is None else told.answers.median


def _unless(empty: bool, figure: CellValue) -> CellValue:
    return None if empty else figure


def _groups(groups: Sequence[Group]) -> Sequence[Sequence[CellValue]]:
    named = any(group.name for group in groups)
    return _padded([*map(_group, _gathered(groups))] if named else [(NO_GROUPS,)], GROUPS)


def _gathered(groups: Sequence[Group]) -> Sequence[Group]:
    """As many as there are rows for: the last row holds all others together."""
    if len(groups) <= GROUPS:
        return groups
    rest = groups[GROUPS - 1 :]
    figures = (sum(column) for column in zip(*(group[1:] for group in rest), strict=True))
    return [*groups[: GROUPS - 1], Group(f"{len(rest)} others", *figures)]


def _group(group: Group) -> Sequence[CellValue]:
    few = group.applications < FEW
    rate = f"{group.interviewed} of {group.applications}" if few else group.percent
    return (group.name or NOT_GIVEN, group.applications, group.interviewed, group.pending, rate)


def _padded(rows: Sequence[Sequence[CellValue]], number: int) -> list[Sequence[CellValue]]:
    return [*rows, *[()] * (number - len(rows))]
