"""One letter made to be looked at: of any kind, for any row of the workbook, whether it is owed or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eitherway.books.closed.book import ClosedBook
from eitherway.check import check
from eitherway.decide import decide
from eitherway.letters.merge.compiler import merge
from eitherway.letters.merge.seal import seal
from eitherway.letters.owed.paths import safe_name
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.folders import Found
from eitherway.letters.template.opening import BrokenTemplate
from eitherway.letters.template.template_file import read_template
from eitherway.letters.template.why import why
from eitherway.machine.pictures import NoPicture, to_pdf, to_png
from eitherway.model.problems import CannotAct, LockedWorkbook, Problem
from eitherway.model.records import Flag, Letter, Plan
from eitherway.model.tables import Tables
from eitherway.read.workbook import read_tables


@dataclass(frozen=True, slots=True)
class Preview:
    """The files of a preview; `notes` say what one should know of it."""

    letter: Letter
    template: Path
    docx: Path
    pdf: Path | None
    pictures: tuple[Path, ...]
    notes: tuple[str, ...]


@contextmanager
def example_book(as_of: date) -> Iterator[Path]:
    """The example's workbook as a file, for as long as it is needed."""
    from eitherway_workbook import build, example  # noqa: PLC0415 - only a preview without a workbook builds one

    with TemporaryDirectory(prefix="eitherway-") as folder:
        book = Path(folder, "example.xlsx")
        build(book, example(as_of))
        yield book


def letter_for(book: Path, kind: str, row: int | None, as_of: date) -> Letter:
    """The letter of a row of Interviews, as though that kind were owed today; the first that is, if no row.

    Raises CannotAct where there is no such row, and what reading a workbook raises.
    """
    tables, unread = read_tables(ClosedBook(book).read())
    problems = [*unread, *check(tables, as_of)]
    plan = decide(tables, as_of, problems)
    number = _first_row(plan, tables, problems) if row is None else row
    if number not in set(plan.conversations["row"]):
        raise CannotAct(
            f"Interviews has no conversation in row {number}.",
            "Give the row's number as Excel shows it, such as --row 2.",
        )
    owed = _as_though_owed(plan, number, _step(tables, kind))
    return next(each for each in plan_letters(owed, tables, problems) if each.row == number)


def make(
    letter: Letter, template: Found, folder: Path, as_of: date, *, turn: int | None, soffice: Path | None
) -> Preview:
    """Merge the letter into `folder`, and take its picture where LibreOffice is found.

    A file that is no preview of ours, or that was changed since, is not overwritten: CannotAct. Raises also
    LockedWorkbook where nothing can be written.
    """
    given = letter if turn is None else replace(letter, fields=_at_turn(letter.fields, turn))
    content = _merged(given, template, as_of)
    docx = folder / _file_name(template, letter, turn)
    try:
        _write(docx, content)
        notes = [f"Its letter would wait: {letter.held.message}"] if letter.held else []
        pdf, pictures, said = _pictured(docx, soffice)
    except OSError as trouble:
        fix = "Name a folder of your own with --out."
        raise LockedWorkbook(f"{docx} cannot be written ({trouble.strerror}).", fix) from trouble
    return Preview(given, template.path, docx, pdf, pictures, (*notes, *said))


def _file_name(template: Found, letter: Letter, turn: int | None) -> str:
    bare = template.name.removesuffix(".docx").replace("/", " ")
    numbered = f" {turn}" if turn else ""
    return f"{safe_name(bare)} - {safe_name(letter.interviewer)}{numbered}.docx"


def _first_row(plan: Plan, tables: Tables, problems: list[Problem]) -> int:
    owed = plan_letters(plan, tables, problems)
    ready = (each.row for each in owed if not each.held)
    rows = (int(row) for row in plan.conversations["row"])
    number = next(ready, next(rows, None))
    if number is None:
        raise CannotAct("Interviews has no rows yet.", "Type one, or leave out --book to see the example.")
    return number


def _step(tables: Tables, kind: str) -> str:
    """The step whose letter this is; for a kind that no step writes, any."""
    steps = dict(zip(tables.cadence["Letter"], tables.cadence["Step"], strict=True))
    if not steps:
        raise CannotAct("Cadence has no steps.", "Type them there, or leave out --book to see the example.")
    return str(steps.get(kind) or next(iter(steps.values())))


def _as_though_owed(plan: Plan, row: int, step: str) -> Plan:
    rows = plan.owed.copy()
    rows.loc[rows["row"] == row, ["Flag", "Step"]] = [Flag.DUE, step]
    return plan._replace(owed=rows)


def _at_turn(fields: Mapping[str, Any], turn: int) -> Mapping[str, Any]:
    return {**fields, "panel": {**fields["panel"], "turn": turn}}


def _merged(letter: Letter, template: Found, as_of: date) -> bytes:
    """The document; its title says that it is a preview. Raises CannotAct."""
    sender: Any = letter.fields["sender"]
    docx = read_template(template.path)
    try:
        return merge(
            docx,
            letter.fields,
            LetterEnvironment(),
            title=f"Preview of {template.name}",
            author=sender["name"],
            as_of=as_of,
        )
    except BrokenTemplate as broken:
        reason = why(broken, docx, letter.fields)
        fix = f'For all that is wrong in it: eitherway templates lint "{template.path}"'
        raise CannotAct(f"The template {template.name} cannot be used: {reason}.", fix) from broken


def _write(docx: Path, content: bytes) -> None:
    docx.parent.mkdir(parents=True, exist_ok=True)
    ours = docx.is_file() and seal(docx.read_bytes()) is not None
    taken = [each for each in (docx, docx.with_suffix(".pdf"), docx.with_suffix(".png")) if each.exists()]
    if taken and not ours:
        raise CannotAct(
            f"{taken[0]} stands there and is no preview, or was changed since: it is not overwritten.",
            "Move it away, or name another folder with --out.",
        )
    docx.write_bytes(content)


def _pictured(docx: Path, soffice: Path | None) -> tuple[Path | None, tuple[Path, ...], tuple[str, ...]]:
    if soffice is None:
        return None, (), ("LibreOffice was not found, so there is no PDF and no picture.",)
    try:
        pdf = to_pdf(soffice, [docx], docx.parent)[0]
        return pdf, tuple(to_png(soffice, docx, pdf)), ()
    except NoPicture as none:
        return None, (), (str(none),)
