"""Files in, one write out: what both faces do to bring something in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from eitherway.bring_in.bringing import bring
from eitherway.bring_in.brought import Brought, Ways
from eitherway.bring_in.files.grids import Grid
from eitherway.bring_in.files.read_file import content, grids
from eitherway.bring_in.mapping.said import Said, check_headers
from eitherway.bring_in.rows.own_tables import tables_alone
from eitherway.bring_in.vcards import contacts_of, is_vcard
from eitherway.model.problems import CannotAct
from eitherway.model.schema import SETTINGS
from eitherway.model.tables import RawTable, cells_of

AMERICAN = "en-US"


def read_files(paths: Sequence[Path], said: Said, ways: Ways) -> Brought:
    """All that the files hold. Raises UnreadableFile, and CannotAct where none holds anything to bring in."""
    sheets: list[Grid] = []
    cards: list[tuple[str, bytes]] = []
    for path in paths:
        data = content(path)
        if is_vcard(data):
            cards.append((path.name, data))
        else:
            before = f"{path.name}: " if len(paths) > 1 else ""
            found = tables_alone(grids(path, data))
            sheets += [grid._replace(name=before + grid.name) for grid in found]
    if said.columns:
        check_headers(said, (str(cell) for grid in sheets for row in grid.rows[:30] for cell in row))
    brought = bring(sheets, said.columns, ways._replace(statuses=said.status_words))
    for name, data in cards:
        _add_cards(brought, name, data)
    if not (brought.applications or brought.contacts or brought.address_book):
        raise CannotAct(
            _nothing(paths, brought), " ".join(brought.said) or "Check that it is the right file."
        )
    return brought


def language_of(raw: Mapping[str, RawTable]) -> str:
    """The workbook's language as Settings says it; "" where it does not."""
    found = (
        str(row.get("Value", ""))
        for row in cells_of(raw, SETTINGS.name, ("Name", "Value"))
        if row.get("Name") == "Language"
    )
    return next(found, "")


def _add_cards(brought: Brought, name: str, data: bytes) -> None:
    people, told = contacts_of(data, name)
    brought.address_book += people
    brought.said += told


def _nothing(paths: Sequence[Path], brought: Brought) -> str:
    names = ", ".join(path.name for path in paths)
    if brought.columns:
        return f"{names} holds a header and no rows: there is nothing to bring in."
    return f"{names} holds no tracker and no address book: no header names a company, a role or a person."
