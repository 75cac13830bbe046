"""Envelopes and labels, measured on the PDF against the posts' own figures (Publication 28; DIN 5008)."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from eitherway.letters.merge.seal import seal
from eitherway.letters.owed.plan import plan_letters
from eitherway.machine.pictures import to_pdf
from eitherway.model.records import Settings
from eitherway.send.paper.addresses import Addressed, addressed
from eitherway.send.paper.envelopes import ENVELOPES, WINDOW, envelopes
from eitherway.send.paper.labels import SHEETS, labels
from eitherway.send.paper.pdf import is_ours, joined, pdfs
from eitherway.send.paper.printing import Made, Wanted, make, place
from tests.conftest import Validate
from tests.letters.workbooks import DANA, RACHEL, TALK, workbook

POINT = 25.4 / 72
SENDER = ("Dana Whitcombe", "418 Elm Street, Apt 4", "Minneapolis, MN 55401")
SIZES = {"10": (241.3, 104.8), "monarch": (190.5, 98.4), "dl": (220, 110), "c5": (229, 162), "c6": (162, 114)}


class Word(NamedTuple):
    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def mail(number: int) -> list[Addressed]:
    lines = (
        "Rachel Vilsack",
        "Head of Analytics",
        "Northwind & Sons",
        "200 River Road",
        "Saint Paul, MN 55102",
    )
    return [Addressed(row, (f"No{row} {lines[0]}", *lines[1:]), lines[1]) for row in range(number)]


def measured(pdf: bytes, folder: Path) -> tuple[list[Word], list[tuple[float, float]]]:
    """Every word with its place, and each page's size, in millimetres."""
    file = folder / "measured.pdf"
    file.write_bytes(pdf)
    out = subprocess.run(["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True).stdout
    words, pages = [], []
    for line in out.splitlines():
        if found := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append((float(found[1]) * POINT, float(found[2]) * POINT))
        if found := re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', line):
            x, y, right, bottom = (float(each) * POINT for each in found.groups()[:4])
            words.append(Word(len(pages), x, y, right, bottom, found[5]))
    return words, pages


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    """A PDF of each kind: LibreOffice starts once for all of them."""
    soffice = shutil.which("soffice")
    if soffice is None or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice (soffice) or Poppler (pdftotext) is not installed")
    made = {kind: envelopes(kind, mail(2), SENDER) for kind in (*ENVELOPES, WINDOW)}
    made |= {
        "5160": labels("5160", mail(30), 17),
        "l7160": labels("l7160", mail(30), 17),
        "5163": labels("5163", mail(12), 4),
    }
    return dict(zip(made, pdfs(partial(to_pdf, Path(soffice)), list(made.values())), strict=True))


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("kind", list(ENVELOPES))
def test_an_envelope_can_be_read_by_machines(kind: str, printed: dict[str, bytes], tmp_path: Path) -> None:
    words, pages = measured(printed[kind], tmp_path)
    width, height = SIZES[kind]
    assert [(round(w, 1), round(h, 1)) for w, h in pages] == [(width, height)] * 2
    recipient = [word for word in words if word.left > 0.3 * width]
    assert {"Rachel", "Vilsack", "Road", "55102"} <= {word.text for word in recipient}
    assert all(height - word.bottom >= 25.4 * 5 / 8 for word in recipient)
    assert all(height - word.top <= 25.4 * 2.75 or word.top >= 0.44 * height for word in recipient)
    assert all(word.left >= 12.7 and word.right <= width - 12.7 for word in recipient)
    back = [word for word in words if word.left <= 0.3 * width]
    assert {"Dana", "55401"} <= {word.text for word in back}
    assert max(word.bottom for word in back) < min(word.top for word in recipient)


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("kind", list(SHEETS))
def test_each_label_stands_on_its_label(kind: str, printed: dict[str, bytes], tmp_path: Path) -> None:
    words, pages = measured(printed[kind], tmp_path)
    sheet, first = SHEETS[kind], 4 if kind == "5163" else 17
    whole = sheet.across * sheet.down
    firsts = {word.text: word for word in words if re.fullmatch(r"No\d+", word.text)}
    number = 12 if kind == "5163" else 30
    assert len(firsts) == number
    assert len(pages) == -(-(number + first - 1) // whole)
    for row in range(number):
        at, word = first - 1 + row, firsts[f"No{row}"]
        line, column = divmod(at % whole, sheet.across)
        left = sheet.margin[0] + column * sheet.pitch[0]
        top = sheet.margin[1] + line * sheet.pitch[1]
        assert word.page == at // whole + 1
        assert left < word.left < left + sheet.size[0]
        assert abs(word.left - left - 4) < 0.5
        assert top <= word.top
        assert word.bottom < top + sheet.size[1]


@pytest.mark.libreoffice
@pytest.mark.slow
def test_the_window_shows_the_address(printed: dict[str, bytes], tmp_path: Path) -> None:
    words, _ = measured(printed[WINDOW], tmp_path)
    assert all(
        word.left >= 20 and word.right <= 105 and word.top >= 45 and word.bottom <= 90 for word in words
    )
    recipient = [word for word in words if word.text in ("Rachel", "River", "55102")]
    assert all(word.top >= 45 + 17.7 - 0.5 for word in recipient)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_pages_are_put_together_and_known_again(printed: dict[str, bytes], tmp_path: Path) -> None:
    both = joined([printed["dl"], printed["c6"]])
    assert both == joined([printed["dl"], printed["c6"]])
    assert len(measured(both, tmp_path)[1]) == 4
    assert is_ours(both)


@pytest.mark.validator
@pytest.mark.slow
def test_they_are_word_documents(validate: Validate, tmp_path: Path) -> None:
    for name, content in {"a": envelopes("c5", mail(3), SENDER), "b": labels("5160", mail(40), 2)}.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(content)
        assert validate(file) == []


def test_the_same_addresses_give_the_same_bytes() -> None:
    assert envelopes("dl", mail(3), SENDER) == envelopes("dl", mail(3), SENDER)
    assert seal(labels("5160", mail(3))) is not None


def test_what_does_not_fit_gets_smaller_and_loses_its_title() -> None:
    long = Addressed(
        2, ("Name", "Title " * 9, "Company " * 6, *(f"Line {n}" for n in range(6))), "Title " * 9
    )
    content = labels("5160", [long])
    assert content != labels("5160", [long._replace(extra="")])


def lines(address: str, country: str = "United States") -> tuple[Sequence[str], list[str]]:
    plan, tables = workbook(
        [{**TALK, "Channel": "Post"}], interviewers=[{**RACHEL, "Address": address}], settings=_in(country)
    )
    found, problems = addressed(plan_letters(plan, tables), tables)
    return (found[0].lines[3:] if found else ()), [str(each) for each in problems]


def _in(country: str) -> Settings:
    return replace(DANA, country=country)


@pytest.mark.parametrize(
    ("address", "country", "wanted"),
    [
        ("200 River Road\nSaint Paul, MN 55102", "United States", ("200 River Road", "SAINT PAUL, MN 55102")),
        ("1 A St\nBoston, MA 02108\nUSA", "United States", ("1 A St", "BOSTON, MA 02108")),
        ("Hauptstr. 5\n10115 Berlin\nGermany", "United States", ("Hauptstr. 5", "10115 Berlin", "GERMANY")),
        ("Hauptstr. 5\n10115 Berlin\nGermany", "Germany", ("Hauptstr. 5", "10115 Berlin")),
        ("1 High St\n\n London SW1A 1AA \n", "United Kingdom", ("1 High St", "LONDON", "SW1A 1AA")),
    ],
)
def test_the_country_stands_on_mail_that_goes_abroad(
    address: str, country: str, wanted: tuple[str, ...]
) -> None:
    assert lines(address, country) == (wanted, [])


def test_what_is_missing_is_told_at_its_cell() -> None:
    found, (problem,) = lines("")
    assert not found
    assert problem.startswith(
        "Interviewers!F2 (Address): No envelope for Rachel Vilsack: there is no address."
    )
    found, (problem,) = lines("Saint Paul, MN 55102")
    assert found == ("Saint Paul, MN 55102",)
    assert "looks short" in problem


def test_without_libreoffice_there_is_word() -> None:
    made = make([b"docx"], mail(2), Wanted(date(2026, 11, 20), SENDER, "dl", "5160"), None)
    assert list(made.files) == ["2026-11-20 envelopes dl.docx", "2026-11-20 labels 5160.docx"]
    assert "Neither LibreOffice nor Word was found" in made.notes[0]


def test_what_was_changed_is_left_alone(tmp_path: Path) -> None:
    made = Made({"a.docx": envelopes("dl", mail(1), SENDER)})
    assert place(made.files, tmp_path, dry_run=True) == ([tmp_path / "a.docx"], [])
    assert not list(tmp_path.iterdir())
    assert place(made.files, tmp_path, dry_run=False) == ([tmp_path / "a.docx"], [])
    (tmp_path / "a.docx").write_bytes(b"mine")
    written, kept = place(made.files, tmp_path, dry_run=False)
    assert (written, len(kept)) == ([], 1)
    assert (tmp_path / "a.docx").read_bytes() == b"mine"
