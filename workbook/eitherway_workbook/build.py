"""Write an Either Way workbook: every sheet of docs/design.md, section 2, drawn from the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from eitherway.model.letter_kinds import TONES
from eitherway.model.schema import BY_NAME, CADENCE, LISTED_TONES, SETTINGS, TABLES
from eitherway.model.setting_rows import SETTING_ROWS
from eitherway.model.steps import DEFAULT_CADENCE
from eitherway_workbook.charts import dashboard
from eitherway_workbook.macros import config, package, project, sources
from eitherway_workbook.macros.sources import Module
from eitherway_workbook.sheets import card, choices, lists, settings, today
from eitherway_workbook.sheets.formats import Formats

Rows = Sequence[Mapping[str, object]]

# Excel insists on a creation time; a fixed one keeps the file a function of its rows alone.
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 (document properties hold no time zone)


def build(path: Path, rows: Mapping[str, Rows], modules: Sequence[Module] | None = None) -> None:
    """Write a workbook to `path`, with the given rows in its tables; the same rows give the same bytes.

    `rows` maps a table's name to its rows, each a mapping of column names to a `records.CellValue`. A table
    that is not named has one blank row; Cadence and Settings then hold their defaults. Settings rows give
    Name and Value; settings that are not named keep their default.

    A path that ends in .xlsm gets buttons, a ribbon and VBA `modules` (`sources.workbook_modules()` unless
    others are given); .xlsx stays free of macros. Raises ValueError for a table, a column or a setting that
    the schema does not know.
    """
    refuse_unknown(rows)
    filled = {table.name: rows.get(table.name, ()) for table in TABLES}
    filled[LISTED_TONES.name] = rows.get(LISTED_TONES.name) or [{"Tone": tone} for tone in TONES]
    filled[CADENCE.name] = rows.get(CADENCE.name) or default_cadence()
    filled[SETTINGS.name] = settings.rows_of(rows.get(SETTINGS.name, ()))
    with_macros = path.suffix.lower() == ".xlsm"
    content = drawn(filled, with_macros)
    if with_macros:
        content = project.with_project(content, modules or sources.workbook_modules())
        content = package.with_ribbon(content, sources.ribbon(), package.WITH_MACROS)
    path.write_bytes(content)


def drawn(rows: Mapping[str, Rows], with_macros: bool) -> bytes:
    """The workbook as XlsxWriter makes it, its buttons and code names included, but not yet its macros."""
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True})
    workbook.set_properties({"title": "Either Way", "author": "Either Way", "created": CREATED})
    workbook.set_size(1600, 1000)
    draw(workbook, rows, with_macros)
    if with_macros:
        config.draw(workbook)
        workbook.set_vba_name(project.WORKBOOK_CODE_NAME)
        for sheet in workbook.worksheets():
            sheet.set_vba_name(project.sheet_code_name(sheet.name))
    workbook.close()
    return content.getvalue()


def draw(workbook: Workbook, rows: Mapping[str, Rows], with_macros: bool) -> None:
    """Draw all sheets in their order: Today, a sheet per table, the card to print, the Dashboard, the hidden
    Lists.
    """
    formats = Formats(workbook)
    today.draw(workbook, formats, rows, with_macros)
    for table in TABLES:
        if table.sheet not in (today.SHEET, dashboard.SHEET, choices.SHEET):
            lists.draw(workbook, formats, table, rows[table.name])
    settings.validate(workbook.get_worksheet_by_name(SETTINGS.sheet), formats, rows[SETTINGS.name])
    card.draw(workbook, formats)
    dashboard.draw(workbook, formats, rows)
    choices.draw(workbook, formats, rows[LISTED_TONES.name])


def default_cadence() -> Rows:
    return [dict(zip(CADENCE.names, step, strict=True)) for step in DEFAULT_CADENCE]


def refuse_unknown(rows: Mapping[str, Rows]) -> None:
    """Raise ValueError for names that the schema does not have: they would be lost without a word."""
    for name, table_rows in rows.items():
        if name not in BY_NAME:
            raise ValueError(f"the schema has no table {name!r}")
        if unknown := {column for row in table_rows for column in row} - set(BY_NAME[name].by_name):
            raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}")
    settings_named = {str(row["Name"]) for row in rows.get(SETTINGS.name, ())}
    if unknown := settings_named - {setting.name for setting in SETTING_ROWS}:
        raise ValueError(f"there is no setting {', '.join(sorted(unknown))}")
