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

AT_ONCE = 40
"""Letters for one start of LibreOffice, which takes longer than ten of them."""

SECONDS = 180
DOTS_PER_INCH = 100

_PAGE = re.compile(rb"/Type\s*/Page\b")


class NoPicture(Exception):
    """LibreOffice could not make one; the text says why, as a sentence."""


def to_pdf(program: Path, files: Sequence[Path], folder: Path) -> list[Path]:
    """A PDF of each .docx, of the same name, in `folder`. Raises NoPicture."""
    for first in range(0, len(files), AT_ONCE):
        _convert(program, "pdf", files[first : first + AT_ONCE], folder)
    return [_made(folder / f"{file.stem}.pdf") for file in files]


def to_png(program: Path, docx: Path, pdf: Path) -> list[Path]:
    """A PNG of each page beside the PDF; of the first alone without Poppler's pdftoppm. Raises NoPicture."""
    pages = page_count(pdf)
    if not (poppler := shutil.which("pdftoppm")):
        _convert(program, "png", [docx], pdf.parent)
        return [_made(pdf.with_suffix(".png"))]
    names = [
        pdf.with_suffix("") if pages == 1 else pdf.with_name(f"{pdf.stem} {n}") for n in range(1, pages + 1)
    ]
    for number, name in enumerate(names, 1):
        page = ["-f", str(number), "-l", str(number), "-singlefile"]
        _run([poppler, "-png", "-r", str(DOTS_PER_INCH), *page, str(pdf), str(name)])
    return [_made(name.with_name(f"{name.name}.png")) for name in names]


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
        _run([*command, *map(str, files)])


def _run(command: Sequence[str]) -> None:
    """Wait for a program, which may start others: all of them end when time is up. Raises NoPicture."""
    quiet = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=os.name == "posix"
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


def _end(running: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()


def _made(file: Path) -> Path:
    if not file.is_file():
        raise NoPicture(f"LibreOffice made no {file.name}.")
    return file
