"""The parts of the Dashboard: what each counts, its chart, and what stands there before the first run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from eitherway.model.columns import Table
from eitherway.model.dashboard import (
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
from eitherway.model.insight import (
    ABOUT,
    DAYS,
    GROUPS,
    NACE,
    NO_GROUPS,
    NO_SILENCE,
    NOTHING_YET,
    SILENCES,
    STAGES,
    WEEKS,
)
from eitherway.model.steps import STEPS
from eitherway_workbook.charts import native

EMPTY_ROWS: Mapping[str, Sequence[Mapping[str, object]]] = {
    DASHBOARD_SEARCH.name: [dict.fromkeys(DASHBOARD_SEARCH.names[1:], 0)],
    DASHBOARD_WORK.name: [dict.fromkeys(DASHBOARD_WORK.names[:-1], 0)],
    DASHBOARD_WORDS.name: [
        dict(zip(DASHBOARD_WORDS.names, line, strict=True)) for line in zip(ABOUT, NOTHING_YET, strict=True)
    ],
    DASHBOARD_FUNNEL.name: [{"Stage": stage} for stage in STAGES],
    DASHBOARD_ANSWERS.name: [{"Day": day} for day in DAYS],
    DASHBOARD_FOLLOWED.name: [{"Letter": step} for step in STEPS],
    DASHBOARD_WEEKS.name: [{}] * WEEKS,
    DASHBOARD_SOURCES.name: [{"Source": NO_GROUPS}, *[{}] * (GROUPS - 1)],
    DASHBOARD_INDUSTRIES.name: [{"Industry": NO_GROUPS}, *[{}] * (GROUPS - 1)],
    DASHBOARD_SILENCE.name: [{"Silent for": NO_SILENCE}, *[{}] * (SILENCES - 1)],
}
"""What stands in the tables before the first run."""


class Part(NamedTuple):
    """A heading, what it counts, the chart with what it shows, and what stands there while it is empty."""

    table: Table
    heading: str
    caption: str
    chart: Callable[[Workbook, native.Source], Chart] | None = None
    shows: str = ""
    empty: str = ""


FUNNEL = Part(
    DASHBOARD_FUNNEL,
    "How far applications came",
    "Each by the furthest stage that it ever reached: an interview that took place counts, whatever Status "
    "says since.",
    native.funnel,
    "a bar for each stage, with the applications that ever reached it",
    "A bar for each stage, from your first application on",
)
ANSWERS = Part(
    DASHBOARD_ANSWERS,
    "How long an answer takes",
    "Of a hundred interviews, how many had an answer after so many days; those that still wait are counted "
    f"in. {NACE}",
    native.answers,
    "a column for each fourth day, with the percent of interviews that had an answer by then",
    "How soon they answer, from your fifth interview on",
)
FOLLOWED = Part(
    DASHBOARD_FOLLOWED,
    "What followed a letter",
    "Within 10 business days of it, each letter once. That it came after does not say that it came because "
    "of it.",
    native.followed,
    "a bar for each step, with its letters by what followed them",
    "What came after your letters, from the first on",
)
WEEKLY = Part(
    DASHBOARD_WEEKS,
    "Letters sent a week",
    "Of the last twelve weeks, Monday to Sunday, by step.",
    native.weeks,
    "a column for each week, with the letters sent in it by step",
    "A column for each week, from your first letter on",
)
SOURCES = Part(
    DASHBOARD_SOURCES,
    "Which source brings interviews",
    "Interview rate: of a hundred applications, those that ever came to an interview. From fewer than 5 it "
    "is no rate.",
)
INDUSTRIES = Part(
    DASHBOARD_INDUSTRIES,
    "Which industry brings interviews",
    "Pending: neither an interview nor an end yet. They may still come to one.",
)
SILENCE = Part(
    DASHBOARD_SILENCE,
    "Silence now, longest first",
    "Interviews without an answer, and the days since; the same ones that count as Unanswered above.",
)
