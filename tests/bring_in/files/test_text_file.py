"""Bytes of a text file as rows, whatever program wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.bring_in.files.text_file import NoText, decoded, rows_of
from eitherway.words.formulas import defused

TEXT = "Firma;Ort\r\nMüller & Söhne;Köln\r\nGroß;Zürich\r\n"
ROWS = [["Firma", "Ort"], ["Müller & Söhne", "Köln"], ["Groß", "Zürich"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_encodings(encoding: str) -> None:
    text, said = decoded(TEXT.encode(encoding))
    assert [row for row in rows_of(text) if row] == ROWS
    assert said == ()


def test_lines_in_two_encodings_are_each_read_in_their_own() -> None:
    data = "Köln\n".encode() + "Zürich\n".encode("cp1252")
    assert decoded(data)[0] == "Köln\nZürich\n"


def test_a_zero_byte_is_left_out_and_told() -> None:
    text, said = decoded(b"Company,Role\n" * 20 + b"Ac\0me,Analyst\n")
    assert text.endswith("Acme,Analyst\n")
    assert said == ("1 zero byte was left out: no text holds them.",)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(NoText):
        decoded(b"\x00\x01\x02abc" * 100)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str) -> None:
    lines = [["Company", "Notes"], ["Acme", "one, two; three"], ["Beta", "a | b"]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    assert rows_of(text) == lines


def test_excels_own_word_for_the_separator() -> None:
    assert rows_of("sep=;\na,b;c\n")[0] == ["a,b", "c"]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    text = 'Company,Notes\nAcme,"open\n' + "Beta,x\n" * 99
    assert len(rows_of(text)) > 99


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30).map(str.strip))
def test_what_is_exported_for_a_spreadsheet_comes_back(text: str) -> None:
    guarded = defused(text)
    assert not guarded.startswith(("=", "+", "-", "@"))
    quoted = guarded.replace('"', '""')
    assert rows_of(f'a,b\n"{quoted}",c\n')[1][0] == text
