"""The tables of the sheet Dashboard: figures for its charts, made anew by every run."""

from __future__ import annotations

from eitherway.model.columns import Column, Kind, Role, Table
from eitherway.model.steps import STEPS


def _on_dashboard(name: str, help_: str, *columns: tuple[str, Kind, str]) -> Table:
    drawn = tuple(Column(column, kind, 13, says, ours=True) for column, kind, says in columns)
    return Table(f"Dashboard {name}", Role.COMPUTED, help_, drawn, on_sheet="Dashboard", optional=True)


_GROUP_COLUMNS = (
    ("Applications", Kind.NUMBER, "How many you made."),
    ("Interviewed", Kind.NUMBER, "How many of them ever came to an interview."),
    ("Pending", Kind.NUMBER, "How many have neither an interview nor an end yet."),
    (
        "Interview rate",
        Kind.NUMBER,
        "Interviewed, of a hundred applications; of fewer than 5 applications the count alone.",
    ),
)

# fmt: off
DASHBOARD_SEARCH = _on_dashboard(
    "search", "How the search stands on the day of the last run.",
    ("As of", Kind.DATE, "The day that all figures on this sheet were worked out for."),
    ("Applications", Kind.NUMBER, "Applications that you made by then."),
    ("Open", Kind.NUMBER, "Of these, the ones that are not Accepted, Withdrawn or Rejected."),
    ("Interviews", Kind.NUMBER, "Interviews that took place: a day on which you met one or more people of an application."),
    ("Offers", Kind.NUMBER, "Applications with Status Offer or Accepted."),
)

DASHBOARD_WORK = _on_dashboard(
    "work", "What is to be done, and what came of it.",
    ("To write", Kind.NUMBER, "Follow-ups that are Overdue or Due."),
    ("Letters sent", Kind.NUMBER, "Sent dates of all steps."),
    ("Answered", Kind.NUMBER, "Interviews that have an answer."),
    ("Unanswered", Kind.NUMBER, "Interviews that have none yet."),
    ("Days to an answer", Kind.NUMBER, "The median: by then half of the interviews had an answer, those that still wait counted in."),
)

DASHBOARD_WORDS = _on_dashboard(
    "words", "What the figures say, and no more than they bear.",
    ("About", Kind.TEXT, "What the sentence is about."),
    ("What the figures say", Kind.TEXT, "Of fewer than 20 only what was counted is told, not what is usual."),
)

DASHBOARD_FUNNEL = _on_dashboard(
    "funnel", "How far applications came, each by the furthest stage that it ever reached.",
    ("Stage", Kind.TEXT, "A later rejection takes no stage back."),
    ("Applications", Kind.NUMBER, "How many ever reached it."),
    ("Of all", Kind.NUMBER, "The same, of a hundred applications."),
)

DASHBOARD_ANSWERS = _on_dashboard(
    "answers", "How many interviews had an answer after so many days.",
    ("Day", Kind.NUMBER, "Days after the interview."),
    ("Answered by then", Kind.NUMBER, "Of a hundred interviews, those that still wait counted in (Kaplan and Meier). Empty beyond the longest wait seen."),
)

DASHBOARD_FOLLOWED = _on_dashboard(
    "followed", "What came within 10 business days of a letter, as counts; not what came because of it.",
    ("Letter", Kind.TEXT, "The step."),
    ("Answer", Kind.NUMBER, "Letters after which a reply or a decision came."),
    ("Next interview", Kind.NUMBER, "Letters after which the next interview took place, without another answer before."),
    ("Nothing", Kind.NUMBER, "Letters after which nothing came."),
    ("Too early", Kind.NUMBER, "Letters whose 10 business days are not over."),
)

DASHBOARD_WEEKS = _on_dashboard(
    "weeks", "Letters sent in the last twelve weeks, Monday to Sunday.",
    ("Week of", Kind.DATE, "The week's Monday."),
    *((step, Kind.NUMBER, f"Sent in that week: {step.lower()}.") for step in STEPS),
    ("Own steps", Kind.NUMBER, "Sent in that week: steps that you added to Cadence."),
)

DASHBOARD_SOURCES = _on_dashboard(
    "sources", "Which Source brings interviews; the last row may hold several.",
    ("Source", Kind.TEXT, "As in Applications."), *_GROUP_COLUMNS,
)

DASHBOARD_INDUSTRIES = _on_dashboard(
    "industries", "Which Industry brings interviews; the last row may hold several.",
    ("Industry", Kind.TEXT, "As in Applications."), *_GROUP_COLUMNS,
)

DASHBOARD_SILENCE = _on_dashboard(
    "silence", "Interviews without an answer, longest first.",
    ("Silent for", Kind.NUMBER, "Days since the interview."),
    ("Since", Kind.DATE, "The day of the interview."),
    ("Flag", Kind.TEXT, "The application's flag."),
    ("Application", Kind.TEXT, "Whose silence it is."),
)

DASHBOARD = (
    DASHBOARD_SEARCH, DASHBOARD_WORK, DASHBOARD_WORDS, DASHBOARD_FUNNEL, DASHBOARD_ANSWERS, DASHBOARD_FOLLOWED,
    DASHBOARD_WEEKS, DASHBOARD_SOURCES, DASHBOARD_INDUSTRIES, DASHBOARD_SILENCE,
)
# fmt: on
"""All of them, in their order on the sheet."""
