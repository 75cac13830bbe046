"""Write docs/workbook.md, the page on the workbook's sheets and columns, from the schema.

Run `python docs/make_workbook_page.py` after a change to the schema; a test holds the page to it.
"""

from __future__ import annotations

from pathlib import Path

from eitherway.model.choices import COUNTRIES
from eitherway.model.columns import Column, Table
from eitherway.model.records import Settings
from eitherway.model.schema import TABLES
from eitherway.model.setting_rows import SETTING_ROWS, Setting

PAGE = Path(__file__).with_name("workbook.md")

OPENING = """\
# The workbook, sheet by sheet

*This page is made from `pipeline/eitherway/model/schema.py` by `python docs/make_workbook_page.py`.*

One Excel workbook is the only source of truth. Each sheet holds an Excel table. Some columns are filled in by
Either Way; all other cells are yours. The columns may stand in any order, and columns, sheets, charts and
macros of your own may stand beside them.

A choice in *italics* is only a suggestion: another value may be typed. Capitals and spaces make no difference
in a column's name.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([OPENING, *map(section, TABLES)])


def section(table: Table) -> str:
    """What a table is for, and its columns; for Settings also its rows."""
    may_lack = " A workbook of an earlier version lacks it, and works without it." if table.optional else ""
    parts = [f"## {table.name}\n", f"{table.help}{where(table)}{may_lack}\n", *column_lines(table)]
    if table.name == "Settings":
        parts += ["", "The settings:\n", *setting_lines()]
    return "\n".join([*parts, ""])


def where(table: Table) -> str:
    return f" It stands on the sheet {table.sheet}." if table.sheet != table.name else ""


def column_lines(table: Table) -> list[str]:
    head = ["| Column | Holds | Filled in by | What it is |", "| --- | --- | --- | --- |"]
    return head + [
        f"| {name(column)} | {holds(column)} | {'Either Way' if column.ours else 'you'} | {column.help} |"
        for column in table.drawn
    ]


def name(column: Column) -> str:
    return f"**{column.name}** (required)" if column.required else column.name


def holds(of: Column | Setting) -> str:
    """The kind of value, and its choices."""
    if isinstance(of, Column) and of.choices_from:
        table, column = of.choices_from
        return f"from {table}, column {column}" + ("" if of.strict else ", or new")
    if of.choices == COUNTRIES:
        return f"*one of {len(COUNTRIES)} countries*"
    if of.choices:
        listed = ", ".join(of.choices)
        return listed if of.strict else f"*{listed}*"
    return of.kind.value


def setting_lines() -> list[str]:
    head = ["| Name | Holds | At first | What it does |", "| --- | --- | --- | --- |"]
    return head + [
        f"| {setting.name} | {holds(setting)} | {getattr(Settings(), setting.field)} | {setting.help} |"
        for setting in SETTING_ROWS
    ]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
