"""`card`: which interview is meant, what its page says, and a template of the user's own."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from eitherway.command_line.main import main
from eitherway_workbook import build
from tests.conftest import Validate

AS_OF = "2026-11-20"
JOB = {"Application": "Northwind", "Company": "Northwind", "Role": "Analyst", "Status": "Interviewing"}


def card(book: Path, *args: str, as_of: str = AS_OF) -> Result:
    return CliRunner().invoke(main, ["card", str(book), "--as-of", as_of, *args], catch_exceptions=False)


def text_of(book: Path, *args: str, as_of: str = AS_OF) -> list[str]:
    """The paragraphs of the page."""
    done = card(book, "--json", *args, as_of=as_of)
    assert done.exit_code == 0, done.stderr
    return [paragraph.text for paragraph in Document(json.loads(done.stdout)["files"][0]).paragraphs]


def made(folder: Path, *interviews: dict[str, object], **more: list[dict[str, object]]) -> Path:
    path = folder / "search.xlsx"
    rows = [{"Application": "Northwind", "Interviewer": "Mei Chen", **row} for row in interviews]
    build(path, {"Applications": [JOB], "Interviews": rows, **more})
    return path


def test_the_next_interview_of_the_example(built: Path, tmp_path: Path, validate: Validate) -> None:
    book = Path(shutil.copy(built, tmp_path / "search.xlsx"))
    done = card(book)
    assert done.stdout.startswith(
        "Fri 27 Nov 2026: Harbourlight Health, Clinical Data Manager, with Dr. Chidi Okafor.\n"
        "Ask for the decision on Fri 4 Dec 2026 if you hear nothing.\n"
    )
    [file] = (tmp_path / "Cards").iterdir()
    assert file.name == "2026-11-27 Harbourlight Health - interview card.docx"
    assert validate(file) == []


def test_the_page_says_who_what_was_said_and_when_to_ask(tmp_path: Path) -> None:
    book = made(
        tmp_path,
        {
            "Date": date(2026, 11, 9),
            "Round": "1",
            "What we talked about": "the move to SAP",
            "In your own words": "I will send the plan.",
            "Notes": "Likes brevity & {{ braces }}.",
            "Thank-you sent": date(2026, 11, 10),
            "Reply received": date(2026, 11, 12),
        },
        {"Date": date(2026, 11, 24), "Round": "2", "Time": "2:30 pm", "Format": "On site"},
        {"Date": date(2026, 11, 24), "Round": "2", "Time": "2:30 pm", "Interviewer": "Dr. Ngozi Okafor"},
        Interviewers=[{"Interviewer": "Mei Chen", "Title": "Head of Data", "Greet as": "Mei"}],
    )
    text = text_of(book)
    assert text[:3] == ["Northwind", "Analyst", "Tue 24 Nov 2026, 14:30, round 2 · On site"]
    assert "Mei Chen, Head of Data. Greet as: Mei. You met on Mon 9 Nov 2026" in text
    assert "Dr. Ngozi Okafor. Greet as: Dr. Okafor" in text
    assert "You talked about: the move to SAP" in text
    assert "You wrote: I will send the plan." in text
    assert "Your notes: Likes brevity & {{ braces }}." in text
    assert "Mei Chen: thank-you on Tue 10 Nov 2026, they answered on Thu 12 Nov 2026." in text
    assert "By which day will you decide?" in text
    assert "If they name no day, ask for news on Wed 2 Dec 2026." in text  # 26 Nov is Thanksgiving


def test_a_day_that_they_named_is_asked_about(tmp_path: Path) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 24), "Decision by": date(2026, 12, 4)})
    text = text_of(book)
    assert "They said they would decide by Fri 4 Dec 2026." in text
    assert "Does Fri 4 Dec 2026 still hold? If you hear nothing, ask for news on Mon 7 Dec 2026." in text


def test_an_interview_of_today_is_next_until_it_is_noted(tmp_path: Path) -> None:
    today, later = {"Date": date(2026, 11, 20), "Round": "1"}, {"Date": date(2026, 11, 23), "Round": "2"}
    assert text_of(made(tmp_path, today, later))[2].startswith("Fri 20 Nov")
    noted = {**today, "What we talked about": "the move to SAP"}
    assert text_of(made(tmp_path, noted, later))[2].startswith("Mon 23 Nov")


def test_of_two_on_one_day_the_earlier(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    rows = [{"Date": day, "Time": "2:30 pm", "Round": "2"}, {"Date": day, "Time": "10:00 am", "Round": "1"}]
    assert text_of(made(tmp_path, *rows))[2] == "Mon 23 Nov 2026, 10:00, round 1"


def test_a_row_or_a_name(tmp_path: Path) -> None:
    book = made(
        tmp_path, {"Date": date(2026, 11, 9)}, {"Date": date(2026, 11, 16), "Interviewer": "Ana Ruiz"}
    )
    assert text_of(book, "Ana")[2] == "Mon 16 Nov 2026"
    assert text_of(book, "3")[2] == "Mon 9 Nov 2026"


def test_nothing_is_to_come(tmp_path: Path) -> None:
    done = card(made(tmp_path, {"Date": date(2026, 11, 9)}), "--next")
    assert done.exit_code == 3
    assert "No interview is to come: Interviews has no Date after today." in done.stderr


def test_who_fits_nobody_or_two(tmp_path: Path) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 9)}, {"Date": date(2026, 11, 9), "Interviewer": "Mei Lin"})
    assert '"Bo" fits no row of Interviews' in card(book, "Bo").stderr
    assert '"Mei" fits 2 people (3: Mei Chen, Northwind; 4: Mei Lin, Northwind).' in card(book, "Mei").stderr
    assert "not both" in card(book, "Mei", "--next").stderr


def test_a_template_of_the_users_own_wins(tmp_path: Path) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 24)})
    own = tmp_path / "letter_templates"
    own.mkdir()
    page = Document()
    page.add_paragraph("{%p for person in people %}")
    page.add_paragraph("Mine: {{ person.name }} on {{ ask_on }}")
    page.add_paragraph("{%p endfor %}")
    page.save(str(own / "interview-card.docx"))
    assert text_of(book) == ["Mine: Mei Chen on Wed 2 Dec 2026"]


@pytest.mark.parametrize("tag", ["{{ nobody }}", "{{ people.__class__ }}", "{% for"])
def test_a_template_that_is_broken_is_named(tmp_path: Path, tag: str) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 24)})
    (tmp_path / "letter_templates").mkdir()
    page = Document()
    page.add_paragraph(tag)
    page.save(str(tmp_path / "letter_templates" / "interview-card.docx"))
    done = card(book)
    assert done.exit_code == 3
    assert 'interview-card.docx" cannot be used' in done.stderr
    assert not (tmp_path / "Cards").exists()


def test_a_dry_run_writes_nothing_and_twice_is_once(tmp_path: Path) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 24)})
    assert "Would write" in card(book, "--dry-run").stdout
    assert not (tmp_path / "Cards").exists()
    card(book)
    [file] = (tmp_path / "Cards").iterdir()
    first = file.read_bytes()
    card(book)
    assert file.read_bytes() == first


def test_a_card_that_was_changed_is_left(tmp_path: Path) -> None:
    book = made(tmp_path, {"Date": date(2026, 11, 24)})
    card(book)
    [file] = (tmp_path / "Cards").iterdir()
    page = Document(str(file))
    page.add_paragraph("mine")
    page.save(str(file))
    before = file.read_bytes()
    done = card(book)
    assert done.exit_code == 1
    assert "left as you changed it" in done.stderr
    assert file.read_bytes() == before
