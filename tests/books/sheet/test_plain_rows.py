"""Rows that need no XML parser: only what is well-formed, and spelled as nearly all programs do."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.books.sheet.plain_rows import plain_rows

HEAD = '<worksheet xmlns="m" xmlns:x14ac="x"><dimension ref="A1"/><sheetData>'
TAIL = "</sheetData></worksheet>"
PLAIN = (
    '<row r="1"><c r="A1"/></row>',
    '<row r="2" spans="1:3" ht="15" customHeight="1" x14ac:dyDescent="0.25">'
    '<c r="A2" s="1" t="s"><v>7</v></c></row>',
    '<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve"> a &amp; b </t></is></c>'
    '<c r="Z3"><v>1</v></c></row>',
    '<row r="4"><c r="A4" t="str"><f>HYPERLINK(&quot;a&quot;)</f><v>Zoë 李 😀</v></c></row>',
    '<row r="5"/>',
    "",
)
NOT_PLAIN = (
    '<row r="1"><c r="A2"/></row>',
    '<row r="1"><c s="1" r="A1"/></row>',
    '<row r="1"><c r="A1" r="A1"/></row>',
    '<row r="1" ht="1" ht="1"></row>',
    '<row r="1"><c r="A1"><v>1</v></row>',
    '<row r="1"><c r="A1"><v>&#0;</v></c></row>',
    '<row r="1"><c r="A1"><v>&nbsp;</v></c></row>',
    '<row r="1"><c r="A1"><v>a]]>b</v></c></row>',
    '<row r="1"><c r="A1"><v>\a</v></c></row>',
    '<row r="1"><c r="A1"><v>\uffff</v></c></row>',
    '<row r="1"><!-- --><c r="A1"/></row>',
    '<row r="1"><x:c r="A1"/></row>',
    '<row r="1"><c r="AAA1"/></row>',
    '<row r="1"><c r="A1"/></row> ',
)


def sheet(rows: str) -> bytes:
    return f"{HEAD}{rows}{TAIL}".encode()


@pytest.mark.parametrize("row", PLAIN)
def test_what_programs_write_is_plain(row: str) -> None:
    found = plain_rows(sheet(row))
    assert found is not None
    assert ElementTree.fromstring(found.around).tag == "{m}worksheet"


@pytest.mark.parametrize("row", NOT_PLAIN)
def test_what_is_spelled_otherwise_or_is_no_xml_is_left_to_the_parser(row: str) -> None:
    assert plain_rows(sheet(row)) is None


def test_rows_are_where_they_stand() -> None:
    data = sheet("".join(PLAIN))
    found = plain_rows(data)
    assert found is not None
    assert [row.number for row in found.rows] == [1, 2, 3, 4, 5]
    (second,) = found.rows.at(2)
    assert data[second.inner : second.close] == b'<c r="A2" s="1" t="s"><v>7</v></c>'
    assert data[second.close : second.end] == b"</row>"
    (last,) = found.rows.at(5)
    assert (data[last.start : last.end], last.inner, last.close) == (b'<row r="5"/>', last.end, last.end)
    assert found.width == 26


@pytest.mark.parametrize(("column", "width"), [("AB", 78), ("BZ", 78), ("CA", 702), ("ZZ", 702)])
def test_more_columns_than_letters_are_plain_too(column: str, width: int) -> None:
    found = plain_rows(sheet(f'<row r="1"><c r="A1"/></row><row r="2"><c r="{column}2"/></row>'))
    assert found is not None
    assert ([row.number for row in found.rows], found.width) == ([1, 2], width)


def test_bytes_that_are_no_utf_8_are_left_to_the_parser() -> None:
    assert plain_rows(sheet(PLAIN[3]).replace("ë".encode(), b"\xeb")) is None


@pytest.mark.parametrize("before", ["<!-- <sheetData> -->", "<x:sheetData xmlns:x='m'></x:sheetData>"])
def test_only_the_first_rows_of_the_sheet_count(before: str) -> None:
    assert plain_rows(sheet(PLAIN[0]).replace(b"<dimension", f"{before}<dimension".encode())) is None


@given(st.lists(st.sampled_from([*PLAIN, *NOT_PLAIN, "<", "&", '"', "]]>", "</row>"]), max_size=4), st.data())
def test_plain_rows_are_well_formed(pieces: list[str], data: st.DataObject) -> None:
    """Whatever is taken, cut and put together anyhow, a parser takes as well."""
    text = "".join(pieces)
    at = data.draw(st.integers(0, len(text)))
    whole = sheet(
        text[:at] + data.draw(st.sampled_from(["", "\0", "<c", 'r="1"', "&lt;", "é", ">"])) + text[at:]
    )
    if plain_rows(whole) is not None:
        ElementTree.fromstring(whole)


def test_a_prefix_in_a_text_is_no_prefix_in_use() -> None:
    plain = b"<worksheet><sheetData>%s</sheetData></worksheet>"
    found = plain_rows(plain % b'<row r="1"><c r="A1" t="str"><v>the x14ac: prefix</v></c></row>')
    assert found is not None
    assert found.around == plain % b""
    used = plain_rows(plain % b'<row r="1"/><row r="2" x14ac:dyDescent="1"/>')
    assert used is not None
    assert used.around == plain % b'<row x14ac:dyDescent="0"/>'
