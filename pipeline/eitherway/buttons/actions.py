"""What each button does: from a click to the words of its message."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.books.excel.busy import is_refusal
from eitherway.books.excel.native import bring_forward
from eitherway.buttons import selected, words
from eitherway.buttons.frame import Click, Dismissed
from eitherway.model.problems import CannotAct, EmptiedWorkbook, Problem, errors
from eitherway.model.records import ON_TODAYS_LIST, CellChange, Outcome, Plan
from eitherway.model.schema import PROBLEMS, TODAY
from eitherway.model.tables import RawTable, Tables
from eitherway.run import Mark, Send, list_problems, run
from eitherway.words.comparison import find
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
    if errors(outcome.problems):
        _open_problems(click)
    return words.checked(outcome.problems)


def email(click: Click) -> str:
    """Draft the e-mails of the selected rows, or all that are owed, and offer to mark them as sent."""
    from eitherway.buttons.emails import Emails, drafted  # noqa: PLC0415 - only this button needs them

    meant = _meant(click)
    emails = Emails(click.workbook.path, meant)
    outcome = _run(click, letters=True, mark=meant.find, send=emails)
    click.tell("Handing over the drafts")
    said = drafted(emails, outcome.plan, emails.hand_over())
    found = words.of_rows(outcome.plan, emails.rows)
    if not found:
        return said
    if not click.is_so(words.sent_yet(said, len(found))):
        raise Dismissed
    return _marked_after(click, found, meant.selection)


def print_letters(click: Click) -> str:
    """Open the letters by post of the selected rows, or all that are owed, as one PDF."""
    from eitherway.buttons.paper import Paper, printed  # noqa: PLC0415 - only this button needs them

    meant = _meant(click)
    paper = Paper(meant)
    outcome = _run(click, letters=True, mark=meant.find, send=paper)
    click.tell("Making the PDF")
    made = paper.make(click.today, click.workbook.path.parent)
    for file in made.files:
        click.open_file(file)
    return printed(paper, outcome.plan, made)


def mark_sent(click: Click) -> str:
    """Mark the selected conversations as sent today, and flag every conversation."""
    raw = click.workbook.read()
    place = click.workbook.selected()
    selection = _selection(click, selected.in_tables(raw, *place))
    moved = selected.has_moved(selection, raw, click.workbook.last_click(), "!".join(place))
    found: list[words.FollowUp] = []

    def mark(plan: Plan, tables: Tables) -> Sequence[CellChange]:
        found.extend(selected.owed(plan, selected.conversations(selection, raw, plan)))
        clear = len(found) == 1 and found[0]["flag"] in ON_TODAYS_LIST and not moved
        if not clear and not click.ask(words.sure(found, moved=moved)):
            raise Dismissed
        return marks.sent(plan, tables, [str(each["row"]) for each in found], click.today)

    outcome = _run(click, letters=False, mark=mark)
    if find(TODAY.name, [selection.table]):
        _leave(click, raw[selection.table])
    return words.marked(found, outcome)


def open_letter(click: Click) -> str:
    """Open the letter that the selected row links to."""
    raw = click.workbook.read()
    table, rows, sheet = _selection(click, selected.in_tables(raw, *click.workbook.selected()))
    if len(rows) > 1:
        raise CannotAct("More than one row is selected.", "Select one row, then click again.")

    def formula(column: int) -> str:
        return str(click.book.sheets[sheet].range((rows[0], column)).formula)

    path = selected.letter_path(raw[table], rows[0], formula)
    click.open_file(selected.letter(path, click.workbook.path.parent))
    return ""


def bring_in(click: Click) -> str:
    """Ask for a file, show what it would bring, and write that."""
    from eitherway.buttons.importing import import_file  # noqa: PLC0415 - only this button needs it

    return import_file(click)


def undo(click: Click) -> str:
    """Take back the last write."""
    click.tell("Taking back the last write")
    back = click.workbook.undo()
    return words.undone(back, click.workbook.last_click())


def _run(click: Click, *, letters: bool, mark: Mark | None = None, send: Send | None = None) -> Outcome:
    asked: dict[str, bool] = {}

    def take_in(rows: Sequence[Problem]) -> bool:
        question = words.take_in(rows)
        if question not in asked:  # a click asks once, also where it has to begin anew
            asked[question] = click.is_so(question)
        return asked[question]

    def go(allow_empty: bool) -> Outcome:
        return run(
            click.workbook,
            click.today,
            now=click.now,
            letters=letters,
            mark=mark,
            send=send,
            allow_empty=allow_empty,
            take_rows_in=take_in,
            tell=click.tell,
        )

    try:
        return go(allow_empty=False)
    except EmptiedWorkbook as stop:
        if not click.ask(words.sure_though_empty(stop)):
            raise Dismissed from stop
        return go(allow_empty=True)


def _meant(click: Click) -> selected.Meant:
    raw = click.workbook.read()
    found = selected.in_tables(raw, *click.workbook.selected())
    return selected.Meant(raw, _selection(click, found) if found else None)


def _marked_after(click: Click, found: Sequence[words.FollowUp], selection: selected.Selection | None) -> str:
    """Mark follow-ups that the user has sent while a question stood."""

    def mark(plan: Plan, tables: Tables) -> Sequence[CellChange]:
        rows = [each["row"] for each in found]
        if selected.owed(plan, rows) != found:
            raise CannotAct(
                "Interviews has changed since the drafts were made.",
                "Select the rows that you have sent, then click Mark sent.",
            )
        return marks.sent(plan, tables, [str(row) for row in rows], click.today)

    outcome = _run(click, letters=False, mark=mark)
    if selection and find(TODAY.name, [selection.table]):
        _leave(click, click.workbook.read()[selection.table])
    return words.marked(found, outcome)


def _open_problems(click: Click) -> None:
    """Bring the list to the front, wherever its table stands."""
    raw = click.workbook.read()
    name = find(PROBLEMS.name, raw)
    if name is not None:
        bring_forward(click.book.sheets[raw[name].sheet])


def _leave(click: Click, table: RawTable) -> None:
    """Select the list's header: the row that was selected may now be somebody else's."""
    header = click.book.sheets[table.sheet].range((table.header_row, table.first_column))
    try:
        header.select()
    except Exception as trouble:  # each system refuses with errors of its own; all others go on
        if not is_refusal(trouble):
            raise


def _selection(click: Click, found: selected.Selection | None) -> selected.Selection:
    if found is None:
        raise CannotAct(
            "No row of Today or Interviews is selected.",
            "Click into a row of Today's list or of Interviews (or select several), then click again.",
        )
    sheet = click.book.sheets[found.sheet]
    shown = [row for row in found.rows if len(found.rows) == 1 or not sheet.range((row, 1)).rows.hidden]
    return found._replace(rows=tuple(shown))
