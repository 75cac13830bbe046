"""`worksearch`: what was done in each week, for a benefit office."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, say
from eitherway.command_line.progress import progress

if TYPE_CHECKING:
    from eitherway.decide.insight.claim_weeks import Reckoning
    from eitherway.decide.insight.rules import Rule
    from eitherway.model.records import Settings
    from eitherway.model.tables import Tables
    from eitherway.send.pages.work_search import Log

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FILES = ("csv", "docx", "pdf")


@click.command(short_help="List what you did in each week, for a benefit office.")
@options.reads
@click.option("--from", "first", type=options.DAY, help="The first day.  [default: the first that is known]")
@click.option("--to", "last", type=options.DAY, help="The last day.  [default: the day of --as-of]")
@click.option("--state", metavar="PLACE", help="Whose rules: WA, Texas, UK.  [default: Settings' Region]")
@click.option(
    "--goal", type=click.IntRange(0, 1000), help="How many you need.  [default: Settings, the rule]"
)
@click.option(
    "--week-begins", type=click.Choice(_WEEKDAYS, case_sensitive=False), help="As your office has it."
)
@click.option("--csv", "as_csv", is_flag=True, help="Write a CSV file, too.")
@click.option("--docx", "as_docx", is_flag=True, help="Write a Word page with a line to sign, too.")
@click.option("--pdf", "as_pdf", is_flag=True, help="Write the page as PDF; needs LibreOffice or Word.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.  [default: Work search]"
)
def worksearch(
    *,
    book: Path,
    first: date | None,
    last: date | None,
    state: str | None,
    goal: int | None,
    week_begins: str | None,
    as_csv: bool,
    as_docx: bool,
    as_pdf: bool,
    out: Path | None,
    as_of: date,
    as_json: bool,
) -> None:
    """List what BOOK proves of your search, week by week: applications, interviews, follow-ups, replies.

    Each week is counted against your number. Rules are known of ten US states, Ontario, the UK and Germany,
    each with its source; what is not known is said to be so. Nothing is written into BOOK.
    """
    rule = _rule(state)
    if first and last and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}.")
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.decide.insight.work_search import activities, files_sent
        from eitherway.read.workbook import read_tables

        raw = ClosedBook(book).read()
        tables, _ = read_tables(raw)
        done = activities(tables, as_of, files_sent(raw))
    if not done:
        _nothing(book, as_of, as_json)
    how = _reckoning(tables.settings, rule, state, goal, week_begins)
    log = _log(tables, done, how, first, min(last or as_of, as_of))
    _mention_bounds(log, done[0].day, first, last, as_of)
    wanted = [name for name, asked in zip(_FILES, (as_csv, as_docx, as_pdf), strict=True) if asked]
    files, notes = _written(log, wanted, out or book.parent / "Work search", tables.settings)
    lines = [*_lines(log), *(f"Wrote {path}." for path in files)]
    say(_as_json(log, files), "\n".join(lines), as_json)
    for note in notes:
        mention(note)
    sys.exit(options.TO_MEND if notes else options.DONE)


def _rule(state: str | None) -> Rule | None:
    """The rule of the place that was named. Raises BadParameter where none is known of it."""
    from eitherway.decide.insight.rules import no_such_place, rule_named

    if state is None:
        return None
    found = rule_named(state)
    if found is None:
        raise click.BadParameter(no_such_place(state), param_hint="--state")
    return found


def _reckoning(
    settings: Settings, rule: Rule | None, state: str | None, goal: int | None, week_begins: str | None
) -> Reckoning:
    """By what was named, else by Settings; their number is one of their own place."""
    from eitherway.decide.insight.claim_weeks import reckoning
    from eitherway.decide.insight.rules import rule_at
    from eitherway.words.countries import country_code

    if state is None:
        at = rule_at(settings.country, settings.region)
        rule = at if at and at.is_of_work_search else None
    country = rule.country if rule else country_code(settings.country)
    begins = (
        None if week_begins is None else [day.casefold() for day in _WEEKDAYS].index(week_begins.casefold())
    )
    number = goal if goal is not None else settings.work_search_goal
    return reckoning(rule, country, goal=number, begins=begins)


def _log(tables: Tables, done: list[Any], how: Reckoning, first: date | None, last: date) -> Log:
    """Weeks before that of the first activity would only be empty, so they are left out."""
    from eitherway.decide.insight.claim_weeks import claim_weeks, first_of
    from eitherway.send.pages.work_search import Log

    known = first_of(how, done[0].day)
    begin = min(max(first or known, known), last)
    return Log(tables.settings.your_name, begin, last, claim_weeks(done, how, begin, last), how)


def _mention_bounds(log: Log, known: date, first: date | None, last: date | None, as_of: date) -> None:
    from eitherway.words.days import short_with_year

    if last and last < known:
        begins = f"it begins on {short_with_year(known)}"
        mention(f"Nothing is in the workbook up to {short_with_year(last)}: {begins}.")
    elif first and first < known:
        mention(f"Nothing is in the workbook before {short_with_year(known)}, so the log begins there.")
    if last and last > as_of:
        mention(f"{short_with_year(last)} is still to come; the log ends on {short_with_year(as_of)}.")
    if first and first > log.last:
        mention(f"{short_with_year(first)} is after {short_with_year(log.last)}, where the log ends.")


def _nothing(book: Path, as_of: date, as_json: bool) -> None:
    words = (
        f"{book.name} proves no activity up to {as_of}. Fill in Applied on in Applications, and Interviews "
        "as they come. Nothing was written."
    )
    say({"workbook": str(book), "as_of": str(as_of), "weeks": [], "files": []}, words, as_json)
    sys.exit(options.DONE)


def _written(log: Log, wanted: list[str], folder: Path, settings: Settings) -> tuple[list[Path], list[str]]:
    """The files that were asked for, and what could not be made or was left alone."""
    from eitherway.doctor.gather import pdf_maker
    from eitherway.send.pages.document import paper_of
    from eitherway.send.pages.work_search import as_csv, page
    from eitherway.send.paper.pdf import one_pdf
    from eitherway.send.paper.printing import place

    if not wanted:
        return [], []
    name = f"Work search {log.first} to {log.last}"
    notes, files = [], {}
    docx = page(log, paper_of(settings.country)) if {"docx", "pdf"} & {*wanted} else b""
    if "docx" in wanted:
        files[f"{name}.docx"] = docx
    if "pdf" in wanted:
        pdf, note = one_pdf(pdf_maker(options.system()), docx)
        if pdf:
            files[f"{name}.pdf"] = pdf
        else:
            files[f"{name}.docx"] = docx
            notes.append(note)
    written, kept = place(files, folder, dry_run=False)
    if "csv" in wanted:
        written.append(put_csv(folder / f"{name}.csv", as_csv(log)))
    return written, [*notes, *kept]


def put_csv(path: Path, content: bytes) -> Path:
    """Write it; a file of that name that holds something else is nobody's to replace."""
    from eitherway.model.problems import CannotAct, LockedWorkbook
    from eitherway.send.files import put

    try:
        if path.exists() and path.read_bytes() != content:
            raise CannotAct(
                f"{path} is there already and holds something else, so it was left as it is.",
                "Move it away, or name another folder: --out.",
            )
        put(path, content)
    except OSError as trouble:
        fix = "Close it if it is open, or name another folder: --out."
        raise LockedWorkbook(f"{path} cannot be written ({trouble.strerror}).", fix) from trouble
    return path


