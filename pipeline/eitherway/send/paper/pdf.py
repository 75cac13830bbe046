"""Word documents as one PDF: LibreOffice or Word makes the pages, pypdf puts them together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from eitherway.machine.pictures import NoPicture, to_pdf
from eitherway.send.paper.word import Maker, by_word

MADE_BY = "Either Way"
_BY_HAND = "There is no PDF: print the Word page."


def maker(platform: str, home: Path, soffice: Path | None, word: Path | None) -> Maker | None:
    """What makes PDFs here: LibreOffice, which keeps out of its user's way, else Word, else nothing."""
    if soffice:
        return partial(to_pdf, soffice)
    return by_word(platform, home) if word else None


def pdfs(maker: Maker, documents: Sequence[bytes]) -> list[bytes]:
    """A PDF of each .docx. Raises NoPicture."""
    with TemporaryDirectory(prefix="eitherway-") as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(len(documents))]
        for file, content in zip(files, documents, strict=True):
            file.write_bytes(content)
        return [joined([pdf.read_bytes()]) for pdf in maker(files, folder)]


def one_pdf(maker: Maker | None, docx: bytes) -> tuple[bytes | None, str]:
    """The PDF of one page made as .docx, and ""; where none can be made, None and what to do instead."""
    if maker is None:
        return None, f"Neither LibreOffice nor Word was found. {_BY_HAND}"
    try:
        return pdfs(maker, [docx])[0], ""
    except NoPicture as none:
        return None, f"{none} {_BY_HAND}"


def joined(pdfs: Sequence[bytes]) -> bytes:
    """The pages of all, in their order, without the hour at which each was made."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - takes a while to load, and only paper needs it

    writer = PdfWriter()
    for pdf in pdfs:
        for page in PdfReader(BytesIO(pdf)).pages:
            writer.add_page(page)
    writer.metadata = {"/Producer": MADE_BY}
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def is_ours(pdf: bytes) -> bool:
    """Whether a PDF is one that this made."""
    return b"/Producer (Either Way)" in pdf
