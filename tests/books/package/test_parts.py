"""Small changes to the parts around the sheets."""

from __future__ import annotations

import pytest

from eitherway.books.editor.calc_chain import without_cells
from eitherway.books.editor.workbook_xml import recalculated
from eitherway.books.package.archive import Package
from eitherway.books.package.markup import attribute, masked, with_attribute
from eitherway.books.package.parts import as_utf8, encoded, relationships, without_relationship
from eitherway.books.sheet.areas import Area, area, known_area
from eitherway.books.sheet.table_xml import resized
from tests.books.workbooks import packed


@pytest.mark.parametrize(
    ("chain", "gone", "left"),
    [
        ('<c r="A1" i="1"/><c r="A2"/>', ("1", "A2"), '<c r="A1" i="1"/>'),
        ('<c r="A1" i="1"/><c r="A2"/>', ("1", "A1"), '<c r="A2" i="1"/>'),
        ('<c r="A1" i="1"/><c r="A1" i="2"/><c r="A2"/>', ("2", "A1"), '<c r="A1" i="1"/><c r="A2" i="2"/>'),
        ('<c r="A1" i="1"/><c i="1" r="A2" l="1"/>', ("1", "A1"), '<c i="1" r="A2" l="1"/>'),
        ('<c r="A1" i="1"></c ><c r="A2"/>', ("1", "A1"), '<c r="A2" i="1"/>'),
        ('<c r="A1" i="1"/>', ("2", "A1"), '<c r="A1" i="1"/>'),
        ('<c r="A1" i="1"/>', ("1", "A1"), None),
    ],
)
def test_the_calculation_chain_hands_the_sheet_on(
    chain: str, gone: tuple[str, str], left: str | None
) -> None:
    new = without_cells(f"<calcChain>{chain}</calcChain>".encode(), {gone})
    assert new == (None if left is None else f"<calcChain>{left}</calcChain>".encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<calcPr calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        ('<calcPr calcId="1" fullCalcOnLoad="0" />', '<calcPr calcId="1" fullCalcOnLoad="1" />'),
        ('<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'),
        ('<oleSize ref="A1"/>', '<calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>'),
        (
            "<definedNames><x/></definedNames>",
            '<definedNames><x/></definedNames><calcPr fullCalcOnLoad="1"/>',
        ),
    ],
)
def test_excel_is_asked_to_work_out_all_formulas(before: str, after: str) -> None:
    workbook = "<workbook><sheets><sheet/></sheets>{}</workbook>"
    assert recalculated(workbook.format(before).encode()).decode() == workbook.format(after)


def test_the_wish_has_the_workbooks_prefix() -> None:
    new = recalculated(b"<x:workbook><x:sheets></x:sheets></x:workbook>")
    assert new == b'<x:workbook><x:sheets></x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>'


def test_a_table_ends_at_another_row_with_its_filter_and_sort() -> None:
    old = (
        b'<table id="1" ref="B3:K6" name="T"><autoFilter ref="B3:K6"><filterColumn colId="0"/></autoFilter>'
        b'<sortState ref="B4:K6"><sortCondition ref="C4:C6"/></sortState></table>'
    )
    assert resized(old, 9) == old.replace(b"6", b"9")
    assert resized(old, 6) == old


@pytest.mark.parametrize(
    "target", ["xl/page.xml", "/xl/page.xml", "./xl/../xl/page.xml", "xl\\page.xml", "XL/Page.xml"]
)
def test_targets_are_found_however_they_are_spelled(target: str) -> None:
    link = f'<Relationship Id="a" Type="http://purl.oclc.org/ooxml/x/page" Target="{target}"/>'
    outside = '<Relationship Id="b" Type="x/link" Target="http://example.org/" TargetMode="External"/>'
    rels = f'<Relationships xmlns="urn:x">{link}{outside}</Relationships>'
    package = Package(packed({"_rels/.rels": rels, "xl/page.xml": "<x/>"}))
    assert [(found.kind, found.part) for found in relationships(package, "")] == [("page", "xl/page.xml")]


def test_one_relationship_is_taken_out() -> None:
    kept = '<Relationship Id="a" Target="xl/other.xml"/>'
    rels = f"<Relationships>{{}}{kept}</Relationships>"
    old = rels.format('<Relationship Id="b" Target="/xl/calcChain.xml"/>').encode()
    assert without_relationship(old, "calcChain.xml").decode() == rels.format("")


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "iso-8859-1", "utf-8"])
def test_parts_in_other_encodings_come_back_byte_for_byte(name: str) -> None:
    mark = "\ufeff" if name.startswith("utf") else ""
    data = f'{mark}<?xml version="1.0" encoding="{name[:10]}"?><a>é</a>'.encode(name)
    inside, encoding = as_utf8(data)
    assert "é" in inside.decode()
    assert encoded(inside, encoding) == data


def test_characters_that_an_encoding_lacks_become_references() -> None:
    assert encoded("<a>李</a>".encode(), "iso-8859-1") == b"<a>&#26446;</a>"


def test_comments_and_cdata_are_blanked_in_place() -> None:
    xml = b'<?xml version="1.0"?><a><!-- <c/> --><![CDATA[<c/>]]><b/></a>'
    assert masked(xml) == b" " * 21 + b"<a>" + b" " * 29 + b"<b/></a>"
    assert masked(b"<a>!?</a>") == b"<a>!?</a>"


@pytest.mark.parametrize(
    ("tag", "after"),
    [
        (b'<a r="1"/>', b'<a r="2"/>'),
        (b"<a x='>' r = '1' >", b"<a x='>' r = '2' >"),
        (b"<a/>", b'<a r="2"/>'),
        (b"<a x=\" r='1'\" >", b'<a x=" r=\'1\'" r="2" >'),
    ],
)
def test_one_attribute_is_set(tag: bytes, after: bytes) -> None:
    assert with_attribute(tag, "r", "2") == after
    assert attribute(after, "r") == "2"


def test_areas() -> None:
    assert area("$B$3:$K$6") == Area(3, 2, 6, 11)
    assert str(area("b3")) == "B3"
    assert [known_area(text) for text in ("A:B", "", None, "A0x")] == [None] * 4
    assert area("A1:B2").overlaps(area("B2:C3"))
    assert not area("A1:B2").overlaps(area("C1:C9"))
