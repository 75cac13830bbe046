"""Each application's own summary of its conversations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from eitherway.decide.arrays import Days, Words, days, words
from eitherway.decide.conversations import Conversations, with_errors
from eitherway.model.problems import Problem
from eitherway.model.records import Flag
from eitherway.model.schema import APPLICATIONS
from eitherway.model.steps import THANK_YOU, sent_column
from eitherway.model.tables import Tables

_FLAGS = dict(enumerate(flag.value for flag in Flag))
_RANKS = {flag: rank for rank, flag in _FLAGS.items()}


def applications(
    tables: Tables,
    problems: Sequence[Problem],
    known: Conversations,
    *,
    flag: Words,
    due: Days,
    as_of: np.datetime64,
) -> pd.DataFrame:
    """A row per application: `row`, Application, Thanked, Next due, Flag and Last contact.

    The flag is Fix where the application's own row has an error, else the worst of its conversations (the
    order of records.Flag), "" without any.
    """
    rows = tables.applications
    broken = with_errors(rows, APPLICATIONS.name, problems)
    summary = _summary(known, flag, due).reindex(known.listed)
    thanked = _thanked(known, days(tables.interviews[sent_column(THANK_YOU)]), as_of).reindex(known.listed)
    return pd.DataFrame(
        {
            "row": rows["row"].to_numpy(),
            "Application": words(rows["Application"]),
            "Thanked": thanked.fillna("").to_numpy(),
            "Next due": summary["due"].to_numpy(),
            "Flag": np.where(broken, Flag.FIX, summary["rank"].map(_FLAGS).fillna("")).astype(object),
            "Last contact": summary["contact"].to_numpy(),
        }
    )


def _summary(known: Conversations, flag: Words, due: Days) -> pd.DataFrame:
    """The worst rank, the earliest due date and the latest contact, by application."""
    each = pd.DataFrame(
        {
            "application": known.application,
            "rank": pd.Series(flag).map(_RANKS),
            "due": due.astype("datetime64[s]"),
            "contact": known.last_contact.astype("datetime64[s]"),
        }
    )
    of = each.groupby("application")
    return pd.DataFrame({"rank": of["rank"].min(), "due": of["due"].min(), "contact": of["contact"].max()})


def _thanked(known: Conversations, thanked: Days, as_of: np.datetime64) -> pd.Series[Any]:
    """Of the people met by as_of, those with any thank-you sent to them: "2 of 3", by application."""
    rows = pd.DataFrame(
        {
            "application": known.application,
            "interviewer": pd.factorize(known.interviewer)[0],
            "met": known.met <= as_of,
            "thanked": ~np.isnat(thanked),
        }
    )
    people = rows[known.interviewer != ""].groupby(["application", "interviewer"]).any()
    met = people[people["met"]].groupby("application")["thanked"].agg(["sum", "size"])
    told = [f"{thanked} of {size}" for thanked, size in zip(met["sum"], met["size"], strict=True)]
    return pd.Series(told, index=met.index, dtype=object)
