"""Templates as Word, LibreOffice and others make them: what is done to them before they are merged."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from eitherway.letters.template.opening import BrokenTemplate
from eitherway.templates import linter
from eitherway.templates.samples import sample
from tests.conftest import Convert, Validate
from tests.letters.template.templates import changed, docx, faults, related, saved, with_parts

BODY, SETTINGS, TYPES = "word/document.xml", "word/settings.xml", "[Content_Types].xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GREETING = "Dear {{ recipient.greeting }},"
NAME = "Mei Chen"


def letter(content: bytes, size: str = "typical") -> bytes:
    return linter.merged(content, sample(size))


def texts(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(letter(content))).paragraphs]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def codes(content: bytes) -> list[str]:
    return [str(each.code) for each in faults(content)]


def bound(text: str) -> bytes:
    """A content control that shows the document's Company, with this text in it."""
    control = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Company"/>'
        '<w:dataBinding w:xpath="/ns0:Properties[1]/ns0:Company[1]" '
        'w:storeItemID="{6668398D-A668-4E3E-A5EB-62B293D839F1}"/></w:sdtPr><w:sdtContent><w:r><w:t>'
        f"{text}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    return changed(docx(GREETING), BODY, b"<w:sectPr", f"{control}<w:sectPr".encode())


def test_a_bound_control_shows_what_is_typed_in_it() -> None:
    content = bound("At {{ company }}")
    merged = part(letter(content), BODY)
    assert "dataBinding" not in merged
    assert "At Northwind" in merged
    assert "data-bound" in codes(content)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_the_page_shows_it_too(tmp_path: Path, libreoffice: Convert) -> None:
    """LibreOffice prints the property where the control is bound."""
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Company>Old Company</Company></Properties>"
    )
    content = with_parts(bound("At {{ company }}"), {"docProps/app.xml": app.encode()})
    file = tmp_path / "letter.docx"
    file.write_bytes(letter(content))
    page = libreoffice(file, "txt:Text").read_text(encoding="utf-8-sig")
    assert "At Northwind" in page
    assert "Old Company" not in page


@pytest.mark.parametrize(
    ("typed", "shows"),
    [
        ("I came. {%- if role %} I saw.{% endif %} I left.", "I came. I saw. I left."),
        ("I came. {%- if not role %} I saw. {% endif -%} I left.", "I came. I left."),
        ("I {%- if not role %} no {% else %}do {% endif -%} go.", "I do go."),
        ("I {%- if role %} do {% else %}no {% endif -%} go.", "I do go."),
        ("I came {%- if role %}, saw{% endif %} and left.", "I came, saw and left."),
        ("See {{ company -}} , please {#- soon -#} .", "See Northwind, please."),
        ("A {%- if not role %}{%- if company %} x {% endif -%}{% endif -%} B", "A B"),
        ("{%+ if role %}I came.{%+ endif %} I left.", "I came. I left."),
        ("I came. {% if role -%} I saw. {%- endif %} I left.", "I came. I saw. I left."),
        ("Off paper. {#- a note -#} I would.", "Off paper. I would."),
        ("Hello {{- ' ' if 0 else company -}} there", "Hello Northwind there"),
        ("By {{- company }}.", "By Northwind."),
        ("{%- if role %}I would.{% endif -%}", "I would."),
        ("A {%- set x = 1 -%} B", "A B"),
    ],
)
def test_a_dash_takes_spaces_away_but_never_the_last_between_two_words(typed: str, shows: str) -> None:
    content = docx("First. ", typed, " Last.")
    assert shows in " ".join(" ".join(texts(content)).split())


@pytest.mark.parametrize("before", ["Thank you.", "Thank you for the tour of the plant, and the long talk."])
def test_no_sentence_vanishes(before: str) -> None:
    text = " ".join(texts(docx(f"{before} {{%- if role -%}} I saw it. {{%- endif -%}} It was good.")))
    assert before in text
    assert "I saw it." in text
    assert "It was good." in text


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Dear Mei,", "{%- if role -%}", "x", "{%- endif -%}", "y"),
        ("I came.", "{%- if role %}I saw.{% endif %}"),
    ],
)
def test_a_dash_that_glues_paragraphs_is_an_error_at_its_paragraph(paragraphs: tuple[str, ...]) -> None:
    content = docx(*paragraphs)
    (first, *_) = [each for each in faults(content) if each.code == "whole-paragraph"]
    assert first.message.startswith("The dash in {%- if role")
    assert first.where.startswith("paragraph 2")
    assert first.fix.startswith("Write {%p if role %}")
    with pytest.raises(BrokenTemplate, match="glues its paragraph"):
        letter(content)


