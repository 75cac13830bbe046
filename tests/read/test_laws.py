"""Laws of reading: it takes any cell, and neither the order of columns nor blank rows matter."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.check import check
from eitherway.model.problems import IncompleteWorkbook
from eitherway.model.tables import RawTable, Tables
from eitherway.read.workbook import read_tables
from tests.read.raw import workbook

WORDS = st.sampled_from(
    [
        *(
            "Mei Chen",
            "mei chen",
            "Ana Silva and Tom Brown",
            "Hiring Manager",
            "Northwind",
            "Thank-you",
            "Email",
        ),
        *(
            "2026-11-16",
            "11/16/2026",
            "Nov 16, 2026",
            "soon",
            "5",
            "-5",
            "Interview",
            "Previous step",
            "Your name",
        ),
        *("Country", "Rejected", "\n", "\u00a0", "\u200b", ",", "(", "- - -", "/", "&"),
    ]
)
CELLS = st.one_of(
    st.just(""),
    st.none(),
    WORDS,
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
AS_OF = date(2026, 11, 20)


@st.composite
def filled(draw: st.DrawFn, *names: str) -> dict[str, RawTable]:
    raw = workbook()
    for name in names:
        width = len(raw[name].columns)
        rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4))
        raw[name] = replace(raw[name], rows=rows)
    return raw


@settings(max_examples=60, deadline=None)
@given(filled("Applications", "Interviewers", "Interviews", "Settings", "Days off"))
def test_any_cells_can_be_read_and_checked(raw: dict[str, RawTable]) -> None:
    tables, problems = read_tables(raw)
    for problem in [*problems, *check(tables, AS_OF)]:
        assert problem.where.sheet in {table.sheet for table in raw.values()}
        assert problem.message.endswith(".")
        assert problem.fix.endswith(".")


@settings(max_examples=30, deadline=None)
@given(filled("Cadence"))
def test_any_cadence_can_be_read_or_asks_for_its_columns(raw: dict[str, RawTable]) -> None:
    with suppress(IncompleteWorkbook):
        tables, _ = read_tables(raw)
        check(tables, AS_OF)
        assert {f"{step} sent" for step in tables.cadence["Step"] if step} <= set(tables.interviews)


@settings(max_examples=30, deadline=None)
@given(filled("Interviews", "Interviewers"), st.randoms(use_true_random=False))
def test_the_order_of_columns_does_not_matter(raw: dict[str, RawTable], random: Random) -> None:
    shuffled = {name: _shuffled(table, random) for name, table in raw.items()}
    (before, said), (after, said_after) = read_tables(raw), read_tables(shuffled)
    _assert_same(before, after)
    assert [(each.code, each.where.row, each.where.column) for each in said] == [
        (each.code, each.where.row, each.where.column) for each in said_after
    ]


@settings(max_examples=30, deadline=None)
@given(filled("Applications", "Interviews"), st.integers(0, 4))
def test_blank_rows_do_not_matter(raw: dict[str, RawTable], at: int) -> None:
    wider = {name: _with_blank_row(table, at) for name, table in raw.items()}
    (before, said), (after, said_after) = read_tables(raw), read_tables(wider)
    _assert_same(before, after, but="row")
    assert [str(each.message) for each in said] == [str(each.message) for each in said_after]


def _shuffled(table: RawTable, random: Random) -> RawTable:
    order = list(range(len(table.columns)))
    random.shuffle(order)
    rows = [[row[i] for i in order] for row in table.rows]
    return replace(table, columns=tuple(table.columns[i] for i in order), rows=rows)


def _with_blank_row(table: RawTable, at: int) -> RawTable:
    rows = list(table.rows)
    rows.insert(at, ["", " ", *[""] * (len(table.columns) - 2)])
    return replace(table, rows=rows)


def _assert_same(before: Tables, after: Tables, but: str = "") -> None:
    for one, other in zip(before[:5], after[:5], strict=True):
        pd.testing.assert_frame_equal(one.drop(columns=but or []), other.drop(columns=but or []))
    assert before.settings == after.settings
