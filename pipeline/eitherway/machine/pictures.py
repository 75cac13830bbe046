"""Letters as they look on paper: LibreOffice makes a PDF, and a PNG of it, where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eitherway.machine.opening import NO_CONSOLE

AT_ONCE = 40
"""Letters for one start of LibreOffice, which takes longer than ten of them."""

SECONDS = 180
DOTS_PER_INCH = 100

_PAGE = re.compile(rb"/Type\s*/Page\b")


class NoPicture(Exception):
    """It could not be made; the text says why, as a sentence."""


def to_pdf(program: Path, files: Sequence[Path], folder: Path) -> list[Path]:
    """A PDF of each .docx, of the same name, in `folder`. Raises NoPicture."""
    for first in range(0, len(files), AT_ONCE):
        _convert(program, "pdf", files[first : first + AT_ONCE], folder)
    return [made(folder / f"{file.stem}.pdf") for file in files]


def to_png(program: Path, docx: Path, pdf: Path) -> list[Path]:
    """A PNG of each page beside the PDF; of the first alone without Poppler's pdftoppm. Raises NoPicture."""
    pages = page_count(pdf)
    if not (poppler := shutil.which("pdftoppm")):
        _convert(program, "png", [docx], pdf.parent)
        return [made(pdf.with_suffix(".png"))]
    names = [
        pdf.with_suffix("") if pages == 1 else pdf.with_name(f"{pdf.stem} {n}") for n in range(1, pages + 1)
    ]
    for number, name in enumerate(names, 1):
        page = ["-f", str(number), "-l", str(number), "-singlefile"]
        run_to_end([poppler, "-png", "-r", str(DOTS_PER_INCH), *page, str(pdf), str(name)])
    return [made(name.with_name(f"{name.name}.png")) for name in names]


def page_count(pdf: Path) -> int:
    """How many pages a PDF of LibreOffice's has."""
    return len(_PAGE.findall(pdf.read_bytes()))


def page_counts(program: Path, letters: Sequence[bytes]) -> list[int]:
    """How many pages each .docx takes. Raises NoPicture."""
    with TemporaryDirectory(prefix="eitherway-") as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(len(letters))]
        for file, letter in zip(files, letters, strict=True):
            file.write_bytes(letter)
        return [page_count(pdf) for pdf in to_pdf(program, files, folder)]


def run_to_end(command: Sequence[str]) -> None:
    """Wait for a program, which may start others: all of them end when time is up. Raises NoPicture."""
    quiet = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=os.name == "posix",
            creationflags=NO_CONSOLE,
        )
    except OSError as trouble:
        raise NoPicture(f"{command[0]} could not be started ({trouble.strerror}).") from trouble
    try:
        running.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired as late:
        raise NoPicture(f"{command[0]} gave no answer for {SECONDS} seconds.") from late
    finally:
        if running.poll() is None:
            _end(running)


def made(file: Path, by: str = "LibreOffice") -> Path:
    """A file that a program was to make. Raises NoPicture where it did not."""
    if not file.is_file():
        raise NoPicture(f"{by} made no {file.name}.")
    return file


def _convert(program: Path, to: str, files: Sequence[Path], folder: Path) -> None:
    """A profile of its own keeps it apart from a LibreOffice that is open."""
    with TemporaryDirectory(prefix="eitherway-", ignore_cleanup_errors=True) as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [
            str(program),
            own,
            "--headless",
            "--norestore",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
        ]
        run_to_end([*command, *map(str, files)])


def _end(running: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()
