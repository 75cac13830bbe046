"""File names that every system takes, and no path used twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from unicodedata import is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eitherway.letters.owed.paths import safe_folder, safe_name, stems, step_names

DAY = date(2026, 11, 16)
FORBIDDEN = re.compile(r'[<>:"/\\|?*#%\x00-\x1f\x7f]')
WEIRD = st.text(st.sampled_from('aZ. ~/\\:<>|?*"#%[]\t\n\x00é\u0301\u202e\ufffe\ud800中😀ß'), max_size=300)
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"
}
NAMES = (
    st.text(max_size=120) | WEIRD | st.sampled_from(["CON", "nul.txt", "COM1", "../../x", "", "...", "~$a"])
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Northwind Traders", "Northwind Traders"),
        ("Müller & Söhne GmbH", "Müller & Söhne GmbH"),
        ('AC/DC: "Live"?', "AC-DC- -Live--"),
        ("C# 100%", "C- 100-"),
        ("Yahoo [Japan]", "Yahoo (Japan)"),
        ("../../x", "-..-x"),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("COM¹", "_COM¹"),
        ("Console Ltd.", "Console Ltd"),
        ("  two\n lines\t", "two lines"),
        ("gnp\u202excod.exe", "gnpxcod.exe"),
        ("Zoe\u0308", "Zoë"),
        ("...", "_"),
        ("", "_"),
        ("中" * 100, "中" * 40),
        ("😀" * 100, "😀" * 20),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(typed: str, name: str) -> None:
    assert safe_name(typed) == name


@given(NAMES, st.integers(8, 60))
@example("CONOUT$ x", 8)
@example("A\b\N{COMBINING GRAVE ACCENT}", 8)
def test_any_text_becomes_a_name_that_windows_takes(typed: str, limit: int) -> None:
    name = safe_name(typed, limit)
    assert name
    assert not FORBIDDEN.search(name)
    assert name.partition(".")[0].rstrip().upper() not in DEVICES
    assert name == name.strip(" .")
    assert is_normalized("NFC", name)
    assert len(name.encode("utf-16-le")) <= 2 * limit
    assert safe_name(name, limit) == name


@pytest.mark.parametrize(
    ("setting", "folder"),
    [
        ("Letters", "Letters"),
        ("", ""),
        (".", ""),
        ("./Job search/Letters/", "Job search/Letters"),
        ("Job search\\Letters", "Job search/Letters"),
        ("..", None),
        ("Letters/../../x", None),
        ("/tmp/letters", None),
        ("\\\\server\\share", None),
        ("C:\\Letters", None),
        ("C:Letters", None),
    ],
)
def test_the_letters_folder_lies_within_the_workbooks(setting: str, folder: str | None) -> None:
    assert safe_folder(setting) == folder


def test_steps_get_distinct_names_without_spaces() -> None:
    names = step_names(["Thank-you", "Last note", "last-note", "Call / ring", "Last note"])
    assert names == {
        "Thank-you": "thank-you",
        "Last note": "last-note",
        "last-note": "last-note-2",
        "Call / ring": "call---ring",
    }


def test_what_collides_gets_the_role_and_then_a_number() -> None:
    rows = [
        ("Acme", "Ann Bell", "Clerk"),
        ("ACME", "ann bell", "Clerk"),
        ("Acme", "Ann Bell", "Clerk"),
        ("Acme", "Ann Bell", "Driver"),
        ("Acme", "Ann Bell", ""),
        ("Acme", "Bob", "Clerk"),
    ]
    assert _stems(rows) == [
        "Acme/2026-11-16 Ann Bell",
        "ACME/2026-11-16 ann bell (Clerk)",
        "Acme/2026-11-16 Ann Bell (Clerk, 3)",
        "Acme/2026-11-16 Ann Bell (Driver)",
        "Acme/2026-11-16 Ann Bell (2)",
        "Acme/2026-11-16 Bob",
    ]


def test_a_row_added_below_moves_no_letter() -> None:
    rows = [("Acme", "Ann Bell", "Clerk"), ("Acme", "Ann Bell", "Driver")]
    assert _stems([*rows, ("Acme", "Ann Bell", "Clerk")])[:2] == _stems(rows)


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=8))
@example([("CON", "../../x", "a/b"), ("con", "..\\..\\X", "A/B")])
def test_no_two_letters_share_a_path_and_none_leaves_the_folder(rows: list[tuple[str, str, str]]) -> None:
    steps = step_names(["Thank-you", "- thank-you", "Last note", "last note"]).values()
    paths = [PurePosixPath(f"{stem} - {step}.docx") for stem in _stems(rows) for step in steps]
    assert len({str(path).casefold() for path in paths}) == len(paths)
    for path in paths:
        assert len(path.parts) == 2
        assert ".." not in path.parts
        assert not any(FORBIDDEN.search(part) for part in path.parts)
        assert len(str(path).encode("utf-16-le")) <= 2 * 160


def test_ten_thousand_rows_alike_are_told_apart_at_once() -> None:
    rows = [("Acme", "Ann Bell", "Clerk")] * 10_000
    assert len(set(_stems(rows))) == 10_000


def _stems(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    companies, interviewers, roles = ([row[at] for row in rows] for at in range(3))
    return stems(companies, [DAY] * len(rows), interviewers, roles)
