"""Make the pictures of README.md: what is shown in them comes from the demo of one day.

Run `python docs/make_pictures.py` after a change to the example, the letters or the sheet Today; `--all` also
makes those anew that are current. It needs LibreOffice, Poppler and ImageMagick, and for the click what its
test needs: a screen (Xvfb) and a mouse (xdotool). Each picture carries a digest of what it shows, in a chunk
tEXt (RFC 2083, section 4.2.7), so that a test can tell one that is stale without any of these.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from python_calamine import CalamineWorkbook

from eitherway.books.closed.book import ClosedBook
from eitherway.letters.text import text_of
from eitherway.machine.pictures import to_pdf
from eitherway.model.button_labels import COMMANDS
from eitherway.run import run
from eitherway.send.draft_files import beside_letters
from eitherway_workbook import build, example

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
DAY = date(2026, 11, 20)
LETTER = Path("Letters", "Harbourlight Health", "2026-11-19 Dr. Chidi Okafor - thank-you.docx")
MOUSE_TEST = ROOT / "tests" / "books" / "libreoffice" / "test_mouse.py"
CLICKED = ROOT / "build" / "clicks" / "flag-overdue.png"
"""Where the test of a real click leaves its picture."""


PNG = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Made from"
UNTOLD = (b"tEXt", b"zTXt", b"iTXt", b"tIME")
"""What programs write into a picture that nobody sees, and that is another each time."""


class Picture(NamedTuple):
    """What it shows, in words, and how it is made, both from the demo's folder."""

    shows: Callable[[Path], str]
    make: Callable[[Path], bytes]


def demo(folder: Path) -> Path:
    """The demo of the examples' day, as `eitherway demo` writes it."""
    book = folder / "job-search.xlsx"
    build(book, example(DAY))
    run(ClosedBook(book), DAY, now=datetime.combine(DAY, time(9)), send=beside_letters(book))
    return book


def digest(picture: Picture, folder: Path) -> str:
    """What a current picture carries, with the demo in `folder`."""
    return sha256(picture.shows(folder).encode()).hexdigest()


def carried(name: str) -> str:
    """What the picture of this name carries."""
    file = FOLDER / f"{name}.png"
    chunks = _chunks(file.read_bytes()) if file.is_file() else ()
    texts = (data.partition(b"\0") for kind, data in chunks if kind == b"tEXt")
    return next((text.decode() for keyword, _, text in texts if keyword == KEYWORD), "")


def stamped(png: bytes, made_from: str) -> bytes:
    """The picture, carrying the digest of what it was made from."""
    header, *rest = (chunk for chunk in _chunks(png) if chunk[0] not in UNTOLD)
    said = (b"tEXt", KEYWORD + b"\0" + made_from.encode())
    return PNG + b"".join(_packed(*chunk) for chunk in (header, said, *rest))


def today_shown(folder: Path) -> str:
    """The cells of the sheet Today."""
    rows = CalamineWorkbook.from_path(str(folder / "job-search.xlsx")).get_sheet_by_name("Today").to_python()
    return "\n".join("\t".join(map(str, row)) for row in rows)


def letter_shown(folder: Path) -> str:
    """All that the letter says."""
    letter = text_of((folder / LETTER).read_bytes())
    return f"{letter.head}\n{letter.text}"


def click_shown(folder: Path) -> str:
    """The sheet Today and its buttons."""
    return "\n".join([today_shown(folder), *(command.label for command in COMMANDS)])


def today_made(folder: Path) -> bytes:
    """The sheet as it is printed, without its margins and its foot."""
    foot = ("-gravity", "South", "-chop", "0x80", "-gravity", "NorthWest")
    edge = ("-trim", "+repage", "-bordercolor", "white", "-border", "16")
    return _photographed(_on_its_day(folder / "job-search.xlsx"), 110, *foot, *edge)


def letter_made(folder: Path) -> bytes:
    """The page, with an edge."""
    return _photographed(folder / LETTER, 64, "-bordercolor", "#c0c0c0", "-border", "1")


def click_made(folder: Path) -> bytes:
    """The screen of the test that clicks with a real mouse."""
    del folder
    subprocess.run([sys.executable, "-m", "pytest", "-n", "0", str(MOUSE_TEST)], cwd=ROOT, check=True)
    return _developed(CLICKED, "-trim", "+repage", "+dither", "-colors", "255")


PICTURES: Mapping[str, Picture] = {
    "today": Picture(today_shown, today_made),
    "letter": Picture(letter_shown, letter_made),
    "click": Picture(click_shown, click_made),
}


def _on_its_day(book: Path) -> Path:
    """A copy whose colours go by the examples' day: LibreOffice would go by the day on which it is asked."""
    copy = book.with_name(f"on {DAY}.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, old.read(part).replace(b"TODAY()", f"DATE({DAY:%Y,%m,%d})".encode()))
    return copy


def _photographed(document: Path, dots_per_inch: int, *changes: str) -> bytes:
    """The first page of a document."""
    with TemporaryDirectory() as name:
        (pdf,) = to_pdf(Path(_needed("soffice")), [document], Path(name))
        page = ["-png", "-singlefile", "-r", str(dots_per_inch), str(pdf), str(pdf.with_suffix(""))]
        subprocess.run([_needed("pdftoppm"), *page], check=True)
        return _developed(pdf.with_suffix(".png"), *changes)


def _developed(png: Path, *changes: str) -> bytes:
    command = [_needed("convert"), str(png), *changes, "png:-"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def _needed(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"{program} is not installed, and these pictures cannot be made without it.")
    return found


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's kind and data."""
    at = len(PNG)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _packed(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main(*, current_too: bool) -> None:
    """Make the pictures that are stale, and say which."""
    with TemporaryDirectory() as temporary:
        folder = demo(Path(temporary)).parent
        for name, picture in PICTURES.items():
            made_from = digest(picture, folder)
            if current_too or carried(name) != made_from:
                (FOLDER / f"{name}.png").write_bytes(stamped(picture.make(folder), made_from))
                print(f"docs/pictures/{name}.png made anew")


if __name__ == "__main__":
    main(current_too="--all" in sys.argv)
