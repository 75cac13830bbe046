"""What a workbook of an earlier version lacks: the columns and the settings that came later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eitherway.model.columns import Column, Role, Table
from eitherway.model.records import Append, Edits, Settings, Widening
from eitherway.model.schema import SETTINGS, TABLES
from eitherway.model.setting_rows import SETTING_ROWS
from eitherway.model.tables import RawTable, cells_of
from eitherway.words.comparison import find


def upgrade(raw: Mapping[str, RawTable]) -> Edits:
    """The columns that are not there, at the right end of their tables, and the rows of Settings with what
    holds without them; nothing else changes.
    """
    widenings = []
    for table in TABLES:
        name = find(table.name, raw)
        absent = _absent(table, raw[name].columns) if name else []
        if name and absent:
            there = raw[name].columns
            widenings.append(Widening(name, {each.name: _like(each, table, there) for each in absent}))
    usual = Settings()
    known = [str(row.get("Name", "")) for row in cells_of(raw, SETTINGS.name, ("Name",))]
    rows = [
        {"Name": each.name, "Value": getattr(usual, each.field), "What it does": each.help}
        for each in SETTING_ROWS
        if find(each.name, known) is None
    ]
    appends = [Append(SETTINGS.name, rows)] if rows else []
    return Edits(widenings=widenings, appends=appends, purpose="columns of this version added")


def sheets_of_new_workbooks(raw: Mapping[str, RawTable]) -> list[str]:
    """The sheets of which this workbook lacks computed tables: none is added to what is the user's."""
    lacking = (
        table.sheet
        for table in TABLES
        if table.optional and table.role is Role.COMPUTED and find(table.name, raw) is None
    )
    return list(dict.fromkeys(lacking))


def _absent(table: Table, there: Sequence[str]) -> list[Column]:
    """A column of the user's that only has the name of a column of links gets no target beside it."""
    absent = [each for each in table.drawn if each.later and find(each.name, there) is None]
    names = {each.name for each in absent}
    theirs = {each.link.target for each in table.drawn if each.link and each.name not in names}
    return [each for each in absent if each.name not in theirs]


def _like(column: Column, table: Table, there: Sequence[str]) -> str:
    """A column of the user's looks like another one of theirs, and one of ours like ours: hidden or not."""
    known = [each.name for each in table.drawn if not each.later and each.ours is column.ours]
    hidden = [name for name in known if name in table.hidden and find(name, there) is not None]
    return hidden[0] if hidden and column.name in table.hidden else known[0]
