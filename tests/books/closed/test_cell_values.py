"""What a cell can be set to: a closed list, written so that it reads back as the same value."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from io import BytesIO
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from eitherway.books.closed.book import check_read_back
from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.workbook import Workbook
from eitherway.books.package.archive import DamagedPackage
from eitherway.model.records import Formula
from tests.books.workbooks import MAIN, cells, differing_parts, excel_parts, packed, part
from tests.conftest import Validate

NAME, SHEET, STYLES = "My interviews", "xl/worksheets/page_7.xml", "xl/styles.xml"
RELS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"


class Word(StrEnum):
    DUE = "Due"


def with_value(value: Any, cell: str = "B12") -> bytes:
    return with_cells(packed(excel_parts()), [CellSet(NAME, cell, value)])


def read(data: bytes) -> object:
    return cells(data, NAME)[11][1]


@pytest.mark.parametrize(
    "value",
    [
        np.int64(3),
        np.bool_(True),
        np.datetime64("2026-11-16"),
        Decimal("1.5"),
        Fraction(1, 3),
        b"Due",
        pd.NA,
        pd.NaT,
        1j,
        ["Due"],
        object(),
        Formula("1+1", Decimal(2)),  # type: ignore[arg-type]  # what the test is about
    ],
)
def test_what_is_not_in_the_list_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        with_value(value)


@pytest.mark.parametrize(
    ("value", "reads"),
    [
        (time(9, 30), time(9, 30)),
        (time(23, 59, 59), time(23, 59, 59)),
        (timedelta(hours=30, minutes=15), timedelta(hours=30, minutes=15)),
        (timedelta(minutes=5), timedelta(minutes=5)),
        (pd.Timestamp("2026-11-16 14:30"), datetime.fromisoformat("2026-11-16 14:30")),
        (np.float64(1.5), 1.5),
        (np.str_("Due"), "Due"),
        (Word.DUE, "Due"),
        (True, True),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_each_reads_back_as_what_it_is(value: Any, reads: object) -> None:
    assert read(with_value(value)) == reads


MOMENTS = st.one_of(
    st.times().map(lambda each: each.replace(microsecond=0)),
    st.timedeltas(timedelta(0), timedelta(days=400)).map(
        lambda each: timedelta(seconds=each.total_seconds() // 1)
    ),
    st.datetimes(datetime.fromisoformat("1900-03-01"), datetime.fromisoformat("2100-01-01")).map(
        lambda each: each.replace(microsecond=0)
    ),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1),
    st.floats(-1e15, 1e15),
)


@given(MOMENTS)
def test_what_is_read_can_be_written_back_without_a_change(value: Any) -> None:
    new = with_value(value)
    assert with_cells(new, [CellSet(NAME, "B12", read(new))]) == new  # type: ignore[arg-type]  # a value


def formatted(code: str) -> dict[str, str | bytes]:
    """The workbook with this number format as the style 3."""
    styles = str(excel_parts()[STYLES])
    escaped = code.replace('"', "&quot;")
    styles = styles.replace(
        "<fonts", f'<numFmts><numFmt numFmtId="170" formatCode="{escaped}"/></numFmts><fonts', 1
    )
    styles = styles.replace("</cellXfs>", '<xf numFmtId="170" applyNumberFormat="1"/></cellXfs>')
    rows = '<row r="12"><c r="B12" s="3"><v>1</v></c></row>'
    return excel_parts(rows) | {STYLES: styles}


@pytest.mark.parametrize(
    ("code", "value", "stays"),
    [
        ("[h]:mm:ss", date(2026, 11, 16), False),
        ("h:mm AM/PM", date(2026, 11, 16), False),
        ("yyyy\\-mm\\-dd", date(2026, 11, 16), True),
        ('mmm "h"', date(2026, 11, 16), True),
        ("[Red]0.00", date(2026, 11, 16), False),
        ("[h]:mm", timedelta(hours=40), True),
        ("h:mm", timedelta(hours=40), False),
        ("h:mm", time(8), True),
        ("yyyy-mm-dd", time(8), False),
    ],
)
def test_a_format_that_would_not_show_the_value_is_changed(code: str, value: Any, stays: bool) -> None:
    old = packed(formatted(code))
    new = with_cells(old, [CellSet(NAME, "B12", value)])
    assert (' s="3"' in part(new, SHEET)) is stays
    assert read(new) == value


def without_styles(how: str) -> dict[str, str | bytes]:
    parts = excel_parts('<row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row>')
    parts[SHEET] = re.sub("<cols>.*</cols>", "", str(parts[SHEET]))
    if how == "no part":
        del parts[STYLES]
        parts[RELS] = str(parts[RELS]).replace("/styles", "/other")
        parts[TYPES] = str(parts[TYPES]).replace("/xl/styles.xml", "/xl/other.xml")
    else:
        parts[STYLES] = how
    return parts


@pytest.mark.parametrize(
    "how",
    [
        "no part",
        f'<styleSheet xmlns="{MAIN}"/>',
        f'<x:styleSheet xmlns:x="{MAIN}"><x:fonts count="1"><x:font/></x:fonts></x:styleSheet>',
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="0"/></styleSheet>',
    ],
)
def test_a_workbook_without_styles_gets_one_for_a_date(how: str) -> None:
    new = with_cells(packed(without_styles(how)), [CellSet(NAME, "B12", date(2026, 11, 16))])
    assert read(new) == date(2026, 11, 16)
    with warnings.catch_warnings(action="ignore"):  # openpyxl asks for more styles than Excel does
        assert openpyxl.load_workbook(BytesIO(new))[NAME]["B12"].is_date
    twice = with_cells(new, [CellSet(NAME, "B13", date(2026, 11, 17))])
    assert differing_parts(new, twice) == {SHEET}


@pytest.mark.validator
def test_the_new_styles_are_valid(tmp_path: Any, validate: Validate) -> None:
    path = tmp_path / "Search.xlsx"
    parts = without_styles("no part")
    path.write_bytes(packed(parts))
    before = validate(path)
    path.write_bytes(with_cells(packed(parts), [CellSet(NAME, "B12", date(2026, 11, 16))]))
    assert len(validate(path)) <= len(before)
    assert CalamineWorkbook.from_path(str(path)).sheet_names == [NAME]
    assert "styles+xml" in part(path.read_bytes(), TYPES)


def test_a_cell_that_does_not_hold_its_value_is_noticed() -> None:
    old = Workbook(packed(excel_parts()))
    content, changes = old.changed({old.xml.sheets[0]: {3: {2: 5}}}, {})
    check_read_back(Workbook(content), changes)
    for wrong in ('t="str"><v>5</v>', 't="b"><v>1</v>', "><v>5.5</v>", "><v>Decimal('5')</v>"):
        parts = {m.name: old.package.read(m.name) for m in old.package.members}
        parts[SHEET] = part(content, SHEET).replace('<c r="B3"><v>5</v>', f'<c r="B3" {wrong}').encode()
        with pytest.raises(DamagedPackage, match="My interviews!B3"):
            check_read_back(Workbook(packed(parts)), changes)
