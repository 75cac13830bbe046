"""Letters merged for tests, and what can be read in them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document

from eitherway.letters.files import problems_of, write_merged
from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.problems import Problem
from eitherway.model.records import Letter, LetterResult
from tests.letters.workbooks import APPLICATION, AS_OF, DANA, RACHEL, TALK, workbook

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def planned(case: Path) -> Letter:
    """The letter of a case: its rows laid over the usual ones."""
    rows: dict[str, Any] = tomllib.loads(case.read_text("utf-8"))
    talk = {**TALK, **rows["talk"]}
    plan, tables = workbook(
        [talk],
        applications=[{**APPLICATION, **rows.get("application", {})}],
        interviewers=[{**RACHEL, "Interviewer": talk["Interviewer"], **rows.get("interviewer", {})}],
        settings=replace(DANA, **rows.get("settings", {})),
    )
    return plan_letters(plan, tables)[0]


def write(
    letters: Sequence[Letter], folder: Path, as_of: date = AS_OF
) -> tuple[list[LetterResult], list[Problem]]:
    """Merge and write, with the user's own templates in the folder that the program looks into."""
    merged = merge_letters(letters, folder, folder / "letter_templates", as_of)
    written = write_merged(merged, folder)
    return [each.result for each in written], problems_of(written)


def written(letter: Letter, folder: Path) -> Path:
    """The file of one letter, which must go through without a problem."""
    results, problems = write([letter], folder)
    assert (problems, results[0].letter.held) == ([], None)
    return folder / letter.path


def text(file: Path) -> str:
    """The paragraphs of a .docx, a blank line between."""
    return "\n\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs) + "\n"


def own_template(folder: Path, *paragraphs: str, name: str = "thank-you", tone: str = "warm") -> Path:
    """A template of the user's own, as Word would save it, in the folder that wins over the shipped ones."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = folder / "letter_templates" / tone / f"{name}.docx"
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(file))
    return file
