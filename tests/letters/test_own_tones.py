"""A folder of the user's own in letter_templates is a tone; a word that is none is told where it stands."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.folders import tones
from eitherway.model.codes import Code
from eitherway.run import run
from eitherway_workbook import build
from tests.letters.merging import own_template, text, write, written
from tests.letters.workbooks import APPLICATION, TALK, workbook

NOW = datetime(2026, 11, 18, 9)  # noqa: DTZ001 - Excel knows no zones


def test_a_folder_of_ones_own_is_a_tone(tmp_path: Path) -> None:
    own_template(tmp_path, "Hey {{ recipient.given }}!", tone="breezy")
    (letter,) = plan_letters(*workbook([{**TALK, "Tone": "Breezy"}]))
    assert text(written(letter, tmp_path)) == "Hey Rachel!\n"
    assert tones(tmp_path / "letter_templates") == ["Formal", "Warm", "Plain", "breezy"]


def test_a_folder_of_ones_own_is_in_the_drop_downs_of_the_workbook(tmp_path: Path) -> None:
    book, day = tmp_path / "search.xlsx", date(2026, 11, 18)
    build(book, {"Settings": [{"Name": "Your name", "Value": "Dana Whitcombe"}]})
    assert _offered(book) == ["Formal", "Warm", "Plain"]
    own_template(tmp_path, "Hey {{ recipient.given }}!", tone="breezy")
    run(ClosedBook(book), day, now=NOW)
    assert _offered(book) == ["Formal", "Warm", "Plain", "breezy"]
    before = book.read_bytes()
    run(ClosedBook(book), day, now=NOW)
    assert book.read_bytes() == before


def _offered(book: Path) -> list[str]:
    """What the name behind all drop-downs of a tone leads to."""
    read = openpyxl.load_workbook(book)
    assert read.defined_names["Choices_Tone"].value == "Tones[Tone]"
    for sheet in ("Interviews", "Applications", "Settings"):
        listed = [each.formula1 for each in read[sheet].data_validations.dataValidation]
        assert "Choices_Tone" in {each.lstrip("=") for each in listed if each}
    lists = read["Lists"]
    (header, *rows) = lists[lists.tables["Tones"].ref]
    assert header[0].value == "Tone"
    return [str(row[0].value) for row in rows]


def test_a_tone_that_is_none_holds_its_letter_and_guesses(tmp_path: Path) -> None:
    (letter,) = plan_letters(*workbook([{**TALK, "Tone": "Wram"}]))
    (result,), (problem,) = write([letter], tmp_path)
    assert result.letter.held == problem
    assert (problem.code, problem.where.column) == (Code.UNKNOWN_VALUE, "Tone")
    assert 'Did you mean "Warm"?' in problem.fix


@pytest.mark.parametrize(("channel", "said"), [("Email", "mine\n"), ("Post", "mine\n")])
def test_a_letter_of_ones_own_is_the_email_too_unless_there_is_one(
    channel: str, said: str, tmp_path: Path
) -> None:
    own_template(tmp_path, "mine")
    (letter,) = plan_letters(*workbook([{**TALK, "Channel": channel}]))
    assert text(written(letter, tmp_path)) == said


def test_own_words_without_a_place_in_ones_own_template_are_told(tmp_path: Path) -> None:
    own_template(tmp_path, "About {{ point }}.")
    (letter,) = plan_letters(*workbook([{**TALK, "In your own words": "The plan follows on Friday."}]))
    _, (problem,) = write([letter], tmp_path)
    assert (problem.code, problem.where.column) == (Code.OWN_WORDS_LEFT_OUT, "In your own words")


def test_after_an_offer_nothing_is_asked(tmp_path: Path) -> None:
    offered = {**APPLICATION, "Status": "Offer"}
    (letter,) = plan_letters(*workbook(applications=[offered]))
    said = text(written(letter, tmp_path))
    assert "either way" not in said
    assert "offer" in said


def test_own_words_are_a_paragraph_of_their_own(tmp_path: Path) -> None:
    (letter,) = plan_letters(*workbook([{**TALK, "In your own words": "the plan follows on Friday"}]))
    assert "\n\nThe plan follows on Friday.\n\n" in text(written(letter, tmp_path))