def field(said: str, shows: str = "3 March 2025", pieces: int = 1) -> bytes:
    """A Word field with its last result; its text may stand in several runs."""
    size = -(-len(said) // pieces)
    codes_ = "".join(
        f'<w:r><w:instrText xml:space="preserve">{said[at : at + size]}</w:instrText></w:r>'
        for at in range(0, len(said), size)
    )
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    new = f"{begin}{codes_}{middle}<w:r><w:t>{shows}</w:t></w:r>{end}</w:p>"
    return changed(docx("On "), BODY, b"</w:p>", new.encode())


@pytest.mark.parametrize(
    ("said", "what", "instead"),
    [
        ("MERGEFIELD First_Name", '"First_Name"', "{{ recipient.given }}"),
        ("mergefield Firmenname", '"Firmenname"', "{{ company }}"),
        ("MERGEFIELD „Straße“ \\* MERGEFORMAT", "Straße", "{{ recipient.address }}"),
        ('MERGEFIELD "Last Name" \\* Upper', '"Last Name"', "{{ recipient.family }}"),
        ("ADDRESSBLOCK \\f x", "ADDRESSBLOCK", "{{ recipient.block }}"),
        ("GREETINGLINE", "GREETINGLINE", "Dear {{ recipient.greeting }},"),
        ("NEXT", "NEXT", "each letter goes to one person"),
        ("IF a = b c d", "IF", "{% if reference %}"),
        ('DATE \\@ "d MMMM yyyy"', "DATE", "{{ date }}"),
        ("savedate", "SAVEDATE", "{{ date }}"),
        ("DOCPROPERTY Company", "DOCPROPERTY Company", "{{ company }}"),
    ],
)
@pytest.mark.parametrize("pieces", [1, 3])
def test_what_word_would_fill_in_is_told_and_holds_the_letter(
    said: str, what: str, instead: str, pieces: int
) -> None:
    content = field(said, pieces=pieces)
    (fault,) = [each for each in faults(content) if each.code == "word-field"]
    assert what in fault.message
    assert instead in fault.fix
    with pytest.raises(BrokenTemplate):
        letter(content)


@pytest.mark.parametrize(
    "said",
    [
        'TOC \\o "1-3"',
        "SEQ Figure",
        "FORMTEXT",
        "FORMCHECKBOX",
        "PAGE",
        "REF _Ref1",
        'HYPERLINK "https://a.example"',
    ],
)
def test_what_brings_in_nothing_from_outside_stays(said: str) -> None:
    content = field(said, shows="1")
    assert not {"word-field", "outside"} & set(codes(content))
    assert "On " in part(letter(content), BODY)


def with_endnote() -> bytes:
    inside = "<w:p><w:r><w:t>At {{ company }}</w:t></w:r></w:p>"
    note = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="1">{inside}</w:endnote></w:endnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
    content = related(docx(GREETING), "endnotes", "endnotes.xml", mode="Internal")
    content = with_parts(content, {"word/endnotes.xml": note.encode()})
    entry = f'<Override PartName="/word/endnotes.xml" ContentType="{kind}"/></Types>'
    content = changed(content, TYPES, b"</Types>", entry.encode())
    return changed(content, BODY, b"</w:p>", b'<w:r><w:endnoteReference w:id="1"/></w:r></w:p>')


def test_pages_are_counted_without_endnotes() -> None:
    """LibreOffice gives those a page of their own."""
    content = with_endnote()
    assert "endnoteReference" in part(letter(content), BODY)
    pages = linter.read_template("thank-you.docx", content).pages()
    assert pages
    assert not any("endnoteReference" in part(page, BODY) for page in pages)


def test_a_tag_in_an_endnote_is_merged() -> None:
    content = with_endnote()
    assert "At Northwind" in part(letter(content), "word/endnotes.xml")
    wrong = changed(content, "word/endnotes.xml", b"company", b"compny")
    assert [each.where for each in faults(wrong) if each.code == "unknown-field"] == [
        'endnotes paragraph 1 ("At {{ compny }}")'
    ]


@pytest.mark.parametrize(
    "address", ["mailto:{{ recipient.email }}", "mailto:%7B%7B%20recipient.email%20%7D%7D"]
)
def test_a_tag_in_a_links_address_is_merged(address: str) -> None:
    content = related(docx(GREETING), "hyperlink", address)
    links = part(letter(content), "word/_rels/document.xml.rels")
    assert f'Target="mailto:{sample("typical").fields["recipient"]["email"]}"' in links  # type: ignore[index]  # a mapping
    assert "{{" not in links


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("mailto:{{ recipient.emial }}", "unknown-field"),
        ("mailto:%7B%7B recipient.emial %7D%7D", "unknown-field"),
        ("mailto:{{ recipient.email", "open-tag"),
        ("{{ recipient.email }}", "outside"),
    ],
)
def test_a_fault_in_a_links_address_is_told(address: str, code: str) -> None:
    content = related(docx(GREETING), "hyperlink", address)
    assert code in codes(content)
    with pytest.raises(BrokenTemplate):
        letter(content)


@pytest.mark.parametrize("name", ["charts/chart1", "diagrams/data1"])
def test_a_tag_in_a_chart_holds_the_letter(name: str) -> None:
    drawn = b"<c xmlns:a='urn:a'><a:t>{{ comp</a:t><a:t>any }}</a:t></c>"
    content = with_parts(
        related(docx(GREETING), "chart", f"{name}.xml", mode="Internal"), {f"word/{name}.xml": drawn}
    )
    assert "not-filled-in" in codes(content)
    with pytest.raises(BrokenTemplate, match="chart or in SmartArt"):
        letter(content)


