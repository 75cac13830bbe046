"""`eitherway templates convert` as its user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from eitherway.command_line.main import main
from tests.templates.test_convert import field, letter, merge, text


def templates(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["templates", *map(str, words)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "letter.docx"
    path.write_bytes(
        letter(
            text("Dear ") + merge("First_Name") + text(","),
            text("On ") + merge("Date") + text(" I was at ") + merge("Company") + text("."),
            text("I would very much like this job, and I am asking you to choose me."),
            text("Please let me know either way."),
        )
    )
    return path


def test_a_new_file_beside_it_that_lints_and_merges(file: Path) -> None:
    before = file.read_bytes()
    done = templates("convert", file)
    new = file.with_name("letter - converted.docx")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "First_Name -> {{ recipient.given }}",
        "Date -> {{ date }}",
        '  A guess. If it is another: --map "Date=FIELD"',
        "Company -> {{ company }}",
        "3 places turned, 0 left.",
        f"Wrote {new}",
        f'Look at it in Word, then: eitherway templates lint "{new}"',
    ]
    assert file.read_bytes() == before
    assert templates("lint", new).exit_code == 0
    assert templates("preview", new, "--out", file.parent / "previews").exit_code == 0


def test_nothing_is_overwritten(file: Path) -> None:
    new = file.with_name("letter - converted.docx")
    new.write_bytes(b"mine")
    done = templates("convert", file)
    assert done.exit_code == 3
    assert "is not overwritten" in " ".join(done.stderr.split())
    assert new.read_bytes() == b"mine"
    assert templates("convert", file, "--out", file.parent / "warm" / "thank-you.docx").exit_code == 0


def test_the_mapping_can_be_given(file: Path) -> None:
    told = json.loads(
        templates(
            "convert",
            file,
            "--map",
            "date=interview_date",
            "--map",
            "First_Name={{ recipient.name }}",
            "--json",
        ).stdout
    )
    assert [(each["of_word"], each["becomes"], each["sure"]) for each in told["fields"]] == [
        (["First_Name"], "{{ recipient.name }}", True),
        (["Date"], "{{ interview_date }}", True),
        (["Company"], "{{ company }}", True),
    ]
    (_, second, *_) = Document(told["template"]).paragraphs
    assert second.text == "On {{ interview_date }} I was at {{ company }}."


def test_a_dry_run_writes_nothing(file: Path) -> None:
    done = templates("convert", file, "--dry-run")
    assert (done.exit_code, "Would write" in done.stdout) == (0, True)
    assert list(file.parent.iterdir()) == [file]


def test_what_is_left_is_told_with_exit_status_1(tmp_path: Path) -> None:
    path = tmp_path / "if.docx"
    path.write_bytes(letter(text("Dear you,"), field('IF 1 = 1 "a" "b"')))
    done = templates("convert", path)
    assert done.exit_code == 1
    assert 'Left: IF 1 = 1 "a" "b", paragraph 2 ("Old")' in done.stdout


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Frist_Name=company", "There are First_Name, Date, Company."),
        ("First_Name=recipient.first_name", "{{ recipient.given }}"),
        ("First_Name", "is not NAME=FIELD"),
    ],
)
def test_a_mapping_that_does_not_fit_is_wrong_usage(file: Path, said: str, what: str) -> None:
    done = templates("convert", file, "--map", said)
    assert done.exit_code == 2
    assert what in " ".join(done.stderr.split())
    assert list(file.parent.iterdir()) == [file]
