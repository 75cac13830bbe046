"""What stands on the Dashboard: plain values in its tables, and charts that stay on them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from eitherway.books.closed.book import ClosedBook
from eitherway.model.dashboard import DASHBOARD
from eitherway.model.insight import DAYS, GROUPS, NO_GROUPS, NO_SILENCE, NOTHING_YET, SILENCES, STAGES
from eitherway.run import run
from eitherway_workbook import build, example

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9)  # noqa: DTZ001 - a workbook holds no time zone

Rows = Mapping[str, Sequence[Mapping[str, object]]]


def flagged(path: Path, rows: Rows) -> Path:
    build(path, rows)
    run(ClosedBook(path), TODAY, now=NOW, letters=False)
    return path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flagged(tmp_path_factory.mktemp("dashboard") / "demo.xlsx", example(TODAY))


def table(path: Path, name: str) -> list[list[object]]:
    """The cells of one of the Dashboard's tables, below its headers."""
    sheet = openpyxl.load_workbook(path)["Dashboard"]
    left, top, right, bottom = range_boundaries(sheet.tables[f"Dashboard_{name}"].ref)
    return [[cell.value for cell in row] for row in sheet.iter_rows(top + 1, bottom, left, right)]


def filled(path: Path, name: str) -> list[list[object]]:
    return [row for row in table(path, name) if any(cell is not None for cell in row)]


def test_the_figures_of_the_demo(demo: Path) -> None:
    assert table(demo, "search") == [[datetime(2026, 11, 20), 11, 8, 17, 2]]  # noqa: DTZ001 - as above
    assert table(demo, "work") == [[8, 25, 12, 4, 12]]
    assert [row[0] for row in table(demo, "words")] == [
        *("How far", "Sources", "Industries", "Answers", "Silence", "Letters")
    ]
    assert table(demo, "words")[0][1] == (
        "11 applications: 10 came to an interview, 5 to a second one, 2 to an offer."
    )
    assert table(demo, "funnel") == [
        ["Applied", 11, 100],
        ["Interview", 10, 91],
        ["Second interview", 5, 45],
        ["Offer", 2, 18],
        ["Accepted", 1, 9],
    ]
    assert table(demo, "answers")[:3] == [[4, 21], [8, 42], [12, 57]]
    assert table(demo, "followed") == [
        ["Thank-you", 13, 1, 5, 1],
        ["Check-in", 0, 0, 2, 1],
        ["Last note", 0, 0, 1, 1],
    ]
    assert table(demo, "weeks")[-1][1:] == [1, 0, 0, 0]
    since = datetime(2026, 10, 2)  # noqa: DTZ001 - as above
    assert table(demo, "silence")[0] == [49, since, "Due", "Fernbank - Insights Lead"]


def test_fewer_than_five_have_no_rate_and_the_last_row_holds_the_rest(demo: Path) -> None:
    assert table(demo, "sources")[0] == ["Job board", 3, 3, 0, "3 of 3"]
    assert table(demo, "industries")[-1] == ["4 others", 4, 3, 1, "3 of 4"]


def test_five_have_a_rate(tmp_path: Path) -> None:
    applications = [
        {"Company": f"Firm {n}", "Role": "Analyst", "Status": "Offer" if n else "Applied", "Source": " fair"}
        for n in range(5)
    ]
    book = flagged(tmp_path / "five.xlsx", {"Applications": applications})
    assert filled(book, "sources") == [["fair", 5, 4, 1, 80]]
    assert filled(book, "industries") == [[NO_GROUPS, None, None, None, None]]


def test_an_empty_one_says_what_will_stand_there(empty: Path, tmp_path: Path) -> None:
    """As it is drawn, and as the first run leaves it: labels alone."""
    after = flagged(tmp_path / "after.xlsx", {})
    for book in (empty, after):
        assert [row[1] for row in table(book, "words")] == [*NOTHING_YET]
        assert table(book, "funnel") == [[stage, None, None] for stage in STAGES]
        assert table(book, "answers") == [[day, None] for day in DAYS]
        assert [row[1:] for row in table(book, "followed")] == [[None] * 4] * 3
        assert [row[1:] for row in table(book, "weeks")] == [[None] * 4] * 12
        assert filled(book, "sources") == [[NO_GROUPS, None, None, None, None]]
        assert filled(book, "silence") == [[NO_SILENCE, None, None, None]]
    texts = [cell.value for row in openpyxl.load_workbook(empty)["Dashboard"].iter_rows() for cell in row]
    assert "A column for each week, from your first letter on" in texts