@pytest.mark.parametrize("which", ["keywords", "category", "content_status"])
def test_a_tag_in_other_properties_of_the_core_is_told(which: str) -> None:
    document = Document(BytesIO(docx(GREETING)))
    setattr(document.core_properties, which, "{{ company }}")
    assert "not-filled-in" in codes(saved(document))


def test_a_tag_in_the_properties_is_told() -> None:
    app = "<Properties><Company>{{ company }}</Company></Properties>"
    (fault,) = [
        each
        for each in faults(with_parts(docx(GREETING), {"docProps/app.xml": app.encode()}))
        if each.code == "not-filled-in"
    ]
    assert "{{ company }} in the document's properties (Company)" in fault.message


def by_another_writer() -> bytes:
    """Core properties under the relationship type that newer LibreOffice writes."""
    return changed(
        docx(GREETING),
        "_rels/.rels",
        b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    )


def test_relationship_types_of_other_writers() -> None:
    with warnings.catch_warnings(action="error"):
        merged = letter(by_another_writer())
    with zipfile.ZipFile(BytesIO(merged)) as archive:
        assert [name for name in archive.namelist() if "core" in name] == ["docProps/core.xml"]
    assert part(merged, "_rels/.rels").count("core-properties") == 1


OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("_rels/.rels", b"http://schemas.openxmlformats.org/OfficeDocument/2006/relationships"),
        (
            "word/_rels/document.xml.rels",
            b"http://schemas.openxmlformats.org/officedocument/2006/relationships",
        ),
        ("word/_rels/document.xml.rels", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ],
)
def test_other_relationships_of_theirs(name: str, types: bytes) -> None:
    with warnings.catch_warnings(action="error"):
        merged = letter(changed(docx(GREETING), name, OFFICE, types))
    with zipfile.ZipFile(BytesIO(merged)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
    assert types.decode() not in part(merged, name)


@pytest.mark.validator
def test_their_letters_are_valid(tmp_path: Path, validate: Validate) -> None:
    for content in (by_another_writer(), bound("{{ company }}"), justified()):
        file = tmp_path / "letter.docx"
        file.write_bytes(letter(content))
        assert validate(file) == []


def test_a_link_to_a_part_that_is_missing_stops_nothing() -> None:
    content = related(docx(GREETING), "webSettings", "webSettings.xml", mode="Internal")
    assert texts(content)[0].startswith("Dear ")


def justified() -> bytes:
    return changed(docx("{{ recipient.block }}"), BODY, b"<w:p>", b'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>')


def test_lines_of_a_justified_paragraph_are_not_stretched() -> None:
    assert "doNotExpandShiftReturn" in part(letter(justified()), SETTINGS)
    assert "doNotExpandShiftReturn" not in part(letter(docx("{{ recipient.block }}")), SETTINGS)


@pytest.mark.parametrize("tag", ['{%p if role != "5%" %}', '{%p if role != "{x}" %}'])
def test_what_docxtpl_cuts_off_is_told_at_its_paragraph(tag: str) -> None:
    content = docx("a", tag, "b", "{%p endif %}")
    (fault,) = [each for each in faults(content) if each.code == "syntax"]
    assert fault.where.startswith("paragraph 2")
    assert "is cut off" in fault.message
    with pytest.raises(BrokenTemplate):
        letter(content)


def test_a_minus_is_no_dash() -> None:
    (fault,) = [each for each in faults(docx("At {{ - company }}.")) if each.code == "forbidden"]
    assert fault.paragraph == 1


def test_a_no_break_space_in_a_tag_is_a_space() -> None:
    content = docx("{%p\u00a0if role %}", "I\u00a0would.", "{%p\u00a0endif\u00a0%}")
    assert "syntax" not in codes(content)
    assert texts(content) == ["I\u00a0would."]


def test_a_smart_tag_inside_a_field_merges_and_is_no_error() -> None:
    field_ = (
        '<w:r><w:t xml:space="preserve">At {{ </w:t></w:r><w:smartTag w:uri="u" w:element="place">'
        "<w:r><w:t>com</w:t></w:r></w:smartTag><w:r><w:t>pany }}</w:t></w:r></w:p>"
    )
    content = changed(docx("x"), BODY, b"</w:p>", field_.encode())
    assert "split-tag" not in codes(content)
    assert texts(content) == ["xAt Northwind"]


@pytest.mark.parametrize(
    ("guess", "ours"),
    [
        ("first_name", "recipient.given"),
        ("my_name", "sender.name"),
        ("FirstName", "recipient.given"),
        ("hiring_manager", "recipient.name"),
        ("job_title", "recipient.title"),
        ("position", "role"),
        ("recipient.first_name", "recipient.given"),
        ("today", "date"),
    ],
)
def test_a_guess_at_a_fields_name_is_answered_with_ours(guess: str, ours: str) -> None:
    (fault,) = [each for each in faults(docx(f"{{{{ {guess} }}}}")) if each.code == "unknown-field"]
    assert fault.fix.startswith(f"Write {{{{ {ours} }}}}.")
