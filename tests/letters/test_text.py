"""The text of a letter, whoever wrote or changed it: what a reader sees, from the salutation on."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from eitherway.letters.text import Paragraph, UnreadableLetter, as_shown, text_of, text_of_plain
from tests.conftest import Convert
from tests.letters.merging import CASES, planned, written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TEXT_BOX = f"""
<w:p xmlns:w="{W}" xmlns:mc="{MC}"><w:r><w:t>Anchor</w:t><mc:AlternateContent>
<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""


def letter(*paragraphs: str) -> bytes:
    """A .docx of these paragraphs, each the content of its `w:p`."""
    document = Document()
    for paragraph in paragraphs:
        content = paragraph if paragraph.startswith("<") else f"<w:r><w:t>{paragraph}</w:t></w:r>"
        document.element.body.insert_element_before(
            parse_xml(f'<w:p xmlns:w="{W}">{content}</w:p>'), "w:sectPr"
        )
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_part(docx: bytes, name: str, content: str) -> bytes:
    saved = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(saved, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return saved.getvalue()


def test_the_head_ends_where_the_salutation_begins() -> None:
    read = text_of(letter("Dana Whitcombe", "", "Rachel Vilsack", "Dear Rachel,", "Thank you.", "Dana"))
    assert read.head == "Dana Whitcombe\n\nRachel Vilsack"
    assert read.text == "Dear Rachel,\n\nThank you.\n\nDana"
    assert read.paragraphs == (Paragraph(1, 0, 12), Paragraph(2, 14, 24), Paragraph(3, 26, 30))
    assert read.paragraph_at(15) == Paragraph(2, 14, 24)


def test_a_salutation_is_found_by_its_style_in_any_language_of_word() -> None:
    styled = '<w:pPr><w:pStyle w:val="Anrede"/></w:pPr><w:r><w:t>Rachel</w:t></w:r>'
    plain = letter("Dana", styled, "Thank you.")
    named = '<w:style w:styleId="Anrede"><w:name w:val="Salutation"/></w:style>'
    style = f'<w:styles xmlns:w="{W}">{named}</w:styles>'
    assert text_of(with_part(plain, "word/styles.xml", style)).head == "Dana"
    assert text_of(plain).head == ""


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<w:r><w:t>Tha</w:t></w:r><w:r><w:t>nks</w:t></w:r>", "Thanks"),
        ("<w:r><w:t>a</w:t></w:r><w:r><w:t> b</w:t></w:r>", "ab"),
        ('<w:r><w:t>a</w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r>', "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ("<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t>it is</w:t></w:r>", "it is"),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:r><w:t>new</w:t></w:r>", "new"),
        ("<w:ins><w:r><w:t>yes</w:t></w:r></w:ins><w:moveTo><w:r><w:t>!</w:t></w:r></w:moveTo>", "yes!"),
        ("<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>Monday</w:t></w:r>", "Monday"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>Monday</w:t></w:r></w:fldSimple>', "Monday"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r>", "seen"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "seen"),
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>port re\u00adport</w:t></w:r>", "report report"),
        ("<w:r><w:t>10\u00a0years</w:t><w:noBreakHyphen/><w:t>old</w:t></w:r>", "10 years-old"),
        ("<w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>", "field"),
        ("<w:r><w:t>Zoe\u0308</w:t></w:r>", "Zoë"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(content: str, shown: str) -> None:
    assert text_of(letter("Dear Ann,", content)).text == f"Dear Ann,\n\n{shown}"


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Thank you</w:t></w:r>"
    following = '<w:r><w:t xml:space="preserve"> for it.</w:t></w:r>'
    assert text_of(letter("Dear Ann,", deleted, following)).text == "Dear Ann,\n\nThank you for it."


def test_tables_and_text_boxes_are_read_once_and_in_their_place() -> None:
    document = Document()
    document.add_paragraph("Dear Ann,")
    document.add_table(1, 2).cell(0, 1).text = "in a table"
    document.element.body.insert_element_before(parse_xml(TEXT_BOX), "w:sectPr")
    saved = BytesIO()
    document.save(saved)
    assert text_of(saved.getvalue()).text == "Dear Ann,\n\nin a table\n\nAnchor\n\nboxed"


ENTITY = f'''<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>
<w:document xmlns:w="{W}"><w:body>&e;</w:body></w:document>'''


@pytest.mark.parametrize(
    ("docx", "why"),
    [
        (b"", "not a Word document"),
        (b"PK\x05\x06" + bytes(18), "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old .doc file or has a password"),
        (with_part(letter("x"), "word/document.xml", "<w:document"), "damaged"),
        (with_part(letter("x"), "word/document.xml", ENTITY), "document type"),
        (with_part(letter("x"), "word/document.xml", " " * (64 * 2**20 + 1)), "too large"),
    ],
    ids=("empty", "no parts", "old", "cut off", "entity", "large"),
)
def test_a_file_that_is_no_letter_is_refused_with_the_reason(docx: bytes, why: str) -> None:
    with pytest.raises(UnreadableLetter, match=why):
        text_of(docx)


def test_plain_text_is_parted_at_empty_lines() -> None:
    read = text_of_plain("Dana\r\n\r\nDear Ann,\r\n \r\nThank you\r\nfor it.\r\n")
    assert (read.head, read.text) == ("Dana", "Dear Ann,\n\nThank you\nfor it.")


def test_without_a_salutation_all_of_it_is_text() -> None:
    assert text_of_plain("Thank you.\n\nDana").text == "Thank you.\n\nDana"


@pytest.mark.parametrize("case", CASES[:3], ids=lambda case: case.stem)
def test_what_libreoffice_saved_again_reads_the_same(
    case: Path, tmp_path: Path, libreoffice: Convert
) -> None:
    file = written(planned(case), tmp_path)
    read, again = text_of(file.read_bytes()), text_of(libreoffice(file, "docx").read_bytes())
    assert read.text.startswith("Dear ")
    assert again == read


def test_what_is_shown_keeps_the_words() -> None:
    assert as_shown("re\u00adport\u00a0by Zoe\u0308\u200b") == "report by Zoë"


def test_controls_are_not_seen_as_in_the_letter() -> None:
    assert as_shown("a \x01\x1f b\tc\n") == "a  b\tc\n"
