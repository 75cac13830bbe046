"""Files that cannot be templates: each one clear fault in lint and in the letters, never a hang."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from eitherway.letters.template.opening import BrokenTemplate
from eitherway.letters.template.template_file import unfit
from eitherway.templates import linter
from eitherway.templates.samples import sample
from tests.letters.template.templates import changed, docx, faults, related, with_parts

GOOD = docx("Dear {{ recipient.greeting }},")
TYPES = "[Content_Types].xml"
MAIN = b"wordprocessingml.document.main+xml"
OPEN_XML, MACROS = b"openxmlformats-officedocument." + MAIN, b"ms-word.document.macroEnabled.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>' + (
    '<w:r><w:instrText>{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def with_field(first: str, rest: str = "") -> bytes:
    """A Word field, whose text Word may spread over runs."""
    return changed(GOOD, "word/document.xml", b"</w:p>", FIELD.format(first, rest).encode())


def merged(content: bytes) -> bytes:
    return linter.merged(content, sample("typical"))


BAD = {
    "empty": (b"", "not-a-docx"),
    "text": (b"hello", "not-a-docx"),
    "RTF": (rb"{\rtf1 hello}", "not-a-docx"),
    "a zip cut off": (GOOD[:800], "not-a-docx"),
    "an old .doc": (OLE, "not-a-docx"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ".dotx": (changed(GOOD, TYPES, MAIN, b"wordprocessingml.template.main+xml"), "not-a-docx"),
    ".docm": (
        changed(GOOD, TYPES, OPEN_XML, MACROS),
        "macro",
    ),
    "a workbook": (changed(GOOD, TYPES, MAIN, b"spreadsheetml.sheet.main+xml"), "not-a-docx"),
    "macros": (related(GOOD, "vbaProject", "vbaProject.bin", mode="Internal"), "macro"),
    "an object": (related(GOOD, "oleObject", "x.bin", mode="Internal"), "macro"),
    "an ActiveX control": (related(GOOD, "control", "activeX.xml", mode="Internal"), "macro"),
    "another document": (related(GOOD, "aFChunk", "x.html", mode="Internal"), "macro"),
    "a picture from the web": (related(GOOD, "image", "http://x.example/pixel.png"), "outside"),
    "a data source": (related(GOOD, "mailMergeSource", "file:///C:/list.mdb", "settings"), "word-field"),
    "a link to a share": (related(GOOD, "hyperlink", r"file://\\server\x"), "outside"),
    "a link that runs": (related(GOOD, "hyperlink", "javascript:alert(1)"), "outside"),
    "DDE": (with_field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'), "outside"),
    "a picture field in pieces": (with_field("INCLUDE", 'PICTURE "http://x.example/a.png"'), "outside"),
    "a field in a field": (with_field("", "QUOTE 68 68 69"), "outside"),
    "a document type": (
        changed(GOOD, "word/document.xml", b"<w:document ", b"<!DOCTYPE w:document><w:document "),
        "not-a-docx",
    ),
    "too much XML": (with_parts(GOOD, {"word/styles.xml": b"<a>" + b" " * 2**20 + b"</a>"}), "too-large"),
    "too much of all": (with_parts(GOOD, {"word/media/a.bmp": bytes(65 * 2**20)}), "too-large"),
    "very many parts": (with_parts(GOOD, {f"x/{n}": b"" for n in range(1001)}), "too-large"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_a_template_is_said_and_never_merged(name: str) -> None:
    content, code = BAD[name]
    assert [each.code for each in unfit(content)][:1] == [code]
    told = faults(content)
    assert told[0].code == code
    assert told[0].message.endswith(".")
    with pytest.raises(BrokenTemplate):
        merged(content)


@pytest.mark.parametrize(
    "content",
    [
        related(GOOD, "hyperlink", "https://example.org"),
        related(GOOD, "hyperlink", "mailto:dana@mail.example"),
        with_field(" PAGE "),
        with_field(' HYPERLINK "https://example.org/link" '),
        with_field(' HYPERLINK \\l "top" '),
    ],
)
def test_links_to_the_web_and_fields_of_the_document_itself_are_fine(content: bytes) -> None:
    assert unfit(content) == []
    assert merged(content)


def test_other_faults_are_told_beside_a_macro() -> None:
    content = related(docx("{{ nmae }}"), "vbaProject", "vbaProject.bin", mode="Internal")
    content = with_parts(content, {"word/vbaProject.bin": b"Sub AutoOpen()"})
    content = changed(content, TYPES, b"</Types>", b'<Default Extension="bin" ContentType="x/y"/></Types>')
    assert [str(fault.code) for fault in faults(content)] == ["macro", "unknown-field"]


def test_a_letter_leaves_out_the_word_template_that_its_template_is_attached_to() -> None:
    attached = related(GOOD, "attachedTemplate", "file:///C:/Users/dana/AppData/My.dotx", "settings")
    attached = changed(
        attached,
        "word/settings.xml",
        b"</w:settings>",
        b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'r:id="rId99"/></w:settings>',
    )
    assert [str(fault.code) for fault in faults(attached)] == ["attached-template"]
    with zipfile.ZipFile(BytesIO(merged(attached))) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert b"attachedTemplate" not in parts
    assert b"dana" not in parts


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["-%}" * 20_000],
        ["{{r " * 20_000],
        ["{% colspan" + " " * 3000 + "x"],
        ["{% colspan" + " " * 400 + "x %}"],
        ["{{ role }}" * 2000],
        ["{% for a in point %}{% for b in point %}" + "x" * 9000 + "{% endfor %}{% endfor %}"],
        ["{% for a in point %}{% endfor %}" * 30],
        ["{% set a = (1, 1) %}" + "{% set a = (a, a) %}" * 40 + "{% if a == a %}x{% endif %}"],
        ["{{ " + "(" * 400 + " }}"],
    ],
)
def test_what_would_take_for_ever_is_refused_at_once(paragraphs: list[str]) -> None:
    content = docx(*paragraphs)
    assert faults(content)
    with pytest.raises(BrokenTemplate):
        merged(content)
