"""All checks, in the order in which their problems are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from eitherway.check.cadence import cadence_has_steps, first_step_counts
from eitherway.check.dates import (
    application_decisions,
    decision_dates,
    follow_ups_not_before,
    replies_not_before,
    replies_not_to_come,
    sent_not_before,
    sent_not_to_come,
)
from eitherway.check.details import (
    cells_say_something,
    companies_alike,
    emails_whole,
    jobs_plain,
    titles_plain,
)
from eitherway.check.greetings import greetings, greetings_guessed
from eitherway.check.keys import (
    applications_known,
    applications_once,
    contacts_met,
    conversations_once,
    interviewers_once,
    steps_once,
)
from eitherway.check.names import (
    interviewers_known,
    names_cased,
    names_in_interviewers,
    names_in_interviews,
)
from eitherway.check.settings import country_known, region_known, sender_named
from eitherway.model.problems import Problem
from eitherway.model.tables import Tables

Check = Callable[[Tables, date], list[Problem]]

CHECKS: tuple[Check, ...] = (
    sender_named,
    country_known,
    region_known,
    cadence_has_steps,
    first_step_counts,
    steps_once,
    applications_once,
    interviewers_once,
    names_in_interviewers,
    greetings,
    greetings_guessed,
    companies_alike,
    emails_whole,
    titles_plain,
    cells_say_something,
    jobs_plain,
    applications_known,
    contacts_met,
    names_in_interviews,
    names_cased,
    interviewers_known,
    conversations_once,
    sent_not_before,
    sent_not_to_come,
    replies_not_before,
    replies_not_to_come,
    decision_dates,
    application_decisions,
    follow_ups_not_before,
)


def check(tables: Tables, as_of: date) -> list[Problem]:
    """Every problem that the tables show on `as_of`, all at once."""
    return [problem for each in CHECKS for problem in each(tables, as_of)]
