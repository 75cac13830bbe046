"""An outcome on the terminal: 80 columns, colours where there are any. Piped: plain text, never wrapped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eitherway.model import report
from eitherway.model.codes import Severity
from eitherway.model.findings import Finding
from eitherway.model.problems import Problem, errors
from eitherway.model.records import Checked, Flag, LetterState, Outcome
from eitherway.words import days
from eitherway.words.counting import count

if TYPE_CHECKING:
    from eitherway.batch.results import Result

_STYLES: dict[str, str] = {
    Flag.FIX: "bold magenta",
    Flag.OVERDUE: "bold red",
    Flag.DUE: "bold yellow",
    Flag.SOON: "cyan",
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    LetterState.WRITTEN: "green",
    LetterState.KEPT: "yellow",
    LetterState.HELD: "bold red",
}
_UNWRAPPED = 100_000
"""Columns that no line needs: what reads a pipe takes a name or a path whole."""
_MOST_EDITS = 40
_MOST_REFUSALS = 40


def show_batch(results: Sequence[Result], written: Path | None) -> None:
    """How many workbooks were done, and each that was not, with what to do."""
    from eitherway.batch.results import printable
    from eitherway.batch.summary import summary

    console = _console(soft_wrap=True)
    told = [result for result in results if result.is_refused]
    for result in told[:_MOST_REFUSALS]:
        console.print(Text.assemble((result.state.value, "bold red"), f"  {printable(result.path)}"))
        console.print(Text(f"  {result.what} {result.fix}"))
    if len(told) > _MOST_REFUSALS:
        console.print(f"... and {len(told) - _MOST_REFUSALS} more; --report and --json list all.")
    for line in summary(results):
        console.print(line)
    if written:
        console.print(Text(f"Caseload: {written}"))


def show_today(book: Path, outcome: Outcome) -> None:
    """Today's list, each follow-up with its reason."""
    console = _console()
    listed = report.todays_list(outcome.plan)
    console.print(Text(f"{_day(outcome.plan.as_of)}  {book.name}", style="bold"))
    console.print(_counts_line(outcome))
    if listed:
        console.print(_todays_table(listed))
    else:
        console.print("\nNothing to follow up now.\n")
    if errors(outcome.problems):
        console.print(f"{report.problems_line(outcome.problems)} See: eitherway check {_quoted(book)}")


def show_problems(problems: Sequence[Problem]) -> None:
    """Every problem: where, what, and what to do."""
    console = _console()
    for problem in problems:
        console.print(
            Text.assemble((problem.severity.value, _STYLES[problem.severity]), f"  {problem.where}")
        )
        console.print(Text(f"  {problem.message} {problem.fix}"))
        if problem.sentence:
            console.print(Text(f"  In the letter: {problem.sentence}", style="dim"))
    console.print(report.problems_line(problems))


def show_flags(book: Path, outcome: Outcome) -> None:
    """What was flagged, and how many cells changed."""
    console = _console()
    console.print(report.headline(outcome.plan))
    _show_edits(console, outcome)
    _point_to_problems(console, book, outcome)


def show_letters(book: Path, outcome: Outcome) -> None:
    """Each letter with its state and path, and why a letter was held."""
    console = _console()
    _list_letters(console, outcome)
    _show_edits(console, outcome)
    _point_to_problems(console, book, outcome)


def show_run(book: Path, outcome: Outcome) -> None:
    """All of a run: problems, flags, letters."""
    show_problems(outcome.problems)
    console = _console()
    console.print()
    console.print(report.headline(outcome.plan))
    _list_letters(console, outcome)
    _show_edits(console, outcome)


def show_proof(checked: Sequence[Checked]) -> None:
    """Each letter with what was found in it."""
    for each in checked:
        letter = each.result.letter
        show_findings(f"{letter.step} to {letter.interviewer} (row {letter.row})", each.findings, letter.held)
    if not checked:
        _console().print("No letter is owed now.")
        return
    waiting = sum(bool(each.result.letter.held) or _has_error(each.findings) for each in checked)
    _console().print(report.closing_line(waiting, len(checked)))


def show_own_letter(letter: str, findings: Sequence[Finding]) -> None:
    """What was found in a letter of the user's own, which waits for nothing but its writer."""
    show_findings(letter, findings)
    _console().print(
        "Mend what is marked Error before you send it." if _has_error(findings) else "No errors found."
    )


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def show_findings(letter: str, findings: Sequence[Finding], held: Problem | None = None) -> None:
    """What was found in one letter, each with its place; and why it waits."""
    console = _console()
    console.print(Text.assemble((letter, "bold"), f": {report.findings_line(findings)}"))
    for finding in findings:
        mark = f" [{finding.fingerprint}]" if finding.fingerprint else ""
        severity = finding.severity
        console.print(
            Text.assemble("  ", (severity.value, _STYLES.get(severity, "dim")), f"  {finding.source}")
        )
        console.print(Text.assemble(f"    {finding.message}", (mark, "dim")))
    if held and held.code not in {finding.code for finding in findings}:
        console.print(Text(f"  Waits for {held.where}: {held.message}"))


