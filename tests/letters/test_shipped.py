"""The shipped templates: what they say, how they look, and that they are made of the texts beside them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from docx import Document

from eitherway.letters.merge.dressing import PAPERS
from eitherway.letters.owed.papers import A4, LETTER
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.shipped import shipped_templates
from eitherway.letters.text import text_of
from eitherway.model.codes import Severity
from eitherway.model.letter_kinds import KINDS
from eitherway.proof.prose.manuscript import Known
from eitherway.proof.text import Proofreader
from eitherway.proof.text.asking import asks
from eitherway.proof.text.copies import near_copies
from tests.conftest import Convert, Validate
from tests.letters.merging import CASES, planned, text, written
from tests.letters.panel_of_eight import (
    DATA,
    EIGHT,
    LANGUAGES,
    OF_EACH_TONE,
    PANELS,
    TONES,
    Panel,
    documents,
    letters,
    manuscripts,
    settings,
    texts,
)
from tests.letters.workbooks import DANA, panel, workbook

pytestmark = pytest.mark.slow

ASKING = tuple(kind for kind in KINDS if kind != "after-no")
TEMPLATES = sorted(shipped_templates().glob("*/*.docx"))

ON_PAPER = re.compile(
    r"(letter|copy|text)\b.*\bon its way|by (mail|post)|in the (mail|post)|(mailed|posted) you|real letters"
)
LEFTOVER = re.compile(r"[{}%\[\]_]|\bnone\b|\bnan\b|xxx|  |\(\)| [.,;:?]|[.,;:?]{2}", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.?!])\s+")
US_ONLY, UK_ONLY = r"\b(honor|favor|favorite|inquiry|mail\b)", r"\b(honour|favour|favourite|enquiry|post\b)"

PROOFREAD = (("en-US", "short"), ("en-GB", "long"))  # between them, every word of every template
each_panel = pytest.mark.parametrize("panel", PANELS, ids=str)
each_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: f"{path.parent.name} {path.stem}"
)


def test_each_tone_has_each_kind() -> None:
    kinds = [f"{kind}{'.email' * (channel == 'Email')}" for kind, channel in OF_EACH_TONE]
    assert {(path.parent.name, path.stem) for path in TEMPLATES} == {*product(TONES, kinds)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_merged_letter_reads_as_its_golden_text(case: Path, tmp_path: Path) -> None:
    assert text(written(planned(case), tmp_path)) == case.with_suffix(".txt").read_text("utf-8")


@each_panel
def test_every_letter_greets_by_name_is_signed_and_leaves_nothing_open(panel: Panel) -> None:
    for letter, body in zip(letters(panel), texts(panel), strict=True):
        lines = body.split("\n\n")
        assert lines[0] == f"Dear {letter.fields['recipient']['greeting']},"  # type: ignore[index]  # a mapping
        assert lines[-1 - (panel.channel == "Email")] == settings(panel).your_name
        assert not LEFTOVER.search(body.replace(str(letter.fields["company"]), "Company")), body
        assert len(body.split()) <= 180
        assert re.findall(UK_ONLY if panel.language == "en-US" else US_ONLY, body) == []


@each_panel
def test_every_wording_asks_for_the_job_and_for_an_answer_but_after_a_no(panel: Panel) -> None:
    for manuscript in manuscripts(panel):
        body = manuscript.text
        assert not [*asks(manuscript, Known())], body
        assert body.count("let me know either way") == (panel.kind in ASKING), body


@each_panel
def test_no_two_of_a_panel_of_eight_read_the_same_sentence(panel: Panel) -> None:
    for one, other in combinations(map(_sentences, documents(panel)), 2):
        assert not {*one} & {*other}


@each_panel
def test_no_two_of_a_panel_are_near_copies(panel: Panel) -> None:
    assert near_copies(manuscripts(panel)) == [[]] * len(EIGHT)


@pytest.mark.parametrize(
    "panel", [each for each in PANELS if (each.language, each.data) in PROOFREAD], ids=str
)
def test_the_proofreader_has_nothing_to_say(panel: Panel) -> None:
    rows = DATA[panel.data].application
    known = Known((*EIGHT, settings(panel).your_name), (str(rows["Company"]),), (str(rows["Role"]),))
    for manuscript in manuscripts(panel):
        said = [each for each in _proofreader().read(manuscript, known) if each.severity is not Severity.INFO]
        assert said == [], manuscript.text


@pytest.mark.parametrize(("tone", "language"), [*product(TONES, LANGUAGES)])
def test_no_one_reads_the_same_sentence_in_a_thank_you_a_check_in_and_a_last_note(
    tone: str, language: str
) -> None:
    steps = [documents(Panel(tone, kind, "Email", language, "short")) for kind in KINDS[:3]]
    for of_one in zip(*steps, strict=True):
        for one, other in combinations(of_one, 2):
            assert not {*_sentences(one)[:-1]} & {*_sentences(other)[:-1]}


@pytest.mark.parametrize(("tone", "language"), [*product(TONES, LANGUAGES)])
def test_of_a_thank_you_by_both_ways_the_email_says_that_a_letter_is_on_its_way(
    tone: str, language: str
) -> None:
    for channel, data, expected in (("Email", "short", 0), ("Email", "long", 1), ("Post", "long", 0)):
        for document in documents(Panel(tone, "thank-you", channel, language, data)):
            said = [each for each in _sentences(document) if ON_PAPER.search(each)]
            assert len(said) == expected, said


@pytest.mark.parametrize("tone", TONES)
def test_the_letter_and_the_email_to_one_person_share_no_sentence_but_that_of_the_point(tone: str) -> None:
    by_both = (documents(Panel(tone, "thank-you", way, "en-US", "long")) for way in ("Post", "Email"))
    for letter, email in zip(*by_both, strict=True):
        assert not {*_sentences(letter)} & {*_sentences(email)}


@each_panel
def test_an_email_begins_with_its_subject_and_has_no_letterhead(panel: Panel) -> None:
    for document in documents(panel):
        head = text_of(document).head
        assert head.startswith("Subject: ") is (panel.channel == "Email")
        assert ("\n" in head) is (panel.channel == "Post")


def test_someone_met_twice_does_not_get_the_same_letter_twice(tmp_path: Path) -> None:
    twice = [*panel("Rachel Vilsack", Date="2026-11-02"), *panel("Rachel Vilsack", Date="2026-11-16")]
    plan = plan_letters(*workbook(twice))
    first, second = (_sentences(written(letter, tmp_path).read_bytes()) for letter in plan)
    assert not {*first} & {*second}


@pytest.mark.parametrize(
    ("country", "paper"), [("United States", LETTER), ("Chile", LETTER), ("Ireland", A4)]
)
def test_the_paper_is_the_countrys(country: str, paper: str, tmp_path: Path) -> None:
    plan, tables = workbook(settings=replace(DANA, country=country))
    section = Document(str(written(plan_letters(plan, tables)[0], tmp_path))).sections[0]
    assert (section.page_width, section.page_height) == PAPERS[paper]


@each_template
def test_a_template_names_its_styles_and_formats_nothing_by_hand(template: Path) -> None:
    for paragraph in Document(str(template)).paragraphs:
        assert paragraph.style is not None
        assert paragraph.style.name != "Normal"
        assert all(run._r.rPr is None for run in paragraph.runs)


@each_template
def test_a_template_carries_no_one_elses_name(template: Path) -> None:
    with zipfile.ZipFile(template) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"<dc:(\w+)>", core) == ["title"]


def test_the_committed_templates_are_current() -> None:
    make = shipped_templates() / "make.py"
    code = "import runpy, sys; made = runpy.run_path(sys.argv[1])['made']()\n"
    code += "print(*(path for path, docx in made.items() if path.read_bytes() != docx))"
    run = subprocess.run([sys.executable, "-c", code, make], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "", "run: python docs/make_all.py"
    texts = {path.stem for path in shipped_templates().glob("*/*.txt")}
    assert {path.name.partition(".")[0] for path in TEMPLATES} == texts == {*KINDS}


@pytest.mark.libreoffice
def test_every_letter_fits_one_page_of_a4_and_of_letter(tmp_path: Path) -> None:
    """The wordiest of each panel with long data; all in one call, for LibreOffice is slow to start."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    for each in PANELS:
        if each.data == "long":
            wordiest = max(documents(each), key=lambda document: len(text_of(document).text.split()))
            (tmp_path / f"{each}.docx").write_bytes(wordiest)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    merged = sorted(tmp_path.glob("*.docx"))
    subprocess.run([*command, *map(str, merged)], check=True, capture_output=True, timeout=300)
    pages = {each.stem: _pages(each.with_suffix(".pdf")) for each in merged}
    assert {name: count for name, count in pages.items() if count != 1} == {}


@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_merged_case_fits_one_page(case: Path, tmp_path: Path, libreoffice: Convert) -> None:
    assert _pages(libreoffice(written(planned(case), tmp_path), "pdf")) == 1


@pytest.mark.validator
@each_template
def test_microsofts_validator_finds_no_error_in_a_template_or_a_letter_of_it(
    template: Path, tmp_path: Path, validate: Validate
) -> None:
    letter = tmp_path / "letter.docx"
    kind, channel = template.stem.removesuffix(".email"), "Email" if ".email" in template.stem else "Post"
    letter.write_bytes(documents(Panel(template.parent.name, kind, channel, "en-GB", "long"))[0])
    assert [*validate(template), *validate(letter)] == []


@cache
def _proofreader() -> Proofreader:
    return Proofreader()


def _sentences(document: bytes) -> list[str]:
    """The sentences between greeting and name; the last is the sign-off."""
    paragraphs = text_of(document).text.split("\n\n")
    last = -2 if text_of(document).head.startswith("Subject: ") else -1
    between = paragraphs[1:last]
    return [sentence for paragraph in between for sentence in SENTENCE.split(paragraph)]


def _pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
