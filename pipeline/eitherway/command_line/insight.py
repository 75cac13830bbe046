"""`stats` and `review`: what the search tells, and what the week brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eitherway.command_line import options
from eitherway.command_line.outcomes import mention, say
from eitherway.command_line.progress import progress
from eitherway.model.insight import FEW, NACE, WITHIN
from eitherway.words.counting import count
from eitherway.words.days import short, short_beside, short_with_year

if TYPE_CHECKING:
    from eitherway.model.insight import Followed, Group, Insight, Review
    from eitherway.model.records import Outcome
    from eitherway.model.tables import Tables


@click.command(short_help="Show how the search stands, as the Dashboard does.")
@options.reads
def stats(book: Path, as_of: date, as_json: bool) -> None:
    """Show how the search in BOOK stands: what its Dashboard shows, with the same figures.

    How far applications came, which sources bring interviews, how long answers take, who is silent, what
    followed your letters. Of fewer than 20 only what was counted is told. Writes nothing.
    """
    outcome, tables = _looked(book, as_of)
    from eitherway.decide.insight.figures import insight

    told = insight(tables, outcome.plan)
    say(stats_json(book, told), "\n".join(stats_lines(book, told)), as_json)


@click.command(short_help="Show the week: sent, answered, gone quiet, next.")
@options.reads
@click.option("--docx", "as_docx", is_flag=True, help="Write it as a Word page, too.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Its folder.  [default: Reviews]"
)
def review(*, book: Path, as_docx: bool, out: Path | None, as_of: date, as_json: bool) -> None:
    """Show the seven days up to today from BOOK: sent, answered, met, gone quiet, and what comes next.

    With --docx the same as a page to print or to talk over with a coach, in the folder Reviews beside BOOK.
    Writes nothing into BOOK.
    """
    outcome, tables = _looked(book, as_of)
    from eitherway.decide.insight.week import review as reviewed

    told = reviewed(tables, outcome.plan)
    files = _page(told, tables, out or book.parent / "Reviews") if as_docx else []
    lines = [*review_lines(book, told), *(f"Wrote {path}." for path in files)]
    say(review_json(book, told, files), "\n".join(lines), as_json)


def stats_json(book: Path, told: Insight) -> dict[str, Any]:
    """What `stats --json` prints; rates are in whole percent, and `few` marks those from fewer than 5."""
    answers = told.answers._asdict() | {
        "answered": told.answers.answered,
        "by_day": [{"day": day, "percent": percent} for day, percent in told.answers.by_day],
    }
    weeks = [
        {"week_of": week.monday.isoformat(), **dict(zip(told.steps, week.letters, strict=True))}
        for week in told.weeks
    ]
    return {
        "as_of": told.as_of.isoformat(),
        "workbook": str(book),
        "totals": told.totals._asdict(),
        "funnel": [stage._asdict() for stage in told.funnel],
        "sources": [_group_json(group) for group in told.sources],
        "industries": [_group_json(group) for group in told.industries],
        "answers": answers,
        "silence": [each._asdict() | {"since": each.since.isoformat()} for each in told.silence],
        "followed": [each._asdict() for each in told.followed],
        "letters_a_week": weeks,
        "said": {each.about: each.words for each in told.said},
        "comparison": NACE,
    }


def stats_lines(book: Path, told: Insight) -> Iterator[str]:
    """What `stats` prints: the sentences of the Dashboard, each above its figures."""
    said = {each.about: each.words for each in told.said}
    totals = told.totals
    yield click.style(f"{short_with_year(told.as_of)}  {book.name}", bold=True)
    counted = (
        count(totals.applications, "application"),
        f"{totals.open} open",
        count(totals.interviews, "interview"),
        count(totals.offers, "offer"),
        count(totals.letters, "letter sent", "letters sent"),
        f"{totals.to_write} to write",
    )
    yield ", ".join(counted)
    yield from _part("How far applications came", said["How far"], () if told.is_empty else _funnel(told))
    yield from _part("Which source brings interviews", said["Sources"], _groups(told.sources))
    yield from _part("Which industry brings interviews", said["Industries"], _groups(told.industries))
    yield from _part("How long an answer takes", said["Answers"], _answers(told))
    silent = (
        f"{_days(each.days):>9}  {each.application} (since {short_beside(each.since, told.as_of)})"
        for each in told.silence
    )
    yield from _part("Silence now, longest first", said["Silence"], silent)
    letters = [*map(_followed, told.followed)] if told.totals.letters else []
    yield from _part("Letters, and what followed them", said["Letters"], letters)


def review_json(book: Path, told: Review, files: Sequence[Path] = ()) -> dict[str, Any]:
    """What `review --json` prints."""
    parts = ("sent", "answered", "met", "gone_quiet", "next")
    lists = {
        part: [each._asdict() | {"day": each.day.isoformat()} for each in getattr(told, part)]
        for part in parts
    }
    return {
        "workbook": str(book),
        "since": told.since.isoformat(),
        "until": told.until.isoformat(),
        "next_until": told.next_until.isoformat(),
        **lists,
        "gone_quiet_before": told.quiet_before,
        "files": [str(path) for path in files],
    }


def review_lines(book: Path, told: Review) -> Iterator[str]:
    """What `review` prints."""
    yield click.style(f"{told.days}  {book.name}", bold=True)
    yield told.headline
    for heading, events in told.parts:
        yield from ("", click.style(heading, bold=True))
        yield from (f"  {short(each.day):<10}  {each.words}" for each in events)
        if not events:
            yield "  Nothing."
        if events is told.gone_quiet and told.quiet_note:
            yield f"  {told.quiet_note}"


def _looked(book: Path, as_of: date) -> tuple[Outcome, Tables]:
    with progress() as tell:
        tell("Reading the workbook")
        from eitherway.books.closed.book import ClosedBook
        from eitherway.run import look_closely

        return look_closely(ClosedBook(book), as_of)


def _page(told: Review, tables: Tables, folder: Path) -> list[Path]:
    from eitherway.send.pages.document import paper_of
    from eitherway.send.pages.review import page
    from eitherway.send.paper.printing import place

    settings = tables.settings
    content = page(told, settings.your_name, paper_of(settings.country))
    files, kept = place({f"{told.until} review.docx": content}, folder, dry_run=False)
    for note in kept:
        mention(note)
    return files


def _part(heading: str, said: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield from ("", click.style(heading, bold=True), f"  {said}")
    yield from (f"    {line}" for line in lines)


def _funnel(told: Insight) -> Iterator[str]:
    few = told.totals.applications < FEW
    for stage in told.funnel:
        line = f"{stage.applications:>5}  {f'{stage.percent}%':>4}  {stage.name}"
        yield click.style(line, dim=True) if few else line


def _groups(groups: Sequence[Group]) -> Iterator[str]:
    """The interview rate of each; from fewer than five it is dim, and only a count."""
    for group in groups if any(group.name for group in groups) else ():
        pending = f", {group.pending} pending" if group.pending else ""
        counted = f"{group.interviewed} of {group.applications}"
        few = group.applications < FEW
        line = (
            f"{counted:>9}  {'' if few else f'{group.percent}%':>4}  {group.name or '(not given)'}{pending}"
        )
        yield click.style(line, dim=True) if few else line


def _answers(told: Insight) -> Iterator[str]:
    times = told.answers
    if not times.interviews:
        return
    apart = [f"{times.undated} answered on a day that is not known"] if times.undated else []
    apart += [f"{times.withdrawn} withdrawn by you"] if times.withdrawn else []
    yield ", ".join([f"{times.dated} answered, {times.unanswered} unanswered", *apart])
    if times.counted >= FEW:
        known = [(day, percent) for day, percent in times.by_day if percent is not None]
        if known:
            yield f"by day {', '.join(f'{day}: {percent}%' for day, percent in known)}"
    yield NACE


def _followed(each: Followed) -> str:
    return (
        f"{each.letters:>5}  {each.step}: {each.answer} answered, {each.interview} led on to an interview, "
        f"{each.nothing} with nothing within {WITHIN} business days, {each.too_early} too early to tell"
    )


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _group_json(group: Group) -> dict[str, Any]:
    return group._asdict() | {"percent": group.percent, "few": group.applications < FEW}
