"""An outcome on the terminal: 80 columns, colours where there are any. Piped: plain text, never wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from eitherway.command_line.lines import Piece, show, show_table
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
_MOST_EDITS = 40
_MOST_REFUSALS = 40


def show_batch(results: Sequence[Result], written: Path | None) -> None:
    """How many workbooks were done, and each that was not, with what to do."""
    from eitherway.batch.results import printable
    from eitherway.batch.summary import summary

    told = [result for result in results if result.is_refused]
    for result in told[:_MOST_REFUSALS]:
        show((result.state.value, "bold red"), f"  {printable(result.path)}", whole=True)
        show(f"  {result.what} {result.fix}", whole=True)
    if len(told) > _MOST_REFUSALS:
        show(f"... and {len(told) - _MOST_REFUSALS} more; --report and --json list all.", whole=True)
    for line in summary(results):
        show(line, whole=True)
    if written:
        show(f"Caseload: {written}", whole=True)


def show_today(book: Path, outcome: Outcome) -> None:
    """Today's list, each follow-up with its reason."""
    listed = report.todays_list(outcome.plan)
    show((f"{_day(outcome.plan.as_of)}  {book.name}", "bold"))
    show(*_counts_line(outcome))
    if listed:
        show_table(("Flag", "Due", "Step", "Who and why"), map(_row, listed))
    else:
        show("\nNothing to follow up now.\n")
    if errors(outcome.problems):
        show(f"{report.problems_line(outcome.problems)} See: eitherway check {_quoted(book)}")


def show_problems(problems: Sequence[Problem]) -> None:
    """Every problem: where, what, and what to do."""
    for problem in problems:
        show((problem.severity.value, _STYLES[problem.severity]), f"  {problem.where}")
        show(f"  {problem.message} {problem.fix}")
        if problem.sentence:
            show((f"  In the letter: {problem.sentence}", "dim"))
    show(report.problems_line(problems))


def show_flags(book: Path, outcome: Outcome) -> None:
    """What was flagged, and how many cells changed."""
    show(report.headline(outcome.plan))
    _show_edits(outcome)
    _point_to_problems(book, outcome)


def show_letters(book: Path, outcome: Outcome) -> None:
    """Each letter with its state and path, and why a letter was held."""
    _list_letters(outcome)
    _show_edits(outcome)
    _point_to_problems(book, outcome)


def show_run(book: Path, outcome: Outcome) -> None:
    """All of a run: problems, flags, letters."""
    show_problems(outcome.problems)
    show()
    show(report.headline(outcome.plan))
    _list_letters(outcome)
    _show_edits(outcome)


def show_proof(checked: Sequence[Checked]) -> None:
    """Each letter with what was found in it."""
    for each in checked:
        letter = each.result.letter
        show_findings(f"{letter.step} to {letter.interviewer} (row {letter.row})", each.findings, letter.held)
    if not checked:
        show("No letter is owed now.")
        return
    waiting = sum(bool(each.result.letter.held) or _has_error(each.findings) for each in checked)
    show(report.closing_line(waiting, len(checked)))


def show_own_letter(letter: str, findings: Sequence[Finding]) -> None:
    """What was found in a letter of the user's own, which waits for nothing but its writer."""
    show_findings(letter, findings)
    show("Mend what is marked Error before you send it." if _has_error(findings) else "No errors found.")


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def show_findings(letter: str, findings: Sequence[Finding], held: Problem | None = None) -> None:
    """What was found in one letter, each with its place; and why it waits."""
    show((letter, "bold"), f": {report.findings_line(findings)}")
    for finding in findings:
        mark = f" [{finding.fingerprint}]" if finding.fingerprint else ""
        severity = finding.severity
        show("  ", (severity.value, _STYLES.get(severity, "dim")), f"  {finding.source}")
        show(f"    {finding.message}", (mark, "dim"))
    if held and held.code not in {finding.code for finding in findings}:
        show(f"  Waits for {held.where}: {held.message}")


def show_accepted(outcome: Outcome, number: int) -> None:
    """How much was accepted."""
    verb = "Would accept" if outcome.dry_run else "Accepted"
    show(f"{verb} {count(number, 'finding')}: not told again. See the sheet Accepted.")


def show_marks(outcome: Outcome) -> None:
    """What the workbook now says, and what comes next."""
    for line in report.marks_lines(outcome):
        show(line)
    _show_edits(outcome)
    show(report.headline(outcome.plan))


def show_demo(book: Path, outcome: Outcome) -> None:
    """Five lines: what was done, and what to open."""
    standing = [result.letter.path for result in outcome.letters if result.state is not LetterState.HELD]
    where = f" They are in {book.parent / Path(standing[0]).parts[0]}." if standing else ""
    show(f"Wrote {book}: an example job search of {len(outcome.plan.applications)} applications.", whole=True)
    show(
        f"Flagged {len(outcome.plan.conversations)} conversations: {report.headline(outcome.plan)}",
        whole=True,
    )
    show(f"{report.letters_line(outcome.letters)}{where}", whole=True)
    show(f"Found on purpose: {report.problems_line(outcome.problems)} See the Problems sheet.", whole=True)
    show(f"Open {book} in Excel or LibreOffice, or type: eitherway today {_quoted(book)}", whole=True)


def _counts_line(outcome: Outcome) -> list[Piece]:
    found = report.counts(outcome.plan).items()
    parts = [(f"{number} {flag.lower()}", _STYLES.get(flag, "dim")) for flag, number in found]
    return [piece for part in parts for piece in ("  ", part)][1:]


def _row(each: report.Json) -> Sequence[Sequence[Piece]]:
    who = ((each["interviewer"], "bold"), f", {each['company'] or ''}\n", (each["why"] or "", "dim"))
    return [(_late(each), _STYLES[each["flag"]])], [_due(each)], [each["step"]], who


def _late(each: report.Json) -> str:
    days = each["days_overdue"]
    return f"{each['flag']}\n{count(days, 'business day')}" if days else str(each["flag"])


def _due(each: report.Json) -> str:
    return _day(date.fromisoformat(each["due"]))


def _day(day: date) -> str:
    return days.short(day)


def _list_letters(outcome: Outcome) -> None:
    written = "would write" if outcome.dry_run else LetterState.WRITTEN.value
    for result in outcome.letters:
        place = result.letter.path
        if result.letter.held:
            place = (
                f"{result.letter.interviewer} - {result.letter.step}: waits for {result.letter.held.where}"
            )
        state = written if result.state is LetterState.WRITTEN else result.state.value
        show((f"{state:<12}", _STYLES.get(result.state, "dim")), place)
    show(report.letters_line(outcome.letters, dry_run=outcome.dry_run))


def _show_edits(outcome: Outcome) -> None:
    edits = outcome.edits
    if outcome.dry_run:
        for edit in edits[:_MOST_EDITS]:
            show(f"  {edit.sheet}!{edit.cell}: {edit.before or '(empty)'} -> {edit.after or '(empty)'}")
        if len(edits) > _MOST_EDITS:
            show(f"  ... and {len(edits) - _MOST_EDITS} more; --json lists all")
    verb = "would change" if outcome.dry_run else "changed"
    show(f"{count(len(edits), 'cell') if edits else 'No cells'} {verb}.")


def _point_to_problems(book: Path, outcome: Outcome) -> None:
    if outcome.problems:
        line = report.problems_line(outcome.problems)
        show(f"{line} See the Problems sheet, or: eitherway check {_quoted(book)}")


def _quoted(book: Path) -> str:
    return f'"{book}"' if " " in str(book) else str(book)