@pytest.mark.parametrize("rows", [{}, example(TODAY)], ids=["empty", "demo"])
def test_no_table_ever_changes_its_size_so_that_charts_stay_on_them(tmp_path: Path, rows: Rows) -> None:
    book = tmp_path / "book.xlsx"
    build(book, rows)
    drawn = _refs(book)
    run(ClosedBook(book), TODAY, now=NOW, letters=False)
    assert _refs(book) == drawn
    assert len(drawn) == len(DASHBOARD)
    assert len(table(book, "sources")) == GROUPS
    assert len(table(book, "silence")) == SILENCES


def _refs(path: Path) -> dict[str, str]:
    return {each.displayName: each.ref for each in openpyxl.load_workbook(path)["Dashboard"].tables.values()}


def test_no_formula_stands_on_it(demo: Path) -> None:
    sheet = openpyxl.load_workbook(demo)["Dashboard"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_every_chart_says_in_words_what_it_shows_and_has_its_table_below(demo: Path) -> None:
    with ZipFile(demo) as archive:
        drawings = [name for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
        told = re.findall(r'name="Chart [0-9]+" descr="([^"]*)"', archive.read(drawings[0]).decode())
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/")]
    assert len(told) == len(charts) == 4
    assert told[0] == (
        "Chart: a bar for each stage, with the applications that ever reached it. "
        "Its figures stand in the table Stage, Applications, Of all right below it."
    )
    ranges = {found for chart in charts for found in re.findall(r"<c:f>Dashboard!(\S+?)</c:f>", chart)}
    areas = [range_boundaries(ref) for ref in _refs(demo).values()]
    for found in ranges:
        left, top, right, bottom = range_boundaries(found.replace("$", ""))
        assert any(a <= left and b <= top and right <= c and bottom <= d for a, b, c, d in areas), found


def test_no_chart_lies_over_a_table_or_over_another_chart(demo: Path) -> None:
    sheet = openpyxl.load_workbook(demo)["Dashboard"]
    charts = [
        (
            chart.anchor._from.col + 1,
            chart.anchor._from.row + 1,
            chart.anchor.to.col + 1,
            chart.anchor.to.row + 1,
        )
        for chart in sheet._charts  # openpyxl shows them nowhere else
    ]
    areas = [range_boundaries(each.ref) for each in sheet.tables.values()]
    assert len(charts) == 4
    for at, one in enumerate(charts):
        for other in [*areas, *charts[at + 1 :]]:
            apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
            assert apart, (one, other)


def test_a_search_without_source_is_told(tmp_path: Path) -> None:
    """The column may be missing altogether, as in a workbook that was cut down."""
    book = tmp_path / "book.xlsx"
    build(book, {"Applications": [{"Company": "N", "Role": "A", "Status": "Applied", "Source": "fair"}]})
    opened = openpyxl.load_workbook(book)
    sheet = opened["Applications"]
    header = next(cell for cell in sheet[2] if cell.value == "Source")
    header.value = "Found through"
    for column in sheet.tables["Applications"].tableColumns:
        column.name = "Found through" if column.name == "Source" else column.name
    opened.save(book)
    run(ClosedBook(book), TODAY, now=NOW, letters=False)
    assert table(book, "words")[1][1] == (
        "Applications has no column Source: add one, and fill it in, to see which brings interviews."
    )


def test_a_workbook_without_the_dashboards_tables_is_left_alone(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    build(book, {"Applications": [{"Company": "N", "Role": "A", "Status": "Applied"}]})
    opened = openpyxl.load_workbook(book)
    del opened["Dashboard"]
    opened.create_sheet("Dashboard")["A1"] = "mine"
    opened.save(book)
    run(ClosedBook(book), TODAY, now=NOW, letters=False)
    sheet = openpyxl.load_workbook(book)["Dashboard"]
    assert [cell.value for row in sheet.iter_rows() for cell in row] == ["mine"]


def test_a_table_of_the_users_own_with_such_a_name_is_left_alone(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    build(book, {})
    opened = openpyxl.load_workbook(book)
    del opened["Dashboard"]
    sheet = opened.create_sheet("Mine")
    for row in (["Source", "Why"], ["fair", "they come back"]):
        sheet.append(row)
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Dashboard_sources", ref="A1:B2"))
    opened.save(book)
    run(ClosedBook(book), TODAY, now=NOW, letters=False)
    sheet = openpyxl.load_workbook(book)["Mine"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Source", "Why"],
        ["fair", "they come back"],
    ]


def test_the_next_day_only_what_changed_changes(demo: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(demo.read_bytes())
    assert list(run(ClosedBook(book), TODAY, now=NOW, letters=False).edits) == []
    assert book.read_bytes() == demo.read_bytes()
    run(ClosedBook(book), TODAY + timedelta(days=1), now=NOW, letters=False)
    assert [row[0] for row in table(book, "silence")[:2]] == [50, 18]
