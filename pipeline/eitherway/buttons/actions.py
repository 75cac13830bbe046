"""What each button does: from a click to the words of its message."""

from __future__ import annotations

from collections.abc import Sequence

import xlwings

from eitherway.buttons import selected, words
from eitherway.buttons.frame import Click, Dismissed
from eitherway.model.problems import CannotAct, EmptiedWorkbook
from eitherway.model.records import ON_TODAYS_LIST, CellChange, Outcome, Plan
from eitherway.model.report import follow_ups
from eitherway.model.schema import INTERVIEWS
from eitherway.model.tables import Tables
from eitherway.run import Mark, list_problems, run
from eitherway.write import marks


def flag_overdue(click: Click) -> str:
    """Flag every conversation."""
    return words.flagged(_run(click, letters=False))


def write_letters(click: Click) -> str:
    """Flag every conversation and write the letters that are owed."""
    return words.lettered(_run(click, letters=True))


def check_workbook(click: Click) -> str:
    """Make the list of problems anew, and nothing else."""
    outcome = list_problems(click.workbook, click.today, now=click.now, tell=click.tell)
    return words.checked(outcome.problems)


def mark_sent(click: Click) -> str:
    """Mark the selected conversations as sent today, and flag every conversation."""
    raw = click.workbook.read()
    selection = _selection(click, selected.in_tables(raw, *_areas(click.book)))
    found: list[words.FollowUp] = []

    def mark(plan: Plan, tables: Tables) -> Sequence[CellChange]:
        found.extend(_owed(plan, selected.conversations(selection, raw, plan)))
        clear = len(found) == 1 and found[0]["flag"] in ON_TODAYS_LIST
        if not clear and not click.ask(words.sure(found)):
            raise Dismissed
        return marks.sent(plan, tables, [str(each["row"]) for each in found], click.today)

    return words.marked(found, _run(click, letters=False, mark=mark))


def open_letter(click: Click) -> str:
    """Open the letter that the selected row links to."""
    raw = click.workbook.read()
    table, rows, _ = _selection(click, selected.in_tables(raw, *_areas(click.book)))
    if len(rows) > 1:
        raise CannotAct("More than one row is selected.", "Select one row, then click again.")
    sheet, row, column = selected.letter_cell(raw[table], rows[0])
    formula = click.book.sheets[sheet].range((row, column)).formula
    click.open_file(selected.letter(str(formula), click.workbook.path.parent))
    return ""


def undo(click: Click) -> str:
    """Take back the last write."""
    click.tell("Taking back the last write")
    return words.undone(click.workbook.undo())


def _run(click: Click, *, letters: bool, mark: Mark | None = None) -> Outcome:
    def go(allow_empty: bool) -> Outcome:
        return run(
            click.workbook,
            click.today,
            now=click.now,
            letters=letters,
            mark=mark,
            allow_empty=allow_empty,
            tell=click.tell,
        )

    try:
        return go(allow_empty=False)
    except EmptiedWorkbook as stop:
        if not click.ask(words.sure_though_empty(stop)):
            raise Dismissed from stop
        return go(allow_empty=True)


def _areas(book: xlwings.Book) -> tuple[str, str]:
    """The sheet and the address of what is selected in this workbook; nothing counts in another one."""
    chosen = book.selection
    if chosen is None or chosen.sheet.book != book:
        return "", ""
    return chosen.sheet.name, chosen.address


def _selection(click: Click, found: selected.Selection | None) -> selected.Selection:
    if found is None:
        raise CannotAct(
            "No row of Today or Interviews is selected.",
            "Click into a row of Today's list or of Interviews (or select several), then click again.",
        )
    sheet = click.book.sheets[found.sheet]
    shown = [row for row in found.rows if len(found.rows) == 1 or not sheet.range((row, 1)).rows.hidden]
    return found._replace(rows=tuple(shown))


def _owed(plan: Plan, rows: Sequence[int]) -> list[words.FollowUp]:
    by_row = {each["row"]: each for each in follow_ups(plan)}
    idle = [row for row in rows if not by_row.get(row, {}).get("step")]
    if idle:
        name = by_row.get(idle[0], {}).get("interviewer") or "nobody yet"
        raise CannotAct(
            f"Row {idle[0]} of {INTERVIEWS.name} ({name}) has no follow-up that is owed now.",
            "Select rows that have a Step, then click again. Nothing was written.",
        )
    return [by_row[row] for row in rows]
