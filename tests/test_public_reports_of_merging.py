"""Reports on other mail merges and on values in cells, tried here as in test_public_reports."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import numpy as np
import pytest
from docx import Document

from eitherway.books.closed.cells import CellSet, with_cells
from eitherway.books.editor.raw_tables import raw_tables
from eitherway.books.editor.workbook import Workbook
from eitherway.templates import linter
from eitherway.templates.convert.converting import convert
from eitherway.templates.samples import sample
from tests.books.workbooks import excel_parts, packed
from tests.letters.template.templates import docx
from tests.templates.test_convert import becomes, field, letter, merge, part, simple, text

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def shows(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(linter.merged(content, sample("typical")))).paragraphs]


@pytest.mark.parametrize("holder", ["mc:Choice", "mc:Fallback"])
def test_a_merge_field_in_a_text_box(holder: str) -> None:
    """unidoc/unioffice#290"""
    box = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><{holder}><w:pict><v:textbox xmlns:v="urn:schemas-'
        f'microsoft-com:vml"><w:txbxContent><w:p>{merge("Company")}</w:p></w:txbxContent></v:textbox></w:pict>'
        f"</{holder}></mc:AlternateContent></w:r>"
    )
    made = convert(letter(box + text("At ") + merge("Company")), {})
    assert part(made, "word/document.xml").count("{{ company }}") == 2
    assert "MERGEFIELD" not in part(made, "word/document.xml")


def test_a_text_box_before_a_merge_field() -> None:
    """opensagres/xdocreport#328"""
    box = (
        '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>'
        f"{text('Box')}</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    assert becomes(box + text("At ") + merge("Company")) == ["At {{ company }}"]


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("MERGEFIELD  Ref \\b ( \\f )  \\* MERGEFORMAT", "{% if reference %}({{ reference }}){% endif %}"),
        ('MERGEFIELD email \\b "Email: "', "{% if recipient.email %}Email: {{ recipient.email }}{% endif %}"),
    ],
)
def test_text_before_and_after(said: str, ours: str) -> None:
    """Bouke/docx-mailmerge#40"""
    assert becomes(field(said)) == [ours]


def test_a_paragraph_break_in_the_code() -> None:
    """Bouke/docx-mailmerge#40"""
    begin, end = field('MERGEFIELD Company \\f "|"').split("|")
    broken = f'{begin}</w:instrText></w:r></w:p><w:p><w:r><w:instrText xml:space="preserve">{end}'
    assert becomes(broken, text("Dear you")) == ["{{ company }}", "Dear you"]


@pytest.mark.parametrize("name", ["Company Name", '"Company Name"', "Company_Name"])
def test_names_with_spaces(name: str) -> None:
    """Bouke/docx-mailmerge#54, #55"""
    assert becomes(merge(name)) == ["{{ company }}"]


def test_an_empty_line_of_an_address_is_left_out() -> None:
    """plutext/docx4j#133"""
    lines = [merge("Name"), merge("Company"), simple("MERGEFIELD Address_1"), simple("MERGEFIELD Address_2")]
    made = convert(letter(*lines), {}).docx
    fields = {**sample("typical").fields}
    assert "{{ recipient.block }}" in part(convert(letter(*lines), {}), "word/document.xml")
    (block,) = shows(made)
    assert str(fields["company"]) in block
    assert "\n\n" not in block


def test_every_field_is_found() -> None:
    """Bouke/docx-mailmerge#10, #32"""
    fields = [field(f" MERGEFIELD  {name} ", pieces=3) for name in ("title", '"name"', "ID")]
    made = convert(letter(*fields), {})
    assert made.names == ("title", "name", "ID")
    assert [each.fields for each in made.turned] == [("title",), ("name",)]
    assert len(made.left) == 1


def test_a_name_of_ones_own() -> None:
    """elapouya/python-docx-template#573"""
    assert shows(docx('{% set mine = "Hello" %}{{ mine }}')) == ["Hello"]


@pytest.mark.parametrize("value", [np.int32(3), np.int64(3), np.datetime64("2026-12-24"), np.array(["a"])])
def test_a_value_of_numpy_is_refused_by_its_type(value: object) -> None:
    """xlwings/xlwings#19, #661, #732"""
    with pytest.raises(TypeError, match="a cell cannot hold a value of the type"):
        with_cells(packed(excel_parts()), [CellSet("My interviews", "B4", value)])  # type: ignore[arg-type]  # no cell value


def test_a_length_of_time_is_one() -> None:
    """xlwings/xlwings#492, #1991; pyexcel/pyexcel-xls#49"""
    new = with_cells(packed(excel_parts()), [CellSet("My interviews", "B4", timedelta(hours=30))])
    assert next(raw_tables(Workbook(new))).rows[1][0] == timedelta(hours=30)
