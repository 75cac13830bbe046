"""All that `print` makes, and its way to the disk: what its user has changed there is left as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eitherway.letters.merge.seal import seal
from eitherway.machine.pictures import NoPicture
from eitherway.model.problems import LockedWorkbook
from eitherway.send.files import put, standing
from eitherway.send.paper.addresses import Addressed
from eitherway.send.paper.envelopes import envelopes
from eitherway.send.paper.labels import labels
from eitherway.send.paper.pdf import is_ours, joined, pdfs
from eitherway.send.paper.word import Maker

_BY_HAND = "There are no PDFs: open the Word documents and print them."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: the day in the files' names, the return address, which envelopes and labels."""

    day: date
    sender: Sequence[str]
    envelopes: str | None
    labels: str | None
    first: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """Files by their names; `notes` say what could not be made."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def make(letters: Sequence[bytes], mail: Sequence[Addressed], wanted: Wanted, maker: Maker | None) -> Made:
    """The letters as one PDF, envelopes and labels as .docx and PDF; PDFs only where something makes them."""
    files = {}
    if wanted.envelopes and mail:
        files[f"envelopes {wanted.envelopes}"] = envelopes(wanted.envelopes, mail, wanted.sender)
    if wanted.labels and mail:
        files[f"labels {wanted.labels}"] = labels(wanted.labels, mail, wanted.first)
    named = {f"{wanted.day} {name}": content for name, content in files.items()}
    word = {f"{name}.docx": content for name, content in named.items()}
    if maker is None:
        return Made(word, (f"Neither LibreOffice nor Word was found. {_BY_HAND}",))
    try:
        every = pdfs(maker, [*letters, *named.values()])
    except NoPicture as none:
        return Made(word, (f"{none} {_BY_HAND}",))
    whole = {f"{wanted.day} letters.pdf": joined(every[: len(letters)])}
    paper = {f"{name}.pdf": pdf for name, pdf in zip(named, every[len(letters) :], strict=True)}
    return Made({**whole, **word, **paper})


def place(files: Mapping[str, bytes], folder: Path, *, dry_run: bool) -> tuple[list[Path], list[str]]:
    """Write them into `folder`: the paths, and what was left alone. Raises LockedWorkbook."""
    written, kept = [], []
    for name, content in files.items():
        path = folder / name
        try:
            before = standing(path)
            if before is not None and not (is_ours(before) or seal(before)):
                kept.append(f"{path} was changed since, and is left as you changed it.")
                continue
            if not dry_run and content != before:
                put(path, content)
        except OSError as trouble:
            fix = "Close it if it is open, and see that its folder can be written to. Then do this again."
            raise LockedWorkbook(f"{path} cannot be written ({trouble.strerror}).", fix) from trouble
        written.append(path)
    return written, kept
