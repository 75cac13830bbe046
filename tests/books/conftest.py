"""A workbook as Excel saves one, with parts that only Excel writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.workbooks import excel_parts, packed


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A file of its own for each test."""
    path = tmp_path / "Search.xlsx"
    path.write_bytes(packed(excel_parts()))
    return path
