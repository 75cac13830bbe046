"""The computed tables, row by row: Counts, Today and Problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from eitherway.model.codes import Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import ON_TODAYS_LIST, CellValue, Flag, Link, Plan
from eitherway.model.schema import ANSWER, CELL, FILE, FINGERPRINT, PLACE, PROBLEMS, TODAY
from eitherway.model.tables import RawTable
from eitherway.model.urgency import said_today, urgency
from eitherway.words.comparison import find
from eitherway.write.links import linked, links_of, target_of
from eitherway.write.values import dates, numbers, texts

Row = Mapping[str, CellValue]

_TEXTS = ("Flag", "Step", "Interviewer", "Company", "Role", "Channel", "Why")


def counts(plan: Plan) -> Row:
    """The one row of Counts: the day, and how many conversations stand where."""
    flags = plan.owed["Flag"].value_counts()
    figures = {
        "Overdue": Flag.OVERDUE,
        "Due": Flag.DUE,
        "Soon": Flag.SOON,
        "Waiting": Flag.WAITING,
        "To mend": Flag.FIX,
    }
    return {"As of": plan.as_of} | {name: int(flags.get(flag.value, 0)) for name, flag in figures.items()}


def todays_list(plan: Plan, links: Mapping[int, Link], raw: Mapping[str, RawTable]) -> list[Row]:
    """The rows of Today, most urgent first."""
    listed = plan.owed[plan.owed["Flag"].isin([flag.value for flag in ON_TODAYS_LIST])]
    columns: dict[str, Sequence[CellValue]] = {name: texts(listed[name]) for name in _TEXTS}
    columns["Why"] = [*map(said_today, listed["Why"], map(plan.notes.get, listed["row"].tolist()))]
    columns["Due"] = due = dates(listed["Due"])
    columns["Days overdue"] = overdue = numbers(listed["Days overdue"])
    columns["Letter"] = letters = [links.get(row) for row in listed["row"].tolist()]
    shown = links_of(TODAY, raw)
    if shown:
        columns[FILE.name] = [*map(target_of, letters)]
    rows = [
        linked(dict(zip(columns, values, strict=True)), shown)
        for values in zip(*columns.values(), strict=True)
    ]
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

    links, answered = links_of(PROBLEMS, raw), has_answers(raw)
    rows: list[Row] = []
    for problem in sorted(problems, key=order):
        mark = _mark(problem)
        row = _problem_row(problem) | (_answered(mark, answers) if answered else {})
        rows.append(linked({**row, **_led_to(problem.where)}, links) if links else row)
    # Where there is no problem, an answer that is done with goes, too.
    return rows or ([linked(_answered("", {}), links)] if answered else [])


def has_answers(raw: Mapping[str, RawTable]) -> bool:
    """Whether Problems has the columns in which the user accepts a warning; older workbooks lack them."""
    name = find(PROBLEMS.name, raw)
    return name is not None and all(find(column, raw[name].columns) for column in (ANSWER, FINGERPRINT))


def _mark(problem: Problem) -> str:
    """What a problem that can be accepted is known by: its code and its fingerprints."""
    return " ".join((problem.code, *problem.fingerprints)) if problem.fingerprints else ""


def _answered(mark: str, answers: Mapping[str, str]) -> dict[str, CellValue]:
    return {ANSWER: answers.get(mark), FINGERPRINT: mark or None}


def _led_to(where: Location) -> Row:
    return {PLACE: str(where), CELL: target_of(link) if isinstance(link := _link(where), Link) else None}


def _problem_row(problem: Problem) -> dict[str, CellValue]:
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
