"""`eitherway templates` as its user meets it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document

from eitherway.command_line.main import main
from eitherway.letters.template.shipped import shipped_templates
from eitherway_workbook import build, example
from tests.letters.merging import own_template, text

DAY = "2026-11-20"
ASK = "I would very much like this job, and I am asking you to choose me."
EITHER_WAY = "Please let me know either way."


def templates(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["templates", *map(str, arguments)])


def printed(*arguments: str | Path) -> Any:
    return json.loads(templates(*arguments, "--json").stdout)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """In a folder of its own, and as on a machine without LibreOffice unless the test asks for it."""
    monkeypatch.chdir(tmp_path)
    if "libreoffice" not in request.fixturenames:
        monkeypatch.setattr("eitherway.command_line.templates._soffice", lambda: None)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    build(tmp_path / "book.xlsx", example(date.fromisoformat(DAY)))
    return tmp_path / "book.xlsx"


class TestList:
    def test_says_which_file_wins(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Mine")
        own_template(tmp_path, "Mine", name="card", tone="bold")
        told = {(each["tone"], each["kind"]): each for each in printed("list")["templates"]}
        assert told["warm", "thank-you"]["used"] == "own"
        assert told["warm", "thank-you"]["shipped"] is True
        assert told["warm", "check-in"] == {
            "tone": "warm", "kind": "check-in", "own": None, "shipped": True, "used": "shipped"
        }  # fmt: skip
        assert told["bold", "card"]["shipped"] is False
        assert "instead of the shipped one" in templates("list").stdout

    def test_stands_in_columns(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Mine", name="a-note-of-thanks", tone="old-fashioned")
        lines = templates("list").stdout.splitlines()
        starts = {found.start() for line in lines if (found := re.search("shipped|your own", line))}
        assert len(starts) == 1

    def test_looks_beside_the_book(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = own_template(book.parent, "Mine")
        monkeypatch.chdir("/")
        own = [each["own"] for each in printed("list", "--book", book)["templates"] if each["own"]]
        assert own == [str(file)]


class TestLint:
    @pytest.mark.slow
    def test_a_good_template_has_no_errors(self, tmp_path: Path) -> None:
        own_template(
            tmp_path, "Dear {{ recipient.greeting }},", "We met.", ASK, EITHER_WAY, "{{ sender.name }}"
        )
        told = printed("lint")["faults"]
        assert [each for each in told if each["severity"] == "error"] == []
        assert templates("lint").exit_code == 0

    def test_every_fault_has_its_place_and_the_exit_status_is_1(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Dear {{ recipient.greting }},", "Thank you {{ point", "{{ sender.name }}")
        done = templates("lint")
        assert done.exit_code == 1
        assert 'warm/thank-you.docx, paragraph 1 ("Dear {{ recipient.greting }},")' in done.stdout
        assert 'Did you mean "recipient.greeting"?' in done.stdout
        codes = {each["code"] for each in printed("lint")["faults"]}
        assert codes >= {"unknown-field", "open-tag", "no-ask", "no-either-way"}

    def test_each_wording_of_a_pick_needs_its_ask(self, tmp_path: Path) -> None:
        own_template(
            tmp_path,
            *(
                "Dear {{ recipient.greeting }},",
                "{%p pick %}",
                ASK,
                "{%p or %}",
                "I liked it.",
                "{%p endpick %}",
            ),
            *(EITHER_WAY, "{{ sender.name }}"),
        )
        (fault,) = [each for each in printed("lint")["faults"] if each["code"] == "no-ask"]
        assert "(In the letters to the 2nd, 3rd and 6th of a panel.)" in fault["message"]

    @pytest.mark.parametrize("greeting", ["Dear {{ recipient.greeting }},", "Hi {{ recipient.given }},"])
    def test_what_ones_own_template_leaves_out_is_advice(self, greeting: str, tmp_path: Path) -> None:
        own_template(tmp_path, greeting, "I enjoyed {{ point }}.", "{{ sender.name }}")
        told = {each["code"]: each["severity"] for each in printed("lint")["faults"]}
        assert (told["no-ask"], told["no-either-way"]) == ("warning", "warning")
        assert "error" not in told.values()
        assert templates("lint").exit_code == 0

    def test_an_after_no_letter_needs_neither(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Dear {{ recipient.greeting }},", "I wish you well.", name="after-no")
        codes = {each["code"] for each in printed("lint")["faults"]}
        assert not codes & {"no-ask", "no-either-way"}

    def test_it_says_that_pages_were_not_counted(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Dear {{ recipient.greeting }},", ASK, EITHER_WAY)
        assert "pages-not-counted" in {each["code"] for each in printed("lint")["faults"]}

    @pytest.mark.usefixtures("libreoffice")
    @pytest.mark.slow
    def test_more_than_a_page_is_told(self, tmp_path: Path) -> None:
        own_template(tmp_path, "Dear {{ recipient.greeting }},", ASK, EITHER_WAY, *["Line"] * 60)
        assert "pages" in {each["code"] for each in printed("lint")["faults"]}

    def test_files_that_are_no_templates_are_told_each(self, tmp_path: Path) -> None:
        folder = tmp_path / "letter_templates" / "warm"
        folder.mkdir(parents=True)
        (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        (folder / "~$old.docx").write_bytes(b"x")
        (folder / "text.docx").write_text("hello")
        told = printed("lint", folder)["faults"]
        assert [(each["template"], each["code"]) for each in told] == [
            ("warm/old.doc", "not-a-docx"),
            ("warm/text.docx", "not-a-docx"),
        ]

    def test_a_file_without_a_word_is_no_letter(self, tmp_path: Path) -> None:
        own_template(tmp_path)
        (fault,) = printed("lint")["faults"]
        assert (fault["code"], fault["message"]) == ("no-text", "It holds no text.")

    def test_a_leftover_is_told_beside_broken_tags_and_no_tag_twice(self, tmp_path: Path) -> None:
        own_template(
            tmp_path, "Dear {{ recipient.greeting }},", "I like «Company», { company } and [Company]."
        )
        told = [(each["code"], each["field"]) for each in printed("lint")["faults"] if each["paragraph"] == 2]
        assert sorted(told) == [
            ("leftover", "[Company]"),
            ("single-braces", "{ company }"),
            ("single-braces", "«Company»"),
        ]

    def test_a_file_is_named_as_it_was_typed(self, tmp_path: Path) -> None:
        (tmp_path / "pic.docx").write_text("hello")
        assert [each["template"] for each in printed("lint", "pic.docx")["faults"]] == ["pic.docx"]

    def test_no_folder_yet(self, book: Path) -> None:
        done = templates("lint")
        assert done.exit_code == 3
        assert done.stderr.splitlines() == [
            "eitherway: There is no folder letter_templates here.",
            "Begin with: eitherway templates new thank-you",
        ]
        beside = templates("lint", "--book", book)
        assert f"There is no folder {book.parent / 'letter_templates'}." in beside.stderr
        assert f'templates new thank-you --book "{book}"' in beside.stderr

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        (tmp_path / "letter_templates").mkdir()
        assert templates("lint").exit_code == 3
        assert templates("lint", "nowhere.docx").exit_code == 2


class TestPreview:
    def test_of_a_kind_is_to_someone_in_the_example(self, tmp_path: Path) -> None:
        told = printed("preview", "thank-you", "--as-of", DAY)
        assert Path(told["docx"]).parent == Path("previews")
        assert f"Dear {told['interviewer'].split()[0]}" in text(Path(told["docx"]))
        assert (told["pdf"], told["png"]) == (None, [])
        assert "LibreOffice was not found" in told["notes"][0]

    def test_of_any_kind_for_a_row_whatever_is_owed(self, book: Path) -> None:
        for kind in ("after-no", "note-card"):
            told = printed("preview", kind, "--book", book, "--row", "3", "--as-of", DAY, "--tone", "formal")
            assert told["row"] == 3
            assert Path(told["docx"]).parent == book.parent / "previews"
            assert Document(told["docx"]).core_properties.title == f"Preview of formal/{kind}.docx"

    def test_turns_differ(self, tmp_path: Path) -> None:
        one, two = (printed("preview", "thank-you", "--as-of", DAY, "--turn", turn) for turn in ("1", "2"))
        assert text(Path(one["docx"])) != text(Path(two["docx"]))

    def test_of_a_file(self, tmp_path: Path) -> None:
        file = own_template(tmp_path, "For {{ role }}", name="mine")
        assert text(Path(printed("preview", file)["docx"])).startswith("For ")

    def test_a_preview_that_was_changed_is_kept(self, tmp_path: Path) -> None:
        docx = Path(printed("preview", "thank-you", "--as-of", DAY)["docx"])
        assert templates("preview", "thank-you", "--as-of", DAY).exit_code == 0
        document = Document(str(docx))
        document.add_paragraph("Mine")
        document.save(str(docx))
        before = docx.read_bytes()
        done = templates("preview", "thank-you", "--as-of", DAY)
        assert done.exit_code == 3
        assert "is not overwritten" in " ".join(done.stderr.split())
        assert docx.read_bytes() == before

    def test_a_broken_template_says_where_to_learn_more(self, tmp_path: Path) -> None:
        done = templates("preview", own_template(tmp_path, "{{ nmae }}"))
        assert done.exit_code == 3
        assert "eitherway templates lint" in done.stderr

    def test_a_broken_template_is_told_in_the_linters_words(self, tmp_path: Path) -> None:
        done = templates(
            "preview", own_template(tmp_path, "Dear {{ recipient.greeting }},", "{% if role %}As")
        )
        assert done.exit_code == 3
        assert 'in paragraph 2 ("{% if role %}As"): {% if role %} has no {% endif %} after it' in done.stderr
        assert "Jinja" not in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "status", "what"),
        [
            (["thnk-you"], 2, 'Did you mean "thank-you"?'),
            (["thank-you", "--row", "3"], 2, "--row needs --book"),
            (["thank-you", "--book", "book.xlsx", "--row", "999"], 3, "no conversation in row 999"),
            (["nowhere.docx"], 2, "was not found"),
            (["thank-you", "--book", "nowhere.xlsx"], 3, "nowhere.xlsx"),
        ],
    )
    @pytest.mark.usefixtures("book")
    def test_what_does_not_fit(self, arguments: list[str], status: int, what: str) -> None:
        done = templates("preview", *arguments)
        assert done.exit_code == status
        assert what in " ".join(done.stderr.split())

    @pytest.mark.slow
    def test_with_libreoffice_it_has_a_picture(self, tmp_path: Path, libreoffice: object) -> None:
        told = printed("preview", "thank-you", "--as-of", DAY)
        assert Path(told["pdf"]).read_bytes().startswith(b"%PDF")
        assert [Path(each).read_bytes()[:4] for each in told["png"]] == [b"\x89PNG"]


class TestNew:
    def test_copies_the_shipped_one_beside_the_book_and_never_overwrites(self, book: Path) -> None:
        told = printed("new", "check-in", "--tone", "plain", "--book", book)
        file = Path(told["template"])
        assert file == book.parent / "letter_templates" / "plain" / "check-in.docx"
        file.write_bytes(b"mine")
        done = templates("new", "check-in", "--tone", "plain", "--book", book)
        assert done.exit_code == 3
        assert file.read_bytes() == b"mine"

    def test_into_a_folder(self, tmp_path: Path) -> None:
        assert templates("new", "thank-you", "--folder", tmp_path / "there").exit_code == 0
        assert (tmp_path / "there" / "letter_templates" / "warm" / "thank-you.docx").is_file()

    def test_a_tone_of_ones_own_begins_with_the_warm_one(self, book: Path) -> None:
        done = templates("new", "thank-you", "--tone", "Breezy", "--book", book)
        file = book.parent / "letter_templates" / "breezy" / "thank-you.docx"
        assert text(file) == text(shipped_templates() / "warm" / "thank-you.docx")
        assert "breezy is a tone of your own. Change it in Word" in done.stdout

    def test_an_unknown_kind_is_wrong_usage(self) -> None:
        assert templates("new", "thanks").exit_code == 2


@pytest.mark.parametrize("command", ["list", "lint", "preview", "new", "convert"])
def test_every_command_has_help(command: str) -> None:
    done = templates(command, "--help")
    assert done.exit_code == 0
    assert "--json" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
