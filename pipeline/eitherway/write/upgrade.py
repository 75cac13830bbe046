"""What a workbook of an earlier version lacks: the columns and the settings that came later."""

from __future__ import annotations

from collections.abc import Mapping

from eitherway.model.records import Append, Edits, Settings, Widening
from eitherway.model.schema import SETTING_ROWS, SETTINGS, TABLES, Column, Role, Table
from eitherway.model.tables import RawTable, cells_of
from eitherway.words.comparison import find


def upgrade(raw: Mapping[str, RawTable]) -> Edits:
    """The columns that are not there, at the right end of their tables, and the rows of Settings with what
    holds without them; nothing else changes.
    """
    widenings = []
    for table in TABLES:
        name = find(table.name, raw)
        absent = [
            each for each in table.drawn if each.later and name and not find(each.name, raw[name].columns)
        ]
        if name and absent:
            widenings.append(Widening(name, {each.name: _like(each, table) for each in absent}))
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


def _like(column: Column, table: Table) -> str:
    """A column of the user's looks like another one of theirs, and one of ours like ours."""
    return next(each.name for each in table.drawn if not each.later and each.ours is column.ours)
