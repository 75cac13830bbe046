"""All figures of one day, worked out together, so that the Dashboard and `stats` say the same."""

from __future__ import annotations

from eitherway.decide.business_days import business_days
from eitherway.decide.insight.funnel import funnel
from eitherway.decide.insight.letters import COLUMNS, followed, letters_a_week, letters_sent
from eitherway.decide.insight.rates import rates
from eitherway.decide.insight.said import said
from eitherway.decide.insight.searched import Application, rows, searched
from eitherway.decide.insight.silence import silence
from eitherway.decide.insight.waiting import answer_times, waits
from eitherway.model.insight import Insight, Totals
from eitherway.model.records import Flag, Plan
from eitherway.model.tables import Tables


def insight(tables: Tables, plan: Plan) -> Insight:
    """What the search tells on the plan's day; the plan gives what is to write, and the flags."""
    as_of = plan.as_of
    found_rows = rows(tables.interviews)
    applications = searched(tables.applications, found_rows, as_of)
    found, sent = waits(applications), letters_sent(found_rows, as_of)
    flags = dict(zip(plan.applications["row"].tolist(), plan.applications["Flag"].tolist(), strict=True))
    steps = funnel(applications)
    told = Insight(
        as_of=as_of,
        totals=totals(applications, plan, len(sent)),
        funnel=steps,
        sources=rates(applications, lambda each: each.source),
        industries=rates(applications, lambda each: each.industry),
        answers=answer_times(found),
        silence=silence(found, flags),
        followed=followed(applications, as_of, business_days(tables, as_of)),
        steps=COLUMNS,
        weeks=letters_a_week(sent, as_of),
    )
    return told._replace(said=said(told, tables))


def totals(applications: list[Application], plan: Plan, letters: int) -> Totals:
    """*Open*: applications whose Status is not Accepted, Withdrawn or Rejected. *Interviews*: those that took
    place, a day each. *Offers*: applications that reached the stage Offer. *To write*: follow-ups flagged
    Overdue or Due. *Letters sent*: of all steps, also in rows whose application is not in Applications.
    """
    flags = plan.conversations["Flag"].tolist()
    return Totals(
        applications=len(applications),
        open=sum(each.is_open for each in applications),
        interviews=sum(len(each.took_place) for each in applications),
        offers=sum(each.is_offered for each in applications),
        to_write=flags.count(Flag.OVERDUE) + flags.count(Flag.DUE),
        letters=letters,
    )
