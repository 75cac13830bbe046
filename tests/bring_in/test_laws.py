"""Laws over trackers that nobody wrote: no text is lost, and a second import adds nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.bring_in import telling
from eitherway.bring_in.bringing import bring
from eitherway.bring_in.cells.kinds import NO, YES
from eitherway.bring_in.cells.people import NOBODY
from eitherway.bring_in.cells.values import BLANKS
from eitherway.bring_in.files.grids import Grid
from eitherway.bring_in.joining.join import join
from eitherway.model.tables import RawTable
from tests.bring_in.outcomes import WAYS, empty_tables

SAYS_NOTHING = YES | NO | BLANKS | NOBODY
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüßéñø", min_size=4, max_size=12).filter(
    lambda word: word.casefold() not in SAYS_NOTHING
)
DAYS = st.integers(0, 300).map(lambda days: (date(2026, 1, 1) + timedelta(days)).isoformat())
COLUMNS = {
    "Company": WORDS,
    "Role": WORDS,
    "Status": st.sampled_from(["Applied", "Rejected", "Offer", "Lorem", "👻"]),
    "Applied on": DAYS,
    "Interview": DAYS,
    "Interviewer": st.tuples(WORDS, WORDS).map(lambda pair: " ".join(pair).title()),
    "Follow up date": DAYS,
    "Email": WORDS.map(lambda word: f"{word.encode('ascii', 'ignore').decode() or 'x'}@mail.example"),
    "Notes": WORDS,
    "Mood": WORDS,
    "Phone": st.integers(10**8, 10**9).map(lambda number: f"+49 {number}"),
}


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    headers = ["Company", "Role", *draw(st.lists(st.sampled_from(list(COLUMNS)[2:]), unique=True))]
    empty = st.just("")
    rows = draw(
        st.lists(
            st.tuples(*(COLUMNS[name] if i < 2 else empty | COLUMNS[name] for i, name in enumerate(headers))),
            min_size=1,
            max_size=6,
        )
    )
    return Grid("tracker", [headers, *map(list, rows)])


@pytest.fixture(scope="module")
def tables() -> Mapping[str, RawTable]:
    return empty_tables()


@settings(deadline=None, max_examples=40)
@given(grid=grids())
def test_no_text_is_lost(grid: Grid, tables: Mapping[str, RawTable]) -> None:
    brought = bring([grid], {}, WAYS)
    joined = join(brought, tables)
    data = telling.as_json(Path("b.xlsx"), brought, joined, created=True, dry_run=False, update=False)
    told = json.dumps(data["added"], ensure_ascii=False).casefold()
    for row in grid.rows[1:]:
        for header, cell in zip(grid.rows[0], row, strict=True):
            if header != "Status":
                assert all(word in told for word in str(cell).casefold().split()), (header, cell)