def _lines(log: Log) -> list[str]:
    from eitherway.send.pages.work_search import YOUR_OFFICE, rule_lines, week_line
    from eitherway.words import days

    place = f", {log.how.rule.place}" if log.how.rule else ""
    span = f"{days.short_with_year(log.first)} to {days.short_with_year(log.last)}"
    lines = [f"Work search of {log.name or 'nobody named in Settings'}, {span}{place}", ""]
    for week in log.weeks:
        lines.append(week_line(week, log))
        for each in week.activities:
            told = (each.employer, each.position, each.person, each.how, each.result)
            words = ", ".join(part for part in told if part)
            lines.append(f"  {days.short(each.day):<10}  {each.kind.value:<11}  {words}")
    return [*lines, "", *rule_lines(log.how), YOUR_OFFICE]


def _as_json(log: Log, files: list[Path]) -> dict[str, Any]:
    rule = log.how.rule
    return {
        "name": log.name,
        "from": str(log.first),
        "to": str(log.last),
        "place": rule.place if rule else None,
        "source": rule.source if rule else None,
        "looked_up": str(rule.looked_up) if rule else None,
        "number": log.how.goal,
        "weeks": [
            {
                "begins": str(week.first),
                "ends": str(week.last),
                "activities": len(week.activities),
                "listed_as_counting": week.counting,
                "listed_as_not_counting": week.not_counting,
                "not_known": week.not_known,
                "rows": [_row(each, log.how) for each in week.activities],
            }
            for week in log.weeks
        ],
        "files": [str(path) for path in files],
    }


def _row(each: Any, how: Reckoning) -> dict[str, str]:
    return {
        "date": str(each.day),
        "kind": each.kind.value,
        "employer": each.employer,
        "position": each.position,
        "person": each.person,
        "how": each.how,
        "contact": each.contact,
        "result": each.result,
        "proof": each.proof,
        "office": how.standing(each).value,
    }
