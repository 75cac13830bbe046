"""Laws of the editor, over random sheets and random edits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.books.closed.cells import CellSet, Formula, with_cells
from eitherway.books.editor.workbook import Workbook
from eitherway.books.sheet.areas import address
from eitherway.books.sheet.cell_values import serial
from eitherway.books.sheet.cell_xml import Held
from eitherway.model.records import CellValue, Link
from tests.books.mutations import SHEETS, ZIPS
from tests.books.workbooks import cells, differing_parts, excel_parts, packed, sheet_xml

SHEET = "xl/worksheets/page_7.xml"
ROWS, COLUMNS = 8, 6
EPOCH, LAST = date(1904, 1, 2), date(2999, 12, 31)

texts = st.text(max_size=12).filter(lambda text: text.isprintable() or text.isascii())
values: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    texts,
    st.booleans(),
    st.integers(-(10**6), 10**6),  # python-calamine panics where a date's cell holds 10**12
    st.floats(-1e6, 1e6, allow_subnormal=False),
    st.dates(EPOCH, LAST),
    st.builds(Link, texts, texts.filter(bool)),
)
edits = st.dictionaries(
    st.integers(1, ROWS), st.dictionaries(st.integers(1, COLUMNS), values, min_size=1), min_size=1
)

existing = st.sampled_from(
    ["", '<c r="{}"/>', '<c r="{}" s="1"><v>46342</v></c>', '<c r="{}" s="2" t="s"><v>6</v></c>',
     '<c r="{}" t="inlineStr"><is><t>old</t></is></c>', '<c t="b" r="{}"><v>1</v></c>',
     '<c r="{}" t="str"><f>HYPERLINK("a","b")</f><v>b</v></c>']
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> str:
    rows = ""
    for row in range(1, ROWS + 1):
        if draw(st.booleans()):
            spelled = "".join(draw(existing).format(f"{'ABCDEF'[column]}{row}") for column in range(COLUMNS))
            rows += f'<row r="{row}" spans="1:6">{spelled}</row>' if spelled else f'<row r="{row}"/>'
    return rows


def opened(rows: str) -> Workbook:
    """The workbook as Excel saves it, with this sheet; it has no table, so no cell is spoken for."""
    parts = excel_parts() | {SHEET: sheet_xml(rows, before='<dimension ref="A1"/>')}
    del parts["xl/worksheets/_rels/page_7.xml.rels"]
    return Workbook(packed(parts))


def changed(workbook: Workbook, new: dict[int, dict[int, CellValue]]) -> bytes:
    return workbook.changed({workbook.xml.sheets[0]: new}, {})[0]


def everything_held(workbook: Workbook) -> dict[tuple[int, int], Held]:
    sheet = workbook.sheet(workbook.xml.sheets[0])
    return {
        (row, column): sheet.held(row, column)
        for row in range(1, ROWS + 2)
        for column in range(1, COLUMNS + 2)
    }


def expected(value: CellValue) -> Held:
    if isinstance(value, Link):
        return Held(value.text, value.formula)
    if isinstance(value, date | time | timedelta):
        return Held(serial(value, date_1904=False))
    assert not isinstance(value, Formula)
    return Held(value or None if isinstance(value, str) else value)


@settings(max_examples=150, deadline=None)
@given(sheets(), edits)
def test_what_is_set_is_held_and_all_else_stays(rows: str, new: dict[int, dict[int, CellValue]]) -> None:
    before = opened(rows)
    after = Workbook(changed(before, new))
    wanted = everything_held(before)
    wanted |= {(row, column): expected(new[row][column]) for row in new for column in new[row]}
    assert everything_held(after) == wanted
    assert differing_parts(before.data, after.data) <= {
        SHEET,
        "xl/workbook.xml",
        "xl/calcChain.xml",
        "xl/styles.xml",
    }


@settings(max_examples=100, deadline=None)
@given(sheets(), edits)
def test_twice_is_once(rows: str, new: dict[int, dict[int, CellValue]]) -> None:
    once = changed(opened(rows), new)
    assert changed(Workbook(once), new) == once


@settings(max_examples=100, deadline=None)
@given(sheets(), edits)
def test_other_programs_read_what_was_set(rows: str, new: dict[int, dict[int, CellValue]]) -> None:
    read = cells(changed(opened(rows), new), "My interviews")
    for row, of_row in new.items():
        for column, value in of_row.items():
            inside = row <= len(read) and column <= len(read[0])
            cell = read[row - 1][column - 1] if inside else ""
            if isinstance(value, str | Link | None):
                assert cell == (value.text if isinstance(value, Link) else value or "")


@given(
    st.datetimes(datetime.fromisoformat("1904-01-02"), datetime.fromisoformat("2999-12-31")), st.booleans()
)
def test_later_moments_have_larger_numbers(moment: datetime, date_1904: bool) -> None:
    midnight, number = serial(moment.date(), date_1904), serial(moment, date_1904)
    assert isinstance(midnight, int)
    assert isinstance(number, float | int)
    assert midnight <= number < midnight + 1


def test_the_days_excel_counts() -> None:
    assert serial(date(1900, 1, 1), date_1904=False) == 1
    assert serial(date(1900, 2, 28), date_1904=False) == 59
    assert serial(date(1900, 3, 1), date_1904=False) == 61
    assert serial(date(1899, 12, 31), date_1904=False) == "1899-12-31"
    assert serial(date(1904, 1, 1), date_1904=True) == 0
    assert serial(datetime.fromisoformat("2026-11-16 12:00"), date_1904=False) == 46342.5


shown = st.none() | texts | st.booleans() | st.integers(-(10**6), 10**6) | st.dates(EPOCH, LAST)
cell_sets = st.dictionaries(
    st.builds(address, st.integers(1, ROWS), st.integers(1, COLUMNS)),
    values | st.builds(Formula, st.sampled_from(["1+1", "=A1&B2"]), shown),
    min_size=1,
    max_size=12,
)


def setting(new: dict[str, CellValue]) -> list[CellSet]:
    return [CellSet("My interviews", place, value) for place, value in new.items()]


@settings(max_examples=60, deadline=None)
@given(
    sheets(),
    cell_sets,
    st.sampled_from([*SHEETS]),
    st.sampled_from([*ZIPS]),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_however_the_workbook_is_spelled(
    rows: str, new: dict[str, CellValue], spelled: str, zipped: str, chance: Random
) -> None:
    if "without_addresses" in spelled:  # these sheets have gaps
        spelled = "prefixed"
    parts = excel_parts() | {SHEET: SHEETS[spelled](sheet_xml(rows, before='<dimension ref="A1"/>'))}
    del parts["xl/worksheets/_rels/page_7.xml.rels"]
    data, sets = ZIPS[zipped](parts), setting(new)
    at_once = with_cells(data, sets)
    chance.shuffle(sets)
    assert with_cells(data, sets) == at_once
    assert with_cells(at_once, sets) == at_once
    one_by_one = data
    for each in sets:
        one_by_one = with_cells(one_by_one, [each])
    assert everything_held(Workbook(one_by_one)) == everything_held(Workbook(at_once))
    assert everything_but(Workbook(one_by_one), new) == everything_but(Workbook(data), new)


def everything_but(workbook: Workbook, places: Collection[str]) -> dict[str, Held]:
    held = {address(*place): of for place, of in everything_held(workbook).items()}
    return {place: of for place, of in held.items() if place not in places}
