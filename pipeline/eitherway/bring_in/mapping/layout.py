"""Where on a sheet the header stands, and which rows below it are rows.

Above a header there may be a title and blank rows; a header may take two rows, the upper one naming groups of
columns; among the rows there may be headings, totals and the header once more. What is no row is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from eitherway.bring_in.cells.kinds import NO, Kind, kind_of, profile
from eitherway.bring_in.cells.statuses import standing_of
from eitherway.bring_in.files.grids import Cell, Grid
from eitherway.bring_in.mapping.headers import meaning_of
from eitherway.bring_in.meanings import Meaning
from eitherway.bring_in.vocabulary import bare, words_of
from eitherway.read.text import as_text
from eitherway.words.comparison import quote
from eitherway.words.salutations.title_words import words

ROWS_LOOKED_AT = 30
ENOUGH = 1.4
_NEARLY_ALL = 0.7
VALUES = frozenset(
    (Kind.DATE, Kind.NUMBER, Kind.EMAIL, Kind.URL, Kind.PROFILE, Kind.PHONE, Kind.MONEY, Kind.TIME)
)
_TOTALS = words(
    """
    total totals sum summe gesamt insgesamt average durchschnitt totaux somme suma count anzahl
    """
)
_LONGEST_HEADER = 60


class Row(NamedTuple):
    """A row of data: its number as the program shows it, and its cells."""

    number: int
    cells: Sequence[Cell]


class Sheet(NamedTuple):
    """A sheet with a header: `headers` and the cells of `rows` are as many, "" where a column has no
    header.
    """

    grid: Grid
    header_row: int
    headers: tuple[str, ...]
    rows: Sequence[Row]
    said: tuple[str, ...]


class _Header(NamedTuple):
    """Where a header ends (the row's index) and what it says."""

    last: int
    headers: tuple[str, ...]
    score: float


def sheet_of(grid: Grid, known: Sequence[str] = ()) -> Sheet | None:
    """The sheet's header and rows; None where it has no header that names anything of a search for work.

    `known` are headers that the user has given a meaning.
    """
    header = _header(grid, {bare(name.strip()) for name in known})
    if header is None:
        header = _without_header(grid)
    if header is None:
        return None
    above = [as_text(cell) for row in grid.rows[: max(header.last, 0)] for cell in row if as_text(cell)]
    title = [text for text in above if text not in " ".join(header.headers)]
    said = (
        [f"{_named(grid)} begins with {quote(' / '.join(title))}: no row, and not brought in."]
        if title
        else []
    )
    rows, more, sections = _rows(grid, header)
    headers, rows = _with_sections(header.headers, rows, sections)
    return Sheet(grid, header.last + 1, headers, rows, (*grid.said, *said, *more))


def _named(grid: Grid) -> str:
    return f"The sheet {grid.name}"


def _header(grid: Grid, known: set[str]) -> _Header | None:
    best: _Header | None = None
    for header in _candidates(grid, known):
        if best is None or header.score > best.score:
            best = header
    return best if best and best.score >= ENOUGH else None


def _without_header(grid: Grid) -> _Header | None:
    """A sheet whose header names nothing that is known, or that has none: a column holds status words,
    another dates or addresses. The first row is the header where it holds none of these in their columns.
    """
    width = len(grid.rows[0])
    if width < 3 or len(grid.rows) < 2:
        return None
    kinds = [profile(row[i] for row in grid.rows[1:]) for i in range(width)]
    telling = {
        i: kind
        for i, each in enumerate(kinds)
        for kind in (Kind.STATUS, Kind.DATE, Kind.URL)
        if each.get(kind, 0) > _NEARLY_ALL
    }
    if Kind.STATUS not in telling.values() or len(set(telling.values())) < 2:
        return None
    first = grid.rows[0]
    if any(first[i] != "" and kind_of(first[i]) is kind for i, kind in telling.items()):
        return _Header(-1, ("",) * width, 0)
    return _Header(0, tuple(as_text(cell) for cell in first), 0)


def _candidates(grid: Grid, known: set[str]) -> Iterator[_Header]:
    some = [[as_text(cell) for cell in row] for row in grid.rows[:ROWS_LOOKED_AT]]
    for i, row in enumerate(some):
        if any(row) and not _has_values(grid.rows[i]):
            yield _Header(i, tuple(row), _score(row, known) - i * 0.01)
    for i, (upper, lower) in enumerate(pairwise(some)):
        if any(upper) and any(lower) and not _has_values(grid.rows[i]) and not _has_values(grid.rows[i + 1]):
            joined = _joined(upper, lower)
            repeated = len(set(filter(None, lower))) < len([*filter(None, lower)])
            # Two rows are one header only if the lower one names something that the upper one lacks.
            if (
                _score(lower, known)
                and _score(joined, known) > _score(upper, known)
                and (repeated or any(a and not b for a, b in zip(upper, lower, strict=True)))
            ):
                yield _Header(i + 1, tuple(joined), _score(joined, known) + 0.5 - i * 0.01)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The names of groups carried to the right, each before the names of its columns."""
    found, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or (group if below else "")
        alone = below in ("", group) or (_is_plain(below) and not _is_interview(group))
        found.append((below or above) if alone else f"{group} {below}".strip())
    return found


def _is_plain(header: str) -> bool:
    """Whether the lower header says by itself what it is: "Company", but not "Date" or "With"."""
    meaning = meaning_of(header)
    return meaning is not None and meaning[0] not in (
        *(Meaning.DATE, Meaning.INTERVIEWER, Meaning.TIME, Meaning.FORMAT, Meaning.OWN, Meaning.NOTES),
        *(Meaning.OUTCOME, Meaning.POINT, Meaning.FIRST_NAME, Meaning.LAST_NAME),
    )


def _is_interview(group: str) -> bool:
    meaning = meaning_of(group)
    return meaning is not None and meaning[0] is Meaning.INTERVIEW


def _score(row: Sequence[str], known: set[str]) -> float:
    """How much a row looks like a header: a point for each different thing that it names."""
    named: set[tuple[Meaning, str]] = set()
    others = 0
    for text in row:
        if not text:
            continue
        found = meaning_of(text) if len(text) <= _LONGEST_HEADER else None
        if bare(text) in known:
            named.add((Meaning.COMPANY, bare(text)))
        elif found:
            named.add((found[0], found[1]))
        else:
            others += 1
    strong = sum(1 if meaning is not Meaning.OWN else 0.6 for meaning, _ in named)
    if len(row) == 1 and named == {(Meaning.COMPANY, "name")}:
        return ENOUGH  # a mere list of companies
    return strong - 0.2 * others if len(named) > 1 or known else min(strong, 1)


def _has_values(row: Sequence[Cell]) -> bool:
    return any(cell != "" and (not isinstance(cell, str) or kind_of(cell) in VALUES) for cell in row)


def _rows(grid: Grid, header: _Header) -> tuple[list[Row], list[str], dict[int, str]]:
    """The rows, what is told of those that are none, and the heading above each row, by its number."""
    rows, said, empty = [], [], 0
    sections: dict[int, str] = {}
    section = _section_above(grid, header)
    again = [*grid.rows[max(header.last, 0)]]
    some = [*enumerate(grid.rows[header.last + 1 :], start=header.last + 1)]
    following = islice((cells for _, cells in some if any(cell != "" for cell in cells)), 1, None)
    for i, cells in some:
        filled = [cell for cell in cells if cell != ""]
        if not filled:
            continue
        after = next(following, ())
        if all(cell is False or (isinstance(cell, str) and cell.casefold() in NO) for cell in filled):
            empty += 1
        elif header.last >= 0 and cells == again:
            continue
        elif why := _no_row(filled, header, is_before_header=[*after] == again):
            section = as_text(filled[0]) if "heading" in why else section
            said.append(
                f"{_named(grid)}, row {i + 1}: {quote(as_text(filled[0]))} {why}, and was not brought in."
            )
        else:
            rows.append(Row(i + 1, cells))
            sections[i + 1] = section
    if empty:
        said.append(f"{_named(grid)}: {empty} rows hold nothing but a No, and were not brought in.")
    return rows, said, sections


def _section_above(grid: Grid, header: _Header) -> str:
    """The text alone in the row above the header, if it names a status."""
    for row in reversed(grid.rows[: max(header.last, 0)]):
        if filled := [as_text(cell) for cell in row if cell != ""]:
            return filled[0] if len(filled) == 1 else ""
    return ""


def _with_sections(
    headers: tuple[str, ...], rows: list[Row], sections: dict[int, str]
) -> tuple[tuple[str, ...], list[Row]]:
    """The rows with the status that the headings between them say, where no column says one."""
    named = {guess[0] for header in headers if (guess := meaning_of(header))}
    telling = {text for text in sections.values() if standing_of(text)}
    if len(telling) < 2 or named & {Meaning.STATUS, Meaning.OUTCOME}:
        return headers, rows
    more = [row._replace(cells=[*row.cells, sections[row.number]]) for row in rows]
    return (*headers, "Status"), more


def _no_row(filled: Sequence[Cell], header: _Header, *, is_before_header: bool) -> str:
    first = filled[0]
    is_total = len(filled) > 1 and not any(isinstance(cell, str) for cell in filled[1:])
    if is_total and isinstance(first, str) and words_of(first)[:1] in {(total,) for total in _TOTALS}:
        return "is a total"
    columns = sum(map(bool, header.headers))
    is_alone = len(filled) == 1 and columns >= 3 and isinstance(first, str)
    if is_alone and (is_before_header or _is_heading(str(first)) or _is_status(str(first))):
        return "is a heading"
    return ""


def _is_status(text: str) -> bool:
    """Whether the text is a status and little else: "Rejected", "In progress (3)"."""
    return len(words_of(text)) <= 2 and standing_of(text) is not None


def _is_heading(text: str) -> bool:
    """A month, a week or the like alone in its row: a company alone would be a row."""
    kinds = words_of(text)
    months = (
        "januar",
        "februar",
        "marz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "septem",
        "oktob",
        "octob",
    )
    more = ("novem", "dezem", "decem", "january", "may", "june", "july", "week", "woche", "semaine", "semana")
    return len(kinds) <= 3 and any(word.startswith((*months, *more)) for word in kinds)
