"""An import in words and as JSON: the columns, the rows, what differs and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from eitherway.bring_in.bringing import order_line, unsure
from eitherway.bring_in.brought import Brought
from eitherway.bring_in.joining.join import Joined
from eitherway.bring_in.meanings import Column, Meaning
from eitherway.model.records import CellValue
from eitherway.model.schema import APPLICATIONS, INTERVIEWERS, INTERVIEWS
from eitherway.words.comparison import quote

Json = dict[str, object]

_WIDTHS = (24, 26, 11, 60)
_NAMES = {APPLICATIONS.name: "application", INTERVIEWS.name: "interview", INTERVIEWERS.name: "interviewer"}
_MOST_ROWS = 40


def columns_table(columns: Sequence[Column]) -> Iterator[str]:
    """The columns as lines: name, meaning, how sure, three values."""
    yield _line("Column", "Meaning", "How sure", "For example")
    for column in columns:
        yield _line(column.header, _meaning(column), column.sureness.value, "  |  ".join(column.samples))


def told(brought: Brought, joined: Joined, *, dry_run: bool, update: bool) -> Iterator[str]:
    """What was done, or would be, and what a person should look at."""
    yield from (order_line(header, order) for header, order in brought.orders.items())
    yield from _kept(joined)
    for growth in joined.growths:
        rows = "row" if growth.rows == 1 else f"{growth.rows} rows"
        yield f"The table {growth.table} {'would take' if dry_run else 'took'} in the {rows} under it."
    yield from brought.said
    yield from joined.said
    if brought.statuses:
        words = ", ".join(f"{quote(word)} ({number})" for word, number in brought.statuses.items())
        yield f"Status words that are none of ours: {words}."
        yield "They stand in Notes; [statuses] in a --map file says what they mean."
    empty = sum(1 for row in joined.added[INTERVIEWS.name] if not row.get("Interviewer"))
    if empty:
        yield f"{_count(empty, 'interview')} with nobody named: type in Interviews whom you met."
    none = sum(1 for row in joined.added[APPLICATIONS.name] if not row.get("Status"))
    if none:
        yield f"{_count(none, 'application')} not sent yet: Status is empty until you apply; see Notes."
    for doubt in joined.doubts:
        stands = f"{quote(doubt.stands)} in row {doubt.row} of Applications"
        yield f"{doubt.where}: {quote(doubt.label)} may be {stands}; it was added as another."
    for each in joined.differing:
        before, after = quote(each.stands), quote(each.file)
        yield (
            f"{each.where}: {before} -> {after}"
            if update
            else f"{each.where} says {before}, the file {after}. Kept as it is."
        )
    if joined.differing and not update:
        cells = _count(len(joined.differing), "cell")
        yield f"{cells} of yours differ from the file; --update takes the file's."
    if joined.left:
        people = _count(joined.left, "person", "people")
        yield f"{people} of the address book are not in the workbook; --all adds them."
    yield summary(joined, dry_run=dry_run, update=update)


def summary(joined: Joined, *, dry_run: bool, update: bool) -> str:
    """One line: how many rows are added, how many cells filled or replaced, how many rows were there
    already.
    """
    added = [_count(len(rows), _NAMES[table]) for table, rows in joined.added.items() if rows]
    parts = [f"{' , '.join(added).replace(' ,', ',')} {'would be ' if dry_run else ''}added"] if added else []
    if joined.filled:
        parts.append(f"{_count(len(joined.filled), 'empty cell')} {'would be ' if dry_run else ''}filled")
    if joined.differing and update:
        parts.append(f"{_count(len(joined.differing), 'cell')} {'would be ' if dry_run else ''}replaced")
    if joined.known:
        parts.append(f"{_count(joined.known, 'application')} stood there already")
    return f"{'; '.join(parts) or 'Nothing is new: the workbook holds all of it already'}."


def rows(joined: Joined) -> Iterator[str]:
    """The new rows, the first of each table, for `--dry-run`."""
    for table, some in joined.added.items():
        if some:
            yield f"{table}:"
        for row in some[:_MOST_ROWS]:
            yield "  " + "; ".join(
                f"{name}: {_shown(value)}" for name, value in row.items() if value not in (None, "")
            )
        if len(some) > _MOST_ROWS:
            yield f"  ... and {len(some) - _MOST_ROWS} more; --json lists all"
    for change in joined.filled[:_MOST_ROWS]:
        yield f"  {change.table}, row {change.row}, {change.column}: (empty) -> {_shown(change.value)}"


def as_json(
    book: Path, brought: Brought, joined: Joined, *, created: bool, dry_run: bool, update: bool
) -> Json:
    """The whole import for a program."""
    return {
        "workbook": str(book),
        "created": created,
        "dry_run": dry_run,
        "columns": [_column(sheet, each) for sheet, some in brought.columns.items() for each in some],
        "dates": [order_line(header, order) for header, order in brought.orders.items()],
        "added": {table: [_row(row) for row in some] for table, some in joined.added.items()},
        "own_columns": joined.own_columns,
        "filled": [
            {"table": e.table, "row": e.row, "column": e.column, "value": _plain(e.value)}
            for e in joined.filled
        ],
        "differing": [
            {"where": str(each.where), "stands": each.stands, "file": each.file, "replaced": update}
            for each in joined.differing
        ],
        "known": joined.known,
        "left_out": joined.left,
        "questions": questions(brought, joined),
        "told": [*told(brought, joined, dry_run=dry_run, update=update)],
    }


def questions(brought: Brought, joined: Joined | None = None) -> list[Json]:
    """What only the user can tell: unsure columns, unknown status words, applications that may be one."""
    found: list[Json] = [
        {"column": each.header, "taken_as": each.meaning.value, "why": each.why} for each in unsure(brought)
    ]
    found += [{"status": word, "times": number} for word, number in brought.statuses.items()]
    for doubt in joined.doubts if joined else ():
        found.append({"row": doubt.where, "application": doubt.label, "may_be": doubt.stands})
    return found


def _column(sheet: str, column: Column) -> Json:
    return {
        "sheet": sheet,
        "column": column.header,
        "meaning": column.meaning.value,
        "sure": column.sureness.value,
        "why": column.why,
        "samples": [*column.samples],
    }


def _kept(joined: Joined) -> Iterator[str]:
    if joined.columns:
        names = ", ".join(joined.own_columns)
        yield f"Kept as columns of your own, at the right of Applications: {names}."


def _row(row: Mapping[str, CellValue]) -> Json:
    return {name: _plain(value) for name, value in row.items() if value not in (None, "")}


def _plain(value: CellValue) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _shown(value: CellValue) -> str:
    return str(_plain(value)).replace("\n", " / ")


def _meaning(column: Column) -> str:
    stage = column.stage
    of = stage.name or " ".join(filter(None, (stage.format, f"round {stage.round}" if stage.round else "")))
    return (
        f"{column.meaning.value} ({of})"
        if of and column.meaning in (Meaning.INTERVIEW, Meaning.INTERVIEWER)
        else column.meaning.value
    )


def _line(*cells: str) -> str:
    short = (
        text if len(text) <= width else f"{text[: width - 3]}..."
        for text, width in zip(cells, _WIDTHS, strict=True)
    )
    return "  ".join(f"{text:<{width}}" for text, width in zip(short, _WIDTHS, strict=True)).rstrip()


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
