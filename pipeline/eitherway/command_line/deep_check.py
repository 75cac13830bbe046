"""What `eitherway check --deep` says of a workbook file: in words, and in JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eitherway.books.closed.book import content
from eitherway.books.inspection.deep import Deep, look_into
from eitherway.books.inspection.kinds import Care
from eitherway.books.keeping import unreadable
from eitherway.books.package.archive import DamagedPackage, Package


def examine(book: Path) -> Deep:
    """Look into the workbook file. Raises UnreadableWorkbook."""
    data = content(book)
    if refusal := unreadable.diagnosis(book, data):
        raise refusal
    try:
        return look_into(Package(data))
    except DamagedPackage as trouble:
        raise unreadable.refused(book, trouble) from trouble


def as_json(book: Path, deep: Deep) -> dict[str, Any]:
    """The workbook, its kinds of content with what Either Way does with each, and what is wrong with it."""
    return {
        "workbook": str(book),
        "parts": deep.parts,
        "kinds": [
            {
                "kind": found.kind.name,
                "count": found.number,
                "safe": found.kind.care is not Care.VOID,
                "how": found.kind.care.value,
            }
            for found in deep.kinds
        ],
        "broken": [*deep.broken],
        "odd": [*deep.odd],
        "lost": [*deep.lost],
        "saved_by": deep.saved_by,
    }


def lines(book: Path, deep: Deep) -> Iterator[str]:
    """The same in words: a line for each kind, under what Either Way does with it."""
    places = "1 place" if len(deep.broken) == 1 else f"{len(deep.broken)} places"
    yield f"{book.name} is {f'damaged in {places}' if deep.broken else 'whole: all of it can be read'}."
    if deep.saved_by:
        yield f"It was last saved by {deep.saved_by}."
    yield from _listed("What an earlier save by another program has lost:", deep.lost)
    if deep.kinds:
        yield "It holds what many programs lose when they save a workbook. Either Way does not:"
    for care in Care:
        kinds = [found for found in deep.kinds if found.kind.care is care]
        if kinds:
            yield f"\n{care[0].upper()}{care[1:]}:"
            yield from (f"{found.number:>6}  {found.kind.name}" for found in kinds)
    yield from _listed("Damaged. Open it in Excel, let Excel repair it, and save it:", deep.broken)
    yield from _listed("Unusual, though programs mostly bear it:", deep.odd)


def _listed(heading: str, sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield f"\n{heading}"
        yield from (f"  {sentence}" for sentence in sentences)
