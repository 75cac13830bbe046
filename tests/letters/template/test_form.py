"""What lint says of a template's form: everything at once, each at its paragraph and its field."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st

from eitherway.letters.template.faults import Fault
from eitherway.letters.template.shipped import shipped_templates
from eitherway.letters.template.tags import tags
from tests.letters.template.templates import changed, docx, faults, said, saved

SHIPPED = sorted(shipped_templates().glob("*/*.docx"))


def one(*paragraphs: str) -> Fault:
    (fault,) = faults(docx(*paragraphs))
    return fault


def test_all_faults_are_told_at_once_each_at_its_place() -> None:
    template = docx(
        "Dear {{ recipient.greting }},",
        "Good text, {{ role }}.",
        "{% if role %}x",
        "{%p pick %}",
        "one {{ point | uper }}",
        "{%p or %}",
        "two {{ company",
        "{%p endpick %}",
        "{{ ''.__class__ }} {{p point }}",
    )
    assert said(template) == [
        ("unknown-field", 1, "{{ recipient.greting }}"),
        ("unpaired-tag", 3, "{% if role %}"),
        ("unknown-tag", 5, "{{ point | uper }}"),
        ("open-tag", 7, "{{ company"),
        ("forbidden", 9, "{{ ''.__class__ }}"),
        ("whole-paragraph", 9, "{{p point }}"),
    ]


def test_a_fault_reads_well() -> None:
    fault = one("Hello", "Dear {{ recipient.greting }}, it was good to meet you")
    assert str(fault) == (
        'warm/thank-you.docx, paragraph 2 ("Dear {{ recipient.greting }}, it was..."): '
        '"recipient.greting" is not a field. '
        'Did you mean "recipient.greeting"? docs/templates.md lists every field.'
    )


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("{{ recipient name }}", "syntax"),
        ("{{ }}", "syntax"),
        ("{{ role", "open-tag"),
        ("role }}", "open-tag"),
        ("{{ a {{ role }}", "open-tag"),
        ("{% If role %}x{% endif %}", "unknown-tag"),
        ("{% %}", "unknown-tag"),
        ("{% p if role %}", "syntax"),
        ("{% pick now %}a{% endpick %}", "syntax"),
        ("{{ nmae }}", "unknown-field"),
        ("{{ point.upper }}", "unknown-field"),
        ("{{ ''.x }}", "unknown-field"),
        ("{{ sender }}", "unknown-field"),
        ("{{ role | shout }}", "unknown-tag"),
        ("{% if role is nice %}x{% endif %}", "unknown-tag"),
        ("{% if company == ‘O’Brien’ %}x{% endif %}", "curly-quotes"),
        ("{% if company == „Northwind“ %}x{% endif %}", "curly-quotes"),
        ("{% if company == “O’Brien” %}x{% endif %}", "curly-quotes"),
        ("{{ point.upper() }}", "forbidden"),
        ("{{ sender['__class__'] }}", "forbidden"),
        ("{% for x in range(5000) %}x{% endfor %}", "forbidden"),
        ("{% macro f() %}{% endmacro %}", "forbidden"),
        ("{% include 'x' %}", "forbidden"),
        ("{{ 'a' * 1000000000 }}", "forbidden"),
        ("{% or %}", "unpaired-tag"),
        ("{% endif %}", "unpaired-tag"),
        ("{% pick %}a{% endif %}", "unpaired-tag"),
        ("Hello {%p if role %}", "whole-paragraph"),
        ("{{r point }}", "whole-paragraph"),
        ("{%tr if role %}", "whole-paragraph"),
        ("{ company }", "single-braces"),
        ("«Company»", "single-braces"),
        ("{{ " + "x" * 600 + " }}", "syntax"),
    ],
)
def test_a_slip_has_its_code(paragraph: str, code: str) -> None:
    assert code in {fault.code for fault in faults(docx(paragraph))}


@pytest.mark.parametrize(
    "paragraph",
    [
        "{{ role | upper }} {{ sender['name'] }} {{ 'a' if role else 'b' }}",
        "{% if company == “Northwind” %}“Hi”{% else %}no{% endif %}",
        "{% for line in [company, role] %}{{ line }} {{ loop.index }}{% endfor %}",
        "{% set short = role %}{{ short }}",
        "{% pick %}a{% or %}b{% endpick %}",
        "{# a note #} [sic] 100 % {x}",
        "{% if reference is defined and role in ('a', 'b') %}x{% endif %}",
        "{% for n in range(3) %}{{ n }}{% endfor %}",
    ],
)
def test_what_the_language_can_say_is_no_fault(paragraph: str) -> None:
    assert faults(docx(paragraph)) == ()


@pytest.mark.parametrize("template", SHIPPED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_shipped_template_has_no_fault(template: Path) -> None:
    assert faults(template.read_bytes()) == ()


def test_a_tag_split_by_formatting_is_a_warning_and_named_whole() -> None:
    document = Document()
    paragraph = document.add_paragraph("Dear {{ ")
    paragraph.add_run("recipient").bold = True
    paragraph.add_run(".greeting }},")
    assert said(saved(document)) == [("split-tag", 1, "{{ recipient.greeting }}")]


def test_runs_that_look_alike_split_nothing() -> None:
    document = Document()
    paragraph = document.add_paragraph("Dear {{ ")
    for piece in ("recip", "ient.gree", "ting }},"):
        paragraph.add_run(piece)
    assert said(saved(document)) == []


def test_a_tag_that_ends_outside_its_link_is_an_error() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    link = OxmlElement("w:hyperlink")
    paragraph._p.append(link)
    inside = paragraph.add_run("{{ sender")
    link.append(inside._r)
    paragraph.add_run(".email }}")
    assert said(saved(document)) == [("split-tag", 1, "{{ sender.email }}")]


def test_a_tag_between_paragraphs_is_told_at_both() -> None:
    assert [(code, at) for code, at, _ in said(docx("Dear {{ recipient", ".name }},"))] == [
        ("open-tag", 1),
        ("open-tag", 2),
    ]


def test_a_pair_takes_both_paragraphs_away_or_neither() -> None:
    assert said(docx("{%p if role %}", "x", "y{% endif %}")) == [("whole-paragraph", 3, "{% endif %}")]
    (fault,) = faults(docx("a{% if role %}b", "c{% endif %}d"))
    assert (fault.code, fault.severity.value) == ("whole-paragraph", "Warning")


def test_headers_footers_and_tables_are_read_too() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ sender.fone }}"
    document.sections[0].footer.paragraphs[0].text = "{{ dat }}"
    document.add_table(1, 1).cell(0, 0).text = "{{ rol }}"
    told = {fault.where: fault.message for fault in faults(saved(document))}
    assert told == {
        'header paragraph 1 ("{{ sender.fone }}")': '"sender.fone" is not a field.',
        'footer paragraph 1 ("{{ dat }}")': '"dat" is not a field.',
        'paragraph 1 ("{{ rol }}")': '"rol" is not a field.',
    }


def test_words_own_marks_are_told() -> None:
    tracked = changed(docx("Dear x"), "word/document.xml", b"<w:r>", b'<w:ins w:id="1" w:author="A"><w:r>')
    tracked = changed(tracked, "word/document.xml", b"</w:r>", b"</w:r></w:ins>")
    assert [fault.message for fault in faults(tracked)] == [
        "It has tracked changes, which every letter would have."
    ]


def test_a_loop_that_only_a_merge_shows_is_told_then() -> None:
    (fault,) = faults(
        docx("{% for a in recipient.block %}{% for b in point %}{{ a }}{% endfor %}{% endfor %}" * 2)
    )
    assert fault.code == "cannot-merge"


@given(st.text(st.sampled_from("{}%#p rif“’ ax.|\n"), max_size=60))
def test_every_tag_is_found_in_one_pass_over_any_text(text: str) -> None:
    found = list(tags(text))
    assert all(text[tag.start : tag.end] == tag.text for tag in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(tag.text.endswith(("}}", "%}", "#}")) for tag in found if tag.closed)


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ company + }}", "something is missing at its end"),
        ("{{ company role }}", "“role” is one word too many"),
        ("{% if company = role %}", "“=” is one word too many"),
    ],
)
def test_why_a_tag_cannot_be_read_is_said_in_plain_words(tag: str, reason: str) -> None:
    assert f"{tag} cannot be read: {reason}." in [fault.message for fault in faults(docx(tag))]
