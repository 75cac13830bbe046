"""Drop-downs and other validation: what a cell takes, and what is said when it takes it not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from eitherway.model.columns import Column, Kind
from eitherway.model.letter_kinds import TONES
from eitherway.model.schema import LISTED_TONES, TABLES
from eitherway.model.setting_rows import SETTING_ROWS, Setting
from eitherway_workbook.sheets.formats import INK, PINE, Formats
from eitherway_workbook.sheets.tables import LAST_ROW, Area, draw_table

SHEET = "Lists"
FIRST_DAY = date(1990, 1, 1)

Validation = Mapping[str, object]


def validate(sheet: Worksheet, area: Area) -> None:
    """Give every column that the user fills its validation, down to the area's last row."""
    for column in area.table.drawn:
        if not column.ours and (rule := validation(column)):
            sheet.data_validation(area.cells(column.name), dict(rule))


def validation(of: Column | Setting) -> Validation | None:
    """What the cells of a column, or a setting's value, may hold; None where anything goes."""
    if isinstance(of, Column) and of.choices_from:
        return chosen_from_table(of)
    if of.choices:
        return chosen_from_list(of)
    return BY_KIND.get(of.kind)


def chosen_from_list(of: Column | Setting) -> Validation:
    listed = {"validate": "list", "source": f"={name_of(title_of(of.choices))}"}
    if of.strict:
        says = f"Please pick one of these: {', '.join(of.choices)}."
        return {**listed, "error_type": "stop", "error_title": of.name, "error_message": says}
    says = f"This is not in the list of {title_of(of.choices).lower()} choices. Keep it as typed?"
    return {**listed, "error_type": "warning", "error_title": of.name, "error_message": says}


def chosen_from_table(column: Column) -> Validation:
    assert column.choices_from is not None
    table, of = column.choices_from
    listed = {"validate": "list", "source": f"={name_of(f'{table} {of}')}", "error_title": column.name}
    if column.strict:
        says = f"Please pick one from the list. A new one is added to the sheet {table} first."
        return {**listed, "error_type": "stop", "error_message": says}
    says = f"This name is not in the sheet {table} yet. It may stay as typed."
    return {**listed, "error_type": "information", "error_message": says}


BY_KIND: Mapping[Kind, Validation] = {
    Kind.DATE: {
        "validate": "date",
        "criteria": ">=",
        "value": FIRST_DAY,
        "error_title": "This is not a date",
        "error_message": "Please type a day as your computer writes dates, or as year-month-day: 2026-11-16.",
    },
    Kind.NUMBER: {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_title": "This is not a number of days",
        "error_message": "Please type a whole number, 0 or more.",
    },
}


def draw(workbook: Workbook, formats: Formats, tones: Sequence[Mapping[str, object]]) -> None:
    """Add the hidden sheet of the lists, and the names by which drop-downs refer to their source.

    The tones are a table, as folders of the user's own are added to them.
    """
    sheet = workbook.add_worksheet(SHEET)
    for column, (title, choices) in enumerate(fixed_lists().items()):
        if choices == TONES:
            draw_table(sheet, formats, Area(LISTED_TONES, 1, column + 1, LAST_ROW), tones, autofilter=False)
            workbook.define_name(name_of(title), f"={LISTED_TONES.name}[{LISTED_TONES.names[0]}]")
            continue
        sheet.write_string(0, column, title, formats({"bold": True, "font_color": PINE}))
        sheet.write_column(1, column, choices, formats({"font_color": INK}))
        letter = chr(ord("A") + column)
        workbook.define_name(name_of(title), f"={SHEET}!${letter}$2:${letter}${len(choices) + 1}")
    # A name for another table's column follows that table as it grows; a drop-down cannot name it directly.
    for table, of in dict.fromkeys(columns_chosen_from()):
        workbook.define_name(name_of(f"{table} {of}"), f"={table}[{of}]")
    sheet.set_column(0, len(fixed_lists()) - 1, 18, formats({"font_color": INK}))
    sheet.freeze_panes(1, 0)
    sheet.hide()


def fixed_lists() -> Mapping[str, tuple[str, ...]]:
    """Every distinct list of the user's choices, named after the first column or setting that has it."""
    titles: dict[tuple[str, ...], str] = {}
    for of in filled_in():
        if of.choices:
            titles.setdefault(of.choices, of.name)
    return {title: choices for choices, title in titles.items()}


def title_of(choices: tuple[str, ...]) -> str:
    return next(title for title, listed in fixed_lists().items() if listed == choices)


def name_of(title: str) -> str:
    """The workbook's name for a list: "Choices_Follow_up"."""
    return "Choices_" + re.sub(r"\W+", "_", title)


def filled_in() -> Iterator[Column | Setting]:
    yield from (column for table in TABLES for column in table.drawn if not column.ours)
    yield from SETTING_ROWS


def columns_chosen_from() -> Iterator[tuple[str, str]]:
    for of in filled_in():
        if isinstance(of, Column) and of.choices_from:
            yield of.choices_from
