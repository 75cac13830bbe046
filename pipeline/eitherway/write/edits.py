"""Everything one run writes: the pipeline's own columns, the computed lists, and the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eitherway.model.problems import Problem
from eitherway.model.records import Accepted, Append, CellValue, Edits, Link, Plan, Rewrite
from eitherway.model.schema import COUNTS, LOG, PROBLEMS, TODAY
from eitherway.model.tables import RawTable
from eitherway.write.columns import Sentences, application_cells, interview_cells
from eitherway.write.links import linked, links_of
from eitherway.write.lists import counts, problem_rows, todays_list

NOTHING = Accepted()


def edits(
    raw: Mapping[str, RawTable],
    plan: Plan,
    problems: Sequence[Problem],
    links: Mapping[int, Link],
    log: Sequence[Mapping[str, CellValue]],
    *,
    accepted: Accepted = NOTHING,
    sentences: Sentences = None,
    lists: Sequence[Rewrite] = (),
) -> Edits:
    """What the workbook must hold for this plan; cells that hold it already are left out.

    `raw` is the workbook as read, `links` leads from a row of Interviews to the letter of its current step,
    `log` holds the rows to add, `accepted` what the user typed in Problems, `sentences` what the personal
    points became, `lists` what else is made anew. A link always goes through: `raw` tells its text but not
    its formula.
    """
    of_log = links_of(LOG, raw)
    return Edits(
        cells=[*interview_cells(raw, plan, links, sentences), *application_cells(raw, plan)],
        rewrites=[
            Rewrite(COUNTS.name, [counts(plan)]),
            Rewrite(TODAY.name, todays_list(plan, links, raw), linked({}, links_of(TODAY, raw))),
            problems_rewritten(problems, raw, accepted.answers),
            *lists,
        ],
        appends=[
            *accepted.appends,
            *([Append(LOG.name, [linked(row, of_log) for row in log])] if log else []),
        ],
    )


def problems_rewritten(
    problems: Sequence[Problem], raw: Mapping[str, RawTable], answers: Mapping[str, str]
) -> Rewrite:
    """The list of problems made anew."""
    rows = problem_rows(problems, raw, answers)
    return Rewrite(PROBLEMS.name, rows, linked({}, links_of(PROBLEMS, raw)))
