"""docs/workbook.md is the schema, written out."""

from __future__ import annotations

import pytest
from docs.make_workbook_page import PAGE, page

from eitherway.model.columns import Table
from eitherway.model.schema import TABLES
from eitherway.model.setting_rows import SETTING_ROWS


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python docs/make_workbook_page.py"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained(table: Table) -> None:
    start = page().index(f"## {table.name}\n")
    section = page()[start:].partition("\n## ")[0]
    assert all(f"| {column.help} |" in section for column in table.columns)


def test_every_setting_is_explained() -> None:
    assert all(f"| {setting.name} |" in page() for setting in SETTING_ROWS)