def show_accepted(outcome: Outcome, number: int) -> None:
    """How much was accepted."""
    verb = "Would accept" if outcome.dry_run else "Accepted"
    _console().print(f"{verb} {count(number, 'finding')}: not told again. See the sheet Accepted.")


def show_marks(outcome: Outcome) -> None:
    """What the workbook now says, and what comes next."""
    console = _console()
    for line in report.marks_lines(outcome):
        console.print(line)
    _show_edits(console, outcome)
    console.print(report.headline(outcome.plan))


def show_demo(book: Path, outcome: Outcome) -> None:
    """Five lines: what was done, and what to open."""
    standing = [result.letter.path for result in outcome.letters if result.state is not LetterState.HELD]
    where = f" They are in {book.parent / Path(standing[0]).parts[0]}." if standing else ""
    console = _console(soft_wrap=True)
    console.print(f"Wrote {book}: an example job search of {len(outcome.plan.applications)} applications.")
    console.print(f"Flagged {len(outcome.plan.conversations)} conversations: {report.headline(outcome.plan)}")
    console.print(f"{report.letters_line(outcome.letters)}{where}")
    console.print(f"Found on purpose: {report.problems_line(outcome.problems)} See the Problems sheet.")
    console.print(f"Open {book} in Excel or LibreOffice, or type: eitherway today {_quoted(book)}")


def _console(*, soft_wrap: bool = False) -> Console:
    """Words as they stand: a path may hold what rich would take for its markup, `[red]` or `:mail:`."""
    width = _UNWRAPPED if _is_piped() else None
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=soft_wrap, width=width)


def _is_piped() -> bool:
    return not sys.stdout.isatty()


def _counts_line(outcome: Outcome) -> Text:
    found = report.counts(outcome.plan)
    parts = [
        Text(f"{number} {flag.lower()}", style=_STYLES.get(flag, "dim")) for flag, number in found.items()
    ]
    return Text("  ").join(parts)


def _todays_table(listed: Sequence[report.Json]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0))
    for heading in ("Flag", "Due", "Step"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Who and why", ratio=1)
    for each in listed:
        who = Text.assemble(
            (each["interviewer"], "bold"), f", {each['company'] or ''}\n", (each["why"] or "", "dim")
        )
        table.add_row(Text(_late(each), style=_STYLES[each["flag"]]), _due(each), each["step"], who)
    return table


def _late(each: report.Json) -> str:
    days = each["days_overdue"]
    return f"{each['flag']}\n{count(days, 'business day')}" if days else str(each["flag"])


def _due(each: report.Json) -> str:
    return _day(date.fromisoformat(each["due"]))


def _day(day: date) -> str:
    return days.short(day)


def _list_letters(console: Console, outcome: Outcome) -> None:
    written = "would write" if outcome.dry_run else LetterState.WRITTEN.value
    for result in outcome.letters:
        place = result.letter.path
        if result.letter.held:
            place = (
                f"{result.letter.interviewer} - {result.letter.step}: waits for {result.letter.held.where}"
            )
        state = written if result.state is LetterState.WRITTEN else result.state.value
        console.print(Text.assemble((f"{state:<12}", _STYLES.get(result.state, "dim")), place))
    console.print(report.letters_line(outcome.letters, dry_run=outcome.dry_run))


def _show_edits(console: Console, outcome: Outcome) -> None:
    edits = outcome.edits
    if outcome.dry_run:
        for edit in edits[:_MOST_EDITS]:
            console.print(
                Text(f"  {edit.sheet}!{edit.cell}: {edit.before or '(empty)'} -> {edit.after or '(empty)'}")
            )
        if len(edits) > _MOST_EDITS:
            console.print(f"  ... and {len(edits) - _MOST_EDITS} more; --json lists all")
    verb = "would change" if outcome.dry_run else "changed"
    console.print(f"{count(len(edits), 'cell') if edits else 'No cells'} {verb}.")


def _point_to_problems(console: Console, book: Path, outcome: Outcome) -> None:
    if outcome.problems:
        line = report.problems_line(outcome.problems)
        console.print(f"{line} See the Problems sheet, or: eitherway check {_quoted(book)}")


def _quoted(book: Path) -> str:
    return f'"{book}"' if " " in str(book) else str(book)
