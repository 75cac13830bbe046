"""Decide what every conversation and every application needs on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from eitherway.decide.after_no import with_notes
from eitherway.decide.applications import applications
from eitherway.decide.arrays import NO_DAY, words
from eitherway.decide.beside import POINT, must_tell, to_note
from eitherway.decide.business_days import business_days
from eitherway.decide.cadence import dated_steps, owed, steps
from eitherway.decide.channels import channels
from eitherway.decide.conversations import conversations
from eitherway.decide.flags import flags
from eitherway.decide.why import why
from eitherway.model.problems import Problem
from eitherway.model.records import Plan
from eitherway.model.tables import Tables


def decide(tables: Tables, as_of: date, problems: Sequence[Problem]) -> Plan:
    """Flag every conversation and application as of `as_of`: docs/design.md, section 3.

    A row of Interviews or Applications that an error-level problem points at is Fix. Rows without a current
    step have Step "", Due NaT, Days overdue <NA> and Channel "".
    """
    rows, settings, today = tables.interviews, tables.settings, np.datetime64(as_of, "D")
    calendar = business_days(tables, as_of)
    known = conversations(tables, problems, today)
    dated = dated_steps(steps(tables.cadence), rows, known, settings.wait_without_date, calendar)
    owes = owed(dated, known, today, settings.days_between_letters, calendar)
    flag, has_step = flags(known, owes, today, settings, calendar)
    due = np.where(has_step, owes.due, NO_DAY)
    plan = pd.DataFrame(
        {
            "row": rows["row"].to_numpy(),
            "Application": rows["Application"].to_numpy(dtype=object),
            "Company": known.company,
            "Role": known.role,
            "Round": rows["Round"].to_numpy(dtype=object),
            "Date": known.met.astype("datetime64[s]"),
            "Interviewer": rows["Interviewer"].to_numpy(dtype=object),
            "Decision date": known.decision.astype("datetime64[s]"),
            "Step": np.where(has_step, owes.step, ""),
            "Due": due.astype("datetime64[s]"),
            "Days overdue": pd.arrays.IntegerArray(calendar.between(due, today), ~has_step),
            "Flag": flag,
            "Why": why(flag, known, owes, dated, today) + must_tell(tables, flag, known, today),
            "Channel": np.where(has_step, channels(tables, known, owes.thank_you), ""),
        }
    )
    return Plan(
        as_of,
        plan,
        applications(tables, problems, known, flag=flag, due=due, as_of=today),
        with_notes(plan, tables, known, today, calendar),
        to_note(plan["row"], flag, words(rows[POINT]), owes.thank_you),
    )
