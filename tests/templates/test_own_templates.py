"""Templates of the user's own: they win, cell text is data in them, and a broken one is said."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.template_file import unfit
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Problem
from eitherway.model.records import Letter, LetterState
from tests.conftest import Validate
from tests.letters.merging import own_template, text, write, written
from tests.letters.template.test_template_file import BAD
from tests.letters.workbooks import APPLICATION, TALK, panel, workbook

pytestmark = pytest.mark.slow

RTL = "تحدثنا عن التقارير الورقية وعن שלום"


def letter(point: str = "the reports", **more: object) -> Letter:
    plan, tables = workbook([{**TALK, "What we talked about": point, **more}])
    return plan_letters(plan, tables)[0]


def broken(folder: Path) -> Problem:
    """What is said of the one template there, whose letter must be held and not be written."""
    results, problems = write([letter()], folder)
    assert [result.state for result in results] == [LetterState.HELD]
    assert results[0].letter.held == problems[0]
    assert not list(folder.glob("Letters/**/*"))
    assert (problems[0].code, problems[0].severity) == (Code.BROKEN_TEMPLATE, Severity.ERROR)
    assert '"warm/thank-you.docx"' in problems[0].message
    return problems[0]


def test_ones_own_template_wins_file_by_file(tmp_path: Path) -> None:
    own_template(tmp_path, "Mine: {{ point }}")
    assert text(written(letter(), tmp_path)) == "Mine: the reports\n"
    assert "Dear Rachel Vilsack" in text(written(letter(Step="Check-in"), tmp_path))


@pytest.mark.parametrize(
    "typed",
    [
        "{{ role }} and {% if %}",
        "{_{ and }_} and {_% %_}",
        "R&D <b>bold</b> \"quoted\" 'single'",
        "&amp; &lt; &#123; x",
        "😀 naïve 李小龍",
        RTL,
        "one\ttwo",
        "one\ntwo\nthree",
        "what </w:t></w:r></w:p> means",
        "x" * 30_000,
        "{{ ''.__class__ }} {% for x in range(9) %}",
        "how <w:instrText> DDEAUTO x </w:instrText> is read",
    ],
)
def test_cell_text_comes_out_as_typed(typed: str, tmp_path: Path) -> None:
    own_template(tmp_path, "About {{ point }}!")
    assert text(written(letter(typed), tmp_path)) == f"About {typed}!\n"


@pytest.mark.parametrize(("typed", "shown"), [("a\x00b\x07c\x0cd", "abcd"), ("a\r\nb\rc\x0bd", "a\nb\nc\nd")])
def test_what_no_document_can_hold_is_dropped(typed: str, shown: str, tmp_path: Path) -> None:
    own_template(tmp_path, "About {{ point }}!")
    assert text(written(letter(typed), tmp_path)) == f"About {shown}!\n"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_text_comes_out_as_typed(tmp_path: Path, typed: str) -> None:
    own_template(tmp_path, "About {{ sender.phone }}!")
    one = letter()
    plain = Letter(
        **{name: getattr(one, name) for name in one.__slots__} | {"fields": _with_phone(one, typed)}
    )
    (tmp_path / one.path).unlink(missing_ok=True)
    assert text(written(plain, tmp_path)) == f"About {typed}!\n"


def _with_phone(one: Letter, phone: str) -> dict[str, object]:
    return {**one.fields, "sender": {"name": "Dana", "phone": phone}}


def test_nasty_text_leaves_a_valid_document(tmp_path: Path, validate: Validate) -> None:
    own_template(tmp_path, "About {{ point }}!")
    assert validate(written(letter(f"<w:p> & {{{{ x }}}}\t\x01\n{RTL} 😀"), tmp_path)) == []


def test_word_splits_tags_into_runs_and_curls_quotes(tmp_path: Path) -> None:
    file = own_template(tmp_path)
    document = Document()
    paragraph = document.add_paragraph("Dear {")
    for piece in ("{ recipient", ".name }", "}, {% if company == “Northwind Traders” %}hello{% endif %}"):
        paragraph.add_run(piece).bold = True
    document.save(str(file))
    assert text(written(letter(), tmp_path)) == "Dear Rachel Vilsack, hello\n"


def test_pick_stands_within_a_paragraph_and_around_paragraphs(tmp_path: Path) -> None:
    own_template(
        tmp_path,
        "{% pick %}I’d say “yes”.{% or %}No.{% endpick %}",
        *("{%p pick %}", "First, {{ role }}.", "Still first.", "{%p or %}", "Second.", "{%p endpick %}"),
    )
    plan, tables = workbook(panel("Ann", "Bob"))
    ann, bob = sorted(text(written(each, tmp_path)) for each in plan_letters(plan, tables))
    assert ann == "I’d say “yes”.\n\nFirst, Data Analyst.\n\nStill first.\n"
    assert bob == "No.\n\nSecond.\n"


def test_headers_and_footers_are_merged_too(tmp_path: Path) -> None:
    file = own_template(tmp_path, "Body")
    document = Document(str(file))
    document.sections[0].footer.paragraphs[0].text = "{{ sender.name }}"
    document.save(str(file))
    merged = Document(str(written(letter(), tmp_path)))
    assert merged.sections[0].footer.paragraphs[0].text == "Dana Whitcombe"


@pytest.mark.parametrize(
    ("paragraph", "reason"),
    [
        ("Dear {{ recipient.nmae }},", '"recipient.nmae" is not a field'),
        (
            "Dear {{ recipient.name }",
            'in paragraph 2 ("Dear {{ recipient.name }"): the tag {{ recipient.name } does not end',
        ),
        ("{% if role %}x", "{% if role %} has no {% endif %} after it"),
        ("{{ ''.__class__ }}", "it reaches into the program"),
        ("{% for x in range(9999999999999) %}x{% endfor %}", "a loop runs at most 200 times"),
        ("{% for x in range(5000) %}x{% endfor %}", "a loop runs at most 200 times"),
        ("{% macro f() %}{{ f() }}{% endmacro %}", "letters have no use for macro"),
        ("{{ sender }}", '"sender" is a group of fields, not text'),
        ("{{p point }}", "write {{ instead"),
        ("Hello {{r point }}", "write {{ instead"),
        ("{{ 1 // 0 }}", "letters have no use for floordiv"),
    ],
)
def test_what_is_wrong_in_a_template_is_said(paragraph: str, reason: str, tmp_path: Path) -> None:
    own_template(tmp_path, "Hello", paragraph)
    assert reason in broken(tmp_path).message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a Word document"),
        (b"Dear {{ recipient.name }}", "not a Word document"),
        (b"PK\x03\x04 cut off", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "an old Word document (.doc)"),
    ],
)
def test_a_template_that_is_no_docx_is_said(content: bytes, reason: str, tmp_path: Path) -> None:
    own_template(tmp_path).write_bytes(content)
    assert reason in broken(tmp_path).message


@pytest.mark.parametrize("name", BAD)
def test_a_letter_is_held_for_a_file_that_cannot_be_a_template(name: str, tmp_path: Path) -> None:
    content, _ = BAD[name]
    own_template(tmp_path).write_bytes(content)
    said = r'The letter template "warm/thank-you.docx" cannot be used: (in paragraph \d+ \(".*"\): )?it '
    problem = broken(tmp_path)
    assert re.match(said, problem.message)
    assert str(problem.where) == "letter_templates/warm/thank-you.docx"


def test_a_letter_never_brings_in_anything_from_outside(tmp_path: Path) -> None:
    own_template(tmp_path, "About {{ point }}!")
    file = written(letter('</w:t><w:fldSimple w:instr="DDEAUTO x"/> http://x.example'), tmp_path)
    assert unfit(file.read_bytes()) == []


def test_a_zip_that_is_no_word_file_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(own_template(tmp_path), "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "not a Word document" in broken(tmp_path).message


def test_a_template_that_unpacks_to_very_much_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(own_template(tmp_path, "x"), "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(65 * 2**20))
    assert "too large" in broken(tmp_path).message


def test_one_broken_template_is_said_once_and_the_others_go_on(tmp_path: Path) -> None:
    own_template(tmp_path, "{{ oops }}")
    talks = [
        {**talk, "Step": step}
        for talk, step in zip(panel("Ann", "Bob", "Cy"), ("Thank-you", "Thank-you", "Check-in"), strict=True)
    ]
    results, problems = write(plan_letters(*workbook(talks)), tmp_path)
    assert [result.state for result in results] == [LetterState.HELD, LetterState.HELD, LetterState.WRITTEN]
    assert [problem.code for problem in problems] == [Code.BROKEN_TEMPLATE]


def test_a_tone_without_a_template_falls_back_to_warm_and_says_so(tmp_path: Path) -> None:
    own_template(tmp_path, "A hello for {{ role }}", name="hello")
    plan, tables = workbook([{**TALK, "Tone": "Formal"}], cadence=[{"Step": "Thank-you", "Letter": "hello"}])
    results, problems = write(plan_letters(plan, tables), tmp_path)
    assert [result.state for result in results] == [LetterState.WRITTEN]
    assert [str(problem) for problem in problems] == [
        'Cadence!B2 (Letter): There is no letter template "formal/hello.docx", so "warm/hello.docx" '
        'was used. Choose the tone Warm, or put a "formal/hello.docx" of your own into the folder '
        '"letter_templates" beside the workbook.'
    ]
    assert problems[0].severity is Severity.WARNING


def test_ones_own_template_gives_a_tone_its_words(tmp_path: Path) -> None:
    own_template(tmp_path, "Formally, {{ point }}", tone="formal")
    assert text(written(letter(Tone="Formal"), tmp_path)) == "Formally, the reports\n"


@pytest.mark.parametrize("name", ["no-such-letter", "../warm/thank-you", "thank-you.docx.docx"])
def test_a_letter_without_any_template_is_held(name: str, tmp_path: Path) -> None:
    plan, tables = workbook(cadence=[{"Step": "Thank-you", "Letter": name}])
    results, problems = write(plan_letters(plan, tables), tmp_path)
    assert [result.state for result in results] == [LetterState.HELD]
    assert (problems[0].code, problems[0].severity) == (Code.NO_TEMPLATE, Severity.ERROR)
    assert problems[0].where.cell == "B2"


def test_a_template_may_be_named_with_its_ending(tmp_path: Path) -> None:
    plan, tables = workbook(cadence=[{"Step": "Thank-you", "Letter": "thank-you.docx"}])
    written(plan_letters(plan, tables)[0], tmp_path)


def test_a_page_size_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    file = own_template(tmp_path, "A card")
    document = Document(str(file))
    section = document.sections[0]
    section.page_width, section.page_height = Mm(105), Mm(148)
    document.save(str(file))
    card = Document(str(written(letter(), tmp_path))).sections[0]
    assert (card.page_width, card.page_height) == (section.page_width, section.page_height)


def test_a_company_with_an_ampersand_can_be_asked_for(tmp_path: Path) -> None:
    own_template(tmp_path, '{% if company == "Smith & Sons" %}yes{% else %}no{% endif %}')
    plan, tables = workbook(applications=[{**APPLICATION, "Company": "Smith & Sons"}])
    assert text(written(plan_letters(plan, tables)[0], tmp_path)) == "yes\n"
