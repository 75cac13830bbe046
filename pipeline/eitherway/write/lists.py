"""The computed tables, row by row: Counts, Today and Problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from eitherway.model.codes import Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import ON_TODAYS_LIST, CellValue, Flag, Link, Plan
from eitherway.model.schema import ANSWER, FINGERPRINT, PROBLEMS
from eitherway.model.tables import RawTable
from eitherway.model.urgency import urgency
from eitherway.words.comparison import find
from eitherway.write.values import dates, numbers, texts

Row = Mapping[str, CellValue]

_BLANK: Row = {column.name: None for column in PROBLEMS.drawn}
"""Stands where there is no problem, so that an answer that is done with goes, too."""

_TEXTS = ("Flag", "Step", "Interviewer", "Company", "Role", "Channel", "Why")


def counts(plan: Plan) -> Row:
    """The one row of Counts: the day, and how many conversations stand where."""
    flags = plan.conversations["Flag"].value_counts()
    figures = {
        "Overdue": Flag.OVERDUE,
        "Due": Flag.DUE,
        "Soon": Flag.SOON,
        "Waiting": Flag.WAITING,
        "To mend": Flag.FIX,
    }
    return {"As of": plan.as_of} | {name: int(flags.get(flag.value, 0)) for name, flag in figures.items()}


def todays_list(plan: Plan, links: Mapping[int, Link]) -> list[Row]:
    """The rows of Today, most urgent first."""
    listed = plan.conversations[plan.conversations["Flag"].isin([flag.value for flag in ON_TODAYS_LIST])]
    columns: dict[str, Sequence[CellValue]] = {name: texts(listed[name]) for name in _TEXTS}
    columns["Due"] = due = dates(listed["Due"])
    columns["Days overdue"] = overdue = numbers(listed["Days overdue"])
    columns["Letter"] = [links.get(row) for row in listed["row"].tolist()]
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    keys = map(urgency, overdue, due, texts(listed["Company"]), texts(listed["Interviewer"]))
    return [row for _, row in sorted(zip(keys, rows, strict=True), key=itemgetter(0))]


def problem_rows(
    problems: Sequence[Problem], raw: Mapping[str, RawTable], answers: Mapping[str, str]
) -> list[Row]:
    """The rows of Problems: errors first, then sheet by sheet and row by row as in the workbook.

    `answers` are what the user typed beside a problem that still stands, by the row's mark.
    """
    sheets = list(dict.fromkeys(table.sheet for table in raw.values()))

    def order(problem: Problem) -> tuple[bool, int, int, int, str]:
        where = problem.where
        sheet = sheets.index(where.sheet) if where.sheet in sheets else len(sheets)
        warning = problem.severity is not Severity.ERROR
        return warning, sheet, where.row, len(where.letter), where.letter

    rows = [_problem_row(problem) for problem in sorted(problems, key=order)]
    if not has_answers(raw):
        return rows
    marks = [_mark(problem) for problem in sorted(problems, key=order)]
    told: list[Row] = [{**row, **_answered(mark, answers)} for row, mark in zip(rows, marks, strict=True)]
    return told or [_BLANK]


def has_answers(raw: Mapping[str, RawTable]) -> bool:
    """Whether Problems has the columns in which the user accepts a warning; older workbooks lack them."""
    name = find(PROBLEMS.name, raw)
    return name is not None and all(find(column.name, raw[name].columns) for column in PROBLEMS.added)


def _mark(problem: Problem) -> str:
    """What a problem that can be accepted is known by: its code and its fingerprints."""
    return " ".join((problem.code, *problem.fingerprints)) if problem.fingerprints else ""


def _answered(mark: str, answers: Mapping[str, str]) -> Row:
    return {ANSWER: answers.get(mark), FINGERPRINT: mark or None}


def _problem_row(problem: Problem) -> Row:
    return {
        "Severity": problem.severity.value,
        "Where": _link(problem.where),
        "What": problem.message,
        "What to do": problem.fix,
    }


def _link(where: Location) -> Link | str:
    if not where.cell:
        return str(where)
    sheet = where.sheet.replace("'", "''")
    return Link(f"#'{sheet}'!{where.cell}", str(where))
