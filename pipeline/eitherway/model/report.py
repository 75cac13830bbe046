"""An outcome in words and in JSON: what both faces say of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eitherway.model.codes import Severity
from eitherway.model.problems import Problem, errors
from eitherway.model.records import (
    ON_TODAYS_LIST,
    CellChange,
    CellEdit,
    Checked,
    Flag,
    LetterResult,
    LetterState,
    Outcome,
    Plan,
)
from eitherway.model.steps import spoken_step
from eitherway.model.urgency import said_today, urgency
from eitherway.words.counting import count
from eitherway.words.sentences import ended

if TYPE_CHECKING:
    import pandas as pd

    from eitherway.model.findings import Finding

Json = dict[str, Any]

_FIELDS = {
    "row": "row",
    "Application": "application",
    "Company": "company",
    "Role": "role",
    "Round": "round",
    "Date": "interview_date",
    "Interviewer": "interviewer",
    "Step": "step",
    "Due": "due",
    "Days overdue": "days_overdue",
    "Flag": "flag",
    "Why": "why",
    "Channel": "channel",
}


def follow_ups(plan: Plan) -> list[Json]:
    """A follow-up per conversation, in the workbook's order (docs/design.md, section 6).

    Dates are YYYY-MM-DD, None where there is none.
    """
    return _told(plan.conversations)


def owed(plan: Plan) -> list[Json]:
    """The same as those see it who write: with the notes that are offered after a no."""
    return _told(plan.owed)


def todays_list(plan: Plan) -> list[Json]:
    """The follow-ups that are overdue, due or soon, most urgent first (docs/design.md, section 3)."""
    listed = [
        each | {"why": said_today(each["why"], plan.notes.get(each["row"]))}
        for each in owed(plan)
        if each["flag"] in ON_TODAYS_LIST
    ]
    return sorted(listed, key=_urgency)


def counts(plan: Plan) -> dict[str, int]:
    """How many conversations carry each flag, worst first; flags that none carries are left out."""
    found = Counter(plan.owed["Flag"].tolist())
    return {flag.value: found[flag.value] for flag in Flag if flag.value in found}


def headline(plan: Plan) -> str:
    """What to do first: `4 overdue, 2 due today, 1 soon. First: Rachel Vilsack, Northwind.`"""
    owed = owed_line(counts(plan), _due(plan))
    if not owed:
        return "Nothing to follow up now."
    first = todays_list(plan)[0]
    return ended(f"{owed}. First: {first['interviewer']}, {first['company']}")


def owed_line(flags: Mapping[str, int], due: str = "due today") -> str:
    """How much there is to do, of so many conversations by flag: `4 overdue, 1 soon`, "" for nothing."""
    words = {Flag.OVERDUE: "overdue", Flag.DUE: due, Flag.SOON: "soon"}
    return ", ".join(f"{flags[flag]} {words[flag]}" for flag in ON_TODAYS_LIST if flags.get(flag))


def _due(plan: Plan) -> str:
    """On a day off, what was due on the business day before it is not due today."""
    rows = plan.owed
    due = rows["Due"][rows["Flag"] == Flag.DUE].dt.date
    return "due" if any(day < plan.as_of for day in due) else "due today"


def letters_line(results: Sequence[LetterResult], *, dry_run: bool = False) -> str:
    """What became of the letters: `Letters: 12 written, 1 kept with your edits, 2 held back.`"""
    words = {
        LetterState.WRITTEN: "would be written" if dry_run else "written",
        LetterState.UNCHANGED: "unchanged",
        LetterState.KEPT: "kept with your edits",
        LetterState.HELD: "held back",
    }
    states = [result.state for result in results]
    said = [f"{states.count(state)} {word}" for state, word in words.items() if state in states]
    return f"Letters: {', '.join(said)}." if said else "No letter is owed now."


def growth_lines(outcome: Outcome) -> list[str]:
    """A line for each table that took in rows: `The table Interviews took in the 3 rows under it.`"""
    took = "would take" if outcome.dry_run else "took"
    return [
        f"The table {each.table} {took} in the {'row' if each.rows == 1 else f'{each.rows} rows'} under it."
        for each in outcome.growths
    ]


def marks_lines(outcome: Outcome) -> list[str]:
    """A line for each mark, and what comes next: `Thank-you sent on 2026-11-20: Rachel Vilsack, ...`"""
    rows = {each["row"]: each for each in follow_ups(outcome.plan)}
    return [_mark_line(mark, rows[mark.row]) for mark in outcome.marks]


def _mark_line(mark: CellChange, row: Json) -> str:
    next_step = f" Next: {spoken_step(row['step'])}, {row['due']}." if row["step"] else f" {row['flag']}."
    return ended(f"{mark.column} on {mark.value}: {row['interviewer']}, {row['company']}") + next_step


def problems_line(problems: Sequence[Problem]) -> str:
    """How much is to be mended: `2 errors to mend, 1 warning.`"""
    stopping = len(errors(problems))
    warning = len(problems) - stopping
    said = [count(stopping, "error to mend", "errors to mend")] if stopping else []
    said += [count(warning, "warning")] if warning else []
    return f"{', '.join(said)}." if said else "No problems."


def flag_json(workbook: Path, outcome: Outcome, *, only_todays: bool = False) -> Json:
    """What `eitherway flag --json` prints."""
    listed = todays_list(outcome.plan) if only_todays else follow_ups(outcome.plan)
    told = {
        **_heading(workbook, outcome.plan.as_of),
        "follow_ups": listed,
        "problems": problems_json(outcome.problems),
    }
    return told | _planned_changes(outcome)


def check_json(workbook: Path, as_of: date, problems: Sequence[Problem]) -> Json:
    """What `eitherway check --json` prints."""
    return {**_heading(workbook, as_of), "problems": problems_json(problems)}


def letters_json(outcome: Outcome) -> Json:
    """What `eitherway letters --json` prints."""
    letters = [_letter(result) for result in outcome.letters]
    return {"letters": letters, "problems": problems_json(outcome.problems)} | _planned_changes(outcome)


def proof_json(outcome: Outcome, checked: Sequence[Checked]) -> Json:
    """What `eitherway proof --json` prints: each letter with its findings.

    `start` and `end` count code points of the letter from its salutation on, or, where there is no letter
    yet, of what was typed.
    """
    letters = [
        _letter(each.result) | {"findings": [finding.as_json() for finding in each.findings]}
        for each in checked
    ]
    return {"letters": letters, "problems": problems_json(outcome.problems)}


def findings_line(findings: Sequence[Finding]) -> str:
    """How much was found: `1 error, 2 warnings.` A letter is never called free of errors: `nothing found.`"""
    severities = [finding.severity for finding in findings]
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    said = [
        count(severities.count(severity), word) for severity, word in words.items() if severity in severities
    ]
    return f"{', '.join(said) or 'nothing found'}."


def closing_line(waiting: int, letters: int) -> str:
    """The last sentence of a proofreading: what waits, or that no errors were found."""
    if waiting:
        many = f"{waiting} of {letters} letters {'waits' if waiting == 1 else 'wait'}"
        return f"{'The letter waits' if letters == 1 else many}: mend what is marked Error or Waits."
    return "No errors found." if letters == 1 else f"No errors found in {letters} letters."


def _told(rows: pd.DataFrame) -> list[Json]:
    columns = [_plain(rows[name]) for name in _FIELDS]
    return [dict(zip(_FIELDS.values(), row, strict=True)) for row in zip(*columns, strict=True)]


def _letter(result: LetterResult) -> Json:
    return {
        "row": result.letter.row,
        "interviewer": result.letter.interviewer,
        "step": result.letter.step,
        "path": result.letter.path,
        "state": result.state.value,
    }


def run_json(workbook: Path, outcome: Outcome) -> Json:
    """What `eitherway run --json` prints: flags and letters in one."""
    return {**flag_json(workbook, outcome), **letters_json(outcome)}


def marks_json(workbook: Path, outcome: Outcome) -> Json:
    """What `eitherway sent --json` and `reply --json` print: all follow-ups, and the cells that changed."""
    return {**flag_json(workbook, outcome), "changes": _changes(outcome.edits), "marked": _marked(outcome)}


def _marked(outcome: Outcome) -> list[Json]:
    return [{"row": mark.row, "column": mark.column, "date": str(mark.value)} for mark in outcome.marks]


def problems_json(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """All problems, in order."""
    return [problem.as_json() for problem in problems]


def changes_json(outcome: Outcome) -> Json:
    """The cells that changed, or would change."""
    return {"changes": _changes(outcome.edits)}


def _planned_changes(outcome: Outcome) -> Json:
    return changes_json(outcome) if outcome.dry_run else {}


def _changes(edits: Sequence[CellEdit]) -> list[Json]:
    return [
        {"cell": f"{edit.sheet}!{edit.cell}", "before": edit.before, "after": edit.after} for edit in edits
    ]


def _heading(workbook: Path, as_of: date) -> Json:
    return {"as_of": as_of.isoformat(), "workbook": str(workbook)}


def _plain(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "M":
        return [day and day.isoformat() for day in column.to_numpy("datetime64[D]").tolist()]
    known = column.astype(object).where(column.notna(), None) if column.hasnans else column
    return [None if value == "" else value for value in known.tolist()]


def _urgency(each: Json) -> tuple[int, date, str, str]:
    due = date.fromisoformat(each["due"]) if each["due"] else None
    return urgency(each["days_overdue"], due, each["company"], each["interviewer"])
