"""What makes PDFs, by one contract: LibreOffice, Word by COM, Word by AppleScript, the last two as fakes.

The fake Word has the habits that people report of it: see `eitherway.send.paper.word`.
"""

# ruff: noqa: N802 - the fake has the names of Word's own methods

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from eitherway.machine.pictures import NoPicture, to_pdf
from eitherway.send.paper.envelopes import envelopes
from eitherway.send.paper.pdf import maker, pdfs
from eitherway.send.paper.word import Maker, export, on_mac
from tests.send.test_paper import SENDER, mail

DO_NOT_SAVE = 0


def blank(pdf: Path) -> None:
    """A PDF of one page."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(pdf)


class FakeDocument:
    """An open document. Word changes it on opening (fields are worked out), so it is never `Saved`."""

    def __init__(self, word: FakeWord, path: str) -> None:
        self.word, self.path, self.Saved = word, path, False

    def ExportAsFixedFormat(self, pdf: str, kind: int) -> None:
        assert kind == 17
        if self.word.refuses in self.path:
            raise OSError(-2147352567, "Exception occurred.")
        blank(Path(pdf))

    def Close(self, save: int | None = None) -> None:
        assert save == DO_NOT_SAVE, "Word asks in a window that nobody sees"
        self.word.documents.remove(self)


class FakeWord:
    """A hidden Word: it refuses some documents, asks before it loses one, takes in what its user opens."""

    def __init__(self, refuses: str = "nothing", *, user_opens: bool = False) -> None:
        self.refuses, self.user_opens = refuses, user_opens
        self.documents: list[FakeDocument] = []
        self.Visible, self.DisplayAlerts, self.AutomationSecurity = True, -1, 1
        self.has_ended = False

    @property
    def Documents(self) -> FakeWord:
        return self

    @property
    def Count(self) -> int:
        return len(self.documents)

    def Open(self, path: str, **how: bool) -> FakeDocument:
        assert how == {
            "ConfirmConversions": False,
            "ReadOnly": True,
            "AddToRecentFiles": False,
            "Visible": False,
        }
        assert (self.DisplayAlerts, self.AutomationSecurity) == (0, 3)
        assert Path(path).is_absolute()
        if self.user_opens:
            self.documents.append(FakeDocument(self, "their own.docx"))
            self.user_opens = False
        self.documents.append(FakeDocument(self, path))
        return self.documents[-1]

    def Quit(self, save: int | None = None) -> None:
        assert save == DO_NOT_SAVE
        assert not self.documents, "Word asks whether to save"
        self.has_ended = True


def by_com(word: FakeWord) -> Maker:
    def make(files: Sequence[Path], folder: Path) -> list[Path]:
        export(lambda: word, files, folder)
        return [folder / f"{file.stem}.pdf" for file in files]

    return make


def by_applescript(home: Path) -> Maker:
    own = home / "Library/Containers/com.microsoft.Word/Data"
    own.mkdir(parents=True)

    def run(command: Sequence[str]) -> None:
        words = command[1 + 2 * command.count("-e") :]
        for letter, name, pdf in zip(*[iter(words)] * 3, strict=True):
            assert Path(letter).is_relative_to(own)
            assert Path(pdf).is_relative_to(own)
            assert Path(letter).name == name
            assert Path(letter).is_file()
            blank(Path(pdf))

    return lambda files, folder: on_mac(files, folder, home, run)


@pytest.fixture(
    params=[
        "Word by COM",
        "Word by AppleScript",
        pytest.param("LibreOffice", marks=[pytest.mark.libreoffice]),
    ]
)
def any_maker(request: pytest.FixtureRequest, tmp_path: Path) -> Maker:
    if request.param == "LibreOffice":
        soffice = shutil.which("soffice")
        if soffice is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        return partial(to_pdf, Path(soffice))
    return by_com(FakeWord()) if "COM" in request.param else by_applescript(tmp_path)


def test_a_pdf_of_each_and_nothing_left(any_maker: Maker, tmp_path: Path) -> None:
    made = pdfs(any_maker, [envelopes("dl", mail(1), SENDER)] * 2)
    assert [pdf[:5] for pdf in made] == [b"%PDF-"] * 2
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_word_ends_and_its_documents_are_closed_unsaved() -> None:
    word = FakeWord()
    pdfs(by_com(word), [b"docx"] * 3)
    assert word.has_ended


def test_a_document_that_its_user_opened_meanwhile_is_theirs_to_close() -> None:
    word = FakeWord(user_opens=True)
    pdfs(by_com(word), [b"docx"] * 2)
    assert [each.path for each in word.documents] == ["their own.docx"]
    assert (word.has_ended, word.Visible, word.DisplayAlerts) == (False, True, -1)


def test_one_that_word_refuses_is_closed_all_the_same() -> None:
    word = FakeWord(refuses="1.docx")
    with pytest.raises(NoPicture, match="Word could not make the PDFs"):
        pdfs(by_com(word), [b"docx"] * 3)
    assert word.has_ended


def test_no_word_is_one_sentence() -> None:
    def start() -> Any:
        raise OSError("Invalid class string")

    with pytest.raises(NoPicture, match="Word could not be started"):
        export(start, [], Path())


def test_a_word_that_made_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "Library/Containers/com.microsoft.Word/Data").mkdir(parents=True)
    (tmp_path / "a.docx").touch()
    with pytest.raises(NoPicture, match=r"Word made no a\.pdf"):
        on_mac([tmp_path / "a.docx"], tmp_path, tmp_path, lambda command: None)


def test_a_word_that_was_never_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoPicture, match="start it once"):
        on_mac([], tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("soffice", "word", "is_there"),
    [(None, None, False), (None, Path("w"), True), (Path("s"), Path("w"), True)],
)
def test_libreoffice_comes_first(soffice: Path | None, word: Path | None, is_there: bool) -> None:
    found: Callable[..., object] | None = maker("darwin", Path(), soffice, word)
    assert (found is not None) is is_there
    assert isinstance(found, partial) is bool(soffice)
