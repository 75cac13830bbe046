"""Letters of Word's mail merge made templates: what becomes what, what the letter then says, what is left."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from eitherway.letters.template.form import form
from eitherway.model.problems import CannotAct
from eitherway.templates import linter
from eitherway.templates.convert.converting import Converted, convert, unknown_field
from eitherway.templates.samples import sample
from tests.conftest import Validate
from tests.letters.template.templates import RELATIONSHIPS, changed, docx, related, with_parts

BODY = "word/document.xml"


def text(said: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>'


def field(said: str, shows: str = "Old", pieces: int = 1) -> str:
    """A complex field, its code in several runs, its result in bold."""
    size = -(-len(said) // pieces)
    code = "".join(
        f'<w:r><w:instrText xml:space="preserve">{said[at : at + size]}</w:instrText></w:r>'
        for at in range(0, len(said), size)
    )
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{code}{middle}<w:r><w:rPr><w:b/></w:rPr><w:t>{shows}</w:t></w:r>{end}"


def simple(said: str) -> str:
    return f'<w:fldSimple w:instr="{said}"><w:r><w:rPr><w:b/></w:rPr><w:t>Old</w:t></w:r></w:fldSimple>'


def merge(name: str, pieces: int = 1) -> str:
    return field(f" MERGEFIELD  {name}  \\* MERGEFORMAT ", pieces=pieces)


def letter(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    return changed(docx(), BODY, b"<w:sectPr", f"{body}<w:sectPr".encode())


def texts(content: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(content)).paragraphs]


def merged(content: bytes) -> list[str]:
    return texts(linter.merged(content, sample("typical")))


def becomes(*paragraphs: str, asked: Mapping[str, str] | None = None) -> list[str]:
    return texts(convert(letter(*paragraphs), asked or {}).docx)


@pytest.mark.parametrize("pieces", [1, 3, 7])
@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("First_Name", "recipient.given"),
        ('"Last Name"', "recipient.family"),
        ("COMPANYNAME", "company"),
        ("Prénom", "recipient.given"),
        ("Vorname", "recipient.given"),
        ("Anrede", "recipient.honorific"),
        ("HiringManager_E-mail", "recipient.email"),
        ("Straße", "recipient.address"),
        ("Position", "role"),
        ("Job ID", "reference"),
    ],
)
def test_a_merge_field_becomes_ours_by_its_name(name: str, ours: str, pieces: int) -> None:
    assert becomes(text("At ") + merge(name, pieces) + text(".")) == [f"At {{{{ {ours} }}}}."]
    assert becomes(simple(f" mergefield {name.replace(chr(34), '&quot;')} ")) == [f"{{{{ {ours} }}}}"]


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("MERGEFIELD Company \\* Upper", "{{ company | upper }}"),
        ("MERGEFIELD Company \\* FirstCap", "{{ company }}"),
        ('MERGEFIELD Ref \\b "Re: " \\f "."', "{% if reference %}Re: {{ reference }}.{% endif %}"),
        ('DATE \\@ "d MMMM yyyy"', "{{ date }}"),
        ("SAVEDATE", "{{ date }}"),
        ('ADDRESSBLOCK \\f "«_TITLE0_ »"', "{{ recipient.block }}"),
        ('GREETINGLINE \\f "x" \\l 1033', "Dear {{ recipient.greeting }},"),
        ("DOCPROPERTY Company", "{{ company }}"),
    ],
)
def test_other_fields_and_switches(said: str, ours: str) -> None:
    assert becomes(field(said)) == [ours]


@pytest.mark.parametrize(
    ("paragraphs", "shows"),
    [
        ([merge("First_Name") + text(" ") + merge("Last_Name")], ["Mei Chen"]),
        ([text("Dear ") + merge("Title") + text(" ") + merge("LastName") + text(",")], ["Dear Mei,"]),
        ([text("Dear ") + merge("First_Name") + text(",")], ["Dear Mei,"]),
        ([text("To ") + merge("Title") + text(" ") + merge("Name")], ["To Mei Chen"]),
    ],
)
def test_names_that_stand_together_are_one(paragraphs: list[str], shows: list[str]) -> None:
    """Apart, somebody without a typed honorific would be greeted with a gap."""
    assert merged(convert(letter(*paragraphs), {}).docx) == shows


def test_the_lines_of_an_address_are_one_field() -> None:
    lines = (
        merge("First_Name") + text(" ") + merge("Last_Name"),
        simple("MERGEFIELD Job_Title"),
        merge("Company"),
        merge("Address_Line_1"),
        merge("City") + text(", ") + merge("State") + text("  ") + simple("MERGEFIELD ZIP"),
    )
    assert becomes(merge("Today"), *lines, text("Dear you")) == [
        "{{ date }}",
        "{{ recipient.block }}",
        "Dear you",
    ]


def test_an_address_by_itself_and_with_line_breaks() -> None:
    one = merge("Street") + "<w:r><w:br/></w:r>" + merge("PLZ") + text(" ") + merge("Ort")
    assert becomes(text("I live near ") + one + text(".")) == ["I live near {{ recipient.address }}."]


def test_a_part_of_an_address_alone_is_left() -> None:
    made = convert(letter(text("In "), text("I like ") + merge("City") + text(".")), {})
    (left,) = made.left
    assert (left.paragraph, '--map "City=FIELD"' in left.fix) == (2, True)


def test_what_is_in_other_cells_stays_apart() -> None:
    cells = "".join(f"<w:tc><w:p>{merge(name)}</w:p></w:tc>" for name in ("First_Name", "Last_Name"))
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl><w:sectPr"
    made = convert(changed(docx(), BODY, b"<w:sectPr", table.encode()), {})
    assert [each.becomes for each in made.turned] == ["{{ recipient.given }}", "{{ recipient.family }}"]


def test_the_look_of_the_result_is_kept() -> None:
    for one in (merge("Company"), simple("MERGEFIELD Company")):
        (paragraph,) = Document(BytesIO(convert(letter(one), {}).docx)).paragraphs
        assert [(run.text, run.bold) for run in paragraph.runs] == [("{{ company }}", True)]


def test_a_result_of_several_paragraphs_goes() -> None:
    begin, end = field("ADDRESSBLOCK", shows="|").split("<w:t>|</w:t></w:r>")
    long = begin + "<w:t>Old</w:t></w:r></w:p><w:p>" + text("Town") + "</w:p><w:p>" + end
    assert becomes(long, text("Dear you")) == ["{{ recipient.block }}", "Dear you"]


NESTED = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    + merge("Gender")
    + '<w:r><w:instrText> = "M" "Mr" "Ms" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + text("Mr")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_what_cannot_be_turned_is_left_and_told_with_its_paragraph() -> None:
    made = convert(letter(merge("Company"), text("Dear ") + NESTED, field("NEXT"), merge("Salary")), {})
    assert [(each.paragraph, each.field.split()[0]) for each in made.left] == [
        (2, "IF"),
        (3, "NEXT"),
        (4, "MERGEFIELD"),
    ]
    assert "{% if reference %}" in made.left[0].fix
    assert "one person" in made.left[1].fix
    assert '--map "Salary=FIELD"' in made.left[2].fix


def test_a_field_in_the_code_of_a_link_is_left() -> None:
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "mailto:</w:instrText></w:r>'
        + merge("Email")
        + '<w:r><w:instrText>"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + merge("Email")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    made = convert(letter(link), {})
    assert [each.becomes for each in made.turned] == ["{{ recipient.email }}"]
    assert len(made.left) == 1


def test_what_the_user_says_wins_and_stays_apart() -> None:
    asked = {"first name": "recipient.name", "Salary": "reference"}
    both = merge("First_Name") + text(" ") + merge("Last_Name") + merge("Salary")
    assert becomes(both, asked=asked) == ["{{ recipient.name }} {{ recipient.family }}{{ reference }}"]


@pytest.mark.parametrize("name", ["Title", "Date", "Phone", "HiringManagerFirstName", "Contact"])
def test_what_has_several_readings_is_a_guess(name: str) -> None:
    (one,) = convert(letter(merge(name)), {}).turned
    assert not one.is_sure
    (named,) = convert(letter(merge(name)), {name: "company"}).turned
    assert named.is_sure


def test_headers_text_boxes_and_notes_too() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "x"
    content = BytesIO()
    document.save(content)
    header = changed(
        content.getvalue(), "word/header1.xml", b"<w:r><w:t>x</w:t></w:r>", merge("Company").encode()
    )
    made = convert(header, {})
    new = Document(BytesIO(made.docx))
    assert new.sections[0].header.paragraphs[0].text == "{{ company }}"
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>'
        f"{merge('Company')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert "{{ company }}" in part(convert(letter(box), {}), BODY)


def part(made: Converted, name: str) -> str:
    with zipfile.ZipFile(BytesIO(made.docx)) as archive:
        return archive.read(name).decode()


def tied() -> bytes:
    """A letter that is tied to its list, as Word saves it."""
    content = related(
        letter(text("At ") + merge("Company")), "mailMergeSource", "file:///C:\\list.csv", "settings"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.mailMergeRecipientData+xml"
    content = changed(
        content,
        "[Content_Types].xml",
        b"</Types>",
        f'<Override PartName="/word/recipientData.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    content = changed(
        content,
        "word/settings.xml",
        b"<w:zoom",
        b'<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:zoom',
    )
    one = f'<Relationship Id="rId98" Type="{RELATIONSHIPS}/recipientData" Target="recipientData.xml"/>'
    content = changed(
        content,
        "word/_rels/settings.xml.rels",
        b"</Relationships>",
        one.encode() + b"</Relationships>",
    )
    return with_parts(content, {"word/recipientData.xml": b"<x/>"})


def test_the_list_of_addresses_is_let_go() -> None:
    told = [each.message for each in form(tied(), sample("typical").fields).faults]
    assert "It is tied to a list of addresses of Word's mail merge." in told
    made = convert(tied(), {})
    assert not form(made.docx, sample("typical").fields).faults
    with zipfile.ZipFile(BytesIO(made.docx)) as archive:
        assert "word/recipientData.xml" not in archive.namelist()
        assert b"recipientData" not in archive.read("[Content_Types].xml")
    assert merged(made.docx) == ["At Northwind"]


def test_what_comes_out_is_valid(tmp_path: Path, validate: Validate) -> None:
    file = tmp_path / "new.docx"
    made = convert(tied(), {})
    file.write_bytes(made.docx)
    assert validate(file) == []
    file.write_bytes(linter.merged(made.docx, sample("typical")))
    assert validate(file) == []


def test_what_is_no_letter_of_a_mail_merge() -> None:
    with pytest.raises(CannotAct, match="no field of Word's mail merge"):
        convert(letter(text("Dear {{ recipient.greeting }},") + field("PAGE")), {})
    with pytest.raises(CannotAct, match="not a Word document"):
        convert(b"PK", {})


def test_our_fields_names_are_checked() -> None:
    assert unknown_field("company") == ""
    assert "recipient.given" in unknown_field("recipient.first_name")
    assert "group of fields" in unknown_field("recipient")
    assert unknown_field("company }} {{ x")
