"""The shipped templates: what they say, how they look, and that they are made of the texts beside them."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from docx import Document

from eitherway.letters import plan_letters
from eitherway.letters.fields import A4, LETTER
from eitherway.letters.merge import PAPERS
from eitherway.letters.shipped import shipped_templates
from tests.conftest import Convert, Validate
from tests.letters.merging import CASES, planned, text, written
from tests.letters.workbooks import DANA, panel, workbook

SIX = ("Rachel Vilsack", "Mei-Ling Chen", "Ngozi Okafor", "José García", "Aoife O'Brien", "Tom Will")
STEPS = ("Thank-you", "Check-in", "Last note")
TEMPLATES = sorted(shipped_templates().glob("*/*.docx"))
ASK = re.compile(
    r"you will (offer|choose)|if you offered me|asking you for|ask you to choose me|please choose me"
    r"|give me the chance"
    r"|ask once more for the chance|will fall on me|hope to receive one|be your choice|receive your offer"
    r"|I want this job",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.?!])\s+")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_merged_letter_reads_as_its_golden_text(case: Path, tmp_path: Path) -> None:
    assert text(written(planned(case), tmp_path)) == case.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_merged_letter_fits_one_page(case: Path, tmp_path: Path, libreoffice: Convert) -> None:
    pdf = libreoffice(written(planned(case), tmp_path), "pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_microsofts_validator_finds_no_error_in_a_merged_letter(
    case: Path, tmp_path: Path, validate: Validate
) -> None:
    assert validate(written(planned(case), tmp_path)) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_microsofts_validator_finds_no_error_in_a_template(template: Path, validate: Validate) -> None:
    assert validate(template) == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("more", [{}, {"Decision by": "2026-11-20"}], ids=["no date", "a decision date"])
def test_no_two_of_a_panel_of_six_read_the_same_sentence(
    step: str, more: dict[str, str], tmp_path: Path
) -> None:
    plan, tables = workbook(panel(*SIX, step=step, **more))
    bodies = [_body(written(letter, tmp_path)) for letter in plan_letters(plan, tables)]
    for one, other in combinations(bodies, 2):
        assert not {*one} & {*other}


@pytest.mark.parametrize("step", STEPS)
def test_every_wording_asks_for_the_job_and_for_an_answer_either_way(step: str, tmp_path: Path) -> None:
    plan, tables = workbook(panel(*SIX, step=step))
    for letter in plan_letters(plan, tables):
        body = " ".join(_body(written(letter, tmp_path)))
        assert "let me know either way" in body
        assert ASK.search(body), body
        assert len(body.split()) <= 180


def test_someone_met_twice_does_not_get_the_same_letter_twice(tmp_path: Path) -> None:
    twice = [*panel("Rachel Vilsack", Date="2026-11-02"), *panel("Rachel Vilsack", Date="2026-11-16")]
    first, second = (_body(written(letter, tmp_path)) for letter in plan_letters(*workbook(twice)))
    assert not {*first} & {*second}


@pytest.mark.parametrize(
    ("country", "paper"), [("United States", LETTER), ("Chile", LETTER), ("Ireland", A4)]
)
def test_the_paper_is_the_countrys(country: str, paper: str, tmp_path: Path) -> None:
    plan, tables = workbook(settings=replace(DANA, country=country))
    section = Document(str(written(plan_letters(plan, tables)[0], tmp_path))).sections[0]
    assert (section.page_width, section.page_height) == PAPERS[paper]


def test_templates_and_letters_name_their_styles_and_format_nothing_by_hand() -> None:
    for template in TEMPLATES:
        for paragraph in Document(str(template)).paragraphs:
            assert paragraph.style is not None
            assert paragraph.style.name != "Normal"
            assert all(run._r.rPr is None for run in paragraph.runs)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_carries_no_one_elses_name(template: Path) -> None:
    with zipfile.ZipFile(template) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"<dc:(\w+)>", core) == ["title"]


def test_the_committed_templates_are_current() -> None:
    make = shipped_templates() / "make.py"
    code = "import runpy, sys; made = runpy.run_path(sys.argv[1])['made']()\n"
    code += "print(*(path for path, docx in made.items() if path.read_bytes() != docx))"
    run = subprocess.run([sys.executable, "-c", code, make], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "", "run python letter_templates/make.py"
    assert {path.with_suffix(".docx") for path in shipped_templates().glob("*/*.txt")} == set(TEMPLATES)


def _body(file: Path) -> list[str]:
    """The sentences between greeting and name, the close included."""
    paragraphs = Document(str(file)).paragraphs
    bodies = [each.text for each in paragraphs if each.style and each.style.name in ("Body Text", "Closing")]
    return [sentence for body in bodies for sentence in SENTENCE.split(body)]
