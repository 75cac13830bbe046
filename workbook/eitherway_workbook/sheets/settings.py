"""The Settings sheet: a row per setting, each value with the validation that it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from xlsxwriter.worksheet import Worksheet

from eitherway.model.records import Settings
from eitherway.model.schema import SETTINGS
from eitherway.model.setting_rows import SETTING_ROWS, Setting
from eitherway_workbook.sheets.choices import validation
from eitherway_workbook.sheets.formats import KIND_LOOKS, Formats, Look
from eitherway_workbook.sheets.lists import HEADER_ROW
from eitherway_workbook.sheets.tables import write_cell

Rows = Sequence[Mapping[str, object]]


def rows_of(given: Rows) -> Rows:
    """All rows of the sheet: the given values, the defaults for the rest, and what each setting does."""
    values = {row["Name"]: row.get("Value") for row in given}
    defaults = asdict(Settings())
    return [
        {
            "Name": setting.name,
            "Value": values.get(setting.name, defaults[setting.field]),
            "What it does": setting.help,
        }
        for setting in SETTING_ROWS
    ]


def validate(sheet: Worksheet, formats: Formats, rows: Rows) -> None:
    """Give each value its own drop-down or check, and the format that its kind needs."""
    column = SETTINGS.names.index("Value")
    for offset, (setting, row) in enumerate(zip(SETTING_ROWS, rows, strict=True)):
        write_cell(sheet, HEADER_ROW + offset, column, row["Value"], formats(look(setting)))
        if rule := validation(setting):
            sheet.data_validation(HEADER_ROW + offset, column, HEADER_ROW + offset, column, dict(rule))


def look(setting: Setting) -> Look:
    """As its kind looks, but all in one line on the left; a telephone number stays as typed."""
    looks = {**KIND_LOOKS[setting.kind], "align": "left", "text_wrap": True}
    return {**looks, "num_format": "@"} if setting.field in STAYS_TEXT else looks


STAYS_TEXT = ("phone",)
